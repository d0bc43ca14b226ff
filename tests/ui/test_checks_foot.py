"""The checks under the panels: each line leads to its place, by the mouse and by the keys."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.story.body import Span, TextBlock
from editor_app.story.checks import Finding, Place
from editor_app.story.house_style import Severity
from editor_app.story.story import Credits, Story
from editor_app.ui.main_window import DETAILS, PHOTOS, MainWindow
from tests.ui.hands import CONTROL, key, named, press, press_named, typed
from tests.ui.office import Office, picture
from tests.ui.steps import add_photos, findings, to_body


def sentence(window: MainWindow, code: str, **params: object) -> str:
    severity = next(finding.severity for finding in window.story.findings if finding.code == code)
    return f"{window.words.text(f'severity.{severity}')}: {window.words.text(f'check.{code}', **params)}"


def test_a_check_of_a_field_on_the_page_leads_into_it(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story())
    for code, field in (
        ("headline-missing", window.page.headline),
        ("dateline-missing", window.page.dateline),
        ("body-missing", window.page.body),
    ):
        press_named(window.checks, sentence(window, code), QWidget)
        assert field.hasFocus()
    typed("Satu.")
    qtbot.waitUntil(lambda: "body-missing" not in findings(window))


def test_a_check_of_the_details_turns_to_them_and_leads_into_the_field(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(language="id")))
    for code, name in (("writer-missing", "writers"), ("editor-missing", "editors")):
        press_named(window.checks, sentence(window, code), QWidget)
        assert window.side.current == DETAILS
        typed(f"Orang {name}\n")
        qtbot.waitUntil(lambda code=code: code not in findings(window))  # type: ignore[misc]
    assert window.story.fields.credits.writers == ("Orang writers",)
    assert window.story.fields.credits.editors == ("Orang editors",)


def test_a_missing_lead_leads_to_the_photos(office: Office) -> None:
    window = office.sit(story=office.story())
    key(Qt.Key.Key_2, CONTROL)
    press_named(window.checks, sentence(window, "lead-missing"), QWidget)
    assert window.side.current == PHOTOS


def test_a_check_of_a_photo_opens_its_card_at_what_is_missing(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story())
    folder = office.newsroom.folder.parent
    add_photos(window, qtbot, picture(folder / "a.jpg"), picture(folder / "b.jpg", "tan"))
    qtbot.waitUntil(lambda: "alt-missing" in findings(window))
    key(Qt.Key.Key_2, CONTROL)

    press_named(window.checks, sentence(window, "caption-missing", number=2), QWidget)
    assert window.side.current == PHOTOS
    typed("FOKUS: Dua.")
    assert window.story.fields.photos[1].caption == "FOKUS: Dua."
    press_named(window.checks, sentence(window, "credit-missing", number=1), QWidget)
    typed("Bayu")
    assert window.story.fields.photos[0].creator == "Bayu"
    press_named(window.checks, sentence(window, "alt-missing", number=2), QWidget)
    typed("Rakit bambu")
    assert window.story.fields.photos[1].alt == "Rakit bambu"


def test_a_check_leads_by_the_keys_too(office: Office) -> None:
    window = office.sit(story=office.story())
    line = named(window.checks, sentence(window, "dateline-missing"), QWidget)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Return)
    assert window.page.dateline.hasFocus()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Space)
    assert window.page.dateline.hasFocus()


def test_a_place_in_the_text_puts_the_cursor_there(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story())
    to_body(window)
    typed("Satu.\nDua.\nTiga.")
    second = window.story.story().body[1].key
    window.go_to(Finding("dateline-missing", Severity.HINT, Place("block", second)))
    assert window.page.body.hasFocus()
    typed("Nomor ")
    assert window.story.story().body[1].text == "Nomor Dua."  # type: ignore[union-attr]


def test_a_line_that_stays_keeps_the_keyboard_while_others_go(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(language="id")))
    press(window.page.headline)
    typed("Judul")
    line = named(window.checks, sentence(window, "writer-missing"), QWidget)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: "headline-missing" not in findings(window))
    assert line.hasFocus()
    key(Qt.Key.Key_Return)
    assert window.side.current == DETAILS


def test_a_story_without_findings_says_so(office: Office, qtbot: QtBot) -> None:
    photo = replace(
        attached(take_in(office.newsroom, picture(office.newsroom.folder.parent / "a.jpg")), file="a.jpg"),
        caption="FOKUS: Rakit.",
        alt="Rakit",
        creator="Bayu",
        lead=True,
    )
    story = Story(
        headline="Rakit",
        dateline="Tirta",
        section="Berita",
        language="id",
        credits=Credits(("Ratri",), ("Bayu",), ("Sekar",)),
        body=(TextBlock("a0000001", (Span("Warga membangun."),)),),
        photos=(photo,),
    )
    window = office.sit(story=office.story(story))
    assert not window.story.findings
    labels = [each.text() for each in window.checks.findChildren(QLabel) if each.isVisible()]
    assert labels == ["SEBELUM DISETUJUI", window.words.text("checks.none")]
