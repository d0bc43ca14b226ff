"""Headlines in another case, the names written as the story writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.story.casing import CASES, Case, next_case, set_case
from editor_app.story.photo import Attachment
from editor_app.story.story import Credits, Story
from editor_app.story.written_names import Names, cased, lower, names_of, words_of

BODY = (
    "KPU Kota Malang menggelar rapat koordinasi (rakor) di Balai Kota. Acara itu dihadiri Wali Kota Malang.",
    "Di kota ini, kata Ketua KPU Rudi Hartono, semua siap. “Kami siap,” ujar Rudi kepada PT iSoft.",
    "FOKUS: Suasana rapat.",
)
EXTRA = ("September", "Sabtu")


def set_to(case: Case, text: str, language: str = "id", body: tuple[str, ...] = BODY) -> str:
    return set_case(text, case, Names(text, body, EXTRA), language)


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Rapat PSSI", "Rapat PSSI"),
        ("Rapat Warga", "Rapat warga"),
        ("KPU KOTA MALANG GELAR RAKOR", "KPU Kota Malang gelar rakor"),
        ("WALI KOTA MALANG BUKA RAKOR", "Wali Kota Malang buka rakor"),
        ("WALI KOTA BUKA RAKOR", "Wali kota buka rakor"),
        ("RAKOR DI BALAI KOTA", "Rakor di Balai Kota"),
        ("SABTU, 5 SEPTEMBER: KOTA SIAP", "Sabtu, 5 September: kota siap"),
        ("“KAMI SIAP,” KATA RUDI. RAKOR USAI", "“Kami siap,” kata Rudi. Rakor usai"),
        ("KETUA DATANG", "Ketua datang"),
        ("KATA KETUA: SIAP", "Kata ketua: siap"),
        ("FOKUS RAPAT", "Fokus rapat"),
        ("ISOFT DAN KPU", "iSoft dan KPU"),
        ("UNDANG-UNDANG JILID II", "Undang-undang jilid II"),
        ("ANTI-KPU", "Anti-KPU"),
        ("PSSI Datang ke Malang", "PSSI datang ke Malang"),
        ("Kpu kota malang", "KPU Kota Malang"),
        ("APA ITU? SIAPA DIA!", "Apa itu? Siapa dia!"),
        ("2026 TAHUN RAKOR", "2026 tahun rakor"),
        ("", ""),
        ("– 5 –", "– 5 –"),
    ],
)
def test_a_headline_in_sentence_case_keeps_the_names_of_the_body(headline: str, sentence: str) -> None:
    assert set_to("sentence", headline) == sentence


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("KPU KOTA MALANG GELAR RAKOR DI BALAI KOTA", "id", "KPU Kota Malang Gelar Rakor di Balai Kota"),
        ("undang-undang dan tata-cara", "id", "Undang-Undang dan Tata-cara"),
        ("di mana itu", "id", "Di Mana Itu"),
        ("the mayor of the city and the vote", "en", "The Mayor of the City and the Vote"),
        ("rakor di kota", "fr", "Rakor Di Kota"),
    ],
)
def test_title_case_leaves_the_small_words_of_a_language(text: str, language: str, title: str) -> None:
    assert set_to("title", text, language) == title


def test_upper_and_lower_case_leave_no_letter_out_and_keep_the_length() -> None:
    assert set_to("upper", "Kpu kota – straße ﬁx") == "KPU KOTA – STRAßE ﬁX"
    assert set_to("lower", "KPU İstanbul") == "kpu İstanbul"


def test_in_the_middle_of_a_sentence_nothing_gets_a_capital() -> None:
    names = Names("RAPAT KPU", BODY)
    assert set_case("RAPAT KPU", "sentence", names, "id", before="Ia memimpin ") == "rapat KPU"
    assert set_case("RAPAT KPU", "sentence", names, "id", before="Ia datang. ") == "Rapat KPU"
    assert set_case("RAPAT KPU", "sentence", names, "id", before="“") == "Rapat KPU"


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    body = ("Panen raya usai. Warga senang.", "Surabaya Barat ramai.")
    assert set_to("sentence", "HARI PANEN WARGA SURABAYA BARAT", body=body) == "Hari panen warga Surabaya Barat"
    noted = ("Panitia Kota bekerja. Para panitia senang.",)
    assert set_to("sentence", "KERJA PANITIA KOTA", body=noted) == "Kerja panitia Kota"


def test_the_end_of_a_longer_word_teaches_nothing_of_the_word() -> None:
    assert set_to("sentence", "WARGA KOTA", body=("Lomba se-Kota usai.",)) == "Warga kota"
    assert set_to("sentence", "WARGA SE-KOTA", body=("Lomba se-Kota usai.",)) == "Warga se-Kota"


def test_a_word_that_stands_everywhere_is_looked_at_often_enough() -> None:
    body = ("Ia ke Malang. " * 60 + "Ia ke malang.",)
    assert set_to("sentence", "KE MALANG", body=body) == "Ke Malang"


def test_a_text_in_capitals_teaches_nothing() -> None:
    assert set_to("sentence", "PANEN RAYA", body=("PANEN RAYA DI DESA",)) == "Panen raya"


def test_a_word_that_is_written_small_too_is_small() -> None:
    assert set_to("sentence", "SEMUA KOTA", body=("Ia ke Kota. Ia suka kota.",)) == "Semua kota"


def test_the_names_of_a_story_come_from_all_that_it_says_but_not_from_what_is_changed() -> None:
    story = Story(
        headline="MALANG",
        dateline="Malang",
        standfirst="Warga bersama PMI.",
        credits=Credits(writers=("Sari Wening",)),
        photos=(Attachment("p1", "a" * 64, "a.jpg", caption="FOKUS: Rapat di Aula Barat."),),
    )
    sought = "SARI DI MALANG BERSAMA PMI DI AULA BARAT PADA SABTU"
    known = names_of(sought, story, (), EXTRA)
    assert set_case(sought, "sentence", known, "id") == "Sari di Malang bersama PMI di Aula Barat pada Sabtu"
    without = names_of(sought, story, (), without="Warga bersama PMI.")
    assert without.word("PMI") is None
    shouting = Story(dateline="MALANG")
    assert names_of("MALANG", shouting, ()).word("malang") is None


def test_the_key_goes_round_and_back_to_where_it_began() -> None:
    text = "KPU KOTA MALANG GELAR RAKOR"
    names = Names(text, BODY)
    stands, case, seen = text, None, []
    for _ in range(5):
        case = next_case(text, names, "id", last=case)
        stands = set_case(text, case, names, "id")
        seen.append(stands)
    assert seen == [
        "KPU Kota Malang gelar rakor",
        "KPU Kota Malang Gelar Rakor",
        "kpu kota malang gelar rakor",
        "KPU KOTA MALANG GELAR RAKOR",
        "KPU Kota Malang gelar rakor",
    ]


def test_a_text_of_no_one_case_begins_with_sentence_case() -> None:
    text = "rapat Di kota"
    assert next_case(text, Names(text), "id") == "sentence"


def test_a_text_without_letters_stays_where_the_key_began() -> None:
    assert next_case("2026", Names("2026"), "id") in CASES


TEXTS = st.text(st.sampled_from("aBcßİﬁﾟ .-’“”:😀é\u0301\n1KPU"), max_size=30)


@given(TEXTS, st.sampled_from(CASES), st.sampled_from(["id", "en", ""]), TEXTS)
def test_a_case_keeps_every_sign_in_its_place(text: str, case: Case, language: str, body: str) -> None:
    fresh = set_case(text, case, Names(text, (body, *BODY), EXTRA), language)
    assert len(fresh) == len(text)
    assert lower(cased(fresh, str.upper)) == lower(cased(text, str.upper))
    assert set_case(fresh, case, Names(fresh, (body, *BODY), EXTRA), language) == fresh or case in {
        "sentence",
        "title",
    }


@given(TEXTS)
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    for word in words_of(text):
        assert text[word.start :].startswith(word.text)
