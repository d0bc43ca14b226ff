"""The pictures that are on screen: loaded in the background, kept while they are of use."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.originals import thumbnail_of
from editor_app.ui.runner import Runner
from editor_app.words import Sayable

KEPT_BYTES = 192 * 1024 * 1024


class PictureShelf(QObject):
    """Gives pictures by the original's SHA-256 and side in px; `ready` names a picture that came."""

    ready = Signal(str)

    def __init__(self, newsroom: Newsroom, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newsroom = newsroom
        self._runner = runner
        self._kept: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._waiting: set[tuple[str, int]] = set()
        self._missing: set[tuple[str, int]] = set()

    def picture(self, sha256: str, side: int) -> QImage | None:
        """The picture, if it is at hand; else it is fetched and `ready` tells when it is there."""
        wanted = (sha256, side)
        kept = self._kept.get(wanted)
        if kept is not None:
            self._kept.move_to_end(wanted)
            return kept
        if wanted not in self._waiting and wanted not in self._missing:
            self._waiting.add(wanted)
            self._runner.read(self._load(wanted), self._keep(wanted), self._miss(wanted))
        return None

    def is_missing(self, sha256: str, side: int) -> bool:
        """Whether the original could not be read."""
        return (sha256, side) in self._missing

    def ask_again(self, sha256: str) -> None:
        """The original was taken in anew: where it was missing, it is fetched when it is next asked for."""
        if any(missing == sha256 for missing, _ in self._missing):
            self._missing = {wanted for wanted in self._missing if wanted[0] != sha256}
            self.ready.emit(sha256)

    def _load(self, wanted: tuple[str, int]) -> Callable[[], QImage]:
        return lambda: QImage.fromData(thumbnail_of(self._newsroom, *wanted))

    def _keep(self, wanted: tuple[str, int]) -> Callable[[QImage], None]:
        def keep(image: QImage) -> None:
            self._waiting.discard(wanted)
            self._kept[wanted] = image
            while len(self._kept) > 1 and sum(kept.sizeInBytes() for kept in self._kept.values()) > KEPT_BYTES:
                self._kept.popitem(last=False)
            self.ready.emit(wanted[0])

        return keep

    def _miss(self, wanted: tuple[str, int]) -> Callable[[Sayable], None]:
        def miss(_: Sayable) -> None:
            self._waiting.discard(wanted)
            self._missing.add(wanted)
            self.ready.emit(wanted[0])

        return miss
