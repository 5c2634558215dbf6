"""What a season asks of those who run the community: presses, words and reading, day by day, and how quiet it was.

Everything is counted as if one person did all of it: what the bot puts before the team, each card once; what the bot
tells one of them alone; what they press and write to it. What they read and say in the groups as everybody does is
talk, and not counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bench.figures import Figure
from bench.quiet import lasting
from bench.season import MONDAY, Lived, Seen, at_home
from demo.season.cast import STAFF, Cast
from demo.season.quarter import quarter
from demo.season.script import Step
from rules.reading.visible import shortened

# How long it takes on a phone: to find the place and look, to decide and press, to read and to type a character.
FIND_S, PRESS_S, READ_S, TYPED_S = 5.0, 4.0, 1 / 6, 1.0
LOOKED_AT_S = {"photo": 6.0, "video": 30.0}
LOOKED_AT_OTHERWISE_S = 10.0
WEEK = 7
TARGET_MIN = 16.0
# How many parts of the busiest day are named, each by its first characters.
PARTS_SHOWN, BEGUN = 12, 24
DESK, ALONE = "运营", "私聊"
# What the one message of an evening begins with.
EVENING = "☕"


@dataclass(slots=True)
class Day:
    """What one day asks: how often something is pressed, written and read, and how long each of it takes."""

    presses: int = 0
    messages: int = 0
    read: int = 0
    pressing_s: float = 0.0
    writing_s: float = 0.0
    reading_s: float = 0.0

    @property
    def minutes(self) -> float:
        """All of it."""
        return (self.pressing_s + self.writing_s + self.reading_s) / 60

    def press(self) -> None:
        """A button is pressed."""
        self.presses += 1
        self.pressing_s += PRESS_S

    def write(self, words: str) -> None:
        """Something is written to the bot."""
        self.messages += 1
        self.writing_s += FIND_S + len(words) * TYPED_S

    def look_at(self, one: Seen) -> None:
        """A message of the bot is found and read, a picture looked at, a film watched."""
        self.read += 1
        self.reading_s += FIND_S + len(one.text) * READ_S
        if one.media:
            self.reading_s += LOOKED_AT_S.get(one.media, LOOKED_AT_OTHERWISE_S)


def run(*, long: bool = False) -> Iterator[Figure]:
    """Minutes of a day in each week, the median and the busiest; who presses; and what the bot says unasked."""
    season = at_home()
    days = days_of(season)
    for week in range(len(quarter())):
        yield _week(week, days[week * WEEK : (week + 1) * WEEK])
    yield _all(days)
    yield from _busiest(season, days)
    yield from _by_whom()
    yield from _quiet(season)


def days_of(season: Lived) -> list[Day]:
    """Every day of the season."""
    days = [Day() for _ in range(len(quarter()) * WEEK)]
    for at, who, step in acts():
        if is_work(who, step):
            days[at].press() if step.verb == "press" else days[at].write(step.what)
    for one in season.seen:
        if one.day < len(days) and _is_read(one, season.cast):
            days[one.day].look_at(one)
    return days


def acts() -> Iterator[tuple[int, str, Step]]:
    """Everything that anybody does in the scripts, with its day (from 0)."""
    for week, scripts in enumerate(quarter()):
        for step in (step for script in scripts for step in script.steps):
            for who in step.who:
                yield week * WEEK + step.day, who, step


def is_work(who: str, step: Step) -> bool:
    """Whether it is done for the team: at its desk, or by one of it who calls the bot."""
    return step.place == DESK or (
        who in STAFF and (step.place == ALONE or step.verb == "press" or step.what[:1] == "/")
    )


def _is_read(one: Seen, cast: Cast) -> bool:
    """Put before the team, or told to one of it alone; a card that changes below one's own press is read there."""
    return one.alone in STAFF if one.alone else one.place is cast.staff and not one.changed


def _week(number: int, days: list[Day]) -> Figure:
    minutes = [day.minutes for day in days]
    pressed, written = sum(day.presses for day in days), sum(day.messages for day in days)
    told = f"{median(minutes):.0f} min, {max(minutes):.0f} on the busiest day; {pressed} presses, {written} messages"
    return Figure(f"week {number + 1}", told, f"{TARGET_MIN:.0f} min a day", max(minutes) <= TARGET_MIN)


def _all(days: list[Day]) -> Figure:
    minutes = [day.minutes for day in days]
    reading = sum(day.reading_s for day in days) / 60 / sum(minutes)
    told = f"{median(minutes):.0f} min, {max(minutes):.0f} on the busiest day; {100 * reading:.0f} % of it reading"
    return Figure("all weeks", told, f"{TARGET_MIN:.0f} min a day", max(minutes) <= TARGET_MIN)


def _busiest(season: Lived, days: list[Day]) -> Iterator[Figure]:
    """What the busiest day is made of: the longest parts of it, and the rest together."""
    at = max(range(len(days)), key=lambda day: days[day].minutes)
    parts = sorted(_parts(season, at), reverse=True)
    yield Figure("the busiest day", f"day {at % WEEK + 1} of week {at // WEEK + 1}: {days[at].minutes:.2f} min")
    for seconds, what in parts[:PARTS_SHOWN]:
        yield Figure(f"  {what}", f"{seconds:.0f} s")
    yield Figure("  and the rest", f"{sum(seconds for seconds, _ in parts[PARTS_SHOWN:]):.0f} s")


def _parts(season: Lived, at: int) -> Iterator[tuple[float, str]]:
    """How long each press, message and reading of that day takes, and what it is."""
    for day, who, step in acts():
        if day == at and is_work(who, step):
            part = Day()
            part.press() if step.verb == "press" else part.write(step.what)
            yield part.minutes * 60, f"{who} {'presses' if step.verb == 'press' else 'writes'} {_begun(step.what)}"
    for one in season.seen:
        if one.day == at and _is_read(one, season.cast):
            part = Day()
            part.look_at(one)
            yield part.minutes * 60, f"{one.alone or 'the desk'} reads {_begun(one.text)}"


def _begun(text: str) -> str:
    return shortened(" ".join(text.split()), BEGUN)


def _by_whom() -> Iterator[Figure]:
    pressed, written = Counter[str](), Counter[str]()
    for _, who, step in acts():
        if is_work(who, step):
            (pressed if step.verb == "press" else written)[who] += 1
    for who in sorted({*pressed, *written}, key=lambda one: -pressed[one]):
        yield Figure(f"by {who}", f"{pressed[who]} presses, {written[who]} messages")


def _quiet(season: Lived) -> Iterator[Figure]:
    said, lasts = (len(found) for found in lasting(season.cast, int(MONDAY)))
    # Here nearly all that people say is a question, an answer or a work; `bench quiet` has a group that talks as well.
    yield Figure("lasting messages of the bot, without small talk", f"{lasts}, 1 for {said / lasts:.0f} of members")
    most, people = _unasked(season)
    yield Figure("evening messages to one person in a day", f"{most} at most, {people} in all", "1", most <= 1)


def _unasked(season: Lived) -> tuple[int, int]:
    """How many evening messages somebody had in a day at most, and how many there were."""
    told: dict[tuple[int, int], int] = defaultdict(int)
    for one in season.seen:
        if one.place.person is not None and not one.changed and one.text.startswith(EVENING):
            told[one.place.id, one.day] += 1
    return max(told.values(), default=0), sum(told.values())
