"""Names in a credits line: where one ends and the next begins."""

import re

from editor_app.formats.word_set import words
from editor_app.story.text import clean_line

_JOINTS = re.compile(r"\s*[&;\n]\s*")
_AND = re.compile(r",?\s+(?:dan|and)\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")

# A degree with points (S.Sos., M.Si, Ph.D., A.Md.Keb.): short groups, no space.
_POINTED_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}\.(?:[A-Za-z]{1,6}\.?){0,3}|[A-Z](?:\.[A-Z])+\.?")
_PLAIN_DEGREES = words(
    """
    ba bba bsc ca cbe cfa cpa dea dipl. drs esq esq. ii iii iv jd jr jr. kc lc lc. llb llm ma mba mbe md mh
    mm mp mpa mpd mph msc msi mt mts ners obe ph.d phd qc qia rn s.h sd se sh si skep skom spd spsi sr sr.
    ss ssi ssn ssos st stp
    """
)
_ALMOST_A_NAME = re.compile(r"(?:Ak|Apt|Psi|Psikolog|Ners)\.?")

# "Dinas Komunikasi dan Informatika" is one office: after these, "dan" belongs to the name.
_OFFICES = words(
    """
    badan bagian biro bidang dinas direktorat fakultas kementerian komisi lembaga pusat sekretariat seksi
    subbagian bureau centre center commission department directorate faculty institute ministry office
    """
)


def split_names(line: str) -> tuple[str, ...]:
    """The people and organisations that a line names, each once, in its order.

    Names are joined by "&", ";", "dan", "and" or a comma; a comma before a degree ("Budi, S.Sos.") belongs to the
    name, and "dan" belongs to an office ("Dinas Komunikasi dan Informatika").
    """
    names: list[str] = []
    for part in _JOINTS.split(line):
        for person in _at_commas(part):
            names.extend(_at_and(person))
    return tuple(dict.fromkeys(name for name in map(_trimmed, names) if name))


def is_degree(text: str) -> bool:
    """Whether every word of `text` is an academic degree or an addition such as "Jr."."""
    written = text.split()
    return bool(written) and all(
        word.lower() in _PLAIN_DEGREES or _POINTED_DEGREE.fullmatch(word) or _ALMOST_A_NAME.fullmatch(word)
        for word in written
    )


def _at_commas(text: str) -> list[str]:
    names: list[str] = []
    for part in _COMMA.split(text):
        head, joint, rest = _first_and(part)
        if names and is_degree(head):
            names[-1] = f"{names[-1]}, {head}"
            if joint:
                names.append(rest)
        else:
            names.append(part)
    return names


def _first_and(text: str) -> tuple[str, str, str]:
    """`text` at its first "dan": ("S.Sos.", " dan ", "Ani")."""
    found = _AND.search(text)
    return (text, "", "") if found is None else (text[: found.start()], found.group(), text[found.end() :])


def _at_and(text: str) -> list[str]:
    bare = re.sub(r"^(?:dan|and)\s+", "", text.strip(), flags=re.IGNORECASE)
    first = bare.partition(" ")[0]
    if first.casefold() in _OFFICES:
        return [bare]
    return _AND.split(bare)


def _trimmed(name: str) -> str:
    """The name without what punctuation surrounds it; the point of an initial or a degree stays."""
    name = clean_line(name).strip(" ,:/|–—-")
    last = name.split()[-1] if name else ""
    sentence_end = last.endswith(".") and "." not in last[:-1] and len(last) > 4  # noqa: PLR2004 - "Jr." and "Drs."
    return name[:-1] if sentence_end else name
