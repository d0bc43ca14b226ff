"""Opens picture files safely: whatever is wrong with one becomes one `Trouble` that names it."""

import hashlib
import io
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from editor_app.photos.kinds import DECODERS, HEAD, media_type
from editor_app.photos.orientation import upright_size
from editor_app.photos.wholeness import reaches_end
from editor_app.words import Sayable, Trouble

MEGAPIXELS = 150  # the largest picture that is decoded, in millions of pixels
GIGABYTES = 1  # the largest file that is read, in 1024³ bytes

# Their decoders give the first picture even where the file ends too soon.
_LENIENT = frozenset({"image/png", "image/gif"})


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What examining a picture tells. `width` and `height` are px as shown upright, `bytes` the file's size.

    `frames` is 1 for a still picture; of more, only the first is ever shown or rendered.
    """

    sha256: str
    media_type: str
    width: int
    height: int
    bytes: int
    frames: int


def examine(path: Path) -> PhotoFacts:
    """Reads and decodes the whole picture.

    Raises:
        Trouble: `image-missing`, `image-folder`, `image-empty`, `image-not-opened` (the disk says no), and those
            of `examine_bytes`.
    """
    return examine_bytes(read_picture(path, path.name), path.name)


def examine_bytes(data: bytes, file: str) -> PhotoFacts:
    """Decodes the whole picture in `data`; `file` is its name in what is said.

    Raises:
        Trouble: `image-empty`, `image-unknown` (no picture, or none of a known kind), `image-heic`,
            `image-too-large` (by its header, before anything is decoded), `image-truncated` (its end is
            missing), `image-unreadable` (damaged).
    """
    with opened(data, file) as image:
        image.load()
        kind = media_type(data[:HEAD]) or ""
        if kind in _LENIENT and not reaches_end(data, kind):
            raise Trouble("image-truncated", file=file)
        width, height = upright_size(image)
        return PhotoFacts(
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=kind,
            width=width,
            height=height,
            bytes=len(data),
            frames=getattr(image, "n_frames", 1),
        )


def read_picture(path: Path, file: str) -> bytes:
    """The bytes of a picture file, called `file` in what is said; only the head is read of one that is none.

    Raises:
        Trouble: `image-missing`, `image-folder`, `image-empty`, `image-unknown`, `image-heic`,
            `image-file-too-large`, `image-not-opened`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Trouble("image-folder", file=file)
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device would be waited for, perhaps for ever
            raise Trouble("image-not-opened", file=file)
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            _decoder(head, file)
            if status.st_size > GIGABYTES << 30:
                raise Trouble("image-file-too-large", file=file, gigabytes=GIGABYTES)
            return head + stream.read()
    except FileNotFoundError as error:
        raise Trouble("image-missing", file=file) from error
    except (OSError, ValueError, MemoryError) as error:
        raise Trouble("image-not-opened", file=file) from error


@contextmanager
def opened(data: bytes, file: str) -> Iterator[Image.Image]:
    """The picture with its header read and its size allowed; decoding it inside the block is guarded too.

    Warning filters belong to the whole process: where threads open pictures at once, the worst is that Pillow's
    own warnings stay silent afterwards.

    Raises:
        Trouble: as `examine_bytes`.
    """
    decoder = _decoder(data[:HEAD], file)
    try:
        # Pillow warns of metadata that it cannot read and of sizes that stand under our own limit.
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"PIL\.")
            with Image.open(io.BytesIO(data), formats=(decoder,)) as image:
                _allow_size(image, file)
                yield image
    except Sayable:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large(file) from error
    except Exception as error:  # a damaged picture raises anything from a decoder
        whole = reaches_end(data, media_type(data[:HEAD]) or "")
        raise Trouble("image-unreadable" if whole else "image-truncated", file=file) from error


def _allow_size(image: Image.Image, file: str) -> None:
    if image.width * image.height > MEGAPIXELS * 1_000_000:
        raise _too_large(file)


def _too_large(file: str) -> Trouble:
    return Trouble("image-too-large", file=file, megapixels=MEGAPIXELS)


def _decoder(head: bytes, file: str) -> str:
    """The name of the decoder that opens what begins so."""
    if not head:
        raise Trouble("image-empty", file=file)
    kind = media_type(head)
    if kind == "image/heic":
        raise Trouble("image-heic", file=file)
    decoder = DECODERS.get(kind or "")
    if decoder is None:
        raise Trouble("image-unknown", file=file)
    return decoder
