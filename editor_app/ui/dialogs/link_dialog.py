"""Asks for the address that words link to."""

from PySide6.QtWidgets import QWidget

from editor_app.story.normal import safe_href
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

REMOVED = 2


class LinkDialog(FormDialog):
    """A web or mail address; a bare one is completed, and what no story may link to is refused."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget, *, address: str = "") -> None:
        super().__init__(theme, words, "link-dialog", parent)
        self.line = self.add_line("address", words.text("link-dialog.address"), text=address, hint="https://")
        self.line.selectAll()
        if address:
            remove = self.add_button(words.text("link-dialog.remove"), aside=True)
            remove.clicked.connect(lambda: self.done(REMOVED))

    @property
    def address(self) -> str:
        """The whole address."""
        return completed(self.value("address"))

    def accept(self) -> None:
        """Goes on, unless a story may not link there."""
        if self.value("address") and safe_href(self.address) is None:
            self.refuse("address", self.words.text("link-not-allowed", address=self.value("address")))
            return
        super().accept()


def completed(address: str) -> str:
    """An address with its scheme: "situs.example" becomes https, "a@b.example" becomes mailto."""
    if ":" in address.split("/", 1)[0].split("?", 1)[0] and not address[:1].isdigit():
        return address
    return f"mailto:{address}" if "@" in address and "/" not in address else f"https://{address}"
