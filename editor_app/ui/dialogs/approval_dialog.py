"""Asks for an approval that was given elsewhere: by whom, how, when, and for which code."""

from PySide6.QtWidgets import QWidget

from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class ApprovalDialog(FormDialog):
    """What is recorded of an approval by phone, message or paper."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words, "approval-dialog", parent)
        self.add_line("given_by", words.text("approval-dialog.given-by"))
        self.add_line("how", words.text("approval-dialog.how"), hint=words.text("approval-dialog.how-hint"))
        self.add_line("when", words.text("approval-dialog.when"))
        self.add_line("code", words.text("approval-dialog.code"), hint="R7-4K2Q")
