"""Makes and changes a table: a grid to write in, whether its first row names the columns, and its caption."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from editor_app.story.body import Table
from editor_app.story.normal import normal_table
from editor_app.ui.dialogs.link_dialog import REMOVED, LinkDialog
from editor_app.ui.kit import tokens
from editor_app.ui.kit.announce import announce
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.dialog import ConfirmDialog, Dialog, confirmed
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.ui.kit.traits import set_trait
from editor_app.ui.shortcuts import keys_of
from editor_app.ui.tables.grid import ROW, TableGrid
from editor_app.ui.tables.model import TableModel
from editor_app.words import Message, Words

WIDTHS = (560, 940)  # px of the dialog: at least, and at most
HEIGHTS = (190, 520)  # px of the grid
MORE_ROWS = 3  # that have room before the grid scrolls
AROUND = (80, 380)  # px that the window beside the dialog, and the dialog's other parts, take
MARK_BUTTONS = (("strong", "bold"), ("em", "italic"), ("underline", "underline"))  # and their icons


class TableDialog(Dialog):
    """A table that is made or changed; `table` is what it became.

    Args:
        theme: colours it.
        words: the catalogue.
        parent: the window that it belongs to.
        table: what it shows at first.
        is_new: whether the story does not have it yet.
        cell: row and column of the cell to begin with.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        parent: QWidget,
        table: Table,
        *,
        is_new: bool = False,
        cell: tuple[int, int] = (0, 0),
    ) -> None:
        super().__init__(theme, words.text("table.title-new" if is_new else "table.title"), parent=parent)
        self.words = words
        self._first = normal_table(table)
        self._sure = False
        self.model = TableModel(words, table, self)
        self.grid = TableGrid(theme, words, self.model)
        self.work = self.grid.work
        self.setFixedWidth(min(max(parent.width() - AROUND[0], WIDTHS[0]), WIDTHS[1]))
        frame = QFrame()
        set_trait(frame, "kit", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        most = min(max(parent.height() - AROUND[1], HEIGHTS[0]), HEIGHTS[1])
        shown = self.grid.height_for(self.width() - 2 * tokens.SPACE_XL, most) + MORE_ROWS * ROW
        frame.setFixedHeight(min(max(shown, HEIGHTS[0]), most))
        self.head = QCheckBox(words.text("table.head"))
        self.head.setChecked(table.header_rows > 0)
        self.caption = QLineEdit(table.caption)
        self.caption.setPlaceholderText(words.text("table.caption-hint"))
        self._hint = label(words.text("table.grid-hint"), "small", wrap=True)
        self._tools = self._toolbar(theme)
        self.column.setSpacing(tokens.SPACE_S)
        self.column.addLayout(self._tools)
        self.column.addWidget(frame)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.head)
        self.column.addWidget(LabelledField(words.text("table.caption"), self.caption))
        self.cancel_button = self.add_button(words.text("dialog.cancel"))
        code = "table.accept-new" if is_new else "table.accept"
        self.accept_button = self.add_button(words.text(code), "primary", main=True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.head.toggled.connect(lambda on: self.model.set_head(on=on))
        self.grid.state_changed.connect(self._refresh)
        self.grid.link_wanted.connect(self._ask_link)
        self.work.refused.connect(self._refuse)
        self._refresh()
        self.grid.go(*cell)

    @property
    def table(self) -> Table:
        """The table as it now stands, in normal form."""
        self.grid.write()
        table = self.model.table
        return normal_table(Table(table.key, table.rows, self.caption.text(), table.header_rows))

    @property
    def told(self) -> str:
        """What stands under the grid: how it is used, or why something was not done."""
        return self._hint.text()

    def accept(self) -> None:
        """Takes over what is written, the open cell too."""
        self.grid.write()
        super().accept()

    def reject(self) -> None:
        """Leaves; where something was written it is asked first, for it would be lost."""
        if not self._sure and self.table != self._first:
            words = self.words
            question = ConfirmDialog(
                self._theme,
                words.text("table.leave"),
                words.text("table.leave-text"),
                accept=words.text("table.leave-yes"),
                cancel=words.text("table.leave-no"),
                danger=True,
                parent=self,
            )
            if not confirmed(question):
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._sure = True
        super().reject()

    def _toolbar(self, theme: Theme) -> QHBoxLayout:
        words, work = self.words, self.work
        self._undo = self._tool(theme, "undo-2", "format.undo", "undo", work.undo)
        self._redo = self._tool(theme, "redo-2", "format.redo", "redo", work.redo)
        self._marks = {
            mark: self._tool(theme, icon, f"format.{mark}", mark, partial(work.toggle, mark))
            for mark, icon in MARK_BUTTONS
        }
        self._link = self._tool(theme, "link", "format.link", "link", self._ask_link)
        for button in (*self._marks.values(), self._link):
            button.setCheckable(True)
        rows = self._menu(
            theme,
            "table.rows",
            ("table.row-above", "row-above", lambda: work.add_row(below=False)),
            ("table.row-below", "row-below", work.add_row),
            ("table.row-up", "row-up", lambda: work.move_row(-1)),
            ("table.row-down", "row-down", lambda: work.move_row(1)),
            ("table.row-remove", "row-remove", work.remove_rows),
        )
        columns = self._menu(
            theme,
            "table.columns",
            ("table.column-before", "column-before", lambda: work.add_column(after=False)),
            ("table.column-after", "column-after", work.add_column),
            ("table.column-left", "column-left", lambda: work.move_column(-1)),
            ("table.column-right", "column-right", lambda: work.move_column(1)),
            ("table.column-remove", "column-remove", work.remove_columns),
        )
        add_row = Button(
            theme,
            words.text("table.add-row"),
            variant="quiet",
            icon="plus",
            name=words.text("table.add-row-name"),
        )
        add_row.clicked.connect(work.add_row)
        add_column = Button(
            theme,
            words.text("table.add-column"),
            variant="quiet",
            icon="plus",
            name=words.text("table.add-column-name"),
        )
        add_column.clicked.connect(work.add_column)
        row = QHBoxLayout()
        row.setSpacing(2)
        for group in (
            (self._undo, self._redo),
            (*self._marks.values(), self._link),
            (rows, columns),
            (add_row, add_column),
        ):
            if row.count():
                row.addSpacing(6)
                row.addWidget(Hairline(Qt.Orientation.Vertical, length=18))
                row.addSpacing(6)
            for widget in group:
                row.addWidget(widget)
        row.addStretch(1)
        return row

    def _tool(self, theme: Theme, icon: str, code: str, keys: str, act: Callable[[], None]) -> ToolButton:
        button = ToolButton(theme, icon, self.words.text(code), keys=keys_of(keys))
        button.clicked.connect(act)
        return button

    def _menu(self, theme: Theme, code: str, *entries: tuple[str, str, Callable[[], None]]) -> Button:
        """A button that opens a menu, whose entries tell of the keys that do the same in the grid."""
        button = Button(theme, self.words.text(code), variant="quiet")
        menu = QMenu(button)
        for name, keys, act in entries:
            told = QKeySequence(keys_of(keys)).toString(QKeySequence.SequenceFormat.NativeText)
            entry = menu.addAction(f"{self.words.text(name)}\t{told}")
            entry.triggered.connect(act)
        button.setMenu(menu)
        set_trait(button, "menu", True)
        return button

    def _refresh(self) -> None:
        """Shows what stands at what is chosen, and what may be done."""
        for mark, button in self._marks.items():
            button.setChecked(self.work.bears(mark))
        self._link.setChecked(bool(self.work.href()))
        writing = self.grid.editor
        self._undo.setEnabled(
            self.model.can_undo or (writing is not None and writing.document().isUndoAvailable())
        )
        self._redo.setEnabled(
            self.model.can_redo or (writing is not None and writing.document().isRedoAvailable())
        )
        if self.head.isChecked() != (self.model.table.header_rows > 0):
            self.head.setChecked(self.model.table.header_rows > 0)
        if self._hint.property("role") == "error":
            self._say(self.words.text("table.grid-hint"), "small")

    def _ask_link(self) -> None:
        self._refresh()
        self.grid.cells.holds = True
        dialog = LinkDialog(self._theme, self.words, self, address=self.work.href())
        result = dialog.exec()
        self.grid.cells.holds = False
        if result == QDialog.DialogCode.Accepted:
            self.work.set_link(dialog.address)
        elif result == REMOVED:
            self.work.set_link("")
        (self.grid.editor or self.grid).setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _refuse(self, reason: Message) -> None:
        said = self.words.say(reason)
        self._say(said, "error")
        announce(self.grid, said)

    def _say(self, text: str, role: str) -> None:
        self._hint.setText(text)
        set_trait(self._hint, "role", role)


def ask_table(dialog: TableDialog) -> Table | None:
    """Show the dialog; what the table became, or None where it was left."""
    return dialog.table if dialog.exec() == QDialog.DialogCode.Accepted else None
