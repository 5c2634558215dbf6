"""What staff have been asked about steps of trust."""

import json
from typing import Any

from rules.programme.trust import TrustStep
from rules.works.trust_proposal import ProposalState, Question, TrustProposal
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, member, stood_on, step, needs, at, state, card, until, settled_by, settled_at, reason"
_RISES = "(step = 'open' OR (step = 'framework' AND stood_on = 'base'))"
AT_ONCE = 100


def _proposal(row: Any) -> TrustProposal:
    question = Question(TrustStep(row.stood_on), TrustStep(row.step), json.loads(row.needs))
    state = ProposalState(row.state)
    times = (row.at, state, row.card, row.until, row.settled_by, row.settled_at)
    return TrustProposal(row.id, row.member, question, *times, row.reason)


def add(tx: Tx, member: int, question: Question, now: int) -> int:
    """Something is to be put before the staff; its number."""
    return tx.add(
        "INSERT INTO trust_proposal (member, stood_on, step, needs, at, state)"
        " VALUES (:member, :stood_on, :step, :needs, :now, 'waiting')",
        member=member,
        stood_on=question.stood_on.value,
        step=question.step.value,
        needs=json.dumps(question.needs),
        now=now,
    )


def get(tx: Tx, proposal: int) -> TrustProposal:
    """The one with that number, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM trust_proposal WHERE id = :id", id=proposal)
    assert row is not None, proposal
    return _proposal(row)


def unsettled(tx: Tx, first: int, last: int) -> dict[int, TrustProposal]:
    """What is open about the members from one number to another."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM trust_proposal WHERE member BETWEEN :first AND :last AND state IN ('waiting', 'moot')",
        first=first,
        last=last,
    )
    return {row.member: _proposal(row) for row in rows}


def last(tx: Tx, member: int, *, rises: bool) -> TrustProposal | None:
    """The latest about the member that goes up, or down."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM trust_proposal WHERE member = :member AND {_RISES} = (:rises = 1)"
        " ORDER BY id DESC LIMIT 1",
        member=member,
        rises=int(rises),
    )
    return _proposal(row) if row else None


def turn(tx: Tx, proposal: int, state: ProposalState) -> None:
    """It is true no longer, or is again."""
    tx.run("UPDATE trust_proposal SET state = :state WHERE id = :id", id=proposal, state=state.value)


def settle(tx: Tx, proposal: int, state: ProposalState, by: int | None, now: int, reason: str | None = None) -> None:
    """It is decided, or over."""
    tx.run(
        "UPDATE trust_proposal SET state = :state, settled_by = :by, settled_at = :now, reason = :reason WHERE id = :id",
        id=proposal,
        state=state.value,
        by=by,
        now=now,
        reason=reason,
    )


def unasked(tx: Tx, limit: int) -> list[TrustProposal]:
    """Those that stand on no card yet, the earliest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM trust_proposal WHERE card IS NULL AND state = 'waiting' ORDER BY id LIMIT :limit",
        limit=limit,
    )
    return [_proposal(row) for row in rows]


def asked(tx: Tx) -> int:
    """How many wait on cards."""
    found: int = tx.value("SELECT count(*) FROM trust_proposal WHERE card IS NOT NULL AND state = 'waiting'")
    return found


def lay(tx: Tx, proposal: int, card: int, until: int) -> None:
    """It stands on that card, and lapses then (UTC seconds)."""
    tx.run(
        "UPDATE trust_proposal SET card = :card, until = :until, shown = state WHERE id = :id",
        id=proposal,
        card=card,
        until=until,
    )


def on_card(tx: Tx, card: int) -> list[TrustProposal]:
    """Those that stand on that card, in their order."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM trust_proposal WHERE card = :card ORDER BY id", card=card)
    return [_proposal(row) for row in rows]


def stale(tx: Tx) -> list[int]:
    """Cards that show one of theirs otherwise than it stands."""
    rows = tx.all(
        "SELECT DISTINCT card FROM trust_proposal WHERE shown <> state ORDER BY card LIMIT :limit", limit=AT_ONCE
    )
    return [row.card for row in rows]


def shown(tx: Tx, card: int) -> None:
    """The card shows how all of them stand."""
    tx.run("UPDATE trust_proposal SET shown = state WHERE card = :card", card=card)


def due(tx: Tx, now: int) -> list[TrustProposal]:
    """Those whose time is over, some at a time."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM trust_proposal WHERE state IN ('waiting', 'moot') AND until <= :now ORDER BY id LIMIT :limit",
        now=now,
        limit=AT_ONCE,
    )
    return [_proposal(row) for row in rows]


OWN = (
    Own("trust_proposal", whose="member = :member AND settled_at IS NOT NULL", but=("card", "shown"), fate=STAYS),
    Own("trust_proposal", "settled_by", but=("needs", "card", "shown"), fate=STAYS),
)
