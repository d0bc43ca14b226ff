"""Finding in a story: through every text that readers see, by the keys and the buttons of the bar."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from editor_app.newsroom.reviewing import spike
from editor_app.richtext.appearance import Marking
from editor_app.story.body import BreakBlock, Cell, Span, Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, SHIFT, fill, key, named, press, press_named, typed
from tests.ui.office import WRITER, Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, text_of, to_body

ALT = Qt.KeyboardModifier.AltModifier
LONG = tuple(TextBlock(f"b{number:07}", (Span("Warga membangun rakit. " * 12),)) for number in range(40))
STORY = Story(
    kicker="Rakit",
    headline="RAKIT DARI BAMBU",
    standfirst="Warga merakit rakit.",
    dateline="Rakitan",
    body=(
        TextBlock("a0000001", (Span("Sebuah "), Span("ra", ("strong",)), Span("kit dibuat."))),
        BreakBlock("a0000002"),
        TextBlock("a0000003", (Span("Rakit itu hanyut. 😀 Rakit lain tidak."),)),
        TextBlock("a0000004"),
    ),
)


def seek(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Opens the bar by the keys, types what is sought, and waits for the hits."""
    key(Qt.Key.Key_F, CONTROL)
    key(Qt.Key.Key_A, CONTROL)
    write(window, qtbot, text)


def write(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Types what is sought, and waits for the hits."""
    typed(text)
    bar, finding = window.find_bar, window.finding
    qtbot.waitUntil(lambda: finding._search.query == bar.query and not finding._is_seeking)


def count(window: MainWindow) -> str:
    return window.find_bar.sought.count


def here(window: MainWindow) -> tuple[str, str]:
    """Where the hit one stands at is, and what is selected there."""
    found = window.finding.current
    assert found is not None
    window_places = {"kicker": window.page.kicker, "headline": window.page.headline}
    window_places |= {"standfirst": window.page.standfirst, "dateline": window.page.dateline}
    widget = window_places.get(found.spot.kind, window.page.body)
    if found.spot.at_photo:
        field = window.photos.field(found.spot.key, found.spot.kind)
        assert field is not None
        widget = field
    selected = widget.selectedText() if isinstance(widget, QLineEdit) else widget.textCursor().selectedText()
    return found.spot.kind, selected


def shade(window: MainWindow) -> str:
    """The ground at the end of the body's first line, where no words stand."""
    body = window.page.body
    line = body.cursorRect(QTextCursor(window.story.document))
    place = body.viewport().mapTo(window, QPoint(body.viewport().width() - 20, line.center().y()))
    return window.grab().toImage().pixelColor(place).name()


def in_sight(window: MainWindow) -> bool:
    """Whether the caret of the body shows on the page."""
    page, body = window.page, window.page.body
    caret = body.cursorRect().translated(body.mapTo(page.viewport(), QPoint(0, 0)))
    return page.viewport().rect().contains(caret.center())


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> MainWindow:
    window = office.sit(story=office.story(STORY))
    to_body(window, end=False)
    return window


def test_every_text_is_gone_through_in_reading_order(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    assert QApplication.focusWidget() is window.find_bar.sought
    assert count(window) == "6 dari 8"
    assert here(window) == ("block", "rakit")
    seen = [here(window)]
    for _ in range(8):
        key(Qt.Key.Key_Return)
        seen.append(here(window))
    assert [kind for kind, _ in seen] == [
        *("block", "block", "block", "kicker", "headline", "standfirst", "standfirst", "dateline", "block")
    ]
    assert seen[0] == seen[-1]
    assert [words for _, words in seen[1:8]] == ["Rakit", "Rakit", "Rakit", "RAKIT", "rakit", "rakit", "Rakit"]
    assert window.page.kicker.selectedText() == ""
    assert QApplication.focusWidget() is window.find_bar.sought
    key(Qt.Key.Key_Return, SHIFT)
    assert here(window) == ("dateline", "Rakit")
    assert count(window) == "5 dari 8"


def test_hits_are_marked_the_current_one_more(window: MainWindow, qtbot: QtBot) -> None:
    before = window.story.document.availableUndoSteps()
    seek(window, qtbot, "rakit")
    marks = window.story.document.appearance.markings
    assert marks["a0000001"] == (Marking(7, 12, "current"),)
    assert marks["a0000003"] == (Marking(0, 5, "found"), Marking(20, 25, "found"))
    assert [len(field.extraSelections()) for field in (window.page.headline, window.page.standfirst)] == [1, 2]
    key(Qt.Key.Key_F3)
    assert window.story.document.appearance.markings["a0000001"] == (Marking(7, 12, "found"),)
    key(Qt.Key.Key_Escape)
    assert window.story.document.appearance.markings == {}
    assert window.page.headline.extraSelections() == []
    assert window.story.document.availableUndoSteps() == before
    at_rest(window, qtbot)
    assert not window.story.differs


def test_escape_leaves_the_hit_selected_to_be_typed_over(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "dibuat")
    key(Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert QApplication.focusWidget() is window.page.body
    typed("dirakit")
    assert window.story.story().body[0].text == "Sebuah rakit dirakit."
    seek(window, qtbot, "bambu")
    key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page.headline
    typed("kayu")
    assert window.story.fields.headline == "RAKIT DARI kayu"
    seek(window, qtbot, "tidak ada di sini")
    assert count(window) == "Tidak ada"
    key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page.headline


def test_opening_it_again_carries_nobody_away(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "warga")
    key(Qt.Key.Key_Escape)
    to_body(window)
    typed(" Usai")
    before = window.page.body.textCursor().position()
    key(Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(lambda: count(window).endswith("temuan"))
    assert window.page.body.textCursor().position() == before
    key(Qt.Key.Key_Escape)
    typed(" sudah")
    assert text_of(window.story.story())[-1].endswith(" Usai sudah")


def test_in_focus_mode_escape_gives_the_keyboard_back_too(window: MainWindow, qtbot: QtBot) -> None:
    to_body(window)
    key(Qt.Key.Key_F11)
    seek(window, qtbot, "hanyut")
    key(Qt.Key.Key_Escape)
    assert window.page.body.hasFocus()
    assert window.page.body.textCursor().selectedText() == "hanyut"


def test_escape_on_the_page_closes_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    press(window.page.body, window.page.body.cursorRect().center())
    key(Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()


def test_what_is_selected_is_sought(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_Right, CONTROL | SHIFT)
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_F, CONTROL)
    assert window.find_bar.sought.text() == "Sebuah "
    assert count(window) == "1 dari 1"
    key(Qt.Key.Key_Escape)
    press(window.page.headline)
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Right, CONTROL | SHIFT)
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_F, CONTROL)
    assert window.find_bar.sought.text() == "RAKIT "


def test_what_is_selected_in_a_caption_keeps_its_no_break_spaces(office: Office, qtbot: QtBot) -> None:
    body = (TextBlock("a1", (Span("Sejauh 5 km."),)), TextBlock("a2", (Span("Lalu 5\u00a0km lagi."),)))
    window = office.sit(story=office.story(Story(headline="Sungai", body=body)))
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    fields = open_card(window, qtbot, 0).fields
    assert fields is not None
    fill(fields.alt, "5 km")
    fill(fields.caption, "5\u00a0km 😀")
    key(Qt.Key.Key_Home, CONTROL)
    key(Qt.Key.Key_Right, SHIFT, times=4)
    assert window.finding._places.selected_text() == "5\u00a0km"
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_F, CONTROL)
    assert count(window).endswith("dari 4")  # one that was only taken along finds every other space too


def test_a_selection_over_paragraphs_is_searched_not_sought(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_A, CONTROL)
    assert "\u2029" in window.page.body.textCursor().selectedText()
    key(Qt.Key.Key_F, CONTROL)
    assert window.find_bar.sought.text() == ""
    assert window.find_bar.in_selection.isChecked()


def test_finding_is_no_change_of_the_story(window: MainWindow, qtbot: QtBot) -> None:
    at_rest(window, qtbot)
    written, edits = window.story.story(), window.story._keeper.edits
    states: list[object] = []
    window.story.edited.connect(lambda: states.append("edited"))
    window.story.kept.connect(lambda: states.append(window.story.keeping))
    seek(window, qtbot, "rakit")
    key(Qt.Key.Key_Return, times=8)
    key(Qt.Key.Key_Escape)
    assert (states, window.story._keeper.edits, window.story.story()) == ([], edits, written)
    assert not window.story._keeper._timer.isActive()
    assert not window.story.differs


def test_the_keys_go_on_from_the_page_and_open_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_F3)  # nothing is sought yet: it asks
    assert QApplication.focusWidget() is window.find_bar.sought
    write(window, qtbot, "rakit")
    key(Qt.Key.Key_Escape)
    to_body(window, end=False)
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_F3)
    assert window.find_bar.isVisible()
    assert QApplication.focusWidget() is window.page.body
    assert here(window) == ("block", "rakit")
    assert count(window) == "6 dari 8"
    key(Qt.Key.Key_G, CONTROL)
    assert count(window) == "7 dari 8"
    key(Qt.Key.Key_G, CONTROL | SHIFT)
    assert count(window) == "6 dari 8"
    key(Qt.Key.Key_F, CONTROL)
    key(Qt.Key.Key_F3, SHIFT)  # in the bar, where no letters change their case
    assert count(window) == "5 dari 8"
    press_named(window.find_bar, "Temuan berikutnya", ToolButton)
    press_named(window.find_bar, "Temuan berikutnya", ToolButton)
    assert count(window) == "7 dari 8"
    press_named(window.find_bar, "Temuan sebelumnya", ToolButton)
    assert count(window) == "6 dari 8"


def test_the_search_goes_on_from_where_the_cursor_is_put(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    to_body(window)
    key(Qt.Key.Key_F3)
    assert count(window) == "1 dari 8"
    to_body(window)
    key(Qt.Key.Key_G, CONTROL | SHIFT)
    assert count(window) == "8 dari 8"
    press(window.page.standfirst)
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_F3)
    assert here(window) == ("dateline", "Rakit")


def test_how_it_is_sought_is_switched_by_keys_and_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_C, ALT)
    assert count(window) == "3 dari 3"
    with qtbot.waitSignal(window.finding.searched):
        press_named(window.find_bar, "Bedakan huruf besar dan kecil", ToolButton)
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_W, ALT)
    assert count(window).endswith("dari 6")
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_W, ALT)
        key(Qt.Key.Key_R, ALT)
    key(Qt.Key.Key_A, CONTROL)
    write(window, qtbot, r"r\w+t\b")
    assert count(window).endswith("dari 7")


def test_a_wrong_pattern_says_where(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "(rakit")
    assert count(window) == "Tidak ada"
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_R, ALT)
    assert window.find_bar._said.text() == "Kurung ( di pola belum ditutup: kurang tanda ) di karakter ke-7."
    assert window.find_bar._said.isVisible()
    assert count(window) == ""
    key(Qt.Key.Key_Return)
    write(window, qtbot, ")")
    assert not window.find_bar._said.isVisible()


def test_a_pattern_that_goes_on_for_ever_is_stopped_while_the_window_goes_on(
    office: Office, qtbot: QtBot
) -> None:
    window = office.sit(
        story=office.story(Story(headline="Rakit", body=(TextBlock("a1", (Span("a" * 60 + "b"),)),)))
    )
    to_body(window)
    key(Qt.Key.Key_F, CONTROL)
    key(Qt.Key.Key_R, ALT)
    typed("(a|aa)+$")
    press(window.page.headline)
    key(Qt.Key.Key_End)
    typed("!")
    assert window.page.headline.text() == "Rakit!"
    slow = window.words.text("find-too-slow")
    qtbot.waitUntil(lambda: window.find_bar._said.text() == slow, timeout=20_000)
    assert window.find_bar._said.isVisible()


def test_only_what_is_selected_is_searched(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_Down, SHIFT)
    key(Qt.Key.Key_Down, SHIFT)
    key(Qt.Key.Key_End, SHIFT)
    key(Qt.Key.Key_F, CONTROL)  # over several blocks: nobody seeks that, one seeks in it
    assert window.find_bar.in_selection.isChecked()
    assert window.find_bar.sought.text() == ""
    write(window, qtbot, "rakit")
    assert count(window) == "1 dari 3"
    assert shade(window) == window.theme.tokens.hover
    key(Qt.Key.Key_Return, times=3)
    assert count(window) == "1 dari 3"
    with qtbot.waitSignal(window.finding.searched):
        key(Qt.Key.Key_L, ALT)
    assert count(window).endswith("dari 8")
    assert shade(window) == window.theme.tokens.canvas
    key(Qt.Key.Key_L, ALT)  # the hit alone is no part to search in
    assert not window.find_bar.in_selection.isChecked()
    assert window.find_bar._said.text() == window.words.text("find.select-first")
    press(window.page.standfirst)
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Right, CONTROL | SHIFT, times=2)
    press_named(window.find_bar, "Hanya di teks yang dipilih", ToolButton)
    qtbot.waitUntil(lambda: count(window) == "1 dari 1")
    assert here(window) == ("standfirst", "rakit")


def test_captions_are_opened_where_they_are_read(office: Office, qtbot: QtBot) -> None:
    body = (TextBlock("a1", (Span("Awal rakit."),)), TextBlock("a2", (Span("Akhir rakit."),)))
    window = office.sit(story=office.story(Story(headline="Sungai", body=body)))
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    photo = window.story.fields.photos[0].key
    window.story.change_photo(photo, caption="Rakit bambu", alt="Orang di atas rakit", lead=False)
    window.side.show_page("details")
    to_body(window, end=False)
    seek(window, qtbot, "rakit")
    assert count(window) == "1 dari 4"
    key(Qt.Key.Key_Return, times=2)
    assert here(window) == ("caption", "Rakit")
    assert window.photos.isVisible()
    key(Qt.Key.Key_Return)
    assert here(window) == ("alt", "rakit")
    key(Qt.Key.Key_Escape)
    field = window.photos.field(photo, "alt")
    assert QApplication.focusWidget() is field
    typed("getek")
    assert window.story.fields.photos[0].alt == "Orang di atas getek"


def test_a_table_that_says_it_is_selected_whole(office: Office, qtbot: QtBot) -> None:
    table = Table("a2", ((Cell((Span("Rakit"),)), Cell((Span("Dua rakit"),))),))
    window = office.sit(
        story=office.story(Story(headline="Sungai", body=(TextBlock("a1", (Span("Awal"),)), table)))
    )
    to_body(window, end=False)
    seek(window, qtbot, "rakit")
    assert count(window) == "1 dari 2"
    assert window.page.body.textCursor().selectedText() == "\ufffc"
    key(Qt.Key.Key_Return)
    assert count(window) == "2 dari 2"
    key(Qt.Key.Key_Return)
    assert count(window) == "1 dari 2"


def test_a_hit_far_below_is_scrolled_to_and_marked_there(office: Office, qtbot: QtBot) -> None:
    last = TextBlock("c0000001", (Span("Perahu."),))
    window = office.sit(story=office.story(Story(headline="Rakit", body=(*LONG, last))))
    to_body(window, end=False)
    seek(window, qtbot, "rakit")
    marked = window.story.document.appearance.markings
    assert "b0000000" in marked
    assert "b0000039" not in marked  # what nobody sees is not dressed
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert len(window.story.document.appearance.markings["b0000039"]) == 12
    key(Qt.Key.Key_A, CONTROL)
    write(window, qtbot, "perahu")
    assert in_sight(window)
    assert here(window) == ("block", "Perahu")


def test_what_is_typed_meanwhile_counts_and_carries_nobody_away(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    to_body(window)
    with qtbot.waitSignal(window.finding.searched):
        typed("Rakit")
    assert count(window).endswith("dari 9") or count(window) == "9 temuan"
    assert window.page.body.textCursor().selectedText() == ""
    assert QApplication.focusWidget() is window.page.body


def test_a_locked_story_is_searched_and_not_changed(office: Office, qtbot: QtBot) -> None:
    story_id = office.story(STORY)
    spike(office.newsroom, story_id=story_id, person=office.person(WRITER))
    window = office.sit(story=story_id)
    press(window.page.body)
    seek(window, qtbot, "rakit")
    assert count(window).endswith("dari 8")
    key(Qt.Key.Key_H, CONTROL)
    lock = window.story.words_lock
    assert lock is not None
    why = window.words.say(lock)
    for button in (window.find_bar.replace, window.find_bar.replace_all):
        assert not button.isEnabled()
        assert button.toolTip() == why
        assert button.accessibleDescription() == why
    assert window.find_bar._why.isVisible()
    assert window.find_bar._why.text() == why
    typed("getek")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, CONTROL)
    assert window.story.fields.headline == STORY.headline
    assert text_of(window.story.story()) == text_of(STORY)


def test_another_story_is_searched_anew(office: Office, qtbot: QtBot) -> None:
    first, second = office.story(STORY), office.story(Story(headline="Rakit kedua"))
    window = office.sit(story=first)
    to_body(window, end=False)
    seek(window, qtbot, "rakit")
    with qtbot.waitSignal(window.finding.searched):
        window.story.open(second)
    qtbot.waitUntil(lambda: window.story.story_id == second and count(window) == "1 temuan")
    key(Qt.Key.Key_Return)
    assert here(window) == ("headline", "Rakit")


def test_the_part_that_was_searched_alone_is_forgotten_with_its_story(office: Office, qtbot: QtBot) -> None:
    first, second = office.story(STORY), office.story(Story(headline="Rakit kedua", body=STORY.body))
    window = office.sit(story=first)
    to_body(window, end=False)
    key(Qt.Key.Key_Down, SHIFT, times=3)
    key(Qt.Key.Key_F, CONTROL)
    write(window, qtbot, "rakit")
    assert shade(window) == window.theme.tokens.hover
    window.story.open(second)
    qtbot.waitUntil(lambda: window.story.story_id == second and count(window).startswith("4 "))
    assert not window.find_bar.in_selection.isChecked()
    qtbot.waitUntil(lambda: shade(window) == window.theme.tokens.canvas)


def test_what_is_written_in_a_line_is_sought_too(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    press(window.page.kicker)
    key(Qt.Key.Key_End)
    with qtbot.waitSignal(window.finding.searched):
        typed(" rakit")
    assert window.page.kicker.text() == "Rakit rakit"
    assert count(window) in ("9 temuan", "7 dari 9")
    key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page.kicker


def test_without_a_story_there_is_nothing_to_find(office: Office) -> None:
    window = office.sit()
    window.finding.open()
    window.finding.step(1)
    assert not window.find_bar.isVisible()


def test_the_bar_is_reached_and_read_by_everybody(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "rakit")
    key(Qt.Key.Key_H, CONTROL)
    bar = window.find_bar
    for widget in (*bar.findChildren(QLineEdit), *bar.findChildren(ToolButton)):
        assert widget.accessibleName(), widget
        assert widget.toolTip() or isinstance(widget, QLineEdit)
    assert bar.sought.accessibleDescription() == count(window)
    assert not isinstance(named(bar, "Cari di naskah ini", QLineEdit), QTextEdit)
