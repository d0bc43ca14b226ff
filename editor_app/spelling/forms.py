"""Forms: what a word may be made of, so that a right one is not marked because no dictionary lists it whole.

Indonesian builds words as it goes, and its dictionaries list roots and a part of what grows from them. The rules
here are those of EYD V: bound forms written closed (pascabencana, swafoto) or, before a capital, with a hyphen
(non-ASEAN); reduplication (berita-beritanya); particles and short pronouns at the end (beritanya, ialah); the
passive, the doer and the deed that follow from an active verb (dipertemukan from mempertemukan). Each form is a
tuple of parts, all of which must be right; a word is right where one of its forms is.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final, TypeAlias

Form: TypeAlias = tuple[str, ...]

# Bound forms; the short ones bind a longer rest, or chance would find them in every slip.
_BOUND: Final = (
    *("adi", "aero", "agro", "antar", "anti", "awa", "bio", "catur", "dasa", "eka", "eko", "ekstra", "endo"),
    *("geo", "hidro", "hiper", "hipo", "infra", "inter", "intra", "kontra", "maha", "makro", "manca", "mega"),
    *("meta", "mikro", "mini", "mono", "multi", "nara", "neo", "neuro", "nir", "non", "panca", "para"),
    *("pasca", "poli", "pra", "pramu", "pro", "proto", "pseudo", "psiko", "purna", "purwa", "sapta", "semi"),
    *("serba", "sosio", "sub", "super", "supra", "swa", "tele", "termo", "trans", "tri", "tuna", "ultra", "uni"),
)
_SHORT_BOUND: Final = ("bi", "de", "dwi", "ko", "re")
_LEAST_REST: Final = 4
_LEAST_REST_OF_SHORT: Final = 6
_ENDINGS: Final = ("nya", "lah", "kah", "tah", "pun", "ku", "mu")
_LEAST_STEM: Final = 3
# What stands before or behind a hyphen and is no word by itself: ber-KTP, di-PHK, se-Jawa, KPK-lah, e-KTP.
_BEFORE_HYPHEN: Final = frozenset(
    {
        *_BOUND,
        *_SHORT_BOUND,
        "ber",
        "di",
        "e",
        "ke",
        "me",
        "mem",
        "men",
        "meng",
        "pan",
        "pe",
        "peng",
        "per",
        "se",
        "ter",
    }
)
_BEHIND_HYPHEN: Final = frozenset({*_ENDINGS, "an", "i", "kan"})
_VOWELS: Final = frozenset("aeiou")
LONGEST_ACRONYM: Final = 6
"""Capitals among small letters are an abbreviation up to this length: BPBD, di-PHK."""


def forms_of(word: str) -> tuple[Form, ...]:
    """What a word (as `tokens.bare` leaves it) may be made of, besides being a word itself."""
    return tuple(dict.fromkeys(chain(_unaccented(word), _hyphened(word), _possessive(word), _built(word))))


def stems_of(word: str) -> Iterator[tuple[str, str, str]]:
    """Where a word may be cut into bound form, stem and ending, one of them "": (anti, korpsi, "")."""
    lower = word.lower()
    for ending in _ENDINGS[:1]:  # the short ones end too many words by chance
        if lower.endswith(ending) and len(word) >= len(ending) + _LEAST_REST:
            yield ("", word[: -len(ending)], word[-len(ending) :])
    for form in _BOUND:
        if len(form) >= _LEAST_REST and lower.startswith(form) and len(word) >= len(form) + _LEAST_REST:
            yield (word[: len(form)], word[len(form) :], "")


def _hyphened(word: str) -> Iterator[Form]:
    """Every part of a hyphenated word must be right, be it built itself."""
    parts = [part for part in word.split("-") if part]
    if len(parts) < 2:  # noqa: PLR2004 - one part is no compound
        return
    words = [
        part
        for number, part in enumerate(parts)
        if not (number + 1 < len(parts) and part.lower() in _BEFORE_HYPHEN)
        and not (number > 0 and part.lower() in _BEHIND_HYPHEN)
        and not (part.isupper() and len(part) <= LONGEST_ACRONYM and not word.isupper())
    ]
    yield tuple(words)
    # A built part stands for itself in one form; all parts of a reduplication are built in one way at most.
    for number, part in enumerate(words):
        for form in _built(part):
            yield (*words[:number], *form, *words[number + 1 :])
    if len(words) == 2 and words[0].lower() == words[1].lower():  # noqa: PLR2004 - a pair: unggahan-unggahan
        yield from _built(words[0])


def _unaccented(word: str) -> Iterator[Form]:
    """A loanword without the accents that dictionaries of English leave out: naïve, café."""
    if not word.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFD", word) if unicodedata.category(char) != "Mn")
        if plain and plain != word:
            yield (plain,)


def _possessive(word: str) -> Iterator[Form]:
    """Ratri's, James'."""
    if "'" in word[1:]:
        stem, _, end = word.rpartition("'")
        if end.lower() in ("s", "") and stem:
            yield (stem,)


def _built(word: str) -> Iterator[Form]:
    """One word without hyphen, as prefixes, verbs and endings make it; endings come off before all else."""
    stems = [word, *_without_endings(word)]
    for stem in stems:
        if stem != word:
            yield (stem,)
        yield from _bound(stem)
        yield from ((other,) for other in _kin(stem))
        for form in _bound(stem):
            yield from ((other,) for other in _kin(form[-1]))


def _without_endings(word: str) -> Iterator[str]:
    """The word without one ending, and without two, as in `ceritanyalah`."""
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if _ends(word, ending) and len(stem) >= _LEAST_STEM:
            yield stem
            if ending in ("lah", "kah", "pun"):
                for inner in ("nya", "ku", "mu"):
                    if _ends(stem, inner) and len(stem) - len(inner) >= _LEAST_STEM:
                        yield stem[: -len(inner)]


def _bound(word: str) -> Iterator[Form]:
    """What a bound form leaves: pasca|bencana. In capitals as well."""
    lower = word.lower()
    for forms, least in ((_BOUND, _LEAST_REST), (_SHORT_BOUND, _LEAST_REST_OF_SHORT)):
        for form in forms:
            rest = word[len(form) :]
            if lower.startswith(form) and len(rest) >= least and rest[0] != "-":
                yield (rest,)


def _kin(word: str) -> Iterator[str]:
    """Words from whose being right this one follows."""
    lower = word.lower()
    if len(lower) < _LEAST_STEM + 3:
        return
    yield from _roots(lower)
    yield from _prefixed(lower)
    # What one is told to do: keluarkan, tandai from mengeluarkan, menandai.
    if lower.endswith(("kan", "i")):
        yield from _active(lower)
    # Without its -kan: menyebutkan from menyebut.
    if lower.endswith("kan") and lower.startswith(("me", "di", "ter")):
        yield lower[:-3]
    # The thing: unggahan from unggah, rincian from merinci; the state: keterbacaan from terbaca.
    if lower.endswith("an") and not lower.endswith("anan"):
        yield lower[:-2]
        yield from _active(lower[:-2])
        if lower.startswith("ke"):
            yield lower[2:-2]


def _prefixed(lower: str) -> Iterator[str]:
    """What stands behind the first syllable, or with another one."""
    # The passive and its like: diunggah, terunggah, kuunggah, kauunggah from mengunggah.
    for prefix in ("di", "ter", "ku", "kau"):
        if lower.startswith(prefix):
            yield from _active(lower[len(prefix) :])
    # Being or having something, and the most of it: berpeci, sepekan, terlama.
    for prefix in ("ber", "se", "ter"):
        if lower.startswith(prefix) and len(lower) >= len(prefix) + _LEAST_REST:
            yield lower[len(prefix) :]
    # The doer and the deed: pengunggah, pengunggahan from mengunggah(kan).
    if lower.startswith("pe"):
        deed = "me" + lower[2:]
        yield deed
        if deed.endswith("an"):
            yield from (deed[:-2], deed[:-2] + "kan", deed[:-2] + "i")


def _active(root: str) -> Iterator[str]:
    """The active forms of a root, its first sound melted as the language does."""
    first = root[:1]
    if first in _VOWELS or first in {"g", "h"}:
        yield "meng" + root
    elif first == "k":
        yield "meng" + root[1:]
    elif first in {"b", "f", "v"}:
        yield "mem" + root
    elif first == "p":
        yield from ("mem" + root[1:], "mem" + root)
    elif first in {"d", "c", "j", "z"}:
        yield "men" + root
    elif first == "t":
        yield from ("men" + root[1:], "men" + root)
    elif first == "s":
        yield from ("meny" + root[1:], "men" + root)
    else:
        yield "me" + root


def _roots(active: str) -> Iterator[str]:
    """The roots that an active verb may have: mengunggah from unggah, menyapa from sapa."""
    if not active.startswith("me"):
        return
    for prefix, melted in (("meny", "s"), ("meng", "k"), ("mem", "p"), ("men", "t")):
        rest = active[len(prefix) :]
        if active.startswith(prefix) and rest[:1] in _VOWELS:
            yield melted + rest
    for prefix, follows in (("meng", "aeioughk"), ("mem", "bfvp"), ("men", "dcjzt"), ("me", "lmnrwy")):
        rest = active[len(prefix) :]
        if active.startswith(prefix) and rest[:1] in follows and len(rest) >= _LEAST_STEM + 1:
            yield rest


def _ends(word: str, ending: str) -> bool:
    return word.lower().endswith(ending)
