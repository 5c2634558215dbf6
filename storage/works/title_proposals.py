"""What staff have been asked about titles of the tracks."""

import json
from typing import Any

from rules.works.challenge import SkillTrack
from rules.works.track_title import TitleProposal, TitleQuestion
from rules.works.trust_proposal import ProposalState
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, member, track, stood_on, title, rises, needs, at, state, card, until, settled_by, settled_at, reason"
AT_ONCE = 100


def _proposal(row: Any) -> TitleProposal:
    question = TitleQuestion(
        SkillTrack(row.track), row.stood_on, row.title, json.loads(row.needs), rises=bool(row.rises)
    )
    times = (row.at, ProposalState(row.state), row.card, row.until, row.settled_by, row.settled_at)
    return TitleProposal(row.id, row.member, question, *times, row.reason)


def add(tx: Tx, member: int, question: TitleQuestion, now: int) -> int:
    """Something is to be put before the staff; its number."""
    return tx.add(
        "INSERT INTO title_proposal (member, track, stood_on, title, rises, needs, at, state)"
        " VALUES (:member, :track, :stood_on, :title, :rises, :needs, :now, 'waiting')",
        member=member,
        track=question.track.value,
        stood_on=question.stood_on,
        title=question.title,
        rises=int(question.rises),
        needs=json.dumps(question.needs),
        now=now,
    )


def get(tx: Tx, proposal: int) -> TitleProposal:
    """The one with that number, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM title_proposal WHERE id = :id", id=proposal)
    assert row is not None, proposal
    return _proposal(row)


def unsettled(tx: Tx, first: int, last: int) -> dict[tuple[int, SkillTrack], TitleProposal]:
    """What is open about the members from one number to another, by member and track."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM title_proposal WHERE member BETWEEN :first AND :last AND state IN ('waiting', 'moot')",
        first=first,
        last=last,
    )
    return {(row.member, SkillTrack(row.track)): _proposal(row) for row in rows}


def last(tx: Tx, member: int, question: TitleQuestion) -> TitleProposal | None:
    """The latest time that the same was asked: up to that title, or away from it."""
    at = ("title", question.title) if question.rises else ("stood_on", question.stood_on)
    row = tx.one(
        f"SELECT {_COLUMNS} FROM title_proposal WHERE member = :member AND track = :track AND rises = :rises"
        f" AND {at[0]} = :title ORDER BY id DESC LIMIT 1",
        member=member,
        track=question.track.value,
        rises=int(question.rises),
        title=at[1],
    )
    return _proposal(row) if row else None


def decided(tx: Tx, member: int, limit: int) -> list[TitleProposal]:
    """What has been decided about titles that the member was proposed for, oldest first; the latest so many."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM title_proposal WHERE member = :member AND state IN ('confirmed', 'declined')"
        " ORDER BY id DESC LIMIT :limit",
        member=member,
        limit=limit,
    )
    return [_proposal(row) for row in reversed(rows)]


def turn(tx: Tx, proposal: int, state: ProposalState) -> None:
    """It is true no longer, or is again."""
    tx.run("UPDATE title_proposal SET state = :state WHERE id = :id", id=proposal, state=state.value)


def settle(tx: Tx, proposal: int, state: ProposalState, by: int | None, now: int, reason: str | None = None) -> None:
    """It is decided, or over."""
    tx.run(
        "UPDATE title_proposal SET state = :state, settled_by = :by, settled_at = :now, reason = :reason WHERE id = :id",
        id=proposal,
        state=state.value,
        by=by,
        now=now,
        reason=reason,
    )


def unasked(tx: Tx, limit: int) -> list[TitleProposal]:
    """Those that stand on no card yet, the earliest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM title_proposal WHERE card IS NULL AND state = 'waiting' ORDER BY id LIMIT :limit",
        limit=limit,
    )
    return [_proposal(row) for row in rows]


def asked(tx: Tx) -> int:
    """How many wait on cards."""
    found: int = tx.value("SELECT count(*) FROM title_proposal WHERE card IS NOT NULL AND state = 'waiting'")
    return found


def lay(tx: Tx, proposal: int, card: int, until: int) -> None:
    """It stands on that card, and lapses then (UTC seconds)."""
    tx.run(
        "UPDATE title_proposal SET card = :card, until = :until, shown = state WHERE id = :id",
        id=proposal,
        card=card,
        until=until,
    )


def on_card(tx: Tx, card: int) -> list[TitleProposal]:
    """Those that stand on that card, in their order."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM title_proposal WHERE card = :card ORDER BY id", card=card)
    return [_proposal(row) for row in rows]


def stale(tx: Tx) -> list[int]:
    """Cards that show one of theirs otherwise than it stands."""
    rows = tx.all(
        "SELECT DISTINCT card FROM title_proposal WHERE shown <> state ORDER BY card LIMIT :limit", limit=AT_ONCE
    )
    return [row.card for row in rows]


def shown(tx: Tx, card: int) -> None:
    """The card shows how all of them stand."""
    tx.run("UPDATE title_proposal SET shown = state WHERE card = :card", card=card)


def due(tx: Tx, now: int) -> list[TitleProposal]:
    """Those whose time is over, some at a time."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM title_proposal WHERE state IN ('waiting', 'moot') AND until <= :now ORDER BY id LIMIT :limit",
        now=now,
        limit=AT_ONCE,
    )
    return [_proposal(row) for row in rows]


OWN = (
    Own("title_proposal", whose="member = :member AND settled_at IS NOT NULL", but=("card", "shown"), fate=STAYS),
    Own("title_proposal", "settled_by", but=("needs", "card", "shown"), fate=STAYS),
)
