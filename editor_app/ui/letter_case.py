"""Upper and lower case in the field one writes in: a headline, a caption, or what is selected in the body."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from editor_app.richtext.letter_case import recase, selected_texts
from editor_app.story.casing import CASES, Case, next_case, set_case
from editor_app.story.written_names import Names
from editor_app.ui.body_editor import BodyEditor
from editor_app.words import Words

NamesFor = Callable[[str, QTextCursor], Names]


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where the key that goes round began, with what, and what it left last."""

    field: QTextEdit
    place: tuple[int, int]
    origin: tuple[str, ...]
    case: Case
    left: tuple[str, ...]


class LetterCase(QObject):
    """Changes the case of words; names are written as the story writes them.

    Without a selection it is the word at the cursor in the body, and the whole text in a field.

    Args:
        field: the field that one writes in, None where it is none whose words may be changed.
        names: how the story writes the words of a text, which a cursor selects.
        language: of the story, a BCP 47 tag.
        parent: its owner.
    """

    def __init__(
        self,
        field: Callable[[], QTextEdit | None],
        names: NamesFor,
        language: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._names = names
        self._language = language
        self._turn: _Turn | None = None

    def change(self, case: Case) -> None:
        """Sets the words into a case."""
        field = self._field()
        if field is not None:
            self._turn = None
            cursor = _chosen(field)
            texts = selected_texts(cursor)
            self._set(field, cursor, case, texts, self._names("\n".join(texts), cursor))

    def go_round(self) -> None:
        """Sets the words into the next case; the key goes on from what they were at the first stroke."""
        field = self._field()
        if field is None:
            return
        cursor = _chosen(field)
        texts, place = selected_texts(cursor), (cursor.selectionStart(), cursor.selectionEnd())
        turn = self._turn
        if turn is not None and (turn.field, turn.place, turn.left) != (field, place, texts):
            turn = None
        origin = texts if turn is None else turn.origin
        first = next((text for text in origin if text.strip()), "")
        names = self._names("\n".join(origin), cursor)
        case = next_case(first, names, self._language(), last=None if turn is None else turn.case)
        self._set(field, cursor, case, origin, names)
        self._turn = _Turn(field, place, origin, case, selected_texts(_chosen(field)))

    def fill_menu(self, menu: QMenu, words: Words) -> None:
        """Puts an entry for each case into a menu."""
        for case in CASES:
            entry = menu.addAction(words.text(f"case.{case}"))
            entry.triggered.connect(lambda _=False, case=case: self.change(case))

    def _set(
        self, field: QTextEdit, cursor: QTextCursor, case: Case, origin: tuple[str, ...], names: Names
    ) -> None:
        language = self._language()
        rest = iter(origin)
        before = field.textCursor()
        selected, caret = before.hasSelection(), before.position()
        changed = recase(cursor, lambda _, before: set_case(next(rest), case, names, language, before=before))
        if changed and not selected:
            cursor.setPosition(caret)
        if changed:
            field.setTextCursor(cursor)


def _chosen(field: QTextEdit) -> QTextCursor:
    """What is selected; else the word at the cursor in the body, and the whole text of a field."""
    cursor = field.textCursor()
    if not cursor.hasSelection():
        whole = not isinstance(field, BodyEditor)
        unit = QTextCursor.SelectionType.Document if whole else QTextCursor.SelectionType.WordUnderCursor
        cursor.select(unit)
    return cursor
