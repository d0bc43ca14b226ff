"""The menu of a place in a text: what a misspelt word may mean, where to accept it, and the usual edits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit
from shiboken6 import isValid

from editor_app.spelling.tokens import Word
from editor_app.storage.accepted_words import Scope
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.shortcuts import keys_of
from editor_app.ui.spelling.checking import Checking
from editor_app.ui.spelling.spelling import Spelling
from editor_app.ui.spelling.told_keys import told
from editor_app.words import Words


class WordMenu(QObject):
    """Opens at the mouse, or at the caret by the menu key."""

    def __init__(self, spelling: Spelling, words: Words, checking: Checking) -> None:
        super().__init__(checking)
        self._spelling = spelling
        self._words = words
        self._checking = checking
        self._editor: QTextEdit = checking.sheet.editor
        self._editor.installEventFilter(self)
        self._editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the wish for a menu; a key that wishes it comes to the editor, the mouse to its viewport."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_at_caret()
        else:
            self._open(self._editor.cursorForPosition(event.pos()), event.globalPos())
        return True

    def open_at_caret(self) -> None:
        """Opens the menu under the caret."""
        place = self._editor.cursorRect().bottomLeft()
        self._open(self._editor.textCursor(), self._editor.viewport().mapToGlobal(place))

    def _open(self, cursor: QTextCursor, point: QPoint) -> None:
        menu = QMenu(self._editor)
        menu.setToolTipsVisible(True)
        found = self._checking.word_at(cursor.position())
        if found is not None:
            self._add_word(menu, *found)
        elif not self._editor.textCursor().hasSelection() and not self._editor.isReadOnly():
            self._editor.setTextCursor(cursor)  # what is pasted goes to where the menu was asked for
        if isinstance(self._editor, BodyEditor):
            self._editor.menu_opening.emit(menu, cursor)
        self._add_edits(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _add_word(self, menu: QMenu, key: str, word: Word) -> None:
        words = self._words
        waiting = menu.addAction(words.text("spelling.looking"))
        waiting.setEnabled(False)
        menu.addSeparator()

        def came(offered: tuple[str, ...]) -> None:
            if not isValid(menu):
                return
            actions = [self._suggestion(menu, key, word, each) for each in offered]
            if actions:
                menu.insertActions(waiting, actions)
                menu.removeAction(waiting)
                if menu.activeAction() is None:
                    menu.setActiveAction(actions[0])
            else:
                waiting.setText(words.text("spelling.nothing-like-it"))

        for scope, name in (
            (Scope.NEWSROOM, words.text("spelling.add-newsroom")),
            (Scope.PERSON, words.text("spelling.add-own")),
            (Scope.STORY, words.text("spelling.ignore-here")),
        ):
            self._add(menu, name, partial(self._spelling.accept, word.text, scope))
        menu.addSeparator()
        self._spelling.suggest(word.text, came)

    def _suggestion(self, menu: QMenu, key: str, word: Word, meant: str) -> QAction:
        action = QAction(meant.replace("&", "&&"), menu)
        strong = action.font()
        strong.setBold(True)
        action.setFont(strong)
        action.setEnabled(not self._editor.isReadOnly())
        action.triggered.connect(lambda: self._write(key, word, meant))
        return action

    def _write(self, key: str, word: Word, meant: str) -> None:
        """Puts what was meant in the word's place, in its dress, as one undo step."""
        cursor = self._checking.sheet.selecting(key, word)
        if cursor is None or self._editor.isReadOnly():
            return
        start = cursor.selectionStart()
        first = QTextCursor(cursor)
        first.setPosition(start + 1)
        cursor.insertText(meant, first.charFormat())
        self._editor.setTextCursor(cursor)

    def _add_edits(self, menu: QMenu) -> None:
        editor, words = self._editor, self._words
        writes, selected = not editor.isReadOnly(), editor.textCursor().hasSelection()
        document = editor.document()
        if writes:
            self._add(menu, words.text("edit.undo"), editor.undo, "undo", on=document.isUndoAvailable())
            self._add(menu, words.text("edit.redo"), editor.redo, "redo", on=document.isRedoAvailable())
            menu.addSeparator()
            self._add(menu, words.text("edit.cut"), editor.cut, "cut", on=selected)
        self._add(menu, words.text("edit.copy"), editor.copy, "copy", on=selected)
        if writes:
            self._add(menu, words.text("edit.paste"), editor.paste, "paste", on=editor.canPaste())
            if isinstance(editor, BodyEditor):
                plain = words.text("edit.paste-plain")
                self._add(menu, plain, editor.paste_plain, "paste-plain", on=editor.canPaste())
        menu.addSeparator()
        self._add(menu, words.text("edit.select-all"), editor.selectAll, "select-all")

    @staticmethod
    def _add(menu: QMenu, name: str, act: Callable[[], object], shortcut: str = "", *, on: bool = True) -> None:
        """An entry; the keys of the shortcut that does the same are told beside it, and belong to the editor."""
        entry = menu.addAction(f"{name}\t{told(keys_of(shortcut))}" if shortcut else name)
        entry.setEnabled(on)
        entry.triggered.connect(lambda _=False: act())
