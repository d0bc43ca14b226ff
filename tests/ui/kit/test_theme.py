"""Light, dark, and whichever the system shows."""

import re

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.resources import resource
from editor_app.ui.kit import fonts
from editor_app.ui.kit import theme as theme_module
from editor_app.ui.kit.banner import Banner
from editor_app.ui.kit.button import Button
from editor_app.ui.kit.chip import Chip
from editor_app.ui.kit.stylesheet import stylesheet
from editor_app.ui.kit.theme import Mode, Theme, palette, system_is_dark
from editor_app.ui.kit.tokens import DARK, LIGHT, Tokens
from tests.ui.kit.conftest import Show

both = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def test_a_switch_recolours_what_is_on_the_screen_at_once(qtbot: QtBot, theme: Theme, show: Show) -> None:
    chip, field, button = Chip(theme, "Draf"), QLineEdit(), Button(theme, "Setujui", icon="check")
    show(chip, field, button)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert chip.grab().toImage().pixelColor(10, 1).name() == DARK.state("draft").ground
    assert field.grab().toImage().pixelColor(200, 5).name() == DARK.card
    ink = button.icon().pixmap(16, 16).toImage()
    assert DARK.ink in {ink.pixelColor(x, y).name() for x in range(16) for y in range(16)}


def test_widgets_that_are_gone_are_not_dressed_anew(qtbot: QtBot, theme: Theme) -> None:
    gone = [Chip(theme, "Draf"), Button(theme, "Setujui", icon="check"), Banner(theme, "Diska penuh.")]
    for widget in gone:
        with qtbot.waitSignal(widget.destroyed):
            widget.deleteLater()
    theme.set_mode(Mode.DARK)
    assert theme.tokens is DARK


def test_choosing_the_theme_in_force_tells_nobody(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.LIGHT)


def test_the_theme_follows_a_system_that_turns_dark(
    qtbot: QtBot, theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.set_mode(Mode.SYSTEM)
    monkeypatch.setattr(theme_module, "system_is_dark", lambda: True)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK


def test_a_theme_that_was_chosen_stays_when_the_system_turns(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module, "system_is_dark", lambda: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (theme.mode, theme.tokens) == (Mode.LIGHT, LIGHT)


def test_a_system_that_does_not_say_is_light(qapp: QApplication) -> None:
    assert not system_is_dark()


def test_motion_is_the_systems_choice_unless_it_is_told(qapp: QApplication, theme: Theme) -> None:
    assert theme.still
    moving = Theme(qapp, Mode.LIGHT)
    assert moving.still is not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


@both
def test_every_name_in_the_stylesheet_is_filled_in(look: Tokens) -> None:
    assert "$" not in stylesheet(look)


@both
def test_every_picture_of_the_stylesheet_exists(look: Tokens, theme: Theme) -> None:
    named = set(re.findall(r"url\(kit:([^)]+)\)", stylesheet(look)))
    assert named
    assert [name for name in named if not QDir(f"kit:{name}").exists() and not _stands(name)] == []


def _stands(name: str) -> bool:
    return resource("icons", "controls", *name.split("/")).is_file()


@both
def test_the_pictures_of_controls_have_the_colours_of_the_tokens(look: Tokens) -> None:
    folder = resource("icons", "controls", "dark" if look.dark else "light")
    tones = {"check": look.on_accent, "dash": look.on_accent, "check-ink": look.accent, "dot": look.accent}
    for file in folder.glob("*.svg"):
        stroke = re.search(r'stroke="(#[0-9a-f]{6})"', file.read_text(encoding="utf-8"))
        assert stroke is not None
        default = look.disabled if file.stem.endswith("disabled") else look.soft
        assert stroke[1] == tones.get(file.stem, default), file.name


@both
def test_the_palette_agrees_with_the_tokens(look: Tokens) -> None:
    made = palette(look)
    assert made.color(QPalette.ColorRole.Window).name() == look.pane
    assert made.color(QPalette.ColorRole.PlaceholderText).name() == look.faint
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == look.faint


def test_tones_are_tokens_or_states(theme: Theme) -> None:
    assert theme.colour("soft") == LIGHT.soft
    assert theme.colour("in-review") == LIGHT.state("in-review").text


def test_both_typefaces_are_the_bundled_ones(theme: Theme) -> None:
    assert fonts.load_fonts() == fonts.Families(ui="Inter", story="Noto Serif")
    assert QApplication.font().family() == "Inter"
    assert fonts.story_font(29).pixelSize() == 29


def test_missing_typefaces_fall_back_to_the_systems(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "UI_FILES", ())
    monkeypatch.setattr(fonts, "STORY_FILES", ())
    families = fonts.load_fonts.__wrapped__()
    assert families.ui
    assert families.story == "serif"
