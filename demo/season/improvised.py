"""Weeks without end: once the written ones are played, the cast goes on from a list of sayings, none of them twice."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from math import gcd, prod

from msgspec import Struct

from demo.season.cast import CHARACTERS, NEWCOMERS, STAFF
from demo.season.script import WEEKS, Script, Step

EARLY = ("韩冬", "罗一", "高鹏", "周建国")
# Who has said goodbye, and before which of these weeks.
RESTING = {"罗一": 5}
PRAISED_BY = 4
ASKED_A_DAY = 2
_SLOT = re.compile(r"\{([^}]+)\}")
_KIND = re.compile(r"\[(.+)\]")
DAYS = 7
TALKERS = tuple(one.name for one in CHARACTERS if one.name not in (*STAFF, *NEWCOMERS) and one.language != "en")


class Sayings(Struct, frozen=True):
    """The words that fill the slots, and the sayings of each kind with their slots."""

    words: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[str, ...]]

    def said(self, kind: str, number: int) -> list[str]:
        """The `number`-th saying of that kind, in its parts: another one each time until all combinations are used up."""
        turn, place = divmod(number, len(self.kinds[kind]))
        return self.line(kind, place, turn)

    def line(self, kind: str, place: int, turn: int) -> list[str]:
        """One line of that kind, filled for the `turn`-th time."""
        line = self.kinds[kind][place]
        slots = sorted(set(_SLOT.findall(line)))
        at = _walk(turn, prod(len(self.words[slot]) for slot in slots))
        chosen: dict[str, str] = {}
        for slot in slots:
            at, word = divmod(at, len(self.words[slot]))
            chosen[slot] = self.words[slot][word]
        return _SLOT.sub(lambda slot: chosen[slot[1]], line).split("｜")


def _walk(number: int, size: int) -> int:
    """The `number`-th place on a walk through `size` places that visits each once before it begins again."""
    stride = max(1, round(size * 0.618))
    while gcd(stride, size) != 1:
        stride += 1
    return number * stride % size


@cache
def sayings() -> Sayings:
    """What `weeks/improvised.txt` holds."""
    words: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, list[str]] = {}
    kind = ""
    for line in (WEEKS / "improvised.txt").read_text("utf-8").splitlines():
        if head := _KIND.fullmatch(line):
            kind = head[1]
        elif line and not line.startswith("#") and not kind:
            name, _, listed = line.partition("：")
            words[name] = tuple(listed.split("、"))
        elif line and kind:
            kinds.setdefault(kind, []).append(line)
    return Sayings(words, {kind: tuple(lines) for kind, lines in kinds.items()})


def improvised(number: int) -> Script:
    """The `number`-th week (from 0) that nobody wrote: the same number, the same week; no saying comes twice."""
    week = _Week(number)
    title = sayings().words["标题"][0].format(number + 1)
    steps = sorted(week.steps(), key=lambda step: (step.day, step.minute))
    return Script(f"improvised-{number}", tuple(f"{title} · {day}" for day in sayings().words["星期"]), tuple(steps))


def _light(words: str) -> str:
    """The light that a picture is painted in, by what is said of it first."""
    *times, otherwise = sayings().words["光线"]
    at = {words.find(time): light for time, light in (pair.split("→") for pair in times) if time in words}
    return at[min(at)] if at else otherwise


class _Week:
    """One week being made up."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._dice = random.Random(number)
        # Who helps most this week; somebody else than the week before, for nobody wins twice in a row.
        self._talkers = tuple(name for name in TALKERS if number < RESTING.get(name, number + 1))
        self._hero = self._talkers[(number * 5) % len(self._talkers)]
        self._author = self._others(2)

    def steps(self) -> Iterator[Step]:
        """Everything that people do, in no order."""
        yield from self._challenge()
        for day in range(DAYS):
            yield from self._checked_in(day)
            yield from self._chatted(day)
            for n in range(ASKED_A_DAY):
                yield from self._asked(day, n)
        yield from self._shared(2)
        yield from self._handed_in(1, returned=True)
        yield from self._handed_in(3, returned=False)
        yield from self._redeemed(4)
        yield Step(6, 20 * 60 + 6, ("莫莉",), "press", place="运营", what=self._say("公布"))

    def _others(self, count: int, *but: str) -> list[str]:
        return self._dice.sample([name for name in self._talkers if name not in but], count)

    def _nth(self, kind: str, of_week: int, n: int) -> list[str]:
        """The n-th saying of this week, of so many that a week takes."""
        return sayings().said(kind, self._number * of_week + n)

    def _say(self, kind: str) -> str:
        """A word that does something, or the label of a button."""
        return sayings().words[kind][0]

    def _checked_in(self, day: int) -> Iterator[Step]:
        early = tuple(name for name in EARLY if name in self._talkers)
        yield Step(day, 440, early, place="签到", what=self._say("签到"))
        yield Step(day, 480, tuple(self._others(4, *EARLY)), place="签到", what=self._say("打卡"))

    def _chatted(self, day: int) -> Iterator[Step]:
        for n in range(2):
            name, (said,) = f"c{day}{n}", self._nth("闲聊", 14, day * 2 + n)
            speaker, liker = self._others(2)
            minute = 560 + 430 * n + self._dice.randint(0, 100)
            yield Step(day, minute, (speaker,), place="闲聊", name=name, what=said)
            yield Step(day, minute + 3, (liker,), "react", reply=name, what=self._dice.choice("👍🔥😁🎉👏"))

    def _asked(self, day: int, n: int) -> Iterator[Step]:
        question, answer, more, praise = self._nth("问答", 7 * ASKED_A_DAY, day * ASKED_A_DAY + n)
        asker, second = self._others(2, self._hero)
        first = self._hero if n == 0 and day % 2 == 0 else self._others(1, asker, second, self._hero)[0]
        name, minute = f"q{day}{n}", 600 + 300 * n + self._dice.randint(0, 120)
        yield Step(day, minute, (asker,), place="提问", name=name, what=question)
        yield Step(day, minute + 8, (first,), reply=name, name=f"{name}a", what=answer)
        yield Step(day, minute + 11, (second,), reply=name, what=more)
        yield Step(day, minute + 25, (asker,), reply=f"{name}a", what=self._say("采纳"))
        yield Step(day, minute + 26, (asker,), reply=f"{name}a", what=f"谢谢，{praise}")

    def _shared(self, day: int) -> Iterator[Step]:
        """The hero gives everybody something, and several people thank for it."""
        (said,) = self._nth("分享", 1, 0)
        yield Step(day, 750, (self._hero,), place="闲聊", name="shared", what=said)
        for n, giver in enumerate(self._others(PRAISED_BY, self._hero)):
            (praise,) = self._nth("夸奖", PRAISED_BY, n)
            yield Step(day, 753 + 4 * n, (giver,), reply="shared", what=f"谢谢，{praise}")

    def _challenge(self) -> Iterator[Step]:
        form = "\n".join(sayings().kinds["挑战表单"])
        for slot, words in zip(("题目", "赛道", "作品形式"), self._nth("题目", 1, 0), strict=True):
            form = form.replace(f"{{{slot}}}", words)
        yield Step(0, 570, ("莫莉",), place="运营", what=f"/newchallenge\n{form}")
        yield Step(0, 572, ("莫莉",), "press", place="运营", what=self._say("发布挑战"))

    def _handed_in(self, day: int, *, returned: bool) -> Iterator[Step]:
        """A work, returned once with a hint or approved at once."""
        author = self._author[returned]
        title, track, _ = self._nth("题目", 1, 0)
        turn, place = divmod(self._number, len(sayings().kinds["题目"]))
        first, second = sayings().line("作品", place, 2 * turn + returned)
        if returned:
            yield self._sent(day, 620, author, title, first)
            missing = dict(pair.split("→") for pair in sayings().words["退回的话"])
            yield from self._reviewed(day, 640, missing[track], self._say("退回"))
        yield self._sent(day, 840, author, title, second)
        liked, verdict = (self._dice.choice(sayings().words[kind]) for kind in (f"好评{track}", "通过"))
        yield from self._reviewed(day, 870, liked, verdict)

    def _sent(self, day: int, minute: int, author: str, title: str, words: str) -> Step:
        sample = f"即兴{self._number}-{day}-{minute}{_light(words)}"
        return Step(day, minute, (author,), place="挑战", media=("photo", sample), what=f"#挑战{{{title}}} {words}")

    def _reviewed(self, day: int, minute: int, chip: str, verdict: str) -> Iterator[Step]:
        seen_first = (self._say("发到频道"),) if verdict == self._say("先看再发") else ()
        for n, label in enumerate((self._say("认领作品"), chip, verdict, *seen_first)):
            yield Step(day, minute + n, ("许瑞秋",), "press", place="运营", what=label)

    def _redeemed(self, day: int) -> Iterator[Step]:
        """Somebody takes a small reward, and the desk hands it out."""
        (buyer,) = self._others(1)
        yield Step(day, 770, (buyer,), place="私聊", what=self._say("进商城"))
        for n, label in enumerate(sayings().words["兑换"]):
            yield Step(day, 771 + n, (buyer,), "press", place="私聊", what=label)
        yield Step(day, 775, (buyer,), place="私聊", what=f"星途中心店 {self._number + 1} 号柜，{buyer}，到店自取")
        yield Step(day, 900, ("莫莉",), "press", place="运营", what=self._say("接单"))
        yield Step(day, 910, ("莫莉",), "press", place="运营", what=self._say("寄出"))
