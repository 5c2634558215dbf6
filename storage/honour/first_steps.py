"""First steps: which somebody has taken, and where that is to be seen."""

from collections.abc import Iterable

from rules.honour.first_step import FirstStep
from storage.declarations import GOES, Own
from storage.engine.tx import Tx

_FOUND = {
    FirstStep.AGREE: "SELECT 1 FROM member WHERE id = :member AND covenant_version > 0",
    FirstStep.HELLO: """
        SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        AND part IN ('community', 'core') WHERE member = :member AND messages > 0
    """,
    FirstStep.CHECK_IN: "SELECT 1 FROM check_in WHERE member = :member AND how <> 'passed'",
    FirstStep.ASK: "SELECT 1 FROM question WHERE asker = :member",
    FirstStep.THANK: "SELECT 1 FROM thanks WHERE giver = :member AND receiver IS NOT NULL",
    FirstStep.CHALLENGE: "SELECT 1 FROM submission WHERE member = :member AND standing <> 'withdrawn'",
}


def found(tx: Tx, member: int, steps: Iterable[FirstStep]) -> list[FirstStep]:
    """Those of the steps that the member has taken, as facts have it."""
    return [step for step in steps if tx.value(f"{_FOUND[step]} LIMIT 1", member=member)]


def taken(tx: Tx, member: int) -> frozenset[FirstStep]:
    """Those that were found before."""
    rows = tx.all("SELECT step FROM first_step WHERE member = :member", member=member)
    return frozenset(FirstStep(row.step) for row in rows)


def keep(tx: Tx, member: int, step: FirstStep, now: int) -> None:
    """The member has taken it; found now (UTC seconds)."""
    tx.run(
        "INSERT INTO first_step (member, step, at) VALUES (:member, :step, :now) ON CONFLICT DO NOTHING",
        member=member,
        step=step.value,
        now=now,
    )


OWN = (Own("first_step", fate=GOES),)
