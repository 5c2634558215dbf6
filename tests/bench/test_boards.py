"""The history that figures are measured on can be written, and read as members read it."""

import random
from contextlib import closing

from actions.honour.boards import Board, Standing
from actions.honour.me import Me
from bench.boards import fill, reads
from storage.engine.sqlite import Sqlite


def test_a_history_can_be_written_and_read() -> None:
    with closing(Sqlite(":memory:").open()) as connection:
        fill(connection, 400, 40, random.Random(1))
        asked = reads(connection.begin(), 40, random.Random(2))
        found = {name: [read() for _ in range(40)] for name, read in asked.items()}
    board, ranks, mine, best = found.values()
    assert all(isinstance(one, Board) and one.places for one in board)
    assert any(isinstance(one, Standing) for one in ranks)
    assert all(isinstance(one, Me) and one.free for one in mine)
    assert all(best)
