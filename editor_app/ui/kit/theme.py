"""The theme in force: light, dark, or whichever the system shows, switched while the program runs."""

from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from editor_app.resources import resource
from editor_app.ui.kit import fonts, icons
from editor_app.ui.kit.stylesheet import stylesheet
from editor_app.ui.kit.tokens import DARK, LIGHT, Tokens


class Mode(StrEnum):
    """Which theme a person wants."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """Dresses the application, and tells those that paint themselves when it changes.

    Args:
        app: the application to dress: style, palette, stylesheet and typeface are set at once.
        mode: the theme wanted.
        still: whether nothing may move; None asks the system.
    """

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, *, still: bool | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._still = still
        self._tokens = LIGHT
        app.setStyle("Fusion")
        app.setFont(fonts.ui_font())
        QDir.setSearchPaths("kit", [str(resource("icons", "controls"))])
        self._tell_system()
        self._dress(self._wanted())
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def tokens(self) -> Tokens:
        """The values of the theme in force."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """The theme that was asked for."""
        return self._mode

    @property
    def still(self) -> bool:
        """Whether nothing may move, because the person or the system asks for less motion."""
        if self._still is not None:
            return self._still
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    def set_mode(self, mode: Mode) -> None:
        """Switch to another theme, at once and everywhere."""
        self._mode = mode
        self._tell_system()
        self._switch()

    def colour(self, tone: str) -> str:
        """The `#rrggbb` of a token by its name, such as "soft"; or of a state's text, such as "in-review"."""
        if tone in self._tokens.states:
            return self._tokens.state(tone).text
        return str(getattr(self._tokens, tone))

    def icon(self, name: str, tone: str = "soft", size: int = 16) -> QIcon:
        """An icon in the colour of a token; checked it takes the accent, disabled it fades."""
        checked = self._tokens.accent if tone in {"soft", "ink"} else None
        return icons.icon(name, self.colour(tone), size, disabled=self._tokens.disabled, checked=checked)

    def _follow(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._switch()

    def _tell_system(self) -> None:
        """Let what the system draws itself, such as title bars, go along with the theme wanted."""
        hints = QGuiApplication.styleHints()
        match self._mode:
            case Mode.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case Mode.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case Mode.SYSTEM:
                hints.unsetColorScheme()

    def _wanted(self) -> Tokens:
        if self._mode is Mode.SYSTEM:
            return DARK if system_is_dark() else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    def _switch(self) -> None:
        tokens = self._wanted()
        if tokens is not self._tokens:
            self._dress(tokens)
            self.changed.emit()

    def _dress(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(stylesheet(tokens))


def system_is_dark() -> bool:
    """Whether the system shows itself dark; where it does not say, it is light."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def palette(tokens: Tokens) -> QPalette:
    """The palette of a theme, for what the stylesheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colours = {
        role.Window: tokens.pane,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.pane,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.error,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.ink,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.PlaceholderText: tokens.faint,
        role.ToolTipBase: tokens.tooltip.ground,
        role.ToolTipText: tokens.tooltip.text,
        role.Light: tokens.card,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.shade,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, QColor(tokens.faint))
    made.setColor(group.Disabled, role.Highlight, QColor(tokens.line))
    return made
