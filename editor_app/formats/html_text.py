"""The words of a paragraph in HTML: spans with their marks, links checked once more, everything escaped."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from editor_app.story.body import Row, Span, Table, Worded
from editor_app.story.normal import safe_href

# The elements of the decorators, from the outermost to the innermost.
_ELEMENTS = (
    ("strong", "strong"),
    ("em", "em"),
    ("underline", "u"),
    ("strike-through", "s"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("code", "code"),
)


def block_words(block: Worded) -> Markup:
    """The spans of a text block or cell as HTML; a link that a story may not hold leaves its words alone."""
    written = Markup()
    for href, spans in groupby(block.children, key=block.href):
        words = Markup().join(_span(span) for span in spans)
        address = None if href is None else safe_href(href)
        written += words if address is None else Markup('<a href="{}">{}</a>').format(address, words)
    return written


def table_html(table: Table) -> Markup:
    """A table as HTML, for a clipboard: caption, head and cells, nothing of how they look."""
    caption = Markup("<caption>{}</caption>").format(table.caption) if table.caption else ""
    head, rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    return Markup("<table>{}{}{}</table>").format(
        caption,
        Markup("<thead>{}</thead>").format(_rows(head, "th")) if head else "",
        Markup("<tbody>{}</tbody>").format(_rows(rows, "td")) if rows else "",
    )


def lines(text: str) -> Markup:
    """Text as HTML, each newline a line break."""
    return Markup("<br>\n").join(text.split("\n"))


def _rows(rows: Iterable[Row], element: str) -> Markup:
    tag = Markup(element)  # noqa: S704 - a name from above
    cell = Markup("<{0}>{1}</{0}>")
    return Markup().join(
        Markup("<tr>{}</tr>").format(Markup().join(cell.format(tag, block_words(each)) for each in row))
        for row in rows
    )


def _span(span: Span) -> Markup:
    words = lines(span.text)
    for mark, element in reversed(_ELEMENTS):
        if mark in span.marks:
            words = Markup("<{0}>{1}</{0}>").format(Markup(element), words)  # noqa: S704 - a name from the table above
    return words
