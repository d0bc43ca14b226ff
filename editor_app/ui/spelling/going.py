"""Going from one misspelt word to the next, through the page as it is read, by one key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from editor_app.ui.spelling.checking import Checking
from editor_app.words import Message, note


class Going(QObject):
    """Selects the next or the last misspelt word, and comes round at the end.

    Args:
        checkings: those in sight, in the order in which the page is read.
        show: brings an editor's caret into sight, once the editor has the keyboard.
        tell: says that there is none.
        parent: what it belongs to.
    """

    def __init__(
        self,
        checkings: Callable[[], Sequence[Checking]],
        show: Callable[[Checking], None],
        tell: Callable[[Message], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._checkings = checkings
        self._show = show
        self._tell = tell

    def go(self, *, back: bool = False) -> None:
        """Selects the next misspelt word behind the caret, or before it."""
        places = [
            (number, cursor.selectionStart(), cursor)
            for number, checking in enumerate(self._checkings())
            for cursor in _cursors(checking)
        ]
        if not places:
            done = all(checking.is_done for checking in self._checkings())
            self._tell(note("told.nothing-misspelt" if done else "told.spelling-looking"))
            return
        here = self._here(back=back)
        if back:
            number, _, cursor = next((place for place in reversed(places) if place[:2] < here), places[-1])
        else:
            number, _, cursor = next((place for place in places if place[:2] >= here), places[0])
        checking = self._checkings()[number]
        checking.sheet.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        checking.sheet.editor.setTextCursor(cursor)
        self._show(checking)

    def _here(self, *, back: bool) -> tuple[int, int]:
        """Where the caret is: the number of its editor, and its position there."""
        for number, checking in enumerate(self._checkings()):
            if checking.sheet.editor.hasFocus():
                cursor = checking.sheet.editor.textCursor()
                return (number, cursor.selectionStart() if back else cursor.selectionEnd())
        return (0, 0)


def _cursors(checking: Checking) -> list[QTextCursor]:
    """The misspelt words of a sheet, in the order of the text."""
    words = [(key, word) for key in checking.sheet.pieces() for word in checking.words(key)]
    cursors = [checking.sheet.selecting(key, word) for key, word in words]
    return sorted((cursor for cursor in cursors if cursor is not None), key=QTextCursor.selectionStart)
