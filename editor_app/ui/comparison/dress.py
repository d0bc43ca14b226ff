"""How a comparison looks: what was put in is underlined, what was taken out struck, beside their colours."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat

from editor_app.richtext.appearance import dress as worn_by
from editor_app.richtext.look import Look, block_format
from editor_app.richtext.roles import BlockRole, RunRole
from editor_app.story.wording import Fate, Run
from editor_app.ui.kit import tokens
from editor_app.ui.kit.fonts import story_font, ui_font
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.tokens import Pair
from editor_app.ui.story_page import look_of

SIGN: Final = QTextBlockFormat.Property.UserProperty.value + 40  # the sign that stands in the margin of a block
FIELD_TEXT = 16  # px
LABEL_GAP = 3  # px between a label and what it is said of


@dataclass(frozen=True, slots=True)
class Dress:
    """The formats of a comparison in the theme in force."""

    theme: Theme
    look: Look

    def words(self, run: Run, role: BlockRole, fate: Fate) -> QTextCharFormat:
        """Words of the body, as their role has them, and what became of them."""
        worn = worn_by(role, RunRole(run.decorators, run.href), self.look)
        worn.merge(self.fate(fate))
        return worn

    def text(self, fate: Fate, *, size: int = FIELD_TEXT, strong: bool = False) -> QTextCharFormat:
        """Words of a field or a caption."""
        worn = QTextCharFormat()
        worn.setFont(story_font(size, QFont.Weight.Bold if strong else QFont.Weight.Normal))
        worn.setForeground(_colour(self.theme.tokens.ink))
        worn.merge(self.fate(fate))
        return worn

    def fate(self, fate: Fate) -> QTextCharFormat:
        """What the fate of words adds to them."""
        worn = QTextCharFormat()
        if fate == "added":
            _tint(worn, self.added)
            worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        elif fate == "removed":
            _tint(worn, self.removed)
            worn.setFontStrikeOut(True)
        elif fate == "dressed":
            worn.setBackground(_colour(self.changed.ground))
            worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            worn.setUnderlineColor(QColor(self.changed.text))
        return worn

    def small(self, *, tone: str = "soft", strong: bool = False) -> QTextCharFormat:
        """A label or a remark of the program's own."""
        worn = QTextCharFormat()
        worn.setFont(ui_font(tokens.TYPE_SMALL, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        worn.setForeground(_colour(getattr(self.theme.tokens, tone)))
        return worn

    def remark(self, fate: str = "") -> QTextCharFormat:
        """A remark on what became of something, on its tint."""
        worn = self.small(strong=True)
        _tint(worn, {"added": self.added, "removed": self.removed}.get(fate, self.changed))
        return worn

    def fold(self, anchor: str) -> QTextCharFormat:
        """The line that stands for what did not change, and opens it."""
        worn = self.small(tone="accent")
        worn.setAnchor(True)
        worn.setAnchorHref(anchor)
        return worn

    def block(self, role: BlockRole, sign: str = "", *, labelled: bool = False) -> QTextBlockFormat:
        """A block of the body; a `labelled` one stands close to the line above it."""
        written = signed(block_format(role, self.look), sign)
        if labelled:
            written.setTopMargin(LABEL_GAP)
        return written

    def line(self, *, above: int = 0, below: int = 0, sign: str = "") -> QTextBlockFormat:
        """A line that is no part of the body, with px above and below it."""
        written = QTextBlockFormat()
        written.setTopMargin(above)
        written.setBottomMargin(below)
        written.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return signed(written, sign)

    @property
    def added(self) -> Pair:
        """The colours of what was put in."""
        return self.theme.tokens.state("approved")

    @property
    def removed(self) -> Pair:
        """The colours of what was taken out."""
        return self.theme.tokens.state("error")

    @property
    def changed(self) -> Pair:
        """The colours of what stayed and is otherwise."""
        return self.theme.tokens.state("live")


def dress_of(theme: Theme) -> Dress:
    """The dress in a theme."""
    return Dress(theme, look_of(theme))


def signed(written: QTextBlockFormat, sign: str) -> QTextBlockFormat:
    """A block format whose block bears a sign in the margin."""
    if sign:
        written.setProperty(SIGN, sign)
    return written


def _tint(worn: QTextCharFormat, pair: Pair) -> None:
    worn.setForeground(_colour(pair.text))
    worn.setBackground(_colour(pair.ground))


def _colour(name: str) -> QBrush:
    return QBrush(QColor(name))
