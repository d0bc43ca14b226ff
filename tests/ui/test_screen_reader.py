"""What a screen reader finds and hears: names, roles and order of the real tree, and what one comes into."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor_app.story.body import BreakBlock, Cell, Embed, PhotoBlock, Span, Table, TextBlock
from editor_app.story.story import Story
from editor_app.ui.keeping import Keeping
from editor_app.ui.kit import announce as announce_module
from editor_app.ui.main_window import DETAILS, PHOTOS, REVIEW, MainWindow
from editor_app.ui.reading_order import controls
from editor_app.words import LANGUAGES, Language, Trouble
from tests.ui.hands import CONTROL, SHIFT, key, press, typed
from tests.ui.office import WRITER, Office, picture
from tests.ui.steps import add_photos, at_rest, open_card, to_body
from tests.ui.test_keeping import POSIX, no_room

Role = QAccessible.Role
NO_CONTROL = {Role.NoRole, Role.Client, Role.StaticText, Role.Window}
BODY = (
    TextBlock("a0000001", (Span("Warga membangun rakit."),)),
    TextBlock("a0000002", (Span("Rakit itu kuat."),)),
    TextBlock("h0000001", (Span("Di tepi danau"),), style="h2"),
    TextBlock("h0000002", (Span("Di seberang"),), style="h2"),
    TextBlock("l0000001", (Span("bambu"),), list_item="bullet"),
    TextBlock("l0000002", (Span("tali"),), list_item="bullet"),
    TextBlock("l0000003", (Span("rotan"),), list_item="bullet", level=2),
    TextBlock("n0000001", (Span("ukur"),), list_item="number"),
    TextBlock("q0000001", (Span("Kami senang."),), style="blockquote"),
    BreakBlock("b0000001"),
    Table(
        "t0000001",
        ((Cell((Span("Desa"),)), Cell((Span("Warga"),))), (Cell((Span("Arum"),)), Cell((Span("52"),)))),
        caption="Warga tiap desa",
        header_rows=1,
    ),
    Embed("e0000001", "https://www.kota.example/rakit.jpg", alt="Rakit di danau"),
    TextBlock("a0000003", (Span("Usai."),)),
)


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def tree(window: QWidget) -> Iterator[QAccessibleInterface]:
    """The accessibility tree in its order, without what is out of sight."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    yield from _below(root)


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for place in range(node.childCount()):
        child = node.child(place)
        if not child.state().invisible:
            yield child
            yield from _below(child)


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest, office: Office, qtbot: QtBot) -> MainWindow:
    """A window in each language, with text, two photos and an open card."""
    language: Language = request.param
    story = office.story(Story(headline="Rakit", language="id", body=BODY))
    window = office.sit(WRITER, language=language, story=story)
    folder = office.newsroom.folder.parent
    add_photos(window, qtbot, picture(folder / "a.jpg"), picture(folder / "b.jpg", "tomato"))
    open_card(window, qtbot, 0)
    at_rest(window, qtbot)
    return window


def test_each_thing_that_takes_the_keyboard_has_a_name_and_a_role(window: MainWindow, qtbot: QtBot) -> None:
    for page in (PHOTOS, DETAILS, REVIEW):
        window.side.show_page(page)
        QApplication.processEvents()
        nodes = [node for node in tree(window) if node.state().focusable]
        assert len(nodes) > 30
        assert [node.object() for node in nodes if not name_of(node).strip()] == []
        assert [(name_of(node), node.role()) for node in nodes if node.role() in NO_CONTROL] == []


def test_fields_buttons_and_lists_say_what_they_are(window: MainWindow) -> None:
    words = window.words
    roles = {(name_of(node), node.role()) for node in tree(window)}
    assert (words.text("page.headline"), Role.EditableText) in roles
    assert (words.text("page.body"), Role.EditableText) in roles
    assert (words.text("desk.new"), Role.Button) in roles
    assert (words.text("desk.title"), Role.List) in roles
    assert (words.text("view.title"), Role.Button) in roles
    assert (window.top.person.accessibleName(), Role.Button) in roles
    assert any(role is Role.PageTab for _, role in roles)
    assert any(role is Role.ComboBox for _, role in roles)


def test_the_tree_is_read_in_the_order_in_which_one_sees(window: MainWindow, qtbot: QtBot) -> None:
    for page in (PHOTOS, DETAILS, REVIEW):
        window.side.show_page(page)
        QApplication.processEvents()
        read = [node.object() for node in tree(window)]
        wanted = controls(window)
        assert [each for each in read if each in wanted] == wanted, page


def test_what_comes_later_is_read_in_its_place(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.side.show_page(PHOTOS)
    add_photos(window, qtbot, picture(office.newsroom.folder.parent / "c.jpg", "olive"))
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: window.toast.text == window.words.text("told.saved"))

    def in_order() -> None:
        read = [node.object() for node in tree(window)]
        wanted = controls(window)
        assert [each for each in read if each in wanted] == wanted
        cards = [card.accessibleName() for card in window.photos.cards]
        assert [name_of(node) for node in tree(window) if name_of(node) in cards] == cards

    qtbot.waitUntil(in_order)


def test_a_toast_stays_over_what_is_put_in_order(window: MainWindow, qtbot: QtBot) -> None:
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(window.toast.isVisible)
    QApplication.processEvents()
    assert window.children()[-1] is window.toast or not _above(window.toast, window)


def _above(toast: QWidget, window: MainWindow) -> list[QWidget]:
    """What lies over the toast."""
    children = [child for child in window.children() if isinstance(child, QWidget) and child.isVisible()]
    after = children[children.index(toast) + 1 :]
    return [each for each in after if not each.isWindow() and each.geometry().intersects(toast.geometry())]


def test_the_lead_photo_is_described(window: MainWindow) -> None:
    (key_of_lead,) = [photo.key for photo in window.story.fields.photos if photo.lead]
    window.story.change_photo(key_of_lead, caption="FOKUS: Rakit.", alt="Sebuah rakit", creator="Bayu")
    (lead,) = [node for node in tree(window) if node.object() is window.page.lead]
    said = lead.text(QAccessible.Text.Description)
    assert "FOKUS: Rakit." in said
    assert "Bayu" in said
    assert "Sebuah rakit" in said


# What is said


class Heard:
    """Stands where the screen reader listens."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.said: list[str] = []
        self.urgent: list[str] = []

    def updateAccessibility(self, event: object) -> None:  # noqa: N802 - Qt's name
        message = str(event.message())  # type: ignore[attr-defined]
        self.said.append(message)
        if event.politeness() is QAccessible.AnnouncementPoliteness.Assertive:  # type: ignore[attr-defined]
            self.urgent.append(message)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    heard = Heard()
    monkeypatch.setattr(announce_module, "QAccessible", heard)
    return heard


@pytest.fixture
def at_text(office: Office, qtbot: QtBot, heard: Heard) -> MainWindow:
    """The cursor in the first of two paragraphs."""
    story = Story(headline="Rakit", language="id", body=BODY)
    window = office.sit(WRITER, story=office.story(story))
    qtbot.waitUntil(lambda: window.page.is_settled)
    to_body(window, end=False)
    at_rest_of(window, qtbot)  # whatever is said of the paragraph has been said by then
    heard.said.clear()
    return window


def at_rest_of(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.viewing.announcer.waits)


def test_headings_lists_quotes_and_cards_are_told_when_the_cursor_comes_into_them(
    at_text: MainWindow, heard: Heard, qtbot: QtBot
) -> None:
    words = at_text.words
    body = at_text.page.body
    told: list[str | None] = []
    for _ in range(len(BODY) - 1):
        number = body.textCursor().blockNumber()
        heard.said.clear()
        key(Qt.Key.Key_Right if body.textCursor().atBlockEnd() else Qt.Key.Key_End)
        if body.textCursor().blockNumber() == number:
            key(Qt.Key.Key_Right)
        assert body.textCursor().blockNumber() == number + 1
        at_rest_of(at_text, qtbot)
        told.append(heard.said[0] if heard.said else None)
    assert told == [
        None,  # from paragraph to paragraph
        words.text("style.h2"),
        words.text("style.h2"),  # another heading
        words.text("spoken.bullet", level=1),
        None,  # the next item
        words.text("spoken.bullet", level=2),
        words.text("spoken.number", level=1),
        words.text("style.blockquote"),
        words.text("spoken.break"),
        f"{words.text('spoken.table', rows=2, columns=2)}. Warga tiap desa.",
        f"{words.text('embed.title', site='kota.example')}. Rakit di danau.",
        words.text("style.normal"),
    ]


def test_a_photo_is_told_with_caption_credit_and_description(
    at_text: MainWindow, heard: Heard, office: Office, qtbot: QtBot
) -> None:
    add_photos(at_text, qtbot, picture(office.newsroom.folder.parent / "a.jpg"))
    (photo,) = at_text.story.fields.photos
    at_text.story.change_photo(photo.key, caption="FOKUS: Warga merakit bambu", alt="Tiga orang", creator="Bayu")
    to_body(at_text, end=False)
    at_text.insertion.place(photo.key)
    at_rest_of(at_text, qtbot)
    heard.said.clear()
    number = next(
        place for place, block in enumerate(at_text.story.story().body) if isinstance(block, PhotoBlock)
    )
    cursor = at_text.page.body.textCursor()
    cursor.setPosition(at_text.story.document.findBlockByNumber(number).position())
    at_text.page.body.setTextCursor(cursor)
    at_rest_of(at_text, qtbot)
    assert heard.said == ["Foto. FOKUS: Warga merakit bambu. Foto: Bayu. Deskripsi: Tiga orang."]


def test_nothing_is_said_while_one_types(at_text: MainWindow, heard: Heard, qtbot: QtBot) -> None:
    typed("Satu kalimat yang panjang, huruf demi huruf.")
    at_rest_of(at_text, qtbot)
    key(Qt.Key.Key_Left, times=5)
    at_rest_of(at_text, qtbot)
    assert heard.said == []


def test_what_a_command_makes_of_the_paragraph_is_told(at_text: MainWindow, heard: Heard, qtbot: QtBot) -> None:
    key(Qt.Key.Key_8, CONTROL | SHIFT)
    at_rest_of(at_text, qtbot)
    assert heard.said == [at_text.words.text("spoken.bullet", level=1)]


def test_who_holds_the_arrow_down_hears_of_the_place_where_it_ends(
    at_text: MainWindow, heard: Heard, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_Down, times=8)
    assert at_text.page.body.textCursor().block().text() == "Kami senang."
    at_rest_of(at_text, qtbot)
    assert heard.said == [at_text.words.text("style.blockquote")]


def test_who_comes_back_into_the_text_hears_where_the_cursor_stands(
    at_text: MainWindow, heard: Heard, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_Down, times=2)
    at_rest_of(at_text, qtbot)
    press(at_text.page.headline)
    key(Qt.Key.Key_End)
    typed("!")
    at_rest_of(at_text, qtbot)
    heard.said.clear()
    at_text.page.body.setFocus()
    at_rest_of(at_text, qtbot)
    assert heard.said == [at_text.words.text("style.h2")]


def test_saving_trouble_and_the_end_of_it_are_told(at_text: MainWindow, heard: Heard, qtbot: QtBot) -> None:
    key(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: at_text.words.text("told.saved") in heard.said)
    at_rest(at_text, qtbot)
    trouble = Trouble("close-not-kept")
    at_text.strip.tell_not_kept(trouble)
    assert heard.urgent == [at_text.words.say(trouble)]


@POSIX
def test_what_is_not_kept_and_is_again_is_told(at_text: MainWindow, heard: Heard, qtbot: QtBot) -> None:
    with no_room():
        typed("x")
        at_text.story.keep_now()
        qtbot.waitUntil(lambda: at_text.story.keeping is Keeping.FAILED)
        qtbot.waitUntil(lambda: bool(heard.urgent))
    at_text.story.keep_now()
    qtbot.waitUntil(lambda: at_text.story.keeping is Keeping.KEPT)
    assert at_text.words.text("spoken.kept-again") in heard.said


def test_another_size_is_told(at_text: MainWindow, heard: Heard) -> None:
    key(Qt.Key.Key_Plus, CONTROL)
    assert heard.said == [at_text.words.text("view.zoom-told", percent=110)]


def test_the_switcher_tells_of_the_story_that_is_chosen(
    at_text: MainWindow, heard: Heard, office: Office, qtbot: QtBot
) -> None:
    office.story(Story(headline="Perahu", language="id"))
    key(Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: any(each.startswith("Perahu. ") for each in heard.said))
    typed("zzz")
    qtbot.waitUntil(lambda: at_text.words.text("switcher.nothing") in heard.said)
    key(Qt.Key.Key_Escape)
