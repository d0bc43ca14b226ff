"""Help while typing: what the house helps with, what a person switched, and the fields that are helped."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.richtext.typing_help import help_ended, help_marker, help_typing
from editor_app.story.house_style import HouseStyle
from editor_app.story.typing_rules import HELPS, Help, Typing
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.words import Words

_ENTER = "\n"


class TypingHelp(QObject):
    """Helps in the body and in fields of plain words, as the house says and the person here likes it.

    `switched` tells that a help was switched on or off.

    Args:
        style: the house style in force; asked for at each sign.
        language: the language of the open story, a BCP 47 tag.
        person: the id of who sits here, whose switches count.
        settings: where switches are remembered.
        parent: its owner.
    """

    switched = Signal()

    def __init__(
        self,
        style: Callable[[], HouseStyle],
        language: Callable[[], str],
        person: Callable[[], str],
        settings: QSettings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._language = language
        self._person = person
        self._settings = settings

    def is_on(self, name: Help) -> bool:
        """Whether a help is given: as the person here switched it, else as the house has it."""
        switched = self._settings.value(self._place(name))
        return name in self._style().typing.helps if switched is None else str(switched) == "on"

    def switch(self, name: Help, *, on: bool) -> None:
        """Switches a help for the person here; remembered where the house has it otherwise."""
        if on == (name in self._style().typing.helps):
            self._settings.remove(self._place(name))
        else:
            self._settings.setValue(self._place(name), "on" if on else "off")
        self.switched.emit()

    @property
    def typing(self) -> Typing:
        """What help is given now."""
        style = self._style()
        return Typing(
            helps=frozenset(name for name in HELPS if self.is_on(name)),
            dash=style.typing.dash,
            words=style.typing_words(self._language()),
        )

    def attend_body(self, body: BodyEditor) -> None:
        """Helps in the body from now on."""
        body.typed.connect(lambda sign: self._help_body(body, sign))

    def attend_field(self, field: GrowingText) -> None:
        """Helps in a field of plain words from now on."""
        field.typed.connect(lambda sign: self._help_field(field, sign))

    def _help_body(self, body: BodyEditor, sign: str) -> None:
        cursor = body.textCursor()
        typing = self.typing
        if sign == _ENTER:
            done = help_ended(cursor, typing)
        else:
            done = _stands(cursor, sign) and (help_marker(cursor, typing) or help_typing(cursor, typing))
        if done:
            body.setTextCursor(cursor)

    def _help_field(self, field: GrowingText, sign: str) -> None:
        cursor = field.textCursor()
        if _stands(cursor, sign) and help_typing(cursor, self.typing):
            field.setTextCursor(cursor)

    def _place(self, name: Help) -> str:
        return f"typing/{self._person()}/{name}"


def fill_menu(menu: QMenu, words: Words, aid: TypingHelp) -> None:
    """Puts a switch for each help into a menu."""
    for name in HELPS:
        entry = menu.addAction(words.text(f"typing.{name}"))
        entry.setCheckable(True)
        entry.setChecked(aid.is_on(name))
        entry.triggered.connect(lambda on, name=name: aid.switch(name, on=on))


def _stands(cursor: QTextCursor, sign: str) -> bool:
    """Whether the sign that was typed is the one before the caret."""
    document = cursor.document()
    return not cursor.atBlockStart() and document.characterAt(cursor.position() - 1) == sign[-1:]
