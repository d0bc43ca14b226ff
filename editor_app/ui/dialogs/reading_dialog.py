"""Shows one frozen revision, whole, as it would be printed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.formats.edition import Edition, foot_lines
from editor_app.newsroom.newsroom import Newsroom
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.body import Block, Body, BreakBlock, PhotoBlock, Span, Table
from editor_app.story.layout import Figure, Item, Layout, Paragraph
from editor_app.story.marks import new_key
from editor_app.story.revision import Revision
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit import tokens
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.fonts import story_font, ui_font
from editor_app.ui.kit.label import Role, label
from editor_app.ui.kit.scrolling import scrolling
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.page_source import PageSource
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.story_page import look_of
from editor_app.words import Words

HEIGHTS = (360, 760)  # px of the page: at least, and at most
AROUND = 240  # px that the dialog's other parts and the window around it take


class ReadingDialog(Dialog):
    """A revision as it was: kicker, headline, standfirst, lead, body with dateline and photos, and credits."""

    def __init__(
        self,
        newsroom: Newsroom,
        theme: Theme,
        words: Words,
        shelf: PictureShelf,
        revision: Revision,
        author: str,
        parent: QWidget,
    ) -> None:
        when = words.moment(revision.at, newsroom.style.zone)
        super().__init__(theme, revision.code, words.text("reading.made", name=author, when=when), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(tokens.COLUMN_WIDTH + 120)
        story = self._story = revision.story
        printed = Edition(
            story=story,
            revision=revision,
            style=newsroom.style,
            newsroom=newsroom.name,
            pictures={},
            approval=None,
            correction=None,
            proof=True,
        )
        source = PageSource(newsroom.style, shelf, lambda: story, dict)
        self._document = StoryDocument(source, look_of(theme), self)
        self._document.fill(_in_printed_order(printed.layout), story.direction)
        shelf.ready.connect(self._picture_came)
        page = QWidget()
        set_ground(page, "canvas")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        over: tuple[tuple[str, Role, QFont], ...] = (
            (story.kicker.upper(), "soft", ui_font(tokens.TYPE_SMALL, QFont.Weight.DemiBold)),
            (story.headline or words.text("story.untitled"), "headline", story_font(24, QFont.Weight.Bold)),
            (story.standfirst, "soft", story_font(tokens.TYPE_STANDFIRST)),
        )
        for text, role, font in over:
            if text:
                line = label(text, role, wrap=True)
                line.setStyleSheet(f"font: {font.weight()} {font.pixelSize()}px '{font.family()}';")
                column.addWidget(line)
        body = BodyEditor(self._document, words.text("page.body"), "", bottom=8)
        body.setReadOnly(True)
        column.addWidget(body)
        for credit in foot_lines(printed):
            column.addWidget(label(credit.text, "soft", wrap=True))
        column.addStretch(1)
        area = scrolling(page)
        area.setMinimumHeight(min(max(parent.height() - AROUND, HEIGHTS[0]), HEIGHTS[1]))
        self.column.addWidget(area)
        close = self.add_button(words.text("dialog.close"), "primary", main=True)
        close.clicked.connect(self.accept)

    def _picture_came(self, sha256: str) -> None:
        for photo in self._story.photos:
            if photo.sha256 == sha256:
                self._document.photo_changed(photo.key)


def _in_printed_order(layout: Layout) -> Body:
    """The lead, the body with its dateline, and the photos that have no place in it."""
    lead = () if layout.lead is None else (layout.lead,)
    return tuple(_block(item) for item in (*lead, *layout.body, *layout.gallery))


def _block(item: Item) -> Block:
    if isinstance(item, Figure):
        return PhotoBlock(new_key(), item.photo.key)
    if isinstance(item, Paragraph):
        opening = (Span(item.dateline, ("strong",)),) if item.dateline else ()
        return replace(item.block, children=(*opening, *item.block.children))
    return item if isinstance(item, Table) else BreakBlock(new_key())
