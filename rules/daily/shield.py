"""Shields: earned by helping, not bought; one mends one missed day of a streak."""

from dataclasses import dataclass

from msgspec import Struct

from rules.programme.streak import Streak
from rules.refusals import Refusal


class Shields(Struct, frozen=True):
    """What a member has: shields, and helps towards the next one."""

    have: int = 0
    helps: int = 0


@dataclass(eq=False)
class NoShield(Refusal):
    """There is no shield to mend a day with; `missing` more helps earn one."""

    missing: int


def after_help(shields: Shields, streak: Streak) -> Shields:
    """What one more help makes of them; with all the shields one can keep, the next help to come still counts."""
    if streak.helps_per_shield < 1:
        return shields
    if shields.helps + 1 < streak.helps_per_shield:
        return Shields(shields.have, shields.helps + 1)
    if shields.have < streak.shields_most:
        return Shields(shields.have + 1, 0)
    return Shields(shields.have, streak.helps_per_shield - 1)


def before_help(shields: Shields, streak: Streak) -> Shields:
    """What one help fewer makes of them; a shield that mended a day has mended it."""
    if streak.helps_per_shield < 1:
        return shields
    if shields.helps:
        return Shields(shields.have, shields.helps - 1)
    return Shields(shields.have - 1, streak.helps_per_shield - 1) if shields.have else shields


def missing(shields: Shields, streak: Streak) -> int:
    """How many more helps earn the next shield."""
    return max(streak.helps_per_shield - shields.helps, 0)
