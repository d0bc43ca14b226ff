"""People, settings, house styles and the kinds of columns."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.schema import CreateTable

from editor_app.resources import resource
from editor_app.storage import house_styles, people, settings
from editor_app.storage.backups import back_up
from editor_app.storage.columns import Flag, Id, JsonText, Time
from editor_app.storage.driver import DRIVER
from editor_app.storage.store import Store, open_store
from editor_app.storage.tables import metadata
from editor_app.story.house_style import house_style
from editor_app.story.people import Person, Role
from editor_app.words import Trouble
from tests.storage.bulk import EDITOR, WRITER, fill
from tests.storage.samples import NOON, new_id

MINUTE = timedelta(minutes=1)


def source() -> str:
    return resource("house_styles", "press-office-id.toml").read_text("utf-8")


def test_people_are_kept_with_their_roles_and_stand_by_name(store: Store) -> None:
    ratri = Person(new_id(), "ratri Maheswari", frozenset({Role.WRITER, Role.EDITOR}))
    danu = Person(new_id(), "Danu Wiratama", frozenset())
    with store.writing() as tx:
        people.put(tx, ratri)
        people.put(tx, danu)
    with store.reading() as tx:
        assert people.everyone(tx) == (danu, ratri)
        assert people.get(tx, ratri.id) == ratri
        assert people.get(tx, new_id()) is None


def test_a_person_is_found_by_name_whatever_the_capitals(store: Store) -> None:
    first = Person("01900000-0000-7000-8000-000000000001", "Ratri STRAẞE", frozenset({Role.WRITER}))
    second = Person("01900000-0000-7000-8000-000000000002", "RATRI strasse", frozenset({Role.EDITOR}))
    with store.writing() as tx:
        people.put(tx, second)
        people.put(tx, first)
    with store.reading() as tx:
        assert people.by_name(tx, "ratri strasse") == first
        assert people.by_name(tx, "Ratri") is None


def test_a_person_may_change_name_and_roles(store: Store) -> None:
    person = Person(new_id(), "Danu", frozenset({Role.WRITER}))
    renamed = Person(person.id, "Danu Wiratama", frozenset({Role.PHOTOGRAPHER}))
    with store.writing() as tx:
        people.put(tx, person)
        people.put(tx, renamed)
    with store.reading() as tx:
        assert people.everyone(tx) == (renamed,)
        assert people.by_name(tx, "danu") is None


def test_a_setting_is_what_was_set_last(store: Store) -> None:
    with store.writing() as tx:
        settings.put(tx, "four_eyes", "on")
        settings.put(tx, "four_eyes", "waived")
    with store.reading() as tx:
        assert settings.get(tx, "four_eyes") == "waived"
        assert settings.get(tx, "language") is None


def test_a_house_style_is_kept_under_its_version(store: Store) -> None:
    version = house_styles.keep(store.folder, source())
    assert version == house_style(source()).version
    assert house_styles.read(store.folder, version) == source()
    assert house_styles.keep(store.folder, source()) == version
    assert [path.name for path in store.folder.house_style.iterdir()] == [f"{version}.toml"]


def test_another_house_style_leaves_the_first(store: Store) -> None:
    first = house_styles.keep(store.folder, source())
    second = house_styles.keep(store.folder, source().replace('"Foto: "', '"Potret: "'))
    assert first != second
    assert house_styles.read(store.folder, first) == source()


def test_a_house_style_that_says_nothing_is_not_kept(store: Store) -> None:
    with pytest.raises(Trouble):
        house_styles.keep(store.folder, "name = 1")
    assert list(store.folder.house_style.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"name = 'else'"])
def test_a_house_style_that_was_altered_is_found_out_and_mended(store: Store, damage: bytes) -> None:
    version = house_styles.keep(store.folder, source())
    path = store.folder.house_style / f"{version}.toml"
    path.write_bytes(damage)
    with pytest.raises(Trouble) as caught:
        house_styles.read(store.folder, version)
    assert caught.value.message.code == "style-altered"
    house_styles.keep(store.folder, source())
    assert house_styles.read(store.folder, version) == source()


def test_a_house_style_that_is_not_there_is_missed(store: Store) -> None:
    with pytest.raises(Trouble) as caught:
        house_styles.read(store.folder, "f" * 64)
    assert caught.value.message.code == "style-missing"


def kept(kind: Any, value: Any) -> Any:
    """What comes out of a column of this kind in a STRICT table."""
    table = Table("kind", MetaData(), Column("value", kind), sqlite_strict=True)
    engine = create_engine("sqlite://", module=DRIVER)
    try:
        with engine.begin() as tx:
            table.create(tx)
            tx.execute(insert(table).values(value=value))
            return tx.execute(select(table.c.value)).scalar_one()
    finally:
        engine.dispose()


@given(
    st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(-timedelta(hours=3.5))]))
)
def test_a_moment_is_kept_in_utc_to_the_millisecond(moment: datetime) -> None:
    if not datetime(2, 1, 1, tzinfo=UTC) < moment < datetime(9998, 1, 1, tzinfo=UTC):
        return
    back = kept(Time, moment)
    assert back.tzinfo == UTC
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(StatementError, match="2026"):
        kept(Time, datetime(2026, 9, 12))  # noqa: DTZ001 - what the test is about


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_json_comes_back_as_it_was(value: Any) -> None:
    assert kept(JsonText, value) == value


def test_json_holds_no_nan() -> None:
    with pytest.raises(StatementError):
        kept(JsonText, float("nan"))


@pytest.mark.parametrize("flag", [True, False, None])
def test_a_flag_comes_back_as_it_was(flag: bool | None) -> None:  # noqa: FBT001 - a case
    assert kept(Flag, flag) is flag


@pytest.mark.parametrize("kind", [Id, Time])
def test_nothing_is_kept_as_nothing(kind: Any) -> None:
    assert kept(kind, None) is None


def test_the_same_tables_can_be_made_on_postgresql() -> None:
    server = postgresql.dialect()  # type: ignore[no-untyped-call]
    written = {table.name: str(CreateTable(table).compile(dialect=server)) for table in metadata.sorted_tables}
    assert "STRICT" not in "".join(written.values())
    assert 'id VARCHAR COLLATE "C"' in written["story"]
    assert "recency BIGINT" in written["story"]
    flagged = Table("kind", MetaData(), Column("value", Flag))
    assert "value BOOLEAN" in str(CreateTable(flagged).compile(dialect=server))
    assert Flag().process_bind_param(True, server) is True


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO original VALUES ('short', 'a.jpg', 'image/jpeg', 1, 1, 1)",
        "INSERT INTO original VALUES (hex(zeroblob(32)), 'a.jpg', 'image/jpeg', 0, 1, 1)",
        "INSERT INTO original VALUES (hex(zeroblob(32)), 'a.jpg', 'image/jpeg', 'many', 1, 1)",
        "INSERT INTO thumbnail VALUES (hex(zeroblob(32)), 0, x'00')",
        "INSERT INTO draft_block VALUES ('story', 'person', 'key', '{}')",
    ],
)
def test_the_database_itself_refuses_what_cannot_be(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError), store.writing() as tx:
        tx.exec_driver_sql(statement)


def test_a_backup_is_whole_while_others_write(store: Store) -> None:
    with store.writing() as tx:
        settings.put(tx, "name", "sebelum")
    with store.writing() as tx:
        settings.put(tx, "name", "sesudah")
        backup = back_up(store.folder, label="uji", at=NOON)
    assert backup.name == "newsroom-20260912-050000-000000-uji.db"
    assert [path.name for path in store.folder.backups.iterdir()] == [backup.name]
    copy = store.folder.path.parent / "salinan"
    copy.mkdir()
    backup.rename(copy / "newsroom.db")
    with open_store(copy, write=True) as restored, restored.reading() as tx:
        assert settings.get(tx, "name") == "sebelum"


def test_a_damaged_database_is_not_backed_up(store: Store) -> None:
    fill(store, 40)
    folder = store.folder
    store.close()
    pages = bytearray(folder.database.read_bytes())
    pages[40 * 4096 : 42 * 4096] = b"\xa5" * 8192
    folder.database.write_bytes(pages)
    with pytest.raises(Trouble) as caught:
        back_up(folder, label="uji", at=NOON)
    assert caught.value.message.code == "database-damaged"
    assert list(folder.backups.iterdir()) == []


def test_generated_stories_are_whole_and_the_same_every_time(store: Store, tmp_path: Any) -> None:
    from editor_app.storage import events, revisions, stories  # noqa: PLC0415 - for this test alone
    from editor_app.storage.store import create_store  # noqa: PLC0415 - likewise
    from editor_app.story.workflow import stand  # noqa: PLC0415 - likewise

    ids = fill(store, 100, words=120)
    with create_store(tmp_path / "lain") as other, store.reading() as tx:
        fill(other, 100, words=120)
        assert [row.id for row in stories.page(tx, size=100).rows] == list(ids)
        assert people.everyone(tx) == (EDITOR, WRITER)
        with other.reading() as same:
            assert stories.page(same, size=100) == stories.page(tx, size=100)
        for row in stories.page(tx, size=100).rows:
            revision = revisions.get(tx, row.revision)
            assert (revision.story.headline, revision.code) == (row.headline, row.code)
            happened = events.of_story(tx, row.id)
            standing = stand(row.heads, happened)
            assert (standing.head.value, standing.publication.value) == (row.state, row.publication)
            assert standing.shown == row.shown
            assert happened[-1].at == row.updated
            found = stories.page(tx, search=row.headline, size=100).rows
            assert row in found
