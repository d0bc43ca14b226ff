"""Writes an edition as HTML: a page that stands alone, and a fragment to paste into a website's editor.

The templates are `resources/templates/page.html`, `fragment.html` and the parts that both share; they escape
everything that is not already HTML.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from editor_app.formats.edition import (
    Edition,
    correction_label,
    correction_note,
    foot_lines,
    photo_credit,
    proof_text,
)
from editor_app.formats.flow import ListGroup, Part, Quotation, flow
from editor_app.formats.html_text import block_words, lines
from editor_app.resources import resource
from editor_app.story.body import Row, Table
from editor_app.story.layout import Divider, Figure
from editor_app.story.photo import split_lead_word
from editor_app.story.revision import utc_text
from editor_app.story.tables import number_columns
from editor_app.story.text import clean_line

_BLANK_LINES = re.compile("\n{2,}")  # left by the templates; a story's own line breaks are <br>


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure as the templates print it; sizes are px."""

    src: str
    width: int
    height: int
    alt: str
    lead_word: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as the templates print it: the cells that name columns, the others, which columns are numbers."""

    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[int]
    caption: str


def write_page(edition: Edition, *, picture_path: Mapping[str, str]) -> str:
    """The edition as a page without script, its looks inside it.

    Args:
        edition: what is printed.
        picture_path: where each photo's picture stands from the page, by attachment key.

    Raises:
        Trouble: `picture-missing` or `picture-unprintable`, naming the photo's file.
    """
    return _render("page.html", edition, picture_path)


def write_fragment(edition: Edition, *, picture_path: Mapping[str, str]) -> str:
    """What stands between headline and end: lead, text, photos, correction and credits.

    Kicker, headline and standfirst are left out: a website's editor has fields of its own for them.

    Raises:
        Trouble: as `write_page`.
    """
    return _render("fragment.html", edition, picture_path)


def _render(template: str, edition: Edition, picture_path: Mapping[str, str]) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - heavy, imported when first used

    environment = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"words": block_words, "lines": lines}
    environment.tests |= {
        "figure": lambda part: isinstance(part, PrintedFigure),
        "divider": lambda part: isinstance(part, Divider),
        "quotation": lambda part: isinstance(part, Quotation),
        "list": lambda part: isinstance(part, ListGroup),
        "grid": lambda part: isinstance(part, PrintedTable),
    }
    written = environment.get_template(template).render(_view(edition, picture_path))
    return _BLANK_LINES.sub("\n", written)


def _view(edition: Edition, picture_path: Mapping[str, str]) -> dict[str, object]:
    """What the templates read."""
    layout, story = edition.layout, edition.story

    def printed(part: Part) -> Part | PrintedFigure | PrintedTable:
        if isinstance(part, Table):
            return _table(part)
        return _figure(part, edition, picture_path) if isinstance(part, Figure) else part

    day, approval = story.event_date, edition.approval
    return {
        "story": story,
        "headline": edition.headline,
        "language": edition.language,
        "code": edition.revision.code,
        "facts": [fact for fact in (clean_line(edition.newsroom), story.section) if fact],
        "proof": proof_text(edition),
        "approval": None
        if approval is None
        else {"name": clean_line(approval.name), "at": utc_text(approval.at), "event": approval.event},
        "event_date": None if day is None else {"iso": day.isoformat(), "text": edition.style.date_text(day)},
        "lead": None if layout.lead is None else _figure(layout.lead, edition, picture_path),
        "parts": [printed(part) for part in flow(layout.body)],
        "gallery": [_figure(figure, edition, picture_path) for figure in layout.gallery],
        "correction": {"label": correction_label(edition), "note": correction_note(edition)},
        "credits": foot_lines(edition),
    }


def _table(table: Table) -> PrintedTable:
    head, rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    return PrintedTable(head, rows, number_columns(table), table.caption)


def _figure(figure: Figure, edition: Edition, picture_path: Mapping[str, str]) -> PrintedFigure:
    photo = figure.photo
    picture = edition.picture(photo)
    lead_word, caption = split_lead_word(photo.caption)
    return PrintedFigure(
        src=picture_path[photo.key],
        width=picture.width,
        height=picture.height,
        alt=photo.alt,
        lead_word=lead_word,
        caption=caption,
        credit=photo_credit(edition, photo),
    )
