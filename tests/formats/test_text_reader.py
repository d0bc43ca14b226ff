"""Plain text becomes paragraphs, and its signs stay signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.text_reader import read_text
from editor_app.story.normal import normalise
from tests.formats.readings import texts

WRAPPED = "Warga Desa Sumber Arum membangun perpustakaan"  # as long as a program's lines are


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n \n", []),
        ("a", ["a"]),
        ("a\nb\n", ["a", "b"]),
        ("a\n\nb", ["a", "b"]),
        ("a\r\n\r\nb\rc", ["a", "b\nc"]),
        ("a\n \t\n\n\nb", ["a", "b"]),
        ("\n\na\nb\n\nc\n\n", ["a\nb", "c"]),
        ("  a  \n  b\n\nc", ["a\nb", "c"]),
        (f"{WRAPPED}\n{WRAPPED}\ndi danau.\n\nb", [f"{WRAPPED} {WRAPPED} di danau.", "b"]),
        (f"{WRAPPED}\n{'panjang ' * 20}\n\nb", [f"{WRAPPED}\n{('panjang ' * 20).strip()}", "b"]),
        ("# a\n\n**b** <c> &amp;\n\n- d", ["# a", "**b** <c> &amp;", "- d"]),
        ("a\u00a0b\n\n\u00a0\n\nc\u202fd", ["a\u00a0b", "c\u202fd"]),
        ("a\x00\x07b\ufeff", ["ab"]),
        ("a\u2029b", ["a", "b"]),
    ],
)
def test_lines_become_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert texts(read_text(text).blocks) == paragraphs


@given(st.text())
def test_any_text_is_read_into_normal_form(text: str) -> None:
    blocks = read_text(text).blocks
    assert normalise(blocks) == blocks


@given(st.lists(st.from_regex(r"[a-z]{1,20}", fullmatch=True), min_size=2))
def test_paragraphs_come_back_as_they_were_written(written: list[str]) -> None:
    assert texts(read_text("\n\n".join(written)).blocks) == written
