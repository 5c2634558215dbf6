"""A brand moves to a PostgreSQL server and back: `python -m tests.postgres` gives the server, without it this is skipped."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from actions.operations.audit import verify
from actions.operations.port import CarriedOver, NotEmpty, require_here, whole
from bot.database import read, transact
from bot.upkeep.port import port
from storage.engine.engine import Engine, Running, Violated
from storage.engine.engines import engine_at
from storage.engine.sqlite import Sqlite
from tests.actions.fairness.lives import CLOSE, Life
from tests.bot.test_port import PROGRAMME, played, told
from tests.handlers.fairness.undoing import everything
from tests.lending import SERVER, empty_address

STEPS = 12
NUMBER = re.compile(r"[Q#]\d+")

pytestmark = pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server to move to")


def test_a_brand_moves_to_a_server_and_back_and_nothing_differs(tmp_path: Path) -> None:
    here = played().connection
    here.close()
    source, server, home = Sqlite(tmp_path / "old.db"), engine_at(empty_address()), Sqlite(tmp_path / "home.db")
    port(engine_at(here._address), source, PROGRAMME, told)
    sent = read(source, lambda tx: whole(tx, PROGRAMME))
    there = port(source, server, PROGRAMME, told)
    assert there == sent == read(server, lambda tx: whole(tx, PROGRAMME))
    assert port(server, home, PROGRAMME, told) == there
    with pytest.raises(CarriedOver):
        read(source, require_here)
    with pytest.raises(NotEmpty):
        port(home, server, PROGRAMME, told)
    with closing(server.open()) as connection:
        newest = transact(connection, lambda tx: tx.value("SELECT max(id) FROM member"))
        sql = "INSERT INTO member (telegram_id, name, folded, locale, first_seen) VALUES (999, '新', '新', 'zh', 0)"
        assert transact(connection, lambda tx: tx.add(sql)) == newest + 1
        with pytest.raises(Running):
            server.open()
        for words in ("UPDATE transfer SET amount = amount + 1", "DELETE FROM transfer"):
            with pytest.raises(Violated):
                transact(connection, lambda tx, words=words: tx.run(words))  # type: ignore[misc]  # a default


@pytest.mark.parametrize("seed", range(2))
def test_a_life_that_moves_there_and_back_is_the_life_that_stays(tmp_path: Path, seed: int) -> None:
    stays, moves = Life(seed), Life(seed)
    places = [Sqlite(tmp_path / "first.db"), engine_at(empty_address()), Sqlite(tmp_path / "second.db")]
    for place in (*places, None):
        for _ in range(STEPS):
            stays.step()
            moves.step()
        if place is not None:
            _move(moves, place)
    assert moves.done == stays.done
    assert moves.stage.do(lambda tx: verify(tx, CLOSE)).ok
    assert _stands(moves) == _stands(stays)
    assert _read(moves) == _read(stays)


def _move(life: Life, place: Engine) -> None:
    """The brand goes on at another place, from whichever it is at."""
    here = life.stage.connection
    here.close()
    source = getattr(life, "place", None) or engine_at(here._address)
    port(source, place, CLOSE, told)
    life.stage.connection, life.place = place.open(), place  # type: ignore[attr-defined]  # where it is now


NUMBERED = ("acceptance", "question", "staff_grant", "submission", "account", "knowledge")


def _stands(life: Life) -> dict[str, list[str]]:
    """All that features and totals say, but for numbers of rows, which have gaps on a server."""
    return {
        table: sorted(repr(row[table in NUMBERED :]) for row in rows) for table, rows in everything(life.stage).items()
    }


def _read(life: Life) -> list[list[str]]:
    """What everybody read; numbers of rows have gaps on a server."""
    stage = life.stage
    chats = (stage.group, stage.staff, *life.people)
    return [[NUMBER.sub("", said) for said in stage.said(chat)] for chat in chats]
