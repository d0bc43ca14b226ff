"""Reads a text file into a story: Markdown, plain text, HTML or Word, by the file's suffix."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from editor_app.formats.caption_credits import split_caption, without_label
from editor_app.formats.credit_lines import is_credit_line
from editor_app.formats.extract import EmbeddedPhoto, Extract
from editor_app.formats.opening_lines import take_opening
from editor_app.formats.text_files import MAX_TEXT, decode, read_file
from editor_app.story.house_style import HouseStyle
from editor_app.story.normal import normalise
from editor_app.story.story import Story
from editor_app.words import Message, Refused

# A page that we exported says so in its head; what it prints beside the story is not the story's.
_EXPORTED = '<meta name="revision" content='
_BESIDE = frozenset({"proof", "facts", "correction"})

__all__ = ["EmbeddedPhoto", "Reading", "read_story_file"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A story as a file tells it, the pictures that came with it, and what the person should know.

    The story has no attachments yet: its photo blocks name `photos` by key, which become attachments once their
    originals are kept. `event_date` is a suggestion.
    """

    story: Story
    photos: tuple[EmbeddedPhoto, ...] = ()
    notices: tuple[Message, ...] = ()


def read_story_file(path: Path, style: HouseStyle, *, today: date) -> Reading:
    """The story that a file tells; `today` is the day that an event whose date names no year is near to.

    Headline, dateline and credits are taken from the text where they are plain to see (see `opening_lines`).

    Raises:
        Refused: `file-kind-unknown`, `word-old`, `file-is-folder`, `file-empty`, `file-too-large`,
            `file-control-characters`, `word-encrypted`, `word-too-large`, `html-too-deep`.
        Trouble: `file-missing`, `file-not-readable`, `file-not-utf8`, `word-unreadable`.
    """
    read = _READERS.get(path.suffix.lower())
    if path.suffix.lower() == ".doc":
        raise Refused("word-old", file=path.name)
    if read is None:
        raise Refused("file-is-folder" if path.is_dir() else "file-kind-unknown", file=path.name)
    extract = read(path, style)
    if not extract.blocks:
        raise Refused("file-empty", file=path.name)
    opening = take_opening(extract.blocks, style, today=today, roles=extract.roles)
    footnotes = tuple(block for block in extract.blocks if extract.roles.get(block.key) == "footnote")
    story = Story(
        headline=opening.headline,
        kicker=opening.kicker,
        standfirst=opening.standfirst,
        dateline=opening.dateline,
        event_date=opening.event_date,
        language=style.language,
        credits=opening.credits,
        body=normalise((*opening.body, *footnotes)),
    )
    return Reading(story, tuple(_credited(photo, style) for photo in extract.photos), extract.notices)


def _credited(photo: EmbeddedPhoto, style: HouseStyle) -> EmbeddedPhoto:
    """The photo with its credit apart from its caption."""
    if photo.credit:
        return replace(photo, credit=without_label(photo.credit, style))
    caption, credit = split_caption(photo.caption, style)
    return replace(photo, caption=caption, credit=credit)


def _markdown(path: Path, style: HouseStyle) -> Extract:
    from editor_app.formats.markdown_reader import read_markdown  # noqa: PLC0415 - heavy, imported when first used

    return read_markdown(_text(path), ends_line=partial(_is_credit_line, style))


def _plain(path: Path, _: HouseStyle) -> Extract:
    from editor_app.formats.text_reader import read_text  # noqa: PLC0415 - as the others

    return read_text(_text(path))


def _html(path: Path, _: HouseStyle) -> Extract:
    from editor_app.formats.html_reader import read_html  # noqa: PLC0415 - heavy, imported when first used

    html = _text(path)
    return read_html(html, beside=_BESIDE if _EXPORTED in html else frozenset())


def _word(path: Path, _: HouseStyle) -> Extract:
    from editor_app.formats.docx_reader import read_docx  # noqa: PLC0415 - heavy, imported when first used
    from editor_app.formats.word_file import MAX_FILE  # noqa: PLC0415 - likewise

    return read_docx(read_file(path, MAX_FILE), path.name)


def _text(path: Path) -> str:
    return decode(read_file(path, MAX_TEXT), path.name)


def _is_credit_line(style: HouseStyle, line: str) -> bool:
    """Whether a line of Markdown is a credits line, its label perhaps set strong ("**Foto:** A")."""
    return is_credit_line(line.replace("*", "").replace("__", ""), style)


_READERS: Mapping[str, Callable[[Path, HouseStyle], Extract]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _plain,
    ".html": _html,
    ".htm": _html,
    ".docx": _word,
}
