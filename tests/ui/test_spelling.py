"""Spelling while one writes: what is marked, when, and where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from editor_app.spelling.tokens import Word, words_of
from editor_app.story.body import Link, Span, TextBlock
from editor_app.story.story import Credits, Story
from editor_app.ui.keeping import Keeping
from editor_app.ui.spelling.checking import moved
from tests.ui.hands import CONTROL, choose, entry_of, fill, key, open_menu, press, typed
from tests.ui.office import Office, picture
from tests.ui.spelt import checked, marked, sit_down_to_write, told_now
from tests.ui.steps import add_photos, at_rest, open_card, to_body

pytestmark = pytest.mark.usefixtures("spelt")
NAMES = "Abaikan nama dari naskah ini"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def waves(editor: QTextEdit) -> list[str]:
    """The words that bear a wavy line on the screen."""
    document = editor.document()
    found: list[str] = []
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        text = block.text().encode("utf-16-le")  # Qt counts its units
        waved = [each for each in block.layout().formats() if each.format.underlineStyle() == WAVE]
        found.extend(text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in waved)
    return found


def test_a_misspelt_word_is_marked_once_the_caret_leaves_it(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "")
    to_body(window)
    typed("Warga membca")
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["membca"]
    assert waves(window.page.body) == []

    typed(" ")
    checked(window, qtbot)
    assert waves(window.page.body) == ["membca"]
    assert window.story.document.body()[0] == window.story.story().body[0]  # marks are none of the story's


def test_a_mark_is_seen_by_more_than_its_colour_and_leaves_no_undo_step(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membca")
    assert waves(window.page.body) == ["membca"]
    assert window.story.document.availableUndoSteps() == 0
    assert not window.story.document.isUndoAvailable()


def test_marks_are_no_change_of_the_story(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membca", headline="WARGA MEMBCA", standfirst="Buku bru")
    add_photos(window, qtbot, picture(tmp_path / "x.png"))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    fill(card.fields.caption, "Anak membca buku. ")
    checked(window, qtbot)
    to_body(window)
    at_rest(window, qtbot)
    body, edits = window.story.story().body, window.story._keeper.edits
    states: list[object] = []
    window.story.edited.connect(lambda: states.append("edited"))
    window.story.kept.connect(lambda: states.append(window.story.keeping))

    window.spelling.spelling.switch(on=False)
    assert waves(window.page.body) == []
    window.spelling.spelling.switch(on=True)
    checked(window, qtbot)
    for _ in range(4):
        key(Qt.Key.Key_F7)
    fields = (window.page.body, window.page.headline, window.page.standfirst, card.fields.caption)
    assert [waves(field) for field in fields] == [["membca"], ["MEMBCA"], ["bru"], ["membca"]]
    assert (states, window.story._keeper.edits, window.story.story().body) == ([], edits, body)
    assert window.story.keeping is Keeping.KEPT
    assert not window.story._keeper._timer.isActive()


def test_a_story_that_is_only_looked_through_is_not_kept(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membca", headline="WARGA MEMBCA", standfirst="Buku bru")
    assert waves(window.page.headline) == ["MEMBCA"]
    assert window.story._keeper.edits == 0
    assert (window.story.keeping, window.story.differs) == (Keeping.KEPT, False)


def test_marks_keep_to_their_words_while_one_writes_before_them(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga 😀 membca dan menulsi.")
    to_body(window, end=False)
    typed("Semua 👍")
    assert waves(window.page.body) == ["membca", "menulsi"]
    checked(window, qtbot)
    assert waves(window.page.body) == ["membca", "menulsi"]


def test_a_word_that_is_mended_loses_its_mark(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca buku")
    to_body(window, end=False)
    key(Qt.Key.Key_Right, times=4)
    typed("a")
    checked(window, qtbot)
    assert (marked(window.spelling.body), waves(window.page.body)) == ([], [])


def test_undo_redo_and_moves_keep_marks_true(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca", "kedua", "ketga")
    to_body(window)
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_Delete)
    checked(window, qtbot)
    assert waves(window.page.body) == []
    key(Qt.Key.Key_Z, CONTROL)
    checked(window, qtbot)
    assert waves(window.page.body) == ["membca", "ketga"]


def test_code_is_not_checked_and_a_link_s_words_are(office: Office, qtbot: QtBot) -> None:
    body = (
        TextBlock(
            "k0000001",
            (
                Span("pritn", ("code",)),
                Span(" lalu "),
                Span("situss kota", ("a1",)),
                Span(" https://kota.id/pritn"),
            ),
            mark_defs=(Link("a1", "https://kota.id"),),
        ),
    )
    window = sit_down_to_write(office, qtbot, body=body)
    assert marked(window.spelling.body) == ["situss"]


def test_headline_standfirst_and_captions_are_checked_too(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    window = sit_down_to_write(office, qtbot, "Warga", headline="WARGA MEMBCA BUKU", standfirst="Buku bru tiba")
    add_photos(window, qtbot, picture(tmp_path / "x.png"))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    fill(card.fields.caption, "Anak membca buku di tmpat ini.")
    checked(window, qtbot)

    assert waves(window.page.headline) == ["MEMBCA"]
    assert waves(window.page.standfirst) == ["bru"]
    assert waves(card.fields.caption) == ["membca", "tmpat"]


def test_a_field_s_marks_follow_lines_put_in_and_a_new_theme(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    window = sit_down_to_write(office, qtbot, "Warga")
    add_photos(window, qtbot, picture(tmp_path / "x.png"))
    card = open_card(window, qtbot, 0)
    assert card.fields is not None
    caption = card.fields.caption
    fill(caption, "membca\n\ntmpat itu")
    checked(window, qtbot)
    assert waves(caption) == ["membca", "tmpat"]
    key(Qt.Key.Key_Home, CONTROL)
    typed("\n")
    checked(window, qtbot)
    assert waves(caption) == ["membca", "tmpat"]


def test_the_field_that_is_left_shows_what_was_being_typed(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga")
    press(window.page.standfirst)
    typed("membca")
    checked(window, qtbot)
    assert waves(window.page.standfirst) == []
    press(window.page.headline)
    assert waves(window.page.standfirst) == ["membca"]


def test_an_answer_for_a_text_that_is_gone_is_no_answer(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Kami membca buku")
    to_body(window)
    typed(" lagii.")
    checking = window.spelling.body
    checking._pause.stop()
    checking._ask()  # and at that very moment somebody types on, elsewhere in the paragraph
    key(Qt.Key.Key_Home, CONTROL)
    typed("Semua ")
    qtbot.waitUntil(lambda: not checking._asked)
    assert waves(window.page.body) == ["membca"]  # on its word; of the others nothing is known yet
    checked(window, qtbot)
    assert waves(window.page.body) == ["membca", "lagii"]


def test_another_story_is_checked_anew(office: Office, qtbot: QtBot) -> None:
    first = office.story(Story(headline="Satu", body=(TextBlock("a0000001", (Span("membca"),)),)))
    window = sit_down_to_write(office, qtbot, "tulsian")
    window.story.open(first)
    qtbot.waitUntil(lambda: window.story.story_id == first)
    checked(window, qtbot)
    assert waves(window.page.body) == ["membca"]


def test_spelling_is_switched_off_and_on_and_stays_so(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca")
    window.spelling.spelling.switch(on=False)
    assert waves(window.page.body) == []
    assert window.spelling.foot.text() == "Ejaan: mati"
    typed_on = QTextCursor(window.story.document)
    typed_on.insertText("tulsi ")
    assert window.spelling.body.is_done
    window.close()

    again = office.sit(story=window.story.story_id)
    QTest.qWait(0)
    assert again.spelling.foot.text() == "Ejaan: mati"
    again.spelling.spelling.switch(on=True)
    checked(again, qtbot)
    assert waves(again.page.body) == ["tulsi", "membca"]


def test_names_of_the_story_are_ignored_on_request(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(
        office, qtbot, "Wicaksono dan Herlina", credits=Credits(writers=("Edi Wicaksono",))
    )
    assert waves(window.page.body) == ["Wicaksono", "Herlina"]

    press(window.spelling.foot)
    assert not entry_of(open_menu(qtbot), NAMES).isChecked()
    choose(qtbot, NAMES)
    checked(window, qtbot)
    qtbot.waitUntil(lambda: waves(window.page.body) == ["Herlina"])
    window.story.change_credits(editors=("Herlina Putri",))
    qtbot.waitUntil(lambda: waves(window.page.body) == [])
    press(window.spelling.foot)
    assert entry_of(open_menu(qtbot), NAMES).isChecked()
    choose(qtbot, NAMES)
    qtbot.waitUntil(lambda: waves(window.page.body) == ["Wicaksono", "Herlina"])


def test_f7_goes_through_the_page_as_it_is_read_and_comes_round(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(
        office,
        qtbot,
        "Warga membca.",
        "Lalu menulsi 😀 dan brjalan.",
        headline="Warga membca buku",
        standfirst="Bru",
    )
    press(window.page.headline)
    key(Qt.Key.Key_Home, CONTROL)
    gone: list[tuple[str, str]] = []
    for _ in range(6):
        key(Qt.Key.Key_F7)
        editor = next(e for e in (window.page.headline, window.page.standfirst, window.page.body) if e.hasFocus())
        gone.append((editor.accessibleName(), editor.textCursor().selectedText()))
    names = [field.accessibleName() for field in (window.page.headline, window.page.standfirst, window.page.body)]
    assert gone == [
        (names[0], "membca"),
        (names[1], "Bru"),
        (names[2], "membca"),
        (names[2], "menulsi"),
        (names[2], "brjalan"),
        (names[0], "membca"),
    ]
    key(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert window.page.body.textCursor().selectedText() == "brjalan"
    key(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert window.page.body.textCursor().selectedText() == "menulsi"


def test_where_nothing_is_misspelt_f7_says_so(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "Warga membaca.")
    key(Qt.Key.Key_F7)
    assert told_now(window) == window.words.text("told.nothing-misspelt")
    window.spelling.spelling.switch(on=False)
    key(Qt.Key.Key_F7)
    assert told_now(window) == window.words.text("told.spelling-not-checked")


def test_a_long_story_is_checked_in_parts_and_what_is_in_sight_goes_first(office: Office, qtbot: QtBot) -> None:
    paragraphs = [f"Alinea ke {n} membca " + "kata baru " * 60 for n in range(60)]
    window = sit_down_to_write(office, qtbot, *paragraphs, wait=False)
    bar = window.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and window.page.is_settled)
    bar.setValue(bar.maximum())
    sheet = window.spelling.body.sheet
    first = sheet.block(sheet.pieces()[0])
    assert first is not None
    assert first.blockNumber() > 30
    checked(window, qtbot)
    assert marked(window.spelling.body) == ["membca"] * 60
    assert sorted(sheet.pieces()) == sorted(window.story.document.keeper.order)


def test_a_paragraph_without_end_holds_nobody_up(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca " * 30_000, "membca")
    assert marked(window.spelling.body) == ["membca"]


def test_a_person_who_may_only_read_sees_the_marks(office: Office, qtbot: QtBot) -> None:
    story = office.story(Story(headline="Satu", body=(TextBlock("a0000001", (Span("membca"),)),)))
    window = office.sit("Bayu Nirwana", story=story)
    checked(window, qtbot)
    assert window.page.body.isReadOnly()
    assert waves(window.page.body) == ["membca"]


def test_the_engine_ends_with_the_window(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca")
    desk = window.spelling.spelling._desk
    assert desk is not None
    process = desk._engine._process
    assert process is not None
    assert process.poll() is None
    window.close()
    assert process.poll() is not None


def test_an_engine_that_is_killed_comes_back(office: Office, qtbot: QtBot) -> None:
    window = sit_down_to_write(office, qtbot, "membca")
    desk = window.spelling.spelling._desk
    assert desk is not None
    assert desk._engine._process is not None
    desk._engine._process.kill()
    to_body(window)
    typed(" menulsi ")
    checked(window, qtbot)
    assert waves(window.page.body) == ["membca", "menulsi"]


TEXTS = st.text("ab c", max_size=30)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_words_that_a_change_does_not_touch_stand_where_they_were_moved_to(
    head: str, out: str, into: str, tail: str
) -> None:
    before, after = head + out + tail, head + into + tail
    for word in moved(before, after, words_of(before)):
        assert after[word.start : word.end] == word.text


def test_what_is_typed_at_a_word_s_end_makes_it_another() -> None:
    word = Word(0, 4, "buku")
    assert moved("buku", "bukua", (word,)) == ()
    assert moved("buku", "buku", (word,)) == (word,)
    assert moved("a buku", "ba buku", (Word(2, 6, "buku"),)) == (Word(3, 7, "buku"),)
