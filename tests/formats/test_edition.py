"""What every format prints alike: names of files, the credits at the foot, the notices."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.formats.edition import (
    Edition,
    Picture,
    correction_label,
    correction_note,
    foot_lines,
    named_language,
    photo_credit,
    photographers,
    picture_names,
    proof_text,
    slug,
)
from editor_app.resources import resource
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story, normal_story
from editor_app.words import Trouble
from tests.formats.editions import STORY_ID, drawn_picture, edition_of

PHOTO = Attachment(key="one", sha256="1" * 64, file="IMG_9.JPG", creator="Rangga P.", agency="Humas Kota")


@pytest.fixture
def english() -> HouseStyle:
    return house_style(resource("house_styles", "press-office-en.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("WARGA TANAM SERIBU POHON", "warga-tanam-seribu-pohon"),
        ("Rapat—kerja: “hasil” 50%!", "rapat-kerja-hasil-50"),
        ("Jum’at Bersih, Jum'at Sehat", "jumat-bersih-jumat-sehat"),
        ("Łódź, Straße, Øst, Đà Nẵng", "lodz-strasse-ost-da-nang"),
        ("Café\N{NO-BREAK SPACE}co\N{SOFT HYPHEN}op", "cafe-coop"),
        ("CON", "article-con"),
        ("lpt1.", "article-lpt1"),
        ("console", "console"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "article-099a8057"),
        ("مدرسة جديدة", "article-099a8057"),
        ("🎉🎉", "article-099a8057"),
        ("a" * 200, "a" * 80),
        (f"{'kata ' * 15}penghabisan", "-".join(["kata"] * 15)),
    ],
)
def test_a_headline_becomes_a_plain_file_name(headline: str, name: str) -> None:
    assert slug(headline, STORY_ID) == name


def test_a_headline_without_letters_has_a_file_name_even_without_an_id() -> None:
    assert slug("🎉") == "article"


@given(st.text(max_size=300), st.uuids())
def test_every_file_name_is_short_plain_and_no_device(headline: str, story_id: object) -> None:
    name = slug(headline, str(story_id))
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 88
    assert not re.fullmatch("con|prn|aux|nul|(com|lpt)[0-9]", name)


def test_pictures_are_numbered_in_printed_order_and_equal_ones_share_a_file(edition: Edition) -> None:
    stem = "images/warga-sukamaju-tanam-seribu-pohon-di-tepi-sungai"
    assert picture_names(edition) == {
        "lead": f"{stem}-01.jpg",
        "seed": f"{stem}-02.jpg",
        "river": f"{stem}-03.jpg",
        "crowd": f"{stem}-02.jpg",
    }
    assert list(picture_names(edition)) == ["lead", "seed", "river", "crowd"]


def test_a_png_keeps_its_kind_in_its_name() -> None:
    told = normal_story(Story(headline="Peta", photos=(PHOTO,)))
    assert picture_names(edition_of(told, pictures={"one": drawn_picture(8, 8, "PNG")})) == {
        "one": "images/peta-01.png"
    }


@pytest.mark.parametrize(
    ("pictures", "code"),
    [({}, "picture-missing"), ({"one": Picture(b"RIFF", "image/webp", 8, 8)}, "picture-unprintable")],
)
def test_a_photo_that_cannot_be_printed_is_named(pictures: dict[str, Picture], code: str) -> None:
    told = normal_story(Story(headline="Peta", photos=(PHOTO,)))
    with pytest.raises(Trouble) as trouble:
        picture_names(edition_of(told, pictures=pictures))
    assert trouble.value.message.code == code
    assert trouble.value.message.params == {"file": "IMG_9.JPG"}


def test_the_foot_names_writers_photographers_and_editors_as_the_house_labels_them(edition: Edition) -> None:
    assert [line.text for line in foot_lines(edition)] == [
        "Penulis : Sari Wening & Bagas Pradipta",
        "Foto : Rangga P. & Dewi Lestari Putri & Humas Kota",
        "Editor : Humas Kota",
    ]


def test_photographers_whom_the_story_credits_are_printed_instead_of_the_photos_own(story: Story) -> None:
    credited = replace(story, credits=replace(story.credits, photographers=("Tim Foto",)))
    assert photographers(credited) == ("Tim Foto",)
    assert foot_lines(edition_of(credited))[1].text == "Foto : Tim Foto"


def test_a_name_in_other_capitals_is_the_same_name() -> None:
    told = Story(photos=(PHOTO, replace(PHOTO, key="two", creator="RANGGA P.", agency="Kantor Berita")))
    assert photographers(told) == ("Rangga P.", "Humas Kota", "Kantor Berita")


def test_a_line_without_names_is_left_out(english: HouseStyle) -> None:
    told = Story(headline="x", credits=Credits(writers=("Ann Dale",)))
    assert [line.text for line in foot_lines(edition_of(told, style=english))] == ["Words: Ann Dale"]


def test_a_photo_prints_its_own_credit_only_where_the_house_wants_it(edition: Edition) -> None:
    style = edition.style
    foot_only = house_style(style.source.replace("each_photo = true", "each_photo = false"))
    assert photo_credit(edition, PHOTO) == "Foto: Rangga P. & Humas Kota"
    assert photo_credit(replace(edition, style=foot_only), PHOTO) == ""
    assert photo_credit(edition, Attachment(key="bare", sha256="0" * 64)) == ""


def test_only_a_proof_bears_the_notice_and_the_code(edition: Edition, proof: Edition) -> None:
    assert proof_text(proof) == f"BELUM DISETUJUI – JANGAN DISEBARKAN · {proof.revision.code}"
    assert proof_text(edition) == ""


def test_a_correction_is_dated_by_the_newsrooms_own_day(corrected: Edition, edition: Edition) -> None:
    assert correction_label(corrected) == "Ralat (15 September 2026):"
    assert correction_note(corrected) == "Jumlah bibit seribu, bukan dua ribu."
    assert (correction_label(edition), correction_note(edition)) == ("", "")


@pytest.mark.parametrize(
    ("language", "named", "printed"),
    [("id", "id", "id"), ("zh-Hant-TW", "zh-Hant-TW", "zh-Hant-TW"), ("", "", "id"), ('x"y z', "", "id")],
)
def test_a_language_that_is_none_gives_way_to_the_houses(language: str, named: str, printed: str) -> None:
    told = Story(headline="x", language=language)
    assert named_language(told) == named
    assert edition_of(told).language == printed
