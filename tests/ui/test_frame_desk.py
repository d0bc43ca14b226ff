"""What the desk shows of a story: states, short names, the headline and lead of the moment; what is off it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editor_app.newsroom.originals import attached, take_in
from editor_app.newsroom.publishing import ExportFormat, correct, export
from editor_app.newsroom.reviewing import approve, spike, submit
from editor_app.newsroom.staff import add_person
from editor_app.story.body import Span, TextBlock
from editor_app.story.people import Role
from editor_app.story.story import Credits, Story
from editor_app.ui.desk_delegate import facts
from editor_app.ui.kit.fonts import ui_font
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import choose, fill, named, press_named, typed
from tests.ui.office import EDITOR, PHOTOGRAPHER, WRITER, Office, picture
from tests.ui.steps import add_photos, at_rest, to_body

AGE = "12 mnt"


def headlines(window: MainWindow) -> list[str]:
    model = window.desk.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def corrected(office: Office) -> str:
    """A story that went out and is being corrected."""
    original = take_in(office.newsroom, picture(office.newsroom.folder.parent / "rakit.jpg"))
    photo = attached(original, file="rakit.jpg")
    photo = replace(photo, caption="FOKUS: Rakit.", alt="Rakit bambu", creator=PHOTOGRAPHER, lead=True)
    story = Story(
        headline="Perpustakaan apung",
        dateline="Tirta",
        section="Berita",
        language="id",
        credits=Credits((WRITER,), (PHOTOGRAPHER,), (EDITOR,)),
        body=(TextBlock("a0000001", (Span("Warga membangun."),)),),
        photos=(photo,),
    )
    story_id, editor = office.story(story), office.person(EDITOR)
    submit(office.newsroom, story_id=story_id, person=office.person(WRITER))
    approve(office.newsroom, story_id=story_id, person=editor)
    out = office.newsroom.folder.parent / "out"
    export(office.newsroom, story_id=story_id, format=ExportFormat.HTML, out=out, person=editor)
    correct(office.newsroom, story_id=story_id, person=editor, note="Nama desa.")
    return story_id


def test_a_spiked_story_is_off_the_desk_until_its_own_state_is_chosen(office: Office, qtbot: QtBot) -> None:
    office.story(Story(headline="Tetap", language="id"))
    gone = office.story(Story(headline="Batal", language="id"))
    spike(office.newsroom, story_id=gone, person=office.person(WRITER))
    window = office.sit()
    assert headlines(window) == ["Tetap"]
    qtbot.waitUntil(lambda: named(window.desk, "Semua 1", QAbstractButton).isVisible())
    press_named(window.desk, "Status lain", QAbstractButton)
    choose(qtbot, "Batal terbit  1")
    qtbot.waitUntil(lambda: headlines(window) == ["Batal"])


def test_the_usual_chips_come_back_when_one_of_them_is_chosen(office: Office, qtbot: QtBot) -> None:
    office.story()
    window = office.sit()

    def chips() -> list[str]:
        names = ("Semua", "Draf", "Menunggu", "Siap", "Batal")
        buttons = [each for each in window.desk.findChildren(QAbstractButton) if each.isVisible()]
        return [name for name in names for each in buttons if each.text().startswith(name)]

    usual = chips()
    press_named(window.desk, "Status lain", QAbstractButton)
    choose(qtbot, "Batal terbit  0")
    assert chips() != usual
    qtbot.waitUntil(lambda: headlines(window) == [])
    press_named(window.desk, "Semua 1", QAbstractButton)
    qtbot.waitUntil(lambda: chips() == usual)


def test_a_story_that_is_out_while_it_is_worked_on_shows_both(office: Office) -> None:
    corrected(office)
    window = office.sit()
    index = window.desk.model.index(0)
    said = str(window.desk.model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    assert "Draf, Siap tayang" in said
    states = window.theme.tokens
    colours = shades(window, 0)
    assert {states.state("draft").ground, states.state("exported").ground} <= colours


def shades(window: MainWindow, row: int) -> set[str]:
    """The colours that a row is painted in."""
    view = window.desk.list
    rect = view.visualRect(view.model().index(row, 0))
    image = view.viewport().grab(QRect(rect)).toImage()
    return {
        image.pixelColor(QPoint(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_the_chip_of_the_chosen_story_keeps_its_tint(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", language="id")))
    qtbot.waitUntil(lambda: window.theme.tokens.tint in shades(window, 0))
    assert window.theme.tokens.state("draft").ground in shades(window, 0)


def test_people_of_the_newsroom_have_short_names_and_organisations_whole_ones(office: Office) -> None:
    add_person(office.newsroom, name="Danu Wiratama, S.Sos.", roles=[Role.WRITER])
    named_there = Credits(writers=("Danu Wiratama, S.Sos.", WRITER, "Humas Kota Tirta"))
    office.story(Story(headline="Rakit", language="id", credits=named_there))
    window = office.sit()
    row = window.desk.model.story_at(0)
    assert row is not None
    assert window.desk.model.people_of(row) == "Danu W., Ratri M., Humas Kota Tirta"


@pytest.mark.parametrize(
    ("room", "shown"),
    [(400, f"Ratri M.  ·  {AGE}"), (95, "…"), (60, AGE)],
)
def test_the_name_is_shortened_then_dropped_before_the_age(qtbot: QtBot, room: int, shown: str) -> None:
    metrics = QFontMetrics(ui_font(12))
    said = facts("Ratri M.", AGE, metrics, room)
    assert shown in said
    assert said.endswith(AGE)
    assert metrics.horizontalAdvance(said) <= room


def test_the_desk_follows_headline_and_lead_while_they_are_changed(office: Office, qtbot: QtBot) -> None:
    window = office.sit(story=office.story(Story(headline="Rakit", language="id")))
    fill(window.page.headline, "Perahu")
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    lead = window.story.fields.lead
    assert lead is not None

    def follows() -> bool:
        row = window.desk.model.story_at(0)
        return row is not None and (row.headline, row.lead) == ("Perahu", lead.sha256)

    qtbot.waitUntil(follows)
    to_body(window)
    typed("Kata.")
    at_rest(window, qtbot)
    assert follows()


def test_the_scroll_bar_of_the_desk_takes_no_room(office: Office, qtbot: QtBot) -> None:
    office.story()
    window = office.sit(size=(1200, 620))
    width = window.desk.list.viewport().width()
    assert not window.desk.scroll_bar.isVisible()
    for number in range(12):
        office.story(Story(headline=f"Naskah {number}", language="id"))
    window.desk.refresh()
    qtbot.waitUntil(window.desk.scroll_bar.isVisible)
    assert window.desk.list.viewport().width() == width
    window.desk.scroll_bar.setValue(window.desk.scroll_bar.maximum())
    inner = window.desk.list.verticalScrollBar()
    assert inner.value() == inner.maximum()
