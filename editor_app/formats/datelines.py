"""The dateline that opens a first paragraph: "Kota, …", "Kota (12/9) – …", "CITY — …", "KOTA, KOMPAS — …"."""

import re
from dataclasses import dataclass
from datetime import date

from editor_app.formats.event_dates import DATE_IN_DATELINE, event_date, is_weekday_or_month
from editor_app.formats.word_set import words

_WORD = r"(?:[^\W\d_][\w'’.]*(?:-[^\W\d_][\w'’.]*)*)"
_JOINING = r"(?:upon|on|of|the|al|ar|as|de|del|la|le|les|van|der|den|di)"
_PLACE = rf"{_WORD}(?:[ \u00a0](?:{_JOINING}[ \u00a0])?{_WORD}){{0,3}}"
_OPENS = re.compile(rf"\s*(?P<place>{_PLACE}(?:/{_PLACE})?)")
_DASH = re.compile(r"(?:\s+(?:-{1,3}|[–—―])\s*|\s*(?:--|[–—―])\s*)(?=\S)")
_BRACKETED_DATE = re.compile(r"\s*,?\s*(?P<date>\([^()]{3,30}\))\s*[,:]?\s*(?=\S)")
_COMMA = re.compile(r"\s?,\s+(?=\S)")
_FURTHEST_DASH = 80  # characters: place, agency and date before it

# A capital at the start of a sentence makes no place of these.
_NO_PLACES = words(
    """
    acara adapun agar agenda akhirnya akibatnya alasannya alhamdulillah andai apabila apalagi artinya atas
    bagi bahkan bapak baru begitu bersama berikutnya besok biasanya bila bukan buktinya bupati camat
    contohnya dahulu dalam dan dari demi demikian dengan dewasa di dimana direktur dirjen disusul dosen dr
    dra drs dulu faktanya gubernur hal hanya harapannya hari hasilnya hingga ia ibu ini intinya ironisnya
    itu jadi jika juga kabid kadis kalau kamu kami kapolres kapolri karena kasi kata kedua keempat kelak
    kelima kemarin kemudian kepada kepala kendati kenyataannya ketiga ketika ketua kini kita konon
    koordinator lagi lalu lantas lebih lewat lurah lusa mahasiswa maka malam mantan masih masing melalui
    memang mengapa menteri menurut mereka meski meskipun mulai mulanya nah namun nantinya nanti nyatanya
    oleh pada padahal pagi pak para paling panitia pasalnya pekan pemerintah penulis perlu pertama peserta
    petugas presiden prof puncaknya rektor rupanya saat saking sambil sampai saya sayangnya seandainya sebab
    sebagai sebaliknya sebanyak sebelum sebelumnya sebentar sebuah sedangkan sehingga sejak sejauh sejumlah
    sekalipun sekarang sekaligus sekda sekian sekretaris selain selama selanjutnya selepas seluruh semalam
    semenjak sementara semoga semua semula seperti sepekan seperti serta sesuai sesudah setelah setiap siang
    singkatnya siswa sore sosialisasi sudah supaya syukurlah tahun tak tambahnya tapi tempo tentunya tepat
    terakhir terbaru tercatat terkait terlebih ternyata tetapi tiap tidak toh tujuannya ujarnya umumnya
    untuk usai wakil walau walaupun warga wartawan wali walikota yaitu yakni yang ya

    a about above according across after afterwards again all already also although among an and another any
    as at back because before being below besides both briefly but by chair chairman clearly councillor
    currently despite dear director doctor during each earlier either elsewhere even eventually every
    everyone finally first firstly following for formerly fortunately from further furthermore governor he
    hello hence her here his how however i if in indeed initially inside instead into it its just last late
    later lastly like many maybe mayor meanwhile minister moreover most mr mrs ms my near nearby never
    nevertheless next no nonetheless nor not now obviously of often oh ok okay on once one only or otherwise
    our outside over overall perhaps please president previously professor rather recently right sadly
    second secondly she similarly since sir so some soon still students such suddenly surely thanks that the
    their then there therefore these they third thirdly this those though through throughout thus to today
    together tomorrow tonight too toward two under unfortunately unlike until up usually we well what
    whatever when where whereas whether which while who why with within without yes yesterday yet you
    """
)
# A person and an office, "Budi Santoso, Ketua Panitia, …", looks like a place and its sentence.
_OFFICES = words(
    """
    anggota bupati camat dekan direktur dosen guru humas kabag kabid kadis kepala ketua koordinator lurah
    mahasiswa menteri pakar panitia pegiat pengurus perwakilan presiden rektor sekretaris siswa staf wakil
    wali warga chair chief councillor director head leader lecturer manager mayor member minister president
    professor secretary spokesperson
    """
)
_KINDS_OF_PLACE = words(
    "desa distrik kab kab. kabupaten kampung kec kec. kecamatan kelurahan kota provinsi pulau"
)
_AGENCIES = words("afp antara ap bbc cnn dpa humas kominfo kompas pa reuters tempo upi")
_ENDS_OF_NO_PLACE = ("nya", "lah", "kah")
_EXCEPT = frozenset({"kenya"})
_LIST_OF_PLACES = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}},? (?:dan|serta|atau|and|or) [^\W\d_a-z]")
_APPOSITION = re.compile(r"[^,.]{3,80},")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the day if it is told there, and how many characters of the paragraph the dateline takes."""

    place: str
    day: date | None
    length: int


def dateline_of(text: str, *, today: date, strong: int = 0) -> Dateline | None:
    """The dateline that a paragraph opens with; None where it has none that is plain to see.

    `strong` is how many characters at the start are set strong: a place set off like that needs less proof.
    """
    return _before_dash(text, today) or _before_bracket(text, today) or _before_comma(text, strong)


def _before_dash(text: str, today: date) -> Dateline | None:
    dash = _DASH.search(text, 1, _FURTHEST_DASH)
    opens = None if dash is None else _OPENS.match(text, 0, dash.start())
    if dash is None or opens is None or not _is_place(opens["place"]):
        return None
    if text[dash.end()].islower() and _DASH.search(text, dash.end(), dash.end() + _FURTHEST_DASH):
        return None  # a parenthesis: "Wiryo – nelayan setempat – pulang"
    place = opens["place"]
    rest = text[opens.end() : dash.start()]
    told = rest.strip(" \u00a0,")
    day = event_date(told, today=today, sure=True)
    undated = _without_date(told)
    parts = [part.strip() for part in re.split(r"[,()]", undated) if part.strip()]
    if not all(_is_place(part) or part[:1].isupper() for part in parts) or len(parts) > 2:  # noqa: PLR2004 - region and agency
        return None
    region = [part for part in parts if not _is_agency(part, place)]
    return Dateline(", ".join([place, *region]), day, dash.end())


def _without_date(told: str) -> str:
    """What is left of "Humas, Kamis (11/9)" when the day is taken out."""
    return max(
        (
            told[: found.start()] + told[found.end() :]
            for found in DATE_IN_DATELINE.finditer(told)
            if found[0].strip()
        ),
        key=lambda left: -len(left),
        default=told,
    )


def _before_bracket(text: str, today: date) -> Dateline | None:
    opens = _OPENS.match(text)
    if opens is None or not _is_place(opens["place"]):
        return None
    bracket = _BRACKETED_DATE.match(text, opens.end())
    day = None if bracket is None else event_date(bracket["date"], today=today, sure=True)
    if bracket is None or day is None or DATE_IN_DATELINE.fullmatch(bracket["date"]) is None:
        return None
    # "Rapat Kota (12/9) membahas …" goes on with its verb; a dateline is followed by a new sentence.
    return Dateline(opens["place"], day, bracket.end()) if _begins_sentence(text[bracket.end() :]) else None


def _before_comma(text: str, strong: int) -> Dateline | None:
    opens = _OPENS.match(text)
    comma = None if opens is None else _COMMA.match(text, opens.end())
    if opens is None or comma is None or not _is_place(opens["place"]):
        return None
    place, rest = opens["place"], text[comma.end() :]
    shouts = place == place.upper() and len(place) > 2  # noqa: PLR2004 - "A, …"
    set_off = shouts or comma.start() <= strong < comma.end() + 2
    return Dateline(place, None, comma.end()) if set_off or _is_followed_by_sentence(place, rest) else None


def _is_followed_by_sentence(place: str, rest: str) -> bool:
    """Whether what stands behind "Kota, " can be the story, and not the rest of a list or a person's office."""
    named = place.casefold().split()
    if named[0] in _KINDS_OF_PLACE:
        return True
    if not _begins_sentence(rest):
        return len(named) == 1 and _APPOSITION.match(rest) is None
    if _LIST_OF_PLACES.match(rest):
        return False
    holds_office = rest.split(maxsplit=1)[0].casefold() in _OFFICES and _APPOSITION.match(rest) is not None
    return len(named) == 1 or not holds_office


def _is_place(name: str) -> bool:
    named = name.replace("\u00a0", " ").split()
    first = named[0].casefold().rstrip(".")
    capitals = all(
        word[0].isupper() or not word[0].islower() for word in named if not re.fullmatch(_JOINING, word)
    )
    return (
        named[0][0] == named[0][0].upper()
        and capitals
        and first not in _NO_PLACES
        and not any(is_weekday_or_month(word) for word in named)
        and (first in _EXCEPT or not first.endswith(_ENDS_OF_NO_PLACE))
        and not (len(named) == 1 and first.endswith("ly") and len(first) > 3)  # noqa: PLR2004 - Ely is a city
    )


def _is_agency(part: str, place: str) -> bool:
    bare = part.casefold()
    shouts = part == part.upper() and place == place.upper()
    return shouts or ".co" in bare or bare.split()[0] in _AGENCIES or part == part.upper()


def _begins_sentence(rest: str) -> bool:
    first = rest.lstrip("“\"'‘«(")[:1]
    return bool(first) and not first.islower()
