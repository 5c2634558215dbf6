"""Who was forgotten, and how: what storage declares of its rows becomes of them, and nothing leads to the account any more."""

import json
from collections.abc import Iterator

from rules.mydata import Untold
from rules.operations.forgetting import Forgetting, nameless
from rules.people import Member
from rules.reading.names import NAMELESS, folded
from storage import bystanders, facts
from storage.declarations import STAYS, Naming, Own, declared
from storage.engine.tx import Tx

SALT = "forgetting_salt"
DASH = "—"


def salt(tx: Tx, chance: str) -> str:
    """What marks of accounts are made with here, for ever: `chance` when the first one is made."""
    if (known := facts.get(tx, SALT)) is None:
        facts.put(tx, SALT, chance)
        return chance
    return known


def known_salt(tx: Tx) -> str | None:
    """The same; None while nobody was forgotten."""
    return facts.get(tx, SALT)


def last(tx: Tx, mark: str) -> int | None:
    """When the account of that mark was forgotten last (UTC seconds)."""
    at: int | None = tx.value("SELECT max(at) FROM forgotten WHERE mark = :mark", mark=mark)
    return at


def everybody(tx: Tx) -> list[Forgetting]:
    """All who were forgotten, oldest first."""
    rows = tx.all("SELECT member, at, mark FROM forgotten ORDER BY at, member")
    return [Forgetting(*tuple(row)) for row in rows]


def left(tx: Tx) -> Iterator[tuple[int, int]]:
    """Accounts of members who were forgotten that hold points all the same, and how many."""
    for row in tx.each(
        "SELECT account.member, posted FROM forgotten JOIN account ON account.member = forgotten.member"
        " WHERE posted <> 0 ORDER BY account.member"
    ):
        yield row.member, row.posted


def note(tx: Tx, done: Forgetting) -> None:
    """They are forgotten; `done` says so for ever."""
    tx.run(
        "INSERT INTO forgotten (member, mark, at) VALUES (:member, :mark, :at) ON CONFLICT DO NOTHING",
        member=done.member,
        mark=done.mark,
        at=done.at,
    )
    if facts.get(tx, SALT) is None:
        facts.put(tx, SALT, done.mark.partition(":")[0])


def tagged(tx: Tx, member: int) -> tuple[int, ...]:
    """The groups in which something of ours stands beside their name."""
    rows = tx.all(
        "SELECT chat_group FROM membership WHERE member = :member AND present = 1 AND tag_ours <> ''"
        " ORDER BY chat_group LIMIT 200",
        member=member,
    )
    return tuple(row.chat_group for row in rows)


def erase(tx: Tx, member: Member) -> None:
    """Every row about them becomes what its module declares, and their number leads to nobody."""
    owned = sorted(declared("OWN", Own), key=lambda one: bool(one.column))
    for own in owned:
        _clear(tx, own, member.id)
    for own in owned:
        if own.fate.go:
            tx.run(f"DELETE FROM {own.table} WHERE {_picked(own)}", member=member.id)
    _silence(tx, member.telegram_id)
    for naming in declared("NAMING", Naming):
        for column in naming.columns:
            _unname(tx, naming.table, column, member)
    _unlink(tx, member.id)
    bystanders.refresh(tx, member.id)


def _picked(own: Own) -> str:
    return f"{own.column} = :member" if own.column else own.whose


def _clear(tx: Tx, own: Own, member: int) -> None:
    values = [f"{column} = ''" for column in own.fate.emptied]
    values += [f"{column} = CASE WHEN {column} IS NULL THEN NULL ELSE '{DASH}' END" for column in own.fate.dashed]
    values += [f"{column} = NULL" for column in own.fate.unset]
    if values:
        tx.run(f"UPDATE {own.table} SET {', '.join(values)} WHERE {_picked(own)}", member=member)


def _silence(tx: Tx, account: int) -> None:
    """What waits for them, or to be handled again, and what we have written to them; nothing is sent to them any more."""
    tx.run("DELETE FROM outbox WHERE lane = :account OR seen_by = :account", account=account)
    tx.run("UPDATE outbox SET caller = NULL WHERE caller = :account", account=account)
    tx.run("DELETE FROM posted WHERE chat_id = :account", account=account)
    tx.run("DELETE FROM button WHERE chat_id = :account", account=account)
    tx.run("DELETE FROM inbox WHERE sender = :account AND state IN ('stopped', 'quarantined')", account=account)
    for row in tx.all("SELECT id, body FROM outbox WHERE method = 'setChatMemberTag' AND body IS NOT NULL"):
        if json.loads(row.body)["user_id"] == account:
            tx.run("DELETE FROM outbox WHERE id = :id", id=row.id)


def _unname(tx: Tx, table: str, column: str, member: Member) -> None:
    """Ready words elsewhere that name them say nobody's name."""
    found = tx.all(
        f"SELECT DISTINCT {column} AS said FROM {table} WHERE {column} LIKE :name OR {column} LIKE :at OR {column} LIKE :coded",
        name=f"%{member.name}%",
        at=f"%@{member.username or NAMELESS}%",
        coded=f"%{json.dumps(member.name)[1:-1]}%",
    )
    for row in found:
        said = nameless(row.said, member.name, member.username)
        if said != row.said:
            tx.run(f"UPDATE {table} SET {column} = :now WHERE {column} = :before", now=said, before=row.said)


def _unlink(tx: Tx, member: int) -> None:
    tx.run(
        """
        UPDATE member SET telegram_id = -id, name = :nobody, folded = :folded, username = NULL, reachable = 0,
        covenant_version = 0, covenant_at = NULL, hidden = 1, quiet = 'all', home = NULL, home_chosen = NULL,
        home_moved_at = NULL,
        home_asked = 0, tag_off = 0, tag_track = NULL, locale_chosen = 0 WHERE id = :member
        """,
        nobody=NAMELESS,
        folded=folded(NAMELESS),
        member=member,
    )


OWN = (Own("forgotten", untold=Untold.MACHINERY, fate=STAYS),)
