"""Suggesting: which of the words that look alike are likely, by how many slips of the finger lie between."""

from collections.abc import Iterable

_FAR = 3  # slips; what is further away was not meant


def best_first(word: str, offered: Iterable[str]) -> tuple[str, ...]:
    """The words that few slips part from `word`, the nearest first, else in the order given."""
    most = min(_FAR, max(1, len(word) // 3))
    measured = [(slips(word.casefold(), each.casefold()), each) for each in dict.fromkeys(offered)]
    near_ones = [pair for pair in measured if pair[0] <= most and not pair[1].endswith("-")]
    return tuple(each for _, each in sorted(near_ones, key=lambda pair: pair[0]))


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Those of many known words that look like `word`; only those of nearly its length are measured."""
    first = word[:1].casefold()
    alike = (each for each in known if abs(len(each) - len(word)) <= 1 and each[:1].casefold() == first)
    return tuple(each for each in alike if slips(word.casefold(), each.casefold()) <= (1 if len(word) < 6 else 2))  # noqa: PLR2004


def slips(one: str, other: str) -> int:
    """Letters put in, left out, changed or swapped with the next, from one word to the other (OSA distance)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, target in enumerate(other, 1):
            cost = min(above[place] + 1, row[place - 1] + 1, above[place - 1] + (letter != target))
            swapped = number > 1 and place > 1 and letter == other[place - 2] and one[number - 2] == target
            row.append(min(cost, before[place - 2] + 1) if swapped else cost)
        before = above
    return row[-1]
