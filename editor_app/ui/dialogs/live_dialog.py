"""Asks where and since when a story is live."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.publishing import web_address
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import Refused, Words

FORM = "%Y-%m-%d %H:%M"


class LiveDialog(FormDialog):
    """The story's address on the website, and the time, which is now unless another is typed."""

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words, "live-dialog", parent)
        self._zone = newsroom.style.zone
        now = newsroom.clock().astimezone(self._zone)
        self.address_line = self.add_line("address", words.text("live-dialog.address"), hint="https://")
        self.time_line = self.add_line("at", words.text("live-dialog.at"), text=now.strftime(FORM))

    @property
    def address(self) -> str:
        """The address, checked."""
        return web_address(self.value("address"))

    @property
    def at(self) -> datetime:
        """The time, in the newsroom's zone."""
        return datetime.strptime(self.value("at"), FORM).replace(tzinfo=self._zone)

    def accept(self) -> None:
        """Goes on, unless address or time make no sense."""
        try:
            if self.value("address"):
                web_address(self.value("address"))
        except Refused as error:
            self.refuse("address", self.words.say(error))
            return
        try:
            if self.value("at"):
                _ = self.at
        except ValueError:
            self.refuse("at", self.words.text("time-unusable", time=self.value("at")))
            return
        super().accept()
