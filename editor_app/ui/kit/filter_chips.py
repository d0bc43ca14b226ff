"""A row of filters with their counts, of which one is chosen."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from editor_app.ui.kit import fonts, tokens
from editor_app.ui.kit.flow_layout import FlowLayout
from editor_app.ui.kit.theme import Theme

_HEIGHT = 24
_SIDE = 8


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its code, its worded label, and how many it would show (None prints no number)."""

    code: str
    label: str
    count: int | None = None


class FilterChips(QWidget):
    """Filters as chips; wraps where it is narrow. Arrow keys go from one to the next, as among radio buttons.

    Args:
        theme: colours it.
        name: what a screen reader calls the row.
        filters: the filters in order; the first is chosen.
        parent: its widget.
    """

    chosen = Signal(str)  # the code that a person chose

    def __init__(self, theme: Theme, name: str, filters: Sequence[Filter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._chips: dict[str, _FilterChip] = {}
        row = FlowLayout(self, gap=5)
        for entry in filters:
            chip = _FilterChip(theme, entry, self)
            self._chips[entry.code] = chip
            self._group.addButton(chip)
            row.addWidget(chip)
        next(iter(self._chips.values())).setChecked(True)
        self._group.buttonToggled.connect(self._tell)
        self._silent = False

    @property
    def current(self) -> str:
        """The code of the filter in force."""
        return next(code for code, chip in self._chips.items() if chip.isChecked())

    def choose(self, code: str) -> None:
        """Put a filter in force without telling; unknown codes are ignored."""
        if code in self._chips:
            self._silent = True
            self._chips[code].setChecked(True)
            self._silent = False

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show new counts; a filter that is not named keeps its own."""
        for code, count in counts.items():
            if code in self._chips:
                self._chips[code].set_count(count)

    def show_only(self, codes: Container[str]) -> None:
        """Show the filters with these codes, and the chosen one; hide the others."""
        for code, chip in self._chips.items():
            chip.setVisible(code in codes or chip.isChecked())

    def _tell(self, button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if checked and not self._silent:
            self.chosen.emit(next(code for code, chip in self._chips.items() if chip is button))


class _FilterChip(QAbstractButton):
    def __init__(self, theme: Theme, entry: Filter, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = entry.label
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(entry.count)
        theme.changed.connect(self.update)

    def set_count(self, count: int | None) -> None:
        self.setText(self._label if count is None else f"{self._label} {count}")
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        widest = QFontMetrics(fonts.ui_font(tokens.TYPE_SMALL, QFont.Weight.DemiBold))
        return QSize(widest.horizontalAdvance(self.text()) + 2 * _SIDE, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look = self._theme.tokens
        focus, checked = self.hasFocus(), self.isChecked()
        ground = look.tint if checked else (look.hover if self.underMouse() else look.pane)
        edge = look.accent if focus else (look.tint if checked else look.line_strong)
        inset = 1.0 if focus else 0.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(edge), 2 * inset))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 11.5, 11.5)
        weight = QFont.Weight.DemiBold if checked else QFont.Weight.Normal
        painter.setFont(fonts.ui_font(tokens.TYPE_SMALL, weight))
        painter.setPen(QColor(look.accent if checked else look.soft))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
