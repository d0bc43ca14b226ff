"""The desk's list as a Qt model: stories come page by page as they are scrolled to."""

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor_app.storage.story_row import Page, StoryRow
from editor_app.ui.desk_source import DeskSource, Found
from editor_app.words import Words

ROW = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex
FIRST, MOST = 50, 500  # stories that are read at once, and again after a change


@dataclass(frozen=True, slots=True)
class _Typed:
    """What is on the page of a story and in no revision yet."""

    story_id: str = ""
    headline: str = ""
    lead: str | None = None


class DeskModel(QAbstractListModel):
    """Stories, what changed last first, of the states and words that were asked for."""

    filled = Signal()
    trouble = Signal(object)

    def __init__(self, source: DeskSource, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._words = words
        self._rows: list[StoryRow] = []
        self._next: str | None = None
        self._shown: tuple[str, ...] = ()
        self._search = ""
        self._asked = 0
        self._read = 0
        self._fetching = False
        self._typed = _Typed()
        self._short_names: dict[str, str] = {}
        self._known = re.compile("(?!)")

    def show_typed(self, story_id: str, headline: str, lead: str | None) -> None:
        """Shows a story under the headline that is being typed and with the lead photo that was just chosen.

        Both stand in no revision yet; `lead` is the SHA-256 of the photo's original.
        """
        typed = _Typed(story_id, headline, lead)
        if self._typed == typed:
            return
        self._typed = typed
        place = self.row_of(story_id)
        if place >= 0:
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def ask(self, *, shown: tuple[str, ...], search: str) -> None:
        """Shows other stories."""
        self._shown, self._search = shown, search
        self.reload()

    def reload(self) -> None:
        """Reads the first page anew; what is shown stays until it is there."""
        self._asked += 1
        asked = self._asked
        size = max(len(self._rows), FIRST)
        self._source.read(
            self._shown,
            self._search,
            size=min(size, MOST),
            done=lambda found: self._replace(found, asked),
            failed=self.trouble.emit,
        )

    @property
    def is_reading(self) -> bool:
        """Whether what was asked for last is not there yet."""
        return self._read != self._asked

    def row_of(self, story_id: str) -> int:
        """Where a story stands in the list, -1 where it is not."""
        return next((place for place, row in enumerate(self._rows) if row.id == story_id), -1)

    def story_at(self, place: int) -> StoryRow | None:
        """The story in a row."""
        if not 0 <= place < len(self._rows):
            return None
        row = self._rows[place]
        typed = self._typed
        return replace(row, headline=typed.headline, lead=typed.lead) if row.id == typed.story_id else row

    def people_of(self, row: StoryRow) -> str:
        """Whose story it is, where room is scarce: people of the newsroom by their short names, others whole."""
        return self._known.sub(lambda found: self._short_names[found[0]], row.people or row.person)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.story_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline or self._words.text("story.untitled")
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            headline = row.headline or self._words.text("story.untitled")
            states = ", ".join(self._words.text(f"state.{state}") for state in states_of(row))
            age = self._words.age(row.updated, self._source.zone)
            parts = (headline, states, row.people or row.person, age)
            return ". ".join(parts) if role == Qt.ItemDataRole.AccessibleTextRole else "\n".join(parts)
        return None

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._next is not None and not self._fetching

    def fetchMore(self, parent: AnyIndex) -> None:
        if not self.canFetchMore(parent):
            return
        self._fetching = True
        asked, after = self._asked, self._next
        self._source.read(
            self._shown,
            self._search,
            after=after,
            size=FIRST,
            done=lambda found: self._append(found.page, asked),
            failed=self.trouble.emit,
        )

    def _replace(self, found: Found, asked: int) -> None:
        if asked != self._asked:
            return
        self._read = asked
        self.show_found(found)

    def show_found(self, found: Found) -> None:
        """Shows these stories in place of those that are shown."""
        page, short_names = found.page, {person.name: person.short_name for person in found.people}
        self._short_names = short_names
        names = "|".join(map(re.escape, sorted(short_names, key=len, reverse=True))) or "(?!)"
        self._known = re.compile(rf"(?:(?<=^)|(?<=, ))(?:{names})(?=$|, )")  # a name may have a comma of its own
        self.beginResetModel()
        self._rows, self._next, self._fetching = list(page.rows), page.next, False
        self.endResetModel()
        self.filled.emit()

    def _append(self, page: Page, asked: int) -> None:
        self._fetching = False
        if asked != self._asked:
            return
        first = len(self._rows)
        if page.rows:
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows += page.rows
            self.endInsertRows()
        self._next = page.next


def states_of(row: StoryRow) -> tuple[str, ...]:
    """The state that a story is shown in, and its publication where that is another (out, being corrected)."""
    return (row.shown,) if row.publication in {"none", row.shown} else (row.shown, row.publication)
