"""The words of a table's cell as a whole: marks and links put on all of them, paragraphs gathered in one cell."""

from dataclasses import replace

from editor_app.story.body import Body, Cell, Link, Span, Table, TextBlock
from editor_app.story.marks import DECORATORS
from editor_app.story.normal import link_key


def bears(cell: Cell, decorator: str) -> bool:
    """Whether all words of a cell bear a decorator; an empty cell bears none."""
    return bool(cell.children) and all(decorator in span.marks for span in cell.children)


def with_mark(cell: Cell, decorator: str, *, on: bool) -> Cell:
    """The cell with a decorator on all its words, or on none."""
    children = tuple(
        replace(span, marks=(*(mark for mark in span.marks if mark != decorator), *((decorator,) if on else ())))
        for span in cell.children
    )
    return replace(cell, children=children)


def link_of(cell: Cell) -> str:
    """Where all words of a cell link to; "" where some lead nowhere or elsewhere."""
    addresses = {cell.href(span) for span in cell.children}
    return addresses.pop() or "" if len(addresses) == 1 else ""


def with_link(cell: Cell, href: str) -> Cell:
    """The cell with all its words linking to an address; "" takes the links away."""
    link = Link(link_key(href), href)
    marks = (link.key,) if href else ()
    children = tuple(
        replace(span, marks=(*(mark for mark in span.marks if mark in DECORATORS), *marks))
        for span in cell.children
    )
    return Cell(children, (link,) if href and children else ())


def gathered(body: Body) -> Cell:
    """The words of a body's paragraphs and tables in one cell, a line each; photos and dividers say nothing."""
    children: list[Span] = []
    links: dict[str, Link] = {}
    for block in body:
        worded = (block,) if isinstance(block, TextBlock) else _cells(block) if isinstance(block, Table) else ()
        for words in worded:
            children.extend([Span("\n")] if children and words.children else [])
            for span in words.children:
                href = words.href(span)
                marks = tuple(mark for mark in span.marks if mark in DECORATORS)
                if href is not None:
                    link = links.setdefault(href, Link(link_key(href), href))
                    marks = (*marks, link.key)
                children.append(Span(span.text, marks))
    return Cell(tuple(children), tuple(links.values()))


def _cells(table: Table) -> tuple[Cell, ...]:
    return tuple(cell for row in table.rows for cell in row)
