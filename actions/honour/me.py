"""What a member sees of themselves: points, contribution, level, streak, badges, place, and the latest entries."""

from msgspec import Struct

from actions.daily.checkin import streak_of
from actions.honour.boards import standing
from actions.honour.card import CardBadge, best_badges
from rules.ledger.ledger import Entry, Phase
from rules.occasion import Occasion
from rules.people import BRAND, STAFF, Group, Member
from rules.periods import week_of
from rules.programme.levels import Progress
from rules.programme.metrics import Metric
from rules.programme.points import BY_NAME
from rules.works import certificate
from storage import members
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.works import quiz_attempts

# The end of a hold that was posted is no movement of its own for the member: the points had gone when they were held.
_SILENT = Phase.POST
BADGES_SHOWN = 3
OTHER = "other"


class OwnEntry(Struct, frozen=True):
    """One entry as its owner sees it: `points` gained (negative: gone), by which rule, in which phase, for what reason."""

    day: str
    rule: str
    points: int
    phase: Phase
    reverses: bool
    reason: str | None


class Me(Struct, frozen=True):
    """A member's own figures. `rank` is the place on this week's board of points, None without one.

    Those of the `staff` do not compete. `certificates` are quizzes that certify; `more_badges` are not among those shown.
    `paused_until` (UTC seconds) a sanction keeps them from earning and redeeming.
    """

    name: str
    free: int
    held: int
    contribution: int
    progress: Progress
    streak: int
    rank: int | None
    beyond: bool
    group: str | None
    lines: tuple[OwnEntry, ...]
    paused_until: int | None = None
    staff: bool = False
    certificates: tuple[str, ...] = ()
    badges: tuple[CardBadge, ...] = ()
    more_badges: int = 0


def overview(tx: Tx, member: Member, occasion: Occasion, group: Group | None) -> Me:
    """The member's own figures, with the place on the boards of `group`, or with None of the brand."""
    balance = ledger.balance(tx, member.id)
    week = week_of(occasion.seen_from(group.timezone if group else None).day)
    badges = best_badges(tx, member, occasion)
    own = standing(tx, group.id if group else BRAND, week, Metric.POINTS, member)
    return Me(
        name=member.name,
        free=balance.free,
        held=balance.held,
        contribution=member.contribution,
        progress=occasion.programme.levels.progress(member.contribution, member.level),
        streak=streak_of(tx, member, occasion),
        rank=own.place.rank if own else None,
        beyond=own.beyond if own else False,
        group=group.title if group else None,
        lines=_lines(tx, member, occasion.programme.limits.ledger_rows_shown),
        paused_until=member.suspended(occasion.now),
        staff=bool(STAFF & members.roles(tx, member.id)),
        certificates=tuple(quiz_attempts.certificates(tx, member.id, certificate.SHOWN)),
        badges=badges[:BADGES_SHOWN],
        more_badges=max(len(badges) - BADGES_SHOWN, 0),
    )


def _lines(tx: Tx, member: Member, limit: int) -> tuple[OwnEntry, ...]:
    account = ledger.account_of(tx, member.id)
    entries = [entry for entry in ledger.of_member(tx, member.id, 2 * limit) if entry.phase is not _SILENT]
    return tuple(_line(entry, account) for entry in entries[:limit])


def _line(entry: Entry, account: int) -> OwnEntry:
    gained = entry.credit == account if entry.phase is Phase.SINGLE else entry.phase in (Phase.VOID, Phase.EXPIRE)
    points = entry.amount if gained else -entry.amount
    rule = entry.rule if entry.rule in BY_NAME else OTHER
    return OwnEntry(entry.day, rule, points, entry.phase, entry.reverses is not None, entry.reason)
