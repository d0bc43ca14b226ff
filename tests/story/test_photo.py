import pytest

from editor_app.story.photo import (
    Attachment,
    Crop,
    FocalPoint,
    attached_to,
    attachment_from_json,
    attachment_to_json,
    described,
    moved,
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


def test_the_first_photo_of_a_story_leads_it_and_later_ones_do_not():
    one, two = Attachment("p1", "a" * 64), Attachment("p2", "b" * 64)
    led = attached_to((), (one, two))
    assert [photo.lead for photo in led] == [True, False]
    assert [photo.lead for photo in attached_to(led, (Attachment("p3", "c" * 64),))] == [True, False, False]


def test_a_new_lead_takes_the_place_of_the_old_one():
    photos = (Attachment("p1", "a" * 64, lead=True), Attachment("p2", "b" * 64))
    assert [photo.lead for photo in described(photos, "p2", lead=True)] == [False, True]
    assert described(photos, "p2", caption="FOKUS: Rapat.")[1].caption == "FOKUS: Rapat."


@pytest.mark.parametrize(("by", "order"), [(1, "bac"), (2, "bca"), (-1, "abc"), (3, "abc")])
def test_a_photo_moves_within_the_row(by, order):
    photos = tuple(Attachment(key, key * 64) for key in "abc")
    assert "".join(photo.key for photo in moved(photos, "a", by)) == order
    assert moved(photos, "z", 1) == photos
