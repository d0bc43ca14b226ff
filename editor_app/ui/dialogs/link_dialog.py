"""Asks for the address that words link to."""

from PySide6.QtWidgets import QWidget

from editor_app.ui.dialogs.addresses import completed, is_sound, quoted
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words

REMOVED = 2


class LinkDialog(FormDialog):
    """A web or mail address; a bare one is completed, and one that leads nowhere is refused."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None, *, address: str = "") -> None:
        super().__init__(theme, words, "link-dialog", parent)
        label = words.text("link-dialog.address")
        self.line = self.add_line("address", label, text=address, hint="https://", lines=2)
        self.line.selectAll()
        if address:
            remove = self.add_button(words.text("link-dialog.remove"), aside=True)
            remove.clicked.connect(lambda: self.done(REMOVED))

    @property
    def address(self) -> str:
        """The whole address."""
        return completed(self.value("address"))

    def wanting(self) -> tuple[str, str] | None:
        """As of every form; readers must be able to reach the address too."""
        wanting = super().wanting()
        if wanting is None and not is_sound(self.address):
            given = quoted(self.value("address"))
            return "address", self.words.text("link-dialog.unusable", address=given)
        return wanting
