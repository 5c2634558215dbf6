"""The outbox remembers what is to be said, and forgets what was said."""

import pytest

from bot.delivery.consequences import Consequences, Fate, note
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


@pytest.mark.parametrize("parked", [True, False])
def test_a_letter_that_waits_to_be_sent_or_for_its_person_can_be_withdrawn(stage: Stage, *, parked: bool) -> None:
    letter = put(stage, MO, parked=parked)
    assert stage.do(lambda tx: outbox.withdraw(tx, "task:1")) == 1
    assert rows(stage.connection, "SELECT count(*) FROM outbox")[0][0] == 0
    assert stage.do(lambda tx: outbox.sending(tx, [letter])) == [], "it waits in memory as well"


@pytest.mark.parametrize(("fate", "goes"), [(Fate.SENT, True), (Fate.AGAIN, False), (Fate.PARKED, False)])
def test_one_that_is_withdrawn_on_its_way_goes_once_it_is_there_and_is_not_sent_again(
    stage: Stage, fate: Fate, *, goes: bool
) -> None:
    number = put(stage, MO)
    [letter] = stage.do(lambda tx: outbox.queued(tx, 0, 10))
    assert stage.do(lambda tx: outbox.sending(tx, [number])) == [number]
    assert stage.do(lambda tx: outbox.withdraw(tx, "task:1")) == 0
    found = Consequences(fate, message=77 if goes else None, keep="task:1" if goes else None)
    stage.do(lambda tx: note(tx, [letter], found, 0))
    waits = [(row.method, row.body) for row in rows(stage.connection, "SELECT method, body FROM outbox")]
    assert [method for method, _ in waits] == (["deleteMessage"] if goes else [])
    assert stage.do(lambda tx: outbox.kept(tx, "task:1")) is None
