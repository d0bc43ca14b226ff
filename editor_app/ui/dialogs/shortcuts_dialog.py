"""The list of all keys, made from the table that binds them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.label import label
from editor_app.ui.kit.scrolling import scrolling
from editor_app.ui.kit.theme import Theme
from editor_app.ui.shortcuts import SHORTCUTS, Section, Shortcut
from editor_app.words import Words

WIDTH = 780  # px
HEIGHTS = (280, 620)  # px of the list: at least, and at most
AROUND = 220  # px that the dialog's other parts and the window around it take


class ShortcutsDialog(Dialog):
    """Shows every shortcut under its heading, in two columns; the arrow keys scroll it."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words.text("shortcuts.title"), words.text("shortcuts.text"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(min(WIDTH, parent.width()))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(32)
        for sections in _halves():
            columns.addLayout(_column(words, sections), 1)
        area = scrolling(page)
        area.setAccessibleName(words.text("shortcuts.title"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setMinimumHeight(min(max(parent.height() - AROUND, HEIGHTS[0]), HEIGHTS[1]))
        self.column.addWidget(area)
        close = self.add_button(words.text("dialog.close"), "primary", main=True)
        close.clicked.connect(self.accept)
        area.setFocus()


def native(keys: str) -> str:
    """Keys as this desktop writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _of(section: Section) -> tuple[Shortcut, ...]:
    return tuple(shortcut for shortcut in SHORTCUTS if shortcut.section is section)


def _halves() -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections in their order, parted where both columns are about as long."""
    sections = tuple(Section)
    lengths = [len(_of(section)) + 2 for section in sections]
    cut = min(range(1, len(sections)), key=lambda place: abs(sum(lengths[:place]) - sum(lengths[place:])))
    return sections[:cut], sections[cut:]


def _column(words: Words, sections: Iterable[Section]) -> QGridLayout:
    """What keys do on the left, the keys on the right, all of them beginning at one edge."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for section in sections:
        heading = label(words.text(f"shortcut-section.{section.value}"), "section")
        heading.setContentsMargins(0, 8 if grid.count() else 0, 0, 2)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for shortcut in _of(section):
            row = grid.rowCount()
            grid.addWidget(label(words.text(f"shortcut.{shortcut.code}"), wrap=True), row, 0)
            grid.addLayout(_caps(shortcut), row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _caps(shortcut: Shortcut) -> QHBoxLayout:
    caps = QHBoxLayout()
    caps.setSpacing(4)
    for keys in (*shortcut.keys, *shortcut.also):
        caps.addWidget(label(native(keys), "keys"))
    return caps
