"""The outbox remembers what is to be said, and forgets what was said."""

import pytest

from storage.engine.tx import Tx
from storage.post import outbox
from storage.post.bodies import SendMessage, written
from storage.post.letters import Letter
from tests.databases import rows
from tests.stage import Stage

MO, GROUP = 4_000, -1_001
ADDRESS = SendMessage("上海市徐汇区")


def put(stage: Stage, lane: int, *, parked: bool = False, seen_by: int | None = None) -> int:
    """A letter with an address in it; its id."""

    def work(tx: Tx) -> int:
        outbox.put(
            tx,
            [Letter(lane, ADDRESS, keep="task:1", fallback=Letter(lane, ADDRESS), parked=parked, seen_by=seen_by)],
            0,
        )
        number: int = tx.value("SELECT max(id) FROM outbox")
        return number

    return stage.do(work)


@pytest.mark.parametrize("state", ["failed", "uncertain", "dropped"])
def test_what_did_not_reach_a_person_is_blanked_all_the_same(stage: Stage, state: str) -> None:
    private, whispered, public = put(stage, MO), put(stage, GROUP, seen_by=MO), put(stage, GROUP)
    for letter in (private, whispered, public):
        stage.do(lambda tx, letter=letter: outbox.ended(tx, letter, state, "lost", 0))
    found = rows(stage.connection, "SELECT id, body FROM outbox ORDER BY id")
    assert [tuple(row) for row in found] == [(private, None), (whispered, None), (public, written(ADDRESS))]


def test_a_letter_that_waits_for_its_person_can_be_withdrawn(stage: Stage) -> None:
    put(stage, MO, parked=True)
    assert stage.do(lambda tx: outbox.withdraw(tx, "task:1")) == 1
    assert rows(stage.connection, "SELECT count(*) FROM outbox")[0][0] == 0
