"""Words as a press office means them: what is right, what is a slip, and what was meant."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.spelling.forms import forms_of, stems_of
from editor_app.spelling.scripts import is_written_here
from editor_app.spelling.speller import MOST_SUGGESTED, Speller
from editor_app.spelling.suggesting import best_first, slips
from editor_app.spelling.tokens import Text
from editor_app.spelling.word_lists import WordList

NONE = WordList()


def wrong(speller: Speller, text: str, accepted: WordList = NONE) -> list[str]:
    """The words of a text that would be marked."""
    (found,) = speller.misspelt([Text(text)], accepted)
    return [word.text for word in found]


@pytest.mark.parametrize(
    "text",
    [
        # Words that the Indonesian dictionary alone would have marked.
        "unggahan luring daring swafoto antikorupsi pascabencana berita-beritanya Kemenkeu",
        "beritanya ceritanyalah unggahannya diunggah mengunggah terunggah pengunggah pengunggahan kuunggah",
        "dipertemukan keluarkan tandai rincian terlama sepekan berpeci terhubung pulihkan tampilan",
        "nonaktif prasejarah swadaya multietnis antarnegara narapidana pascapanen subjudul",
        "non-ASEAN anti-Amerika pro-Jakarta ber-KTP di-PHK se-Jawa KPK-lah e-KTP ke-PNS-an",
        "undang-undang anak-anak unggahan-unggahan foto-fotonya sebaik-baiknya ramah-tamah",
        "Selasa Jumat Februari relawan ponsel posko surel warganet hoaks UMKM BPBD Puskesmas",
        # English beside it, with its own ways of writing.
        "The mayor's library doesn’t open; readers' well-known self-service colors co-operate",
        "per\u00adpus\u00adta\u00adka\u00adan nai\u0308ve cafe\u0301 Zoë's",
        "YouTube WhatsApp iPhone",
        "dll. dsb. No. 5, Jl. Danau, S.Sos., a.n. Wali Kota, pukul 14.00 WIB, Rp5.000",
    ],
)
def test_what_the_press_writes_is_right(speller: Speller, text: str) -> None:
    assert wrong(speller, text) == []


@pytest.mark.parametrize(
    "word",
    [
        *("membca", "pemerentah", "kebijaksanan", "dilaksanakn", "perpustakan", "masyrakat", "kegaiatan"),
        *("berita-brita", "pascabncana", "antikorpsi", "beritannya", "menghadirii", "kejadianan", "ruamh"),
        *("hiden", "goverment", "Presidenn", "KOta", "pResiden", "PERPUSTAKAN", "don’tt"),
    ],
)
def test_a_slip_of_the_finger_is_marked(speller: Speller, word: str) -> None:
    assert wrong(speller, f"Kata {word} di sini.") == [word]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(("dirumah", "di rumah"), ("dimana", "di mana"), ("kedepan", "ke depan"), ("merubah", "mengubah")),
        *(("Silahkan", "Silakan"), ("RESIKO", "RISIKO"), ("praktek", "praktik"), ("jum’at", "Jumat")),
        *(("himbau", "imbau"), ("nasehat", "nasihat")),
    ],
)
def test_what_is_often_written_wrong_is_marked_with_what_is_meant(
    speller: Speller, word: str, meant: str
) -> None:
    assert wrong(speller, f"Kata {word} itu") == [word]
    assert speller.suggestions(word, NONE)[0] == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(
            ("membca", "membaca"),
            ("Presidenn", "Presiden"),
            ("MASYRAKAT", "MASYARAKAT"),
            ("goverment", "government"),
        ),
        *(("beritannya", "beritanya"), ("antikorpsi", "antikorupsi"), ("berita-brita", "berita-berita")),
    ],
)
def test_what_was_meant_is_among_the_suggestions(speller: Speller, word: str, meant: str) -> None:
    offered = speller.suggestions(word, NONE)

    assert meant in offered
    assert word not in offered
    assert len(offered) <= MOST_SUGGESTED


def test_words_of_the_house_are_suggested_first(speller: Speller) -> None:
    assert speller.suggestions("Tirtasri", WordList(["Tirtasari"]))[0] == "Tirtasari"


def test_nothing_like_it_gives_no_suggestion(speller: Speller) -> None:
    assert speller.suggestions("xqzjkw", NONE) == ()


def test_accepted_words_are_right_in_every_form_that_they_take(speller: Speller) -> None:
    text = "Wulandari WULANDARI tirtasari Tirtasari TIRTASARI tirtasarinya non-Wulandari Wulandari-lah"
    accepted = WordList(["Wulandari", "tirtasari"])

    assert wrong(speller, text, accepted) == []
    assert wrong(speller, "wulandari", accepted) == ["wulandari"]
    assert wrong(speller, "resiko", WordList(["resiko"])) == []


def test_in_a_headline_of_capitals_words_are_read_and_abbreviations_are_not(speller: Speller) -> None:
    assert wrong(speller, "BPBD DAN PMK BANGUN PERPUSTAKAN APUNG") == ["PERPUSTAKAN"]
    assert wrong(speller, "BANGNU") == ["BANGNU"]
    assert wrong(speller, "Kantor BAPEDA buka") == []


def test_code_and_other_scripts_are_left_alone(speller: Speller) -> None:
    (found,) = speller.misspelt([Text("Ketik pritn сейчас الآن", ((6, 11),))], NONE)
    assert found == ()


def test_texts_are_judged_each_for_itself(speller: Speller) -> None:
    first, second, third = speller.misspelt([Text("membca buku"), Text(""), Text("a membca")], NONE)

    assert [(word.start, word.end) for word in first] == [(0, 6)]
    assert second == ()
    assert [(word.start, word.end) for word in third] == [(2, 8)]


def test_only_so_many_words_are_remembered(speller: Speller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor_app.spelling.speller.MOST_REMEMBERED", 3)
    for text in ("warga desa membangun", "perpustakaan apung", "membca"):
        wrong(speller, text)

    assert len(speller._known) < 40
    assert wrong(speller, "warga membca") == ["membca"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_no_text_upsets_it(speller: Speller, text: str) -> None:
    for word in speller.misspelt([Text(text)], NONE)[0]:
        assert text[word.start : word.end] == word.text


@given(st.text("abcdeknmpgiunyarlsh-'", min_size=1, max_size=24))
def test_forms_are_made_of_parts_that_are_words(word: str) -> None:
    for form in forms_of(word):
        assert all(part and part != "" for part in form)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("menyapa", ("sapa",)),
        ("mengirim", ("kirim",)),
        ("memilih", ("pilih",)),
        ("menulis", ("tulis",)),
        ("membaca", ("baca",)),
        ("melihat", ("lihat",)),
        ("dipukul", ("memukul",)),
        ("ditulis", ("menulis",)),
        ("disapa", ("menyapa",)),
        ("dikirim", ("mengirim",)),
        ("dijual", ("menjual",)),
        ("dibaca", ("membaca",)),
        ("dirawat", ("merawat",)),
        ("keterbacaan", ("terbaca",)),
        ("Ratri's", ("Ratri",)),
        ("readers'", ("readers",)),
    ],
)
def test_verbs_melt_their_first_sound_as_the_language_does(word: str, form: tuple[str, ...]) -> None:
    assert form in forms_of(word)


def test_a_stem_stands_between_a_bound_form_and_an_ending() -> None:
    assert ("anti", "korpsi", "") in list(stems_of("antikorpsi"))
    assert ("", "beritan", "nya") in list(stems_of("beritannya"))
    assert list(stems_of("warga")) == []


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("membca", "membaca", 1),
        ("ruamh", "rumah", 1),
        ("satu", "dua", 4),
        ("ab", "ba", 1),
    ],
)
def test_slips_are_counted(one: str, other: str, distance: int) -> None:
    assert slips(one, other) == distance
    assert slips(other, one) == distance


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_between_two_words_there_are_as_many_slips_one_way_as_the_other(one: str, other: str) -> None:
    counted = slips(one, other)
    assert counted == slips(other, one)
    assert (counted == 0) == (one == other)
    assert abs(len(one) - len(other)) <= counted <= max(len(one), len(other))


def test_the_nearest_word_goes_first_and_the_far_ones_go() -> None:
    assert best_first("membca", ["membembam", "membea", "membaca", "mem-"]) == ("membea", "membaca")


@pytest.mark.parametrize(
    ("word", "languages", "there"),
    [
        ("kata", ("id",), True),
        ("слово", ("id",), False),
        ("слово", ("id", "ru"), True),
        ("kata", ("ru",), False),
        ("kata", (), True),
        ("élan", ("en",), True),
        ("العربية", ("ar",), True),
    ],
)
def test_a_word_is_looked_up_where_its_letters_are_known(
    word: str, languages: tuple[str, ...], *, there: bool
) -> None:
    assert is_written_here(word, languages) is there
