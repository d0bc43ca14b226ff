"""An open newsroom: the folder's store, its house style, and the clock. What every verb is handed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from editor_app.resources import resource
from editor_app.storage import house_styles, settings
from editor_app.storage.folder import NewsroomFolder
from editor_app.storage.store import Connection, Store, create_store, open_store
from editor_app.story.house_style import HouseStyle, house_style
from editor_app.story.text import clean_line
from editor_app.words import LANGUAGES, Language, Refused, Trouble

DEFAULT_STYLE = "press-office-id"
FOUR_EYES_WAIVED = "waived"


def now_utc() -> datetime:
    """The moment, in UTC, in the milliseconds that are stored."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """An open newsroom folder and the rules that are in force in it."""

    store: Store
    style: HouseStyle
    name: str
    language: Language
    four_eyes: bool = True
    clock: Callable[[], datetime] = now_utc

    @property
    def folder(self) -> Path:
        """The newsroom folder."""
        return self.store.folder.path

    def reading(self) -> AbstractContextManager[Connection]:
        """A consistent view of the database."""
        return self.store.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction that changes something."""
        return self.store.writing()

    def close(self) -> None:
        """Closes the folder and gives its lock back."""
        self.store.close()


def house_style_names() -> tuple[str, ...]:
    """The house styles that come with the program."""
    return tuple(sorted(path.stem for path in resource("house_styles").glob("*.toml")))


def create_newsroom(
    path: Path, *, style: str = DEFAULT_STYLE, name: str = "", four_eyes: bool = True
) -> Newsroom:
    """Makes an empty newsroom in `path`, with a copy of the house style `style`, and opens it.

    `name` is what exports print as the publisher; without one they print none. `four_eyes` may be waived by an
    office of two.

    Raises:
        Refused: `style-unknown`, or what `create_store` refuses (a newsroom is there).
        Trouble: the folder cannot be written; no newsroom is there then.
    """
    if style not in house_style_names():
        raise Refused("style-unknown", name=style, known=", ".join(house_style_names()))
    source = resource("house_styles", f"{style}.toml").read_text(encoding="utf-8")
    rules = house_style(source)
    store = create_store(path)
    try:
        version = house_styles.keep(store.folder, source)
        with store.writing() as tx:
            settings.put(tx, "house_style", version)
            settings.put(tx, "name", clean_line(name))
            settings.put(tx, "language", rules.language)
            settings.put(tx, "four_eyes", "on" if four_eyes else FOUR_EYES_WAIVED)
        return _opened(store)
    except BaseException:
        store.close()
        _take_down(store.folder)
        raise


def open_newsroom(path: Path, *, write: bool = True) -> Newsroom:
    """Opens the newsroom in `path`; with `write` it takes the folder's lock.

    Raises:
        Refused: there is none, another program holds it, or it is newer than this program.
        Trouble: it is damaged or cannot be read.
    """
    store = open_store(path, write=write)
    try:
        return _opened(store)
    except BaseException:
        store.close()
        raise


def with_language(newsroom: Newsroom, language: Language) -> Newsroom:
    """The newsroom with its own language changed, for good."""
    with newsroom.writing() as tx:
        settings.put(tx, "language", language)
    return replace(newsroom, language=language)


def _take_down(folder: NewsroomFolder) -> None:
    """Removes what was made a moment ago and holds nothing yet, so that it can be made anew."""
    for file in (folder.database, folder.token, *folder.house_style.glob("*.toml")):
        file.unlink(missing_ok=True)


def _opened(store: Store) -> Newsroom:
    with store.reading() as tx:
        version = settings.get(tx, "house_style")
        name = settings.get(tx, "name") or ""
        language = settings.get(tx, "language")
        four_eyes = settings.get(tx, "four_eyes") != FOUR_EYES_WAIVED
    if version is None:
        raise Trouble("newsroom-without-style", folder=str(store.folder.path))
    style = house_style(house_styles.read(store.folder, version))
    known = next((known for known in LANGUAGES if known == language), style.language)
    return Newsroom(store=store, style=style, name=name, language=known, four_eyes=four_eyes)
