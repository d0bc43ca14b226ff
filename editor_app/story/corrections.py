"""When an editor's change in review is a small correction, and when it makes the editor one of the writers."""

from difflib import SequenceMatcher

from editor_app.story.body import Block, Embed, Table, TextBlock
from editor_app.story.photo import Attachment
from editor_app.story.story import Story

ALIKE = 0.8  # of the letters of each text stay in their order
SHORT = 24  # letters: in a text no longer a few may change, whatever their share
FEW = 4


def is_small(submitted: Story, changed: Story) -> bool:
    """Whether `changed` is what was submitted, but for corrections that leave it somebody else's work.

    No photo is added, removed, swapped, cropped otherwise or made the lead, no block is added, removed or made
    another kind, and every text (headline, paragraphs, captions, …) is much the same.
    """
    if [_frame(photo) for photo in submitted.photos] != [_frame(photo) for photo in changed.photos]:
        return False
    if [_kind(block) for block in submitted.body] != [_kind(block) for block in changed.body]:
        return False
    return all(_alike(*pair) for pair in zip(_texts(submitted), _texts(changed), strict=True))


def _frame(photo: Attachment) -> tuple[object, ...]:
    return photo.key, photo.sha256, photo.crop, photo.lead


def _kind(block: Block) -> tuple[object, ...]:
    if isinstance(block, TextBlock):
        return block.key, block.style, block.list_item
    if isinstance(block, Table):
        return block.key, "table", [len(row) for row in block.rows], block.header_rows
    if isinstance(block, Embed):
        return block.key, "embed", block.address
    return block.key, getattr(block, "photo", "break")


def _texts(story: Story) -> tuple[str, ...]:
    return (
        story.headline,
        story.kicker,
        story.standfirst,
        story.dateline,
        *(block.text for block in story.body if isinstance(block, TextBlock | Table)),
        *(text for photo in story.photos for text in (photo.caption, photo.alt, photo.credit)),
    )


def _alike(before: str, after: str) -> bool:
    if before == after:
        return True
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    longest = max(len(before), len(after))
    kept = sum(match.size for match in matcher.get_matching_blocks())
    return kept >= ALIKE * longest or (longest <= SHORT and longest - kept <= FEW)
