"""What holds for the words at one place of an HTML text: style, marks, and the list or figure they stand in."""

from dataclasses import dataclass, field

from editor_app.formats.extract import Role
from editor_app.story.body import TextBlock
from editor_app.story.marks import Direction, ListItem, Style


@dataclass(slots=True)
class OpenList:
    """A list while its items are read; `next` is the number of its next item."""

    kind: ListItem
    next: int = 1


@dataclass(slots=True)
class OpenItem:
    """A list item while it is read; `block` is the key of its block, once it has one."""

    ordinal: int
    block: str = ""
    paragraphs: int = 0


@dataclass(slots=True)
class OpenFigure:
    """A figure while it is read; `waiting` is a caption that came before its picture."""

    first: int  # how many photos there were before it
    waiting: list[TextBlock] = field(default_factory=list)
    credit: str = ""


@dataclass(slots=True)
class OpenLabel:
    """The bullet or number that Word writes in front of a paragraph which it shows as an item of a list."""

    list_name: str
    level: int
    written: list[str] = field(default_factory=list)
    kind: ListItem = "bullet"
    item: OpenItem | None = None  # once the paragraph has words


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the words at this place.

    Attributes:
        verbatim: spaces and line ends are meant, as in `pre`.
        line_ends: line ends are meant, other spaces are not.
        hidden: a browser, or Word, would not show it.
        space: whatever stands here is one space (a tab of Word, a space that a browser made stiff).
        stands_off: a space parts these words from those after them (the number of a note).
        symbols: the letters are those of a symbol font, and stand for other signs.
        label: that of the paragraph, where Word shows it as a list item; `in_label` within the label itself.
    """

    style: Style = "normal"
    marks: frozenset[str] = frozenset()
    href: str | None = None
    dir: Direction | None = None
    role: Role | None = None
    verbatim: bool = False
    line_ends: bool = False
    hidden: bool = False
    space: bool = False
    symbols: bool = False
    stands_off: bool = False
    level: int = 0
    list: OpenList | None = None
    item: OpenItem | None = None
    label: OpenLabel | None = None
    in_label: bool = False
    figure: OpenFigure | None = None
    in_credit: bool = False
