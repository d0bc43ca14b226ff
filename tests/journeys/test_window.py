"""The whole job in the real window, by mouse and keys: written, sent back, mended, approved, exported, live."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor_app.story.body import Span, TextBlock, placed_photos
from editor_app.story.workflow import Action
from editor_app.ui.dialogs.export_dialog import ExportDialog
from editor_app.ui.dialogs.live_dialog import LiveDialog
from editor_app.ui.kit.dialog import NoteDialog
from editor_app.ui.kit.drop_zone import DropZone
from editor_app.ui.kit.names_field import NamesField
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.main_window import MainWindow
from tests.journeys.exports import Expected, Photo, Text, check_bundle, check_docx, check_page
from tests.ui.hands import (
    CONTROL,
    SHIFT,
    activate,
    drop,
    fill,
    key,
    named,
    pick,
    press,
    press_named,
    tick,
    typed,
    with_dialog,
)
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, dressed, founded, picture
from tests.ui.steps import button_of, change_person, findings, open_card, shown, take_action, turn_to

HEADLINE = "WARGA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG"
STANDFIRST = "Rakit bambu di tepi danau menjadi ruang baca anak-anak desa."
CITY = "Kota Tirta"
OPENING = "Warga Desa Sumber Arum membangun perpustakaan di atas rakit."
HEADING = "Dari bambu sisa"
STEPS = ("Menebang bambu tua", "Merakit pelampung")
QUOTE = "“Kami ingin anak-anak betah membaca,” ujar Wiryo."
LINKED, ADDRESS = "Laman desa", "https://sumber-arum.example/rakit"
NOTE = "Sebutkan jumlah bukunya."
MENDED = " Koleksinya 400 buku."
CAPTIONS = ("GOTONG ROYONG: Warga merakit bambu.", "FOKUS: Anak-anak membaca di rak pertama.")
ALTS = ("Sekelompok orang mengikat bambu", "Tiga anak duduk membaca")
AGENCY = "Humas Kota Tirta"
LEAD, SECOND = (
    Photo(caption, f"{PHOTOGRAPHER} & {AGENCY}", alt, (800, 600))
    for caption, alt in zip(CAPTIONS, ALTS, strict=True)
)
PRINTED = Expected(
    headline=HEADLINE,
    standfirst=STANDFIRST,
    dateline=f"{CITY}, ",
    lead=LEAD,
    body=(
        Text(f"{OPENING}{MENDED}"),
        SECOND,
        Text(HEADING, "h2"),
        Text("Rakitnya kuat dan ringan.", strong=("kuat",)),
        Text(STEPS[0], "bullet"),
        Text(STEPS[1], "bullet"),
        Text(QUOTE, "blockquote"),
        Text(f"{LINKED} memuat jadwalnya.", links=((LINKED, ADDRESS),)),
    ),
    foot=(f"Penulis : {WRITER}", f"Foto : {PHOTOGRAPHER}", f"Editor : {EDITOR}"),
    newsroom="Humas Kota Tirta",
    section="Siaran Pers",
    approved_by=EDITOR,
)


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    newsroom = founded(tmp_path / "newsroom")
    with dressed(qapp) as theme:
        work = Office(qtbot, theme, newsroom, tmp_path / "window.ini")
        yield work
        work.close()
    newsroom.close()


def test_a_story_goes_from_the_empty_desk_to_the_readers(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    window = office.sit(WRITER)

    begin_story(window, qtbot)
    write_text(window, qtbot)
    add_photos(window, qtbot, tmp_path)
    file_story(window, qtbot)
    take_action(window, qtbot, Action.SUBMIT, wait_for="in-review")

    change_person(window, qtbot, EDITOR)
    return_with_note(window, qtbot)

    change_person(window, qtbot, WRITER)
    mend(window, qtbot)
    take_action(window, qtbot, Action.SUBMIT, wait_for="in-review")

    change_person(window, qtbot, EDITOR)
    take_action(window, qtbot, Action.APPROVE, wait_for="approved")
    out = tmp_path / "keluar"
    for kind in ("Berkas Word", "Halaman web", "Paket unggah untuk situs"):
        export_as(window, qtbot, kind, out)
    mark_live(window, qtbot)

    (word,), (page,), (bundle,) = out.glob("*.docx"), out.glob("*/article.html"), out.glob("*.zip")
    check_docx(word, PRINTED)
    check_page(page, PRINTED)
    check_bundle(bundle, PRINTED)


def begin_story(window: MainWindow, qtbot: QtBot) -> None:
    press_named(window.desk, "Naskah baru", QAbstractButton)
    qtbot.waitUntil(lambda: window.story.story_id is not None and window.page.headline.hasFocus())
    assert findings(window) == {
        "headline-missing",
        "dateline-missing",
        "body-missing",
        "lead-missing",
        "photographer-missing",
        "editor-missing",
    }


def write_text(window: MainWindow, qtbot: QtBot) -> None:
    typed(f"{HEADLINE}\n{STANDFIRST}\n{CITY}\n")
    qtbot.waitUntil(window.page.body.hasFocus)
    gone(window, qtbot, "headline-missing", "dateline-missing")

    typed(f"{OPENING}\n")
    pick(qtbot, named(window.toolbar, "Gaya paragraf", Select), "Subjudul 1")
    typed(f"{HEADING}\nRakitnya ")
    key(Qt.Key.Key_B, CONTROL)
    typed("kuat")
    key(Qt.Key.Key_B, CONTROL)
    typed(" dan ringan.\n")
    press_named(window.toolbar, "Daftar butir", ToolButton)
    typed("\n".join(STEPS) + "\n\n")
    press_named(window.toolbar, "Kutipan", ToolButton)
    typed(f"{QUOTE}\n\n")
    typed(f"{LINKED} memuat jadwalnya.")
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Right, SHIFT, times=len(LINKED))
    with_dialog(qtbot, lambda: key(Qt.Key.Key_L, CONTROL), lambda _: typed(f"{ADDRESS}\n"))
    gone(window, qtbot, "body-missing")

    blocks = window.story.story().body
    assert [(b.style, b.list_item, b.text) for b in blocks if isinstance(b, TextBlock)] == [
        ("normal", None, OPENING),
        ("h2", None, HEADING),
        ("normal", None, "Rakitnya kuat dan ringan."),
        ("normal", "bullet", STEPS[0]),
        ("normal", "bullet", STEPS[1]),
        ("blockquote", None, QUOTE),
        ("normal", None, f"{LINKED} memuat jadwalnya."),
    ]
    bold = blocks[2]
    assert isinstance(bold, TextBlock)
    assert bold.children == (Span("Rakitnya "), Span("kuat", ("strong",)), Span(" dan ringan."))
    assert isinstance(blocks[6], TextBlock)
    assert [definition.href for definition in blocks[6].mark_defs] == [ADDRESS]


def add_photos(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    paths = [picture(folder / "rakit.png"), picture(folder / "baca.jpg", "darkolivegreen")]
    press(window.page.body, window.page.body.cursorRect().center())
    key(Qt.Key.Key_Home, CONTROL)
    key(Qt.Key.Key_End)
    drop(named(window.photos, "Tambah foto", DropZone), paths)
    qtbot.waitUntil(lambda: len(window.photos.cards) == 2)
    gone(window, qtbot, "lead-missing")
    assert {"caption-missing", "credit-missing", "alt-missing"} <= findings(window)

    for number, (caption, alt) in enumerate(zip(CAPTIONS, ALTS, strict=True)):
        card = open_card(window, qtbot, number)
        fill(named(card, "Keterangan foto", QTextEdit), caption)
        fill(named(card, "Fotografer", QLineEdit), PHOTOGRAPHER)
        fill(named(card, "Instansi", QLineEdit), AGENCY)
        fill(named(card, "Deskripsi foto (untuk tunanetra)", QTextEdit), alt)
    gone(window, qtbot, "caption-missing", "credit-missing", "alt-missing")

    press_named(open_card(window, qtbot, 1), "Sisipkan ke teks di posisi kursor", ToolButton)
    second = window.story.fields.photos[1].key
    assert placed_photos(window.story.story().body) == (second,)


def file_story(window: MainWindow, qtbot: QtBot) -> None:
    turn_to(window, "Rincian")
    pick(qtbot, named(window.details, "Rubrik", Select), "Siaran Pers")
    for field, name in (("Penulis", WRITER), ("Foto", PHOTOGRAPHER), ("Editor", EDITOR)):
        press(named(window.details, field, NamesField).line)
        typed(f"{name}\n")
    qtbot.waitUntil(lambda: not findings(window))
    assert window.story.fields.section == "Siaran Pers"


def return_with_note(window: MainWindow, qtbot: QtBot) -> None:
    def refuse_then_note(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        press(dialog.accept_button)
        assert dialog.isVisible()
        assert dialog.field.error
        press(dialog.note_text)
        typed(NOTE)
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: press(button_of(window, qtbot, Action.RETURN)), refuse_then_note)
    qtbot.waitUntil(lambda: shown(window) == "returned")


def mend(window: MainWindow, qtbot: QtBot) -> None:
    turn_to(window, "Tinjauan")
    assert any(NOTE in name for name in names_in_sight(window.review))
    press(window.page.body, window.page.body.cursorRect().center())
    key(Qt.Key.Key_Home, CONTROL)
    key(Qt.Key.Key_End)
    typed(MENDED)
    assert any(isinstance(b, TextBlock) and b.text.endswith(MENDED) for b in window.story.story().body)


def export_as(window: MainWindow, qtbot: QtBot, kind: str, out: Path) -> None:
    press(button_of(window, qtbot, Action.EXPORT))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    for box in dialog.formats.values():
        if box.isChecked() is not (box.text() == kind):
            tick(box)
    fill(dialog.folder_line, str(out))
    press(dialog.accept_button)
    qtbot.waitUntil(lambda: not dialog.cancel_button.isVisible(), timeout=20_000)
    assert "Sudah siap" in dialog.banner.text
    press(dialog.accept_button)
    qtbot.waitUntil(lambda: not dialog.isVisible() and shown(window) == "exported")
    activate(qtbot, window)


def mark_live(window: MainWindow, qtbot: QtBot) -> None:
    def say_where(dialog: QDialog) -> None:
        assert isinstance(dialog, LiveDialog)
        fill(dialog.address_line, "tirta.example/berita/perpustakaan-apung")
        press(dialog.accept_button)

    with_dialog(qtbot, lambda: press(button_of(window, qtbot, Action.MARK_LIVE)), say_where)
    qtbot.waitUntil(lambda: shown(window) == "live")


def gone(window: MainWindow, qtbot: QtBot, *codes: str) -> None:
    qtbot.waitUntil(lambda: findings(window).isdisjoint(codes))


def names_in_sight(root: QWidget) -> list[str]:
    return [each.accessibleName() for each in root.findChildren(QWidget) if each.isVisible()]
