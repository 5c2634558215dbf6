"""Arrivals: in each week of a quarter some people join, agree, say who they are and come back on the days after."""

from __future__ import annotations

import random
from collections.abc import Iterator

from demo.season.cast import ARRIVALS
from demo.season.improvised import sayings
from demo.season.script import Step

A_WEEK = 4
COMES_BACK = 0.5
DAYS = 7
# Who has gone again: after that day (from 0) of that week.
GONE = {"钱多多": (5, 1)}


def arriving(week: int) -> list[str]:
    """Who joins in that week of the quarter (from 0); nobody once all are there."""
    return [one.name for one in ARRIVALS[week * A_WEEK : (week + 1) * A_WEEK]]


def arrivals(week: int) -> Iterator[Step]:
    """What those do who join in that week, and those who joined before: the same week, the same steps."""
    dice = random.Random(f"arrivals{week}")
    for n, name in enumerate(arriving(week)):
        yield from _came(n, name, week * A_WEEK + n)
        yield from _returns(name, n + 1, dice)
    for earlier in range(week):
        for name in arriving(earlier):
            yield from (step for step in _returns(name, 0, dice) if (week, step.day) < GONE.get(name, (week + 1, 0)))


def _came(day: int, name: str, number: int) -> Iterator[Step]:
    """Joins at noon, agrees, and says hello."""
    agree = sayings().words["同意"][0]
    (hello,) = sayings().said("报到", number)
    yield Step(day, 722, (name,), "join", place="群")
    yield Step(day, 723, (name,), place="私聊", what="/start")
    yield Step(day, 724, (name,), "press", place="私聊", what=agree)
    yield Step(day, 727, (name,), place="闲聊", name=f"hello{number}", what=hello)


def _returns(name: str, since: int, dice: random.Random) -> Iterator[Step]:
    """Checks in on some mornings."""
    for day in range(since, DAYS):
        if dice.random() < COMES_BACK:
            yield Step(day, 500 + dice.randint(0, 90), (name,), place="签到", what=sayings().words["签到"][0])
