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


def counted(tx: Tx, *messages: Said) -> list[bool]:
    """Which of these messages of the member's counted, one after another."""
    return [talk.count(tx, 1, 1, said) for said in messages]


def test_pieces_of_an_album_are_one_message_also_when_somebody_talks_in_between(tx: Tx) -> None:
    piece = Said(MONDAY, picture=True, album="a")
    assert counted(tx, piece, Said(MONDAY, reply=True), piece) == [True, True, False]
    assert tuple(tx.one("SELECT messages, replies, pictures, videos FROM talk")) == (2, 1, 1, 0)


def test_the_first_piece_speaks_for_an_album_of_pictures_and_videos(tx: Tx) -> None:
    video, picture = (
        Said(MONDAY, picture=shown == "picture", video=shown == "video", album="a") for shown in ("video", "picture")
    )
    assert counted(tx, video, picture) == [True, False]
    assert tuple(tx.one("SELECT messages, pictures, videos FROM talk")) == (1, 0, 1)


def test_who_writes_is_there_and_a_further_piece_of_an_album_adds_nothing(tx: Tx) -> None:
    for album in (None, "a", "a", "b"):
        members.wrote_in(tx, 1, 1, Said(MONDAY, album=album), 60)
    there = members.membership(tx, 1, 1)
    assert there
    assert (there.seniority.since, there.seniority.messages, there.present) == (60, 3, True)
    assert list(talk.miscounted(tx)) == []
