"""Paying points: the ledger entry, the running totals, the contribution and the level, in one transaction."""

from datetime import date

from msgspec import Struct

from actions.ledger import lineage
from rules.ledger.ledger import Cause, Entry, KeyReused
from rules.note import LEVEL
from rules.occasion import Occasion
from rules.people import BRAND, PLAYING, Member
from rules.periods import periods
from rules.programme.points import BY_NAME, PointsRule
from rules.values import replace
from storage import groups, notes, standings
from storage.engine.tx import Tx
from storage.ledger import ledger, promotions, tallies
from storage.ledger.tallies import Gain
from storage.standings import MemberFigures

FORFEIT = "forfeit"


class Promotion(Struct, frozen=True):
    """A new level: its key, title, and the title before."""

    level: str
    title: str
    before: str


class Payment(Struct, frozen=True):
    """What was paid: points, the points one can spend now, and the promotion it led to. `entry` is 0 for nothing."""

    points: int
    free: int
    entry: int
    promotion: Promotion | None


def give(
    tx: Tx,
    member: Member,
    rule: str,
    subject: object,
    occasion: Occasion,
    *,
    points: int | None = None,
    actor: Member | None = None,
    reason: str | None = None,
    earned_at: int | None = None,
) -> Payment:
    """Pay `member` for `subject` (the business fact that is paid once) by `rule`, by default the brand's points for it.

    What happened in no group of the community counts in the member's home.
    What was paid before and taken back can be earned anew; what comes to one who was forgotten is forfeit at once.
    `earned_at` (UTC seconds) is when, if that was not on this occasion: boards count it on that day.
    """
    table = BY_NAME[rule]
    worth = occasion.programme.points[rule] if points is None else points
    if worth == 0:
        return Payment(0, ledger.balance(tx, member.id).free, 0, None)
    there = counted_at(tx, member, occasion)
    cause = caused(key_of(rule, member.id, subject), rule, there, actor=actor, reason=reason)
    if earned_at is not None:
        cause = replace(cause, day=there.day_at(earned_at).isoformat())
    paid = _issue(tx, member.id, worth, cause, worth if table.counts else 0)
    promotion = count(tx, member.id, paid.entry, worth, table, occasion, earned_at=earned_at) if paid.fresh else None
    if member.forgotten:
        forfeit(tx, member.id, occasion, paid.entry.id)
    return Payment(worth, 0 if member.forgotten else paid.credited.free, paid.entry.id, promotion)


def forfeit(tx: Tx, member: int, occasion: Occasion, subject: object = "all") -> int:
    """What the member can spend goes, by an entry like every other, for the account leads to nobody; how much.

    `subject` is what brought it to one who had been forgotten before.
    """
    points = ledger.balance(tx, member).free
    if points:
        nowhere = replace(occasion, group=None, message=None)
        ledger.take(tx, member, points, caused(key_of(FORFEIT, member, subject), FORFEIT, nowhere))
    return points


def counted_at(tx: Tx, member: Member, occasion: Occasion) -> Occasion:
    """The occasion in the group whose boards count it, by that group's day: where it happened, else the member's home."""
    here = groups.get(tx, occasion.group) if occasion.group is not None else None
    if here is not None and here.part in PLAYING:
        return occasion.seen_from(here.timezone)
    return replace(occasion, group=member.home, message=None, timezone=member.timezone)


def key_of(rule: str, member: int, subject: object) -> str:
    """The business fact as the ledger's key."""
    return f"{rule}:{member}:{subject}"


def paid(tx: Tx, member: Member, rule: str, subject: object) -> bool:
    """Whether `member` has been paid for `subject` by `rule` before, and keeps it."""
    return lineage.standing(tx, key_of(rule, member.id, subject)) is not None


def _issue(tx: Tx, member: int, points: int, cause: Cause, contribution: int) -> ledger.Written:
    """Pay for the fact once; when all that was paid for it has been taken back, once more."""
    for key in lineage.keys(cause.key):
        again = cause if key == cause.key else replace(cause, key=key)
        try:
            written = ledger.issue(tx, member, points, again, contribution)
        except KeyReused:
            known = ledger.by_key(tx, again.key)
            if known is None or lineage.stands(tx, known.id):
                raise
            continue
        if written.fresh or lineage.stands(tx, written.entry.id):
            return written
    raise KeyReused(cause.key)


def caused(key: str, rule: str, occasion: Occasion, *, actor: Member | None = None, reason: str | None = None) -> Cause:
    """The cause of a transfer that happens on this occasion."""
    return Cause(
        key=key,
        rule=rule,
        version=occasion.programme.version,
        at=occasion.now,
        day=occasion.day.isoformat(),
        actor=actor.id if actor else None,
        reason=reason,
        group=occasion.group,
        message=occasion.message,
        late_s=occasion.late_s,
    )


def count(
    tx: Tx,
    member: int,
    entry: Entry,
    points: int,
    rule: PointsRule,
    occasion: Occasion,
    *,
    earned_at: int | None = None,
) -> Promotion | None:
    """Bring boards, contribution and level up to an entry of `points` (negative when one was taken back).

    Boards count it on the entry's day; `earned_at` is when what is taken back had been earned.
    """
    if not rule.counts:
        return None
    who = standings.contributed(tx, member, entry.contribution)
    since = entry.at if earned_at is None else earned_at
    newcomer = since - who.first_seen < occasion.programme.boards.newcomer_days * 86_400
    scopes = (BRAND,) if entry.group is None else (BRAND, entry.group)
    tallies.add(tx, member, periods(date.fromisoformat(entry.day)), scopes, Gain(points, rule.track, newcomer))
    return _level(tx, who, entry, points, occasion)


def _level(tx: Tx, who: MemberFigures, entry: Entry, points: int, occasion: Occasion) -> Promotion | None:
    """Bring the level to where the contribution is. Nobody falls by earning, whatever the ladder has become."""
    levels = occasion.programme.levels
    before, reached = levels.named(who.level), levels.reached(who.contribution)
    climbs = levels.higher(reached.key, before.key)
    if reached == before or climbs != (points > 0):
        return None
    standings.set_level(tx, who.member, reached.key)
    if climbs:
        promotions.add(tx, who.member, reached.key, before.key, entry.group, occasion.now)
        return Promotion(reached.key, reached.title, before.title)
    for lost in levels.above(reached.key):
        promotions.withdraw(tx, who.member, lost.key)
    notes.withdraw(tx, LEVEL, who.member)
    return None
