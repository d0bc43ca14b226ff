"""Reads Markdown: made into HTML by the library `Markdown`, then read as any other HTML.

That library flattens lists indented by less than four spaces, joins a list to the paragraph before it, and knows
no `~~struck~~` words. People write all three, so the text is set out as it wants it first.
"""

import re
from collections.abc import Callable

from editor_app.formats.extract import Extract
from editor_app.formats.html_reader import read_html
from editor_app.story.text import clean
from editor_app.words import Refused

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_INDENT = 4
_MAX_DEPTH = 100  # quotes and lists inside each other; the library calls itself for each
_DEEP = re.compile(rf"(?:[ \t]*>){{{_MAX_DEPTH}}}")
_NESTED = 2  # spaces more than the item above that make an item its child
_LONG_GAP = re.compile(" {100,}")
_MOST_BRACKETS = 500  # in one paragraph; the library's time grows with their square


def read_markdown(text: str, *, ends_line: Callable[[str], bool] = lambda _: False) -> Extract:
    """The blocks that Markdown says; HTML in it is read as HTML, harmless.

    `ends_line` names lines that stand alone even without a blank line between them, such as credits lines.

    Raises:
        Refused: `html-too-deep`.
    """
    from markdown import Markdown  # noqa: PLC0415 - heavy, imported when first used
    from markdown.inlinepatterns import SimpleTagInlineProcessor  # noqa: PLC0415 - likewise

    written = _LONG_GAP.sub(" " * 100, clean(text).expandtabs(_INDENT))
    if _DEEP.search(written):
        raise Refused("html-too-deep", limit=_MAX_DEPTH)
    converter = Markdown(extensions=["fenced_code", "tables", "sane_lists"], output_format="html")
    converter.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(.+?)~~", "del"), "struck", 65)
    try:
        html = converter.convert(set_out(written, ends_line))
    except RecursionError as error:
        raise Refused("html-too-deep", limit=_MAX_DEPTH) from error
    return read_html(html)


def set_out(text: str, ends_line: Callable[[str], bool] = lambda _: False) -> str:
    """Markdown with four spaces a list level, a blank line before a list, and hard breaks at `ends_line`."""
    lines: list[str] = []
    levels: list[int] = []  # the indent of each open list item in the source
    fence = ""
    for line in text.split("\n"):
        opens = _FENCE.match(line)
        if fence:
            fence = "" if opens and opens[1].startswith(fence) else fence
            lines.append(line)
        elif opens and not levels:
            fence = opens[1]
            lines.append(line)
        else:
            lines.append(_set_out_line(line, lines, levels))
    alone = [bool(line.strip()) and ends_line(line) for line in lines]
    broken = (
        f"{line}  " if line.strip() and (here or below) else line
        for line, here, below in zip(lines, alone, [*alone[1:], False], strict=True)
    )
    return "\n\n".join(map(_without_bracket_storm, "\n".join(broken).split("\n\n")))


def _set_out_line(line: str, before: list[str], levels: list[int]) -> str:
    if not line.strip():
        return ""
    indent = len(line) - len(line.lstrip(" "))
    item = None if _RULE.match(line) else _ITEM.match(line)
    after_blank = not before or not before[-1].strip()
    if item is None:
        while levels and after_blank and indent < levels[-1] + _NESTED:
            levels.pop()
        return " " * (_INDENT * len(levels)) + line.lstrip(" ") if levels else line
    was_open = len(levels)
    while levels and indent < levels[-1] + _NESTED:
        levels.pop()
    if not was_open and indent >= _INDENT:
        return line  # code
    sign = item[2].replace(")", ".")
    if not after_blank and _begins_list(sign, before[-1], len(levels), was_open):
        before.append("")
    levels.append(indent)
    return f"{' ' * (_INDENT * (len(levels) - 1))}{sign} {line[item.end() :]}"


def _begins_list(sign: str, above: str, depth: int, was_open: int) -> bool:
    """Whether an item right below a line opens a list of its own that the library wants a blank line before.

    A paragraph is only broken by a list that begins at 1 (CommonMark 5.3): "2." may open a wrapped line.
    """
    if not was_open:
        return not sign[0].isdecimal() or sign == "1."
    sibling = _ITEM.match(above.lstrip(" "))
    return sibling is None or (was_open > depth and sibling[2][0].isdecimal() != sign[0].isdecimal())


def _without_bracket_storm(paragraph: str) -> str:
    return paragraph.replace("[", "\\[") if paragraph.count("[") > _MOST_BRACKETS else paragraph
