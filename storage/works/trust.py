"""On which step of the trust ladder each member stands."""

from rules.works.trust import TrustStep
from storage.engine.tx import Tx


def step_of(tx: Tx, member: int) -> TrustStep:
    """The member's step; BASE until staff raised it."""
    return TrustStep(tx.value("SELECT step FROM trust WHERE member = :member", member=member) or TrustStep.BASE)


def put(tx: Tx, member: int, step: TrustStep, giver: int, now: int) -> None:
    """The member stands on that step from now on."""
    tx.run(
        "INSERT INTO trust (member, step, given_by, given_at) VALUES (:member, :step, :giver, :now)"
        " ON CONFLICT (member) DO UPDATE SET step = excluded.step, given_by = excluded.given_by, given_at = excluded.given_at",
        member=member,
        step=step.value,
        giver=giver,
        now=now,
    )
