"""The engine's protocol: what knows which words dictionaries accept, and what they have for others."""

from collections.abc import Sequence
from typing import Protocol

from editor_app.spelling.dictionaries import Dictionary


class Engine(Protocol):
    """Opens dictionaries and answers for all that are open; asked from one thread at a time."""

    def open(self, dictionary: Dictionary) -> None:
        """Opens one more dictionary.

        Raises:
            Trouble: it is broken, or there is no engine here (`spelling-engine-missing`); the others stay open.
        """
        ...

    def accepts(self, words: Sequence[str]) -> tuple[bool, ...]:
        """For each word whether any open dictionary accepts it."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """What the dictionaries have that looks like `word`, the first of each before the second of any."""
        ...

    def close(self) -> None:
        """Lets go of everything; the engine may be asked no more."""
        ...
