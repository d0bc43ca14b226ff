"""Spelling in the main window: which fields are checked, the foot, the keys, and the word lists' dialog."""

from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor_app.ui.binding import bind
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.theme import Theme
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_fields import PhotoFields
from editor_app.ui.photo_panel import PhotoPanel
from editor_app.ui.runner import Runner
from editor_app.ui.spelling.checking import Checking
from editor_app.ui.spelling.foot import SpellingFoot
from editor_app.ui.spelling.going import Going
from editor_app.ui.spelling.sheets import BodySheet, FieldSheet, Sheet
from editor_app.ui.spelling.spelling import Spelling
from editor_app.ui.spelling.word_menu import WordMenu
from editor_app.ui.story_page import StoryPage
from editor_app.words import Words, note


class WindowSpelling(QObject):
    """Puts spelling into the window; `told`: something to be said in it."""

    told = Signal(object)

    def __init__(
        self,
        runner: Runner,
        theme: Theme,
        words: Words,
        settings: QSettings,
        story: OpenStory,
        page: StoryPage,
        photos: PhotoPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._newsroom = story.newsroom
        self._runner = runner
        self._theme = theme
        self._words = words
        self._story = story
        self._page = page
        self._photos = photos
        self._window = window
        self.spelling = Spelling(runner, settings, story, self)
        self.foot = SpellingFoot(theme, words, self.spelling)
        self.body = self._watch(BodySheet(page.body))
        self.headline = self._watch(FieldSheet(page.headline, theme))
        self.standfirst = self._watch(FieldSheet(page.standfirst, theme))
        self._fields: dict[GrowingText, Checking] = {}
        self._going = Going(self.checkings, self._show, self.told.emit, self)
        self.spelling.told.connect(self.told)
        self.foot.next_wanted.connect(self.go_on)
        self.foot.lists_wanted.connect(self.edit_list)
        story.loaded.connect(self._begin_anew)
        photos.fields_made.connect(self._fields_made)
        bind("next-misspelling", window, self.go_on)
        bind("previous-misspelling", window, lambda: self.go_on(back=True))
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def checkings(self) -> list[Checking]:
        """Those of the fields in sight, in the order in which the window is read."""
        made = [card.fields for card in self._photos.cards if card.fields is not None]
        of_photos = [self._fields[field] for each in made for field in (each.caption, each.alt)]
        every = [self.headline, self.standfirst, self.body, *of_photos]
        return [checking for checking in every if checking.sheet.editor.isVisible()]

    def go_on(self, *, back: bool = False) -> None:
        """Selects the next misspelt word behind the caret, or before it."""
        if self.spelling.checks:
            self._going.go(back=back)
        else:
            self.told.emit(note("told.spelling-not-checked"))

    def edit_list(self, shared: bool) -> None:  # noqa: FBT001 - the signal's value
        """Shows the newsroom's word list, or the person's own, and keeps what was made of it."""
        from editor_app.newsroom.word_lists import Scope, replace_words, words_of_scope  # noqa: PLC0415 - as below
        from editor_app.ui.dialogs.word_list_dialog import WordListDialog  # noqa: PLC0415 - when first asked for

        newsroom, person = self._newsroom, self._story.person
        scope = Scope.NEWSROOM if shared else Scope.PERSON

        def show(known: tuple[str, ...]) -> None:
            dialog = WordListDialog(self._theme, self._words, known, shared=shared, parent=self._window)
            dialog.finished.connect(lambda result: keep(dialog, known, result))
            dialog.open()

        def keep(dialog: WordListDialog, known: tuple[str, ...], result: int) -> None:
            listed = dialog.listed
            dialog.deleteLater()
            if result != QDialog.DialogCode.Accepted.value or set(listed) == set(known):
                return
            self._runner.write(
                lambda: replace_words(newsroom, listed, scope=scope, person=person, known=known),
                kept,
                self.told.emit,
            )

        def kept(changed: tuple[int, int]) -> None:
            self.told.emit(note("told.word-list-kept", added=changed[0], removed=changed[1]))
            self.spelling.read_lists()

        self._runner.read(lambda: words_of_scope(newsroom, scope=scope, person=person), show, self.told.emit)

    def close(self) -> None:
        """Ends the engine; for closing the window."""
        QApplication.instance().focusChanged.disconnect(self._focus_changed)  # type: ignore[union-attr]
        self.spelling.close()

    def _watch(self, sheet: Sheet) -> Checking:
        checking = Checking(self.spelling, sheet)
        WordMenu(self.spelling, self._words, checking)
        return checking

    def _fields_made(self, fields: PhotoFields) -> None:
        for field in (fields.caption, fields.alt):
            self._fields[field] = self._watch(FieldSheet(field, self._theme))
        fields.destroyed.connect(partial(self._forget, fields.caption, fields.alt))

    def _forget(self, *fields: GrowingText) -> None:
        for field in fields:
            self._fields.pop(field, None)

    def _show(self, checking: Checking) -> None:
        editor = checking.sheet.editor
        if self._page.isAncestorOf(editor):
            self._page.show_focus(editor)

    def _begin_anew(self) -> None:
        """Another story is on the page: nobody types in it yet."""
        for checking in (self.body, self.headline, self.standfirst):
            checking.begin_anew()

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Who leaves a field leaves the word that was being typed; a menu over it is no leaving."""
        if before is None or now is None or before is now:
            return
        for checking in (self.body, self.headline, self.standfirst, *self._fields.values()):
            if checking.sheet.editor is before:
                checking.leave()
