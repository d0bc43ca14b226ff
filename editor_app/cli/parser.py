"""The command line's grammar: every verb with its options, and what runs it."""

import argparse
from collections.abc import Callable

from editor_app.cli import export_commands, people_commands, photo_commands, story_commands, workflow_commands
from editor_app.cli.session import Session
from editor_app.newsroom.publishing import ExportFormat
from editor_app.story.people import Role
from editor_app.story.workflow import HeadState, Publication
from editor_app.words import Words

Run = Callable[[Session], object]
STATES = tuple(dict.fromkeys([*(state.value for state in HeadState), *(p.value for p in Publication)]))


class _Grammar:
    """Adds verbs to a parser; `opens` is how a verb wants its newsroom: "read", "write", or "" for not at all."""

    def __init__(self, verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words) -> None:
        self.verbs = verbs
        self.words = words

    def add(self, name: str, run: Run, *, opens: str, help_code: str | None = None) -> argparse.ArgumentParser:
        spoken = self.words.text(help_code or f"cli.help.{name}")
        parser = self.verbs.add_parser(name, help=spoken, description=spoken)
        parser.add_argument(
            "--data-dir", default=argparse.SUPPRESS, metavar="DIR", help=self.words.text("cli.help.data-dir")
        )
        parser.set_defaults(run=run, opens=opens, acting=None)
        return parser

    def group(self, name: str) -> "_Grammar":
        spoken = self.words.text(f"cli.help.{name}")
        parser = self.verbs.add_parser(name, help=spoken, description=spoken)
        inner = parser.add_subparsers(dest="noun", required=True, metavar=self.words.text("cli.verb"))
        return _Grammar(inner, self.words)

    def acting(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--as", dest="acting", metavar="NAME", help=self.words.text("cli.help.as"))

    def confirming(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--yes", action="store_true", help=self.words.text("cli.help.yes"))

    def json(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help=self.words.text("cli.help.json"))


def command_parser(words: Words) -> argparse.ArgumentParser:
    """The whole grammar, its help in the language of `words`."""
    parser = argparse.ArgumentParser(prog="editor-app", description=words.text("cli.help"))
    parser.add_argument("--data-dir", metavar="DIR", help=words.text("cli.help.data-dir"))
    verbs = parser.add_subparsers(dest="verb", metavar=words.text("cli.verb"))
    grammar = _Grammar(verbs, words)
    _newsroom_verbs(grammar, words)
    _story_verbs(grammar.group("story"), words)
    _photo_verbs(grammar.group("photo"), words)
    _workflow_verbs(grammar, words)
    _export_verbs(grammar, words)
    return parser


def _newsroom_verbs(grammar: _Grammar, words: Words) -> None:
    demo = grammar.add("demo", export_commands.demo, opens="")
    demo.add_argument("--out", metavar="DIR", help=words.text("cli.help.out"))
    grammar.add("sample", export_commands.sample, opens="")
    init = grammar.add("init", people_commands.init, opens="")
    init.add_argument("--style", metavar="NAME", help=words.text("cli.help.style"))
    init.add_argument("--name", default="", metavar="NAME", help=words.text("cli.help.newsroom-name"))
    people = grammar.group("person")
    add = people.add("add", people_commands.add, opens="write", help_code="cli.help.person-add")
    add.add_argument("name", metavar="NAME")
    add.add_argument(
        "--role", action="append", required=True, choices=[role.value for role in Role], dest="roles"
    )
    listing = people.add("list", people_commands.show_all, opens="read", help_code="cli.help.person-list")
    grammar.json(listing)


def _story_verbs(stories: _Grammar, words: Words) -> None:
    new = stories.add("new", story_commands.new, opens="write", help_code="cli.help.story-new")
    new.add_argument("file", metavar="FILE")
    stories.acting(new)
    new.add_argument("--headline", default="", help=words.text("cli.help.headline"))
    new.add_argument("--section", default="", help=words.text("cli.help.section"))
    new.add_argument("--writer", action="append", default=[], metavar="NAME", dest="writers")
    new.add_argument("--editor", action="append", default=[], metavar="NAME", dest="editors")
    listing = stories.add("list", story_commands.show_all, opens="read", help_code="cli.help.story-list")
    listing.add_argument("--state", choices=STATES, help=words.text("cli.help.state"))
    listing.add_argument("--search", default="", metavar="WORDS", help=words.text("cli.help.search"))
    stories.json(listing)
    show = stories.add("show", story_commands.show, opens="read", help_code="cli.help.story-show")
    show.add_argument("id", metavar="ID")
    stories.json(show)
    save = stories.add("save", story_commands.save, opens="write", help_code="cli.help.story-save")
    save.add_argument("id", metavar="ID")
    save.add_argument("file", metavar="FILE")
    stories.acting(save)
    stories.confirming(save)


def _photo_verbs(photos: _Grammar, words: Words) -> None:
    add = photos.add("add", photo_commands.add, opens="write", help_code="cli.help.photo-add")
    add.add_argument("id", metavar="ID")
    add.add_argument("images", metavar="IMAGE", nargs="+")
    add.add_argument("--caption", default="", help=words.text("cli.help.caption"))
    add.add_argument("--credit", default="", help=words.text("cli.help.credit"))
    add.add_argument("--alt", default="", help=words.text("cli.help.alt"))
    add.add_argument("--lead", action="store_true", help=words.text("cli.help.lead"))
    add.add_argument("--after", type=int, metavar="N", help=words.text("cli.help.after"))
    photos.acting(add)
    photos.confirming(add)
    listing = photos.add("list", photo_commands.show_all, opens="read", help_code="cli.help.photo-list")
    listing.add_argument("id", metavar="ID")
    photos.json(listing)


def _workflow_verbs(grammar: _Grammar, words: Words) -> None:
    check = grammar.add("check", story_commands.check, opens="read")
    check.add_argument("id", metavar="ID")
    grammar.json(check)
    for name, run in workflow_commands.ACTIONS.items():
        verb = grammar.add(name, run, opens="write")
        verb.add_argument("id", metavar="ID")
        grammar.acting(verb)
        verb.add_argument("--note", default="", help=words.text("cli.help.note"))
        verb.add_argument("--minor", action="store_true", help=words.text("cli.help.minor"))
    live = grammar.add("live", workflow_commands.live, opens="write")
    live.add_argument("id", metavar="ID")
    live.add_argument("--address", required=True, metavar="URL", help=words.text("cli.help.address"))
    live.add_argument("--at", metavar="TIME", help=words.text("cli.help.at"))
    grammar.acting(live)


def _export_verbs(grammar: _Grammar, words: Words) -> None:
    export = grammar.add("export", export_commands.export_story, opens="write")
    export.add_argument("id", metavar="ID")
    export.add_argument("--format", required=True, choices=[kind.value for kind in ExportFormat])
    export.add_argument("--proof", action="store_true", help=words.text("cli.help.proof"))
    export.add_argument("--out", required=True, metavar="DIR", help=words.text("cli.help.out"))
    grammar.acting(export)
    verify = grammar.add("verify", export_commands.verify, opens="")
    verify.add_argument("bundle", metavar="BUNDLE")
