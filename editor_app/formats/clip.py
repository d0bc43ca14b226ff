"""A clip: what another program laid onto the clipboard, or let go over the text, and the story's blocks in it.

Nothing in it can run, read a file or reach the network: HTML becomes blocks of words, and a picture that is
elsewhere is only named (see `MetPicture`). Whatever comes in, blocks in normal form come out, and nothing is
raised.
"""

import codecs
import re
from dataclasses import replace

from editor_app.formats.clip_tidying import tidied
from editor_app.formats.extract import Extract
from editor_app.formats.html_cleaning import clean_html
from editor_app.formats.html_walk import LINE, Manner, Walk
from editor_app.formats.pasted import MetPicture, Pasted
from editor_app.formats.pasted_text import read_pasted_text, read_words
from editor_app.formats.word_markup import WordLists, is_word, word_lists
from editor_app.story.body import Block, PhotoBlock, Table, TextBlock
from editor_app.story.normal import normalise
from editor_app.words import Message, note

MOST_HTML = 40_000_000  # signs, pictures within included; what stands below is not read
FIRST_HTML = 2_500_000  # signs that are looked at first
MOST_WORDS = 400_000  # signs, room for lines included: more than twice the longest story that stays quick to edit
MOST_PICTURES = 200
MOST_STYLES = 500_000  # signs at the beginning of a page, where its style sheet is looked for

_CF_HTML = re.compile(r"Version:\s*\d+\.\d+\s+(?:[A-Za-z]+:[^\r\n<]*\s+)*(?=<)")
_START, _END = "<!--StartFragment", "<!--EndFragment"
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 2_048  # bytes in which a page says how it is encoded
_FEW_ZEROS = 8  # one in so many bytes, where the other half of them is nearly all zeros
_ENCODING = re.compile(r"(?:windows|cp|iso|latin|koi8|euc|gb|big5|shift|mac|us-ascii)[a-z0-9_-]*", re.IGNORECASE)
_TITLES = ("<h1", 'class="MsoTitle')
_HEADINGS = re.compile(r'<(?:div|p|span)\b(?=[^<>]*role="heading")[^<>]*aria-level="1"')


def read_clip(html: bytes | str, text: str) -> Pasted:
    """The blocks, pictures and notices of a clip; of its plain text where its HTML says nothing.

    Meaning stays (headings, marks, links, lists, quotations, dividers), looks and markup go. What is longer than
    `MOST_WORDS` is cut, and the notice `paste-cut` says so.
    """
    if html:
        pasted = _from_html(decoded(html))
        if pasted.blocks or pasted.pictures:
            return pasted
    return _from_words(text, plain=False)


def read_plainly(html: bytes | str, text: str) -> Pasted:
    """The words of a clip alone, a paragraph a line; those of its HTML where it has no plain text."""
    if html and not text:
        blocks = _from_html(decoded(html)).blocks
        return _from_words("\n".join(_words_of(block) for block in blocks), plain=True)
    return _from_words(text, plain=True)


def decoded(html: bytes | str) -> str:
    """The HTML of a clip as text, whatever it says of its own encoding; a header of Windows' own format goes.

    UTF-16 by its mark or its many zeros, else UTF-8 where it is that, else as the page says, else Windows-1252.
    """
    text = html if isinstance(html, str) else _decoded(html)
    header = _CF_HTML.match(text, 0, _HEAD)
    return text[header.end() :] if header is not None else text


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head) > min(even, odd) * _FEW_ZEROS:
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    text = data.decode("utf-8-sig", "replace")
    wrong = text.count("\ufffd")
    if wrong == 0 or len(text) - len(text.encode("ascii", "ignore")) > 2 * wrong:
        return text
    said = _CHARSET.search(head)
    for name in ("" if said is None else said[1].decode("ascii"), "cp1252"):
        try:
            if _ENCODING.fullmatch(name):
                return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def fragment_of(html: str) -> str:
    """What was copied of a page: the marked part, and the tags that stand open around it."""
    start = html.find(_START)
    if start < 0:
        return html
    end = html.find(_END, start)
    body = _BODY.search(html, 0, start)
    around = "".join(_TAG.findall(html, 0 if body is None else body.start(), start))
    return around + html[start : len(html) if end < 0 else end]


def _from_html(html: str) -> Pasted:
    """What a page says. Of a very long one the beginning is mostly enough, for it is cut there anyway."""
    extract, was_cut = _read(html[:FIRST_HTML])
    if len(html) > FIRST_HTML and not was_cut:
        extract, was_cut = _read(html[:MOST_HTML])
    pasted = _apart(extract)
    return replace(pasted, notices=(*pasted.notices, *_cut(was_cut or len(html) > MOST_HTML)))


def _read(page: str) -> tuple[Extract, bool]:
    """The blocks of a page as they were met, and whether there were too many."""
    word = is_word(page)
    cleaned = clean_html(fragment_of(page), unravel=True)
    walk = Walk(
        Manner(
            addresses=True,
            under_title=_titles(cleaned) > 1,
            word=word,
            lists=word_lists(page[:MOST_STYLES]) if word else WordLists(),
            most=MOST_WORDS,
        )
    )
    return walk.read(cleaned, raw=True), walk.was_cut


def _titles(cleaned: str) -> int:
    """How many headings of the first level there are, at least."""
    written = sum(cleaned.count(sign) for sign in _TITLES)
    return written + (len(_HEADINGS.findall(cleaned)) if 'role="heading"' in cleaned else 0)


def _from_words(text: str, *, plain: bool) -> Pasted:
    kept = "\n".join(text[:MOST_WORDS].split("\n", MOST_WORDS // LINE)[: MOST_WORDS // LINE])
    blocks = read_words(kept) if plain else read_pasted_text(kept)
    return Pasted(tidied(blocks), notices=_cut(len(text) > len(kept)))


def _apart(extract: Extract) -> Pasted:
    """The blocks tidied, and the pictures out of them."""
    photos = {photo.key: photo for photo in extract.photos[:MOST_PICTURES]}
    blocks: list[Block] = []
    pictures: list[MetPicture] = []
    for block in tidied(extract.blocks):
        if not isinstance(block, PhotoBlock):
            blocks.append(block)
        elif block.photo in photos:
            met = photos[block.photo]
            pictures.append(
                MetPicture(len(blocks), met.address, met.data, met.file, met.alt, met.caption, met.credit)
            )
    left_out = len(extract.photos) > MOST_PICTURES
    told = (note("paste-pictures-cut", limit=MOST_PICTURES),) if left_out else ()
    body = normalise(tuple(blocks)) if pictures else tuple(blocks)  # a list may go on over one
    return Pasted(body, tuple(pictures), (*extract.notices, *told))


def _words_of(block: Block) -> str:
    return block.text if isinstance(block, TextBlock | Table) else ""


def _cut(was_cut: bool) -> tuple[Message, ...]:  # noqa: FBT001 - said by its name
    return (note("paste-cut"),) if was_cut else ()
