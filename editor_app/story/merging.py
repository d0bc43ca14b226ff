"""Three-way merging by block key, field and photo: what one side changed is taken, and no text is invented.

Where both sides changed the same thing otherwise, mine stands and the place is named, so that it can be asked.
Ancestry decides, never a clock.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, TypeVar

from editor_app.story.body import Block
from editor_app.story.checks import Place
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, normal_story

T = TypeVar("T")
Item = TypeVar("Item", Block, Attachment)

_FIELDS = ("headline", "kicker", "standfirst", "dateline", "event_date", "section", "language", "keywords")


@dataclass(frozen=True, slots=True)
class Merged:
    """What two sides made of one story, in normal form, and where they clash; mine stands there."""

    story: Story
    clashes: tuple[Place, ...] = ()


def merge(base: Story, mine: Story, theirs: Story) -> Merged:
    """The story with what either side changed since `base`."""
    clashes: list[Place] = []

    def pick(kind: Place, before: T, here: T, there: T) -> T:
        if there in (here, before):
            return here
        if here == before:
            return there
        clashes.append(kind)
        return here

    told = {
        name: pick(Place("field", name), getattr(base, name), getattr(mine, name), getattr(theirs, name))
        for name in _FIELDS
    }
    credits_ = Credits(
        **{
            each.name: pick(
                Place("field", each.name),
                getattr(base.credits, each.name),
                getattr(mine.credits, each.name),
                getattr(theirs.credits, each.name),
            )
            for each in fields(Credits)
        }
    )
    body = _merge_items(base.body, mine.body, theirs.body, clashes, "block", _whole)
    photos = _merge_items(base.photos, mine.photos, theirs.photos, clashes, "photo", _by_field)
    story = replace(mine, **told, credits=credits_, body=body, photos=_one_lead(base, mine, photos))
    return Merged(normal_story(story), tuple(clashes))


def _merge_items(
    base: Sequence[Item],
    mine: Sequence[Item],
    theirs: Sequence[Item],
    clashes: list[Place],
    kind: Literal["block", "photo"],
    join: Callable[[Item | None, Item, Item], tuple[Item, bool]],
) -> tuple[Item, ...]:
    """Blocks or photos, matched by key. What one side took out and the other changed stays, and clashes."""
    before: dict[str, Item] = {item.key: item for item in base}
    here: dict[str, Item] = {item.key: item for item in mine}
    there: dict[str, Item] = {item.key: item for item in theirs}
    kept: dict[str, Item] = {}
    for key in dict.fromkeys((*here, *there)):
        old, own, other = before.get(key), here.get(key), there.get(key)
        if own is not None and other is not None:
            kept[key], clash = join(old, own, other)
        else:
            only = own or other
            if only is None or only == old:
                continue  # taken out by one side, untouched by the other
            kept[key], clash = only, old is not None
        if clash:
            clashes.append(Place(kind, key))
    order = _order(list(before), list(here), list(there), set(kept))
    return tuple(kept[key] for key in order)


def _order(base: list[str], mine: list[str], theirs: list[str], kept: set[str]) -> list[str]:
    """The order of the side that moved something (mine where both did), with what only the other has."""
    shared = set(base) & set(mine) & set(theirs)
    was, here, there = (_only(side, shared) for side in (base, mine, theirs))
    leading, other = (theirs, mine) if here == was and there != was else (mine, theirs)
    order = [key for key in leading if key in kept]
    for place, key in enumerate(other):
        if key not in kept or key in order:
            continue
        above = next((previous for previous in reversed(other[:place]) if previous in order), None)
        order.insert(0 if above is None else order.index(above) + 1, key)
    return order


def _only(keys: list[str], shared: set[str]) -> list[str]:
    return [key for key in keys if key in shared]


def _whole(base: Block | None, mine: Block, theirs: Block) -> tuple[Block, bool]:
    if theirs in (mine, base):
        return mine, False
    return (theirs, False) if mine == base else (mine, True)


def _by_field(base: Attachment | None, mine: Attachment, theirs: Attachment) -> tuple[Attachment, bool]:
    if base is None:
        return mine, mine != theirs
    clash = False
    taken: dict[str, Any] = {}
    for each in fields(Attachment):
        before, here, there = (getattr(side, each.name) for side in (base, mine, theirs))
        if here == before:
            taken[each.name] = there
        elif there not in (here, before):
            clash = True
    return replace(mine, **taken), clash


def _one_lead(base: Story, mine: Story, photos: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """Where both sides chose a lead, mine leads."""
    leads = [photo.key for photo in photos if photo.lead]
    if len(leads) < 2:  # noqa: PLR2004 - one is as it should be
        return photos
    chosen = mine.lead.key if mine.lead is not None and mine.lead != base.lead else leads[-1]
    return tuple(replace(photo, lead=photo.key == chosen) for photo in photos)
