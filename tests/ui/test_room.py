"""Nothing is cut off: at 1280 by 720, in both languages, every text has the room that it needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.publishing import ExportFormat, export
from editor_app.newsroom.reviewing import approve, return_story, submit
from editor_app.story.body import Span, TextBlock
from editor_app.story.story import Credits, Story
from editor_app.story.workflow import Action
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.person_dialog import PersonDialog
from editor_app.ui.dialogs.start_dialog import StartDialog
from editor_app.ui.facts_label import FactsLabel
from editor_app.ui.kit.dialog import NoteDialog
from editor_app.ui.kit.label import ElidedLabel
from editor_app.ui.main_window import DETAILS, PHOTOS, REVIEW, MainWindow
from editor_app.words import LANGUAGES, Language, Trouble, Words
from tests.ui.hands import into_sight, with_dialog
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import open_card, shown

SIZE = (1280, 720)
languages = pytest.mark.parametrize("language", LANGUAGES)


def cut_off(root: QWidget) -> list[str]:
    """What in sight has less room than its words need, or reaches out of what it stands in."""
    QApplication.processEvents()
    return [f"{type(each).__name__} {words!r}: {fault}" for each, words, fault in _faults(root)]


def _faults(root: QWidget) -> Iterator[tuple[QWidget, str, str]]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel | FactsLabel) or _inside(widget, QComboBox):
            continue
        words, fault = _words(widget), _lack(widget)
        if words and not fault:
            fault = _reaches_out(widget)
        if words and fault:
            yield widget, words, fault


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton | QCheckBox | QToolButton | QAbstractButton):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return "tabs" if isinstance(widget, QTabBar) else ""


def _lack(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        room = widget.contentsRect()
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return f"{needed} px high in {widget.height()}" if needed > widget.height() else ""
        needed = widget.sizeHint().width()
        return f"{needed} px in {widget.width()}" if needed > widget.width() and room.width() else ""
    if isinstance(widget, QTabBar):
        needed = sum(widget.tabSizeHint(index).width() for index in range(widget.count()))
        return f"{needed} px in {widget.width()}" if needed > widget.width() else ""
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        room = widget.contentsRect().width() - margins.left() - margins.right() - 4
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        return f"{needed} px in {room}" if not widget.text() and needed > room else ""
    needed = widget.minimumSizeHint().width()
    return f"{needed} px in {widget.width()}" if needed > widget.width() else ""


def _reaches_out(widget: QWidget) -> str:
    """A widget may lie outside the view of a list that scrolls, and nowhere else outside what it stands in."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow() and not isinstance(above.parentWidget(), QScrollArea):
        place = QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())
        if not above.rect().contains(place):
            return f"{place.getRect()} reaches out of {type(above).__name__} {above.rect().getRect()}"
        above = above.parentWidget()
    return ""


def _inside(widget: QWidget, kind: type[QWidget]) -> bool:
    above = widget.parentWidget()
    return above is not None and (isinstance(above, kind) or _inside(above, kind))


@pytest.fixture
def story(office: Office, tmp_path: Path) -> str:
    """A long story with photos that passes all checks."""
    photos = []
    for number in range(3):
        original = take_in(office.newsroom, picture(tmp_path / f"{number}.jpg", ("teal", "tan", "navy")[number]))
        photo = attached(original, file=f"{number}.jpg")
        said = {"caption": "FOKUS: " + "Warga membaca di rakit. " * 4, "alt": "Rakit", "creator": PHOTOGRAPHER}
        fields = {name: getattr(photo, name) for name in ("key", "sha256", "file")}
        photos.append(type(photo)(**fields, **said, agency="Humas Kota Tirta", lead=number == 0))
    return office.story(
        Story(
            headline="WARGA DESA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG DI TEPI DANAU",
            kicker="Pendidikan",
            standfirst="Rakit bambu di tepi danau menjadi ruang baca anak-anak desa sepanjang tahun.",
            dateline="Kota Tirta",
            section="Siaran Pers",
            language="id",
            keywords=("perpustakaan", "desa", "membaca"),
            credits=Credits((WRITER, "Danu Wiratama, S.Sos."), (PHOTOGRAPHER, "Humas Kota Tirta"), (EDITOR,)),
            body=(TextBlock("a0000001", (Span("Warga membangun rakit. " * 20),)),),
            photos=tuple(photos),
        )
    )


def everywhere(window: MainWindow, qtbot: QtBot) -> list[str]:
    """What is cut off on any of the three tabs, with the card of a photo open."""
    found = []
    for code in (PHOTOS, DETAILS, REVIEW):
        window.side.show_page(code)
        if code == PHOTOS and window.photos.cards:
            open_card(window, qtbot, 0)
            into_sight(window.photos.cards[0])
        found += cut_off(window)
    return found


@languages
def test_an_empty_desk(office: Office, language: Language) -> None:
    assert cut_off(office.sit(language=language, size=SIZE)) == []


@languages
def test_a_new_story_with_all_its_checks(office: Office, qtbot: QtBot, language: Language) -> None:
    window = office.sit(language=language, size=SIZE, story=office.story())
    assert everywhere(window, qtbot) == []


@languages
def test_a_full_story_as_its_writer_sees_it(office: Office, qtbot: QtBot, story: str, language: Language) -> None:
    window = office.sit(language=language, size=SIZE, story=story)
    assert everywhere(window, qtbot) == []


@languages
def test_a_story_in_review_for_writer_and_editor(
    office: Office, qtbot: QtBot, story: str, language: Language
) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    for name in (WRITER, EDITOR):
        window = office.sit(name, language=language, size=SIZE, story=story)
        assert everywhere(window, qtbot) == [], name
        window.close()


@languages
def test_a_returned_story_with_its_note(office: Office, qtbot: QtBot, story: str, language: Language) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    note = "Sebutkan berapa bukunya, dan siapa yang menyumbang. " * 3
    return_story(office.newsroom, story_id=story, person=office.person(EDITOR), note=note)
    window = office.sit(language=language, size=SIZE, story=story)
    assert everywhere(window, qtbot) == []
    said = [each.text() for each in window.checks.findChildren(QLabel) if each.isVisible()]
    assert window.words.text("checks.none") not in said  # not while an editor asks for something


@languages
def test_an_approved_story_with_its_strip(office: Office, qtbot: QtBot, story: str, language: Language) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    approve(office.newsroom, story_id=story, person=office.person(EDITOR))
    window = office.sit(EDITOR, language=language, size=SIZE, story=story)
    assert everywhere(window, qtbot) == []
    window.tell(Trouble("disk-full", file="newsroom.db"))
    assert cut_off(window) == []


@languages
def test_the_smallest_window(office: Office, qtbot: QtBot, story: str, language: Language) -> None:
    window = office.sit(EDITOR, language=language, size=(1000, 600), story=story)
    assert window.width() <= SIZE[0]
    assert everywhere(window, qtbot) == []


@languages
def test_the_dialogs_of_a_story_in_review_and_of_one_that_is_out(
    office: Office, qtbot: QtBot, story: str, language: Language
) -> None:
    editor = office.person(EDITOR)
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    window = office.sit(EDITOR, language=language, size=SIZE, story=story)
    for action in (Action.RETURN, Action.RECORD_APPROVAL, Action.SPIKE, Action.PROOF):
        with_dialog(qtbot, lambda action=action: window.actions_of_story.run(action), nothing_cut_off)
    approve(office.newsroom, story_id=story, person=editor)
    out = office.newsroom.folder / "exports"
    export(office.newsroom, story_id=story, person=editor, format=ExportFormat.HTML, out=out)
    window.story.look_again()
    qtbot.waitUntil(lambda: shown(window) == "exported")
    for action in (Action.MARK_LIVE, Action.CORRECT, Action.WITHDRAW, Action.EXPORT):
        with_dialog(qtbot, lambda action=action: window.actions_of_story.run(action), nothing_cut_off)


@languages
def test_the_dialogs_of_the_program(office: Office, qtbot: QtBot, language: Language) -> None:
    words = Words(language)
    for dialog in (
        StartDialog(office.theme, words, str(office.newsroom.folder)),
        PersonDialog(office.theme, words, None),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        nothing_cut_off(dialog)


def nothing_cut_off(dialog: QDialog) -> None:
    """Neither as it opens nor where it says what is wanting."""
    assert cut_off(dialog) == [], dialog.windowTitle()
    for button in dialog.findChildren(QPushButton):
        if button.isDefault() and isinstance(dialog, FormDialog | NoteDialog):
            button.click()
            assert cut_off(dialog) == [], dialog.windowTitle()
    dialog.reject()


def test_the_check_sees_what_is_cut_off(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(300, 100)
    narrow, low = QLabel("Naskah baru", holder), QLabel("Naskah baru " * 9, holder)
    row = QWidget(holder)
    row.setGeometry(200, 0, 60, 60)
    out = QPushButton("Ya", row)
    narrow.setGeometry(0, 0, 20, 20)
    low.setWordWrap(True)
    low.setGeometry(0, 20, 100, 14)
    out.setGeometry(30, 0, 80, 30)
    holder.show()
    assert len(cut_off(holder)) == 3


@languages
def test_a_story_in_review_keeps_a_small_window_small(
    office: Office, qtbot: QtBot, story: str, language: Language
) -> None:
    submit(office.newsroom, story_id=story, person=office.person(WRITER))
    window = office.sit(EDITOR, language=language, size=(1000, 600), story=story)
    qtbot.waitUntil(lambda: window.header.button(Action.APPROVE) is not None)
    QApplication.processEvents()
    assert window.width() == 1000
    assert cut_off(window) == []
    for action in (Action.RETURN, Action.APPROVE):
        button = window.header.button(action)
        assert button is not None
        assert window.header.rect().contains(button.geometry())
