"""How one reward is split among a team: by the shares that were fixed at the start, in whole points that sum exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from msgspec import Struct

from rules.programme.projects import Undelivered
from rules.refusals import Refusal

WHOLE = 100


class Stake(Struct, frozen=True):
    """Somebody's stake: the share of their role in percent, with how many they have it, and whether their part is there."""

    share: int
    among: int
    delivered: bool


@dataclass(eq=False)
class WholeMissing(Refusal):
    """What the team was to make is not approved, so there is nothing to pay yet."""

    title: str


@dataclass(eq=False)
class PartsWaiting(Refusal):
    """So many parts wait for their review, and may still share."""

    waiting: int


@dataclass(eq=False)
class OwnTeam(Refusal):
    """Nobody of the staff pays a team that they are in."""


def fractions(stakes: Sequence[Stake], undelivered: Undelivered) -> tuple[Fraction, ...]:
    """Of what part of the reward each is worthy: nothing without a part, whose share goes where the brand says."""
    own = [Fraction(one.share, WHOLE * one.among) if one.delivered else Fraction(0) for one in stakes]
    delivered = sum(one.delivered for one in stakes)
    if not delivered or undelivered is Undelivered.UNPAID:
        return tuple(own)
    left = 1 - sum(own, Fraction(0))
    if undelivered is Undelivered.EVENLY:
        return tuple(mine + left / delivered if mine else mine for mine in own)
    return tuple(mine / (1 - left) for mine in own)


def split(reward: int, parts: Sequence[Fraction]) -> tuple[int, ...]:
    """`reward` in whole points by these parts of it: what is left over goes to the largest remainders, the first of equals."""
    exact = [reward * part for part in parts]
    points = [floor(one) for one in exact]
    over = floor(sum(exact)) - sum(points)
    by_remainder = sorted(range(len(parts)), key=lambda nth: (points[nth] - exact[nth], nth))
    for nth in by_remainder[:over]:
        points[nth] += 1
    assert sum(points) == floor(sum(exact)), (reward, parts)
    return tuple(points)
