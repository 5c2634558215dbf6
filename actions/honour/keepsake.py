"""Keepsakes: every evening what has happened to members for the first time, or after long, is told to them once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from actions.daily.checkin import streak_of
from rules.honour.keepsake import (
    MOST_YEARS,
    YEAR_DAYS,
    Happened,
    Keepsake,
    Lately,
)
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import STAFF
from rules.snippets import snippet
from rules.values import replace
from storage import figures, members
from storage.engine.tx import Tx
from storage.honour import keepsakes

DAY_S = 86_400
# Longer than a day, so that an evening that was missed is made up for; what was told is not told twice.
REACHES_S = 2 * DAY_S
TITLE_SHOWN = 30
WORDS_SHOWN = 80

_Found = Callable[[Tx, Lately, Occasion], Iterable[Happened]]


class Kept(Struct, frozen=True):
    """A keepsake that is told now: `people` helped in all are its `n`, the others are those of what happened."""

    what: Keepsake
    member: int
    who: str
    words: str
    title: str
    number: int
    n: int

    @property
    def template(self) -> str:
        """The message that tells it."""
        return f"keepsake/{self.what.value}"


def remember(tx: Tx, occasion: Occasion) -> list[Kept]:
    """What is to be told this evening to those whose evening it is; told with this, never again."""
    lately = _lately(occasion)
    return [
        _kept(what, happened)
        for what, found in KEEPSAKES.items()
        for happened in found(tx, lately, occasion)
        if occasion.goes_for(members.get(tx, happened.member).timezone)
        and keepsakes.keep(tx, happened.member, _key(what, happened), occasion.now)
    ]


def _lately(occasion: Occasion) -> Lately:
    day = (occasion.day - timedelta(days=REACHES_S // DAY_S)).isoformat()
    return Lately(occasion.now - REACHES_S, occasion.now, day)


def _key(what: Keepsake, happened: Happened) -> str:
    return f"{what.value}:{happened.nth}" if happened.nth else what.value


def _kept(what: Keepsake, happened: Happened) -> Kept:
    return Kept(
        what=what,
        member=happened.member,
        who=happened.who,
        words=snippet(happened.words, WORDS_SHOWN),
        title=happened.title if what is Keepsake.STREAK_ENDED else snippet(happened.title, TITLE_SHOWN),
        number=happened.number,
        n=happened.n,
    )


def _plain(found: Callable[[Tx, Lately], Iterable[Happened]]) -> _Found:
    """One that its rows tell alone."""
    return lambda tx, lately, occasion: found(tx, lately)


def _shields(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """Each shield that was earned lately and is still there."""
    rules = occasion.programme.streak
    for earned in keepsakes.shields_earned(tx, lately):
        yield replace(earned, number=rules.make_up_days)


def _days(occasion: Occasion) -> tuple[date, ...]:
    """The days that are looked at: today, and what of yesterday came after its evening."""
    return (occasion.day - timedelta(days=1), occasion.day)


def _ended(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """A long streak, once no shield can join it on any more; one that waits for somebody goes on."""
    for day in _days(occasion):
        last = day - timedelta(days=occasion.programme.streak.make_up_days + 1)
        found = keepsakes.streak_ended(
            tx, replace(lately, day=last.isoformat()), occasion.programme.keepsakes.long_streak
        )
        yield from (one for one in found if not _waits(tx, one.member, occasion))


def _waits(tx: Tx, member: int, occasion: Occasion) -> bool:
    """Whether the streak stands still: of one honoured without duties, or suspended."""
    who = members.get(tx, member)
    return streak_of(tx, who, occasion.seen_from(who.timezone)) > 0


def _back(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """Back after so long that somebody may have wondered: `n` days. Nobody wonders about the team, who are at their desk."""
    for day in _days(occasion):
        first, last = (day - timedelta(days=ago) for ago in (occasion.programme.keepsakes.away_days - 1, 1))
        found = keepsakes.came_back(tx, replace(lately, day=day.isoformat()), first.isoformat(), last.isoformat())
        for member, before in found:
            if members.roles(tx, member) & STAFF:
                continue
            yield Happened(member, nth=day.toordinal(), n=(day - date.fromisoformat(before)).days)


def _no_longer_new(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """Their thanks give points from now on, as the covenant of today is agreed to: the last of the days, or of the
    messages, came lately.
    """
    rules = occasion.programme.thanks
    ends, lately_s = occasion.now - rules.probation_days * DAY_S, lately.until - lately.since
    came = ends - occasion.programme.keepsakes.acquainted_days * DAY_S
    written = keepsakes.written_since(tx, lately.day)
    for member, since, messages in keepsakes.acquainted(tx, came, ends) if rules.probation_days else ():
        enough_before = messages - written.get(member, 0) >= rules.probation_messages
        if messages < rules.probation_messages or (since < ends - lately_s and enough_before):
            continue
        if members.get(tx, member).covenant_version == occasion.programme.brand.covenant_version:
            yield Happened(member)


def _acquainted(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """So many days (`number`), the brand says how many: `n` people have they helped so far."""
    days = occasion.programme.keepsakes.acquainted_days
    return (replace(one, number=days) for one in _since(tx, lately, days, 0))


def _years(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """Another year: `number` of them."""
    for years in range(1, MOST_YEARS + 1):
        yield from _since(tx, lately, years * YEAR_DAYS, years)


def _since(tx: Tx, lately: Lately, days: int, nth: int) -> Iterator[Happened]:
    back = days * DAY_S
    for member, _, _ in keepsakes.acquainted(tx, lately.since - back, lately.until - back):
        yield Happened(member, nth=nth, number=nth, n=figures.people_helped(tx, member, lately.until))


def _helped(tx: Tx, lately: Lately, occasion: Occasion) -> Iterator[Happened]:
    """As many different people helped as the brand has steps for; only the latest of these is told."""
    steps = occasion.programme.keepsakes.helped
    for member in sorted(keepsakes.helped_lately(tx, lately)):
        people = figures.people_helped(tx, member, lately.until)
        reached = max((step for step in steps if step <= people), default=0)
        if reached:
            yield Happened(member, nth=reached, who=members.get(tx, member).name, number=reached, n=people)


KEEPSAKES: dict[Keepsake, _Found] = {
    Keepsake.FIRST_THANKS: _plain(keepsakes.thanked_first),
    Keepsake.FIRST_ACCEPTED: _plain(keepsakes.accepted_first),
    Keepsake.FOUND_AGAIN: _plain(keepsakes.found_again),
    Keepsake.FIRST_QUESTION: _plain(keepsakes.asked_first),
    Keepsake.FIRST_WORK: _plain(keepsakes.handed_in_first),
    Keepsake.FIRST_RETURN: _plain(keepsakes.returned_first),
    Keepsake.PASSED_AFTER_RETURN: _plain(keepsakes.passed_after_return),
    Keepsake.FIRST_FEATURED: _plain(keepsakes.featured_first),
    Keepsake.SHIELD_EARNED: _shields,
    Keepsake.STREAK_ENDED: _ended,
    Keepsake.BACK_AGAIN: _back,
    Keepsake.PROBATION_OVER: _no_longer_new,
    Keepsake.THIRTIETH_DAY: _acquainted,
    Keepsake.ANNIVERSARY: _years,
    Keepsake.HELPED_MANY: _helped,
    Keepsake.FIRST_REDEMPTION: _plain(keepsakes.redeemed_first),
}


def about(kept: Kept) -> str:
    """What the note of a keepsake is about."""
    return f"keepsake:{kept.what.value}:{kept.number}"


def _still(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """As it is found now, looking at the days for which it was told; what is not told after all may happen again."""
    name, _, number = note.subject.partition(":")
    what, then = Keepsake(name), replace(occasion, now=note.made_at, due_at=None)
    own = [found for found in KEEPSAKES[what](tx, _lately(then), then) if found.member == note.member]
    same = [found for found in own if found.number == int(number)] or [found for found in own if not found.nth]
    if not same:
        keepsakes.forget(tx, note.member, (name, f"{name}:{number}"))
        return False
    kept = _kept(what, same[-1])
    return Retold(kept.template, kept)


STILL_TRUE = {"keepsake": _still}
