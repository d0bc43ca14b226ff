"""One photo in the panel: picture, caption and credit at a glance, and its fields when it is chosen."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from editor_app.newsroom.picture_sides import LIST_SIDE
from editor_app.story.house_style import HouseStyle
from editor_app.story.photo import Attachment, split_lead_word
from editor_app.ui.desk_delegate import covering
from editor_app.ui.kit import tokens
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.card import Card
from editor_app.ui.kit.chip import Chip
from editor_app.ui.kit.flow_layout import FlowLayout
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.label import label
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
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
        self._number = number
        self._refused = False
        self._credit_before = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._thumb = _Thumb(theme, shelf, photo.sha256)
        self._caption = label("", wrap=True)
        self._caption.setTextFormat(Qt.TextFormat.RichText)
        self._credit = label("", "small", wrap=True)
        self._lead = Chip(theme, words.text("photo.lead-chip"), state="exported")
        self._alt = Chip(theme, "", state="approved")
        self._fields = QWidget()
        self._lay_out()
        self._make_fields()
        self._fields.hide()
        self.show_photo(photo, number)

    @property
    def photo(self) -> Attachment:
        """What the card shows."""
        return self._photo

    def show_photo(self, photo: Attachment, number: int) -> None:
        """Shows the attachment as it now is; a field that has the cursor keeps its text."""
        words = self._words
        self._photo, self._number = photo, number
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
        for field, text in (
            (self._caption_field, photo.caption),
            (self._alt_field, photo.alt),
        ):
            if not field.hasFocus() and field.text() != text:
                field.set_text(text)
        for line, text in (
            (self._creator_field, photo.creator),
            (self._agency_field, photo.agency),
            (self._rights_field, photo.rights),
        ):
            if not line.hasFocus() and line.text() != text:
                line.setText(text)
        self._lead_button.setChecked(photo.lead)
        self._show_credit_hint()

    def offer(self, creators: Sequence[str], agencies: Sequence[str], credit: tuple[str, str]) -> None:
        """Offers names while one is typed, and while there is no credit another's (creator, agency)."""
        _offer(self._creator_field, creators)
        _offer(self._agency_field, agencies)
        self._credit_before = credit
        self._show_credit_hint()

    def set_open(self, *, is_open: bool, refusal: str | None) -> None:
        """Shows or hides the fields; where a change is refused they are read, and the buttons say why."""
        self._fields.setVisible(is_open)
        self.set_hot(hot=is_open)
        self._caption_field.setReadOnly(refusal is not None)
        self._alt_field.setReadOnly(refusal is not None)
        for line in (self._creator_field, self._agency_field, self._rights_field):
            line.setReadOnly(refusal is not None)
        for button in self._tools:
            button.set_refusal(refusal)
        self._refused = refusal is not None
        self._show_credit_hint()

    def edit_field(self, name: str) -> None:
        """Puts the cursor into a field: "caption", "credit" or "alt"."""
        fields: dict[str, QWidget] = {
            "caption": self._caption_field,
            "credit": self._creator_field,
            "alt": self._alt_field,
        }
        fields.get(name, self._caption_field).setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        beside_a_field = self._fields.isVisible() and event.position().y() >= self._fields.y()
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
        self.column.addWidget(self._fields)

    def _make_fields(self) -> None:
        words, theme = self._words, self._theme
        self._caption_field = GrowingText(
            theme, words.text("photo.caption"), placeholder=words.text("photo.caption-hint"), lines=(2, 8)
        )
        self._alt_field = GrowingText(
            theme, words.text("photo.alt"), placeholder=words.text("photo.alt-hint"), lines=(2, 8)
        )
        self._creator_field = _line(words.text("photo.creator"))
        self._agency_field = _line(words.text("photo.agency"))
        self._rights_field = _line(words.text("photo.rights"))
        self._caption_field.text_edited.connect(lambda text: self.said.emit(self.key, {"caption": text}))
        self._alt_field.text_edited.connect(lambda text: self.said.emit(self.key, {"alt": text}))
        for name, line in (
            ("creator", self._creator_field),
            ("agency", self._agency_field),
            ("rights", self._rights_field),
        ):
            line.textEdited.connect(lambda text, name=name: self.said.emit(self.key, {name: text}))
        for name, line in (("creator", self._creator_field), ("agency", self._agency_field)):
            known = _completer(line)
            known.activated.connect(lambda text, name=name: self.said.emit(self.key, {name: text}))
        self._like_before = Button(theme, "", variant="link", tip=words.text("photo.credit-like"))
        self._like_before.clicked.connect(self._take_credit_before)
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addWidget(LabelledField(words.text("photo.caption"), self._caption_field))
        credit = QHBoxLayout()
        credit.setSpacing(8)
        credit.addWidget(LabelledField(words.text("photo.creator"), self._creator_field), 1)
        credit.addWidget(LabelledField(words.text("photo.agency"), self._agency_field), 1)
        whole = QVBoxLayout()
        whole.setSpacing(2)
        whole.addLayout(credit)
        whole.addWidget(self._like_before, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(whole)
        column.addWidget(LabelledField(words.text("photo.alt"), self._alt_field))
        column.addWidget(LabelledField(words.text("photo.rights"), self._rights_field))
        column.addLayout(self._make_tools())

    def _show_credit_hint(self) -> None:
        """The credit of another photo, to be taken over by one press, while this one has none."""
        offered = " & ".join(part for part in self._credit_before if part)
        self._like_before.setText(offered.replace("&", "&&"))  # a single one would underline a letter
        self._like_before.setAccessibleName(f"{self._words.text('photo.credit-like')}: {offered}")
        self._like_before.setVisible(bool(offered) and not self._photo.credit and not self._refused)

    def _take_credit_before(self) -> None:
        creator, agency = self._credit_before
        self.said.emit(self.key, {"creator": creator, "agency": agency})

    def _make_tools(self) -> QHBoxLayout:
        words, theme = self._words, self._theme
        self._lead_button = ToolButton(theme, "star", words.text("photo.make-lead"), checkable=True)
        self._lead_button.clicked.connect(lambda checked: self.said.emit(self.key, {"lead": checked}))
        up = ToolButton(theme, "arrow-up", words.text("photo.up"))
        up.clicked.connect(lambda: self.moved.emit(self.key, -1))
        down = ToolButton(theme, "arrow-down", words.text("photo.down"))
        down.clicked.connect(lambda: self.moved.emit(self.key, 1))
        place = ToolButton(theme, "image-plus", words.text("photo.place"))
        place.clicked.connect(lambda: self.placed.emit(self.key))
        remove = ToolButton(theme, "trash-2", words.text("photo.remove"))
        remove.clicked.connect(lambda: self.removed.emit(self.key))
        self._tools = (self._lead_button, up, down, place, remove)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_XS)
        for button in self._tools[:4]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(remove)
        return row


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


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field


def _completer(line: QLineEdit) -> QCompleter:
    completer = QCompleter(QStringListModel(line), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    popup.setProperty("kit", "popup")
    completer.setPopup(popup)
    line.setCompleter(completer)
    return completer


def _offer(line: QLineEdit, names: Sequence[str]) -> None:
    model = line.completer().model()
    if isinstance(model, QStringListModel) and model.stringList() != [*names]:
        model.setStringList([*names])
