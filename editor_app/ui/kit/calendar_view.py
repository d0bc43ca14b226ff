"""A month to pick a day from, in the house's look."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from editor_app.ui.kit import fonts, tokens
from editor_app.ui.kit.theme import Theme


class CalendarView(QCalendarWidget):
    """A calendar without week numbers and red days, wide enough for every name of a weekday.

    Args:
        theme: colours it.
        name: what a screen reader calls it.
        language: the language of its months and weekdays, such as "id".
        parent: its widget.
    """

    def __init__(self, theme: Theme, name: str, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setLocale(QLocale(language))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFixedSize(QSize(308, 268))
        self._colour()
        theme.changed.connect(self._colour)

    def _colour(self) -> None:
        look = self._theme.tokens
        header = QTextCharFormat()
        header.setFont(fonts.ui_font(tokens.TYPE_TINY))
        header.setForeground(QBrush(QColor(look.soft)))
        header.setBackground(QBrush(QColor(look.card)))
        self.setHeaderTextFormat(header)
        day = QTextCharFormat()
        day.setForeground(QBrush(QColor(look.ink)))
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, day)
