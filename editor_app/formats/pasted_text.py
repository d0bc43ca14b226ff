"""Plain text from another program: paragraphs, lists, the marks of chats, the broken lines of a PDF page.

What is meant is decided by what is plain to see, and where it is not the text stays as it is:

- A line is a paragraph, and so is what blank lines part. Lines that a program broke at one width (a PDF viewer, a
  mail) flow together; see `broken_lines`.
- Two or more lines that begin with a bullet, or count on by one, are a list.
- Where every line of a copied chat begins with a time and a name ("[11/09/26 14.32] Ratri: "), the times go. The
  names go too where one person wrote all of it, for they say nothing then; else they say who said what and stay.
- Words between the marks of WhatsApp and Telegram (`*strong*`, `_emphasis_`, `~struck~`) bear them, where such a
  mark stands at the edge of a word, closes on its line and is no part of a word, an address or a sum.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from editor_app.formats.broken_lines import flowing
from editor_app.story.body import Body, Span, TextBlock
from editor_app.story.marks import MAX_START, ListItem, Style, new_key
from editor_app.story.text import clean

# WhatsApp: "[11/9/26 14.32.10] Nama: " and "11/09/26 14.32 - Nama: ".
_DATE = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?"
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_STAMPED = re.compile(
    rf"[\u200e\u200f]?(?:\[(?:{_DATE},? {_TIME}|{_TIME},? {_DATE})\]|{_DATE},? {_TIME} [-–]) ([^:\n]{{1,60}}): "
)
# Telegram: "Nama, [11.09.2026 14:32]" on a line of its own, the message below.
_HEADED = re.compile(rf"([^\n\[\]]{{1,60}}), \[{_DATE},? {_TIME}\]:?")

_BULLET = re.compile(r"([•‣◦▪●·*\-–])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,5})[.)][ \t\u00a0]+(?=\S)")
_QUOTE = re.compile(r"> ?(?=\S)")

_MARKS = {"*": "strong", "_": "em", "~": "strike-through"}
_MARK = re.compile("[*_~]")
_CODE = re.compile(r"```(?P<words>(?=\S)[^\n`]{1,2000}(?<=\S))```")


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph before its marks are read."""

    text: str
    list_item: ListItem | None = None
    number: int | None = None
    is_quote: bool = False


def read_pasted_text(text: str) -> Body:
    """The blocks that plain text means (see above), not yet in normal form."""
    paragraphs = _without_times(flowing(text))
    taken: set[str] = set()
    blocks = []
    for line in _lines(paragraphs):
        key = new_key(taken)
        taken.add(key)
        style: Style = "blockquote" if line.is_quote else "normal"
        words = marked(line.text)
        blocks.append(TextBlock(key, words, style, list_item=line.list_item, start=line.number))
    return tuple(blocks)


def read_words(text: str) -> Body:
    """The words alone: a paragraph a line, every sign of it as it was written."""
    taken: set[str] = set()
    blocks = []
    for line in clean(text).split("\n"):
        if line.strip():
            key = new_key(taken)
            taken.add(key)
            blocks.append(TextBlock(key, (Span(line.strip(" \t")),)))
    return tuple(blocks)


def marked(text: str) -> tuple[Span, ...]:
    """The words of one line with the marks that a chat writes around them."""
    spans: list[Span] = []
    end = 0
    for code in _CODE.finditer(text):
        spans.extend(_Chat(text[end : code.start()]).spans())
        spans.append(Span(code["words"], ("code",)))
        end = code.end()
    return (*spans, *_Chat(text[end:]).spans())


class _Chat:
    """Words of a chat, and where in them its marks may close."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: dict[str, list[int]] = {mark: [] for mark in _MARKS}
        self._opening: list[int] = []
        for found in _MARK.finditer(text):
            place, mark = found.start(), found[0]
            before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
            if after and after != mark and not after.isspace() and not _is_word(before, mark, "/\\=-"):
                self._opening.append(place)
            if before and before != mark and not before.isspace() and not _is_word(after, mark, "/"):
                self._closing[mark].append(place)

    def spans(self) -> list[Span]:
        """The words with their marks."""
        return self._within(0, len(self._text), ())

    def _within(self, start: int, end: int, marks: tuple[str, ...]) -> list[Span]:
        text = self._text
        spans: list[Span] = []
        for place in self._opening[bisect_left(self._opening, start) : bisect_left(self._opening, end)]:
            mark = text[place]
            closing = self._closing[mark]
            number = bisect_left(closing, place + 2)
            if place < start or _MARKS[mark] in marks or number == len(closing) or closing[number] >= end:
                continue
            spans.append(Span(text[start:place], marks))
            spans.extend(self._within(place + 1, closing[number], (*marks, _MARKS[mark])))
            start = closing[number] + 1
        return [span for span in (*spans, Span(text[start:end], marks)) if span.text]


def _is_word(sign: str, mark: str, others: str) -> bool:
    return sign != "" and (sign.isalnum() or sign == mark or sign in others)


def _lines(paragraphs: Sequence[str]) -> list[_Line]:
    """The paragraphs, those that are a list as its items."""
    lines: list[_Line] = []
    place = 0
    while place < len(paragraphs):
        items = _items(paragraphs, place)
        if items:
            lines.extend(items)
            place += len(items)
            continue
        quoted = _QUOTE.match(paragraphs[place])
        lines.append(_Line(paragraphs[place][quoted.end() if quoted else 0 :], is_quote=quoted is not None))
        place += 1
    return lines


def _items(paragraphs: Sequence[str], place: int) -> list[_Line]:
    """The list that begins at a place; none where fewer than two lines go on alike."""
    items: list[_Line] = []
    bullet, number = _BULLET.match(paragraphs[place]), _NUMBER.match(paragraphs[place])
    while place < len(paragraphs) and (bullet or number):
        text = paragraphs[place]
        found = (_BULLET if bullet else _NUMBER).match(text)
        if found is None or (bullet and found[1] != bullet[1]):
            break
        if number and int(found[1]) != int(number[1]) + len(items):
            break
        counted = min(int(found[1]), MAX_START) if number else None
        items.append(_Line(text[found.end() :], "number" if number else "bullet", counted))
        place += 1
    return items if len(items) > 1 else []


def _without_times(paragraphs: list[str]) -> list[str]:
    """The messages of a chat without their times; see above."""
    stamps = [stamp for stamp in map(_STAMPED.match, paragraphs) if stamp is not None]
    if paragraphs and len(stamps) == len(paragraphs):
        return _said([(stamp[1], stamp.string[stamp.end() :]) for stamp in stamps])
    if paragraphs and _HEADED.fullmatch(paragraphs[0]):
        said: list[tuple[str, str]] = []
        name = ""  # of who said what follows; "" once it was told
        for text in paragraphs:
            head = _HEADED.fullmatch(text)
            if head is None:
                said.append((name, text))
            name = "" if head is None else head[1]
        return _said(said)
    return paragraphs


def _said(messages: list[tuple[str, str]]) -> list[str]:
    several = len({name for name, _ in messages if name}) > 1
    return [f"{name}: {text}" if several and name else text for name, text in messages]
