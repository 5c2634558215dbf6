"""An entry, what took it back, what took that back: told the same from wherever one looks."""

import pytest

from actions.ledger import lineage, paying, reversals
from rules.ledger.ledger import Entry, NoSuchEntry
from storage.ledger import ledger
from tests.stage import Stage

KEY = "answer_accepted:{}:7"


def line(stage: Stage, length: int) -> list[int]:
    """An entry of Lin's followed by its reversals, `length` entries in all."""
    lin, mo, occasion = stage.member(stage.lin), stage.member(stage.mo), stage.occasion()
    found = [stage.do(lambda tx: paying.give(tx, lin, "answer_accepted", "7", occasion, points=5)).entry]
    while len(found) < length:
        before = found[-1]
        done = stage.do(lambda tx, before=before: reversals.take_back(tx, before, occasion, mo, "看错了"))
        found.append(done.entry.id)
    return found


def entry(stage: Stage, number: int) -> Entry:
    found = stage.do(lambda tx: ledger.get(tx, number))
    assert found is not None
    return found


@pytest.mark.parametrize("length", range(1, 6))
def test_from_every_entry_the_first_and_the_last_are_found(stage: Stage, length: int) -> None:
    entries = line(stage, length)
    for place, number in enumerate(entries):
        here = entry(stage, number)
        first = stage.do(lambda tx, here=here: lineage.first(tx, here).id)
        root, takes = stage.do(lambda tx, number=number: lineage.original(tx, number))
        assert (first, root.id, takes) == (entries[0], entries[0], place % 2 == 0)
        assert stage.do(lambda tx, number=number: lineage.after(tx, number)) == entries[place + 1 :]
        assert stage.do(lambda tx, number=number: lineage.last(tx, number)) == entries[-1]


@pytest.mark.parametrize("length", range(1, 6))
def test_what_was_taken_back_stands_again_once_that_was_taken_back(stage: Stage, length: int) -> None:
    entries = line(stage, length)
    stands = [stage.do(lambda tx, number=number: lineage.stands(tx, number)) for number in entries]
    assert stands == [(length - 1 - place) % 2 == 0 for place in range(length)]
    meant = stage.do(lambda tx: lineage.latest(tx, entries[0]))
    assert meant == (entries[-1] if stands[0] else entries[0])


def test_a_fact_that_was_taken_back_stands_under_the_key_under_which_it_was_earned_anew(stage: Stage) -> None:
    key = KEY.format(stage.member(stage.lin).id)
    assert stage.do(lambda tx: lineage.standing(tx, key)) is None
    first, _ = line(stage, 2)
    assert stage.do(lambda tx: lineage.standing(tx, key)) is None
    [anew] = line(stage, 1)
    found = stage.do(lambda tx: lineage.standing(tx, key))
    assert found is not None
    assert (found.id, found.key) == (anew, f"{key}~2")
    assert anew != first


def test_an_entry_that_is_not_there_has_no_origin(stage: Stage) -> None:
    with pytest.raises(NoSuchEntry):
        stage.do(lambda tx: lineage.original(tx, 999))
