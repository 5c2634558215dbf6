"""Stages begin alike: a copied one as one that was set up, whatever has happened on those before it."""

from rules.programme.programme import Programme
from storage.engine.sqlite import Sqlite
from tests.databases import change, kept, opened, rows, sqlite_only, tables
from tests.stage import Stage


def held(connection: object) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {table: [tuple(row) for row in rows(connection, f"SELECT * FROM {table}")] for table in tables(connection)}


def test_a_copied_stage_is_as_one_that_was_set_up() -> None:
    copied, made = Stage(), Stage(Programme())
    assert held(copied.connection) == held(made.connection)
    assert copied.programme == made.programme
    assert [chat.id for chat in copied.world.chats.values()] == [chat.id for chat in made.world.chats.values()]


def test_what_happens_on_one_stage_is_not_known_on_the_next() -> None:
    before = held(Stage().connection)
    played = Stage()
    played.lin.say(played.group, "签到")
    played.play()
    assert held(played.connection) != before
    assert held(Stage().connection) == before


def test_a_new_database_is_empty_whatever_was_written_into_the_one_before() -> None:
    with_nothing = kept(opened())
    used = opened()
    change(used, "INSERT INTO member (telegram_id, name, folded, locale, first_seen) VALUES (1, '林', '林', 'zh', 0)")
    assert kept(used) != with_nothing
    assert kept(opened()) == with_nothing


@sqlite_only
def test_a_copied_database_guards_what_is_written_as_any_does() -> None:
    guards = ("foreign_keys", "secure_delete", "temp_store")
    copied, opened_ = Stage().connection, Sqlite(":memory:").open()
    assert [copied.execute(f"PRAGMA {guard}").fetchone() for guard in guards] == [
        opened_.execute(f"PRAGMA {guard}").fetchone() for guard in guards
    ]
