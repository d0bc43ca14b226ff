"""The look's promises: everything that is written can be read."""

import pytest

from editor_app.story.workflow import HeadState, Publication
from editor_app.ui.kit.tokens import DARK, LIGHT, Pair, Tokens, contrast

both = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@both
def test_every_text_can_be_read_on_its_ground(look: Tokens) -> None:
    weak = {pair: round(contrast(pair), 2) for pair in look.text_pairs() if contrast(pair) < 4.5}
    assert weak == {}


@both
def test_focus_and_selection_stand_out_from_what_is_around_them(look: Tokens) -> None:
    for ground in (look.bg, look.pane, look.card, look.canvas):
        assert contrast(Pair(look.accent, ground)) >= 3


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert contrast(Pair("#000000", "#ffffff")) == pytest.approx(21)
    assert contrast(Pair("#ffffff", "#ffffff")) == pytest.approx(1)
    assert contrast(Pair("#767676", "#ffffff")) == pytest.approx(4.54, abs=0.01)


@both
def test_every_state_that_a_story_is_shown_in_has_its_own_colours(look: Tokens) -> None:
    shown = {*HeadState, *Publication} - {Publication.NONE}
    assert {str(state) for state in shown} <= set(look.states)


@both
def test_an_unknown_state_looks_like_a_draft(look: Tokens) -> None:
    assert look.state("dreamt-of") == look.states["draft"]


def test_the_tokens_are_those_of_the_plan() -> None:
    assert (LIGHT.accent, DARK.accent) == ("#1d5c63", "#6fb9bd")
    assert LIGHT.state("in-review") == Pair("#8a5a00", "#fbefd5")
    assert DARK.state("withdrawn") == Pair("#f2a49d", "#43221f")
