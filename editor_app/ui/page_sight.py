"""What of the page is in sight: the line that an eye is kept on while everything around it changes."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QScrollArea, QWidget

from editor_app.richtext.roles import key_of
from editor_app.ui.body_editor import BodyEditor


@dataclass(frozen=True, slots=True)
class Sight:
    """A line of the body, by its block and the UTF-16 units before it, and how far below the upper edge it is.

    Without a block: how far the page is scrolled, where what stands over the body is in sight.
    """

    key: str
    offset: int
    below: int  # px

    def lowered(self, by: int) -> "Sight":
        """The same line so many px further down."""
        return replace(self, below=self.below + by)


def sight_of(area: QScrollArea, body: BodyEditor) -> Sight:
    """The line that is being written where it is in sight, else the one at the upper edge of the area."""
    top = _top(area, body)
    caret = top + body.cursorRect().center().y()
    if body.hasFocus() and 0 <= caret < area.viewport().height():
        return _line(area, body, body.textCursor().position())
    if top > 0:
        return Sight("", 0, area.verticalScrollBar().value())
    layout = body.document().documentLayout()
    return _line(area, body, layout.hitTest(QPointF(1, 1 - top), Qt.HitTestAccuracy.FuzzyHit))


def show_sight(area: QScrollArea, body: BodyEditor, sight: Sight) -> bool:
    """Scrolls until a line is again where it was; False where its block is gone."""
    lay_out(body)
    bar = area.verticalScrollBar()
    if not sight.key:
        bar.setValue(sight.below)
        return True
    block = body.story_document.block_of(sight.key)
    if block is None:
        return False
    bar.setValue(bar.value() + _top(area, body) + _line_top(body, block, sight.offset) - sight.below)
    return True


def lay_out(body: BodyEditor) -> None:
    """Lets everything around the body take its place now, not when the next event comes."""
    holders: list[QWidget] = []
    holder: QWidget | None = body.parentWidget()
    while holder is not None:
        holders.append(holder)
        holder = holder.parentWidget()
    for each in (*reversed(holders), *holders):  # room comes from outside, height from inside
        QCoreApplication.sendPostedEvents(each, QEvent.Type.LayoutRequest.value)


def _top(area: QScrollArea, body: BodyEditor) -> int:
    """Where the body begins, in px below the area's upper edge; negative once it is scrolled past."""
    return body.mapTo(area.viewport(), QPoint(0, 0)).y()


def _line(area: QScrollArea, body: BodyEditor, position: int) -> Sight:
    block = body.document().findBlock(max(position, 0))
    line = block.layout().lineForTextPosition(max(position, 0) - block.position())
    offset = line.textStart() if line.isValid() else 0
    return Sight(key_of(block), offset, _top(area, body) + _line_top(body, block, offset))


def _line_top(body: BodyEditor, block: QTextBlock, offset: int) -> int:
    top = body.document().documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(min(offset, block.length() - 1))
    return round(top + (line.y() if line.isValid() else 0))
