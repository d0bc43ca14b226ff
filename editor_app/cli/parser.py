"""The command line's grammar: every verb with its options, and what runs it."""

import argparse
from collections.abc import Callable

from editor_app.cli import export_commands, people_commands, photo_commands, story_commands, workflow_commands
from editor_app.cli.session import Session
from editor_app.cli.spoken_parser import SpokenParser, help_text
from editor_app.newsroom.publishing import ExportFormat
from editor_app.story.people import Role
from editor_app.story.workflow import HeadState, Publication
from editor_app.words import Words

Run = Callable[[Session], object]
STATES = tuple(dict.fromkeys([*(state.value for state in HeadState), *(p.value for p in Publication)]))


class _Grammar:
    """Adds verbs to a parser; `opens` is how a verb wants its newsroom: "read", "write", or "" for not at all."""

    def __init__(self, verbs: "argparse._SubParsersAction[SpokenParser]", words: Words) -> None:
        self.verbs = verbs
        self.words = words

    def add(self, name: str, run: Run, *, opens: str, help_code: str | None = None) -> SpokenParser:
        parser = self._verb(name, help_code or f"cli.help.{name}")
        _folder(parser, default=argparse.SUPPRESS)
        parser.set_defaults(run=run, opens=opens, acting=None)
        return parser

    def group(self, name: str) -> "_Grammar":
        parser = self._verb(name, f"cli.help.{name}")
        return _Grammar(parser.add_verbs("noun", required=True), self.words)

    def _verb(self, name: str, code: str) -> SpokenParser:
        return self.verbs.add_parser(name, help=help_text(self.words, code), description=self.words.text(code))


def command_parser(words: Words) -> SpokenParser:
    """The whole grammar, its help and its complaints in the language of `words`."""
    parser = SpokenParser(words, prog="editor-app", description=words.text("cli.help"))
    _folder(parser, default=None)
    grammar = _Grammar(parser.add_verbs("verb", required=False), words)
    _newsroom_verbs(grammar)
    _story_verbs(grammar.group("story"))
    _photo_verbs(grammar.group("photo"))
    _workflow_verbs(grammar)
    _export_verbs(grammar)
    return parser


def _folder(parser: SpokenParser, *, default: str | None) -> None:
    parser.add_argument("--data-dir", default=default, metavar="cli.value.folder", help="cli.help.data-dir")


def _story(parser: SpokenParser) -> None:
    parser.add_argument("id", metavar="cli.value.id", help="cli.help.id")


def _acting(parser: SpokenParser) -> None:
    parser.add_argument("--as", dest="acting", metavar="cli.value.name", help="cli.help.as")


def _confirming(parser: SpokenParser) -> None:
    parser.add_argument("--yes", action="store_true", help="cli.help.yes")


def _json(parser: SpokenParser) -> None:
    parser.add_argument("--json", action="store_true", help="cli.help.json")


def _text(parser: SpokenParser, option: str, help_code: str) -> None:
    parser.add_argument(option, default="", metavar="cli.value.text", help=help_code)


def _newsroom_verbs(grammar: _Grammar) -> None:
    demo = grammar.add("demo", export_commands.demo, opens="")
    demo.add_argument("--out", metavar="cli.value.folder", help="cli.help.out")
    grammar.add("sample", export_commands.sample, opens="")
    init = grammar.add("init", people_commands.init, opens="")
    init.add_argument("--style", metavar="cli.value.name", help="cli.help.style")
    init.add_argument("--name", default="", metavar="cli.value.name", help="cli.help.newsroom-name")
    people = grammar.group("person")
    add = people.add("add", people_commands.add, opens="write", help_code="cli.help.person-add")
    add.add_argument("name", metavar="cli.value.name", help="cli.help.person-name")
    roles = [role.value for role in Role]
    add.add_argument("--role", action="append", required=True, choices=roles, dest="roles", help="cli.help.role")
    _json(people.add("list", people_commands.show_all, opens="read", help_code="cli.help.person-list"))


def _story_verbs(stories: _Grammar) -> None:
    new = stories.add("new", story_commands.new, opens="write", help_code="cli.help.story-new")
    new.add_argument("file", metavar="cli.value.file", help="cli.help.file")
    _acting(new)
    _text(new, "--headline", "cli.help.headline")
    _text(new, "--section", "cli.help.section")
    for option, dest, code in (
        ("--writer", "writers", "cli.help.writer"),
        ("--editor", "editors", "cli.help.editor"),
    ):
        new.add_argument(option, action="append", default=[], metavar="cli.value.name", dest=dest, help=code)
    listing = stories.add("list", story_commands.show_all, opens="read", help_code="cli.help.story-list")
    listing.add_argument("--state", choices=STATES, help="cli.help.state")
    listing.add_argument("--search", default="", metavar="cli.value.words", help="cli.help.search")
    _json(listing)
    show = stories.add("show", story_commands.show, opens="read", help_code="cli.help.story-show")
    _story(show)
    _json(show)
    save = stories.add("save", story_commands.save, opens="write", help_code="cli.help.story-save")
    _story(save)
    save.add_argument("file", metavar="cli.value.file", help="cli.help.file")
    _acting(save)
    _confirming(save)


def _photo_verbs(photos: _Grammar) -> None:
    add = photos.add("add", photo_commands.add, opens="write", help_code="cli.help.photo-add")
    _story(add)
    add.add_argument("images", metavar="cli.value.image", nargs="+", help="cli.help.images")
    _text(add, "--caption", "cli.help.caption")
    _text(add, "--credit", "cli.help.credit")
    _text(add, "--alt", "cli.help.alt")
    add.add_argument("--lead", action="store_true", help="cli.help.lead")
    add.add_argument("--after", type=int, metavar="cli.value.number", help="cli.help.after")
    _acting(add)
    _confirming(add)
    listing = photos.add("list", photo_commands.show_all, opens="read", help_code="cli.help.photo-list")
    _story(listing)
    _json(listing)


def _workflow_verbs(grammar: _Grammar) -> None:
    check = grammar.add("check", story_commands.check, opens="read")
    _story(check)
    _json(check)
    for name, run in workflow_commands.ACTIONS.items():
        verb = grammar.add(name, run, opens="write")
        _story(verb)
        _acting(verb)
        _text(verb, "--note", "cli.help.note")
        verb.add_argument("--minor", action="store_true", help="cli.help.minor")
    live = grammar.add("live", workflow_commands.live, opens="write")
    _story(live)
    live.add_argument("--address", required=True, metavar="cli.value.address", help="cli.help.address")
    live.add_argument("--at", metavar="cli.value.time", help="cli.help.at")
    _acting(live)


def _export_verbs(grammar: _Grammar) -> None:
    export = grammar.add("export", export_commands.export_story, opens="write")
    _story(export)
    formats = [kind.value for kind in ExportFormat]
    export.add_argument("--format", required=True, choices=formats, help="cli.help.format")
    export.add_argument("--proof", action="store_true", help="cli.help.proof")
    export.add_argument("--out", required=True, metavar="cli.value.folder", help="cli.help.out")
    _acting(export)
    verify = grammar.add("verify", export_commands.verify, opens="")
    verify.add_argument("bundle", metavar="cli.value.bundle", help="cli.help.bundle")
