"""What is taken out of a text file before it is a story: blocks, pictures, what some blocks are, and notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from editor_app.story.body import Body
from editor_app.words import Message

# A `caption` is one whose picture could not be taken: it stands in the text until somebody adds the picture.
Role: TypeAlias = Literal["headline", "kicker", "standfirst", "caption", "footnote"]


@dataclass(frozen=True, slots=True)
class EmbeddedPhoto:
    """A picture that came inside a text file.

    `key` is the attachment key that the body's `PhotoBlock` names; `file` is the name that it came with, or one
    made for it. `data` is as it came: nobody has looked yet whether it is a picture. Of a picture that is
    elsewhere, `data` is empty and `address` says where; it is given only where it was asked for.
    """

    key: str
    data: bytes = field(repr=False)
    file: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and file name, where a text names it by a reference of its own."""

    data: bytes = field(repr=False)
    file: str


@dataclass(frozen=True, slots=True)
class Extract:
    """Blocks in normal form, and what was learnt on the way.

    `roles` says by block key what a block is where the file says so itself (a Word style, an `h1`).
    """

    blocks: Body
    photos: tuple[EmbeddedPhoto, ...] = ()
    roles: Mapping[str, Role] = field(default_factory=dict)
    notices: tuple[Message, ...] = ()
