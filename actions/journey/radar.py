"""The radar's list of a week: who is named, by which evidence, and who of the team talks to whom."""

from msgspec import Struct

from actions.journey.sprout import begin_sprout
from rules.journey.radar import (
    AlreadyInTouch,
    Named,
    RadarEmpty,
    Seen,
    Shown,
    Sprout,
    SproutKind,
    WhyNow,
    chosen,
    ranked,
)
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import MODERATING, OPERATING, Member
from rules.programme.privileges import CORE_GROUP
from rules.programme.programme import Programme
from rules.refusals import ButtonGone
from storage import audits, members
from storage.engine.tx import Tx
from storage.journey import radars

NOBODY_YET = 10**12


class RadarLine(Struct, frozen=True):
    """Somebody on the list: what is met, for how many days they are there, why now, and who talks to them."""

    member: int
    name: str
    username: str | None
    days: int
    kind: SproutKind
    why: WhyNow
    met: tuple[Shown, ...]
    owner: str


class RadarList(Struct, frozen=True):
    """The list of a week, made `at` (UTC seconds); it looks `weeks` back, and `recent_days` are of late."""

    at: int
    lines: tuple[RadarLine, ...]
    weeks: int
    recent_days: int


def look(tx: Tx, occasion: Occasion) -> list[Sprout]:
    """Name the sprouts of this week; nobody who was named before."""
    radar = occasion.programme.radar
    found = ranked(radars.seen(tx, radar, occasion.now, _recognised(occasion.programme)), radar)
    named = chosen(found, radar.names)
    for one in named:
        radars.name(tx, one.member, one.kind, one.why, occasion.now)
    return named


def weekly(tx: Tx, occasion: Occasion) -> RadarList | None:
    """This week's list; None where nobody is new."""
    found = {one.member: one for one in look(tx, occasion)}
    return _list(tx, occasion.now, found, occasion) if found else None


def shown(tx: Tx, at: int | None, occasion: Occasion) -> RadarList:
    """The list of that moment, or the latest, with today's evidence. Raises RadarEmpty."""
    made = radars.latest(tx) if at is None else at
    if made is None or not radars.named(tx, made):
        raise RadarEmpty
    return _list(tx, made, _evidence(tx, made, occasion), occasion)


def take(tx: Tx, member: int, at: int, by: Member, occasion: Occasion) -> RadarList:
    """`by` talks to them. Raises ButtonGone, AlreadyInTouch."""
    one = _named(tx, member, at)
    if one.owner is not None and _holder(tx, one) is None:
        radars.disown(tx, member, at, one.owner)
    if not radars.own(tx, member, at, by.id, occasion.now):
        assert one.owner is not None
        raise AlreadyInTouch(members.get(tx, one.owner).name)
    begin_sprout(tx, member, by.id, occasion)
    audits.record(tx, occasion.now, by.id, "radar.take", member)
    return shown(tx, at, occasion)


def leave(tx: Tx, member: int, at: int, by: Member, occasion: Occasion) -> RadarList:
    """They do not after all, or an operator says so for them. Raises ButtonGone, AlreadyInTouch."""
    one = _named(tx, member, at)
    owner = one.owner if one.owner and members.roles(tx, by.id) & OPERATING else by.id
    if not radars.disown(tx, member, at, owner):
        raise AlreadyInTouch(members.get(tx, one.owner).name if one.owner else "")
    audits.record(tx, occasion.now, by.id, "radar.leave", member)
    return shown(tx, at, occasion)


def shown_of(tx: Tx, member: int, occasion: Occasion) -> tuple[Shown, ...]:
    """What is seen of a member now, as far as it meets what is asked for."""
    radar = occasion.programme.radar
    found = ranked(radars.seen_of(tx, radar, occasion.now, [member]), radar)
    return tuple(_shown(sign.name, seen) for one in found for sign, seen in one.met)


def _holder(tx: Tx, one: Named) -> int | None:
    """Who talks to them, as long as they are of those who do."""
    return one.owner if one.owner and members.roles(tx, one.owner) & MODERATING else None


def _named(tx: Tx, member: int, at: int) -> Named:
    found = [one for one in radars.named(tx, at) if one.member == member]
    if not found:
        raise ButtonGone
    return found[0]


def _recognised(programme: Programme) -> int:
    """The contribution from which on nobody has to be discovered: that of the level that opens the core group."""
    level = programme.levels.opening(CORE_GROUP)
    return level.at if level else NOBODY_YET


def _evidence(tx: Tx, at: int, occasion: Occasion) -> dict[int, Sprout]:
    """What was seen up to the moment of the list, of those whom it named."""
    radar = occasion.programme.radar
    seen = radars.seen_of(tx, radar, at, [one.member for one in radars.named(tx, at)])
    return {one.member: one for one in ranked(seen, radar)}


def _list(tx: Tx, at: int, found: dict[int, Sprout], occasion: Occasion) -> RadarList:
    radar = occasion.programme.radar
    lines = [_line(tx, one, found.get(one.member), at) for one in radars.named(tx, at)]
    strength = {member: one.score for member, one in found.items()}
    ordered = sorted(lines, key=lambda line: (-strength.get(line.member, 0), line.member))
    return RadarList(at, tuple(ordered), radar.window_days // 7, radar.recent_days)


def _line(tx: Tx, named: Named, found: Sprout | None, at: int) -> RadarLine:
    who = members.get(tx, named.member)
    since = members.seniority(tx, who.id).since
    met = tuple(_shown(sign.name, seen) for sign, seen in found.met) if found else ()
    holder = _holder(tx, named)
    owner = members.get(tx, holder).name if holder else ""
    return RadarLine(who.id, who.name, who.username, max(at - since, 0) // 86_400, named.kind, named.why, met, owner)


def _shown(sign: str, seen: Seen) -> Shown:
    return Shown(sign, seen.times, seen.recent, message_link(seen.chat_id, seen.message))
