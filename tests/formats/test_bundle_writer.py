"""The bundle for the website: what is in it, and that its parts say what the story says."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from editor_app.formats.bundle_writer import write_bundle
from editor_app.formats.edition import Edition, picture_names
from editor_app.formats.html_writer import write_fragment, write_page
from editor_app.formats.zip_writer import write_zip
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, normal_story, story_from_json
from tests.formats.editions import CORRECTION, STORY_ID, drawn_picture, edition_of, hashes, small_story
from tests.formats.golden import assert_golden

ROOT = Path(__file__).parents[2]
STEM = "images/warga-sukamaju-tanam-seribu-pohon-di-tepi-sungai"


def opened(edition: Edition) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write_bundle(edition)))


def manifest(edition: Edition) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(opened(edition).read("manifest.json"))
    return data


def test_the_manifest_is_as_the_reference(corrected: Edition) -> None:
    assert_golden("manifest.json", opened(corrected).read("manifest.json").decode())


def test_the_story_is_as_the_reference(corrected: Edition) -> None:
    assert_golden("story.json", opened(corrected).read("story.json").decode())


def test_the_files_stand_in_their_order_with_plain_names(edition: Edition) -> None:
    assert opened(edition).namelist() == [
        "article.html",
        "body.html",
        f"{STEM}-01.jpg",
        f"{STEM}-02.jpg",
        f"{STEM}-03.jpg",
        "story.json",
        "manifest.json",
        "manifest-sha256.txt",
    ]


def test_page_fragment_and_pictures_are_those_of_the_edition(edition: Edition) -> None:
    bundle, names = opened(edition), picture_names(edition)
    assert bundle.read("article.html").decode() == write_page(edition, picture_path=names)
    assert bundle.read("body.html").decode() == write_fragment(edition, picture_path=names)
    for key, name in names.items():
        assert bundle.read(name) == edition.pictures[key].data


def test_the_story_comes_back_whole(edition: Edition) -> None:
    data = json.loads(opened(edition).read("story.json"))
    assert story_from_json(data) == edition.story
    assert (data["story"], data["revision"], data["number"], data["code"]) == (
        STORY_ID,
        edition.revision.id,
        1,
        edition.revision.code,
    )


def test_the_sums_are_those_of_every_other_file(edition: Edition) -> None:
    bundle = opened(edition)
    sums = dict(
        reversed(line.split("  ", 1)) for line in bundle.read("manifest-sha256.txt").decode().splitlines()
    )
    others = [name for name in bundle.namelist() if name != "manifest-sha256.txt"]
    assert sums == {name: hashlib.sha256(bundle.read(name)).hexdigest() for name in others}


def test_the_manifest_names_what_the_bytes_follow_from(corrected: Edition) -> None:
    data = manifest(corrected)
    assert data["revision"] == corrected.revision.id
    assert data["contentHash"] == corrected.revision.content_hash
    assert data["houseStyle"] == corrected.style.version
    assert data["approval"] == {
        "event": "e-42",
        "name": "Ratna Kusuma",
        "at": "2026-09-13T07:00:00.000Z",
        "waived": False,
    }
    assert data["correction"]["event"] == "e-50"
    assert data["proof"] is False


def test_a_proofs_manifest_names_no_approval(proof: Edition) -> None:
    data = manifest(proof)
    assert (data["proof"], data["approval"]) == (True, None)


def test_the_manifest_names_the_photographers_that_are_printed() -> None:
    photo = Attachment(key="p", sha256="0" * 64, creator="Rangga P.", agency="Humas Kota")
    pictures = {"p": drawn_picture(8, 8)}
    named = normal_story(Story(headline="Peta", photos=(photo,)))
    credited = normal_story(Story(headline="Peta", photos=(photo,), credits=Credits(photographers=("Tim Foto",))))
    assert manifest(edition_of(named, pictures=pictures))["photographers"] == ["Rangga P.", "Humas Kota"]
    assert manifest(edition_of(credited, pictures=pictures))["photographers"] == ["Tim Foto"]


def test_nothing_of_the_machine_or_the_desk_is_in_it(edition: Edition) -> None:
    whole = write_bundle(edition)
    for unsaid in (b"p-sari", str(ROOT).encode(), b"/tmp"):
        assert unsaid not in whole


def test_every_entry_has_the_same_date_and_plain_attributes(edition: Edition) -> None:
    entries = opened(edition).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr, entry.compress_type) for entry in entries} == {
        (3, 0o100644 << 16, zipfile.ZIP_STORED)
    }


def test_a_zip_keeps_the_order_it_is_given() -> None:
    with zipfile.ZipFile(io.BytesIO(write_zip([("b", b"2"), ("a", b"1")]))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == [("b", b"2"), ("a", b"1")]


@pytest.mark.parametrize(("zone", "seed"), [("Asia/Jakarta", "1"), ("America/St_Johns", "4242")])
def test_another_process_in_another_place_writes_the_same_bytes(zone: str, seed: str) -> None:
    here = hashes(edition_of(small_story(), correction=CORRECTION))
    there = subprocess.run(
        [sys.executable, "-m", "tests.formats.editions"],
        cwd=ROOT,
        env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert there.stdout.split() == here.split()


def test_any_change_of_revision_event_or_style_changes_the_bytes(edition: Edition, corrected: Edition) -> None:
    assert set(hashes(edition).split()).isdisjoint(hashes(corrected).split())
