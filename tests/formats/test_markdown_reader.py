"""Markdown as people write it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.markdown_reader import read_markdown
from editor_app.story.normal import normalise
from editor_app.words import Refused, note
from tests.formats.readings import listed, marked, styled, texts


def bullet(level: int, text: str) -> tuple[Any, ...]:
    return ("bullet", level, None, text)


def number(level: int, text: str, start: int | None = None) -> tuple[Any, ...]:
    return ("number", level, start, text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- a\n  - b\n    - c\n- d", [bullet(1, "a"), bullet(2, "b"), bullet(3, "c"), bullet(1, "d")]),
        ("- a\n    - b\n        - c\n- d", [bullet(1, "a"), bullet(2, "b"), bullet(3, "c"), bullet(1, "d")]),
        ("- a\n   - b\n      - c\n   - d", [bullet(1, "a"), bullet(2, "b"), bullet(3, "c"), bullet(2, "d")]),
        ("- a\n\t- b\n- c", [bullet(1, "a"), bullet(2, "b"), bullet(1, "c")]),
        ("  - a\n    - b\n  - c", [bullet(1, "a"), bullet(2, "b"), bullet(1, "c")]),
        ("* a\n+ b", [bullet(1, "a"), bullet(1, "b")]),
        ("3. a\n   1. b\n   2. c\n4. d", [number(1, "a", 3), number(2, "b"), number(2, "c"), number(1, "d")]),
        ("1. a\n  - b\n  - c\n2. d", [number(1, "a"), bullet(2, "b"), bullet(2, "c"), number(1, "d")]),
        ("1. a\n\n   - b\n\n   - c\n\n2. d", [number(1, "a"), bullet(2, "b"), bullet(2, "c"), number(1, "d")]),
        ("1) a\n2) b", [number(1, "a"), number(1, "b")]),
        ("1. a\n- b", [number(1, "a"), bullet(1, "b")]),
        ("- a\n\n  b\n- c", [bullet(1, "a\nb"), bullet(1, "c")]),
        ("- a\n    b\n\n    c\n- d", [bullet(1, "a b\nc"), bullet(1, "d")]),
        ("- a\nb\n- c", [bullet(1, "a b"), bullet(1, "c")]),
        ("- a\n\n\n- b\n\nc", [bullet(1, "a"), bullet(1, "b"), ("c",)]),
        ("Halo:\n- a\n- b", [("Halo:",), bullet(1, "a"), bullet(1, "b")]),
        ("Halo:\n1. a", [("Halo:",), number(1, "a")]),
        ("Pada tahun\n2026. Lalu", [("Pada tahun 2026. Lalu",)]),
        ("-a\n*b", [("-a *b",)]),
        ("    - a", [("- a",)]),
        ("1. a\n\nb\n\n5. c", [number(1, "a"), ("b",), number(1, "c", 5)]),
    ],
)
def test_lists_nest_as_they_are_indented(text: str, items: list[tuple[Any, ...]]) -> None:
    assert listed(read_markdown(text).blocks) == items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## B\n\n#### C\n\nd", [("h2", "A"), ("h2", "B"), ("h4", "C"), ("normal", "d")]),
        ("A\n===\n\nb", [("h2", "A"), ("normal", "b")]),
        ("> a\n>\n> b\n\nc", [("blockquote", "a"), ("blockquote", "b"), ("normal", "c")]),
        ("a\n\n---\n\n* * *\n\nb", [("normal", "a"), ("break", ""), ("break", ""), ("normal", "b")]),
        ("a\nb  \nc", [("normal", "a b\nc")]),
        ("```\n- a\n  b\n```\nc", [("normal", "- a\n  b"), ("normal", "c")]),
        ("~~~~\n~~~\n~~~~", [("normal", "~~~")]),
        ("<div>a</div><script>b</script>\n\nc", [("normal", "a"), ("normal", "c")]),
        ("![alt](a.png)", []),
        ("", []),
    ],
)
def test_markup_becomes_styles(text: str, expected: list[tuple[str, str]]) -> None:
    assert styled(read_markdown(text).blocks) == expected


def test_marks_and_links_are_kept() -> None:
    (block,) = read_markdown("*a* **b** `c` ~~d~~ <u>e</u> [f](https://a.example/) [g](javascript:x)").blocks
    assert marked(block) == [
        *[("a", ("em",)), (" ", ()), ("b", ("strong",)), (" ", ()), ("c", ("code",)), (" ", ())],
        *[("d", ("strike-through",)), (" ", ()), ("e", ("underline",)), (" ", ())],
        *[("f", ("https://a.example/",)), (" g", ())],
    ]


def test_a_picture_that_is_elsewhere_is_named() -> None:
    assert read_markdown("![a](b.png)").notices == (note("image-not-taken", file="b.png"),)


def test_named_lines_stand_alone() -> None:
    extract = read_markdown("Isi\nA: x\nB: y", ends_line=lambda line: ":" in line)
    assert texts(extract.blocks) == ["Isi\nA: x\nB: y"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[a](" * 10_000,
        "*a" * 20_000,
        "`" * 20_000,
        "<" * 20_000,
        "&" * 20_000,
        "a" + " " * 200_000 + "b",
        "_" * 20_000,
        "~~a" * 5_000,
        "".join(" " * (2 * depth) + "- x\n" for depth in range(40)),
    ],
)
def test_endless_signs_are_read_in_reasonable_time(text: str) -> None:
    blocks = read_markdown(text).blocks
    assert normalise(blocks) == blocks
    assert blocks


@pytest.mark.parametrize("text", ["> " * 5_000 + "x", "- " * 3_000 + "x", "<div>" * 5_000])
def test_nesting_without_end_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_markdown(text)
    assert refused.value.message.code == "html-too-deep"


signs = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "- ",
                "  - ",
                "1. ",
                "# ",
                "> ",
                "```",
                "\n",
                "\n\n",
                "    ",
                "\t",
                "**",
                "*",
                "_",
                "~~",
                "[",
                "](",
                ")",
                "|",
                "---",
            ]
        ),
        st.sampled_from(["<b>", "</p>", "<!--", "&#0;", "\x02", "\x03", "\\", "`", "![", "a", " b ", "\ud800"]),
        st.text(max_size=4),
    ),
    max_size=25,
)


@given(signs)
def test_whatever_is_written_is_read_into_normal_form(parts: list[str]) -> None:
    blocks = read_markdown("".join(parts)).blocks
    assert normalise(blocks) == blocks


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.sampled_from([2, 3, 4]))
def test_any_list_comes_back_with_its_levels(steps: list[int], indent: int) -> None:
    levels: list[int] = []
    for step in steps:
        levels.append(min(step, levels[-1] + 1 if levels else 0))
    text = "\n".join(f"{' ' * (indent * level)}- x{place}" for place, level in enumerate(levels))
    items = listed(read_markdown(text).blocks)
    assert items == [bullet(level + 1, f"x{place}") for place, level in enumerate(levels)]
