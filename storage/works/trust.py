"""On which step of the trust ladder each member stands."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rules.programme.conditions import Source
from rules.programme.trust import TrustStep
from rules.works.trust import AT_FIRST, Standing
from storage import touched
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "member, step, needs, given_at, reason, proposal"
GIVEN, CONFIRMED = "trust.set", "trust.confirmed"


def _standing(row: Any) -> Standing:
    return Standing(TrustStep(row.step), json.loads(row.needs), row.given_at, row.reason, row.proposal is None)


def of_member(tx: Tx, member: int) -> Standing:
    """Where the member stands."""
    return between(tx, member, member).get(member, AT_FIRST)


def between(tx: Tx, first: int, last: int) -> dict[int, Standing]:
    """Where the members from one number to another stand, those who were put anywhere."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM trust WHERE member BETWEEN :first AND :last", first=first, last=last)
    return {row.member: _standing(row) for row in rows}


def put(
    tx: Tx,
    member: int,
    step: TrustStep,
    by: int,
    now: int,
    reason: str,
    needs: Mapping[str, int] | None = None,
    proposal: int | None = None,
) -> None:
    """The member stands on that step from now on: by hand, or because a `proposal` was confirmed."""
    touched.mark(tx, Source.TRUST, member)
    tx.run(
        """
        INSERT INTO trust (member, step, needs, given_by, given_at, reason, proposal)
        VALUES (:member, :step, :needs, :by, :now, :reason, :proposal) ON CONFLICT (member) DO UPDATE SET
        step = excluded.step, needs = excluded.needs, given_by = excluded.given_by, given_at = excluded.given_at,
        reason = excluded.reason, proposal = excluded.proposal
        """,
        member=member,
        step=step.value,
        needs=json.dumps(needs or {}),
        by=by,
        now=now,
        reason=reason,
        proposal=proposal,
    )


def suspended_until(tx: Tx, member: int) -> int | None:
    """Until when (UTC seconds) the latest suspension lasted or lasts; one that was lifted never was."""
    found: int | None = tx.value(
        "SELECT max(until) FROM sanction WHERE member = :member AND grade = 'suspension' AND state IN ('running', 'over')",
        member=member,
    )
    return found


def vouched(tx: Tx) -> Iterator[tuple[int, bool]]:
    """Each member who was put on a step, and whether somebody did so: by confirming just that, or by hand."""
    rows = tx.each(
        """
        SELECT trust.member, trust.step, trust.proposal, asked.id AS confirmed, audit.detail FROM trust
        LEFT JOIN trust_proposal AS asked ON asked.id = trust.proposal AND asked.member = trust.member
        AND asked.step = trust.step AND asked.state = 'confirmed' AND asked.settled_by = trust.given_by
        AND asked.settled_at = trust.given_at
        LEFT JOIN audit ON trust.proposal IS NULL AND audit.subject = trust.member AND audit.actor = trust.given_by
        AND audit.at = trust.given_at AND audit.act = :given
        ORDER BY trust.member, audit.id
        """,
        given=GIVEN,
    )
    found: dict[int, bool] = {}
    for row in rows:
        by_hand = row.detail is not None and json.loads(row.detail).get("step") == row.step
        found[row.member] = found.get(row.member, False) or row.confirmed is not None or by_hand
    yield from found.items()


OWN = (
    Own("trust", fate=GOES),
    Own("trust", "given_by", but=("needs",), fate=STAYS),
)
