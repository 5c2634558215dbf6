"""Votes of the council: which are open, which are due, and what was counted at their end."""

from collections.abc import Sequence
from typing import Any

from rules.ends import minute_of
from rules.journey.council_vote import CouncilVote, VoteOutcome, VoteState
from storage.engine.tx import Tx
from storage.journey.council_seats import THERE

_COLUMNS = "id, proposal, opened_at, closes_at, quorum, needed, state, outcome, electors, counts"
AT_ONCE = 20


def add(tx: Tx, proposal: int, now: int, closes_at: int, quorum: int, needed: int) -> int:
    """A vote that is open from now on; its number."""
    return tx.add(
        "INSERT INTO council_vote (proposal, opened_at, closes_at, quorum, needed, state)"
        " VALUES (:proposal, :now, :closes_at, :quorum, :needed, 'open')",
        proposal=proposal,
        now=now,
        closes_at=closes_at,
        quorum=quorum,
        needed=needed,
    )


def get(tx: Tx, number: int) -> CouncilVote:
    """The vote of that number, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM council_vote WHERE id = :number", number=number)
    assert row is not None, number
    return _vote(row)


def of_proposal(tx: Tx, proposal: int) -> CouncilVote | None:
    """The latest vote on that proposal."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM council_vote WHERE proposal = :proposal ORDER BY id DESC LIMIT 1", proposal=proposal
    )
    return _vote(row) if row else None


def due(tx: Tx, now: int) -> list[CouncilVote]:
    """Those that are open and whose time is over."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_vote WHERE state = 'open' AND closes_at < :minute ORDER BY id LIMIT {AT_ONCE}",
        minute=minute_of(now),
    )
    return [_vote(row) for row in rows]


def stopping(tx: Tx, number: int, now: int) -> None:
    """Its poll is being stopped."""
    tx.run(
        "UPDATE council_vote SET state = 'closing', stopped_at = :now WHERE id = :number AND state = 'open'",
        now=now,
        number=number,
    )


def end_all(tx: Tx, now: int) -> list[int]:
    """Whatever runs is over now; which votes that are."""
    running_ = [row.id for row in tx.all("SELECT id FROM council_vote WHERE state <> 'closed' ORDER BY id")]
    tx.run("UPDATE council_vote SET closes_at = :now WHERE state = 'open'", now=minute_of(now) - 1)
    return running_


def uncounted(tx: Tx, before: int) -> list[CouncilVote]:
    """Those whose poll was to be stopped before then (UTC seconds), and which were not counted since."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_vote WHERE state = 'closing' AND stopped_at <= :before"
        f" ORDER BY id LIMIT {AT_ONCE}",
        before=before,
    )
    return [_vote(row) for row in rows]


def freeze(tx: Tx, number: int, outcome: VoteOutcome, electors: int, counts: Sequence[int]) -> None:
    """That is what it says, for good."""
    tx.run(
        "UPDATE council_vote SET state = 'closed', outcome = :outcome, electors = :electors, counts = :counts"
        " WHERE id = :number AND state <> 'closed'",
        outcome=outcome.value,
        electors=electors,
        counts=" ".join(map(str, counts)),
        number=number,
    )


def electors(tx: Tx, since: int, now: int) -> set[int]:
    """Whose votes count now: who has sat in the council since then, is in a group of ours, and is not suspended."""
    rows = tx.all(
        f"""
        SELECT role.member FROM role JOIN member ON member.id = role.member WHERE role.role = 'council'
        AND given_at <= :since AND coalesce(suspended_until, 0) <= :now AND {THERE} ORDER BY role.member
        """,
        since=since,
        now=now,
    )
    return {row.member for row in rows}


def running(tx: Tx) -> bool:
    """Whether a vote is open."""
    return tx.one("SELECT 1 AS yes FROM council_vote WHERE state <> 'closed' LIMIT 1") is not None


def _vote(row: Any) -> CouncilVote:
    return CouncilVote(
        row.id,
        row.proposal,
        row.opened_at,
        row.closes_at,
        row.quorum,
        row.needed,
        VoteState(row.state),
        VoteOutcome(row.outcome) if row.outcome else None,
        row.electors,
        tuple(map(int, row.counts.split())),
    )
