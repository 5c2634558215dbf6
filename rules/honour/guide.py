"""The scoring guide: the very numbers the engine pays by, and what differs between two versions of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from rules.daily.thanks import DIVISORS
from rules.programme.limits import Limits
from rules.programme.points import POINTS, Per
from rules.programme.programme import Programme

# Limits that decide about points; the guide names each, and a change of one is announced.
LIMITS = (
    "probation_days",
    "probation_messages",
    "thanks_per_giver_day",
    "thanks_window_days",
    "thanks_cooldown_s",
    "thanks_per_receiver_day",
    "accepted_from_one_asker_day",
    "unaccept_hours",
    "grant_alone_member_day",
    "grant_alone_staff_day",
    "newcomer_days",
    "redemption_hours",
)
STREAK = ("make_up_days", "shields_most", "helps_per_shield")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a rule pays, once per what."""

    rule: str
    points: int
    per: Per


@dataclass(frozen=True, slots=True)
class Step:
    """Points from, or at, the n-th day in a row."""

    day: int
    points: int


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything the guide speaks of. `divisors` are those of the first, second ... thank of a pair."""

    rules: tuple[Worth, ...]
    bonus: tuple[Step, ...]
    milestones: tuple[Step, ...]
    divisors: tuple[int, ...]
    thanks: int
    limits: Limits
    make_up_days: int
    shields_most: int
    helps_per_shield: int
    best_assist_people: int
    version: str


@dataclass(frozen=True, slots=True)
class Change:
    """One number that is another one now: in which table (`points`, `bonus`, `milestones`, `streak`, `limits`) and row.

    None stands for a row that did not exist before, or does not any more.
    """

    table: str
    row: str
    before: int | None
    after: int | None


def guide(programme: Programme) -> Guide:
    """The guide to that programme."""
    streak = programme.streak
    return Guide(
        rules=tuple(Worth(rule.name, programme.points[rule.name], rule.per) for rule in POINTS if rule.published),
        bonus=tuple(Step(day, points) for day, points in sorted(streak.bonus.items())),
        milestones=tuple(Step(day, points) for day, points in sorted(streak.milestones.items())),
        divisors=DIVISORS,
        thanks=programme.points["thanks"],
        limits=programme.limits,
        make_up_days=streak.make_up_days,
        shields_most=streak.shields_most,
        helps_per_shield=streak.helps_per_shield,
        best_assist_people=programme.announcements.best_assist_people,
        version=programme.version,
    )


def numbers(programme: Programme) -> dict[str, int]:
    """Every number the guide names, by table and row (`points.checkin`)."""
    streak = programme.streak
    return {
        **{f"points.{rule.name}": programme.points[rule.name] for rule in POINTS if rule.published},
        **{f"bonus.{day}": points for day, points in sorted(streak.bonus.items())},
        **{f"milestones.{day}": points for day, points in sorted(streak.milestones.items())},
        **{f"streak.{name}": getattr(streak, name) for name in STREAK},
        **{f"limits.{f.name}": getattr(programme.limits, f.name) for f in fields(Limits) if f.name in LIMITS},
        "announcements.best_assist_people": programme.announcements.best_assist_people,
    }


def changes(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Change, ...]:
    """What differs between two versions, in the order of the guide."""
    rows = [row for row in dict.fromkeys((*after, *before)) if before.get(row) != after.get(row)]
    return tuple(Change(*_address(row), before.get(row), after.get(row)) for row in rows)


def _address(row: str) -> tuple[str, str]:
    table, _, name = row.partition(".")
    return table, name
