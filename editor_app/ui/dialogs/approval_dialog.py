"""Asks for an approval that was given elsewhere: by whom, how, when, and for which code."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from editor_app.ui.dialogs.addresses import quoted
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.kit.theme import Theme
from editor_app.words import Words


class ApprovalDialog(FormDialog):
    """What is recorded of an approval by phone, message or paper.

    Args:
        theme: colours it.
        words: the catalogue.
        parent: the window that it belongs to.
        code: the short code of the story's head; an approval of another one is refused.
        now: what the time says until another is typed.
        zone: the newsroom's zone.
    """

    def __init__(
        self, theme: Theme, words: Words, parent: QWidget | None, *, code: str, now: datetime, zone: ZoneInfo
    ) -> None:
        super().__init__(theme, words, "approval-dialog", parent)
        self._code = code
        self.add_line("given_by", words.text("approval-dialog.given-by"))
        self.add_line("how", words.text("approval-dialog.how"), hint=words.text("approval-dialog.how-hint"))
        self.add_line("when", words.text("approval-dialog.when"), text=words.moment(now, zone))
        self.add_line("code", words.text("approval-dialog.code"), hint=code, lines=2)

    @property
    def said(self) -> dict[str, str]:
        """What was filled in, by the names that the verb knows; the code as it is kept."""
        return {name: self.value(name) for name in ("given_by", "how", "when")} | {"code": self._given}

    def wanting(self) -> tuple[str, str] | None:
        """As of every form; the code is the head's too."""
        wanting = super().wanting()
        if wanting is None and self._given != self._code:
            given = quoted(self.value("code"))
            return "code", self.words.text("approval-other-code", given=given, code=self._code)
        return wanting

    @property
    def _given(self) -> str:
        """The code as it was heard: small letters, a long dash or spaces make no other one."""
        return "".join(self.value("code").upper().replace("–", "-").split())
