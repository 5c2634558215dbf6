"""The scoring guide: the very numbers the engine pays by, and what differs between two versions of them."""

from collections.abc import Mapping

from msgspec import Struct

from rules.programme.announcements import Announcements
from rules.programme.boards import Boards
from rules.programme.conditions import Checked, checklist
from rules.programme.discoveries import Discoveries
from rules.programme.grants import Grants
from rules.programme.orders import Orders
from rules.programme.points import POINTS, Per
from rules.programme.programme import Programme
from rules.programme.questions import Questions
from rules.programme.sharing import Sharing
from rules.programme.streak import Streak
from rules.programme.thanks import Thanks
from rules.programme.trust import TrustLadder, TrustStep
from rules.values import replace

# Numbers that decide about points beside those of the tables, by section; the guide names each, changes are announced.
NUMBERS: dict[str, tuple[str, ...]] = {
    "streak": ("make_up_days", "shields_most", "helps_per_shield"),
    "thanks": (
        "probation_days",
        "probation_messages",
        "per_giver_day",
        "per_receiver_day",
        "cooldown_s",
        "window_days",
    ),
    "questions": ("accepted_from_one_asker_day", "unaccept_hours"),
    "sharing": ("words_least", "per_day", "per_week"),
    "discoveries": ("words_least", "per_day"),
    "grants": ("alone_member_day", "alone_staff_day"),
    "boards": ("newcomer_days",),
    "orders": ("expire_hours",),
    "announcements": ("best_assist_people",),
}


# What a section of the guide tells by itself: with which rules.
SECTIONS: dict[str, tuple[str, ...]] = {
    "lasting": (),
    "streak": ("checkin", "checkin_milestone"),
    "thanks": ("thanks",),
    "questions": ("answer_accepted", "question_solved"),
    "sharing": ("share_words", "share_picture", "share_video"),
    "discoveries": ("idea", "featured_post"),
}


class Worth(Struct, frozen=True):
    """What a rule pays, once per what; `varies` when that is decided each time."""

    rule: str
    points: int
    per: Per
    varies: bool


class Step(Struct, frozen=True):
    """Points from, or at, the n-th day in a row."""

    day: int
    points: int


class TrustAsked(Struct, frozen=True):
    """A step of trust and what it `asks`, nothing where staff give it by hand."""

    step: TrustStep
    asks: tuple[Checked, ...]


class Guide(Struct, frozen=True):
    """Everything the guide speaks of: what pays, and the sections with numbers that decide about it; the `steps` of trust
    above the first, and the title of the level that opens the `core` group, where one does. One section may be `wanted`.
    """

    rules: tuple[Worth, ...]
    bonus: tuple[Step, ...]
    milestones: tuple[Step, ...]
    streak: Streak
    thanked: int
    thanks: Thanks
    questions: Questions
    sharing: Sharing
    discoveries: Discoveries
    grants: Grants
    boards: Boards
    orders: Orders
    announcements: Announcements
    steps: tuple[TrustAsked, ...]
    version: str
    core: str = ""
    wanted: str = ""


class Change(Struct, frozen=True):
    """One number that is another one now: in which table and row.

    Tables are `points`, `bonus`, `milestones`, `divisors`, the steps of trust, and sections.

    None stands for a row that did not exist before, or does not any more.
    """

    table: str
    row: str
    before: int | None
    after: int | None


def guide(programme: Programme, core: str = "") -> Guide:
    """The guide to that programme."""
    streak = programme.streak
    return Guide(
        rules=tuple(
            Worth(rule.name, programme.points[rule.name], rule.per, rule.varies) for rule in POINTS if rule.published
        ),
        bonus=tuple(Step(day, points) for day, points in sorted(streak.bonus.items())),
        milestones=tuple(Step(day, points) for day, points in sorted(streak.milestones.items())),
        streak=streak,
        thanked=programme.points["thanks"],
        thanks=programme.thanks,
        questions=programme.questions,
        sharing=programme.sharing,
        discoveries=programme.discoveries,
        grants=programme.grants,
        boards=programme.boards,
        orders=programme.orders,
        announcements=programme.announcements,
        steps=_steps(programme.trust),
        version=programme.version,
        core=core,
    )


def section(whole: Guide, wanted: str) -> Guide:
    """What that section of it tells."""
    return replace(whole, wanted=wanted, rules=tuple(one for one in whole.rules if one.rule in SECTIONS[wanted]))


def _steps(ladder: TrustLadder) -> tuple[TrustAsked, ...]:
    return tuple(TrustAsked(step, checklist(ladder.asks(step), {})) for step in TrustStep if step is not TrustStep.BASE)


def numbers(programme: Programme) -> dict[str, int]:
    """Every number the guide names, by table and row (`points.checkin`)."""
    streak = programme.streak
    return {
        **{f"points.{rule.name}": programme.points[rule.name] for rule in POINTS if rule.published},
        **{f"bonus.{day}": points for day, points in sorted(streak.bonus.items())},
        **{f"milestones.{day}": points for day, points in sorted(streak.milestones.items())},
        **{f"divisors.{nth}": divisor for nth, divisor in enumerate(programme.thanks.divisors, 1)},
        **{f"{part}.{name}": getattr(getattr(programme, part), name) for part in NUMBERS for name in NUMBERS[part]},
        **{f"{step}.{name}": much for step in TrustStep for name, much in programme.trust.asks(step).items()},
    }


def changes(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Change, ...]:
    """What differs between two versions, in the order of the guide."""
    rows = [row for row in dict.fromkeys((*after, *before)) if before.get(row) != after.get(row)]
    return tuple(Change(*_address(row), before.get(row), after.get(row)) for row in rows)


def _address(row: str) -> tuple[str, str]:
    table, _, name = row.partition(".")
    return table, name
