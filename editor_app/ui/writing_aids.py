"""Aids for whoever writes: help while typing, the case of letters, styles by shortcut, links that open."""

from functools import partial

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget
from shiboken6 import isValid

from editor_app.richtext import blocks, commands
from editor_app.richtext.letter_case import texts_around
from editor_app.story.marks import Style
from editor_app.story.written_names import Names, names_of
from editor_app.ui.binding import bind
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.body_keys import BodyKeys
from editor_app.ui.body_links import BodyLinks
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.letter_case import LetterCase
from editor_app.ui.open_story import OpenStory
from editor_app.ui.photo_fields import PhotoFields
from editor_app.ui.photo_panel import PhotoPanel
from editor_app.ui.story_page import StoryPage
from editor_app.ui.typing_help import TypingHelp, fill_menu
from editor_app.words import Words

STYLES_BY_KEY: dict[str, Style] = {
    "style-normal": "normal",
    "style-h2": "h2",
    "style-h3": "h3",
    "style-h4": "h4",
    "style-pullquote": "pullquote",
}


class WritingAids(QObject):
    """Attends the page of the open story, and the captions of its photos.

    Args:
        words: names what is offered.
        story: the open story, whose words, language and house style count.
        page: where it is written.
        panel: where its photos are described.
        settings: where what a person switched is remembered.
        window: where the page stands.
    """

    def __init__(
        self,
        words: Words,
        story: OpenStory,
        page: StoryPage,
        panel: PhotoPanel,
        settings: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._words = words
        self._story = story
        self._page = page
        self._fields: list[GrowingText] = []
        self.typing = TypingHelp(
            lambda: story.newsroom.style,
            lambda: story.fields.language,
            lambda: story.person.id,
            settings,
            self,
        )
        self.cases = LetterCase(self._field, self._names, lambda: story.fields.language, self)
        self.links = BodyLinks(words, page.body)
        self.typing.attend_body(page.body)
        for field in (page.headline, page.standfirst):
            self.attend(field)
        panel.fields_made.connect(self._attend_photo)
        self._add_keys(window)

    def fill_menu(self, menu: QMenu) -> None:
        """Puts the switches of help into a menu, under a name of their own."""
        fill_menu(menu.addMenu(self._words.text("menu.typing")), self._words, self.typing)

    def attend(self, field: GrowingText) -> None:
        """Helps in a field from now on."""
        self.typing.attend_field(field)
        self._fields = [*(known for known in self._fields if isValid(known)), field]

    def _attend_photo(self, fields: PhotoFields) -> None:
        self.attend(fields.caption)
        self.attend(fields.alt)

    def _add_keys(self, window: QWidget) -> None:
        body = self._page.body
        styles = {code: partial(body.run, commands.set_style, style) for code, style in STYLES_BY_KEY.items()}
        BodyKeys(
            body,
            {
                **styles,
                "move-up": partial(body.run, blocks.move_blocks, down=False),
                "move-down": partial(body.run, blocks.move_blocks, down=True),
                "clear": partial(body.run, commands.clear_formatting),
                "open-link": lambda: self.links.open_at(body.textCursor()),
            },
        )
        bind("case", window, self._go_round)

    def _go_round(self) -> None:
        """The key counts where one writes; the menu's entries know where that was."""
        if self._is_ours(QApplication.focusWidget()):
            self.cases.go_round()

    def _field(self) -> QTextEdit | None:
        """The field that has the keyboard, else the one of the page that had it last, else the headline."""
        page = self._page.widget()
        last = None if page is None else page.focusWidget()
        now = QApplication.focusWidget()
        field = now if self._is_ours(now) else (last or self._page.headline)
        if not isinstance(field, BodyEditor | GrowingText) or not self._is_ours(field):
            return None
        return None if field.isReadOnly() else field

    def _is_ours(self, field: object) -> bool:
        return field is self._page.body or field in self._fields

    def _names(self, sought: str, cursor: QTextCursor) -> Names:
        document, style = self._story.document, self._story.newsroom.style
        own = cursor.document() is document
        running = texts_around(cursor if own else QTextCursor(document))
        without = "" if own else cursor.document().toRawText().replace("\u2029", "\n")
        return names_of(sought, self._story.fields, running, (*style.months, *style.weekdays), without=without)
