"""The foot of the panels: its title, its order, its height, and the editor's note."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.reviewing import approve, return_story, submit
from editor_app.story.body import Span, TextBlock
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story
from editor_app.ui.checks_foot import MOST_HEIGHT, ChecksFoot
from editor_app.ui.kit.theme import Mode
from editor_app.ui.main_window import REVIEW
from tests.ui.hands import CONTROL, key, named, press, press_named, typed
from tests.ui.office import EDITOR, WRITER, Office, picture
from tests.ui.steps import findings

NOTE = "Nama narasumber belum ada."


def photos(office: Office, count: int) -> tuple[Attachment, ...]:
    folder = office.newsroom.folder.parent
    original = take_in(office.newsroom, picture(folder / "a.jpg"))
    return tuple(attached(original, file=f"{number}.jpg") for number in range(count))


def whole(office: Office) -> Story:
    photo = replace(photos(office, 1)[0], caption="FOKUS: Rakit.", alt="Rakit", creator="Bayu", lead=True)
    return Story(
        headline="Rakit",
        dateline="Tirta",
        section="Berita",
        language="id",
        credits=Credits(("Ratri",), ("Bayu",), ("Sekar",)),
        body=(TextBlock("a0000001", (Span("Warga membangun."),)),),
        photos=(photo,),
    )


def said(foot: ChecksFoot) -> list[str]:
    """What stands in the foot, from top to bottom."""
    seen = [each for each in foot.findChildren(QLabel) if each.isVisible() and each.text()]
    return [each.text() for each in sorted(seen, key=lambda each: each.mapTo(foot, each.rect().topLeft()).y())]


def area(foot: ChecksFoot) -> QScrollArea:
    return foot.findChildren(QScrollArea)[0]


def test_what_is_missing_of_one_photo_stands_together(office: Office) -> None:
    story = replace(whole(office), headline="", photos=photos(office, 2))
    window = office.sit(story=office.story(story), size=(1440, 900))
    lines = said(window.checks)[1:]
    numbers = [line.split()[1] for line in lines if line.split()[1].isdigit()]
    assert numbers == ["1", "1", "1", "2", "2", "2"]
    assert not lines[0].startswith("Foto ")


def test_the_foot_shows_about_four_lines_and_scrolls_for_the_rest(office: Office) -> None:
    window = office.sit(story=office.story(Story(language="id", photos=photos(office, 4))))
    assert area(window.checks).height() == MOST_HEIGHT
    assert area(window.checks).verticalScrollBar().maximum() > 0


def test_the_foot_grows_for_a_story_that_lacks_more(office: Office, qtbot: QtBot) -> None:
    lacking = office.story(Story(language="id", photos=photos(office, 4)))
    window = office.sit(story=office.story(whole(office)))
    window.story.open(lacking)
    qtbot.waitUntil(lambda: window.story.story_id == lacking)
    assert area(window.checks).height() == MOST_HEIGHT


def test_the_foot_is_as_tall_as_its_lines(office: Office) -> None:
    window = office.sit(story=office.story(replace(whole(office), headline="", dateline="")))
    assert len(said(window.checks)) == 3
    assert area(window.checks).verticalScrollBar().maximum() == 0
    assert area(window.checks).height() < MOST_HEIGHT


def test_the_foot_keeps_its_height_while_something_is_typed(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(replace(whole(office), headline="", dateline="")))
    press(window.page.headline)
    before = window.checks.height()
    typed("Rakit")
    qtbot.waitUntil(lambda: "headline-missing" not in findings(window))
    assert len(said(window.checks)) == 2
    assert window.checks.height() == before
    press(window.page.dateline)
    qtbot.waitUntil(lambda: window.checks.height() < before)


def test_another_theme_leaves_the_foot_as_tall_as_it_was(office: Office) -> None:
    window = office.sit(story=office.story(whole(office)))
    before = window.checks.height()
    for mode in (Mode.DARK, Mode.LIGHT):
        office.theme.set_mode(mode)
        QApplication.processEvents()
        assert window.checks.height() == before
        assert area(window.checks).verticalScrollBar().maximum() == 0


def test_the_title_says_whether_approval_is_still_to_come(office: Office) -> None:
    writer, editor = office.person(WRITER), office.person(EDITOR)
    story_id = office.story(replace(whole(office), credits=Credits(("Ratri",), ("Bayu",), ("Wening",))))
    window = office.sit(story=story_id)
    assert said(window.checks)[0] == "SEBELUM DISETUJUI"
    submit(office.newsroom, story_id=story_id, person=writer)
    approve(office.newsroom, story_id=story_id, person=editor)
    window = office.sit(EDITOR, story=story_id)
    assert said(window.checks)[0] == "PEMERIKSAAN"


def test_the_editors_note_comes_first_and_leads_to_the_review(office: Office) -> None:
    writer, editor = office.person(WRITER), office.person(EDITOR)
    story_id = office.story(whole(office))
    submit(office.newsroom, story_id=story_id, person=writer)
    return_story(office.newsroom, story_id=story_id, person=editor, note=NOTE)
    window = office.sit(story=story_id)
    line = f"Dikembalikan oleh {EDITOR}: “{NOTE}”"
    assert said(window.checks)[:2] == ["SEBELUM DISETUJUI", line]
    press_named(window.checks, line, QWidget)
    assert window.side.current == REVIEW
    key(Qt.Key.Key_1, CONTROL)
    named(window.checks, line, QWidget).setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Return)
    assert window.side.current == REVIEW
