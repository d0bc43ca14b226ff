"""The grammar of the command: what is written behind it, and what is no command at all."""

import shlex

import pytest

from editor_app.cli.parser import STATES, command_parser
from editor_app.cli.workflow_commands import ACTIONS
from editor_app.story.workflow import HeadState, Publication
from editor_app.words import LANGUAGES, Language, Words

READS, WRITES, ALONE = "read", "write", ""

COMMANDS = {
    "demo": ALONE,
    "demo --out keluar": ALONE,
    "sample": ALONE,
    "init": ALONE,
    "init --style press-office-en": ALONE,
    "person add Ratri --role writer --role editor": WRITES,
    "person list --json": READS,
    "story new naskah.md --as Ratri --headline J --section B --writer A --writer B --editor C": WRITES,
    "story list --state live --search 'dua kata' --json": READS,
    "story show 01ab --json": READS,
    "story save 01ab naskah.md --as Ratri --yes": WRITES,
    "photo add 01ab a.jpg b.jpg --caption C --credit D --alt E --lead --after 2 --as Bayu --yes": WRITES,
    "photo list 01ab --json": READS,
    "check 01ab --json": READS,
    **{f"{action} 01ab --as Sekar --note N --minor": WRITES for action in ACTIONS},
    "live 01ab --address https://a.example --at '2026-09-12 14:00' --as Sekar": WRITES,
    "export 01ab --format docx --out keluar --proof --as Sekar": WRITES,
    "verify paket.zip": ALONE,
}

NO_COMMANDS = (
    "nihil",
    "story",
    "story nihil",
    "story new",
    "story list --state nihil",
    "person add Ratri",
    "person add Ratri --role penulis",
    "photo add 01ab",
    "photo add 01ab a.jpg --after dua",
    "submit",
    "live 01ab",
    "export 01ab --out keluar",
    "export 01ab --format pdf --out keluar",
    "export 01ab --format docx",
    "verify",
    "check 01ab lain",
    "--nihil",
)


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_is_understood_and_opens_the_newsroom_as_it_needs_it(line: str) -> None:
    options = command_parser(Words("id")).parse_args(shlex.split(line))
    assert callable(options.run)
    assert options.opens == COMMANDS[line]


@pytest.mark.parametrize("line", NO_COMMANDS)
def test_what_is_no_command_ends_with_usage(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command_parser(Words("id")).parse_args(shlex.split(line))
    assert caught.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Cara pakai: editor-app")


def test_lists_keep_every_name_that_was_given() -> None:
    parser = command_parser(Words("id"))
    line = "story new naskah.md --writer 'Ratri M.' --writer Danu --editor Sekar"
    options = parser.parse_args(shlex.split(line))
    assert (options.writers, options.editors) == (["Ratri M.", "Danu"], ["Sekar"])
    assert (options.headline, options.section, options.acting) == ("", "", None)
    # and the next run starts with empty lists
    assert parser.parse_args(["story", "new", "naskah.md"]).writers == []


@pytest.mark.parametrize(
    "line", ["--data-dir D story list", "story list --data-dir D", "story --data-dir D list"]
)
def test_the_folder_is_named_before_the_verb_or_after_it(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = command_parser(Words("id"))
    if line.startswith("story --"):  # a group is no verb
        with pytest.raises(SystemExit):
            parser.parse_args(line.split())
        return
    assert parser.parse_args(line.split()).data_dir == "D"


def test_without_a_verb_the_window_is_asked_for() -> None:
    assert command_parser(Words("id")).parse_args([]).verb is None


def test_a_list_is_narrowed_to_any_state_and_publication() -> None:
    assert set(STATES) == {*HeadState, *Publication}


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_said_in_the_language_of_the_person(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    words = Words(language)
    for line in ("--help", "story --help", "export --help", "photo add --help"):
        with pytest.raises(SystemExit) as caught:
            command_parser(words).parse_args(line.split())
        assert caught.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    for code in ("cli.help.story-save", "cli.help.proof", "cli.help.after", "cli.help.data-dir"):
        assert words.text(code) in said
    assert "cli.help" not in said
