"""`editor-app demo`: the whole job on the sample story, and every file that it leaves."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor_app.resources import resource
from tests.journeys.exports import Expected, Photo, Text, check_bundle, check_docx, check_page
from tests.journeys.terminal import Answer, Terminal

SAMPLE: Mapping[str, Any] = tomllib.loads(resource("sample", "newsroom.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "hasil"


@pytest.fixture(scope="module")
def demo(out: Path) -> Answer:
    """The demo, run once: its pictures are drawn at twelve megapixels."""
    answer = Terminal(out.with_name("none")).run("demo", "--out", out)
    assert (answer.status, answer.stderr) == (0, ""), answer
    return answer


def paths(answer: Answer) -> list[Path]:
    """The paths that the demo prints, one a line behind its label."""
    return [Path(line.partition(": ")[2]) for line in answer.stdout.splitlines()]


def expected() -> Expected:
    """The sample story as it must be printed, read from the sample itself."""
    blocks = resource("sample", SAMPLE["story"]["file"]).read_text("utf-8").split("\n\n")
    headline, *rest = [block.strip() for block in blocks if block.strip()]
    texts = [block for block in rest if not block.startswith(("Penulis :", "Foto :", "Editor :"))]
    dateline, _, opening = texts[0].partition(", ")
    photos = [
        (
            photo.get("after"),
            Photo(photo["caption"], f"{photo['creator']} & {photo['agency']}", photo["alt"], (1600, 1067)),
        )
        for photo in SAMPLE["photo"]
    ]
    body: list[Text | Photo] = []
    for number, text in enumerate((opening, *texts[1:]), start=1):
        body += [Text(text), *(photo for after, photo in photos if after == number)]
    return Expected(
        headline=headline.removeprefix("# "),
        foot=tuple(block for block in rest if block not in texts),
        newsroom=SAMPLE["name"],
        section=SAMPLE["story"]["section"],
        approved_by=SAMPLE["person"],
        kicker=SAMPLE["story"]["kicker"],
        standfirst=SAMPLE["story"]["standfirst"],
        dateline=f"{dateline}, ",
        day="12 November 2026",
        lead=photos[0][1],
        body=tuple(body),
        keywords=tuple(SAMPLE["story"]["keywords"]),
    )


def test_the_demo_prints_its_newsroom_and_its_three_exports(demo: Answer, out: Path) -> None:
    newsroom, document, page, bundle = paths(demo)
    assert newsroom == out / "newsroom"
    assert (newsroom / "newsroom.db").is_file()
    assert (document.suffix, page.name, bundle.suffix) == (".docx", "article.html", ".zip")
    left = {path.relative_to(out).parts[0] for path in out.rglob("*") if path.is_file()}
    assert left == {"newsroom", "exports"}


def test_the_exports_of_the_demo_hold_every_paragraph_and_photo(demo: Answer) -> None:
    _, document, page, bundle = paths(demo)
    story = expected()
    assert len(story.photos) == 5
    height = page_height(page)
    story = replace(
        story,
        lead=sized(story.lead, height),
        body=tuple(sized(part, height) if isinstance(part, Photo) else part for part in story.body),
    )
    check_docx(document, story)
    check_page(page, story)
    check_bundle(bundle, story)


def test_the_newsroom_of_the_demo_is_one_to_work_on(demo: Answer, tmp_path: Path) -> None:
    newsroom, *_, bundle = paths(demo)
    desk = Terminal(newsroom)
    (row,) = desk.tells("story", "list")
    assert (row["state"], row["publication"]) == ("approved", "exported")
    photos = desk.tells("photo", "list", row["id"])
    assert all(photo["width"] * photo["height"] >= 12_000_000 for photo in photos)
    assert [photo["file"] for photo in photos] == [photo["file"] for photo in SAMPLE["photo"]]
    assert "Edi Santoso" in desk.prints("verify", bundle)
    desk.does("live", row["id"], "--address", "https://contoh.example/rakor")  # the laptop's person acts
    again = desk.prints("export", row["id"], "--format", "bundle", "--out", tmp_path)
    assert Path(again).read_bytes() == bundle.read_bytes()


def test_a_folder_with_another_newsroom_is_left_alone(staffed: Terminal) -> None:
    before = staffed.does("person", "list")
    assert str(staffed.folder) in staffed.refuses("demo", "--out", staffed.folder.parent)
    assert staffed.does("person", "list") == before


def page_height(page: Path) -> int:
    """The height of the sample's pictures at 1600 px of width, as the first original has it."""
    newsroom = Terminal(page.parents[2] / "newsroom")
    (row,) = newsroom.tells("story", "list")
    photo = newsroom.tells("photo", "list", row["id"])[0]
    return round(1600 * photo["height"] / photo["width"])


def sized(photo: Photo | None, height: int) -> Photo:
    """The photo at the height that is printed."""
    assert photo is not None
    return replace(photo, size=(1600, height))
