"""The comparison as one reads it: what it says of each change, and the way through it by key."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import take_in
from editor_app.story.body import BreakBlock, Cell, Embed, Link, PhotoBlock, Span, Table, TextBlock
from editor_app.story.comparing import Comparison, compare
from editor_app.story.photo import Crop, FocalPoint
from editor_app.story.story import Story, normal_story
from editor_app.ui.comparison.dress import SIGN
from editor_app.ui.comparison.view import ComparisonView
from editor_app.ui.kit.theme import Mode
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.runner import Runner
from editor_app.words import Words
from tests.ui.office import Office, picture

MakeStory = Callable[..., Story]
Show = Callable[..., ComparisonView]


@pytest.fixture
def show(office: Office, qtbot: QtBot) -> Iterator[Show]:
    """Shows what became of one story in another, and waits until all of it is there."""
    runner = Runner()
    shelf = PictureShelf(office.newsroom, runner)
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(820, 640)

    def shown(before: Story, after: Story, *, folded: bool = True) -> ComparisonView:
        view = ComparisonView(office.theme, Words("id"), shelf, holder)
        view.resize(820, 640)
        holder.show()
        view.set_folded(folded=folded)
        with qtbot.waitSignal(view.written):
            view.show_comparison(compare(normal_story(before), normal_story(after)))
        return view

    yield shown
    runner.close()


def lines(view: ComparisonView) -> list[str]:
    return view.toPlainText().split("\n")


def said(view: ComparisonView) -> list[str]:
    return [stop.said for stop in view.stops]


def worn(view: ComparisonView, words: str) -> QTextCharFormat:
    """The format of words, where they stand last."""
    cursor = view.document().find(words, view.document().characterCount(), QTextDocument.FindFlag.FindBackward)
    assert not cursor.isNull(), words
    return cursor.charFormat()


def signs(view: ComparisonView) -> list[str]:
    found = []
    block = view.document().begin()
    while block.isValid():
        sign = block.blockFormat().property(SIGN)
        if sign:
            found.append(f"{sign} {block.text()}")
        block = block.next()
    return found


def paragraph(key: str, text: str) -> TextBlock:
    return TextBlock(key, (Span(text),))


def test_words_put_in_and_taken_out_are_told_apart_without_their_colours(show: Show) -> None:
    view = show(
        Story(body=(paragraph("a1", "Rapat dibuka wali kota."),)),
        Story(body=(paragraph("a1", "Rapat dibuka camat."),)),
    )
    assert worn(view, "wali kota").fontStrikeOut()
    assert not worn(view, "wali kota").fontUnderline()
    assert worn(view, "camat").fontUnderline()
    assert not worn(view, "camat").fontStrikeOut()
    same = worn(view, "Rapat dibuka")
    assert not same.fontStrikeOut()
    assert not same.fontUnderline()
    assert signs(view) == ["~ Rapat dibuka wali kota\u2009camat."]
    assert said(view) == ["“wali kota” menjadi “camat”"]


def test_fields_stand_first_each_by_its_name(show: Show, make_story: MakeStory) -> None:
    before = make_story()
    after = replace(
        before,
        headline="WARGA DESA BANGUN PERPUSTAKAAN",
        event_date=date(2026, 9, 11),
        language="en",
        section="",
        credits=replace(before.credits, writers=("Ratri Maheswari", "Bagas")),
    )
    view = show(before, after)
    told = lines(view)
    assert told[0] == "KETERANGAN"
    assert told[1::2] == ["Judul", "Tanggal kegiatan", "Rubrik", "Bahasa naskah", "Penulis"]
    assert told[4] == "10 September 2026 11 September 2026"
    assert told[8] == "Bahasa Indonesia English"
    assert told[10] == "Ratri Maheswari, Danu Wiratama, Bagas"
    assert worn(view, "Danu Wiratama").fontStrikeOut()
    assert worn(view, "Bagas").fontUnderline()
    assert "“10 September 2026” menjadi “11 September 2026”" in said(view)
    assert said(view)[-1] == "“Danu Wiratama” menjadi “Bagas”"


def test_a_field_that_was_empty_says_so_aloud(show: Show, make_story: MakeStory) -> None:
    view = show(replace(make_story(), event_date=None), make_story())
    assert said(view) == ["“(kosong)” menjadi “10 September 2026”"]


def test_other_marks_and_links_are_said_in_words(show: Show) -> None:
    link = Link("l1", "https://contoh.id/a")
    before = Story(body=(TextBlock("a1", (Span("Baca laporan di sini."),)),))
    after = Story(
        body=(
            TextBlock(
                "a1",
                (Span("Baca "), Span("laporan", ("strong",)), Span(" di "), Span("sini", ("l1",)), Span(".")),
                mark_defs=(link,),
            ),
        )
    )
    view = show(before, after)
    assert lines(view) == ["ISI", "Baca laporan  tebal ditambah  di sini  tautan ke https://contoh.id/a ."]
    assert said(view) == ["“laporan”: tebal ditambah", "“sini”: tautan ke https://contoh.id/a"]
    back = show(after, before)
    assert said(back) == ["“laporan”: tebal dihapus", "“sini”: tautan dilepas"]
    assert worn(view, "laporan").underlineStyle() is QTextCharFormat.UnderlineStyle.DashUnderline


def test_what_moved_is_told_where_it_was_and_where_it_is(show: Show) -> None:
    one, two, three = (paragraph(f"a{number}", f"Kalimat {number} di sini.") for number in (1, 2, 3))
    view = show(Story(body=(one, two, three)), Story(body=(three, one, two)))
    assert lines(view) == [
        "ISI",
        " dipindah ke sini ",
        "Kalimat 3 di sini.",
        "Kalimat 1 di sini.",
        "Kalimat 2 di sini.",
        "Dipindah dari sini: “Kalimat 3 di sini.”",
    ]
    assert said(view) == ["“Kalimat 3 di sini.” dipindah ke sini"]
    assert [line[0] for line in signs(view)] == ["↕", "↕"]


def test_another_style_or_list_is_named(show: Show) -> None:
    before = Story(body=(paragraph("a1", "Latar"), paragraph("a2", "Isi"), paragraph("a3", "Butir")))
    after = Story(
        body=(
            TextBlock("a1", (Span("Latar"),), style="h2"),
            TextBlock("a2", (Span("Isi"),), list_item="bullet"),
            TextBlock("a3", (Span("Butir"),), list_item="number", level=2),
        )
    )
    assert said(show(before, after)) == [
        "Paragraf → Subjudul 1",
        "Paragraf → Daftar butir",
        "Paragraf → Daftar nomor, tingkat 2",
    ]


def test_whole_paragraphs_dividers_and_tables_are_one_change_each(show: Show) -> None:
    def table(word: str) -> Table:
        return Table("t1", ((Cell((Span("Desa"),)), Cell((Span(word),))),), caption=f"Jumlah {word}")

    before = Story(
        body=(paragraph("a1", "Tetap."), paragraph("a2", "Hilang. Semua."), table("12"), BreakBlock("d1"))
    )
    after = Story(body=(paragraph("a1", "Tetap."), table("13"), paragraph("a9", "Kabar lain sekali.")))
    view = show(before, after)
    assert said(view) == [
        "“Hilang. Semua.” dihapus",
        said(view)[1],
        "“Pemisah” dihapus",
        "“Kabar lain sekali.” ditambah",
    ]
    assert said(view)[1].endswith("diubah")
    assert worn(view, "12").fontStrikeOut()
    assert worn(view, "13").fontUnderline()
    assert "✻ ✻ ✻" in view.toPlainText()


def test_a_paragraph_without_words_is_no_change(show: Show) -> None:
    before = Story(body=(paragraph("a1", "Tetap."), paragraph("a2", "Lama.")))
    after = Story(
        body=(paragraph("a1", "Tetap."), paragraph("a3", ""), paragraph("a2", "Baru."), paragraph("a4", " "))
    )
    view = show(before, after)
    assert len(said(view)) == 1
    assert view.toPlainText().count("+") == 0


def test_the_place_of_a_picture_is_named_by_its_site(show: Show) -> None:
    place = Embed("e1", "https://kota.example/rakit.jpg", alt="Rakit")
    view = show(Story(body=(paragraph("a1", "Tetap."), place)), Story(body=(paragraph("a1", "Tetap."),)))
    assert said(view) == ["“Gambar dari kota.example, belum diambil” dihapus"]
    assert "Gambar dari kota.example, belum diambil" in view.toPlainText()
    assert "✻" not in view.toPlainText()


def test_what_did_not_change_is_folded_and_opens_by_mouse_and_key(show: Show, qtbot: QtBot) -> None:
    body = tuple(paragraph(f"a{number}", f"Kalimat nomor {number}.") for number in range(20))
    view = show(
        Story(body=body), Story(body=(*body[:10], paragraph("a10", "Kalimat baru nomor 10."), *body[11:]))
    )
    assert lines(view)[1:] == [
        "⋯  9 bagian tidak berubah – tampilkan",
        "Kalimat nomor 9.",
        "Kalimat baru nomor 10.",
        "Kalimat nomor 11.",
        "⋯  8 bagian tidak berubah – tampilkan",
    ]
    fold = view.document().find("9 bagian")
    place = view.cursorRect(fold)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center() - QPoint(20, 0)
    )
    qtbot.waitUntil(lambda: "Kalimat nomor 3." in lines(view))
    assert lines(view)[1:10] == [f"Kalimat nomor {number}." for number in range(9)]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Kalimat nomor 19." in lines(view))
    assert len(lines(view)) == 21
    view.step(1)
    assert view.textCursor().block().text() == "Kalimat baru nomor 10."


def test_all_is_shown_where_that_is_wanted(show: Show, qtbot: QtBot) -> None:
    body = tuple(paragraph(f"a{number}", f"Kalimat nomor {number}.") for number in range(20))
    view = show(Story(body=body), Story(body=(*body[:19], paragraph("a19", "Lain."))), folded=False)
    assert len(lines(view)) == 21
    with qtbot.waitSignal(view.written):
        view.set_folded(folded=True)
    assert len(lines(view)) == 4


def test_keys_lead_from_change_to_change_and_round_again(show: Show, qtbot: QtBot) -> None:
    body = tuple(paragraph(f"a{number}", f"Kalimat nomor {number}.") for number in range(40))
    other = tuple(paragraph(block.key, f"{block.text} Dan {block.key}.") for block in body)
    view = show(Story(body=body), Story(body=other))
    seen = []
    for _ in range(41):
        with qtbot.waitSignal(view.moved):
            view.step(1)
        seen.append(view.at)
        assert view.viewport().rect().contains(view.cursorRect(view.textCursor()).center())
        assert view.textCursor().block().text().endswith(f"a{view.at}.")
        assert len(view.extraSelections()) == 1
    assert seen == [*range(40), 0]
    view.step(-1)
    assert view.at == 39


def test_nothing_to_compare_says_so(show: Show, make_story: MakeStory) -> None:
    view = show(make_story(), make_story())
    assert lines(view) == ["Tidak ada perubahan"]
    view.step(1)
    assert (view.at, said(view)) == (-1, [])


def test_photos_stand_side_by_side_as_they_were_and_as_they_are(
    show: Show, office: Office, make_story: MakeStory, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = [take_in(office.newsroom, picture(tmp_path / f"{name}.png", name)).sha256 for name in ("red", "blue")]
    one, two = (replace(photo, sha256=sha) for photo, sha in zip(make_story().photos, shown, strict=True))
    before = replace(make_story(), photos=(one, two))
    changed = replace(
        one,
        caption="GOTONG ROYONG: Warga mengikat bambu.",
        crop=Crop(0, 0, 500, 500),
        focal=FocalPoint(500, 400),
        alt="",
    )
    after = replace(
        before, photos=(changed,), body=tuple(b for b in before.body if not isinstance(b, PhotoBlock))
    )
    view = show(before, after)
    assert said(view)[0] == "“FOKUS: Anak-anak membaca di rak pertama.” dihapus"
    assert said(view)[1] == (
        "GOTONG ROYONG: Warga mengikat bambu.: Keterangan foto, Deskripsi foto, Potongan, Titik fokus"
    )
    assert said(view)[2] == "“FOKUS: Anak-anak membaca di rak pertama.” dihapus"
    text = view.toPlainText()
    assert text.count("Sebelum") == text.count("Sesudah") == 2
    assert "tidak ada di naskah" in text
    assert "Potongan: 0–50 % mendatar, 0–50 % menurun" in text
    assert worn(view, "merakit").fontStrikeOut()
    assert worn(view, "mengikat").fontUnderline()

    def colours() -> set[str]:
        found = set()
        image = view.grab().toImage()
        for across in range(0, image.width(), 4):
            for down in range(0, image.height(), 4):
                found.add(image.pixelColor(across, down).name())
        return found

    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    qtbot.waitUntil(lambda: "#ff0000" in colours() or "#fe0000" in colours())


def test_a_lead_that_moved_and_a_photo_added_are_told(show: Show, make_story: MakeStory) -> None:
    one, two = make_story().photos
    before = replace(make_story(), photos=(one, replace(two, sha256="9" * 64)), body=())
    after = replace(before, photos=(replace(before.photos[1], lead=True), replace(one, lead=False)))
    view = show(before, after)
    assert "dipindah ke sini, Foto utama" in " ".join(said(view))
    added = show(replace(before, photos=()), replace(before, photos=(one,)))
    assert "Foto utama: ya" in added.toPlainText()
    assert "Pemotret: Bayu Nirwana" in added.toPlainText()


def test_no_file_and_no_address_is_read_for_a_picture(show: Show, make_story: MakeStory, tmp_path: Path) -> None:
    secret = picture(tmp_path / "rahasia.png", "magenta")
    view = show(make_story(), replace(make_story(), headline="LAIN"))
    cursor = QTextCursor(view.document())
    for address in (secret.as_uri(), str(secret), "https://contoh.id/a.png"):
        cursor.insertImage(address)
    colours = {view.grab().toImage().pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 300, 3)}
    assert "#ff00ff" not in colours


def test_another_theme_dresses_it_anew(show: Show, office: Office, make_story: MakeStory, qtbot: QtBot) -> None:
    view = show(make_story(), replace(make_story(), headline="LAIN SEKALI"))
    light = worn(view, "LAIN").foreground().color().name()
    with qtbot.waitSignal(view.written):
        office.theme.set_mode(Mode.DARK)
    assert worn(view, "LAIN").foreground().color().name() != light


def test_a_paragraph_without_an_end_is_shown_without_its_midst(show: Show) -> None:
    long = "kata " * 2_000
    view = show(
        Story(body=(paragraph("a1", f"Awal {long}akhir."),)),
        Story(body=(paragraph("a1", f"Awal {long}selesai."),)),
    )
    assert "[…]" in view.toPlainText()
    assert len(view.toPlainText()) < 2_000
    assert said(view) == ["“akhir” menjadi “selesai”"]


def test_a_long_story_rewritten_never_holds_the_window_up(show: Show, qtbot: QtBot) -> None:
    body = tuple(
        paragraph(f"{number:04x}", f"Kalimat nomor {number} " + "kata lama " * 20) for number in range(400)
    )
    other = tuple(paragraph(block.key, block.text.replace("lama", "baru")) for block in body)
    comparison: Comparison = compare(Story(body=body), Story(body=other))
    view = show(Story(), Story())
    beats: list[int] = []
    heart = QTimer(view)
    heart.timeout.connect(lambda: beats.append(len(view.stops)))
    heart.start()
    with qtbot.waitSignal(view.written, timeout=30_000):
        view.show_comparison(comparison)
    assert len(view.stops) >= 400
    assert len({count for count in beats if 0 < count < len(view.stops)}) > 3  # the window went on meanwhile
