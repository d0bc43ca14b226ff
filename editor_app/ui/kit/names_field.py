"""A field of names: each becomes a chip that can be taken back, changed or removed."""

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCompleter,
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QWidget,
)

from editor_app.ui.kit import fonts, icons, tokens
from editor_app.ui.kit.flow_layout import FlowLayout
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_trait

# A degree after a comma belongs to the name before it: "S.Sos.", "M.Si", "Ph.D.", "SH", "MM".
_DEGREE = re.compile(r"\s*(?:[A-Z][A-Za-z]*\.[A-Za-z. ]*|[A-Z]{2,4})\s*")

_ROW = 22  # px that a row of names is high


def split_typed(text: str) -> tuple[str, ...]:
    """The names in what was typed: parted by ";" or a comma, but not at the comma before a degree."""
    names: list[str] = []
    for part in re.split(r"[;\n]", text):
        pieces = part.split(",")
        whole = pieces[0]
        for piece in pieces[1:]:
            if whole.strip() and _DEGREE.fullmatch(piece):
                whole = f"{whole.rstrip()}, {piece.strip()}"
            else:
                names.append(whole)
                whole = piece
        names.append(whole)
    return tuple(cleaned for name in names if (cleaned := " ".join(name.split())))


class NamesField(QFrame):
    """Names as chips, and a line to type the next in. Enter, ";" and leaving the field end a name.

    Backspace in the empty line takes the last name back to be changed; a chip that has the focus is changed by
    Enter and removed by Delete.

    Args:
        theme: colours it.
        name: what a screen reader calls it.
        remove: what removing is called, the tooltip of each cross.
        placeholder: the worded hint while there is no name.
        split: parts what was typed into names.
        parent: its widget.
    """

    names_edited = Signal(tuple)  # tuple[str, ...] after a person changed them

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        remove: str,
        placeholder: str = "",
        split: Callable[[str], Sequence[str]] = split_typed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._remove = remove
        self._placeholder = placeholder
        self._split = split
        self._chips: list[_NameChip] = []
        self.setProperty("kit", "names")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line = _NameLine(self)
        self.line.setAccessibleName(name)
        self._flow = FlowLayout(self, gap=4, stretch_last=True)
        self._flow.setContentsMargins(5, 3, 5, 3)
        self._flow.set_last_yields(True)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.line.ended.connect(self._end)
        self.line.left.connect(self._leave)
        self.line.taken_back.connect(self._take_back_last)
        self.line.focused.connect(self._heat)
        self.line.textEdited.connect(self._look_for_end)
        self._show_placeholder()

    @property
    def names(self) -> tuple[str, ...]:
        """The names in order."""
        return tuple(chip.text() for chip in self._chips)

    def text(self) -> str:
        """The names joined by "; "."""
        return "; ".join(self.names)

    def set_names(self, names: Iterable[str]) -> None:
        """Show other names without telling; the same names leave what is being typed alone."""
        wanted = tuple(names)
        if wanted == self.names:
            return
        for chip in tuple(self._chips):
            self._drop(chip)
        self._append(wanted)

    def set_known(self, names: Sequence[str]) -> None:
        """Offer names that are known while one is typed."""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("kit", "popup")
        completer.setPopup(popup)
        completer.activated.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(completer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _look_for_end(self, text: str) -> None:
        if ";" in text:
            self._end()

    def _end(self) -> None:
        typed = tuple(self._split(self.line.text()))
        self.line.clear()
        fresh = tuple(name for name in dict.fromkeys(typed) if name not in self.names)
        if fresh:
            self._append(fresh)
            self.names_edited.emit(self.names)

    def _leave(self) -> None:
        self._end()
        self._heat(hot=False)

    def _heat(self, hot: bool = True) -> None:  # noqa: FBT001, FBT002 - a slot
        set_trait(self, "hot", hot)
        self._flow.set_last_yields(not hot)
        self.updateGeometry()

    def _append(self, names: Iterable[str]) -> None:
        for name in names:
            chip = _NameChip(self._theme, name, self._remove, self)
            chip.removed.connect(self._remove_asked)
            chip.change_asked.connect(self._change_asked)
            self._flow.insert(len(self._chips), chip)
            self._chips.append(chip)
            chip.show()
        self._show_placeholder()

    def _drop(self, chip: "_NameChip") -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._show_placeholder()
        self.updateGeometry()

    def _named(self, name: str) -> "_NameChip":
        return next(chip for chip in self._chips if chip.text() == name)

    def _remove_asked(self, name: str) -> None:
        self._drop(self._named(name))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.names_edited.emit(self.names)

    def _change_asked(self, name: str) -> None:
        self._end()
        self._drop(self._named(name))
        self.line.setText(name)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)
        self.names_edited.emit(self.names)

    def _take_back_last(self) -> None:
        if self._chips:
            self._change_asked(self._chips[-1].text())

    def _show_placeholder(self) -> None:
        self.line.setPlaceholderText("" if self._chips else self._placeholder)


class _NameLine(QLineEdit):
    """The line in which the next name is typed."""

    ended = Signal()
    left = Signal()
    focused = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kit", "bare")
        self.setTextMargins(1, 0, 0, 0)  # its words begin where those of other fields do

    def sizeHint(self) -> QSize:
        return QSize(90, _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), _ROW)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.left.emit()  # the list of known names, a popup, takes the focus only for a while
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class _NameChip(QAbstractButton):
    """One name with its cross."""

    removed = Signal(str)
    change_asked = Signal(str)

    def __init__(self, theme: Theme, name: str, remove: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(remove)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        around = 34 if self.isEnabled() else 20
        return QSize(QFontMetrics(_chip_font()).horizontalAdvance(self.text()) + around, _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), _ROW)

    def cross(self) -> QRectF:
        """Where its cross stands."""
        return QRectF(self.width() - 21, 3, 16, 16)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setToolTip(self.text() if self.isEnabled() else "")  # the field says why it is dimmed
            self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.cross().adjusted(-3, -3, 5, 3).contains(event.position()):
            self.removed.emit(self.text())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.cross().contains(event.position()):
            self.change_asked.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit(self.text())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.change_asked.emit(self.text())
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isEnabled()
        frame, weight = (look.accent, 2) if self.hasFocus() else (look.tint if on else look.line, 1)
        painter.setPen(QPen(QColor(frame), weight))
        painter.setBrush(QColor(look.tint if on else look.pane))
        inset = weight / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.setPen(QColor(look.ink if on else look.faint))
        painter.setFont(_chip_font())
        room = self.width() - (32 if on else 18)
        shown = QFontMetrics(_chip_font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        words = QRectF(QPointF(9, 0), QPointF(9 + room + 1, self.height()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if on:
            self._paint_cross(painter)
        painter.end()

    def _paint_cross(self, painter: QPainter) -> None:
        look = self._theme.tokens
        here = QPointF(self.mapFromGlobal(self.cursor().pos()) if self.underMouse() else QPoint(-1, -1))
        tone = look.ink if self.cross().contains(here) else look.soft
        icons.paint(painter, self.cross().adjusted(2, 2, -2, -2), "x", tone)


def _chip_font() -> QFont:
    return fonts.ui_font(tokens.TYPE_SMALL, QFont.Weight.Medium)
