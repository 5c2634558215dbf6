"""Answers in polls of ours, by Telegram's number of the poll; kept until its votes have long been counted."""

from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx


def put(tx: Tx, poll: str, member: int, choice: int, now: int) -> None:
    """The member's answer, from now on this one."""
    tx.run(
        """
        INSERT INTO poll_answer (poll, member, choice, at) VALUES (:poll, :member, :choice, :now)
        ON CONFLICT (poll, member) DO UPDATE SET choice = excluded.choice, at = excluded.at
        """,
        poll=poll,
        member=member,
        choice=choice,
        now=now,
    )


def take_back(tx: Tx, poll: str, member: int) -> None:
    """The member has no answer any more."""
    tx.run("DELETE FROM poll_answer WHERE poll = :poll AND member = :member", poll=poll, member=member)


def of_poll(tx: Tx, poll: str) -> dict[int, int]:
    """The choice of each member who has answered."""
    rows = tx.all("SELECT member, choice FROM poll_answer WHERE poll = :poll ORDER BY member", poll=poll)
    return {row.member: row.choice for row in rows}


def purge(tx: Tx, before: int) -> int:
    """Forget who answered what before `before` (UTC seconds); what was counted stays."""
    return tx.run("DELETE FROM poll_answer WHERE at < :before", before=before)


PURGE = (Purge(purge, kept_s=90 * DAY_S),)
OWN = (Own("poll_answer", fate=GOES),)
