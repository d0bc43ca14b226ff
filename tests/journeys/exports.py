"""What a finished export must show: opened as a reader's programs open it, and compared piece by piece.

`Expected` is written by hand in a journey. Each check turns the file into the same list of printed pieces, in
reading order, and compares the whole, so that nothing may be missing, doubled, extra or out of place.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import docx
import lxml.html
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from PIL import Image

Printed: TypeAlias = tuple[Any, ...]
Element: TypeAlias = Any  # lxml's elements; its stubs do not know what a query gives


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of the body: `style` as in Portable Text, or "bullet" and "number" for items of a list.

    `strong` are the words set strong, `links` words and address of the links.
    """

    text: str
    style: str = "normal"
    level: int = 1
    strong: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is printed; `size` is that of the printed picture in px, `credit` bears no label."""

    caption: str
    credit: str
    alt: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """The divider between parts."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An export as a person would read it.

    `dateline` is set strong before the first plain paragraph, with what follows it ("Kota Tirta, "). `body` holds
    no lead photo: that is `lead`; `gallery` are the photos without a place. `foot` are the whole credit lines,
    `correction` the whole line of the correction. `day` is the date of the event as it is printed. `photo_label`
    opens each photo's credit; None where the house prints credits in the foot line alone. `approved_by` is "" and
    `proof` the notice where the export is a proof.
    """

    headline: str
    foot: tuple[str, ...]
    newsroom: str
    section: str
    approved_by: str = ""
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    day: str = ""
    lead: Photo | None = None
    body: tuple[Text | Photo | Rule, ...] = ()
    gallery: tuple[Photo, ...] = ()
    correction: str = ""
    photo_label: str | None = "Foto: "
    proof: str = ""
    keywords: tuple[str, ...] = field(default=())

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Every photo in printed order."""
        lead = () if self.lead is None else (self.lead,)
        return (*lead, *(part for part in self.body if isinstance(part, Photo)), *self.gallery)


def check_docx(path: Path, expected: Expected) -> None:
    """Checks a Word file: every paragraph, picture, caption, credit, the foot, and the head of each page."""
    document = docx.Document(str(path))
    section = document.sections[0]
    head = section.header.paragraphs[0].text
    assert head == "\n".join(filter(None, [expected.proof, f"{expected.newsroom}\t{expected.section}"]))
    assert document.core_properties.title == expected.headline
    top = [
        *([("proof", expected.proof)] if expected.proof else []),
        *([("kicker", expected.kicker)] if expected.kicker else []),
        ("headline", expected.headline),
        *([("standfirst", expected.standfirst)] if expected.standfirst else []),
    ]
    assert [*_word_pieces(document)] == [*top, *_pieces(expected)]
    pictures = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/media/")]
    assert len(pictures) == len({part.blob for part in pictures})


def check_page(path: Path, expected: Expected) -> None:
    """Checks a standalone page and the pictures in the folder beside it."""
    folder = path.parent
    shown: set[str] = set()

    def read(source: str) -> bytes:
        shown.add(source)
        return (folder / source).read_bytes()

    _check_page_text(path.read_text(encoding="utf-8"), expected, read)
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert files == {path.name, *shown}


def check_bundle(path: Path, expected: Expected) -> None:
    """Checks a bundle: its sums, its page, the fragment to paste, the pictures, and both JSON files."""
    with zipfile.ZipFile(path) as bundle:
        assert bundle.testzip() is None
        names = bundle.namelist()
        assert len(names) == len(set(names))
        files = {name: bundle.read(name) for name in names}
    sums = dict(reversed(line.split("  ", 1)) for line in files["manifest-sha256.txt"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest-sha256.txt"
    }
    shown: set[str] = set()

    def read(source: str) -> bytes:
        shown.add(source)
        return files[source]

    _check_page_text(files["article.html"].decode(), expected, read)
    _check_fragment(files["body.html"].decode(), expected, read)
    fixed = {"article.html", "body.html", "story.json", "manifest.json", "manifest-sha256.txt"}
    assert set(files) == {*fixed, *shown}
    assert all(re.fullmatch(r"images/[a-z0-9-]+-\d\d\.(jpg|png)", name) for name in shown)
    _check_manifest(json.loads(files["manifest.json"]), expected, files)
    _check_story(json.loads(files["story.json"]), json.loads(files["manifest.json"]), expected)


def _pieces(expected: Expected) -> Iterator[Printed]:
    """What stands between the head and the end, in reading order."""
    if expected.lead is not None:
        yield _photo_piece(expected.lead, expected)
    waiting = expected.dateline
    for part in expected.body:
        if isinstance(part, Photo):
            yield _photo_piece(part, expected)
        elif isinstance(part, Rule):
            yield ("divider",)
        else:
            opens = waiting if part.style == "normal" else ""
            waiting = "" if opens else waiting
            strong = (opens.strip(), *part.strong) if opens else part.strong
            level = part.level if part.style in {"bullet", "number"} else 0
            yield ("text", part.style, level, f"{opens}{part.text}", strong, part.links)
    for photo in expected.gallery:
        yield _photo_piece(photo, expected)
    if expected.correction:
        yield ("correction", expected.correction)
    for line in expected.foot:
        yield ("foot", line)


def _photo_piece(photo: Photo, expected: Expected) -> Printed:
    credit = "" if expected.photo_label is None else f"{expected.photo_label}{photo.credit}"
    return ("photo", photo.alt, photo.size, photo.caption, credit)


def _opened(data: bytes) -> tuple[int, int]:
    """The size of a picture that decodes to its last pixel, in sRGB and without anything private in it."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert picture.mode == "RGB"
        assert not picture.getexif()
        return picture.size


# Word

_WORD_STYLES = {
    "Normal": "normal",
    "Heading 1": "h2",
    "Heading 2": "h3",
    "Heading 3": "h4",
    "Quote": "blockquote",
    "Intense Quote": "pullquote",
    "List Bullet": "bullet",
    "List Number": "number",
}
_WORD_HEAD = {"Proof Notice": "proof", "Kicker": "kicker", "Title": "headline", "Subtitle": "standfirst"}


def _word_pieces(document: Document) -> Iterator[Printed]:
    paragraphs = iter(document.paragraphs)
    for paragraph in paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        if style in _WORD_HEAD:
            yield (_WORD_HEAD[style], paragraph.text)
        elif style == "Picture":
            yield _word_photo(document, paragraph, next(paragraphs))
        elif style == "Divider":
            yield ("divider",)
        elif style in {"Correction", "Credits"}:
            yield ("correction" if style == "Correction" else "foot", paragraph.text)
        else:
            role = _WORD_STYLES[style or ""]
            level = _word_level(paragraph) if role in {"bullet", "number"} else 0
            yield ("text", role, level, paragraph.text, _word_strong(paragraph), _word_links(paragraph))


def _word_photo(document: Document, paragraph: Paragraph, caption: Paragraph) -> Printed:
    (drawing,) = paragraph._p.iter(qn("wp:inline"))
    (blip,) = drawing.iter(qn("a:blip"))
    size = _opened(document.part.related_parts[blip.get(qn("r:embed"))].blob)
    extent = drawing.find(qn("wp:extent"))
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    section = document.sections[0]
    assert width <= section.page_width - section.left_margin - section.right_margin
    assert abs(width / height - size[0] / size[1]) < 0.01
    assert caption.style.name == "Caption"
    credits_ = "".join(run.text for run in caption.runs if run.style.name == "Photo Credit")
    said = "".join(run.text for run in caption.runs if run.style.name != "Photo Credit")
    return ("photo", drawing.find(qn("wp:docPr")).get("descr"), size, said, credits_.removeprefix("\n"))


def _word_level(paragraph: Paragraph) -> int:
    (level,) = paragraph._p.iter(qn("w:ilvl"))
    return int(level.get(qn("w:val"))) + 1


def _word_strong(paragraph: Paragraph) -> tuple[str, ...]:
    return _runs_together((run.text, bool(run.bold)) for run in _word_runs(paragraph))


def _word_runs(paragraph: Paragraph) -> Iterator[Run]:
    for item in paragraph.iter_inner_content():
        if isinstance(item, Hyperlink):
            yield from item.runs
        else:
            yield item


def _word_links(paragraph: Paragraph) -> tuple[tuple[str, str], ...]:
    return tuple((link.text, link.address) for link in paragraph.hyperlinks)


def _runs_together(runs: Iterator[tuple[str, bool]]) -> tuple[str, ...]:
    """The words of neighbouring strong runs, each stretch once."""
    stretches: list[str] = []
    was_strong = False
    for text, strong in runs:
        if strong and was_strong:
            stretches[-1] += text
        elif strong:
            stretches.append(text)
        was_strong = strong
    return tuple(stretch.strip() for stretch in stretches)


# HTML

_HEADINGS = {"h2", "h3", "h4"}
_LISTS = {"ul", "ol"}


def _check_page_text(html: str, expected: Expected, read: Callable[[str], bytes]) -> None:
    page = lxml.html.document_fromstring(html)
    assert html.startswith("<!DOCTYPE html>")
    assert page.find(".//title").text == expected.headline
    assert not page.xpath("//script | //@onclick | //@onload")
    (article,) = page.xpath("//main/article")
    header, *flow = article.getchildren()
    facts = " · ".join(filter(None, [expected.newsroom, expected.section, expected.day]))
    head = [
        *([("kicker", expected.kicker)] if expected.kicker else []),
        ("h1", expected.headline),
        *([("standfirst", expected.standfirst)] if expected.standfirst else []),
        ("facts", facts),
    ]
    assert [(element.get("class") or element.tag, _said(element)) for element in header] == head
    assert [_said(notice) for notice in page.xpath("/html/body/p[@class='proof']")] == _proof(expected)
    assert [*_pieces_of(flow, read)] == [*_pieces(expected)]
    assert page.xpath("//meta[@name='approved-by']/@content") == [expected.approved_by] * bool(
        expected.approved_by
    )


def _check_fragment(html: str, expected: Expected, read: Callable[[str], bytes]) -> None:
    root = lxml.html.fragment_fromstring(html)
    elements = root.getchildren()
    notices = [element for element in elements if element.get("class") == "proof"]
    assert [_said(notice) for notice in notices] == _proof(expected)
    rest = [element for element in elements if element not in notices]
    assert [*_pieces_of(rest, read)] == [*_pieces(expected)]


def _proof(expected: Expected) -> list[str]:
    return [expected.proof] if expected.proof else []


def _pieces_of(elements: Sequence[Element], read: Callable[[str], bytes]) -> Iterator[Printed]:
    for element in elements:
        kind = element.get("class") or element.tag
        if element.tag == "figure":
            yield _page_photo(element, read)
        elif kind == "gallery":
            yield from _pieces_of(element.getchildren(), read)
        elif kind in {"footer", "credits"}:
            yield from (("foot", _said(line)) for line in element)
        elif kind == "correction":
            yield ("correction", _said(element))
        elif kind == "pullquote":
            yield from (_page_text(quoted, "pullquote") for quoted in element)
        elif element.tag == "blockquote":
            yield from (_page_text(quoted, "blockquote") for quoted in element)
        elif element.tag in _LISTS:
            yield from _page_list(element, 1)
        elif element.tag == "hr":
            yield ("divider",)
        else:
            assert element.tag == "p" or element.tag in _HEADINGS, lxml.html.tostring(element)
            yield _page_text(element, "normal" if element.tag == "p" else element.tag)


def _page_photo(figure: Element, read: Callable[[str], bytes]) -> Printed:
    (picture,) = figure.xpath("./img")
    size = _opened(read(picture.get("src")))
    assert (int(picture.get("width")), int(picture.get("height"))) == size
    (caption,) = figure.xpath("./figcaption") or [lxml.html.Element("figcaption")]
    credit = "".join(map(_said, caption.xpath("./small[@class='credit']")))
    said = _said(caption).removesuffix(credit).removesuffix("\n")
    return ("photo", picture.get("alt"), size, said, credit)


def _page_list(element: Element, level: int) -> Iterator[Printed]:
    for item in element:
        yield _page_text(item, "bullet" if element.tag == "ul" else "number", level)
        for inner in item.xpath("./ul | ./ol"):
            yield from _page_list(inner, level + 1)


def _page_text(element: Element, style: str, level: int = 0) -> Printed:
    own = [*_own_elements(element)]
    strong = tuple(_said(found) for found in own if found.tag == "strong")
    links = tuple((_said(found), found.get("href")) for found in own if found.tag == "a")
    return ("text", style, level, _said(element), strong, links)


def _own_elements(element: Element) -> Iterator[Element]:
    """The elements inside, but for those of a list inside, whose items speak for themselves."""
    for child in element:
        if child.tag not in _LISTS:
            yield child
            yield from _own_elements(child)


def _said(element: Element) -> str:
    """The words of an element as they are read, without those of a list inside; a line break is one."""
    return _words(element).strip()


def _words(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        tail = child.tail or ""
        if child.tag == "br":
            parts += ["\n", tail.lstrip("\n")]
        else:
            parts += ["" if child.tag in _LISTS else _words(child), tail]
    return "".join(parts)


# JSON


def _check_manifest(manifest: dict[str, Any], expected: Expected, files: dict[str, bytes]) -> None:
    assert manifest["title"] == expected.headline
    assert manifest["kicker"] == expected.kicker
    assert manifest["standfirst"] == expected.standfirst
    assert manifest["section"] == expected.section
    assert manifest["newsroom"] == expected.newsroom
    assert manifest["proof"] is bool(expected.proof)
    approval = manifest["approval"]
    assert (approval["name"] if approval else "") == expected.approved_by
    pictures = manifest["pictures"]
    assert [(p["alt"], (p["width"], p["height"]), p["caption"], p["credit"]) for p in pictures] == [
        (photo.alt, photo.size, photo.caption, photo.credit) for photo in expected.photos
    ]
    assert [p["lead"] for p in pictures] == [photo is expected.lead for photo in expected.photos]
    for picture in pictures:
        data = files[picture["path"]]
        assert picture["bytes"] == len(data)
        assert picture["sha256"] == hashlib.sha256(data).hexdigest()
        assert _opened(data) == (picture["width"], picture["height"])


def _check_story(story: dict[str, Any], manifest: dict[str, Any], expected: Expected) -> None:
    assert story["headline"] == expected.headline
    assert story["keywords"] == list(expected.keywords)
    assert {photo["caption"] for photo in story["photos"]} == {photo.caption for photo in expected.photos}
    written = [
        (block.get("listItem") or block["style"], "".join(child["text"] for child in block["children"]))
        for block in story["body"]
        if block["_type"] == "block"
    ]
    texts = [part for part in expected.body if isinstance(part, Text)]
    assert [piece for piece in written if piece[1].strip()] == [(part.style, part.text) for part in texts]
    assert (story["revision"], story["code"]) == (manifest["revision"], manifest["code"])
