"""Small talk: what neighbours say to each other all day, and what needs no bot."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache

from demo.season.script import WEEKS, Step

DAYS = 7
MORNING, EVENING = 7 * 60, 22 * 60
# Minutes until the next one says something.
PAUSES = (1, 2, 2, 3, 5, 9)


@cache
def threads() -> tuple[tuple[str, ...], ...]:
    """What `weeks/smalltalk.txt` holds: in each line an opening, and what the others say to it."""
    lines = (WEEKS / "smalltalk.txt").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines)


def openings() -> tuple[str, ...]:
    """What somebody says without being asked."""
    return tuple(first for first, *_ in threads())


def week_of_talk(number: int, weeks: int, talkers: Sequence[str]) -> Iterator[Step]:
    """The `number`-th (from 0) of so many weeks among which all threads are shared out, none of them twice."""
    dice = random.Random(number)
    for place, thread in enumerate(threads()[number::weeks]):
        yield from _thread(f"talk{number}.{place}", place % DAYS, thread, talkers, dice)


def _thread(name: str, day: int, thread: Sequence[str], talkers: Sequence[str], dice: random.Random) -> Iterator[Step]:
    minute = dice.randint(MORNING, EVENING)
    first, *others = dice.sample(talkers, len(thread))
    yield Step(day, minute, (first,), place="闲聊", name=name, what=thread[0])
    for who, words in zip(others, thread[1:], strict=True):
        minute += dice.choice(PAUSES)
        answered = name if who == others[0] else ""
        yield Step(day, minute, (who,), place="" if answered else "闲聊", reply=answered, what=words)
