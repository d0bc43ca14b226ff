"""Asks where and since when a story is live."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.publishing import web_address
from editor_app.ui.dialogs.addresses import is_sound, quoted
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.moments import moment_text, read_moment
from editor_app.ui.kit.theme import Theme
from editor_app.words import Refused, Words

EARLIEST = 1990  # no story was on the web before


class LiveDialog(FormDialog):
    """The story's address on the website, and the time, which is now unless another is typed."""

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, parent: QWidget | None) -> None:
        super().__init__(theme, words, "live-dialog", parent)
        self._newsroom = newsroom
        self._zone = newsroom.style.zone
        self._example = moment_text(newsroom.clock(), self._zone, words)
        self.address_line = self.add_line("address", words.text("live-dialog.address"), hint="https://", lines=2)
        self.time_line = self.add_line("at", words.text("live-dialog.at"), text=self._example)

    @property
    def address(self) -> str:
        """The address, checked."""
        return web_address(self.value("address"))

    @property
    def at(self) -> datetime:
        """The time; now, where what was typed is none."""
        return read_moment(self.value("at"), self._zone) or self._newsroom.clock()

    def wanting(self) -> tuple[str, str] | None:
        """As of every form; the address is one of the web, and the time has come."""
        wanting = super().wanting()
        if wanting is not None:
            return wanting
        if not self._is_reached():
            given = quoted(self.value("address"))
            return "address", self.words.text("address-unusable", address=given)
        moment = read_moment(self.value("at"), self._zone)
        if moment is None or moment.year < EARLIEST:
            return "at", self.words.text("live-dialog.at-unusable", example=self._example)
        if moment > self._newsroom.clock():
            return "at", self.words.text("live-dialog.at-ahead")
        return None

    def _is_reached(self) -> bool:
        try:
            return is_sound(self.address)
        except Refused:
            return False
