"""What a clip from another program becomes: blocks to paste, the pictures met among them, and notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor_app.story.body import Block, Body
from editor_app.words import Message


@dataclass(frozen=True, slots=True)
class MetPicture:
    """A picture that stood in the clip. It was not loaded, and nobody has looked whether it is one.

    Attributes:
        before: the number of blocks of the clip that stand above it (0 is above the first).
        address: where the clip says that it is, in the clip's own words ("https://…", "file:///C:/…",
            "cid:…", "../a.png"); "" where the clip holds the picture itself.
        data: the picture where the clip holds it (a `data:` address), else empty.
        file: a file name for it, made up where it came without one; "" where it is only an address.
    """

    before: int
    address: str = ""
    data: bytes = field(default=b"", repr=False)
    file: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A clip as it is pasted: blocks in normal form without photos, and the pictures in their order."""

    blocks: Body = ()
    pictures: tuple[MetPicture, ...] = ()
    notices: tuple[Message, ...] = ()


def woven(pasted: Pasted, cards: Mapping[int, Block]) -> Body:
    """The blocks with a card in the place of each picture that has one in `cards`, by the picture's number."""
    body: list[Block] = []
    placed = 0
    for number, picture in enumerate(pasted.pictures):
        body.extend(pasted.blocks[placed : picture.before])
        placed = max(placed, picture.before)
        if number in cards:
            body.append(cards[number])
    return (*body, *pasted.blocks[placed:])
