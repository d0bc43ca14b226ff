"""A command line parser that speaks the catalogue: none of argparse's own English reaches a person."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import partial
from itertools import takewhile
from typing import Any, NoReturn, cast

from editor_app.cli.streams import complain
from editor_app.words import Sayable, Words


class Misuse(Sayable):
    """What was typed is no command: the sentence says what is wrong with it and what to write."""


class SpokenParser(argparse.ArgumentParser):
    """A parser whose help and complaints come from `words`; what it cannot understand ends with status 2.

    `metavar` and `help` of an argument are codes of the catalogue. Options are written in full: a name cut short
    would mean something else as soon as a verb has another option that begins so.
    """

    def __init__(self, words: Words, **settings: Any) -> None:
        usage = partial(_SpokenFormatter, words.text("cli.usage"))
        super().__init__(
            **settings, add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=usage
        )
        self.words = words
        self._entries = self.add_argument_group(words.text("cli.entries"))
        self._options = self.add_argument_group(words.text("cli.options"))
        self.add_argument("-h", "--help", action="help", help="cli.help.help")

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """Adds an entry or an option; `metavar` and `help` are codes."""
        if "metavar" in settings:
            settings["metavar"] = self.words.text(settings["metavar"])
        settings["help"] = help_text(self.words, settings["help"])
        group = self._options if names[0].startswith("-") else self._entries
        return group.add_argument(*names, **settings)

    def add_verbs(self, dest: str, *, required: bool) -> "argparse._SubParsersAction[SpokenParser]":
        """Makes this a command of several verbs, whose parsers speak the same words."""
        spoken = cast("type[SpokenParser]", partial(SpokenParser, self.words))
        title, verb = self.words.text("cli.verbs"), self.words.text("cli.verb")
        return self.add_subparsers(title=title, dest=dest, required=required, metavar=verb, parser_class=spoken)

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Reads a command line; says what is wrong with it in the words of the verb that it is behind.

        Raises:
            SystemExit: it is no command (2), or help was asked for (0).
        """
        given = list(sys.argv[1:] if args is None else args)
        options = argparse.Namespace() if namespace is None else namespace
        try:
            _, rest = super().parse_known_args(given, options)
            if rest:
                raise self._superfluous(rest)
        except _UnknownVerb as unknown:
            verb = unknown.message.params["value"]
            before = takewhile(lambda text: text != verb, given)
            self._end(self._unknown_option(before) or unknown)
        except Misuse as misuse:
            self._end(misuse)
        except argparse.ArgumentError as fault:
            self._end(self._meant(fault, given, options))
        return options, []

    def error(self, message: str) -> NoReturn:
        """Called by argparse in English; `parse_known_args` finds out what is meant.

        Raises:
            argparse.ArgumentError: always.
        """
        raise argparse.ArgumentError(None, message)

    # argparse asks these three about each word of a command line. Where one is missing in some Python to come,
    # the complaint is `usage.unclear`, which is less helpful but in the right language.

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = [str(choice) for choice in action.choices or ()]
        if action.nargs == argparse.PARSER:
            misuse: Misuse = _unknown_verb(self.prog, value, choices)
        else:
            misuse = Misuse("usage.choice", option=_name(action), value=value, choices=", ".join(choices))
        with _told_as(misuse):
            super()._check_value(action, value)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        code = "usage.whole-number" if action.type is int else "usage.unclear"
        with _told_as(Misuse(code, prog=self.prog, option=_name(action), value=arg_string)):
            return super()._get_value(action, arg_string)

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        example = f"{_name(action)}={action.metavar or next(iter(action.choices or ()), '')}"
        with _told_as(Misuse("usage.value-missing", option=_name(action), example=example)):
            return super()._match_argument(action, arg_strings_pattern)

    def _meant(self, fault: argparse.ArgumentError, given: Sequence[str], options: argparse.Namespace) -> Misuse:
        """What argparse means: with no argument named, that some are missing; else that one has too much."""
        if fault.argument_name is None:
            return self._unknown_option(given) or self._missing(options)
        for action in self._actions:
            if action.nargs == 0 and fault.argument_name == "/".join(action.option_strings):
                return Misuse("usage.value-unwanted", option=_name(action))
        return Misuse("usage.unclear", prog=self.prog)

    def _missing(self, options: argparse.Namespace) -> Misuse:
        wanted = [action for action in self._actions if action.required]
        missing = [action for action in wanted if getattr(options, action.dest, None) is None]
        if not missing:
            return Misuse("usage.unclear", prog=self.prog)
        if missing[0].nargs == argparse.PARSER:
            verbs = ", ".join(map(str, missing[0].choices or ()))
            return Misuse("usage.verb-missing", prog=self.prog, choices=verbs)
        return Misuse("usage.missing", prog=self.prog, names=", ".join(map(_name, missing)))

    def _superfluous(self, rest: Sequence[str]) -> Misuse:
        return self._unknown_option(rest) or Misuse("usage.too-many", prog=self.prog, text=rest[0])

    def _unknown_option(self, texts: Iterable[str]) -> Misuse | None:
        known = self._option_string_actions
        written = (text.partition("=")[0] for text in texts if _is_option(text))
        unknown = next((name for name in written if name not in known), None)
        if unknown is None:
            return None
        cut_short = [name for name in known if unknown.strip("-") and name.startswith(unknown)]
        like = cut_short or [f"--{name}" for name in get_close_matches(unknown[2:], _long_names(known), n=1)]
        if like:
            return Misuse("usage.option-like", prog=self.prog, option=unknown, like=" / ".join(like))
        return Misuse("usage.option-unknown", prog=self.prog, option=unknown, choices=", ".join(known))

    def _end(self, misuse: Misuse) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(self.words.say(misuse))
        complain(self.words.text("usage.hint", prog=self.prog))
        sys.exit(2)


def help_text(words: Words, code: str) -> str:
    """The sentence of `code` as argparse is told it, which would fill in a percent sign."""
    return words.text(code).replace("%", "%%")


class _SpokenFormatter(argparse.HelpFormatter):
    """Lays the help out as argparse does, with the catalogue's word before the usage."""

    def __init__(self, usage: str, *settings: Any, **named: Any) -> None:
        super().__init__(*settings, **named)
        self._usage = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        # An empty prefix is asked for where argparse makes up the name of a verb.
        super().add_usage(usage, actions, groups, f"{self._usage}: " if prefix is None else prefix)


class _UnknownVerb(Misuse):
    """What stands where a verb is expected is none; an unknown option before it may be the cause."""


def _unknown_verb(prog: str, verb: str, verbs: Sequence[str]) -> _UnknownVerb:
    like = get_close_matches(verb, verbs, n=1)
    if like:
        return _UnknownVerb("usage.verb-like", prog=prog, value=verb, like=like[0])
    return _UnknownVerb("usage.verb-unknown", prog=prog, value=verb, choices=", ".join(verbs))


@contextmanager
def _told_as(misuse: Misuse) -> Iterator[None]:
    """Says `misuse` instead of what argparse says."""
    try:
        yield
    except argparse.ArgumentError as fault:
        raise misuse from fault


def _name(action: argparse.Action) -> str:
    """An option by its long form, an entry as the help shows it."""
    return action.option_strings[-1] if action.option_strings else str(action.metavar)


def _is_option(text: str) -> bool:
    """Whether argparse takes a text for an option rather than for an entry, a number or several words."""
    return len(text) > 1 and text[0] == "-" and not text[1].isdigit() and " " not in text


def _long_names(options: Iterable[str]) -> list[str]:
    return [option[2:] for option in options if option.startswith("--")]
