"""What files a story: section, language, keywords, date of the event, and who is named at the foot."""

import re
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from editor_app.formats.names import split_names
from editor_app.newsroom.newsroom import Newsroom
from editor_app.ui.kit.labelled_field import LabelledField
from editor_app.ui.kit.names_field import NamesField
from editor_app.ui.kit.refusal import refuse
from editor_app.ui.kit.scrolling import scrolling
from editor_app.ui.kit.select import Select
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.name_book import NameBook
from editor_app.ui.open_story import OpenStory
from editor_app.words import Words

LANGUAGES = ("id", "en")
_DAY = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\s*")


class DetailsPanel(QWidget):
    """The fields; what is typed goes into the open story at once."""

    def __init__(self, newsroom: Newsroom, theme: Theme, words: Words, story: OpenStory, book: NameBook) -> None:
        super().__init__()
        set_ground(self, "pane")
        self._newsroom = newsroom
        self._words = words
        self._story = story
        self._book = book
        self._section = Select(words.text("details.section"))
        self._language = Select(
            words.text("details.language"), [(code, words.text(f"language.{code}")) for code in LANGUAGES]
        )
        self._event_date = QLineEdit()
        self._event_date.setPlaceholderText(words.text("details.date-hint"))
        self._event_date.setMaxLength(10)
        self._keywords = NamesField(theme, words.text("details.keywords"), remove=words.text("details.remove"))
        self._writers, self._photographers, self._editors = (
            NamesField(theme, words.text(code), remove=words.text("details.remove"), split=split_names)
            for code in ("details.writers", "details.photographers", "details.editors")
        )
        self._fields: dict[str, LabelledField] = {}
        self._lay_out()
        self._section.chosen.connect(lambda code: story.change(section=code))
        self._language.chosen.connect(lambda code: story.change(language=code))
        self._event_date.textEdited.connect(self._date_typed)
        self._keywords.names_edited.connect(lambda names: story.change(keywords=names))
        self._writers.names_edited.connect(lambda names: story.change_credits(writers=names))
        self._photographers.names_edited.connect(lambda names: story.change_credits(photographers=names))
        self._editors.names_edited.connect(lambda names: story.change_credits(editors=names))
        story.loaded.connect(self.refresh)
        story.refreshed.connect(self._show_leave)
        book.changed.connect(self._offer)

    def refresh(self) -> None:
        """Shows the open story's details."""
        fields = self._story.fields
        sections = [*self._newsroom.style.sections]
        if fields.section not in sections:
            sections.append(fields.section)
        self._section.set_options([(section, section) for section in sections])
        self._section.choose(fields.section)
        languages = [*LANGUAGES] if fields.language in LANGUAGES else [*LANGUAGES, fields.language]
        self._language.set_options(
            [(code, self._words.text(f"language.{code}") if code in LANGUAGES else code) for code in languages]
        )
        self._language.choose(fields.language)
        day = fields.event_date
        self._event_date.setText("" if day is None else f"{day.day}/{day.month}/{day.year}")
        self._fields["event_date"].set_error(None)
        self._keywords.set_names(fields.keywords)
        self._writers.set_names(fields.credits.writers)
        self._photographers.set_names(fields.credits.photographers)
        self._editors.set_names(fields.credits.editors)
        self._show_leave()

    def edit_field(self, name: str) -> bool:
        """Puts the cursor into a field; False where it is not one of these."""
        if name not in self._fields:
            return False
        field = self._fields[name]
        self._area.ensureWidgetVisible(field, 0, 24)
        field.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _offer(self) -> None:
        """Lets the fields of names offer those that are known."""
        known = self._book.names
        self._writers.set_known(known.writers)
        self._photographers.set_known((*known.photographers, *known.agencies))
        self._editors.set_known(known.editors)

    def _show_leave(self) -> None:
        lock = self._story.words_lock
        for labelled in self._fields.values():
            refuse(labelled.field, None if lock is None else self._words.say(lock))

    def _date_typed(self, text: str) -> None:
        if not text.strip():
            self._fields["event_date"].set_error(None)
            self._story.change(event_date=None)
            return
        day = _day(text)
        self._fields["event_date"].set_error(None if day else self._words.text("details.date-wrong"))
        if day is not None:
            self._story.change(event_date=day)

    def _lay_out(self) -> None:
        words = self._words
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("section", "details.section", self._section),
            ("event_date", "details.event-date", self._event_date),
            ("keywords", "details.keywords", self._keywords),
            ("writers", "details.writers", self._writers),
            ("photographers", "details.photographers", self._photographers),
            ("editors", "details.editors", self._editors),
            ("language", "details.language", self._language),
        )
        hints = {"photographers": "details.photographers-hint"}
        inner = QWidget()
        set_ground(inner, "pane")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(14)
        for name, code, field in rows:
            field.setAccessibleName(words.text(code))
            hint = words.text(hints[name]) if name in hints else ""
            labelled = LabelledField(words.text(code), field, hint=hint)
            self._fields[name] = labelled
            column.addWidget(labelled)
        column.addStretch(1)
        self._area = scrolling(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)


def _day(text: str) -> date | None:
    """A day typed as 12/11/2026, day first."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
