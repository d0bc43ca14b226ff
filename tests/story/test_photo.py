import pytest

from editor_app.story.photo import (
    Attachment,
    Crop,
    FocalPoint,
    attachment_from_json,
    attachment_to_json,
    split_credit,
    split_lead_word,
)


@pytest.mark.parametrize(
    ("creator", "agency", "line"),
    [
        ("Bayu N.", "Humas Kota Tirta", "Bayu N. & Humas Kota Tirta"),
        ("Bayu N.", "", "Bayu N."),
        ("", "Humas Kota Tirta", "Humas Kota Tirta"),
        ("", "", ""),
    ],
)
def test_the_credit_line_follows_from_creator_and_agency(creator, agency, line):
    assert Attachment("f1", "0" * 64, creator=creator, agency=agency).credit == line


@pytest.mark.parametrize(
    ("credit", "parts"),
    [
        ("Foto: Bayu N. & Humas Kota Tirta", ("Bayu N.", "Humas Kota Tirta")),
        ("FOTO : Bayu N.", ("Bayu N.", "")),
        ("Photo: Bayu N.", ("Bayu N.", "")),
        ("Bayu N.", ("Bayu N.", "")),
        ("Bayu: N.", ("Bayu: N.", "")),
        ("Bayu & Dewi & Humas", ("Bayu", "Dewi & Humas")),
        ("  ", ("", "")),
    ],
)
def test_a_credit_line_is_taken_apart(credit, parts):
    assert split_credit(credit) == parts


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("FOKUS: Anak-anak membaca.", ("FOKUS:", " Anak-anak membaca.")),
        ("GOTONG ROYONG: Warga merakit.", ("GOTONG ROYONG:", " Warga merakit.")),
        ("Fokus: Anak-anak.", ("", "Fokus: Anak-anak.")),
        ("SATU DUA TIGA EMPAT: terlalu panjang.", ("", "SATU DUA TIGA EMPAT: terlalu panjang.")),
        ("12.30: Acara dimulai.", ("", "12.30: Acara dimulai.")),
        (": tanpa kata", ("", ": tanpa kata")),
        ("TANPA TITIK DUA", ("", "TANPA TITIK DUA")),
    ],
)
def test_the_capitals_that_open_a_caption_stand_apart(caption, parts):
    assert split_lead_word(caption) == parts


def test_an_attachment_is_written_and_read_as_it_was():
    photo = Attachment(
        "f1",
        "0" * 64,
        "a.jpg",
        "Keterangan",
        "Deskripsi",
        "Bayu",
        "Humas",
        "©",
        Crop(1, 2, 3, 4),
        FocalPoint(5, 6),
        True,
    )

    assert attachment_to_json(photo) == {
        "_key": "f1",
        "sha256": "0" * 64,
        "file": "a.jpg",
        "caption": "Keterangan",
        "alt": "Deskripsi",
        "creator": "Bayu",
        "agency": "Humas",
        "rights": "©",
        "crop": [1, 2, 3, 4],
        "focal": [5, 6],
        "lead": True,
    }
    assert attachment_from_json(attachment_to_json(photo)) == photo
