"""Ballots and votes. A vote is changed in place; what is counted at the end is kept beside the ballot and never changes."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from msgspec import Struct

from rules.ballot import Ballot, Count, Result, counted, result
from rules.people import STAFF
from storage.declarations import DAY_S, STAYS, Own, Purge
from storage.engine.tx import Tx


def add(tx: Tx, choices: int, level: str, quorum: int, now: int, closes_at: int) -> Ballot:
    """A new ballot, open from now on."""
    number = tx.add(
        "INSERT INTO ballot (choices, level, quorum, opened_at, closes_at)"
        " VALUES (:choices, :level, :quorum, :now, :closes_at)",
        choices=choices,
        level=level,
        quorum=quorum,
        now=now,
        closes_at=closes_at,
    )
    return get(tx, number)


def get(tx: Tx, ballot: int) -> Ballot:
    """The ballot with that id, which must exist."""
    row = tx.one(
        "SELECT id, choices, level, quorum, closes_at, closed_at FROM ballot WHERE id = :ballot", ballot=ballot
    )
    assert row is not None, ballot
    return Ballot(row.id, row.choices, row.level, row.quorum, row.closes_at, row.closed_at is not None)


def levels_asked_for(tx: Tx) -> list[str]:
    """The keys of the levels from which on one may vote in the ballots that are open."""
    return [row.level for row in tx.all("SELECT DISTINCT level FROM ballot WHERE closed_at IS NULL ORDER BY level")]


def ask_for(tx: Tx, level: str, other: str) -> None:
    """Open ballots for those of that level are for those of the other one from now on."""
    tx.run("UPDATE ballot SET level = :other WHERE level = :level AND closed_at IS NULL", level=level, other=other)


def cast(tx: Tx, ballot: int, member: int, choice: int, now: int) -> None:
    """The member's vote, from now on this one."""
    tx.run(
        """
        INSERT INTO vote (ballot, member, choice, at) VALUES (:ballot, :member, :choice, :now)
        ON CONFLICT (ballot, member) DO UPDATE SET choice = excluded.choice, at = excluded.at
        """,
        ballot=ballot,
        member=member,
        choice=choice,
        now=now,
    )


def electors(tx: Tx, levels: tuple[str, ...], now: int, member: int | None = None) -> int:
    """How many may vote now, or whether (1 or 0) that member may: who agreed and is in a group of ours, no staff.

    `levels` are the keys of those that may, nothing for all.
    """
    able, keys = _able(levels)
    one = "" if member is None else " AND member.id = :member"
    about: dict[str, Any] = {"now": now, **keys} if member is None else {"now": now, "member": member, **keys}
    found: int = tx.value(
        f"SELECT count(*) FROM member WHERE {able}{one}",
        **about,
    )
    return found


def _able(levels: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """What is true of who may vote at `:now`, and the levels that stand there by name."""
    keys = {f"level{n}": key for n, key in enumerate(levels)}
    reached = f" AND level IN ({', '.join(f':{name}' for name in keys)})" if keys else ""
    able = f"""
        covenant_version > 0 AND (suspended_until IS NULL OR suspended_until <= :now){reached}
        AND EXISTS (
            SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
            WHERE membership.member = member.id AND present = 1 AND active = 1 AND part IN ('community', 'core')
        )
        AND NOT EXISTS (SELECT 1 FROM role WHERE role.member = member.id AND role.role IN ({_STAFF}))
        """
    return able, keys


def votes(tx: Tx, ballot: int) -> dict[int, int]:
    """The choice of each member who has voted, while that is kept."""
    rows = tx.all("SELECT member, choice FROM vote WHERE ballot = :ballot ORDER BY member", ballot=ballot)
    return {row.member: row.choice for row in rows}


def drop_others(tx: Tx, ballot: int, electors: Collection[int]) -> None:
    """Of whoever is none of these `electors` any more, the vote goes before it is counted."""
    for member in votes(tx, ballot).keys() - set(electors):
        tx.run("DELETE FROM vote WHERE ballot = :ballot AND member = :member", ballot=ballot, member=member)


def drop_unable(tx: Tx, ballot: int, levels: tuple[str, ...], now: int) -> None:
    """Of whoever may not vote any more the vote goes, before it is counted; `levels` as of `electors`."""
    able, keys = _able(levels)
    tx.run(
        f"DELETE FROM vote WHERE ballot = :ballot AND member NOT IN (SELECT member.id FROM member WHERE {able})",
        ballot=ballot,
        now=now,
        **keys,
    )


def close(tx: Tx, ballot: Ballot, eligible: int, now: int) -> Result | None:
    """Count it for good; None when that was done before."""
    cast_votes = votes(tx, ballot.id)
    closed = tx.run(
        "UPDATE ballot SET closed_at = :now, eligible = :eligible WHERE id = :id AND closed_at IS NULL",
        id=ballot.id,
        eligible=eligible,
        now=now,
    )
    for count in counted(ballot.choices, cast_votes.values()) if closed else ():
        tx.run(
            "INSERT INTO ballot_count (ballot, choice, votes) VALUES (:id, :choice, :votes)",
            id=ballot.id,
            choice=count.choice,
            votes=count.votes,
        )
    return result_of(tx, ballot.id) if closed else None


def result_of(tx: Tx, ballot: int) -> Result:
    """What a closed ballot says."""
    found = tx.one("SELECT quorum, eligible FROM ballot WHERE id = :ballot AND closed_at IS NOT NULL", ballot=ballot)
    assert found is not None, ballot
    rows = tx.all("SELECT choice, votes FROM ballot_count WHERE ballot = :ballot ORDER BY choice", ballot=ballot)
    return result([Count(row.choice, row.votes) for row in rows], found.eligible, found.quorum)


class Cast(Struct, frozen=True):
    """A ballot for the audit: which choices were voted for, by how many, how often by one at most; what was counted."""

    ballot: int
    choices: int
    cast: tuple[int, ...]
    electors: int
    most: int
    counts: dict[int, int]


def everything(tx: Tx) -> Iterator[Cast]:
    """Every ballot; of one that was closed long ago only what was counted is known."""
    for row in tx.all("SELECT id, choices FROM ballot ORDER BY id"):
        votes = tx.all("SELECT member, choice FROM vote WHERE ballot = :ballot", ballot=row.id)
        by_elector = Counter(vote.member for vote in votes)
        counts = tx.all("SELECT choice, votes FROM ballot_count WHERE ballot = :ballot", ballot=row.id)
        yield Cast(
            row.id,
            row.choices,
            tuple(vote.choice for vote in votes),
            len(by_elector),
            max(by_elector.values(), default=0),
            {count.choice: count.votes for count in counts},
        )


def purge(tx: Tx, before: int) -> int:
    """Forget who voted for what on ballots closed before `before` (UTC seconds); what was counted stays."""
    return tx.run("DELETE FROM vote WHERE ballot IN (SELECT id FROM ballot WHERE closed_at < :before)", before=before)


_STAFF = ", ".join(f"'{role.value}'" for role in sorted(STAFF))
PURGE = (Purge(purge, kept_s=90 * DAY_S),)

OWN = (Own("vote", fate=STAYS),)
