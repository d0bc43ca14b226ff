"""Keys and photos kept when a story's text comes back from a file that knows neither."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeAlias

from editor_app.story.body import Block, Body, BreakBlock, Embed, PhotoBlock, Table, TextBlock

Spoken: TypeAlias = TextBlock | Table | BreakBlock | Embed

ALIKE = 0.5  # from here on a changed paragraph is taken for the same one


def keep_keys(old: Body, new: Body) -> Body:
    """`new` with the keys of `old`: an unchanged block's own, else the most similar's between unchanged ones."""
    before = [block for block in old if not isinstance(block, PhotoBlock)]
    after = [block for block in new if not isinstance(block, PhotoBlock)]
    keys = _pair(before, after)
    return tuple(replace(block, key=keys.get(block.key, block.key)) for block in new)


def keep_photos(old: Body, new: Body) -> Body:
    """`new`, whose text blocks have the keys of `old`, with the photos of `old` beside the same neighbours.

    A photo follows the nearest block before it that is still there, else it precedes the nearest one behind it;
    where the text is another altogether it stands nowhere (and so in the closing gallery).
    """
    present = {block.key for block in new}
    standing = {block.photo for block in new if isinstance(block, PhotoBlock)}
    behind: dict[str, list[Block]] = {}
    before: dict[str, list[Block]] = {}
    for place, block in enumerate(old):
        if not isinstance(block, PhotoBlock) or block.photo in standing:
            continue
        anchor = _first(reversed([other.key for other in old[:place]]), present)
        if anchor is not None:
            behind.setdefault(anchor, []).append(block)
            continue
        anchor = _first([other.key for other in old[place + 1 :]], present)
        if anchor is not None:
            before.setdefault(anchor, []).append(block)
    return tuple(
        kept for block in new for kept in (*before.get(block.key, ()), block, *behind.get(block.key, ()))
    )


def _first(keys: Iterable[str], present: set[str]) -> str | None:
    return next((key for key in keys if key in present), None)


def _pair(old: Sequence[Spoken], new: Sequence[Spoken]) -> dict[str, str]:
    """The old key for each new block's, where it has one."""
    matcher = SequenceMatcher(
        None, [_look(block) for block in old], [_look(block) for block in new], autojunk=False
    )
    keys: dict[str, str] = {}
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            for mine, theirs in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                keys[theirs.key] = mine.key
        elif kind == "replace":
            keys |= _pair_alike(old[old_from:old_to], new[new_from:new_to])
    return keys


def _pair_alike(old: Sequence[Spoken], new: Sequence[Spoken]) -> dict[str, str]:
    scores = sorted(
        (
            (-score, i, j)
            for i, mine in enumerate(old)
            for j, theirs in enumerate(new)
            if (score := _alike(mine, theirs)) >= ALIKE
        ),
    )
    keys: dict[str, str] = {}
    used: set[int] = set()
    for _, i, j in scores:
        if i not in used and new[j].key not in keys:
            used.add(i)
            keys[new[j].key] = old[i].key
    return keys


def _alike(mine: Spoken, theirs: Spoken) -> float:
    silent = BreakBlock | Embed
    if isinstance(mine, silent) or isinstance(theirs, silent) or type(mine) is not type(theirs):
        return 0.0
    matcher = SequenceMatcher(None, mine.text, theirs.text, autojunk=False)
    return 0.0 if matcher.quick_ratio() < ALIKE else matcher.ratio()


def _look(block: Spoken) -> tuple[str, str, str | None]:
    if isinstance(block, TextBlock):
        return block.text, block.style, block.list_item
    if isinstance(block, Embed):
        return block.address, "embed", None
    return ("", "break", None) if isinstance(block, BreakBlock) else (block.text, "table", None)
