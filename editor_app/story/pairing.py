"""Pairing: which block or photo of one state of a story is which of another, and which of them moved."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeAlias, TypeVar

from editor_app.story.alignment import in_order
from editor_app.story.body import Block, Body, PhotoBlock, Table, TextBlock
from editor_app.story.photo import Attachment
from editor_app.story.wording import tokens

Standing: TypeAlias = Literal["kept", "removed", "added", "moved-away", "moved-here"]
Item = TypeVar("Item", Block, Attachment)

ALIKE = 0.5  # of their words: from here on two paragraphs between the same neighbours are one, written anew
MOST_ALIKE = 1_000  # pairs that are weighed in one gap; where there are more the text is another


@dataclass(frozen=True, slots=True)
class Placed(Generic[Item]):
    """An item as it was and as it is, and where it stands. One that moved stands twice."""

    before: Item | None
    after: Item | None
    standing: Standing


def place_blocks(before: Body, after: Body) -> tuple[Placed[Block], ...]:
    """The blocks of both states in one row: what was taken out stands where it was, before what came there.

    Blocks are paired by key, else by what they say, else, between the same neighbours, by what they say alike.
    """
    pairs = _by_key(before, after)
    pairs |= _by_look(before, after, pairs, _look)
    plain = tuple(_placed(before, after, pairs, _length))
    alike = _by_likeness(plain)
    return tuple(_placed(before, after, pairs | alike, _length)) if alike else plain


def place_photos(before: Sequence[Attachment], after: Sequence[Attachment]) -> tuple[Placed[Attachment], ...]:
    """The photos of both states in one row; they are paired by key, else by their original."""
    pairs = _by_key(before, after)
    pairs |= _by_look(before, after, pairs, lambda photo: photo.sha256)
    return tuple(_placed(before, after, pairs, lambda photo: int(photo.lead)))


def _by_key(before: Iterable[Item], after: Iterable[Item]) -> dict[str, str]:
    """The key after by the key before; what became something of another kind is another."""
    kinds = {item.key: type(item) for item in before}
    return {item.key: item.key for item in after if kinds.get(item.key) is type(item)}


def _by_look(
    before: Iterable[Item], after: Iterable[Item], known: Mapping[str, str], look: Callable[[Item], Hashable]
) -> dict[str, str]:
    """Pairs of those that are not known yet and look the same, the first with the first."""
    taken = set(known.values())
    waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
    for item in before:
        if item.key not in known:
            waiting[look(item)].append(item.key)
    for keys in waiting.values():
        keys.reverse()
    return {
        keys.pop(): item.key for item in after if item.key not in taken and (keys := waiting.get(look(item), []))
    }


def _by_likeness(placed: Sequence[Placed[Block]]) -> dict[str, str]:
    """Pairs of paragraphs that stand, taken out and put in, between the same neighbours; likest first."""
    pairs: dict[str, str] = {}
    gone: list[TextBlock] = []
    come: list[TextBlock] = []
    for item in (*placed, None):
        if item is not None and item.standing == "removed" and isinstance(item.before, TextBlock):
            gone.append(item.before)
        elif item is not None and item.standing == "added" and isinstance(item.after, TextBlock):
            come.append(item.after)
        elif item is None or item.standing == "kept":
            pairs |= _likest(gone, come)
            gone, come = [], []
    return pairs


def _likest(gone: Sequence[TextBlock], come: Sequence[TextBlock]) -> dict[str, str]:
    if len(gone) * len(come) > MOST_ALIKE:
        return {}
    here, there = ([Counter(tokens(block.text)) for block in side] for side in (gone, come))
    scores = sorted(
        (-score, tuple(sorted((gone[one].key, come[other].key))), (one, other))
        for one in range(len(gone))
        for other in range(len(come))
        if (score := _alike(here[one], there[other])) >= ALIKE
    )
    chosen: list[tuple[int, int]] = []
    for _, _, (one, other) in scores:
        if all((one - first) * (other - second) > 0 for first, second in chosen):
            chosen.append((one, other))
    return {gone[one].key: come[other].key for one, other in chosen}


def _alike(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _look(block: Block) -> Hashable:
    match block:
        case PhotoBlock():
            return block.photo
        case TextBlock():
            return block.text, block.style, block.list_item
        case _:
            return replace(block, key="")


def _length(block: Block) -> int:
    return len(block.text) if isinstance(block, TextBlock | Table) else 0


def _placed(
    before: Sequence[Item], after: Sequence[Item], pairs: Mapping[str, str], weight: Callable[[Item], int]
) -> Iterator[Placed[Item]]:
    """One row of both: those that kept their order, and in each gap what was there, then what is there now."""
    was, now = {item.key: item for item in before}, {item.key: item for item in after}
    olds = {new: old for old, new in pairs.items()}
    names = {old: "\0".join(sorted((old, new))) for old, new in pairs.items()}  # the same from either side
    weights = {names[old]: weight(was[old]) + weight(now[new]) for old, new in pairs.items()}
    kept = in_order(
        [names[item.key] for item in before if item.key in names],
        [names[olds[item.key]] for item in after if item.key in olds],
        weights.__getitem__,
    )
    leaving = iter(before)
    coming: list[Placed[Item]] = []
    for item in after:
        partner = was[olds[item.key]] if item.key in olds else None
        if partner is None or names[partner.key] not in kept:
            coming.append(Placed(partner, item, "added" if partner is None else "moved-here"))
            continue
        for old in leaving:
            if old is partner:
                break
            yield _gone(old, now.get(pairs.get(old.key, "")))
        yield from coming
        coming = []
        yield Placed(partner, item, "kept")
    for old in leaving:
        yield _gone(old, now.get(pairs.get(old.key, "")))
    yield from coming


def _gone(old: Item, elsewhere: Item | None) -> Placed[Item]:
    return Placed(old, elsewhere, "removed" if elsewhere is None else "moved-away")
