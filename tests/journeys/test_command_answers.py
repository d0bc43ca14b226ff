"""How the command answers: what stands on which stream, exit status, JSON keys, ids, folders and languages."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.journeys.press import EDITOR, PHOTOGRAPHER, SECOND_EDITOR, STORY, WRITER
from tests.journeys.terminal import Terminal

Write = Callable[[str, str], Path]
SHOW_KEYS = [
    *("id", "state", "publication", "revision", "code", "headline", "kicker", "standfirst", "dateline"),
    *("event_date", "section", "language", "keywords", "writers", "photographers", "editors", "body", "photos"),
]


def test_init_makes_a_newsroom_once(empty: Terminal) -> None:
    assert empty.prints("init") == str(empty.folder)
    assert {path.name for path in empty.folder.iterdir()} >= {"newsroom.db", "media", "house-style"}
    assert str(empty.folder) in empty.refuses("init")
    assert empty.tells("story", "list") == []
    assert empty.tells("person", "list") == []


def test_a_newsroom_may_have_the_english_house_style(empty: Terminal, write: Write) -> None:
    empty.does("init", "--style", "press-office-en")
    empty.prints("person", "add", WRITER, "--role", "writer")
    story = empty.prints("story", "new", write("naskah.md", STORY), "--as", WRITER)
    told = empty.tells("story", "show", story)
    assert (told["section"], told["language"]) == ("News", "en")
    assert "Words: Ratri Maheswari & Wira Adiguna\n" in empty.does("story", "show", story)


def test_a_house_style_that_is_none_is_refused_and_makes_nothing(empty: Terminal) -> None:
    said = empty.refuses("init", "--style", "koran")
    assert "koran" in said
    assert "press-office-id" in said
    assert not empty.folder.exists()


def test_one_person_may_have_several_roles(empty: Terminal) -> None:
    empty.does("init")
    person = empty.prints("person", "add", "Budi, S.Sos.", "--role", "writer", "--role", "editor")
    (told,) = empty.tells("person", "list")
    assert (told["id"], told["name"], told["roles"]) == (person, "Budi, S.Sos.", ["editor", "writer"])
    assert empty.does("person", "list") == "Budi, S.Sos.  (editor, penulis)\n"
    assert "BUDI, S.SOS." in empty.refuses("person", "add", "BUDI, S.SOS.", "--role", "writer")


def test_the_list_tells_what_others_rely_on(ready: Terminal, story: str) -> None:
    (row,) = ready.tells("story", "list")
    updated = row.pop("updated")
    assert datetime.fromisoformat(updated).tzinfo is not None
    assert row == {
        "id": story,
        "state": "draft",
        "publication": "none",
        "headline": "WARGA SUMBER ARUM BANGUN PERPUSTAKAAN APUNG",
        "section": "Berita",
    }


def test_the_list_keeps_a_state_and_finds_words(ready: Terminal, story: str, write: Write) -> None:
    other = ready.prints("story", "new", write("b.md", "# PASAR\n\nTirta, Ikan segar.\n"), "--as", WRITER)
    ready.does("submit", story, "--as", WRITER)

    def ids(*options: str) -> list[str]:
        return [row["id"] for row in ready.tells("story", "list", *options)]

    assert ids() == [story, other]  # what changed last stands first
    assert ids("--state", "draft") == [other]
    assert ids("--state", "in-review") == [story]
    assert ids("--state", "live") == []
    assert ids("--search", "perpustakaan") == [story]
    assert ids("--search", "ikan segar") == [other]
    assert ids("--search", "membaca rak") == [story]  # of a caption
    assert ids("--search", "perpustakaan", "--state", "draft") == []
    assert ids("--search", "kapal") == []


def test_show_tells_what_others_rely_on(ready: Terminal, story: str) -> None:
    told = ready.tells("story", "show", story)
    assert list(told) == SHOW_KEYS
    assert told["id"] == story
    assert told["code"].startswith("R3-")
    assert len(told["revision"]) == 64
    assert told["keywords"] == []
    opening = told["body"][0]
    assert opening == {
        "_type": "block",
        "_key": opening["_key"],
        "style": "normal",
        "children": [
            {
                "_type": "span",
                "text": "Warga Desa Sumber Arum membangun perpustakaan di atas rakit bambu.",
                "marks": [],
            }
        ],
        "markDefs": [],
    }
    quote, photo, heading, linked = told["body"][1:]
    assert [span["marks"] for span in quote["children"]] == [[], ["strong"], []]
    assert (photo["_type"], photo["photo"]) == ("photo", told["photos"][1]["key"])
    assert heading["style"] == "h2"
    (link,) = linked["markDefs"]
    assert (link["_type"], link["href"]) == ("link", "https://sumber-arum.example/rakit")
    assert [span["text"] for span in linked["children"] if link["_key"] in span["marks"]] == ["Laman desa"]


def test_check_tells_code_severity_sentence_and_place(staffed: Terminal, tmp_path: Path, write: Write) -> None:
    story = staffed.prints("story", "new", write("a.txt", "JUDUL\n\nWarga berkumpul.\n"), "--as", WRITER)
    findings = staffed.speaking("en").tells("check", story)
    assert all(list(finding) == ["code", "severity", "message", "where"] for finding in findings)
    assert {(finding["code"], finding["severity"]) for finding in findings} == {
        ("dateline-missing", "error"),
        ("lead-missing", "error"),
        ("writer-missing", "error"),
        ("editor-missing", "error"),
        ("photographer-missing", "warning"),
    }
    severities = [finding["severity"] for finding in findings]
    assert severities == sorted(severities, key=["error", "warning", "hint"].index)
    dateline = next(finding for finding in findings if finding["code"] == "dateline-missing")
    assert dateline["message"] == "The dateline is missing: name the city."
    assert dateline["where"] == {"field": "dateline", "start": 0, "end": 0}
    assert staffed.tells("check", story)[0]["message"] != findings[0]["message"]
    assert "Required: The dateline is missing" in staffed.speaking("en").does("check", story)
    assert (
        staffed.speaking("en").refuses("submit", story, "--as", WRITER).startswith("Not yet, and 3 more to mend")
    )


def test_a_finding_at_a_photo_names_its_key(ready: Terminal, story: str, tmp_path: Path) -> None:
    image = tmp_path / "foto.png"
    shutil.copyfile(next((ready.folder / "media").glob("*/*")), image)
    key = ready.prints("photo", "add", story, image, "--as", PHOTOGRAPHER)
    wheres = {finding["code"]: finding["where"] for finding in ready.tells("check", story)}
    here = {"photo": key, "start": 0, "end": 0}
    assert wheres == {"caption-missing": here, "credit-missing": here, "alt-missing": here}


def test_an_id_may_be_cut_short_as_long_as_it_is_one(ready: Terminal, story: str, write: Write) -> None:
    assert ready.tells("story", "show", story[:6])["id"] == story
    other = ready.prints("story", "new", write("b.md", "# PASAR\n\nTirta, Ikan segar.\n"), "--as", WRITER)
    shared = next(n for n in range(len(story)) if story[n] != other[n])
    assert ready.tells("story", "show", story[: shared + 1])["id"] == story
    assert story[:shared] in ready.refuses("story", "show", story[:shared])
    assert "ffff" in ready.refuses("story", "show", "ffff")


def test_the_folder_is_named_before_or_after_the_verb_and_goes_before_the_environment(
    ready: Terminal, story: str, tmp_path: Path
) -> None:
    elsewhere = Terminal(tmp_path / "nowhere")
    for words in (
        ("--data-dir", ready.folder, "story", "show", story),
        ("story", "show", "--data-dir", ready.folder, story),
        ("story", "show", story, "--data-dir", ready.folder),
    ):
        assert elsewhere.tells(*words)["id"] == story
    assert str(elsewhere.folder) in elsewhere.refuses("story", "list")
    assert not elsewhere.folder.exists()


def test_without_a_name_nobody_acts(ready: Terminal, story: str, write: Write) -> None:
    assert "--as" in ready.refuses("submit", story)
    assert "--as" in ready.refuses("story", "new", write("b.md", STORY))
    assert ready.tells("story", "show", story)["state"] == "draft"


def test_a_name_is_known_whatever_its_capitals(ready: Terminal, story: str) -> None:
    ready.does("submit", story, "--as", WRITER.upper())
    assert ready.tells("story", "show", story)["state"] == "in-review"


@pytest.mark.parametrize(
    "words",
    [
        ("story",),
        ("nonsense",),
        ("story", "list", "--state", "asleep"),
        ("person", "add", "Ani"),
        ("person", "add", "Ani", "--role", "boss"),
        ("live", "0"),
        ("export", "0", "--format", "pdf", "--out", "x"),
        ("export", "0", "--out", "x"),
        ("photo", "add", "0"),
        ("photo", "add", "0", "a.jpg", "--after", "two"),
        ("verify",),
    ],
)
def test_a_command_that_is_none_is_usage(staffed: Terminal, words: tuple[str, ...]) -> None:
    answer = staffed.run(*words)
    assert (answer.status, answer.stdout) == (2, "")
    assert answer.stderr.startswith("Cara pakai: editor-app")
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("language", ["id", "en"])
def test_help_stands_in_the_language_that_is_asked_for(staffed: Terminal, language: str) -> None:
    told = Terminal(staffed.folder, "en" if language == "en" else "id").does("--help")
    assert ("Without a verb it opens the window" in told) is (language == "en")
    assert ("Tanpa perintah, jendela dibuka" in told) is (language == "id")
    for verb in ("demo", "init", "person", "story", "photo", "check", "submit", "export", "verify", "live"):
        assert verb in told


def test_both_languages_say_what_happened(ready: Terminal, story: str) -> None:
    code = ready.tells("story", "show", story)["code"]
    assert ready.prints("submit", story, "--as", WRITER) == f"{code}: Menunggu persetujuan"
    assert ready.speaking("en").prints("recall", story, "--as", WRITER) == f"{code}: Draft"
    indonesian = ready.refuses("approve", story, "--as", EDITOR)
    english = ready.speaking("en").refuses("approve", story, "--as", EDITOR)
    assert english == "Only a story in review can be approved; this one stands at “Draft”."
    assert indonesian == "Hanya naskah yang menunggu persetujuan yang dapat disetujui; status naskah ini “Draf”."


def test_without_a_wish_the_newsroom_speaks_its_own_language(staffed: Terminal) -> None:
    unasked = Terminal(staffed.folder, surroundings={"EDITOR_APP_LANGUAGE": "", "LANG": "en_GB.UTF-8"})
    assert unasked.refuses("story", "show", "0").startswith("Tidak ada naskah")


def test_a_window_without_a_screen_is_refused_in_a_sentence(staffed: Terminal) -> None:
    blind = Terminal(
        staffed.folder, "en", surroundings={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    )
    assert "no screen" in blind.refuses()
    assert "no screen" in blind.refuses("sample")


def test_the_people_of_the_journeys_are_listed(staffed: Terminal) -> None:
    told = staffed.tells("person", "list")
    assert [person["name"] for person in told] == sorted((WRITER, PHOTOGRAPHER, EDITOR, SECOND_EDITOR))
    assert all(list(person) == ["id", "name", "roles", "here"] and not person["here"] for person in told)
