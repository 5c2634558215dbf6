"""Counting talk, one row a day for each member of a group."""

from datetime import date

import pytest

from rules.people import Part
from rules.talk import Said
from storage import groups, members, talk
from storage.engine.tx import Tx

MONDAY = date(2026, 11, 16)


@pytest.fixture
def tx(tx: Tx) -> Tx:
    members.remember(tx, 1, "林晓", None, "zh", 0)
    groups.activate(tx, -1, "车友会", Part.COMMUNITY, "Asia/Shanghai", "zh", 0)
    return tx


def test_what_somebody_writes_on_a_day_adds_up(tx: Tx) -> None:
    for said in (Said(MONDAY, picture=True), Said(MONDAY, reply=True), Said(MONDAY, video=True)):
        talk.count(tx, 1, 1, said)
    assert tuple(tx.one("SELECT messages, replies, pictures, videos FROM talk")) == (3, 1, 1, 1)


def test_who_writes_is_there(tx: Tx) -> None:
    for _ in range(3):
        members.wrote_in(tx, 1, 1, Said(MONDAY), 60)
    there = members.membership(tx, 1, 1)
    assert there
    assert (there.seniority.since, there.seniority.messages, there.present) == (60, 3, True)
    assert list(talk.miscounted(tx)) == []
