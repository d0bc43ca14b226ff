"""One photo in the panel: picture, caption and credit at a glance, and its fields when it is chosen."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.story.house_style import HouseStyle
from editor_app.story.photo import Attachment, split_lead_word
from editor_app.ui.desk_delegate import covering
from editor_app.ui.kit import tokens
from editor_app.ui.kit.card import Card
from editor_app.ui.kit.chip import Chip
from editor_app.ui.kit.flow_layout import FlowLayout
from editor_app.ui.kit.label import label
from editor_app.ui.kit.theme import Theme
from editor_app.ui.photo_fields import PhotoFields
from editor_app.ui.pictures import PictureShelf
from editor_app.words import Words

THUMB = QSize(96, 72)
CAPTION_LINES = 4


class PhotoCard(Card):
    """Shows an attachment; emits what was said of it and what is wanted with it, always with its key."""

    chosen = Signal(str)
    said = Signal(str, dict)  # key, the fields of the attachment that changed
    moved = Signal(str, int)  # key, by how many places
    placed = Signal(str)  # to be put into the text at the cursor
    removed = Signal(str)
    fields_made = Signal(object)  # its PhotoFields, when it is first opened

    def __init__(
        self,
        theme: Theme,
        words: Words,
        style: HouseStyle,
        shelf: PictureShelf,
        photo: Attachment,
        number: int,
    ) -> None:
        super().__init__(words.text("photo.card", number=number))
        self.key = photo.key
        self._theme = theme
        self._words = words
        self._style = style
        self._photo = photo
        self._shown: object = None  # what stands on it now
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._thumb = _Thumb(theme, shelf, photo.sha256)
        self._caption = label("", wrap=True)
        self._caption.setTextFormat(Qt.TextFormat.RichText)
        self._credit = label("", "small", wrap=True)
        self._lead = Chip(theme, words.text("photo.lead-chip"), state="exported")
        self._alt = Chip(theme, "", state="approved")
        self._fields: PhotoFields | None = None  # made when first opened: a story may have fifty photos
        self._lay_out()
        self.show_photo(photo, number)

    @property
    def photo(self) -> Attachment:
        """What the card shows."""
        return self._photo

    def show_photo(self, photo: Attachment, number: int) -> None:
        """Shows the attachment as it now is; a field that has the cursor keeps its text."""
        self._photo = photo
        if self._fields is not None:
            self._fields.show_photo(photo)
        if self._shown == (photo, number, self._theme.tokens):
            return
        self._shown = (photo, number, self._theme.tokens)
        words = self._words
        self.setAccessibleName(words.text("photo.card", number=number))
        lead, rest = split_lead_word(photo.caption)
        missing = (
            f'<span style="color:{self._theme.tokens.faint}">{escape(words.text("photo.no-caption"))}</span>'
        )
        self._caption.setText(f"<b>{escape(lead)}</b>{escape(rest)}" if photo.caption else missing)
        credit = self._style.credit_text(photo.credit)
        self._credit.setText(credit or words.text("photo.no-credit"))
        self._lead.setVisible(photo.lead)
        self._alt.show_state(
            words.text("photo.alt-there" if photo.alt else "photo.alt-missing"),
            "approved" if photo.alt else "in-review",
        )

    def offer(self, creators: Sequence[str], agencies: Sequence[str], credit: tuple[str, str]) -> None:
        """Offers names while one is typed, and while there is no credit another's (creator, agency)."""
        if self._fields is not None:
            self._fields.offer(creators, agencies, credit)

    @property
    def fields(self) -> PhotoFields | None:
        """The fields, once the card was opened."""
        return self._fields

    def set_open(self, *, is_open: bool, refusal: str | None) -> None:
        """Shows or hides the fields; where a change is refused they are read, and the buttons say why."""
        if is_open and self._fields is None:
            self._fields = self._made_fields()
        if self._fields is not None:
            self._fields.setVisible(is_open)
            self._fields.set_refusal(refusal)
        self.set_hot(hot=is_open)

    def edit_field(self, name: str) -> None:
        """Puts the cursor into a field of an open card: "caption", "credit" or "alt"."""
        if self._fields is not None:
            self._fields.edit_field(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fields = self._fields
        beside_a_field = fields is not None and fields.isVisible() and event.position().y() >= fields.y()
        if event.button() == Qt.MouseButton.LeftButton and not beside_a_field:
            self.chosen.emit(self.key)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(5)
        text.addWidget(self._caption)
        text.addWidget(self._credit)
        chips = FlowLayout(gap=6, row_gap=4)
        chips.addWidget(self._lead)
        chips.addWidget(self._alt)
        text.addLayout(chips)
        text.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.column.addLayout(row)

    def _made_fields(self) -> PhotoFields:
        fields = PhotoFields(self._theme, self._words)
        fields.said.connect(lambda said: self.said.emit(self.key, said))
        fields.moved.connect(lambda by: self.moved.emit(self.key, by))
        fields.placed.connect(lambda: self.placed.emit(self.key))
        fields.removed.connect(lambda: self.removed.emit(self.key))
        fields.show_photo(self._photo)
        self.column.addWidget(fields)
        self.fields_made.emit(fields)
        return fields


class _Thumb(QWidget):
    """The picture, cut to its frame."""

    def __init__(self, theme: Theme, shelf: PictureShelf, sha256: str) -> None:
        super().__init__()
        self._theme = theme
        self._shelf = shelf
        self._sha256 = sha256
        self.setFixedSize(THUMB)
        shelf.ready.connect(self._came)

    def _came(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        image = self._shelf.picture(self._sha256, LIST_SIDE)
        if image is None or image.isNull():
            painter.setPen(QPen(QColor(self._theme.tokens.line_strong), 1, Qt.PenStyle.DashLine))
            painter.drawPath(outline)
        else:
            painter.setClipPath(outline)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), image, covering(image, self.size()))
        painter.end()
