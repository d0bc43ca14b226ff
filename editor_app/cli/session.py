"""What a command is handed: its options, the open newsroom, the words, and where to print."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.cli.streams import complain
from editor_app.newsroom.changes import Changes
from editor_app.newsroom.desk import find_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.staff import acting_person
from editor_app.story.body import Json
from editor_app.story.people import Person
from editor_app.words import Message, Words


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command."""

    options: argparse.Namespace
    folder: Path
    words: Words
    opened: Newsroom | None = None

    def inside(self, newsroom: Newsroom, words: Words) -> "Session":
        """The session with its newsroom open, speaking the newsroom's language."""
        return replace(self, opened=newsroom, words=words)

    @property
    def newsroom(self) -> Newsroom:
        """The open newsroom."""
        if self.opened is None:
            raise LookupError(self.options.verb)
        return self.opened

    @property
    def person(self) -> Person:
        """Who acts: `--as`, else the laptop's person."""
        return acting_person(self.newsroom, self.options.acting)

    @property
    def story_id(self) -> str:
        """The story that the command names by its id or the beginning of it."""
        return find_story(self.newsroom, self.options.id)

    def say(self, text: str) -> None:
        """Prints one line."""
        sys.stdout.write(f"{text}\n")

    def say_json(self, data: Json) -> None:
        """Prints JSON alone."""
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")

    def mention(self, notices: Iterable[Message]) -> None:
        """Says on stderr what the person should know, though all went well."""
        for notice in notices:
            complain(self.words.say(notice))

    def say_state(self, changes: Changes) -> None:
        """Says where the story stands after an action."""
        if changes.approval_fell:
            complain(self.words.text("cli.approval-fell"))
        state = self.words.text(f"state.{changes.row.shown}")
        self.say(self.words.text("cli.state-now", code=changes.row.code, state=state))
