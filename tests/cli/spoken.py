"""The verbs of the grammar as it stands, and the English that argparse itself would say."""

import argparse
import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from editor_app.cli.parser import command_parser
from editor_app.words import Language, Words


def verbs() -> tuple[str, ...]:
    """Every command there is: the program itself (""), its groups, and each verb."""
    return tuple(name for name, _ in _parsers("", command_parser(Words("id"))))


def parsers(language: Language) -> dict[str, argparse.ArgumentParser]:
    """The parser of each command, in one language."""
    return dict(_parsers("", command_parser(Words(language))))


def _parsers(name: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield name, parser
    for action in parser._actions:
        if action.nargs == argparse.PARSER:
            for verb, inner in action.choices.items():
                yield from _parsers(f"{name} {verb}".strip(), inner)


@cache
def argparse_english() -> frozenset[str]:
    """What the argparse of this very Python hands to gettext, cut where values are filled in."""
    tree = ast.parse(Path(argparse.__file__).read_text("utf-8"))
    said = {
        text.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}
        for text in call.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    pieces = {piece.strip(" :(),.\n'") for text in said for piece in re.split(r"%(?:\(\w+\))?[sr]", text)}
    english = frozenset(piece for piece in pieces if len(piece) > 4)
    assert {"usage", "positional arguments", "options", "invalid choice", "expected one argument"} <= english
    return english


def english_in(text: str, language: Language) -> list[str]:
    """Which of argparse's own words stand in a text; English text may have single words in common with them."""
    plain = " ".join(text.split())
    return [
        piece
        for piece in argparse_english()
        if (language != "en" or " " in piece) and re.search(rf"(?<![\w-]){re.escape(piece)}(?![\w-])", plain)
    ]
