"""Text that grows with what is typed, pasted and hinted."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QFont, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.ui.kit import fonts
from editor_app.ui.kit.growing_text import GrowingText, TextLook
from editor_app.ui.kit.theme import Mode, Theme
from editor_app.ui.kit.tokens import DARK, LIGHT
from tests.ui.kit.conftest import Show
from tests.ui.kit.mouse import turn_wheel


def test_a_caption_grows_with_its_lines_and_then_scrolls(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", lines=(1, 3))
    show(caption)
    heights = [caption.height()]
    caption.setFocus()
    for _ in range(4):
        qtbot.keyClicks(caption, "FOKUS: Peserta")
        qtbot.keyClick(caption, Qt.Key.Key_Return)
        heights.append(caption.height())
    assert heights[0] < heights[1] < heights[2] == heights[3] == heights[4]
    assert caption.verticalScrollBar().maximum() > 0
    caption.set_text("")
    assert caption.height() == heights[0]


def test_a_narrower_place_makes_a_caption_taller(theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", lines=(1, 0))
    window = show(caption, width=500)
    caption.set_text("Peserta mencatat paparan narasumber pada sesi kedua di balai kota")
    wide = caption.height()
    window.resize(200, 400)
    QApplication.processEvents()
    assert caption.height() > wide
    assert caption.verticalScrollBar().maximum() == 0


def test_all_that_was_typed_is_told_and_what_is_put_in_is_not(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    told: list[str] = []
    caption.text_edited.connect(told.append)
    caption.set_text("Awal")
    assert told == []
    caption.select_end()
    qtbot.keyClicks(caption, "an")
    assert told == ["Awala", "Awalan"]
    assert caption.text() == "Awalan"


def test_putting_in_the_same_text_keeps_the_cursor_where_it_is(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    qtbot.keyClicks(caption, "Awalan")
    caption.set_text("Awalan")
    assert caption.textCursor().position() == 6
    qtbot.keyClick(caption, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert caption.text() == ""


def test_a_headline_stays_one_paragraph(qtbot: QtBot, theme: Theme, show: Show) -> None:
    headline = GrowingText(theme, "Judul", single_paragraph=True)
    show(headline)
    qtbot.keyClicks(headline, "RAKOR")
    with qtbot.waitSignal(headline.entered):
        qtbot.keyClick(headline, Qt.Key.Key_Return)
    pasted = QMimeData()
    pasted.setText(" DIGELAR\nDI  BALAI\tKOTA\n")
    pasted.setHtml("<b>DIGELAR</b>")
    headline.insertFromMimeData(pasted)
    assert headline.text() == "RAKORDIGELAR DI BALAI KOTA"


def test_pasted_text_of_a_caption_keeps_its_lines_and_loses_its_looks(theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    pasted = QMimeData()
    pasted.setText("satu\ndua")
    pasted.setHtml("<h1>satu</h1><h1>dua</h1>")
    caption.insertFromMimeData(pasted)
    assert caption.text() == "satu\ndua"
    assert caption.textCursor().charFormat().fontWeight() <= QFont.Weight.Normal


def test_tab_goes_on_to_the_next_field_and_drops_the_selection(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption, credit = GrowingText(theme, "Keterangan foto"), QLineEdit()
    show(caption, credit)
    caption.setFocus()
    qtbot.keyClicks(caption, "FOKUS")
    caption.selectAll()
    qtbot.keyClick(caption, Qt.Key.Key_Tab)
    assert credit.hasFocus()
    assert not caption.textCursor().hasSelection()


def test_a_field_is_as_tall_with_the_focus_as_without(theme: Theme, show: Show) -> None:
    caption, other = GrowingText(theme, "Keterangan foto"), QLineEdit()
    show(caption, other)
    other.setFocus()
    before, text_top = caption.height(), caption.viewport().mapTo(caption, QPoint(0, 0))
    caption.setFocus()
    QApplication.processEvents()
    assert caption.height() == before
    assert caption.viewport().mapTo(caption, QPoint(0, 0)) == text_top


def test_text_on_the_page_has_no_frame_and_its_own_tone(theme: Theme, show: Show) -> None:
    standfirst = GrowingText(theme, "Ringkasan", look=TextLook(fonts.story_font(18), "soft", bare=True))
    show(standfirst)
    standfirst.set_text("Lima puluh peserta")
    assert standfirst.viewport().mapTo(standfirst, QPoint(0, 0)) == QPoint(0, 0)
    assert standfirst.palette().color(standfirst.foregroundRole()).name() == LIGHT.soft
    theme.set_mode(Mode.DARK)
    assert standfirst.palette().color(standfirst.foregroundRole()).name() == DARK.soft


def test_the_wheel_scrolls_the_panel_unless_the_text_itself_scrolls(theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", lines=(1, 2))
    show(caption)
    assert not turn_wheel(caption.viewport())
    caption.set_text("satu\ndua\ntiga\nempat\nlima")
    QApplication.processEvents()
    assert turn_wheel(caption.viewport())


def test_a_hint_is_read_whole_in_however_many_lines_it_takes(qtbot: QtBot, theme: Theme, show: Show) -> None:
    caption = GrowingText(theme, "Keterangan foto", placeholder="Apa yang tampak, bagi yang tidak bisa melihat")
    other = QLineEdit()
    window = show(caption, other, width=600)
    other.setFocus()
    assert caption.height() == other.height()
    window.resize(190, 400)
    QApplication.processEvents()
    tall = caption.height()
    assert tall > 2 * caption.fontMetrics().height()
    lines = caption.grab().toImage().copy(12, 8, 140, tall - 16)
    inked = [y for y in range(lines.height()) if _is_inked(lines, y)]
    assert max(inked) > caption.fontMetrics().height()
    qtbot.keyClicks(caption, "a")
    assert caption.height() == other.height()
    qtbot.keyClick(caption, Qt.Key.Key_Backspace)
    assert caption.height() == tall
    caption.setPlaceholderText("Apa?")
    assert (caption.height(), caption.placeholderText()) == (other.height(), "Apa?")


def test_no_break_spaces_and_line_breaks_are_kept(theme: Theme, show: Show, qtbot: QtBot) -> None:
    caption = GrowingText(theme, "Keterangan foto")
    show(caption)
    caption.set_text("10\u00a0km\n11\u00a0km")
    told: list[str] = []
    caption.text_edited.connect(told.append)
    caption.select_end()
    qtbot.keyClick(caption, "!")
    assert told == ["10\u00a0km\n11\u00a0km!"]
    caption.set_text("10\u00a0km\n11\u00a0km!")
    assert caption.document().isUndoAvailable()


def test_a_sign_is_told_once_it_stands_there_by_key_or_input_method(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    headline = GrowingText(theme, "Judul", single_paragraph=True)
    show(headline)
    told: list[tuple[str, str]] = []
    headline.typed.connect(lambda sign: told.append((sign, headline.text())))
    qtbot.keyClick(headline, "a")
    qtbot.keyClick(headline, Qt.Key.Key_Return)
    for committed, composed in (("b", ""), ("", "c"), ("c", "d"), ("dua", "")):
        event = QInputMethodEvent(composed, [])
        event.setCommitString(committed)
        QApplication.sendEvent(headline, event)
    headline.setReadOnly(True)
    qtbot.keyClick(headline, "z")
    assert told == [("a", "a"), ("b", "ab")]


def _is_inked(image: QImage, y: int) -> bool:
    return any(image.pixelColor(x, y).lightness() < 180 for x in range(image.width()))
