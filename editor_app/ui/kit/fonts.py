"""The two typefaces of the house: Inter for the desk, Noto Serif for what readers will read."""

import functools
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from editor_app.resources import resource
from editor_app.ui.kit import tokens

UI_FILES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "Inter-Italic")
STORY_FILES = ("NotoSerif-Regular", "NotoSerif-Italic", "NotoSerif-Bold", "NotoSerif-BoldItalic")


@dataclass(frozen=True, slots=True)
class Families:
    """The families to set type in; the system's own where ours could not be loaded."""

    ui: str
    story: str


@functools.cache
def load_fonts() -> Families:
    """Make the bundled typefaces known to Qt, once a process; needs a QGuiApplication."""
    sans = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return Families(ui=_load(UI_FILES) or sans, story=_load(STORY_FILES) or "serif")


def _load(files: tuple[str, ...]) -> str | None:
    families = [
        family
        for file in files
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{file}.ttf")))
        )
    ]
    return families[0] if families else None


def ui_font(size: int = tokens.TYPE_BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The desk's typeface at `size` px."""
    return _font(load_fonts().ui, size, weight)


def story_font(size: int = tokens.TYPE_BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The story's typeface at `size` px."""
    return _font(load_fonts().story, size, weight)


def _font(family: str, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
