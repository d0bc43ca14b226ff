"""A house that prints its headlines in capitals: every export and proof does, and stores what was written."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from editor_app.formats.bundle_writer import write_bundle
from editor_app.formats.docx_writer import write_docx
from editor_app.formats.edition import Edition
from editor_app.formats.html_writer import write_page
from editor_app.resources import resource
from editor_app.story.house_style import house_style
from tests.formats.editions import edition_of, small_story

HEADLINE = "Warga Sukamaju tanam pohon & bambu"
SOURCE = resource("house_styles", "press-office-id.toml").read_text("utf-8")


def shouting() -> Edition:
    style = house_style(SOURCE.replace("print_upper = false", "print_upper = true"))
    return edition_of(replace(small_story(), headline=HEADLINE), style=style)


@pytest.fixture(params=["export", "proof"])
def shouted(request: pytest.FixtureRequest) -> Edition:
    return shouting() if request.param == "export" else replace(shouting(), proof=True, approval=None)


def test_word_prints_capitals_and_names_the_file_as_it_is_stored(shouted: Edition) -> None:
    document = Document(io.BytesIO(write_docx(shouted)))
    titles = [each.text for each in document.paragraphs if each.style.name == "Title"]
    assert titles == [HEADLINE.upper()]
    assert document.core_properties.title == HEADLINE


def test_a_page_prints_capitals_under_the_title_that_is_stored(shouted: Edition) -> None:
    paths = {key: f"images/{key}" for key in shouted.pictures}
    page = write_page(shouted, picture_path=paths)
    assert "<h1>WARGA SUKAMAJU TANAM POHON &amp; BAMBU</h1>" in page
    assert "<title>Warga Sukamaju tanam pohon &amp; bambu</title>" in page


def test_a_bundle_keeps_what_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(write_bundle(shouting()))) as archive:
        assert json.loads(archive.read("story.json"))["headline"] == HEADLINE
        assert json.loads(archive.read("manifest.json"))["title"] == HEADLINE


def test_a_house_that_does_not_want_it_prints_what_is_stored() -> None:
    edition = edition_of(replace(small_story(), headline=HEADLINE))
    document = Document(io.BytesIO(write_docx(edition)))
    assert [each.text for each in document.paragraphs if each.style.name == "Title"] == [HEADLINE]
