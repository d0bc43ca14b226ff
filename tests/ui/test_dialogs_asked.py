"""What dialogs take and refuse: addresses, moments, codes and notes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.ui.dialogs.addresses import completed, is_sound, quoted
from editor_app.ui.dialogs.approval_dialog import ApprovalDialog
from editor_app.ui.dialogs.correction_dialog import CorrectionDialog
from editor_app.ui.dialogs.form_dialog import FormDialog
from editor_app.ui.dialogs.link_dialog import REMOVED, LinkDialog
from editor_app.ui.dialogs.live_dialog import LiveDialog
from editor_app.ui.dialogs.moments import moment_text, read_moment
from editor_app.ui.kit.theme import Theme
from editor_app.words import LANGUAGES, Language, Words
from tests.ui.hands import CONTROL, fill, key, named, opened, press, press_named, tick, typed
from tests.ui.office import Office

JAKARTA = ZoneInfo("Asia/Jakarta")
NOON = datetime(2026, 11, 12, 7, 0, tzinfo=UTC)  # 14.00 in Jakarta
both = pytest.mark.parametrize("language", LANGUAGES)


# ---- addresses


@pytest.mark.parametrize(
    ("typed_in", "whole"),
    [
        ("tirta.example/berita", "https://tirta.example/berita"),
        ("tirta.example:8080/berita", "https://tirta.example:8080/berita"),
        ("localhost:8080", "https://localhost:8080"),
        ("http://tirta.example", "http://tirta.example"),
        ("HTTPS://tirta.example", "HTTPS://tirta.example"),
        ("humas@tirta.example", "mailto:humas@tirta.example"),
        ("mailto:humas@tirta.example", "mailto:humas@tirta.example"),
        ("tel:0341123456", "tel:0341123456"),
        ("tirta.example/@humas", "https://tirta.example/@humas"),
    ],
)
def test_a_bare_address_is_completed(typed_in: str, whole: str) -> None:
    assert completed(typed_in) == whole
    assert is_sound(whole)


@pytest.mark.parametrize("typed_in", ["http://[::1]/x", "tirta.example.", "https://tirta.example:99/a?b=c#d"])
def test_unusual_addresses_are_sound(typed_in: str) -> None:
    assert is_sound(completed(typed_in))


@pytest.mark.parametrize(
    "typed_in",
    [
        *("perpustakaan", "https://perpustakaan/apung", "dua kata.example", "https://tirta.example/dua kata"),
        *("humas@tirta", "mailto:", "mailto:humas tirta.example", "tel:", "tel:rumah", "https://", "https://."),
        *(
            "javascript:alert(1)",
            "javascript:1",
            "file:///etc/hosts",
            "ftp://tirta.example",
            "a..b",
            "http://[",
            "https://kata:sandi@tirta.example",
        ),
    ],
)
def test_an_address_that_leads_nowhere_is_not_sound(typed_in: str) -> None:
    assert not is_sound(completed(typed_in))


def test_a_long_address_is_quoted_in_short() -> None:
    assert quoted("tirta.example") == "tirta.example"
    assert quoted("https://tirta.example/" + "a" * 300) == "https://tirta.example/aaaaaaaaaaaaaaaaa…"


@both
@pytest.mark.parametrize("bad", ["dua kata", "perpustakaan", "https://perpustakaan/" + "apung-" * 30])
def test_a_link_to_nowhere_is_refused_in_place(qtbot: QtBot, theme: Theme, language: Language, bad: str) -> None:
    words = Words(language)
    dialog = LinkDialog(theme, words, None)
    opened(qtbot, dialog)
    size = dialog.size()
    typed(bad)
    key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.refusal("address") == words.text("link-dialog.unusable", address=quoted(bad))
    assert dialog.size() == size
    fill(dialog.line, "tirta.example")
    assert dialog.refusal("address") == ""
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Return)
    assert dialog.address == "https://tirta.example"


def test_a_link_that_stands_is_offered_to_be_typed_over_or_removed(qtbot: QtBot, theme: Theme) -> None:
    words = Words("id")
    dialog = LinkDialog(theme, words, None, address="https://tirta.example")
    opened(qtbot, dialog)
    typed("humas@tirta.example")
    assert dialog.address == "mailto:humas@tirta.example"
    press_named(dialog, words.text("link-dialog.remove"))
    assert dialog.result() == REMOVED


# ---- moments


@pytest.mark.parametrize(
    "text",
    [
        *("12/11/2026 14.00", "12/11/2026 14:00", "12-11-2026 14.00", "12.11.2026, 14.00", " 12/11/2026  14.00 "),
        *("2026-11-12 14:00", "2026-11-12 14.00", "2026-11-12T14:00:00", "2026-11-12T07:00Z"),
        "2026-11-12T08:00+01:00",
    ],
)
def test_a_moment_is_read_however_it_is_written(text: str) -> None:
    assert read_moment(text, JAKARTA) == NOON


@pytest.mark.parametrize(
    "text",
    [
        *("", "kemarin", "12/11/2026", "14.00", "31/2/2026 14.00", "12/13/2026 14.00", "12/11/2026 25.00"),
        *("12/11/26 14.00", "2026-11-12", "2026-11-12 14:00 sore", "0001-01-01 00:00", "1/1/0001 00.00"),
        *("9999-12-31T23:59-12:00", "12/11/2026 14.60"),
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text, JAKARTA) is None


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001 - zoned next
    st.sampled_from(LANGUAGES),
)
def test_a_moment_that_was_written_is_read_again(moment: datetime, language: Language) -> None:
    whole = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    assert read_moment(moment_text(whole, JAKARTA, Words(language)), JAKARTA) == whole


def test_a_moment_is_written_as_the_house_does() -> None:
    assert moment_text(NOON, JAKARTA, Words("id")) == "12/11/2026 14.00"
    assert moment_text(NOON, JAKARTA, Words("en")) == "12/11/2026 14:00"


@both
def test_a_story_is_live_since_now_unless_another_time_is_typed(
    office: Office, qtbot: QtBot, language: Language
) -> None:
    before = office.newsroom.clock().replace(second=0, microsecond=0)
    dialog = LiveDialog(office.newsroom, office.theme, Words(language), None)
    opened(qtbot, dialog)
    typed("tirta.example/berita")
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Return)
    assert dialog.address == "https://tirta.example/berita"
    assert before <= dialog.at <= office.newsroom.clock()


@both
@pytest.mark.parametrize("bad", ["kemarin", "1/1/0001 00.00", "31/2/2026 14.00", "12/11/1989 14.00"])
def test_a_time_that_makes_no_sense_is_refused_in_place(
    office: Office, qtbot: QtBot, language: Language, bad: str
) -> None:
    words = Words(language)
    dialog = LiveDialog(office.newsroom, office.theme, words, None)
    opened(qtbot, dialog)
    size, example = dialog.size(), dialog.value("at")
    typed("tirta.example")
    fill(dialog.time_line, bad)
    key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.refusal("at") == words.text("live-dialog.at-unusable", example=example)
    assert dialog.size() == size
    assert dialog.time_line.hasFocus()


def test_no_story_is_live_before_its_time(office: Office, qtbot: QtBot) -> None:
    words, zone = Words("id"), office.newsroom.style.zone
    dialog = LiveDialog(office.newsroom, office.theme, words, None)
    opened(qtbot, dialog)
    typed("tirta.example")
    fill(dialog.time_line, moment_text(office.newsroom.clock() + timedelta(days=1), zone, words))
    press(dialog.accept_button)
    assert dialog.refusal("at") == words.text("live-dialog.at-ahead")
    fill(dialog.time_line, moment_text(office.newsroom.clock() - timedelta(days=1), zone, words))
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.accept_button)


@both
@pytest.mark.parametrize("bad", ["dua kata", "perpustakaan", "https://[", "humas@tirta.example", "mailto:a@b.c"])
def test_a_story_is_live_at_an_address_of_the_web(
    office: Office, qtbot: QtBot, language: Language, bad: str
) -> None:
    words = Words(language)
    dialog = LiveDialog(office.newsroom, office.theme, words, None)
    opened(qtbot, dialog)
    size = dialog.size()
    typed(bad)
    press(dialog.accept_button)
    assert dialog.refusal("address") == words.text("address-unusable", address=bad)
    assert dialog.size() == size


# ---- approvals


def _approval(theme: Theme, words: Words) -> ApprovalDialog:
    return ApprovalDialog(theme, words, None, code="R7-4K2Q", now=NOON, zone=JAKARTA)


@both
def test_an_approval_is_for_the_code_that_the_story_bears_now(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    words = Words(language)
    dialog = _approval(theme, words)
    opened(qtbot, dialog)
    size = dialog.size()
    for answer in ("Sekar Larasati", "telepon", None, "R6-9XYZ"):
        if answer is not None:
            typed(answer)
        key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    refusal = words.text("approval-other-code", given="R6-9XYZ", code="R7-4K2Q")
    assert (dialog.refusal("code"), dialog.size()) == (refusal, size)
    code = QApplication.focusWidget()
    assert code is not None
    assert code.placeholderText() == "R7-4K2Q"
    fill(code, "r7 – 4k2q")
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Return, CONTROL)
    assert dialog.said == {
        "given_by": "Sekar Larasati",
        "how": "telepon",
        "when": words.moment(NOON, JAKARTA),
        "code": "R7-4K2Q",
    }


def test_the_time_of_an_approval_is_now_as_people_say_it(theme: Theme) -> None:
    assert _approval(theme, Words("id")).value("when") == "12 November 2026, 14.00 WIB"


def test_a_code_is_asked_for_and_never_taken_for_granted(qtbot: QtBot, theme: Theme) -> None:
    words = Words("id")
    dialog = _approval(theme, words)
    opened(qtbot, dialog)
    typed("Sekar")
    key(Qt.Key.Key_Tab)
    typed("telepon")
    press(dialog.accept_button)
    assert dialog.isVisible()
    assert dialog.refusal("code") == words.text("dialog.required")


def test_only_one_field_is_said_to_be_wanting(qtbot: QtBot, theme: Theme) -> None:
    words = Words("id")
    dialog = _approval(theme, words)
    opened(qtbot, dialog)
    press(dialog.accept_button)
    assert dialog.refusal("given_by") == words.text("dialog.required")
    assert {dialog.refusal(name) for name in ("how", "when", "code")} == {""}


# ---- corrections


@both
def test_a_slip_of_typing_needs_no_note(qtbot: QtBot, theme: Theme, language: Language) -> None:
    words = Words(language)
    dialog = CorrectionDialog(theme, words, None)
    opened(qtbot, dialog)
    size = dialog.size()
    press(dialog.accept_button)
    assert dialog.field.error == words.text("correction-without-note")
    assert dialog.size() == size
    tick(dialog.minor_box)
    assert dialog.field.error == ""
    tick(dialog.minor_box)
    press(dialog.accept_button)
    assert dialog.field.error == words.text("correction-without-note")
    tick(dialog.minor_box)
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.accept_button)
    assert (dialog.note, dialog.is_minor) == ("", True)


def test_a_correction_is_noted(qtbot: QtBot, theme: Theme) -> None:
    dialog = CorrectionDialog(theme, Words("id"), None)
    opened(qtbot, dialog)
    typed("Nama ketua panitia")
    with qtbot.waitSignal(dialog.accepted):
        key(Qt.Key.Key_Return, CONTROL)
    assert (dialog.note, dialog.is_minor) == ("Nama ketua panitia", False)


def _forms(theme: Theme, words: Words) -> list[FormDialog]:
    return [LinkDialog(theme, words, None), _approval(theme, words)]


def test_escape_leaves_and_the_first_field_has_the_cursor(qtbot: QtBot, theme: Theme) -> None:
    for dialog in _forms(theme, Words("id")):
        opened(qtbot, dialog)
        first = QApplication.focusWidget()
        assert first is not None
        assert first.accessibleName()
        assert named(dialog, first.accessibleName(), type(first)) is first
        with qtbot.waitSignal(dialog.rejected):
            key(Qt.Key.Key_Escape)
