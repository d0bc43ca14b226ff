"""A field for a day that may be left empty: typed as people write it, or picked from a calendar."""

import datetime as dt
import re
from collections.abc import Sequence

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from editor_app.ui.kit.calendar_view import CalendarView
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton

_BUTTON = 24  # side of the calendar's button, px
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_WORDED = re.compile(r"(\d{1,2})\s+([^\W\d]{3,})\.?\s+(\d{4})")


def read_day(text: str, months: Sequence[str]) -> dt.date | None:
    """The day in a text such as 3/11/2026, 2026-11-03, 3 Nov 2026; None where there is none."""
    text = text.strip()
    try:
        if found := _NUMBERS.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return dt.date(year, month, day)
        if found := _WORDED.fullmatch(text):
            begun = found[2].casefold()
            month = next((n for n, name in enumerate(months, 1) if name.casefold().startswith(begun)), 0)
            return dt.date(int(found[3]), month, int(found[1]))
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


class DateField(QLineEdit):
    """A day as "3 November 2026"; the button, or Down, opens a calendar.

    Args:
        theme: colours it.
        name: what a screen reader calls it.
        months: the twelve months, worded.
        language: the language of the calendar, such as "id".
        pick: what the calendar's button is called.
        placeholder: the worded hint while it is empty.
        parent: its widget.
    """

    chosen = Signal(object)  # dt.date | None, after a person changed it
    misread = Signal(str)  # what was typed and is not a day; it stays to be mended

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        months: Sequence[str],
        language: str,
        pick: str,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months = tuple(months)
        self._language = language
        self._day: dt.date | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTextMargins(0, 0, _BUTTON, 0)
        self.button = ToolButton(theme, "calendar", pick, side=_BUTTON, parent=self)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self._read)

    @property
    def day(self) -> dt.date | None:
        """The day in force; None where there is none."""
        return self._day

    def set_day(self, day: dt.date | None) -> None:
        """Show another day without telling."""
        self._day = day
        self.setText("" if day is None else f"{day.day} {self._months[day.month - 1]} {day.year}")

    def open_calendar(self) -> QMenu:
        """Open the calendar under the field, at the day in force or today."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = CalendarView(self._theme, self.button.accessibleName(), language=self._language)
        if self._day is not None:
            view.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        view.clicked.connect(self._pick)
        view.activated.connect(self._pick)
        view.clicked.connect(menu.close)
        view.activated.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(view)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        view.setFocus()
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.button.move(self.width() - _BUTTON - 4, (self.height() - _BUTTON) // 2)

    def _read(self) -> None:
        typed = self.text().strip()
        day = read_day(typed, self._months)
        if typed and day is None:
            self.misread.emit(typed)
        else:
            self._take(day)

    def _pick(self, picked: QDate) -> None:
        self._take(dt.date(picked.year(), picked.month(), picked.day()))

    def _take(self, day: dt.date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.chosen.emit(day)
