"""Alignment: what two rows of things have in common, and what of it kept its order. In near-linear time.

The row is cut at things that stand once on either side (patience diff, after Bram Cohen), again and again within
the gaps. So a rewritten text of 20,000 words takes as long as its length asks, where a shortest edit script would
take its square. Both functions answer the same when the sides are swapped.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

DEEPEST = 48  # gaps within gaps: what was cut so often without an end is taken for rewritten


@dataclass(frozen=True, slots=True)
class Match:
    """`length` things that are the same from `before` in one row and from `after` in the other."""

    before: int
    after: int
    length: int


def common_runs(before: Sequence[str], after: Sequence[str]) -> tuple[Match, ...]:
    """The runs that both rows have in common, in order; as long as can be found without search."""
    swapped = tuple(after) < tuple(before)  # one way round, so that both ways find the same
    first, second = (after, before) if swapped else (before, after)
    pairs = sorted(_pairs(first, second))
    runs: list[Match] = []
    for one, other in pairs:
        here, there = (other, one) if swapped else (one, other)
        last = runs[-1] if runs else None
        if last is not None and (last.before + last.length, last.after + last.length) == (here, there):
            runs[-1] = Match(last.before, last.after, last.length + 1)
        else:
            runs.append(Match(here, there, 1))
    return tuple(runs)


def in_order(before: Sequence[str], after: Sequence[str], weight: Callable[[str], int]) -> frozenset[str]:
    """Of the things that stand once in both rows, those that kept their order; the others were moved.

    As few as can be count as moved, and of as few the lightest.
    """
    there, here = set(before), set(after)
    first = [thing for thing in before if thing in here]
    second = [thing for thing in after if thing in there]
    if second < first:  # as above
        first, second = second, first
    ranks = {thing: rank for rank, thing in enumerate(first)}
    weights = [weight(thing) for thing in second]
    one_more = 1 + sum(weights)  # no weight outweighs one thing more
    rise = _heaviest_rise([ranks[thing] for thing in second], [one_more + own for own in weights])
    return frozenset(second[place] for place in rise)


def _pairs(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of one row with their like in the other, in no order."""
    gaps = [(0, len(first), 0, len(second), 0)]
    while gaps:
        start, end, other_start, other_end, depth = gaps.pop()
        while start < end and other_start < other_end and first[start] == second[other_start]:
            yield start, other_start
            start, other_start = start + 1, other_start + 1
        while start < end and other_start < other_end and first[end - 1] == second[other_end - 1]:
            end, other_end = end - 1, other_end - 1
            yield end, other_end
        if start == end or other_start == other_end or depth == DEEPEST:
            continue
        anchors = _anchors(first[start:end], second[other_start:other_end])
        here, there = start, other_start
        for place, other in anchors:
            yield start + place, other_start + other
            gaps.append((here, start + place, there, other_start + other, depth + 1))
            here, there = start + place + 1, other_start + other + 1
        if anchors:
            gaps.append((here, end, there, other_end, depth + 1))


def _anchors(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Things of both that stand once in each, or, where there are none, as often: those that keep their order."""
    counts, others = Counter(first), Counter(second)
    shared = counts.keys() & others.keys()
    wanted = {thing for thing in shared if counts[thing] == others[thing] == 1}
    wanted = wanted or {thing for thing in shared if counts[thing] == others[thing]} or set(shared)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, thing in enumerate(second):
        if thing in wanted:
            places[thing].append(place)
    seen: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    for place, thing in enumerate(first):
        if thing in wanted and seen[thing] < len(places[thing]):
            pairs.append((place, places[thing][seen[thing]]))
            seen[thing] += 1
    return [pairs[index] for index in _longest_rise([other for _, other in pairs])]


def _longest_rise(row: Sequence[int]) -> list[int]:
    """The places of a longest rising part of a row of different numbers."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(row):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else None)
        if length == len(ends):
            ends.append(number)
            at.append(place)
        else:
            ends[length], at[length] = number, place
    return _back(at[-1] if at else None, before)


def _heaviest_rise(row: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The places of a heaviest rising part of a row that holds each of 0, 1, 2, … once."""
    best: list[tuple[int, int]] = [(0, -1)] * (len(row) + 1)  # a Fenwick tree of the best sum up to a number

    def up_to(number: int) -> tuple[int, int]:
        found = (0, -1)
        while number > 0:
            found = max(found, best[number])
            number -= number & -number
        return found

    before: list[int | None] = []
    for place, number in enumerate(row):
        total, previous = up_to(number)
        before.append(previous if previous >= 0 else None)
        reached, step = (total + weights[place], place), number + 1
        while step <= len(row):
            best[step] = max(best[step], reached)
            step += step & -step
    _, last = up_to(len(row))
    return _back(last if last >= 0 else None, before)


def _back(place: int | None, before: Sequence[int | None]) -> list[int]:
    """The way that led to a place, from its beginning."""
    way: list[int] = []
    while place is not None:
        way.append(place)
        place = before[place]
    return way[::-1]
