"""A monthly report that somebody asked for and that takes long to count: it is counted in parts, and comes where they asked."""

import json
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import astuple

from actions.operations import monthly
from rules.occasion import Occasion
from rules.operations.monthly import MonthBeforeUs, MonthlyReport
from rules.people import OPERATING
from storage import facts, members
from storage.engine.tx import Tx

WISHES = "monthly_wishes"
MOST = 20


class Wish(Struct, frozen=True):
    """Which month was asked for, and where it is told: in the group `group`, or to `member` in private (our ids)."""

    month: str
    group: int | None
    member: int


class Counting(Struct, frozen=True):
    """The report of that month is being counted, and comes here in a moment."""

    year: int
    number: int


def ask(tx: Tx, wish: Wish) -> Counting:
    """It is counted from now on; who asks a second time waits for the same."""
    waiting = _wishes(tx)
    if (wish.month, wish.group or wish.member) not in {(one.month, one.group or one.member) for one in waiting}:
        _keep(tx, [*waiting, wish][-MOST:])
    year, number = wish.month.split("-")
    return Counting(int(year), int(number))


def next_part(tx: Tx, occasion: Occasion) -> bool:
    """Count a part of what was asked for first; whether there was one left to count."""
    waiting = _wishes(tx)
    try:
        return bool(waiting) and monthly.prepare(tx, waiting[0].month, occasion)
    except MonthBeforeUs:
        return False


def answer(tx: Tx, occasion: Occasion) -> tuple[Wish, MonthlyReport] | None:
    """What was asked for first is told, once its parts are counted; nothing where there is no such month any more."""
    waiting = _wishes(tx)
    if not waiting:
        return None
    wish, *later = waiting
    _keep(tx, later)
    try:
        told = monthly.tell(tx, wish.month, occasion)
    except MonthBeforeUs:
        return None
    if wish.month not in {one.month for one in later}:
        monthly.unprepare(tx, wish.month, occasion)
    return wish, told


def still(tx: Tx, wish: Wish) -> bool:
    """Whether it may be told: to the team in its group, in private to one who has not left it meanwhile."""
    return wish.group is not None or bool(members.roles(tx, wish.member) & OPERATING)


def left(tx: Tx) -> bool:
    """Whether somebody waits for another one."""
    return bool(_wishes(tx))


def _wishes(tx: Tx) -> list[Wish]:
    return [Wish(*one) for one in json.loads(facts.get(tx, WISHES) or "[]")]


def _keep(tx: Tx, wishes: Iterable[Wish]) -> None:
    kept = [astuple(one) for one in wishes]
    if kept:
        facts.put(tx, WISHES, json.dumps(kept))
    else:
        facts.drop(tx, WISHES)
