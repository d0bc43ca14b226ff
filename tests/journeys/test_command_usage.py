"""Help and usage as a person meets them in a terminal: in their language to the last word, with status 2."""

import argparse

import pytest

from editor_app.words import LANGUAGES, Language, Words
from tests.cli.spoken import english_in, parsers, verbs
from tests.journeys.terminal import Terminal

# Each kind of line that is no command: the line, the sentence's code, what the sentence names.
FAULTS = {
    "a group without its verb": (
        "story",
        ("usage.verb-missing", {"prog": "editor-app story", "choices": "new, list, show, save"}),
    ),
    "a verb that is none": (
        "photo xyzzy",
        ("usage.verb-unknown", {"prog": "editor-app photo", "value": "xyzzy", "choices": "add, list"}),
    ),
    "a verb mistyped": (
        "sory list",
        ("usage.verb-like", {"prog": "editor-app", "value": "sory", "like": "story"}),
    ),
    "an entry left out": ("submit", ("usage.missing", {"prog": "editor-app submit", "names": "ID"})),
    "an entry of several left out": (
        "photo add 1",
        ("usage.missing", {"prog": "editor-app photo add", "names": {"id": "FOTO", "en": "IMAGE"}}),
    ),
    "an option left out": (
        "person add Ani",
        ("usage.missing", {"prog": "editor-app person add", "names": "--role"}),
    ),
    "all left out": ("export", ("usage.missing", {"prog": "editor-app export", "names": "ID, --format, --out"})),
    "a choice that is none": (
        "export 1 --out x --format pdf",
        ("usage.choice", {"option": "--format", "value": "pdf", "choices": "docx, html, bundle"}),
    ),
    "no number": ("photo add 1 a.jpg --after two", ("usage.whole-number", {"option": "--after", "value": "two"})),
    "a number left out": (
        "photo add 1 a.jpg --after",
        ("usage.value-missing", {"option": "--after", "example": "--after=N"}),
    ),
    "a choice left out": (
        "export 1 --out x --format",
        ("usage.value-missing", {"option": "--format", "example": "--format=docx"}),
    ),
    "a text that begins like an option": (
        "submit 1 --note --as Ani",
        ("usage.value-missing", {"option": "--note", "example": {"id": "--note=TEKS", "en": "--note=TEXT"}}),
    ),
    "a folder left out before the verb": (
        "--data-dir",
        (
            "usage.value-missing",
            {"option": "--data-dir", "example": {"id": "--data-dir=FOLDER", "en": "--data-dir=DIR"}},
        ),
    ),
    "a value for what has none": ("check 1 --json=ya", ("usage.value-unwanted", {"option": "--json"})),
    "a value for help": ("check --help=ya", ("usage.value-unwanted", {"option": "--help"})),
    "an option that is none": (
        "verify x.zip -q",
        (
            "usage.option-unknown",
            {"prog": "editor-app verify", "option": "-q", "choices": "-h, --help, --data-dir"},
        ),
    ),
    "an option cut short": (
        "photo add 1 a.jpg --c C",
        ("usage.option-like", {"prog": "editor-app photo add", "option": "--c", "like": "--caption / --credit"}),
    ),
    "an option cut short before the verb": (
        "--data D story list",
        ("usage.option-like", {"prog": "editor-app", "option": "--data", "like": "--data-dir"}),
    ),
    "words without quotation marks": (
        "story list --search dua kata",
        ("usage.too-many", {"prog": "editor-app story list", "text": "kata"}),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", verbs())
def test_the_help_of_every_verb_speaks_one_language(verb: str, language: Language, empty: Terminal) -> None:
    words = Words(language)
    told = empty.speaking(language).does(*verb.split(), "--help")
    assert told.startswith(f"{words.text('cli.usage')}: editor-app {verb}".rstrip())
    assert english_in(told, language) == []
    plain = " ".join(told.split())
    for action in parsers(language)[verb]._actions:
        if action.nargs != argparse.PARSER:
            assert str(action.help) in plain
    for other in set(LANGUAGES) - {language}:
        for code in ("cli.usage", "cli.options", "cli.entries", "cli.verbs", "cli.help.help"):
            assert Words(other).text(code) not in told
    assert not empty.folder.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FAULTS)
def test_a_line_that_is_no_command_is_told_in_the_persons_language(
    kind: str, language: Language, empty: Terminal
) -> None:
    line, (code, named) = FAULTS[kind]
    params = {name: value[language] if isinstance(value, dict) else value for name, value in named.items()}
    words = Words(language)
    answer = empty.speaking(language).run(*line.split())
    assert (answer.status, answer.stdout) == (2, "")
    *usage, sentence, hint = answer.stderr.splitlines()
    assert usage[0].startswith(f"{words.text('cli.usage')}: editor-app")
    assert sentence == words.text(code, **params)
    assert hint.startswith(words.text("usage.hint", prog="editor-app").partition(" --")[0])
    assert english_in(answer.stderr, language) == []
    assert not empty.folder.exists()
