"""The house's look as values: colours of the light and the dark theme, spacing, radii and type sizes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Spacing, radii and sizes in device-independent px.
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
RADIUS_SMALL, RADIUS, RADIUS_CARD = 6, 8, 10
CONTROL_HEIGHT = 32
TOOL_SIZE = 28
DIALOG_WIDTH = 440
COLUMN_WIDTH = 660

# Type in px; body text is set at BODY_LINE_HEIGHT times its size.
TYPE_TINY, TYPE_SMALL, TYPE_BASE, TYPE_TITLE, TYPE_STANDFIRST, TYPE_HEADLINE = 11, 12, 13, 15, 18, 29
TYPE_BODY = 17
BODY_LINE_HEIGHT = 1.6

MOTION_MS = 120  # no movement lasts longer than 150 ms


@dataclass(frozen=True, slots=True)
class Pair:
    """A text colour and the ground that it stands on."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme, as `#rrggbb`.

    `faint` is for placeholders and disabled text on `pane`, `card` and `canvas` only: on `bg` it is too weak.
    `disabled` is for icons and frames, never for text. `states` holds the pair of each state a story is shown in,
    by its code (`draft`, `in-review`, …), of `error`, and of `info`.
    """

    dark: bool
    bg: str
    pane: str
    card: str
    canvas: str
    line: str
    line_strong: str
    ink: str
    soft: str
    faint: str
    disabled: str
    hover: str
    pressed: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    tint: str
    selection: str
    error: str
    error_hover: str
    error_pressed: str
    on_error: str
    tooltip: Pair
    scroll: str
    scroll_hover: str
    shade: str
    states: Mapping[str, Pair]

    def state(self, shown: str) -> Pair:
        """The pair of a shown state; one that is not known looks like a draft."""
        return self.states.get(shown, self.states["draft"])

    def text_pairs(self) -> tuple[Pair, ...]:
        """Every text colour with every ground that the kit sets it on."""
        grounds = (self.bg, self.pane, self.card, self.canvas, self.hover, self.pressed, self.tint)
        return (
            *(
                Pair(text, ground)
                for text in (self.ink, self.soft, self.accent, self.error)
                for ground in grounds
            ),
            *(Pair(self.faint, ground) for ground in (self.pane, self.card, self.canvas)),
            *(Pair(self.on_accent, ground) for ground in (self.accent, self.accent_hover, self.accent_pressed)),
            *(Pair(self.on_error, ground) for ground in (self.error, self.error_hover, self.error_pressed)),
            Pair(self.ink, self.selection),
            *(Pair(self.ink, pair.ground) for pair in self.states.values()),
            *self.states.values(),
            self.tooltip,
        )


def _states(soft: str, bg: str, **pairs: tuple[str, str]) -> Mapping[str, Pair]:
    by_code = {code.replace("_", "-"): Pair(*pair) for code, pair in pairs.items()}
    by_code |= {"withdrawn": by_code["error"], "spiked": Pair(soft, bg), "info": by_code["live"]}
    return MappingProxyType(by_code | {"warning": by_code["in-review"], "success": by_code["approved"]})


LIGHT = Tokens(
    dark=False,
    bg="#f6f5f2",
    pane="#fbfaf8",
    card="#ffffff",
    canvas="#ffffff",
    line="#e4e1da",
    line_strong="#d5d1c8",
    ink="#1f2328",
    soft="#5f6670",
    faint="#6d747c",
    disabled="#b4b6b8",
    hover="#f1efeb",
    pressed="#e8e5df",
    accent="#1d5c63",
    accent_hover="#184d53",
    accent_pressed="#133e43",
    on_accent="#ffffff",
    tint="#e3efee",
    selection="#c9e1e1",
    error="#b3261e",
    error_hover="#981f18",
    error_pressed="#7d1913",
    on_error="#ffffff",
    tooltip=Pair("#f6f5f2", "#2b3036"),
    scroll="#d3cfc7",
    scroll_hover="#b3aea4",
    shade="#1f2328",
    states=_states(
        "#5f6670",
        "#f6f5f2",
        draft=("#5b6b7f", "#e9edf2"),
        in_review=("#8a5a00", "#fbefd5"),
        approved=("#1b6b3a", "#dff2e5"),
        returned=("#a23b12", "#fce8df"),
        exported=("#4a4aa8", "#e8e8fa"),
        live=("#0f5fa8", "#e1eefb"),
        error=("#b3261e", "#fbe6e4"),
    ),
)

DARK = Tokens(
    dark=True,
    bg="#17191c",
    pane="#1c1f23",
    card="#23272c",
    canvas="#1f2226",
    line="#31363d",
    line_strong="#454b54",
    ink="#e8e6e1",
    soft="#a9afb8",
    faint="#9097a1",
    disabled="#5a6069",
    hover="#2a2f35",
    pressed="#31373e",
    accent="#6fb9bd",
    accent_hover="#84c6ca",
    accent_pressed="#5ca6aa",
    on_accent="#0e1517",
    tint="#1f3638",
    selection="#2c5054",
    error="#f2a49d",
    error_hover="#f6b8b2",
    error_pressed="#e58f87",
    on_error="#1d0f0e",
    tooltip=Pair("#e8e6e1", "#3a4048"),
    scroll="#3d434b",
    scroll_hover="#555c66",
    shade="#000000",
    states=_states(
        "#a9afb8",
        "#17191c",
        draft=("#aebccd", "#2b323b"),
        in_review=("#f0c36a", "#3b3018"),
        approved=("#86d3a0", "#1c3626"),
        returned=("#f3ae8f", "#46281b"),
        exported=("#b3b3f5", "#2b2b4a"),
        live=("#8cc3f5", "#1b3047"),
        error=("#f2a49d", "#43221f"),
    ),
)


def contrast(pair: Pair) -> float:
    """The contrast of a pair from 1 to 21, by WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(pair.text), _luminance(pair.ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, by WCAG 2.2."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
