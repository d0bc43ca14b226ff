"""What the command says of a line that is no command, and what its help is made of: the catalogue, all of it."""

import argparse
import shlex

import pytest

from editor_app.cli.parser import command_parser
from editor_app.cli.spoken_parser import SpokenParser
from editor_app.words import LANGUAGES, Language, Words
from tests.cli.spoken import english_in, parsers, verbs


def said_of(parser: argparse.ArgumentParser, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on stderr after a line that is no command."""
    with pytest.raises(SystemExit) as caught:
        parser.parse_args(shlex.split(line))
    assert caught.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", verbs())
def test_every_verb_has_help_for_each_of_its_words(verb: str, language: Language) -> None:
    parser = parsers(language)[verb]
    names = [action for action in parser._actions if action.nargs != argparse.PARSER]
    assert all(action.help for action in names)
    assert "cli." not in parser.format_help()
    assert english_in(parser.format_help(), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", verbs())
def test_every_verb_names_an_option_that_it_does_not_know(
    verb: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    said = said_of(parsers(language)[verb], "--xyzzy", capsys)
    name = f"editor-app {verb}".strip()
    assert "--xyzzy" in said
    assert said.startswith(f"{Words(language).text('cli.usage')}: {name} ")
    assert said.endswith(f"{Words(language).text('usage.hint', prog=name)}\n")
    assert english_in(said, language) == []


SUGGESTED = {
    "--dat D story list": ("editor-app", "--dat", "--data-dir"),
    "story list --stat live": ("editor-app story list", "--stat", "--state"),
    "story list --jsn": ("editor-app story list", "--jsn", "--json"),
    "photo add 1 a.jpg --c C": ("editor-app photo add", "--c", "--caption / --credit"),
    "export 1 --formt docx --out x": ("editor-app export", "--formt", "--format"),
    "photo add 1 a.jpg --caption=C --crdit=D": ("editor-app photo add", "--crdit", "--credit"),
}


@pytest.mark.parametrize("line", SUGGESTED)
def test_an_option_cut_short_or_mistyped_is_no_option_but_is_understood(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = Words("id")
    prog, option, like = SUGGESTED[line]
    said = said_of(command_parser(words), line, capsys)
    assert words.text("usage.option-like", prog=prog, option=option, like=like) in said.splitlines()


def test_an_option_that_is_like_none_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = Words("en")
    for option in ("-q", "--/"):
        said = said_of(command_parser(words), f"check 1 {option}", capsys)
        sentence = words.text(
            "usage.option-unknown",
            prog="editor-app check",
            option=option,
            choices="-h, --help, --data-dir, --json",
        )
        assert sentence in said.splitlines()


@pytest.mark.parametrize("text", ["-", "-5", "-a b", "lain"])
def test_what_looks_like_no_option_is_an_entry_too_many(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = Words("en")
    said = said_of(command_parser(words), f"check 1 {shlex.quote(text)}", capsys)
    assert words.text("usage.too-many", prog="editor-app check", text=text) in said.splitlines()


def test_the_innermost_fault_is_told_first_where_there_are_several(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_of(command_parser(Words("en")), "--xyzzy export --format pdf", capsys)
    assert "“pdf” is not known for --format" in said
    assert "--xyzzy" not in said


def test_a_fault_that_no_sentence_is_made_for_is_told_in_the_right_language_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = Words("id")
    parser = SpokenParser(words, prog="editor-app")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--ya", action="store_true")
    either.add_argument("--tidak", default="")
    assert words.text("usage.unclear", prog="editor-app") in said_of(parser, "--ya --tidak=1", capsys)
    either.required = True
    assert words.text("usage.unclear", prog="editor-app") in said_of(parser, "", capsys)
    parser.add_argument("--bagian", type=float, metavar="cli.value.number", help="cli.help.after")
    assert words.text("usage.unclear", prog="editor-app") in said_of(parser, "--bagian dua", capsys)


def test_what_stands_alone_takes_no_value(capsys: pytest.CaptureFixture[str]) -> None:
    words = Words("en")
    said = said_of(command_parser(words), "check 1 --json=ya", capsys)
    assert words.text("usage.value-unwanted", option="--json") in said.splitlines()


class _Percent(Words):
    """Words whose sentences hold what argparse would fill in."""

    def text(self, code: str, /, **params: object) -> str:
        return f"100%d {super().text(code, **params)}"


def test_a_sentence_with_a_percent_sign_may_be_help() -> None:
    parser = command_parser(_Percent("id"))
    told = " ".join(parser.format_help().split())
    for code in ("cli.help", "cli.help.data-dir", "cli.help.verify"):
        assert f"100%d {Words('id').text(code)}" in told


def test_what_was_typed_cannot_break_the_line_that_tells_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_of(command_parser(Words("en")), "'a\nb\x1b[31m'", capsys)
    assert "\x1b" not in said
    assert len(said.splitlines()) == 3
