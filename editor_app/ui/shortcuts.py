"""The one table of keys: every shortcut of the main window, what it does, and who answers to it.

What binds keys (`ui.binding`), what buttons say of their keys and the list that F1 shows are made from it. To add
one: put an entry into `SHORTCUTS`, word it in the catalogue as `shortcut.<code>`, and bind it by its code with
`binding.bind`, or answer to it in a field's own key handling with `binding.is_pressed`. No other file names keys.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Section(StrEnum):
    """The headings of the list, in its order."""

    STORY = "story"
    WINDOW = "window"
    VIEW = "view"
    EDIT = "edit"
    TEXT = "text"
    FIND = "find"
    TABLE = "table"


class Scope(StrEnum):
    """Who answers to the keys.

    `WINDOW`: a QShortcut made by `binding.bind`. `BODY`: the body's own key handling. `FIELD`: the field that has
    the keyboard, as Qt has it on every desktop; these stand here to be told of and to be kept free. `GRID`: the
    table in the window of its own, whose keys may mean something else on the page.
    """

    WINDOW = "window"
    BODY = "body"
    FIELD = "field"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An action by its code, and its keys as Qt writes them; the first are those that buttons tell of.

    `also` are keys to which the field that has the keyboard answers by itself, beside those bound here.
    """

    code: str
    keys: tuple[str, ...]
    section: Section
    scope: Scope = Scope.WINDOW
    also: tuple[str, ...] = ()


_STORY, _WINDOW, _VIEW, _EDIT, _TEXT, _FIND, _TABLE = Section
SHORTCUTS: Final[tuple[Shortcut, ...]] = (
    Shortcut("new", ("Ctrl+N",), _STORY),
    Shortcut("switch", ("Ctrl+O", "Ctrl+Tab"), _STORY),
    Shortcut("search", ("Ctrl+E",), _STORY),
    Shortcut("next-story", ("Ctrl+PgDown",), _STORY),
    Shortcut("previous-story", ("Ctrl+PgUp",), _STORY),
    Shortcut("save", ("Ctrl+S",), _STORY),
    Shortcut("compare", ("F8",), _STORY),
    Shortcut("next-change", ("Alt+Down",), _STORY, Scope.FIELD),
    Shortcut("previous-change", ("Alt+Up",), _STORY, Scope.FIELD),
    Shortcut("quit", ("Ctrl+Q",), _STORY),
    Shortcut("next-part", ("F6",), _WINDOW),
    Shortcut("previous-part", ("Shift+F6",), _WINDOW),
    Shortcut("photos", ("Ctrl+1",), _WINDOW),
    Shortcut("details", ("Ctrl+2",), _WINDOW),
    Shortcut("review", ("Ctrl+3",), _WINDOW),
    Shortcut("fold-desk", ("F9",), _WINDOW),
    Shortcut("fold-panels", ("F10",), _WINDOW),
    Shortcut("shortcuts", ("F1", "Ctrl+/"), _WINDOW),
    Shortcut("focus-mode", ("F11", "Ctrl+Shift+F"), _VIEW),
    Shortcut("zoom-in", ("Ctrl++", "Ctrl+="), _VIEW),
    Shortcut("zoom-out", ("Ctrl+-",), _VIEW),
    Shortcut("zoom-reset", ("Ctrl+0",), _VIEW),
    Shortcut("length", ("Ctrl+Shift+C",), _EDIT),
    Shortcut("undo", ("Ctrl+Z",), _EDIT, Scope.FIELD),
    Shortcut("redo", ("Ctrl+Y",), _EDIT, also=("Ctrl+Shift+Z",)),
    Shortcut("cut", ("Ctrl+X",), _EDIT, Scope.FIELD),
    Shortcut("copy", ("Ctrl+C",), _EDIT, Scope.FIELD),
    Shortcut("paste", ("Ctrl+V",), _EDIT, Scope.FIELD),
    Shortcut("paste-plain", ("Ctrl+Shift+V",), _EDIT, Scope.BODY),
    Shortcut("select-all", ("Ctrl+A",), _EDIT, Scope.FIELD),
    Shortcut("strong", ("Ctrl+B",), _TEXT, Scope.BODY),
    Shortcut("em", ("Ctrl+I",), _TEXT, Scope.BODY),
    Shortcut("underline", ("Ctrl+U",), _TEXT, Scope.BODY),
    Shortcut("link", ("Ctrl+K", "Ctrl+L"), _TEXT, Scope.BODY),
    Shortcut("open-link", ("Alt+Return",), _TEXT, Scope.BODY),
    Shortcut("clear", ("Ctrl+\\",), _TEXT, Scope.BODY),
    Shortcut("case", ("Shift+F3",), _TEXT),
    Shortcut("style-normal", ("Ctrl+Alt+0",), _TEXT, Scope.BODY),
    Shortcut("style-h2", ("Ctrl+Alt+2",), _TEXT, Scope.BODY),
    Shortcut("style-h3", ("Ctrl+Alt+3",), _TEXT, Scope.BODY),
    Shortcut("style-h4", ("Ctrl+Alt+4",), _TEXT, Scope.BODY),
    Shortcut("style-pullquote", ("Ctrl+Alt+9",), _TEXT, Scope.BODY),
    Shortcut("bullets", ("Ctrl+Shift+8",), _TEXT),
    Shortcut("numbers", ("Ctrl+Shift+7",), _TEXT),
    Shortcut("quote", ("Ctrl+Shift+9",), _TEXT),
    Shortcut("photo", ("Ctrl+Shift+P",), _TEXT),
    Shortcut("table", ("Ctrl+Shift+T",), _TEXT),
    Shortcut("indent", ("Tab",), _TEXT, Scope.BODY),
    Shortcut("outdent", ("Shift+Tab",), _TEXT, Scope.BODY),
    Shortcut("move-up", ("Alt+Shift+Up",), _TEXT, Scope.BODY),
    Shortcut("move-down", ("Alt+Shift+Down",), _TEXT, Scope.BODY),
    Shortcut("soft-break", ("Shift+Return",), _TEXT, Scope.BODY),
    Shortcut("find", ("Ctrl+F",), _FIND),
    Shortcut("replace", ("Ctrl+H",), _FIND),
    Shortcut("find-next", ("F3", "Ctrl+G"), _FIND),
    Shortcut(
        "find-previous", ("Ctrl+Shift+G",), _FIND, also=("Shift+F3",)
    ),  # which is the case of letters elsewhere
    Shortcut("find-case", ("Alt+C",), _FIND),
    Shortcut("find-word", ("Alt+W",), _FIND),
    Shortcut("find-pattern", ("Alt+R",), _FIND),
    Shortcut("find-selection", ("Alt+L",), _FIND),
    Shortcut("replace-all", ("Ctrl+Return",), _FIND, Scope.FIELD),
    Shortcut("find-close", ("Esc",), _FIND),
    Shortcut("next-misspelling", ("F7",), _FIND),
    Shortcut("previous-misspelling", ("Shift+F7",), _FIND),
    Shortcut("row-above", ("Alt+Up",), _TABLE, Scope.GRID),
    Shortcut("row-below", ("Alt+Down",), _TABLE, Scope.GRID),
    Shortcut("row-up", ("Alt+Shift+Up",), _TABLE, Scope.GRID),
    Shortcut("row-down", ("Alt+Shift+Down",), _TABLE, Scope.GRID),
    Shortcut("row-remove", ("Alt+Del",), _TABLE, Scope.GRID),
    Shortcut("column-before", ("Alt+Left",), _TABLE, Scope.GRID),
    Shortcut("column-after", ("Alt+Right",), _TABLE, Scope.GRID),
    Shortcut("column-left", ("Alt+Shift+Left",), _TABLE, Scope.GRID),
    Shortcut("column-right", ("Alt+Shift+Right",), _TABLE, Scope.GRID),
    Shortcut("column-remove", ("Alt+Shift+Del",), _TABLE, Scope.GRID),
)
_BY_CODE: Final = MappingProxyType({shortcut.code: shortcut for shortcut in SHORTCUTS})


def shortcut(code: str) -> Shortcut:
    """The entry of an action.

    Raises:
        KeyError: the table has none.
    """
    return _BY_CODE[code]


def keys_of(code: str) -> str:
    """The keys that a button tells of, as Qt writes them."""
    return _BY_CODE[code].keys[0]
