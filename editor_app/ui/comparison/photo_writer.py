"""Writes what became of photos: as they were and are, side by side, and small where they stand in the text."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from editor_app.story.comparing import FieldChange, PhotoChange, Side
from editor_app.story.photo import Attachment
from editor_app.story.wording import Fate, text_of
from editor_app.ui.comparison.dress import Dress
from editor_app.ui.comparison.saying import field_name, photo_said, quoted, value_text
from editor_app.ui.comparison.thumbnails import LARGE, SMALL, Thumbnails
from editor_app.words import Words

CAPTION = 14  # px
SIDES: tuple[Side, ...] = ("before", "after")
TOLD = ("creator", "agency", "alt", "rights", "crop", "focal", "file", "lead")  # another original is seen
ALWAYS = frozenset({"creator", "agency", "alt", "lead"})  # told of a photo that is there on one side alone


class PhotoWriter:
    """Writes at a cursor; `stop` is told where a change stands and what is said of it."""

    def __init__(
        self,
        cursor: QTextCursor,
        dress: Dress,
        words: Words,
        thumbnails: Thumbnails,
        stop: Callable[[int, str], None],
    ) -> None:
        self._cursor = cursor
        self._dress = dress
        self._words = words
        self._thumbnails = thumbnails
        self._stop = stop

    def write(self, change: PhotoChange) -> None:
        """What became of one photo of the story: what it was on the left, what it is on the right."""
        start = self._cursor.position()
        self._cursor.insertText(
            f"{quoted(change.photo.caption) or change.photo.file}  ", self._dress.small(strong=True)
        )
        fate = _fate(change)
        self._cursor.insertText(f" {self._words.text(f'compare.{fate}')} ", self._dress.remark(fate))
        self._stop(start, photo_said(self._words, change))
        table = self._cursor.insertTable(1, len(SIDES), self._table())
        for column, side in enumerate(SIDES):
            self._cursor.setPosition(table.cellAt(0, column).firstCursorPosition().position())
            self._side(change, side)
        self._cursor.setPosition(table.lastPosition() + 1)

    def inline(self, photo: Attachment | None) -> None:
        """A photo where it stands in the text: small, with the beginning of its caption."""
        if photo is not None:
            self._image(photo, SMALL)
        caption = "" if photo is None else quoted(photo.caption)
        self._cursor.insertText(f"  {caption or self._words.text('compare.a-photo')}", self._dress.small())

    def _side(self, change: PhotoChange, side: Side) -> None:
        words, dress = self._words, self._dress
        photo = change.before if side == "before" else change.after
        self._cursor.insertText(words.text(f"compare.{side}"), dress.small())
        if photo is None:
            self._line(8)
            self._cursor.insertText(words.text("compare.no-photo"), dress.small(tone="faint"))
            return
        self._line(6)
        self._image(photo, LARGE)
        changed = {each.name: each for each in change.fields}
        alone = change.before is None or change.after is None
        self._line(8)
        self._value(photo.caption, changed.get("caption"), side)
        for name in TOLD:
            value = getattr(photo, name)
            if name in changed or (alone and name in ALWAYS and value):
                self._line(6)
                self._cursor.insertText(f"{field_name(words, name)}: ", dress.small())
                self._value(value_text(words, name, value), changed.get(name), side)

    def _value(self, text: str, change: FieldChange | None, side: Side) -> None:
        """A text as it is on one side; what is on that side alone is marked."""
        fate: Fate = "removed" if side == "before" else "added"
        if not text:
            self._cursor.insertText("–", self._dress.text("same", size=CAPTION))
        elif change is None or not change.wording:
            self._cursor.insertText(text, self._dress.text("same" if change is None else fate, size=CAPTION))
        else:
            for stretch in change.wording:
                worn = self._dress.text("same" if stretch.fate == "same" else fate, size=CAPTION)
                told = text_of(stretch.before if side == "before" else stretch.after)
                self._cursor.insertText(told, worn)

    def _image(self, photo: Attachment, size: QSize) -> None:
        image = QTextImageFormat()
        image.setName(self._thumbnails.address(photo, size))
        image.setWidth(size.width())
        image.setHeight(size.height())
        image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self._cursor.insertImage(image)

    def _line(self, above: int) -> None:
        written = QTextBlockFormat()
        written.setTopMargin(above)
        self._cursor.insertBlock(written, QTextCharFormat())

    def _table(self) -> QTextTableFormat:
        look = self._dress.theme.tokens
        written = QTextTableFormat()
        written.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        written.setColumnWidthConstraints([half, half])
        written.setCellPadding(12)
        written.setCellSpacing(0)
        written.setBorder(1)
        written.setBorderCollapse(True)
        written.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        written.setBorderBrush(QBrush(QColor(look.line)))
        written.setBackground(QBrush(QColor(look.card)))
        written.setTopMargin(6)
        written.setBottomMargin(10)
        return written


def _fate(change: PhotoChange) -> str:
    return "changed" if change.standing == "kept" else change.standing
