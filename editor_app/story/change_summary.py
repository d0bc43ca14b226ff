"""A comparison in a few figures: what one says of it in a line, "headline, 3 sentences, 1 photo"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.story.body import BreakBlock, Embed, PhotoBlock, Table, TextBlock
from editor_app.story.comparing import BlockChange, Comparison, Side
from editor_app.story.wording import Wording, text_of

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*\s+|\n+")
_NO_END = re.compile(  # titles and abbreviations with a stop in the midst of a sentence
    r"(?:^|[\s(“\"])(?:[A-Z]|[Dd]r|Drs|Dra|Ir|Hj|Prof|Ny|Tn|Sdr|Bpk|St|Mr|Mrs|Ms|No|Jl|Kab|Kec|dkk|hlm|Rp|tgl)\.\s+$"
)


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """What changed: names of fields, sentences of the body, and how many of everything else.

    `blocks` are dividers and tables that changed, and paragraphs of which the style alone did; `moved` are
    paragraphs, tables and photos of the body that stand elsewhere; `photos` are those of the story.
    """

    fields: tuple[str, ...] = ()
    sentences: int = 0
    blocks: int = 0
    moved: int = 0
    photos: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return self == ChangeSummary()


def summed_up(comparison: Comparison) -> ChangeSummary:
    """The figures of a comparison."""
    photos = {change.photo.key for change in comparison.photos if change.standing != "kept" or change.fields}
    placed = {
        change.block.photo
        for change in comparison.blocks
        if isinstance(change.block, PhotoBlock) and change.standing in {"added", "removed"}
    }
    told = [_sentences(change) for change in comparison.blocks]
    return ChangeSummary(
        fields=tuple(change.name for change in comparison.fields if change.is_changed),
        sentences=sum(told),
        blocks=sum(_is_other(change) for change in comparison.blocks),
        moved=sum(change.standing == "moved-here" for change in comparison.blocks),
        photos=len(photos | placed),
    )


def sentences(text: str) -> tuple[str, ...]:
    """A text cut into its sentences, white space included; joined they are the text."""
    cut: list[str] = []
    start = 0
    for found in _END.finditer(text):
        if not _NO_END.search(text[start : found.end()]):
            cut.append(text[start : found.end()])
            start = found.end()
    return (*cut, text[start:]) if start < len(text) else tuple(cut)


def _sentences(change: BlockChange) -> int:
    """How many sentences of a paragraph changed, counted where there are more of them."""
    if not isinstance(change.block, TextBlock):
        return 0
    return max(_touched(change.wording, "before"), _touched(change.wording, "after"))


def _touched(wording: Wording, side: Side) -> int:
    """How many sentences of one side hold words that changed."""
    places = list(_places(wording, side))
    text = "".join(text_of(stretch.before if side == "before" else stretch.after) for stretch in wording)
    count = start = place = 0
    for sentence in sentences(text):
        end = start + len(sentence)
        while place < len(places) and places[place][1] <= start:
            place += 1
        count += place < len(places) and places[place][0] < end and bool(sentence.strip())
        start = end
    return count


def _places(wording: Wording, side: Side) -> Iterator[tuple[int, int]]:
    """From where to where words changed; white space around them is nobody's."""
    start = 0
    for stretch in wording:
        text = text_of(stretch.before if side == "before" else stretch.after)
        end = start + len(text)
        if stretch.before != stretch.after and text:
            said = text.strip()
            yield (start + text.find(said), start + text.find(said) + len(said)) if said else (start, end)
        start = end


def _is_other(change: BlockChange) -> bool:
    """Whether something changed that is neither words nor a photo."""
    if isinstance(change.block, Table | BreakBlock | Embed):
        return change.is_changed
    return change.is_restyled and _sentences(change) == 0
