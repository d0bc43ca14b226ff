"""What another program laid onto the clipboard, or lets go over the text, as it is handed to the reader."""

from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData

from editor_app.formats.pasted import Pasted

_HTML = "text/html"
_GLANCE = 20_000  # bytes of HTML beside a picture that are looked through for words


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip before it is read. HTML in bytes: what it says of its encoding may be wrong.

    With `plain`, its words alone are wanted.
    """

    html: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    plain: bool = False

    @property
    def size(self) -> int:
        """How much there is to read: bytes of HTML, else signs of text."""
        return len(self.html) or len(self.text)

    def read(self) -> Pasted:
        """What it says; from any thread."""
        from editor_app.formats import clip  # noqa: PLC0415 - heavy, needed by the first paste alone

        return clip.read_plainly(self.html, self.text) if self.plain else clip.read_clip(self.html, self.text)


def clip_of(source: QMimeData, *, plain: bool = False) -> Clip:
    """What words a clip holds."""
    text = source.text() if source.hasText() else ""
    wanted = source.hasHtml() and not (plain and text)
    return Clip(bytes(source.data(_HTML).data()) if wanted else b"", text, plain)


def has_words(source: QMimeData) -> bool:
    """Whether a clip with a picture is one of words: a copied picture brings the HTML of its tag alone."""
    clip = clip_of(source)
    return clip.size > _GLANCE or bool(clip.read().blocks)
