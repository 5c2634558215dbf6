"""Who has which badge, since when, and for what."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rules.honour.badge import BadgeState, Held
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "member, badge, state, needs, at, quiet, told_at, given_by, reason, asked_at, settled_by"
_ON_A_CARD = 500


def _held(row: Any) -> Held:
    state, needs = BadgeState(row.state), json.loads(row.needs)
    given = row.given_by, row.reason
    decided = row.asked_at, row.settled_by
    return Held(row.member, row.badge, state, needs, row.at, bool(row.quiet), row.told_at, *given, *decided)


def award(tx: Tx, member: int, badge: str, needs: Mapping[str, int], now: int, *, quiet: bool = False) -> None:
    """The member has earned the badge by meeting `needs`; one that lapsed is earned anew."""
    tx.run(
        """
        INSERT INTO badge (member, badge, state, needs, at, quiet) VALUES (:member, :badge, 'held', :needs, :now, :quiet)
        ON CONFLICT (member, badge) DO UPDATE SET state = 'held', needs = excluded.needs, at = excluded.at,
        quiet = excluded.quiet, told_at = NULL, asked_at = NULL, settled_by = NULL, settled_at = NULL
        WHERE badge.state = 'lapsed'
        """,
        member=member,
        badge=badge,
        needs=json.dumps(needs),
        now=now,
        quiet=int(quiet),
    )


def between(tx: Tx, first: int, last: int) -> dict[int, dict[str, Held]]:
    """What the members from one number to another have or had, by member and badge."""
    found: dict[int, dict[str, Held]] = {}
    for row in tx.all(f"SELECT {_COLUMNS} FROM badge WHERE member BETWEEN :first AND :last", first=first, last=last):
        found.setdefault(row.member, {})[row.badge] = _held(row)
    return found


def of_member(tx: Tx, member: int) -> tuple[Held, ...]:
    """What the member has, newest first; what was taken is not among it."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM badge WHERE member = :member AND state IN ('held', 'doubted', 'kept')"
        " ORDER BY at DESC, badge LIMIT 200",
        member=member,
    )
    return tuple(map(_held, rows))


def doubt(tx: Tx, member: int, badge: str, *, doubted: bool) -> None:
    """What the badge was earned by is true no longer, or is again."""
    tx.run(
        "UPDATE badge SET state = :state WHERE member = :member AND badge = :badge AND state = :before",
        member=member,
        badge=badge,
        state=BadgeState.DOUBTED.value if doubted else BadgeState.HELD.value,
        before=BadgeState.HELD.value if doubted else BadgeState.DOUBTED.value,
    )


def doubts(tx: Tx, limit: int, *, asked: bool) -> list[Held]:
    """Badges in doubt that staff have not been asked about; or (`asked`) those they were asked about that are true again."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM badge WHERE state = :state AND (asked_at IS NOT NULL) = (:asked = 1)"
        " ORDER BY member, badge LIMIT :limit",
        state=BadgeState.HELD.value if asked else BadgeState.DOUBTED.value,
        asked=int(asked),
        limit=limit,
    )
    return [_held(row) for row in rows]


def on_card(tx: Tx, asked_at: int) -> list[Held]:
    """Those that staff were asked about at that moment and that are not simply true again, decided or not."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM badge WHERE asked_at = :asked_at AND state <> 'held' ORDER BY member, badge LIMIT :limit",
        asked_at=asked_at,
        limit=_ON_A_CARD,
    )
    return [_held(row) for row in rows]


def asked(tx: Tx, one: Held, now: int | None) -> None:
    """Staff have been asked about it, or (None) need not decide it any more."""
    tx.run(
        "UPDATE badge SET asked_at = :now WHERE member = :member AND badge = :badge",
        member=one.member,
        badge=one.badge,
        now=now,
    )


def settle(tx: Tx, member: int, badge: str, before: Iterable[BadgeState], state: BadgeState, by: int, now: int) -> bool:
    """Staff have decided; False when it stood otherwise by then."""
    stands = of_key(tx, member, badge)
    if stands is None or stands.state not in before:
        return False
    tx.run(
        "UPDATE badge SET state = :state, settled_by = :by, settled_at = :now"
        " WHERE member = :member AND badge = :badge",
        member=member,
        badge=badge,
        state=state.value,
        by=by,
        now=now,
    )
    return True


def of_key(tx: Tx, member: int, badge: str) -> Held | None:
    """That badge of the member, also one that was taken."""
    row = tx.one(f"SELECT {_COLUMNS} FROM badge WHERE member = :member AND badge = :badge", member=member, badge=badge)
    return _held(row) if row else None


def give(tx: Tx, member: int, badge: str, by: int, reason: str, now: int) -> bool:
    """The team gives it by hand, also to one it was taken from; False when the member has it."""
    given = tx.run(
        """
        INSERT INTO badge (member, badge, state, needs, at, quiet, given_by, reason)
        VALUES (:member, :badge, 'held', '{}', :now, 0, :by, :reason) ON CONFLICT (member, badge) DO UPDATE SET
        state = 'held', at = excluded.at, given_by = excluded.given_by, reason = excluded.reason, told_at = NULL,
        asked_at = NULL, settled_by = NULL, settled_at = NULL WHERE badge.state IN ('revoked', 'lapsed')
        """,
        member=member,
        badge=badge,
        by=by,
        reason=reason,
        now=now,
    )
    return given > 0


def untold(tx: Tx, limit: int) -> list[Held]:
    """Badges whose members have not been told of them yet, all of some members; oldest members first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM badge WHERE told_at IS NULL AND state = 'held' AND member IN (SELECT DISTINCT member"
        " FROM badge WHERE told_at IS NULL AND state = 'held' ORDER BY member LIMIT :limit) ORDER BY member, at, badge",
        limit=limit,
    )
    return [_held(row) for row in rows]


def told(tx: Tx, badges: Iterable[Held], now: int) -> None:
    """Their members have been told."""
    for one in badges:
        tx.run(
            "UPDATE badge SET told_at = :now WHERE member = :member AND badge = :badge",
            member=one.member,
            badge=one.badge,
            now=now,
        )


OWN = (
    Own("badge", fate=GOES),
    Own("badge", "given_by", but=("needs",), fate=STAYS),
    Own("badge", "settled_by", but=("needs",), fate=STAYS),
)
