"""What the program says when it cannot go on is one sentence, whatever it names."""

import re

import catalogue
import pytest

from editor_app.words import LANGUAGES, Language

_NEXT_SENTENCE = re.compile(r"[.!?][”)]?\s+[^\W\d_]")
_ENDS = re.compile(r"[.?][”)]?$|\{(first|reason)\}$")  # what is named last is a sentence of its own
_STATED = {"bundle-whole-approved", "bundle-whole-proof"}  # what a verified bundle is, on stdout


def is_an_outcome(code: str) -> bool:
    """Whether a code is one that is raised or returned; those of labels and buttons have a dot."""
    return "." not in code or code.startswith(("denied.", "check.", "cli.bug", "cli.interrupted"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_refusal_takes_more_than_one_sentence(language: Language) -> None:
    sentences = {
        code: str(entry.string)
        for code, entry in catalogue.read_catalogue(language).items()
        if is_an_outcome(code) and code not in _STATED
    }
    assert len(sentences) > 100
    for code, sentence in sentences.items():
        assert _NEXT_SENTENCE.search(sentence) is None, (code, sentence)
        assert "\n" not in sentence
        assert _ENDS.search(sentence) is not None, (code, sentence)
