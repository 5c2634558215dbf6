"""Who has which badge, since when, and for what."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rules.honour.badge import BadgeState, Held
from storage.engine.tx import Tx

_COLUMNS = "member, badge, state, needs, at, quiet, told_at, given_by, reason"


def _held(row: Any) -> Held:
    state, needs = BadgeState(row.state), json.loads(row.needs)
    return Held(row.member, row.badge, state, needs, row.at, bool(row.quiet), row.told_at, row.given_by, row.reason)


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
        "UPDATE badge SET state = :state, asked_at = NULL WHERE member = :member AND badge = :badge AND state = :before",
        member=member,
        badge=badge,
        state=BadgeState.DOUBTED.value if doubted else BadgeState.HELD.value,
        before=BadgeState.HELD.value if doubted else BadgeState.DOUBTED.value,
    )


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
