"""Sanctions: what was proposed, given, lifted, and what is in force."""

from typing import Any

from rules.fairness.covenant import Cited
from rules.fairness.sanction import Grade, Measure, Sanction, SanctionState, Tally
from rules.links import message_link
from rules.programme.conditions import Source
from rules.programme.wording import as_kept, kept
from storage import groups, touched
from storage.declarations import DAY_S, STAYS, Own, Purge, Renumbered
from storage.engine.tx import Tx

_COLUMNS = (
    "id, member, actor, grade, length_s, clause, title, reason, at, state, until, chat_group, message, conflict,"
    " decided_by, ended_for, coalesce(decided_at, at) AS given_at"
)
MOST_WEIGHED = 50
MOST_AT_ONCE = 200


def _sanction(row: Any) -> Sanction:
    return Sanction(
        row.id,
        row.member,
        row.actor,
        Measure(Grade(row.grade), row.length_s),
        Cited(row.clause, as_kept(row.title)),
        row.reason,
        row.at,
        SanctionState(row.state),
        row.until,
        row.chat_group,
        row.message,
        bool(row.conflict),
        row.decided_by,
        row.ended_for,
        row.given_at,
    )


def add(
    tx: Tx,
    member: int,
    actor: int,
    measure: Measure,
    cited: Cited,
    reason: str,
    now: int,
    command: tuple[int, int],
    about: tuple[int | None, int | None],
    conflict: bool,
) -> tuple[Sanction, bool]:
    """Record what is proposed, and whether it is new; `command` (chat, message) asks for it once, `about` is group and message."""
    fresh = tx.run(
        """
        INSERT INTO sanction (member, actor, grade, length_s, clause, title, reason, at, chat_id, command, chat_group,
        message, conflict, state)
        VALUES (:member, :actor, :grade, :length_s, :clause, :title, :reason, :now, :chat_id, :command, :group, :message,
        :conflict, 'proposed') ON CONFLICT (chat_id, command) DO NOTHING
        """,
        member=member,
        actor=actor,
        grade=measure.grade.value,
        length_s=measure.length_s,
        clause=cited.number,
        title=kept(cited.title),
        reason=reason,
        now=now,
        chat_id=command[0],
        command=command[1],
        group=about[0],
        message=about[1],
        conflict=int(conflict),
    )
    return _asked_by(tx, command), fresh > 0


def _asked_by(tx: Tx, command: tuple[int, int]) -> Sanction:
    row = tx.one(
        f"SELECT {_COLUMNS} FROM sanction WHERE chat_id = :chat_id AND command = :command",
        chat_id=command[0],
        command=command[1],
    )
    return _sanction(row)


def link(tx: Tx, sanction: Sanction) -> str | None:
    """The message that it is about, for those who are in the group; None where there is none, or none that has an address."""
    if sanction.group is None or sanction.message is None:
        return None
    return message_link(groups.get(tx, sanction.group).chat_id, sanction.message)


def get(tx: Tx, sanction: int) -> Sanction:
    """The sanction with that id, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM sanction WHERE id = :sanction", sanction=sanction)
    assert row is not None, sanction
    return _sanction(row)


def decide(tx: Tx, sanction: int, state: SanctionState, until: int | None, by: int | None, now: int) -> bool:
    """Settle a proposed one, by a second person or (None) at once; False when that was done before."""
    return (
        tx.run(
            "UPDATE sanction SET state = :state, until = :until, decided_by = :by, decided_at = :now"
            " WHERE id = :sanction AND state = 'proposed'",
            state=state.value,
            until=until,
            by=by,
            now=now,
            sanction=sanction,
        )
        > 0
    )


def lift(tx: Tx, sanction: int, by: int, why: str, now: int) -> bool:
    """End one that stands, by hand; False when it does not stand any more."""
    return (
        tx.run(
            "UPDATE sanction SET state = 'lifted', ended_by = :by, ended_for = :why, ended_at = :now"
            " WHERE id = :sanction AND state IN ('running', 'over')",
            by=by,
            why=why,
            now=now,
            sanction=sanction,
        )
        > 0
    )


def shorten(tx: Tx, sanction: int, until: int) -> None:
    """It ends sooner."""
    tx.run(
        "UPDATE sanction SET until = :until WHERE id = :sanction AND state = 'running'", until=until, sanction=sanction
    )


def finish(tx: Tx, sanction: int, now: int) -> None:
    """Its time is over."""
    tx.run(
        "UPDATE sanction SET state = 'over', ended_at = :now WHERE id = :sanction AND state = 'running'",
        now=now,
        sanction=sanction,
    )


def go_on(tx: Tx, now: int) -> list[int]:
    """Those that a clock which was ahead ended before their time are in force again; whose they are."""
    rows = tx.all(
        "SELECT id, member FROM sanction WHERE state = 'over' AND until > :now ORDER BY id LIMIT :most",
        now=now,
        most=MOST_AT_ONCE,
    )
    for row in rows:
        tx.run("UPDATE sanction SET state = 'running', ended_at = NULL WHERE id = :sanction", sanction=row.id)
    return [row.member for row in rows]


def due(tx: Tx, now: int) -> list[Sanction]:
    """Those in force whose time is over, some of them at a time."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM sanction WHERE state = 'running' AND until <= :now ORDER BY until, id LIMIT :most",
        now=now,
        most=MOST_AT_ONCE,
    )
    return [_sanction(row) for row in rows]


def undecided(tx: Tx, before: int) -> list[Sanction]:
    """Those proposed before `before` (UTC seconds) that nobody decided, some of them at a time."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM sanction WHERE state = 'proposed' AND at < :before ORDER BY at, id LIMIT :most",
        before=before,
        most=MOST_AT_ONCE,
    )
    return [_sanction(row) for row in rows]


def waiting(tx: Tx, actor: int, member: int, measure: Measure, command: tuple[int, int]) -> bool:
    """Whether the same, asked for by another command, still waits for a second person."""
    found = tx.one(
        "SELECT 1 AS yes FROM sanction WHERE actor = :actor AND member = :member AND grade = :grade AND length_s = :length_s"
        " AND state = 'proposed' AND (chat_id, command) <> (:chat_id, :command) LIMIT 1",
        actor=actor,
        member=member,
        grade=measure.grade.value,
        length_s=measure.length_s,
        chat_id=command[0],
        command=command[1],
    )
    return found is not None


def given(tx: Tx, member: int, limit: int, offset: int = 0) -> list[Sanction]:
    """What was given to the member, newest first, also what was lifted since."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM sanction WHERE member = :member AND state IN ('running', 'over', 'lifted')"
        " ORDER BY id DESC LIMIT :limit OFFSET :offset",
        member=member,
        limit=limit,
        offset=offset,
    )
    return [_sanction(row) for row in rows]


def suspended_at(tx: Tx, member: int, at: int) -> bool:
    """Whether the member was suspended at that moment (UTC seconds), as far as the record goes."""
    found = tx.one(
        "SELECT 1 AS yes FROM sanction WHERE member = :member AND grade = 'suspension' AND until > :at"
        " AND state IN ('running', 'over', 'lifted') AND coalesce(decided_at, at) <= :at"
        " AND (ended_at IS NULL OR ended_at > :at) LIMIT 1",
        member=member,
        at=at,
    )
    return found is not None


def tally(tx: Tx, member: int) -> Tally:
    """How many of those that were given to the member stand, and how many were taken back."""
    rows = tx.all(
        "SELECT state, count(*) AS many FROM sanction WHERE member = :member"
        " AND state IN ('running', 'over', 'lifted') GROUP BY state",
        member=member,
    )
    many = {row.state: row.many for row in rows}
    lifted = many.pop("lifted", 0)
    return Tally(sum(many.values()), lifted)


def weighed(tx: Tx, member: int) -> list[tuple[Grade, int]]:
    """Grade and time of what stands in the member's record, the latest of it."""
    rows = tx.all(
        "SELECT grade, at FROM sanction WHERE member = :member AND state IN ('running', 'over') ORDER BY id DESC LIMIT :most",
        member=member,
        most=MOST_WEIGHED,
    )
    return [(Grade(row.grade), row.at) for row in rows]


def settle(tx: Tx, member: int) -> None:
    """Until when the member is suspended follows from what is in force."""
    touched.mark(tx, Source.SANCTIONS, member)
    tx.run(
        """
        UPDATE member SET suspended_until = (SELECT max(until) FROM sanction
        WHERE sanction.member = member.id AND grade = 'suspension' AND state = 'running')
        WHERE id = :member
        """,
        member=member,
    )


def purge(tx: Tx, before: int) -> int:
    """Forget what was given or proposed before `before` (UTC seconds) and is not in force."""
    tx.run(
        "DELETE FROM appeal WHERE sanction IN"
        " (SELECT id FROM sanction WHERE at < :before AND state NOT IN ('running', 'proposed'))",
        before=before,
    )
    return tx.run("DELETE FROM sanction WHERE at < :before AND state NOT IN ('running', 'proposed')", before=before)


RENUMBERED = (Renumbered("sanction"),)
PURGE = (Purge(purge, kept_s=2 * 366 * DAY_S),)

OWN = (
    Own("sanction", whose="member = :member AND state <> 'proposed'", but=("chat_id", "command"), fate=STAYS),
    Own("sanction", "actor", but=("chat_id", "command"), fate=STAYS),
    Own("sanction", "decided_by", but=("chat_id", "command"), fate=STAYS),
    Own("sanction", "ended_by", but=("chat_id", "command"), fate=STAYS),
)
