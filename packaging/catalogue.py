"""The text catalogue's workshop: finds the codes that the program says, compares, and compiles .po to .mo.

`.venv/bin/python packaging/catalogue.py` compiles what a translator changed and names every fault;
`--check` only names them. Babel walks the source (`extract_from_dir`) with the extractor below.
"""

import argparse
import ast
import io
import string
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from editor_app.story.checks import CHECKS
from editor_app.story.workflow import TABLE, HeadState, Publication
from editor_app.words import DOMAIN, LANGUAGES, Language

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "editor_app"
KEYWORDS: dict[str, None] = dict.fromkeys(("Refused", "Trouble", "Message", "note", "text", "count"))

# Codes that the program puts together: the form as it stands in an f-string, and what may stand for its star.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "check.*": tuple(CHECKS),
    "state.*": (*HeadState, *(kind for kind in Publication if kind is not Publication.NONE)),
    "denied.state.*": tuple(row.action for row in TABLE if row.heads != frozenset(HeadState)),
    "denied.publication.*": tuple(row.action for row in TABLE if row.publications != frozenset(Publication)),
}


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
    for node in ast.walk(ast.parse(stream.read())):
        if isinstance(node, ast.Call) and node.args and (name := _called(node)) in keywords:
            for code in _codes(node.args[0]):
                if "." in code or "-" in code:
                    yield node.lineno, name, code, []


def said_codes() -> set[str]:
    """Every code, and every form of an f-string, that the program hands to the catalogue."""
    method = cast("str", extract_codes)  # Babel takes a callable here as well, its annotations do not say so
    found = extract_from_dir(SOURCE, method_map=[("**.py", method)], keywords=KEYWORDS)
    return {str(code) for _, _, code, _, _ in found}


def named_texts() -> set[str]:
    """Every string that stands in the source, for codes that a table names; f-strings by their form."""
    trees = (ast.parse(path.read_bytes()) for path in SOURCE.rglob("*.py"))
    return {text for tree in trees for node in ast.walk(tree) for text in _codes(node)}


def wanted_codes() -> set[str]:
    """Every code that the catalogue must have: those said outright and the members of the families."""
    outright = {code for code in said_codes() if "*" not in code}
    return outright | {member for form in said_forms() & set(FAMILIES) for member in family(form)}


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


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _codes(node: ast.AST) -> Iterator[str]:
    """The code that an expression is, or the codes that it chooses between."""
    if isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)


if __name__ == "__main__":
    sys.exit(main())
