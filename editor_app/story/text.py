"""Clean text: what no story may hold (control characters, non-characters, lone surrogates) taken out, NFC."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NONCHARS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffc{_NONCHARS}]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as a story keeps it: NFC, a line break is a newline, no control or non-characters.

    Surrogate pairs become the character that they mean, a lone surrogate becomes U+FFFD. U+FFFC (Qt's and
    Unicode's object replacement) stands for no word and goes.
    """
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Clean text on one line, its ends trimmed, as headlines, names and captions are kept."""
    parts = (part.strip() for part in re.split(r"[\t\n]+", clean(text)))
    return " ".join(part for part in parts if part)
