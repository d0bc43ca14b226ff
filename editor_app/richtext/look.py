"""Look: the fonts, sizes and colours of the page, and what a block's role means in margins and line height.

Lengths are px at the usual body size of 17; the document's layout scales them with the body size (see
`StoryDocument.set_look`). What is in here never enters the story.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from editor_app.richtext.roles import BlockRole, ObjectKind, write_block_role
from editor_app.story.marks import HEADINGS, Style

USUAL_BODY: Final = 17
INDENT: Final = 36


@dataclass(frozen=True, slots=True)
class Look:
    """How the page looks: colours as "#rrggbb", families in order of preference, sizes in px.

    Args:
        ink, soft, faint: text, secondary text, placeholders.
        accent, accent_tint: links and what is selected; the ground of inline code.
        line, canvas, card: hairlines, the page, cards on it.
        notice, notice_tint: what a check or a comment points at.
        error: misspelling.
        body: size of body text, which zoom changes.
        column: width of the text.
    """

    ink: str
    soft: str
    faint: str
    accent: str
    accent_tint: str
    line: str
    canvas: str
    card: str
    notice: str
    notice_tint: str
    error: str
    serif: tuple[str, ...] = ("Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif", "serif")
    sans: tuple[str, ...] = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif")
    mono: tuple[str, ...] = ("Noto Sans Mono", "Cascadia Mono", "Menlo", "DejaVu Sans Mono", "monospace")
    body: int = USUAL_BODY
    line_height: float = 1.6
    column: int = 660
    photo_height: int = 420

    @property
    def scale(self) -> float:
        """How much larger everything is than at the usual body size."""
        return self.body / USUAL_BODY

    def size(self, style: Style | ObjectKind) -> int:
        """The size of a style's letters."""
        return round(self.body * _SIZES.get(style, 1.0))

    def body_font(self) -> QFont:
        """The font of body text, which the view that shows the document takes as its own too."""
        return _font(self.serif, self.body)


@dataclass(frozen=True, slots=True)
class _Spacing:
    above: int
    below: int
    indent: int = 0
    line_height: float | None = None


_SIZES: Final[dict[str, float]] = {"h2": 24 / 17, "h3": 20 / 17, "h4": 1.0, "pullquote": 22 / 17}
# Qt takes the larger of the margins of two neighbours, so an item is near an item and far from a paragraph.
_SPACING: Final[dict[str, _Spacing]] = {
    "normal": _Spacing(14, 14),
    "item": _Spacing(3, 3),
    "h2": _Spacing(26, 6, line_height=1.25),
    "h3": _Spacing(22, 6, line_height=1.3),
    "h4": _Spacing(18, 4, line_height=1.4),
    "blockquote": _Spacing(14, 14, indent=1),
    "pullquote": _Spacing(26, 26, indent=1, line_height=1.4),
    "photo": _Spacing(18, 18),
    "break": _Spacing(8, 8),
    "table": _Spacing(20, 20),
    "embed": _Spacing(18, 18),
}


def block_format(role: BlockRole, look: Look) -> QTextBlockFormat:
    """The block format of a role: the role itself, and the margins and line height that it means."""
    written = QTextBlockFormat()
    write_block_role(written, role)
    spacing = _SPACING["item" if role.list_item else role.style]
    written.setTopMargin(spacing.above)
    written.setBottomMargin(spacing.below)
    written.setIndent(role.level if role.list_item else spacing.indent)
    if not role.is_card:
        ratio = spacing.line_height or look.line_height
        percent = _line_percent(look.serif, look.size(role.style), ratio)
        written.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if role.dir is not None:
        rtl = role.dir == "rtl"
        written.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return written


def empty_line_format(role: BlockRole, look: Look) -> QTextCharFormat:
    """The character format of a block's end: it gives an empty heading the height that its words will have."""
    written = QTextCharFormat()
    if role.style in _SIZES:
        written.setProperty(QTextCharFormat.Property.FontPixelSize, look.size(role.style))
    if role.style in HEADINGS:
        written.setFontWeight(QFont.Weight.Bold)
    return written


@cache
def _font(families: tuple[str, ...], size: int) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(size)
    return font


@cache
def _line_percent(families: tuple[str, ...], size: int, ratio: float) -> float:
    """Qt's proportional line height counts from the font's own height, ours from the size, as CSS does."""
    return 100 * ratio * size / QFontMetricsF(_font(families, size)).height()
