"""Moving to another database: everything arrives, is audited on both sides, and nothing is left half done."""

from contextlib import closing
from pathlib import Path

import pytest

from actions.operations.port import CarriedOver, Differs, DoesNotAddUp, NotEmpty, require_here, whole
from bot.database import read, transact
from bot.upkeep.port import port
from rules.letters import Kind
from rules.programme.programme import Programme
from storage.engine import copying
from storage.engine.copying import Table
from storage.engine.engine import NoDatabase, Running
from storage.engine.sqlite import Sqlite
from storage.post import outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.databases import kept
from tests.stage import Stage

PROGRAMME = Programme()


def lived(folder: Path) -> Sqlite:
    """A database in which a little has happened."""
    folder.mkdir(exist_ok=True)
    path = folder / "old.db"
    held = kept(played().connection)
    assert isinstance(held, bytes)
    path.write_bytes(held)
    return Sqlite(path)


def played() -> Stage:
    """A stage on which a little has happened."""
    stage = Stage()
    stage.lin.say(stage.group, "签到")
    message = stage.zhou.say(stage.group, "胎压在车机里重置")
    stage.play()
    stage.lin.say(stage.group, "谢谢，讲得真清楚", reply_to=message)
    stage.mo.say(stage.staff, "/grant @zhou 10 好图")
    stage.play()
    return stage


def told(_table: str, _rows: int) -> None:
    """Nobody watches."""


def test_everything_arrives_and_sums_up_to_the_same(tmp_path: Path) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    sent = read(source, lambda tx: whole(tx, PROGRAMME))
    progress: list[tuple[str, int]] = []
    arrived = port(source, target, PROGRAMME, lambda table, rows: progress.append((table, rows)))
    assert arrived.audit.ok and arrived.audit.transfers >= 3
    assert arrived == sent == read(target, lambda tx: whole(tx, PROGRAMME))
    assert sum(rows for _, rows in progress) == sum(arrived.rows.values())


def test_the_next_rows_go_on_behind_those_that_came(tmp_path: Path) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    port(source, target, PROGRAMME, told)
    with closing(target.open()) as connection:
        sql = "INSERT INTO member (telegram_id, name, folded, locale, first_seen) VALUES (999, '新', '新', 'zh', 0)"
        before = transact(connection, lambda tx: tx.value("SELECT max(id) FROM member"))
        assert transact(connection, lambda tx: tx.add(sql)) == before + 1


def test_a_target_that_holds_anything_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    port(source, target, PROGRAMME, told)
    before = read(target, lambda tx: whole(tx, PROGRAMME))
    with pytest.raises(NotEmpty):
        port(lived(tmp_path / "another"), target, PROGRAMME, told)
    assert read(target, lambda tx: whole(tx, PROGRAMME)) == before


def test_a_database_that_does_not_add_up_is_not_carried_over(tmp_path: Path) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    with closing(source.open()) as connection:
        transact(connection, lambda tx: tx.run("UPDATE account SET posted = posted + 1 WHERE member IS NOT NULL"))
    with pytest.raises(DoesNotAddUp) as wrong:
        port(source, target, PROGRAMME, told)
    assert wrong.value.problems
    assert read(target, copying.untouched)


def test_what_is_lost_on_the_way_is_noticed_and_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    honest = copying._rows

    def forgetful(tx: object, table: Table) -> object:
        rows = list(honest(tx, table))  # type: ignore[arg-type]  # the same arguments go on
        return iter(rows[:-1] if table.name == "message_author" else rows)

    monkeypatch.setattr(copying, "_rows", forgetful)
    with pytest.raises(Differs, match="message_author"):
        port(source, target, PROGRAMME, told)
    assert read(target, copying.untouched)


def test_while_a_bot_runs_on_it_nothing_is_carried_over(tmp_path: Path) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    with source.only_one(), pytest.raises(Running):
        port(source, target, PROGRAMME, told)
    with pytest.raises(NoDatabase):
        port(Sqlite(tmp_path / "nowhere.db"), target, PROGRAMME, told)


def test_letters_of_every_kind_wait_in_the_new_database_alone(tmp_path: Path) -> None:
    source, target = lived(tmp_path), Sqlite(tmp_path / "new.db")
    with closing(source.open()) as connection:
        letters = [Letter(7, SendMessage(f"{kind}"), kind=kind, parked=n == 0) for n, kind in enumerate(Kind)]
        transact(connection, lambda tx: outbox.put(tx, letters, 1_794_790_800))
        sent = transact(connection, lambda tx: outbox.queued(tx, 0, 100))
    assert len(sent) >= len(Kind) - 1
    port(source, target, PROGRAMME, told)
    assert read(target, lambda tx: outbox.queued(tx, 0, 100)) == sent
    read(target, require_here)
    with pytest.raises(CarriedOver):
        read(source, require_here)
    with pytest.raises(CarriedOver):
        port(source, Sqlite(tmp_path / "third.db"), PROGRAMME, told)
    assert read(Sqlite(tmp_path / "third.db"), copying.untouched)
    port(target, Sqlite(tmp_path / "home.db"), PROGRAMME, told)
    read(Sqlite(tmp_path / "home.db"), require_here)
