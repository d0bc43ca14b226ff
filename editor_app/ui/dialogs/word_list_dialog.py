"""The newsroom's word list, or a person's own: seen, changed, and read from a file, one word a line."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from editor_app.spelling.word_lists import read_words, words_in, written
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.words import Sayable, Words

HEIGHT = 280  # px
LARGEST = 8 * 1024 * 1024  # bytes of a file that is read


class WordListDialog(Dialog):
    """Shows a list as text; `accept` is pressed once it says what it is to say.

    Args:
        theme: colours it.
        words: the catalogue.
        listed: the words that are on the list.
        shared: whether it is the newsroom's.
        parent: the window that it belongs to.
    """

    def __init__(
        self, theme: Theme, words: Words, listed: tuple[str, ...], *, shared: bool, parent: QWidget | None
    ) -> None:
        super().__init__(
            theme,
            words.text("spelling.newsroom-words" if shared else "spelling.own-words"),
            words.text("spelling.newsroom-words-text" if shared else "spelling.own-words-text"),
            parent=parent,
        )
        self._words = words
        self.text = QPlainTextEdit(written(listed))
        self.text.setAccessibleName(words.text("spelling.words"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(HEIGHT)
        self.field = LabelledField(words.text("spelling.words"), self.text, lines=1)
        self.count = label("", "small")
        self.column.addWidget(self.field)
        self.column.addWidget(self.count)
        self.import_button = self.add_button(words.text("spelling.import"), aside=True)
        self.cancel_button = self.add_button(words.text("dialog.cancel"))
        self.accept_button = self.add_button(words.text("spelling.keep-words"), "primary", main=True)
        self.import_button.clicked.connect(self._import)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.text.textChanged.connect(self._count)
        self._count()
        self.text.setFocus()

    @property
    def listed(self) -> tuple[str, ...]:
        """The words as the list now says them."""
        return words_in(self.text.toPlainText())

    def take_in(self, path: Path) -> None:
        """Adds the words of a file to those that are there; one that is none is said in place."""
        try:
            with path.open("rb") as file:
                more = read_words(file.read(LARGEST), path.name)
        except OSError:
            self.field.set_error(self._words.text("word-list-not-read", file=path.name))
        except Sayable as error:
            self.field.set_error(self._words.say(error))
        else:
            self.field.set_error(None)
            self.text.setPlainText(written(dict.fromkeys((*self.listed, *more))))
        self.fit()

    def _import(self) -> None:
        words = self._words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words.text("spelling.import"), "", f"{words.text('spelling.word-files')} (*.txt *.dic);;* (*)"
        )
        if chosen:
            self.take_in(Path(chosen))

    def _count(self) -> None:
        self.count.setText(self._words.count("spelling.words-counted", len(self.listed)))
