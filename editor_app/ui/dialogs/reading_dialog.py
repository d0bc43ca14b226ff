"""Shows one frozen revision, to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor_app.newsroom.newsroom import Newsroom
from editor_app.richtext.story_document import StoryDocument
from editor_app.story.revision import Revision
from editor_app.ui.body_editor import BodyEditor
from editor_app.ui.kit import tokens
from editor_app.ui.kit.dialog import Dialog
from editor_app.ui.kit.fonts import story_font
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.page_source import PageSource
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.story_page import look_of
from editor_app.words import Words


class ReadingDialog(Dialog):
    """A revision as it was: headline, standfirst and body."""

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
        self.setFixedWidth(tokens.COLUMN_WIDTH + 120)
        story = revision.story
        source = PageSource(newsroom.style, shelf, lambda: story)
        document = StoryDocument(source, look_of(theme), self)
        document.fill(story.body, story.direction)

        def picture_came(sha256: str) -> None:
            for photo in story.photos:
                if photo.sha256 == sha256:
                    document.photo_changed(photo.key)

        shelf.ready.connect(picture_came)
        page = QWidget()
        set_ground(page, "canvas")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        headline = label(story.headline or words.text("story.untitled"), wrap=True)
        headline.setFont(story_font(24))
        headline.setStyleSheet("font-size: 24px; font-weight: 700;")
        standfirst = label(story.standfirst, "soft", wrap=True)
        standfirst.setFont(story_font(tokens.TYPE_STANDFIRST))
        body = BodyEditor(document, words.text("page.body"), "")
        body.setReadOnly(True)
        column.addWidget(headline)
        if story.standfirst:
            column.addWidget(standfirst)
        column.addWidget(body)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(420)
        self.column.addWidget(area)
        close = self.add_button(words.text("dialog.close"), "primary", main=True)
        close.clicked.connect(self.accept)
