"""The clipboard of the grid: cells as spreadsheets, word processors and this program lay them onto it."""

from PySide6.QtCore import QMimeData

from editor_app.story.body import Body, Cell, Row, Table
from editor_app.story.cells import gathered
from editor_app.story.tables import grid_of_text, text_of_grid
from editor_app.ui.own_clips import OWN_TYPE, laid_out, own_clip


def mime_of(table: Table) -> QMimeData:
    """Cells for the clipboard: whole for ourselves, as HTML and tab-separated text for others."""
    data = laid_out((table,), lambda _: None)
    data.setText(text_of_grid(table.rows))
    return data


def is_grid(source: QMimeData) -> bool:
    """Whether a clipboard holds cells, not words alone."""
    if source.hasFormat(OWN_TYPE):
        return any(isinstance(block, Table) for block in own_clip(source).body)
    return "\t" in source.text().strip() or "<table" in source.html().lower()


def grid_in(source: QMimeData) -> tuple[Row, ...]:
    """The cells that a clipboard holds: those of its first table, else one cell of all its words."""
    if source.hasFormat(OWN_TYPE):
        return _grid_of(own_clip(source).body)
    if source.hasHtml():
        grid = _grid_of(_from_html(source.html(), source.text()))
        if len(grid) > 1 or len(grid[0]) > 1 or "\t" not in source.text():
            return grid
    return grid_of_text(source.text())


def words_in(source: QMimeData) -> Cell:
    """The words that a clipboard holds, as one cell."""
    if source.hasFormat(OWN_TYPE):
        return gathered(own_clip(source).body)
    return gathered(_from_html(source.html() if source.hasHtml() else "", source.text()))


def _grid_of(body: Body) -> tuple[Row, ...]:
    table = next((block for block in body if isinstance(block, Table)), None)
    return ((gathered(body),),) if table is None else table.rows


def _from_html(html: str, text: str) -> Body:
    from editor_app.formats.clip import read_clip  # noqa: PLC0415 - needed by the first paste alone

    return read_clip(html, text).blocks
