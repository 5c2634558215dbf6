"""The best assist of the week: found in the thanks of different people, awarded once per group and week."""

from collections.abc import Collection
from datetime import date

from msgspec import Struct

from actions.honour.announcements import require_open
from actions.ledger import paying
from rules.daily.thanks import unaddressed
from rules.honour.announcements import AlreadyAnnounced, AnnouncementKind, NothingToAnnounce, period_of
from rules.links import message_link
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import STAFF, Group, Member
from rules.periods import Span, before, first_day, last_day
from rules.values import replace
from storage import members
from storage.daily import thanks
from storage.daily.thanks import Helper, Words
from storage.engine.tx import Tx
from storage.honour import announcements, best_assists

LOOKED_AT = 50


class Quote(Struct, frozen=True):
    """The words somebody thanked with. `link` leads to the message they thanked for, where there is one."""

    name: str
    words: str
    link: str | None


class BestAssist(Struct, frozen=True):
    """Who helped best in the week: how many different people thanked them from `first` to `until`, and in what words.

    `points` is what the award is worth; `group` the title of the group.
    """

    member: int
    name: str
    week: str
    first: date
    until: date
    people: int
    quotes: tuple[Quote, ...]
    points: int
    group: str


def find(tx: Tx, group: Group, occasion: Occasion, passed: Collection[int] = ()) -> BestAssist:
    """The best assist to announce now, `passed` left out. Raises AlreadyAnnounced, NothingToAnnounce."""
    return _found(tx, group, period_of(AnnouncementKind.ASSIST, occasion.day), occasion, passed)


def find_last(tx: Tx, group: Group, occasion: Occasion) -> BestAssist:
    """That of the week that is over. Raises AlreadyAnnounced, NothingToAnnounce."""
    return _found(tx, group, before(Span.WEEK, occasion.day), occasion, ())


def _found(tx: Tx, group: Group, week: str, occasion: Occasion, passed: Collection[int]) -> BestAssist:
    require_open(tx, AnnouncementKind.ASSIST, group, week)
    for helper in _helpers(tx, group, week, occasion):
        if helper.member not in passed and _eligible(tx, group, week, helper, occasion):
            return _best(tx, group, week, helper.member, helper.givers, occasion)
    raise NothingToAnnounce


def award(tx: Tx, group: Group, week: str, member: int, occasion: Occasion, by: Member | None = None) -> BestAssist:
    """Award it: the week is taken, the points are paid. Raises AlreadyAnnounced, NothingToAnnounce if no longer deserved."""
    helper = next((h for h in _helpers(tx, group, week, occasion) if h.member == member), None)
    _take(tx, group, week, occasion, by, posted=True)
    if helper is None or not _eligible(tx, group, week, helper, occasion):
        raise NothingToAnnounce
    there = replace(occasion, group=group.id, message=None)
    paying.give(tx, members.get(tx, member), "best_assist", f"{group.id}:{week}", there, actor=by)
    best_assists.add(tx, group.id, week, member, helper.givers, occasion.now)
    return _best(tx, group, week, member, helper.givers, occasion)


def awarded(tx: Tx, group: Group, week: str, occasion: Occasion) -> BestAssist:
    """The best assist of a week that has one, as the group reads of it."""
    member, people = best_assists.winner(tx, group.id, week), best_assists.people(tx, group.id, week)
    assert member is not None, (group, week)
    return _best(tx, group, week, member, people, occasion)


def decline(tx: Tx, group: Group, week: str, occasion: Occasion, by: Member) -> None:
    """No best assist this week. Raises AlreadyAnnounced."""
    _take(tx, group, week, occasion, by, posted=False)


def let_go(tx: Tx, group: Group, week: str, occasion: Occasion) -> None:
    """Nobody has decided in time: no best assist of that week. Raises AlreadyAnnounced."""
    _take(tx, group, week, occasion, None, posted=False)


def _take(tx: Tx, group: Group, week: str, occasion: Occasion, by: Member | None, *, posted: bool) -> None:
    who = by.id if by else None
    if not announcements.claim(tx, AnnouncementKind.ASSIST, group.id, week, occasion.now, who, posted=posted):
        known = announcements.get(tx, AnnouncementKind.ASSIST, group.id, week)
        assert known is not None
        raise AlreadyAnnounced(known.at, known.posted)


def _helpers(tx: Tx, group: Group, week: str, occasion: Occasion) -> list[Helper]:
    least = occasion.programme.announcements.best_assist_people
    found = thanks.helpers(tx, group.id, first_day(week), last_day(week), LOOKED_AT)
    return [helper for helper in found if helper.givers >= least]


def _eligible(tx: Tx, group: Group, week: str, helper: Helper, occasion: Occasion) -> bool:
    """Present, not staff, willing to be named, not under a sanction, and not the winner of the week before."""
    member, there = members.get(tx, helper.member), members.membership(tx, group.id, helper.member)
    last_week = before(Span.WEEK, first_day(week))
    return (
        there is not None
        and there.present
        and not member.hidden
        and not members.roles(tx, member.id) & STAFF
        and not member.suspended(occasion.now)
        and best_assists.winner(tx, group.id, last_week) != member.id
    )


def _best(tx: Tx, group: Group, week: str, member: int, people: int, occasion: Occasion) -> BestAssist:
    first, until = first_day(week), last_day(week)
    limit = occasion.programme.announcements.quotes
    said = thanks.words_for(tx, group.id, member, first, until, limit)
    name = members.get(tx, member).name
    quotes = tuple(_quote(tx, group, one, name) for one in said)
    points = occasion.programme.points["best_assist"]
    return BestAssist(member, name, week, first, until, people, quotes, points, group.title)


def _quote(tx: Tx, group: Group, said: Words, helper: str) -> Quote:
    link = message_link(group.chat_id, said.message)
    return Quote(members.get(tx, said.giver).name, unaddressed(said.reason, helper), link)


def _still_won(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    group, _, week = note.subject.partition(":")
    return best_assists.winner(tx, int(group), week) == note.member


STILL_TRUE = {"assist": _still_won}
