"""The text catalogue's workshop: finds the codes that the program says, compares, and compiles .po to .mo.

`.venv/bin/python packaging/catalogue.py` compiles what a translator changed and names every fault;
`--check` only names them. Babel walks the source (`extract_from_dir`) with the extractor below.
"""

import argparse
import ast
import io
import re
import string
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from editor_app.cli.workflow_commands import ACTIONS
from editor_app.newsroom.newsroom import house_style_names
from editor_app.newsroom.publishing import ExportFormat
from editor_app.storage.accepted_words import Scope
from editor_app.story.casing import CASES
from editor_app.story.checks import CHECKS
from editor_app.story.comparing import FIELDS as STORY_FIELDS
from editor_app.story.comparing import PHOTO_FIELDS
from editor_app.story.events import EventKind
from editor_app.story.house_style import Severity
from editor_app.story.marks import DECORATORS, STYLES
from editor_app.story.people import Role
from editor_app.story.typing_rules import HELPS
from editor_app.story.workflow import TABLE, Action, HeadState, Publication
from editor_app.ui.reading_view import LINE_WIDTHS
from editor_app.ui.shortcuts import SHORTCUTS, Section
from editor_app.words import DOMAIN, LANGUAGES, Language

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "editor_app"
KEYWORDS: dict[str, None] = dict.fromkeys(("Refused", "Trouble", "Misuse", "Message", "note", "text", "count"))

CREDITS = ("writers", "photographers", "editors")
_SHOWN = (*HeadState, *(kind for kind in Publication if kind is not Publication.NONE))
_BUTTONS = tuple(action for action in Action if action is not Action.EDIT)
_VERBS = ("demo", "sample", "init", "person", "story", "photo", "check", "live", "export", "verify", *ACTIONS)

_TOLD = tuple(action for action in _BUTTONS if action not in {Action.PROOF, Action.EXPORT})
DIALOGS = (
    *("approval-dialog", "export-dialog", "link-dialog", "live-dialog", "person-dialog"),
    *("proof-dialog", "return-dialog", "send-on-dialog", "start-dialog", "withdraw-dialog"),
)
_DOTTED = re.compile(r"[a-z][a-z-]*(\.[a-z0-9-]+)+(?<!\.ini)(?<!\.json)(?<!\.html)(?<!\.toml)")  # no file names

# Codes that the program puts together: the form as it stands in an f-string, and what may stand for its star.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "*.accept": DIALOGS,
    "*.note": ("return-dialog", "withdraw-dialog"),
    "*.person": ("send-on-dialog",),
    "*.text": DIALOGS,
    "*.title": DIALOGS,
    "action.*": _BUTTONS,
    "action-tip.*": _BUTTONS,
    "case.*": CASES,
    "check.*": tuple(CHECKS),
    "cli.help.*": _VERBS,
    "compare.*": ("added", "removed", "changed", "moved-here", "before", "after"),
    "compare-field.*": tuple(name.replace("_", "-") for name in (*STORY_FIELDS, *CREDITS, *PHOTO_FIELDS)),
    "compare-mark.*": DECORATORS,
    "compare-said.*": ("added", "removed", "moved-here"),
    "denied.publication.*": tuple(row.action for row in TABLE if row.publications != frozenset(Publication)),
    "denied.state.*": tuple(row.action for row in TABLE if row.heads != frozenset(HeadState)),
    "event.*": tuple(EventKind),
    "export-format-about.*": tuple(ExportFormat),
    "export-format.*": tuple(ExportFormat),
    "format.*": ("strong", "em", "underline"),
    "house-style.*": house_style_names(),
    "language.*": LANGUAGES,
    "review.*": ("compare", "restore"),
    "review-news.*": (EventKind.RETURNED, EventKind.APPROVED, EventKind.APPROVAL_RECORDED),
    "role.*": tuple(Role),
    "severity.*": tuple(Severity),
    "shortcut.*": tuple(shortcut.code for shortcut in SHORTCUTS),
    "shortcut-section.*": tuple(Section),
    "state.*": _SHOWN,
    "state-short.*": _SHOWN,
    "style.*": STYLES,
    "theme.*": ("system", "light", "dark"),
    "told.*": _TOLD,
    "view-width.*": tuple(LINE_WIDTHS),
    "told.accepted.*": tuple(Scope),
    "typing.*": HELPS,
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call that says something; `values` are those it hands over, None where that is not plain to see."""

    line: int
    name: str
    code: str
    values: frozenset[str] | None


def extract_codes(
    stream: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],  # noqa: ARG001 - Babel's signature
    options: Mapping[str, Any],  # noqa: ARG001 - likewise
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Babel's extraction method for codes: the first argument of the calls named, and forms of f-strings.

    An f-string such as `f"state.{head}"` yields its form, `state.*`. A word without dot or hyphen is no code:
    `event.text("note")` asks an event, not the catalogue.
    """
    for call in _calls(stream.read()):
        if call.name in keywords:
            yield call.line, call.name, call.code, []


def said_codes() -> set[str]:
    """Every code, and every form of an f-string, that the program hands to the catalogue."""
    method = cast("str", extract_codes)  # Babel takes a callable here as well, its annotations do not say so
    found = extract_from_dir(SOURCE, method_map=[("**.py", method)], keywords=KEYWORDS)
    return {str(code) for _, _, code, _, _ in found}


def named_texts(*rooms: str) -> set[str]:
    """Every string that stands in the source (of some rooms), f-strings by their form."""
    places = [SOURCE / room for room in rooms] or [SOURCE]
    trees = (ast.parse(path.read_bytes()) for place in places for path in place.rglob("*.py"))
    return {text for tree in trees for node in ast.walk(tree) for text in _codes(node)}


def wanted_codes() -> set[str]:
    """Every code that the catalogue must have: those said outright and the members of the families."""
    outright = {code for code in said_codes() if "*" not in code}
    outright |= _codes_in_tables({code.partition(".")[0] for code in outright})
    return outright | {member for form in said_forms() & set(FAMILIES) for member in family(form)}


def _codes_in_tables(rooms: Collection[str]) -> set[str]:
    """Codes that stand in a table of the window or the command: their first part is one that is said outright."""
    return {
        text for text in named_texts("ui", "cli") if _DOTTED.fullmatch(text) and text.partition(".")[0] in rooms
    }


def said_forms() -> set[str]:
    """The forms of composed codes that the program hands to the catalogue, or that stand in its tables."""
    return {code for code in said_codes() if "*" in code} | (named_texts() & set(FAMILIES))


def family(form: str) -> tuple[str, ...]:
    """The codes of one family."""
    return tuple(form.replace("*", member) for member in FAMILIES[form])


def po_path(language: Language) -> Path:
    """Where a language's sentences are written."""
    return ROOT / "resources" / "translations" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalogue(language: Language) -> dict[str, Message]:
    """A language's entries by their code."""
    with po_path(language).open("rb") as stream:
        return _entries(read_po(stream, locale=language, domain=DOMAIN))


def compiled(language: Language) -> bytes:
    """The .mo file that follows from a language's .po."""
    with po_path(language).open("rb") as stream:
        catalogue = read_po(stream, locale=language, domain=DOMAIN)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def is_stale(language: Language) -> bool:
    """Whether the .mo file says something else than the .po."""
    path = po_path(language).with_suffix(".mo")
    if not path.is_file():
        return True
    with path.open("rb") as stream:
        there = _entries(read_mo(stream))
    fresh = _entries(read_mo(io.BytesIO(compiled(language))))
    return {code: entry.string for code, entry in there.items()} != {
        code: entry.string for code, entry in fresh.items()
    }


def forms(message: Message) -> tuple[str, ...]:
    """The sentences of an entry: one, or its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def placeholders(sentence: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def unfilled() -> set[str]:
    """Codes whose sentence names a value that some call does not hand over."""
    english = read_catalogue("en")
    wanting: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for call in _calls(path.read_bytes()):
            members = family(call.code) if call.code in FAMILIES else (call.code,)
            for code in set(members) & set(english):
                given = _all_placeholders(english[code]) if call.values is None else call.values
                if not _all_placeholders(english[code]) <= given | {"n"}:
                    wanting.add(f"{code} ({path.name}, line {call.line})")
    return wanting


def faults() -> Iterator[str]:
    """Everything that is wrong with the catalogue, one sentence each."""
    catalogues = {language: read_catalogue(language) for language in LANGUAGES}
    wanted, named = wanted_codes(), named_texts()
    for form in sorted(said_forms() - set(FAMILIES)):
        yield f"{form}: a composed code whose family catalogue.py does not list"
    for language, catalogue in catalogues.items():
        yield from (f"{code}: missing in {language}" for code in sorted(wanted - set(catalogue)))
        yield from (f"{code}: unused, in {language}" for code in sorted(set(catalogue) - wanted - named))
        for code, entry in catalogue.items():
            if entry.fuzzy or not all(forms(entry)):
                yield f"{code}: empty or fuzzy in {language}"
    english, indonesian = catalogues["en"], catalogues["id"]
    for code in sorted(set(english) & set(indonesian)):
        if _all_placeholders(english[code]) != _all_placeholders(indonesian[code]):
            yield f"{code}: the two languages name different values"
        if isinstance(english[code].string, str) != isinstance(indonesian[code].string, str):
            yield f"{code}: a plural in one language only"
    yield from (f"{code}: names a value that is not handed to it" for code in sorted(unfilled()))
    yield from (f"{code}: in one language only" for code in sorted(set(english) ^ set(indonesian)))


def main() -> int:
    """Compiles (or only checks); returns 1 where there are faults."""
    parser = argparse.ArgumentParser(description="Compiles and checks the text catalogue.")
    parser.add_argument("--check", action="store_true", help="write nothing; a stale .mo is a fault")
    only_check = parser.parse_args().check
    found = list(faults())
    for language in LANGUAGES:
        if only_check and is_stale(language):
            found.append(f"{po_path(language).with_suffix('.mo').name} ({language}) is older than its .po")
        elif not only_check:
            po_path(language).with_suffix(".mo").write_bytes(compiled(language))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} faults in the catalogue")
    return 1 if found else 0


def _entries(catalogue: Catalog) -> dict[str, Message]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in catalogue
        if message.id
    }


def _all_placeholders(message: Message) -> set[str]:
    return {name for sentence in forms(message) for name in placeholders(sentence)}


def _calls(source: bytes) -> Iterator[Call]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and (name := _called(node)) in KEYWORDS:
            for code in _codes(node.args[0]):
                if "." in code or "-" in code:
                    yield Call(node.lineno, name, code, _values(node, name))


def _values(call: ast.Call, name: str) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    given = frozenset(keyword for keyword in names if keyword is not None)
    plain = name != "Message" and len(given) == len(names)
    # A sentence asked for without values is handed out as it stands, to be filled elsewhere.
    return given if plain and (given or name != "text") else None


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _codes(node: ast.AST) -> Iterator[str]:
    """The code that an expression is, or the codes that it chooses between."""
    if isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _codes(value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)


if __name__ == "__main__":
    sys.exit(main())
