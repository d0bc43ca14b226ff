"""The files of a dictionary, looked at before an engine gets them: a broken one is named in one sentence."""

import codecs
import re
from pathlib import Path
from typing import Final

from editor_app.spelling.dictionaries import Dictionary
from editor_app.words import Trouble

LARGEST: Final = 64 * 1024 * 1024  # bytes; the largest that are in use have some 15 MB
USUAL_ENCODING: Final = "iso8859-1"  # Hunspell's, where an .aff names none

_SET: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*SET[ \t]+(\S+)", re.MULTILINE)
_OTHER_NAMES: Final = {"microsoft-cp1251": "cp1251", "tis620-2533": "tis_620"}


def check_files(dictionary: Dictionary) -> str:
    """Reads both files through and returns their encoding.

    Raises:
        Trouble: `dictionary-unreadable`, `-empty`, `-too-large`, `-encoding`, `-not-text`, `-uncounted` or
            `-cut-short`, each naming the file.
    """
    rules, words = _bytes(dictionary.aff), _bytes(dictionary.dic)
    encoding = encoding_of(rules, dictionary.aff)
    _text(rules, encoding, dictionary.aff)
    lines = [line for line in _text(words, encoding, dictionary.dic).splitlines() if line.strip()]
    first = lines[0].strip("\ufeff \t").split()[0]
    if not (first.isascii() and first.isdigit()):
        raise Trouble("dictionary-uncounted", file=str(dictionary.dic))
    # Some count a few words more or less than they have; half is no such slip.
    if (len(lines) - 1) * 2 < int(first[:12]):
        raise Trouble("dictionary-cut-short", file=str(dictionary.dic), n=len(lines) - 1, of=first[:12])
    return encoding


def encoding_of(rules: bytes, file: Path) -> str:
    """The encoding that an .aff names, as Python calls it.

    Raises:
        Trouble: `dictionary-encoding`, where it is unknown.
    """
    named = _SET.search(rules)
    if named is None:
        return USUAL_ENCODING
    name = named.group(1).decode("ascii", "replace")
    try:
        return codecs.lookup(_OTHER_NAMES.get(name.lower(), name)).name
    except (LookupError, ValueError) as error:
        raise Trouble("dictionary-encoding", file=str(file), name=name[:40]) from error


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Trouble("dictionary-unreadable", file=str(path))  # a folder, or a pipe that would never end
        if path.stat().st_size > LARGEST:
            raise Trouble("dictionary-too-large", file=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise Trouble("dictionary-unreadable", file=str(path)) from error
    if not data.strip():
        raise Trouble("dictionary-empty", file=str(path))
    return data


def _text(data: bytes, encoding: str, file: Path) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise Trouble("dictionary-not-text", file=str(file), name=encoding) from error
    if "\0" in text:
        raise Trouble("dictionary-not-text", file=str(file), name=encoding)
    return text
