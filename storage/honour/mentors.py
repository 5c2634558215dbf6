"""Mentors: what they tell of themselves, their offers and what staff decided, and who has room for a newcomer."""

from collections.abc import Iterator
from typing import Any

from rules.honour.mentor import Mentor, MentorOffer, OfferState, Ways
from rules.people import Member
from rules.works.challenge import SkillTrack
from storage import members
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_OFFER = "id, member, at, until, state, decided_by, settled_at, reason"
AT_ONCE = 100
THERE = """
    EXISTS (SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
    WHERE membership.member = role.member AND present = 1 AND active = 1 AND part IN ('community', 'core'))
"""


def ways_in(row: Any) -> Ways:
    """The ways in a row with `tracks`, `car` and `words`."""
    return Ways(tuple(map(SkillTrack, row.tracks.split())), row.car, row.words)


def get(tx: Tx, member: int) -> Mentor:
    """What the member has told; of one who told nothing, that."""
    row = tx.one(
        "SELECT tracks, car, words, away, until, renews_until FROM mentor WHERE member = :member", member=member
    )
    return Mentor(member, ways_in(row), bool(row.away), row.until, row.renews_until) if row else Mentor(member)


def put(tx: Tx, one: Mentor) -> None:
    """That is what the member tells from now on."""
    tx.run(
        """
        INSERT INTO mentor (member, tracks, car, words, away, until, renews_until)
        VALUES (:member, :tracks, :car, :words, :away, CAST(:until AS BIGINT), CAST(:renews_until AS BIGINT))
        ON CONFLICT (member) DO UPDATE SET tracks = excluded.tracks, car = excluded.car, words = excluded.words,
        away = excluded.away, until = excluded.until, renews_until = excluded.renews_until
        """,
        member=one.member,
        tracks=" ".join(one.ways.tracks),
        car=one.ways.car,
        words=one.ways.words,
        away=int(one.away),
        until=one.until,
        renews_until=one.renews_until,
    )


def serving(tx: Tx, now: int) -> list[Member]:
    """Mentors who are there: in a group of ours, under no sanction."""
    rows = tx.all(
        f"SELECT {members.COLUMNS} FROM member JOIN role ON role.member = member.id"
        f" WHERE role.role = 'mentor' AND coalesce(suspended_until, 0) <= :now AND {THERE} ORDER BY id LIMIT 500",
        now=now,
    )
    return [members.member_in(row) for row in rows]


def ended(tx: Tx, before: int) -> list[int]:
    """Mentors whose office was to end before then (UTC seconds), and who accompany nobody any more."""
    rows = tx.all(
        """
        SELECT mentor.member FROM mentor JOIN role ON role.member = mentor.member AND role.role = 'mentor'
        WHERE until <= :before AND NOT EXISTS (SELECT 1 FROM mentoring WHERE mentoring.mentor = mentor.member
        AND state IN ('asked', 'meeting', 'running')) ORDER BY mentor.member LIMIT :limit
        """,
        before=before,
        limit=AT_ONCE,
    )
    return [row.member for row in rows]


def vouched(tx: Tx) -> Iterator[tuple[int, bool]]:
    """Each mentor with a term, and whether somebody else confirmed an offer of theirs."""
    rows = tx.each(
        """
        SELECT mentor.member, EXISTS (SELECT 1 FROM mentor_offer WHERE mentor_offer.member = mentor.member
        AND state = 'confirmed') AS confirmed FROM mentor WHERE until IS NOT NULL ORDER BY mentor.member
        """
    )
    for row in rows:
        yield row.member, bool(row.confirmed)


def offer(tx: Tx, member: int, now: int, until: int) -> int:
    """The member offers to be a mentor; the number of the offer."""
    return tx.add(
        "INSERT INTO mentor_offer (member, at, until, state) VALUES (:member, :now, :until, 'waiting')",
        member=member,
        now=now,
        until=until,
    )


def offered(tx: Tx, number: int) -> MentorOffer | None:
    """The offer of that number."""
    row = tx.one(f"SELECT {_OFFER} FROM mentor_offer WHERE id = :id", id=number)
    return _offer(row) if row else None


def last_offer(tx: Tx, member: int) -> MentorOffer | None:
    """The member's latest."""
    row = tx.one(f"SELECT {_OFFER} FROM mentor_offer WHERE member = :member ORDER BY id DESC LIMIT 1", member=member)
    return _offer(row) if row else None


def due(tx: Tx, now: int) -> list[MentorOffer]:
    """Offers that nobody has decided on in time."""
    rows = tx.all(
        f"SELECT {_OFFER} FROM mentor_offer WHERE state = 'waiting' AND until <= :now ORDER BY id LIMIT :limit",
        now=now,
        limit=AT_ONCE,
    )
    return [_offer(row) for row in rows]


def settle(tx: Tx, number: int, state: OfferState, by: int | None, now: int, reason: str | None = None) -> None:
    """It is decided, or over."""
    tx.run(
        "UPDATE mentor_offer SET state = :state, decided_by = :by, settled_at = :now, reason = :reason WHERE id = :id",
        id=number,
        state=state.value,
        by=by,
        now=now,
        reason=reason,
    )


def _offer(row: Any) -> MentorOffer:
    return MentorOffer(
        row.id, row.member, row.at, row.until, OfferState(row.state), row.decided_by, row.settled_at, row.reason
    )


OWN = (
    Own("mentor", fate=GOES),
    Own("mentor_offer", fate=STAYS),
    Own("mentor_offer", "decided_by", fate=STAYS),
)
