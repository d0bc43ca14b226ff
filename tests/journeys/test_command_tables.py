"""A table that comes in a text file: on the terminal, in JSON, and the same table when the file comes again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.journeys.press import WRITER
from tests.journeys.terminal import Terminal

MARKDOWN = """# PANEN RAYA

Tirta, Panen raya dimulai hari ini.

| Desa | Ton |
|---|---|
| Sumber Arum | 1.250 |
| Tirta | {tons} |

---

Panen berlangsung sepekan.
"""


def words_of(table: dict[str, Any]) -> list[list[str]]:
    return [
        ["".join(span["text"] for span in cell["children"]) for cell in row["cells"]] for row in table["rows"]
    ]


def test_a_table_is_shown_and_keeps_its_key_when_a_number_changes(
    staffed: Terminal, write: Callable[[str, str], Path]
) -> None:
    first = write("panen.md", MARKDOWN.format(tons="980"))
    story = staffed.prints("story", "new", first, "--as", WRITER)
    before = staffed.tells("story", "show", story)["body"]
    kinds = [block["_type"] for block in before]
    assert kinds == ["block", "table", "break", "block"]
    assert words_of(before[1]) == [["Desa", "Ton"], ["Sumber Arum", "1.250"], ["Tirta", "980"]]
    assert before[1]["headerRows"] == 1
    assert "Sumber Arum\t1.250\n" in staffed.does("story", "show", story)

    staffed.does("story", "save", story, write("lagi.md", MARKDOWN.format(tons="990")), "--as", WRITER)

    after = staffed.tells("story", "show", story)["body"]
    assert [block["_key"] for block in after] == [block["_key"] for block in before]
    assert words_of(after[1])[2] == ["Tirta", "990"]
    found = staffed.tells("story", "list", "--search", "Sumber Arum")
    assert [line["id"] for line in found] == [story]
