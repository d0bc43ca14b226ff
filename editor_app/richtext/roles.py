"""Roles: what a block and a run of characters ARE, kept as user properties of Qt's formats.

Fonts, sizes and colours follow from roles (see `look` and `appearance`) and are never read back. Text that is
typed inherits the character format beside it, so its role comes along.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from editor_app.story.marks import Direction, ListItem, Style

ObjectKind: TypeAlias = Literal["photo", "break", "table", "embed"]

OBJECT: Final = "\ufffc"
SOFT_BREAK: Final = "\u2028"

_USER: Final = QTextFormat.Property.UserProperty.value
_KEY: Final = _USER + 1
_STYLE: Final = _USER + 2
_LIST_ITEM: Final = _USER + 3
_LEVEL: Final = _USER + 4
_START: Final = _USER + 5
_DIR: Final = _USER + 6
_MARKS: Final = _USER + 11
_HREF: Final = _USER + 12
_PHOTO: Final = _USER + 13
_TABLE: Final = _USER + 14

PHOTO_TYPE: Final = QTextFormat.ObjectTypes.UserObject.value + 1
BREAK_TYPE: Final = QTextFormat.ObjectTypes.UserObject.value + 2
TABLE_TYPE: Final = QTextFormat.ObjectTypes.UserObject.value + 3
EMBED_TYPE: Final = QTextFormat.ObjectTypes.UserObject.value + 4
_KINDS: Final[dict[int, ObjectKind]] = {
    PHOTO_TYPE: "photo",
    BREAK_TYPE: "break",
    TABLE_TYPE: "table",
    EMBED_TYPE: "embed",
}
_TYPES: Final = {kind: number for number, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class BlockRole:
    """What a block is; `style` is a style of Portable Text, or the kind of object that the block holds."""

    key: str
    style: Style | ObjectKind = "normal"
    list_item: ListItem | None = None
    level: int = 1
    start: int | None = None
    dir: Direction | None = None

    @property
    def is_card(self) -> bool:
        """Whether the block holds an object, and so no words of its own."""
        return self.style in _TYPES


@dataclass(frozen=True, slots=True)
class RunRole:
    """What a run of characters is: its decorators, sorted, and where it links to ("" is nowhere)."""

    decorators: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one block with the same format; `start` and `end` are cursor positions in the document."""

    start: int
    end: int
    text: str
    format: QTextCharFormat

    @property
    def role(self) -> RunRole:
        """What these characters are."""
        return run_role(self.format)


def block_role(block: QTextBlock) -> BlockRole:
    """The role of a block; one that never got any is a plain paragraph without a key."""
    written = block.blockFormat()
    start = written.property(_START)
    return BlockRole(
        key=written.stringProperty(_KEY),
        style=cast("Style | ObjectKind", written.stringProperty(_STYLE) or "normal"),
        list_item=cast("ListItem | None", written.stringProperty(_LIST_ITEM) or None),
        level=written.intProperty(_LEVEL) or 1,
        start=start if isinstance(start, int) else None,
        dir=cast("Direction | None", written.stringProperty(_DIR) or None),
    )


def key_of(block: QTextBlock) -> str:
    """The `_key` of a block, "" where it has none yet."""
    return block.blockFormat().stringProperty(_KEY)


def rekeyed(written: QTextBlockFormat, key: str) -> QTextBlockFormat:
    """The block format with another key."""
    fresh = QTextBlockFormat(written)
    fresh.setProperty(_KEY, key)
    return fresh


def write_block_role(target: QTextBlockFormat, role: BlockRole) -> None:
    """Puts a role into a block format; what is usual is left out."""
    target.setProperty(_KEY, role.key)
    target.setProperty(_STYLE, role.style)
    if role.list_item is not None:
        target.setProperty(_LIST_ITEM, role.list_item)
        target.setProperty(_LEVEL, role.level)
        if role.start is not None:
            target.setProperty(_START, role.start)
    if role.dir is not None:
        target.setProperty(_DIR, role.dir)


def run_role(written: QTextCharFormat) -> RunRole:
    """The role that a character format carries."""
    marks = written.stringProperty(_MARKS)
    return RunRole(tuple(marks.split()), written.stringProperty(_HREF))


def run_format(role: RunRole) -> QTextCharFormat:
    """A character format that carries a role and nothing else."""
    written = QTextCharFormat()
    if role.decorators:
        written.setProperty(_MARKS, " ".join(role.decorators))
    if role.href:
        written.setProperty(_HREF, role.href)
    return written


def object_format(kind: ObjectKind, said: str = "") -> QTextCharFormat:
    """The format of the one character that stands for an object.

    `said` is what the object shows: an attachment's key, or what `tabling` writes of a table or embed.
    """
    written = QTextCharFormat()
    written.setObjectType(_TYPES[kind])
    if said:
        written.setProperty(_PHOTO if kind == "photo" else _TABLE, said)
    return written


def object_kind(written: QTextFormat) -> ObjectKind | None:
    """Which of our objects a format stands for, if any."""
    return _KINDS.get(written.objectType())


def photo_of(written: QTextFormat) -> str:
    """The attachment's key that a photo's format names."""
    return written.stringProperty(_PHOTO)


def table_of(written: QTextFormat) -> str:
    """The content that a table's or an embed's format carries, as `tabling` reads it."""
    return written.stringProperty(_TABLE)


def card_of(block: QTextBlock) -> QTextCharFormat | None:
    """The format of the object that fills `block`, or None where the block holds words."""
    if block.length() != 2 or block.text() != OBJECT:  # noqa: PLR2004 - the object and the block's end
        return None
    written = block.begin().fragment().charFormat()
    return written if object_kind(written) else None


def blocks_between(first: QTextBlock, last: int) -> Iterator[QTextBlock]:
    """The blocks from `first` to the one with number `last`."""
    block = first
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()


def runs_of(block: QTextBlock) -> list[Run]:
    """The runs of a block, in order. Equal objects that stand side by side are one run to Qt."""
    runs: list[Run] = []
    place = block.begin()
    while not place.atEnd():
        piece = place.fragment()
        runs.append(Run(piece.position(), piece.position() + piece.length(), piece.text(), piece.charFormat()))
        place += 1
    return runs
