"""The fields of one photo: caption, credit, alt text and rights, and what may be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from editor_app.story.photo import Attachment
from editor_app.ui.kit import tokens
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.growing_text import GrowingText
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tool_button import ToolButton
from editor_app.words import Words


class PhotoFields(QWidget):
    """Lets one attachment be described; emits what was said of it and what is wanted with it."""

    said = Signal(dict)  # the fields of the attachment that changed
    moved = Signal(int)  # by how many places
    placed = Signal()  # to be put into the text at the cursor
    removed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._photo: Attachment | None = None
        self._refused = False
        self._credit_before = ("", "")
        self.caption = GrowingText(
            theme, words.text("photo.caption"), placeholder=words.text("photo.caption-hint"), lines=(2, 8)
        )
        self.alt = GrowingText(
            theme, words.text("photo.alt"), placeholder=words.text("photo.alt-hint"), lines=(2, 8)
        )
        self.creator = _line(words.text("photo.creator"))
        self.agency = _line(words.text("photo.agency"))
        self.rights = _line(words.text("photo.rights"))
        self.caption.text_edited.connect(lambda text: self.said.emit({"caption": text}))
        self.alt.text_edited.connect(lambda text: self.said.emit({"alt": text}))
        for name, line in (
            ("creator", self.creator),
            ("agency", self.agency),
            ("rights", self.rights),
        ):
            line.textEdited.connect(lambda text, name=name: self.said.emit({name: text}))
        for name, line in (("creator", self.creator), ("agency", self.agency)):
            known = _completer(line)
            known.activated.connect(lambda text, name=name: self.said.emit({name: text}))
        self._like_before = Button(theme, "", variant="link", tip=words.text("photo.credit-like"))
        self._like_before.clicked.connect(self._take_credit_before)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addWidget(LabelledField(words.text("photo.caption"), self.caption))
        credit = QHBoxLayout()
        credit.setSpacing(8)
        credit.addWidget(LabelledField(words.text("photo.creator"), self.creator), 1)
        credit.addWidget(LabelledField(words.text("photo.agency"), self.agency), 1)
        whole = QVBoxLayout()
        whole.setSpacing(2)
        whole.addLayout(credit)
        whole.addWidget(self._like_before, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(whole)
        column.addWidget(LabelledField(words.text("photo.alt"), self.alt))
        column.addWidget(LabelledField(words.text("photo.rights"), self.rights))
        column.addLayout(self._make_tools())

    def show_photo(self, photo: Attachment) -> None:
        """Shows what is said of the attachment; a field that has the cursor keeps its text."""
        self._photo = photo
        for field, text in ((self.caption, photo.caption), (self.alt, photo.alt)):
            if not field.hasFocus() and field.text() != text:
                field.set_text(text)
        for line, text in (
            (self.creator, photo.creator),
            (self.agency, photo.agency),
            (self.rights, photo.rights),
        ):
            if not line.hasFocus() and line.text() != text:
                line.setText(text)
        self._lead_button.setChecked(photo.lead)
        self._show_credit_hint()

    def offer(self, creators: Sequence[str], agencies: Sequence[str], credit: tuple[str, str]) -> None:
        """Offers names while one is typed, and while there is no credit another's (creator, agency)."""
        _offer(self.creator, creators)
        _offer(self.agency, agencies)
        self._credit_before = credit
        self._show_credit_hint()

    def set_refusal(self, refusal: str | None) -> None:
        """Where a change is refused the fields are read, and the buttons say why."""
        self._refused = refusal is not None
        self.caption.setReadOnly(self._refused)
        self.alt.setReadOnly(self._refused)
        for line in (self.creator, self.agency, self.rights):
            line.setReadOnly(self._refused)
        for button in self._tools:
            button.set_refusal(refusal)
        self._show_credit_hint()

    def edit_field(self, name: str) -> None:
        """Puts the cursor into a field: "caption", "credit" or "alt"."""
        fields: dict[str, QWidget] = {"caption": self.caption, "credit": self.creator, "alt": self.alt}
        fields.get(name, self.caption).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_credit_hint(self) -> None:
        """The credit of another photo, to be taken over by one press, while this one has none."""
        offered = " & ".join(part for part in self._credit_before if part)
        self._like_before.setText(offered.replace("&", "&&"))  # a single one would underline a letter
        self._like_before.setAccessibleName(f"{self._words.text('photo.credit-like')}: {offered}")
        wanting = self._photo is not None and not self._photo.credit
        self._like_before.setVisible(bool(offered) and wanting and not self._refused)

    def _take_credit_before(self) -> None:
        creator, agency = self._credit_before
        self.said.emit({"creator": creator, "agency": agency})

    def _make_tools(self) -> QHBoxLayout:
        words, theme = self._words, self._theme
        self._lead_button = ToolButton(theme, "star", words.text("photo.make-lead"), checkable=True)
        self._lead_button.clicked.connect(lambda checked: self.said.emit({"lead": checked}))
        up = ToolButton(theme, "arrow-up", words.text("photo.up"))
        up.clicked.connect(lambda: self.moved.emit(-1))
        down = ToolButton(theme, "arrow-down", words.text("photo.down"))
        down.clicked.connect(lambda: self.moved.emit(1))
        place = ToolButton(theme, "image-plus", words.text("photo.place"))
        place.clicked.connect(self.placed.emit)
        remove = ToolButton(theme, "trash-2", words.text("photo.remove"))
        remove.clicked.connect(self.removed.emit)
        self._tools = (self._lead_button, up, down, place, remove)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_XS)
        for button in self._tools[:4]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(remove)
        return row


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
