"""The page: headline and what stands over the body, as readers will read it, and the body itself."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QMouseEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from editor_app.richtext.look import Look
from editor_app.story.checks import Place
from editor_app.ui.body_editor import BOTTOM, BodyEditor
from editor_app.ui.kit import tokens
from editor_app.ui.kit.fonts import load_fonts, story_font, ui_font
from editor_app.ui.kit.growing_text import GrowingText, TextLook
from editor_app.ui.kit.icon_label import IconLabel
from editor_app.ui.kit.scroll_gutter import keep_gutter
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.lead_card import LeadCard
from editor_app.ui.open_story import OpenStory
from editor_app.ui.page_sight import Sight, lay_out, show_sight, sight_of
from editor_app.ui.reading_view import ReadingView
from editor_app.words import Words

NARROWEST = 350
COLUMN_SHARE = 1000  # of the page's width, before what is left on either side of the column
SIDE = 32  # px kept free beside the column
CURSOR_ROOM = 72  # px kept in sight below the cursor
CARD_ROOM = 16  # px around a card that was brought into sight
TICK = 120  # of a wheel, as Qt counts: one step of zoom


class StoryPage(QScrollArea):
    """Shows and changes the open story's words, as the person here likes to read; the panels do the rest."""

    settled = Signal()  # a story that was opened has come to rest

    def __init__(self, theme: Theme, words: Words, story: OpenStory, reading: ReadingView) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._story = story
        self.reading = reading
        self._stood: Sight | None = None  # what was in sight before a card was drawn anew
        self._turned = 0  # of the wheel, with Ctrl, since the last step of zoom
        self._wheel = QTimer(self)
        self._wheel.setSingleShot(True)
        self._wheel.timeout.connect(self._turn)
        self._top: int | None = None  # where in the window it begins; None while a story is being shown
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        keep_gutter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kicker = _bare_line(words.text("page.kicker"), words.text("page.kicker-hint"))
        self.headline = GrowingText(
            theme,
            words.text("page.headline"),
            placeholder=words.text("page.headline"),
            look=TextLook(story_font(tokens.TYPE_HEADLINE, QFont.Weight.Bold), bare=True),
            lines=(1, 0),
            single_paragraph=True,
        )
        self.standfirst = GrowingText(
            theme,
            words.text("page.standfirst"),
            placeholder=words.text("page.standfirst-hint"),
            look=TextLook(story_font(tokens.TYPE_STANDFIRST), tone="soft", bare=True),
            lines=(1, 0),
            single_paragraph=True,
        )
        self.dateline = _bare_line(words.text("page.dateline"), words.text("page.dateline-hint"))
        self._pin = IconLabel(theme, "map-pin", tone="faint", side=14)
        self.body = BodyEditor(
            story.document,
            words.text("page.body"),
            words.text("page.body-hint"),
            photo_of=lambda key: story.fields.photo(key),  # noqa: PLW0108 - the fields become others
        )
        self.lead = LeadCard(story, words)
        self._lay_out()
        self._connect()
        self._dress()

    def refresh(self) -> None:
        """Shows the open story's fields."""
        self.setUpdatesEnabled(True)
        fields = self._story.fields
        self.kicker.setText(fields.kicker)
        self.headline.set_text(fields.headline)
        self.standfirst.set_text(fields.standfirst)
        self.dateline.setText(fields.dateline)
        self.verticalScrollBar().setValue(0)
        self._show_leave()
        self._top = None
        QTimer.singleShot(0, self, self._settle)

    def _await(self) -> None:
        """A long story is on its way: nothing half shown is painted."""
        self.setUpdatesEnabled(False)

    @property
    def is_settled(self) -> bool:
        """Whether the story came to rest since it was opened: from then on the text keeps its place."""
        return self._top is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands over the page came or went: the text that is being read stays where it is."""
        super().resizeEvent(event)
        if self._top is not None and (by := self.window_top - self._top):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by)
            self._top += by
        self._make_room()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the size, a step for each of its clicks, however finely it counts."""
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        self._wheel.start()  # a long story is not laid out for each of the clicks that wait already
        event.accept()

    def _turn(self) -> None:
        steps = int(self._turned / TICK)
        self._turned -= steps * TICK
        self.reading.zoom_by(steps)

    @property
    def sight(self) -> Sight:
        """What is in sight, to be shown again by `show_sight`."""
        return sight_of(self, self.body)

    def show_sight(self, sight: Sight) -> bool:
        """Scrolls until a line is again where it was; False where its block is gone."""
        return show_sight(self, self.body, sight)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab goes on; Qt's scroll area would scroll to the middle of the body where it is left or entered."""
        return super(QScrollArea, self).focusNextPrevChild(next)

    def show_focus(self, field: QWidget) -> None:
        """Scrolls as little as it takes to show the field that was just entered by the keys."""
        if field is self.body:
            self._keep_cursor_in_sight()
        else:
            self.ensureWidgetVisible(field, 0, 24)

    def take_focus(self) -> None:
        """Goes back to the field that had the cursor last, else into the body."""
        page = self.widget()
        last: QWidget | None = None if page is None else page.focusWidget()
        field = self.body if last is None else last
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Puts the cursor where a new story begins."""
        self.headline.setFocus(Qt.FocusReason.OtherFocusReason)
        self.headline.select_end()

    def go_to(self, place: Place) -> bool:
        """Puts the cursor to where a finding stands; False where it is not on the page."""
        fields: dict[str, QWidget] = {
            "headline": self.headline,
            "kicker": self.kicker,
            "standfirst": self.standfirst,
            "dateline": self.dateline,
            "body": self.body,
        }
        if place.kind == "field" and place.name in fields:
            widget = fields[place.name]
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(widget, 0, 48) if widget is not self.body else self._keep_cursor_in_sight()
            return True
        if place.kind == "block":
            block = self._story.document.block_of(place.name)
            if block is not None:
                cursor = QTextCursor(block)
                self.body.setTextCursor(cursor)
                self.body.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def show_block(self, key: str) -> None:
        """Scrolls until a block of the body, such as a photo just put in, shows whole; of a taller one its top.

        Where there is room the cursor's line shows too.
        """
        QTimer.singleShot(0, self, lambda: self._bring(key))

    def _bring(self, key: str) -> None:
        lay_out(self.body)
        block, page = self._story.document.block_of(key), self.widget()
        if block is None or page is None:
            return
        area = self._story.document.documentLayout().blockBoundingRect(block).toAlignedRect()
        start, room = self.body.mapTo(page, QPoint(0, 0)).y(), self.viewport().height()
        top, end = start + area.top(), start + area.bottom()
        caret = start + self.body.cursorRect().bottom()
        if top <= caret <= top + room:
            end = max(end, caret)
        bar = self.verticalScrollBar()
        bar.setValue(min(max(bar.value(), end + CARD_ROOM - room), top - CARD_ROOM))

    def _connect(self) -> None:
        story = self._story
        self.kicker.textEdited.connect(lambda text: story.change(kicker=text))
        self.headline.text_edited.connect(lambda text: story.change(headline=text))
        self.standfirst.text_edited.connect(lambda text: story.change(standfirst=text))
        self.dateline.textEdited.connect(lambda text: story.change(dateline=text))
        self.kicker.returnPressed.connect(self.headline.setFocus)
        self.headline.entered.connect(self.standfirst.setFocus)
        self.standfirst.entered.connect(self.dateline.setFocus)
        self.dateline.returnPressed.connect(self.body.setFocus)
        self.body.cursorPositionChanged.connect(self._follow_cursor)
        story.opening.connect(self._await)
        story.loaded.connect(self.refresh)
        story.refreshed.connect(self._show_leave)
        story.document.about_to_redraw.connect(self._note_sight)
        story.photo_drawn.connect(lambda _: self._stand_again())
        self._theme.changed.connect(self._dress)
        self.reading.changed.connect(self._show_size)
        self.reading.typewriter_changed.connect(self._show_typewriter)

    def _note_sight(self) -> None:
        self._stood = self.sight if self.is_settled else None

    def _stand_again(self) -> None:
        """A card took more or less room: what is read stays where it is."""
        if self._stood is not None:
            self.show_sight(self._stood)
            self._stood = None

    def _show_leave(self) -> None:
        lock = self._story.words_lock
        for field in (self.kicker, self.headline, self.standfirst, self.dateline):
            field.setReadOnly(lock is not None)
        self.body.set_refusal(None if lock is None else self._words.say(lock))

    def _settle(self) -> None:
        self._top = self.window_top
        self.settled.emit()

    def stand_still(self) -> None:
        """What stood over the page came or went, and the text was already put to where it shall be."""
        if self._top is not None:
            self._top = self.window_top

    @property
    def window_top(self) -> int:
        """Where in the window it begins, in px."""
        return self.mapTo(self.window(), QPoint(0, 0)).y()

    def _follow_cursor(self) -> None:
        if self.body.hasFocus():
            QTimer.singleShot(0, self, self._keep_cursor_in_sight)

    def _keep_cursor_in_sight(self) -> None:
        page = self.widget()
        if page is None:
            return
        lay_out(self.body)  # a line that was just begun has no room yet
        if self.reading.typewriter:
            self._centre(self.body.mapTo(page, self.body.cursorRect().center()).y())
            return
        caret = self.body.cursorRect()
        at = self.body.mapTo(page, QPoint(caret.left(), caret.center().y()))
        self.ensureVisible(at.x(), at.y(), 0, min(CURSOR_ROOM, self.viewport().height() // 3))

    def _centre(self, caret: int) -> None:
        """Scrolls the line at `caret` to the middle; not under a mouse that is just selecting."""
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.verticalScrollBar().setValue(caret - self.viewport().height() // 2)

    def _make_room(self) -> None:
        """With the typewriter the last line too can stand at the middle."""
        self.body.set_bottom(self.viewport().height() // 2 if self.reading.typewriter else BOTTOM)

    def _show_typewriter(self) -> None:
        self._make_room()
        if self.body.hasFocus():
            self._keep_cursor_in_sight()

    def _show_size(self) -> None:
        sight = self.sight
        self._dress()
        self.show_sight(sight)

    def _dress(self) -> None:
        tokens_now, look = self._theme.tokens, self.reading.seen(look_of(self._theme))
        self.kicker.setStyleSheet(f"color: {tokens_now.accent}; letter-spacing: 0.6px;")
        self.dateline.setStyleSheet(f"color: {tokens_now.ink};")
        self._set_type(look.scale)
        self._column.setMaximumWidth(round(look.column * look.scale))
        self._story.document.set_look(look)
        self.lead.set_look(look)

    def _set_type(self, scale: float) -> None:
        """Sets what stands over the body, in proportion to it."""
        upper = ui_font(round(tokens.TYPE_SMALL * scale), QFont.Weight.DemiBold)
        upper.setCapitalization(QFont.Capitalization.AllUppercase)
        self.kicker.setFont(upper)
        self.headline.setFont(story_font(round(tokens.TYPE_HEADLINE * scale), QFont.Weight.Bold))
        self.standfirst.setFont(story_font(round(tokens.TYPE_STANDFIRST * scale)))
        self.dateline.setFont(ui_font(round(tokens.TYPE_BASE * scale), QFont.Weight.DemiBold))

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(7)
        place.addWidget(self._pin)
        place.addWidget(self.dateline, 1)
        self._column = column = QWidget()
        column.setMinimumWidth(NARROWEST)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 26, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.kicker)
        lines.addSpacing(6)
        lines.addWidget(self.headline)
        lines.addSpacing(10)
        lines.addWidget(self.standfirst)
        lines.addSpacing(12)
        lines.addWidget(self.lead)
        lines.addLayout(place)
        lines.addSpacing(4)
        lines.addWidget(self.body)
        lines.addStretch(1)
        page = _Page(self)
        set_ground(page, "canvas")
        row = QHBoxLayout(page)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.addStretch(1)
        row.addWidget(column, COLUMN_SHARE)
        row.addStretch(1)
        self.setWidget(page)
        self.setAccessibleName(self._words.text("page.name"))
        self.setMinimumWidth(NARROWEST + 2 * SIDE + self.verticalScrollBar().sizeHint().width())


class _Page(QWidget):
    """The paper; a click below the text puts the cursor to its end."""

    def __init__(self, area: StoryPage) -> None:
        super().__init__()
        self._area = area

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        body = self._area.body
        if event.position().y() > body.mapTo(self, QPoint(0, 0)).y() and not body.isReadOnly():
            body.moveCursor(QTextCursor.MoveOperation.End)
            body.setFocus(Qt.FocusReason.MouseFocusReason)


def look_of(theme: Theme) -> Look:
    """The page's look in a theme."""
    look = theme.tokens
    review = look.state("in-review")
    families = load_fonts()
    return Look(
        ink=look.ink,
        soft=look.soft,
        faint=look.faint,
        accent=look.accent,
        accent_tint=look.tint,
        line=look.line,
        canvas=look.canvas,
        card=look.card,
        notice=review.text,
        notice_tint=review.ground,
        error=look.error,
        serif=(families.story, "Georgia", "serif"),
        sans=(families.ui, "sans-serif"),
    )


def _bare_line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setProperty("kit", "bare")
    line.setFrame(False)
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    line.setTextMargins(-2, 0, 0, 0)  # Qt's own two px, so that all lines of the page begin at one edge
    return line
