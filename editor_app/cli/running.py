"""Runs one verb: parses, opens the newsroom as the verb wants it, and words what comes back."""

from collections.abc import Sequence

from editor_app.cli.parser import command_parser
from editor_app.cli.plain_words import demand_words
from editor_app.cli.session import Session
from editor_app.cli.streams import complain
from editor_app.cli.surroundings import data_folder
from editor_app.newsroom.newsroom import Newsroom, open_newsroom
from editor_app.words import Language, Sayable, Words


def run_verb(given: Sequence[str], words: Words, *, asked: Language | None) -> int:
    """Runs what the command line names and returns the exit status.

    `words` speak until the newsroom is open, and then `asked` or the newsroom's own language.

    Raises:
        SystemExit: the command line is none, and that was said; or its help was asked for.
        Sayable: it is refused, or the world fails, before the newsroom is open.
    """
    options = command_parser(words).parse_args(given)
    demand_words(options)
    session = Session(options=options, folder=data_folder(getattr(options, "data_dir", None)), words=words)
    if not options.opens:
        return _status(options.run(session))
    newsroom = open_newsroom(session.folder, write=options.opens == "write")
    try:
        return _run_in(newsroom, session, Words(asked or newsroom.language))
    finally:
        newsroom.close()


def _run_in(newsroom: Newsroom, session: Session, words: Words) -> int:
    try:
        return _status(session.options.run(session.inside(newsroom, words)))
    except Sayable as error:
        complain(words.say(error))
        return 1


def _status(result: object) -> int:
    return result if isinstance(result, int) else 0
