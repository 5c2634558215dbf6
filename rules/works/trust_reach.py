"""Whether anybody can come to a step of trust: what can't be met, and what is counted short without a right."""

from collections.abc import Collection

from msgspec import Struct

from rules.programme.conditions import NAMED, Source
from rules.programme.trust import TrustLadder, TrustStep
from rules.works.challenge import ChallengeKind, SkillTrack

# Works of a kind of challenge, which whoever lacks its step can't hand in.
OF_A_KIND = {
    "framework_featured": (ChallengeKind.FRAMEWORK, TrustStep.FRAMEWORK),
    "open_works": (ChallengeKind.OPEN, TrustStep.OPEN),
}
# Without administrator rights Telegram hides reactions and comings and goings from a bot.
HIDDEN = frozenset({Source.THANKS, Source.BELONGING})


class OutOfReach(Struct, frozen=True):
    """What a step asks for and nobody can meet."""

    step: TrustStep
    condition: str
    needs: int


def out_of_reach(
    ladder: TrustLadder, published: Collection[tuple[ChallengeKind, TrustStep]], *, assists: bool = True
) -> tuple[OutOfReach, ...]:
    """Conditions that nobody can meet; `published` are the kinds of challenge there are, with the step that each took.

    `assists`: somebody is named best assist every week.
    """
    return tuple(
        OutOfReach(step, name, much)
        for step in TrustStep
        for name, much in ladder.asks(step).items()
        if _too_many_tracks(name, much)
        or (name == "best_assists" and not assists)
        or _takes_the_step_itself(step, name, published)
    )


def _too_many_tracks(name: str, much: int) -> bool:
    return name == "tracks_tried" and much > len(SkillTrack)


def _takes_the_step_itself(step: TrustStep, name: str, published: Collection[tuple[ChallengeKind, TrustStep]]) -> bool:
    """Works of a kind that the step opens, or one above it, where no challenge of that kind took less."""
    if name not in OF_A_KIND:
        return False
    kind, opened_by = OF_A_KIND[name]
    eased = any(one is kind and took.place < step.place for one, took in published)
    return opened_by.place >= step.place and not eased


def counted_short(ladder: TrustLadder) -> tuple[str, ...]:
    """Conditions of the ladder that a bot which is no administrator counts short."""
    return tuple(name for name in NAMED if name in ladder.names and NAMED[name].reads & HIDDEN)
