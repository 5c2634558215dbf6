"""The operators' monthly report: a month's figures, what they were the month before, and what can be done about each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from msgspec import Struct

from rules.money import Money
from rules.periods import Span, before, month_of
from rules.refusals import Refusal

TOP, MOST_PERCENT = 3, 80
SAID = ("this", "last")
DAY_S = 86_400
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NUMBER = re.compile(r"\D{0,2}0?(1[0-2]|[1-9])\D{0,2}")


class Figures(Struct, frozen=True):
    """A month in numbers. Each is defined in the handbook (docs/operators.zh-CN.md).

    `first_answer_s` is the median of seconds until somebody else answered. `helps` are deeds of `helpers`, `top_helps`
    of the three who helped most, `carriers` how many did four fifths. `came` are newcomers of the month before, `stayed`
    who of them was still there. `works_due` are works whose promised time ended, `in_time` those reviewed by then. `on_...`
    stand on that stage. The last four are as they stand at the end, and None where nobody looked then.
    """

    asked: int
    replied: int
    in_a_day: int
    first_answer_s: int | None
    helpers: int
    helps: int
    top_helps: int
    carriers: int
    came: int
    stayed: int
    works_due: int
    in_time: int
    on_sprout: int
    on_active: int
    on_mature: int
    on_alumni: int
    issued: int
    redeemed: int
    outstanding: int | None
    scarce: int | None
    wishes: int | None
    sought: int | None


class Shares(Struct, frozen=True):
    """Parts of the figures in percent: questions answered in a day, help by the three who helped most, newcomers who stayed,
    works reviewed in time; None of nothing. `unanswered` is how many questions nobody answered.
    """

    in_a_day: int | None
    top: int | None
    stayed: int | None
    in_time: int | None
    unanswered: int


class Waiting(Struct, frozen=True):
    """A question of the month that nobody has answered."""

    number: int
    text: str
    link: str | None


class Scarce(Struct, frozen=True):
    """A reward that will not last: so many pieces are left, for so many days (0: sold out)."""

    number: int
    title: str
    stock: int
    days: int


class Wished(Struct, frozen=True):
    """A reward that so many people wait for."""

    number: int
    title: str
    people: int


class Sought(Struct, frozen=True):
    """Words that were searched for in vain, and how often."""

    words: str
    times: int


class Paid(Struct, frozen=True):
    """A rule by which so many points were paid."""

    rule: str
    points: int


class ToDo(Struct, frozen=True):
    """What the figures lead to, the first of each; only of the month that was over last."""

    waiting: tuple[Waiting, ...] = ()
    scarce: tuple[Scarce, ...] = ()
    wished: tuple[Wished, ...] = ()
    sought: tuple[Sought, ...] = ()


class MonthlyReport(Struct, frozen=True):
    """A month (1 to 12) of a year beside the one before it; `before` is None for the first, and for one `so_far`.

    `helped_most` are names of those who helped most, `paid` the rules that paid most. `worth` is what the
    outstanding points are worth at so much for a hundred, where the brand says so.
    """

    year: int
    number: int
    month_before: int
    this: Figures
    before: Figures | None
    shares: Shares
    shares_before: Shares | None
    helped_most: tuple[str, ...]
    paid: tuple[Paid, ...]
    hundred: Money | None
    worth: Money | None
    worth_before: Money | None
    stay_days: int
    stock_days: int
    to_do: ToDo | None
    so_far: bool = False


@dataclass(eq=False)
class NoSuchMonth(Refusal):
    """Nothing that names a month was written."""

    words: str


@dataclass(eq=False)
class MonthNotOver(Refusal):
    """That month (1 to 12) is to come."""

    year: int
    number: int


@dataclass(eq=False)
class MonthBeforeUs(Refusal):
    """In that month there was no community yet."""

    year: int
    number: int


def shares(figures: Figures) -> Shares:
    """What the figures are in percent."""
    return Shares(
        percent(figures.in_a_day, figures.asked),
        percent(figures.top_helps, figures.helps),
        percent(figures.stayed, figures.came),
        percent(figures.in_time, figures.works_due),
        figures.asked - figures.replied,
    )


def percent(part: int, whole: int) -> int | None:
    """Rounded to the nearest; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def median(seconds: Iterable[int]) -> int | None:
    """Half are no more than this; None of none."""
    known = sorted(seconds)
    return median_low(known) if known else None


def concentrated(helps: Sequence[int]) -> tuple[int, int]:
    """What the three who helped most did, and how few together did four fifths; `helps` in any order."""
    ranked, total, done, carriers = sorted(helps, reverse=True), sum(helps), 0, 0
    while 100 * done < MOST_PERCENT * total:
        done, carriers = done + ranked[carriers], carriers + 1
    return sum(ranked[:TOP]), carriers


def lasts_days(stock: int, redeemed: int, days: int) -> int | None:
    """How many days so many pieces last where so many went in `days`; None where none did, and some are left."""
    if not stock:
        return 0
    return stock * max(days, 1) // redeemed if redeemed else None


def worth(points: int | None, hundred: Money | None) -> Money | None:
    """What so many points are worth, to the nearest smallest unit."""
    if points is None or hundred is None:
        return None
    return Money((points * hundred.minor + 50) // 100, hundred.currency)


def named(words: str, called: str | None, today: date) -> str:
    """The month that was meant, as `2026-11`: with its year, else the latest of that name that has begun.

    `called` is the number of the month that the words without a year name, if they are a month's name, or one of SAID;
    without words it is the last month. Raises NoSuchMonth.
    """
    if not words.strip():
        return before(Span.MONTH, today)
    year, rest = _split(words)
    number = _NUMBER.fullmatch(rest)
    if called in SAID:
        this = month_of(today)
        return this if called == "this" else before(Span.MONTH, today)
    if called is None and number is None:
        raise NoSuchMonth(words.strip()[:20])
    month = int(called or (number[1] if number else "0"))
    if year is None:
        year = today.year if (today.year, month) <= (today.year, today.month) else today.year - 1
    return month_of(date(year, month, 1))


def bare(words: str) -> str:
    """The words without a year."""
    return _split(words)[1]


def _split(words: str) -> tuple[int | None, str]:
    found = _YEAR.search(words)
    rest = _YEAR.sub("", words, count=1).strip(" ,，-/")
    return (int(found[1]) if found else None), rest
