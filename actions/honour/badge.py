"""Badges as people read of them: what somebody has, what is next, and what the evening tells."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from rules.honour.badge import BadgeState, Held, Shown, nearest
from rules.honour.card import CardPart
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Group, Member
from rules.programme.conditions import Checked, checklist
from rules.programme.wording import Wording
from storage import figures, homes, members
from storage.engine.tx import Tx
from storage.honour import badges, cards

ON_A_PAGE = 8
TOLD_AT_ONCE = 300
NAMED_ALOUD = 10
# What was told this close to a note was told by it.
APART_S = 3600


class Have(Struct, frozen=True):
    """A badge that somebody has: since when (UTC seconds), and what for: conditions, or a reason of the team's."""

    key: str
    emoji: str
    title: Wording
    words: Wording
    asks: tuple[Checked, ...]
    at: int
    by: str | None
    reason: str | None
    rare: bool


class Collection(Struct, frozen=True):
    """A page of somebody's badges; of one's `own` also what is next. `hidden`: others see none of it."""

    member: int
    name: str
    own: bool
    hidden: bool
    badges: tuple[Have, ...]
    nearest: tuple[Shown, ...]
    page: Page


class Earned(Struct, frozen=True):
    """What the evening tells one member: badges earned lately, and those of their past (`before`)."""

    member: int
    name: str
    fresh: tuple[Have, ...]
    before: tuple[Have, ...]


class Winner(Struct, frozen=True):
    """Somebody with a rare badge, as the group reads of it."""

    name: str
    emoji: str
    title: Wording
    words: Wording
    asks: tuple[Checked, ...]
    reason: str | None


class RareOnes(Struct, frozen=True):
    """Who got a rare badge lately, in one group; `more` are not named for there are so many."""

    winners: tuple[Winner, ...]
    more: int


def collection(tx: Tx, reader: Member, member: Member, page: int, occasion: Occasion) -> Collection:
    """What `reader` may see of the member's badges: of one who hides them, nothing."""
    own, hidden = reader.id == member.id, _hidden(tx, member)
    if hidden and not own:
        return Collection(member.id, member.name, own, True, (), (), page_of(1, 0, ON_A_PAGE))
    held = badges.of_member(tx, member.id)
    known = [have for one in held if (have := _have(tx, one, occasion))]
    turned = page_of(page, len(known), ON_A_PAGE)
    here = tuple(known[turned.before : turned.before + ON_A_PAGE])
    following = _nearest(tx, member, held, occasion) if own and turned.number == 1 else ()
    return Collection(member.id, member.name, own, hidden, here, following, turned)


def _hidden(tx: Tx, member: Member) -> bool:
    """Whether others are to see no badges of theirs: they hide on the boards, or the badges on their card."""
    return member.hidden or CardPart.BADGES in cards.hidden(tx, member.id)


def _nearest(tx: Tx, member: Member, held: Sequence[Held], occasion: Occasion) -> tuple[Shown, ...]:
    wanted = occasion.programme.badges
    names = sorted({name for badge in wanted for name in badge.needs})
    have = figures.of_member(tx, names, member.id, occasion.now)
    return nearest(wanted, {one.badge for one in held}, have)


def _have(tx: Tx, one: Held, occasion: Occasion) -> Have | None:
    """None of a badge that the brand has no more."""
    badge = occasion.programme.badges.named(one.badge)
    if badge is None:
        return None
    by = members.get(tx, one.given_by).name if one.given_by is not None else None
    return Have(badge.key, badge.emoji, badge.title, badge.words, _asked(one), one.at, by, one.reason, badge.rare)


def _asked(one: Held) -> tuple[Checked, ...]:
    """What it was earned by."""
    return checklist(one.needs, one.needs)


def earned(tx: Tx, occasion: Occasion) -> list[Earned]:
    """What is to be told this evening; told with this, never again."""
    waiting = badges.untold(tx, TOLD_AT_ONCE)
    badges.told(tx, waiting, occasion.now)
    by_member = groupby(waiting, key=lambda one: one.member)
    return [told for member, theirs in by_member if (told := _told(tx, member, list(theirs), occasion))]


def _told(tx: Tx, member: int, theirs: Sequence[Held], occasion: Occasion) -> Earned | None:
    fresh = tuple(have for one in theirs if not one.quiet and (have := _have(tx, one, occasion)))
    before = tuple(have for one in theirs if one.quiet and (have := _have(tx, one, occasion)))
    return Earned(member, members.get(tx, member).name, fresh, before) if fresh or before else None


def rare_ones(tx: Tx, told: Sequence[Earned]) -> list[tuple[Group, RareOnes]]:
    """What each group reads of it: the rare ones of those who are at home there and hide nothing."""
    there: dict[Group, list[Winner]] = {}
    for one in told:
        member = members.get(tx, one.member)
        home = homes.of(tx, member)
        if home is not None and not _hidden(tx, member):
            there.setdefault(home, []).extend(_winner(one.name, have) for have in one.fresh if have.rare)
    return [
        (group, RareOnes(tuple(winners[:NAMED_ALOUD]), max(len(winners) - NAMED_ALOUD, 0)))
        for group, winners in there.items()
        if winners
    ]


def _winner(name: str, have: Have) -> Winner:
    return Winner(name, have.emoji, have.title, have.words, have.asks, have.reason)


def _still_earned(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """Those of that evening which are theirs without a doubt."""
    that_evening = range(note.made_at - APART_S, note.made_at + APART_S)
    theirs = [
        one for one in badges.of_member(tx, note.member) if one.told_at is not None and one.told_at in that_evening
    ]
    told = _told(tx, note.member, [one for one in theirs if one.state is not BadgeState.DOUBTED], occasion)
    return Retold("badges/earned", told) if told else False


STILL_TRUE = {"badges": _still_earned}
