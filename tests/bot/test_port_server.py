"""A brand moves to a PostgreSQL server and back: `python -m tests.postgres` gives the server, without it this is skipped."""

from contextlib import closing
from pathlib import Path

import pytest

from actions.operations.port import CarriedOver, NotEmpty, require_here, whole
from bot.database import read, transact
from bot.upkeep.port import port
from storage.engine.engine import Running, Violated
from storage.engine.engines import engine_at
from storage.engine.sqlite import Sqlite
from tests.bot.test_port import PROGRAMME, played, told
from tests.lending import SERVER, empty_address

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
