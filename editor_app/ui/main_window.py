"""The main window: the desk, the story, and the panels beside it."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor_app.newsroom.composing import new_story
from editor_app.newsroom.newsroom import Newsroom
from editor_app.newsroom.staff import sit_down
from editor_app.story.checks import Finding
from editor_app.story.people import Person, Role
from editor_app.ui import focus
from editor_app.ui.binding import bind
from editor_app.ui.card_drag import CardDrag
from editor_app.ui.carrying import Carrying
from editor_app.ui.checks_foot import ChecksFoot
from editor_app.ui.desk_panel import DeskPanel
from editor_app.ui.details_panel import DetailsPanel
from editor_app.ui.embeds import Embeds
from editor_app.ui.find_and_replace import FindAndReplace
from editor_app.ui.find_bar import FindBar
from editor_app.ui.find_places import FindPlaces
from editor_app.ui.format_toolbar import FormatToolbar
from editor_app.ui.insertion import Insertion
from editor_app.ui.kit.empty_state import EmptyState
from editor_app.ui.kit.hairline import Hairline
from editor_app.ui.kit.tabs import Tabs
from editor_app.ui.kit.theme import Theme
from editor_app.ui.kit.toast import Toast
from editor_app.ui.kit.traits import set_ground
from editor_app.ui.name_book import NameBook
from editor_app.ui.newsroom_desk import NewsroomDesk
from editor_app.ui.notice_strip import NoticeStrip
from editor_app.ui.open_story import OpenStory
from editor_app.ui.pasting import Pasting
from editor_app.ui.person_menu import PersonMenu
from editor_app.ui.photo_panel import PhotoPanel
from editor_app.ui.picture_files import PictureFiles
from editor_app.ui.pictures import PictureShelf
from editor_app.ui.reading_view import ReadingView
from editor_app.ui.review_panel import ReviewPanel
from editor_app.ui.runner import Runner
from editor_app.ui.spelling.window_spelling import WindowSpelling
from editor_app.ui.status_line import StatusLine
from editor_app.ui.story_actions import StoryActions
from editor_app.ui.story_header import HEIGHT as HEAD_HEIGHT
from editor_app.ui.story_header import StoryHeader
from editor_app.ui.story_page import StoryPage, look_of
from editor_app.ui.table_work import TableWork
from editor_app.ui.top_bar import TopBar
from editor_app.ui.versions import Versions
from editor_app.ui.viewing import Parts, Viewing
from editor_app.ui.window_place import place, place_parts
from editor_app.ui.writing_aids import WritingAids
from editor_app.words import Message, Refused, Trouble, Words

PHOTOS, DETAILS, REVIEW = "photos", "details", "review"
PHOTO_FIELDS = {"caption-missing": "caption", "credit-missing": "credit", "alt-missing": "alt"}
DETAIL_FIELDS = frozenset(
    {"section", "writers", "photographers", "editors", "keywords", "language", "event_date"}
)


class MainWindow(QMainWindow):
    """Wires the parts together; every part looks at the same open story."""

    language_wanted = Signal(str)

    def __init__(
        self, newsroom: Newsroom, person: Person, theme: Theme, words: Words, settings: QSettings
    ) -> None:
        super().__init__()
        self.newsroom = newsroom
        self.words = words
        self.theme = theme
        self._settings = settings
        self.runner = Runner(self)
        self.shelf = PictureShelf(newsroom, self.runner, self)
        self.story = OpenStory(newsroom, self.runner, self.shelf, person, look_of(theme), self)
        self.menu = PersonMenu(newsroom, self.runner, theme, words, self)
        self.top = TopBar(newsroom.name, theme, words, self.menu)
        self.desk = DeskPanel(NewsroomDesk(newsroom, self.runner, self.shelf), theme, words)
        self.header = StoryHeader(newsroom, theme, words, self.story)
        self.strip = NoticeStrip(theme, words, self.story)
        self.versions = Versions(newsroom, self.runner, theme, words, self.shelf, self.story, self)
        self.reading = ReadingView(settings, self)
        self.page = StoryPage(theme, words, self.story, self.reading)
        self.toolbar = FormatToolbar(theme, words, self.page.body)
        files, book = PictureFiles(words, settings), NameBook(newsroom, self.runner, self.story)
        self.photos = PhotoPanel(newsroom, self.runner, theme, words, self.story, self.shelf, files, book)
        self.details = DetailsPanel(newsroom, theme, words, self.story, book)
        self.review = ReviewPanel(newsroom, theme, words, self.story)
        self.checks = ChecksFoot(theme, words, self.story)
        self.status = StatusLine(newsroom, self.runner, theme, words, self.story)
        self.actions_of_story = StoryActions(self.runner, theme, words, self.story, self, settings)
        self.insertion = Insertion(theme, words, self.story, self.page, self.photos, files, self.shelf)
        self.pasting = Pasting(self.page.body, self.runner)
        self.tables = TableWork(theme, words, self.page.body)
        self.card_drag = CardDrag(theme, self.page.body, self.page)
        self.carrying = Carrying(newsroom, self.runner, self.story, self.page.body)
        self.embeds = Embeds(newsroom, self.runner, words, self.story, self.page.body, self.photos)
        self.aids = WritingAids(words, self.story, self.page, self.photos, settings, self)
        self.spelling = WindowSpelling(
            self.runner, theme, words, settings, self.story, self.page, self.photos, self
        )
        self.toast = Toast(theme, self)
        self.find_bar = FindBar(theme, words)
        places = FindPlaces(theme, self.story, self.page, self.photos, self._show_photos)
        self.finding = FindAndReplace(theme, words, self.story, self.runner, places, self.find_bar, self.toast)
        self._empty = EmptyState(
            theme, "newspaper", words.text("window.no-story"), action=words.text("desk.new"), variant="normal"
        )
        self.setWindowTitle(f"{words.text('app.name')} — {newsroom.name}")
        parts = self._lay_out()
        self.viewing = Viewing(self.runner, self.shelf, theme, words, settings, self.story, self.page, parts)
        self._connect()
        self._add_shortcuts()
        self._restore()
        self.status.add(self.spelling.foot)
        self.status.add_last(self.viewing.foot)
        self.status.length.watch(self.page.body)
        self.sit(person)
        self.desk.list.setFocus()

    # What the window does

    def sit(self, person: Person) -> None:
        """Shows who sits here, and what this person may do."""
        self.top.person.show_person(person)
        self.menu.show_person(person)
        self.status.refresh()
        writes = person.is_a(Role.WRITER) or person.is_a(Role.EDITOR)
        refusal = None if writes else self.words.text("denied.photographer-text", name=person.name)
        self.desk.refuse_new(refusal)
        if self._empty.button is not None:
            self._empty.button.set_refusal(refusal)

    def start(self) -> None:
        """Reads the desk, and opens the story that was open last."""
        self.desk.refresh()
        self.versions.recovery.begin()
        last = self._settings.value("story", "")
        if isinstance(last, str) and last:
            self.story.open(last)

    def new_story(self) -> None:
        """Starts a story and puts the cursor into its headline."""
        person = self.story.person

        def done(story_id: str) -> None:
            self.desk.refresh()
            self.story.open(story_id, self.page.begin)

        self.runner.write(lambda: new_story(self.newsroom, person=person).story_id, done, self.tell)

    def tell(self, said: object) -> None:
        """Says something: trouble stays until it is dealt with, the rest goes by itself."""
        if isinstance(said, Trouble | Refused):
            self.strip.tell(said)
        elif isinstance(said, Message):
            self.toast.tell(self.words.say(said))

    def go_to(self, finding: Finding) -> None:
        """Puts the cursor to where a finding stands."""
        place = finding.place
        if self.page.go_to(place):
            return
        if place.kind == "photo":
            self.side.show_page(PHOTOS)
            self.photos.show_photo(place.name, PHOTO_FIELDS.get(finding.code, "caption"))
        elif place.name == "lead":
            self.side.show_page(PHOTOS)
        elif place.name in DETAIL_FIELDS:
            self.side.show_page(DETAILS)
            self.details.edit_field(place.name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what was typed before the window goes; where it cannot be kept, the window stays."""
        self.pasting.finish()
        if not self.story.keep_all():
            self.strip.tell_not_kept(Trouble("close-not-kept"))
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("splitter", self._splitter.saveState())
        self._settings.setValue("story", self.story.story_id or "")
        self.viewing.places.keep()
        self._settings.sync()
        self.spelling.close()
        self.versions.recovery.end()
        self.runner.close()
        super().closeEvent(event)

    # Wiring

    def _connect(self) -> None:
        story = self.story
        self.desk.chosen.connect(self.story.open)
        self.desk.new_wanted.connect(self.new_story)
        self.shelf.ready.connect(lambda _: self.desk.list.viewport().update())
        self._empty.asked.connect(self.new_story)
        self.top.searched.connect(self.desk.search)
        self.desk.unfiltered.connect(self.top.search.empty)
        self.top.search.went_down.connect(self.desk.take_focus)
        self.top.search.entered.connect(self.desk.open_first)
        self.top.search.left.connect(self._leave_search)
        self.header.wanted.connect(self.actions_of_story.run)
        self.header.save_wanted.connect(self._save)
        self.checks.wanted.connect(self.go_to)
        self.checks.note_wanted.connect(lambda: self.side.show_page(REVIEW))
        self.photos.placed.connect(self.insertion.place)
        self.photos.described.connect(lambda: self.side.show_page(PHOTOS))
        self.page.lead.chosen.connect(self._show_lead)
        self.photos.removed.connect(self.insertion.take_out)
        self.toolbar.photo_wanted.connect(self.insertion.choose)
        self.page.body.pictures_dropped.connect(self.insertion.drop)
        self.page.body.picture_pasted.connect(self.insertion.paste)
        self.page.body.link_wanted.connect(self.insertion.link)
        self.toolbar.table_wanted.connect(self.tables.open)
        self.page.body.own_pasted.connect(self.carrying.take)
        self.page.body.clip_pasted.connect(self.pasting.take)
        self.pasting.stepped.connect(story.story)  # read as it comes, or all of it would be read at one stretch
        self.pasting.pictures_met.connect(self.embeds.meet)
        story.loaded.connect(self.pasting.forget)
        self.versions.serve(self.strip, self.review)
        self.menu.person_chosen.connect(self._change_person)
        self.menu.language_chosen.connect(self.language_wanted)
        self.menu.parts.append(self.aids.fill_menu)
        self.aids.cases.fill_menu(self.toolbar.case_menu, self.words)
        for source in (
            self.desk.trouble,
            story.told,
            self.photos.told,
            self.pasting.told,
            self.carrying.told,
            self.embeds.told,
            self.actions_of_story.told,
            self.menu.told,
            self.spelling.told,
            self.versions.told,
            self.aids.links.told,
            self.viewing.told,
        ):
            source.connect(self.tell)
        story.not_kept.connect(self.strip.tell_not_kept)
        story.loaded.connect(self._loaded)
        story.stayed.connect(lambda: self.desk.mark(story.story_id))
        story.refreshed.connect(self._count)
        story.edited.connect(self._count)
        story.edited.connect(self._show_typed)
        story.loaded.connect(self._show_typed)
        story.desk_changed.connect(self.desk.refresh)

    def _show_lead(self, key: str) -> None:
        self.side.show_page(PHOTOS)
        self.photos.show_photo(key)

    def _loaded(self) -> None:
        is_open = self.story.view is not None
        self._pages.setCurrentIndex(1 if is_open else 0)
        self.viewing.folding.show_story(is_open=is_open)
        self.desk.mark(self.story.story_id)

    def _show_typed(self) -> None:
        if self.story.view is not None and self.story.view.unreadable is not None:
            return
        fields = self.story.fields
        lead = fields.lead or next(iter(fields.photos), None)
        sha256 = None if lead is None else lead.sha256
        self.desk.model.show_typed(self.story.story_id or "", fields.headline, sha256)

    def _count(self) -> None:
        findings = self.story.findings
        self.side.set_count(PHOTOS, len(self.story.fields.photos))
        worst = "error" if any(finding.severity == "error" for finding in findings) else "in-review"
        self.side.set_count(REVIEW, len(findings), worst)

    def _save(self) -> None:
        if self.story.view is not None and self.story.edit_lock is None:
            self.story.save(lambda: self.tell(Message("told.saved")))

    def _change_person(self, person: Person) -> None:
        def seated() -> None:
            self.strip.dismiss()
            self.sit(person)
            self.runner.write(lambda: sit_down(self.newsroom, person=person), lambda _: None, self.tell)

        self.story.act_as(person, seated)

    def _add_shortcuts(self) -> None:
        for code, act in (
            ("new", self.new_story),
            ("save", self._save),
            ("search", self._seek),
            ("photos", lambda: self._go_to_side(PHOTOS)),
            ("details", lambda: self._go_to_side(DETAILS)),
            ("review", lambda: self._go_to_side(REVIEW)),
            ("next-story", lambda: self.desk.step(1)),
            ("previous-story", lambda: self.desk.step(-1)),
            ("next-part", lambda: self._go_on(1)),
            ("previous-part", lambda: self._go_on(-1)),
            ("redo", lambda: focus.redo(self)),
            ("quit", self.close),
        ):
            bind(code, self, act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else answers to it, leaves focus mode."""
        if event.key() == Qt.Key.Key_Escape and self.viewing.folding.is_focused:
            self.viewing.folding.leave_focus()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab goes through the window as one reads it."""
        return focus.step(self, forward=next)

    def _go_on(self, by: int) -> None:
        """From the desk to the page to the panels beside it, and round again."""
        tabs = self.side.bar
        parts = (
            (self.desk, self.desk.take_focus),
            (self._centre, self._take_page),
            (self._side, lambda: tabs.setFocus(Qt.FocusReason.TabFocusReason)),
        )
        focus.go_on(self, parts, by)

    def _take_page(self) -> None:
        if self.story.view is not None:
            self.page.take_focus()
        elif self._empty.button is not None:
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_side(self, code: str) -> None:
        """Shows a page of the side panel, and puts the keyboard onto the first control of it."""
        if self.story.view is not None:
            self.viewing.folding.open_side()
            self.side.show_page(code)
            focus.enter(self.side.page(code), self.side.bar)

    def _show_photos(self) -> None:
        self.viewing.folding.open_side()
        self.side.show_page(PHOTOS)

    def _leave_search(self, before: object) -> None:
        if isinstance(before, QWidget):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.take_focus()

    def _seek(self) -> None:
        self.viewing.folding.open_desk()
        self.top.search.take_focus()

    def _restore(self) -> None:
        place(self, self._settings)
        place_parts(self._splitter, self._settings)

    def _lay_out(self) -> Parts:
        words = self.words
        self.side = Tabs(self.theme, words.text("side.tabs"), height=HEAD_HEIGHT)
        self.side.add_page(PHOTOS, words.text("side.photos"), self.photos)
        self.side.add_page(DETAILS, words.text("side.details"), self.details)
        self.side.add_page(REVIEW, words.text("side.review"), self.review)
        self._side = _column(self.side, Hairline(), self.checks)
        set_ground(self._side, "pane")
        self._over = _column(self.header, Hairline(), self.toolbar, Hairline())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.page)
        set_ground(self._empty, "canvas")
        # The strip tells of trouble without a story too.
        self._centre = _column(self._over, self.find_bar, self.strip, self._pages)
        set_ground(self._centre, "canvas")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.desk, self._centre, self._side):
            self._splitter.addWidget(widget)
        under_top = Hairline()
        whole = _column(self.top, under_top, self._splitter, Hairline(), self.status)
        set_ground(whole, "pane")
        self.setCentralWidget(whole)
        return Parts(desk=self.desk, side=self._side, head=self._over, bars=(self.top, under_top))


def _column(*widgets: QWidget) -> QWidget:
    """Widgets from top to bottom without gaps."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        stretches = isinstance(widget, QSplitter | QStackedWidget | Tabs)
        column.addWidget(widget, 1 if stretches else 0)
    return holder
