"""A group becomes a supergroup: the same group of ours at another address, where messages are numbered anew.

What we remember of its messages stays, under numbers below zero that no message has, apart for each era of the group:
nothing new is taken for it, no link and no reply leads astray.
"""

import json
from typing import Any

from storage.declarations import Renumbered, declared
from storage.engine.tx import Tx

ERA = 10**12


def migrate(tx: Tx, old_chat_id: int, new_chat_id: int) -> None:
    """Everything of the old address belongs to the new one. Told twice, nothing happens the second time."""
    group: int | None = tx.value("SELECT id FROM chat_group WHERE chat_id = :old", old=old_chat_id)
    if group is not None:
        era: int = tx.value(
            "UPDATE chat_group SET chat_id = :new, era = era + 1 WHERE id = :group RETURNING era",
            new=new_chat_id,
            group=group,
        )
        tx.known.clear()
        _renumber(tx, group, era * ERA)
        tx.run("DELETE FROM message_author WHERE chat_group = :group", group=group)
        tx.run("DELETE FROM group_right WHERE chat_group = :group", group=group)
    tx.run("DELETE FROM posted WHERE chat_id = :old", old=old_chat_id)
    tx.run("UPDATE button SET chat_id = :new WHERE chat_id = :old", new=new_chat_id, old=old_chat_id)
    _readdress(tx, old_chat_id, new_chat_id)


def _renumber(tx: Tx, group: int, below: int) -> None:
    for one in declared("RENUMBERED", Renumbered):
        tx.run(
            f"UPDATE {one.table} SET message = -(message + :below) WHERE message > 0 AND {one.whose}",
            below=below,
            group=group,
        )


def _readdress(tx: Tx, old: int, new: int) -> None:
    """Letters that wait go to the new address; those about a single old message have lost what they were about."""
    rows = tx.all(
        "SELECT id, body, fallback FROM outbox WHERE lane = :old AND state IN ('queued', 'sending', 'parked')", old=old
    )
    for row in rows:
        body = _without_numbers(json.loads(row.body))
        tx.run(
            "UPDATE outbox SET lane = :new, body = :body, fallback = :fallback WHERE id = :id",
            new=new,
            body=row.body if body is None else _packed(body),
            fallback=_elsewhere(row.fallback, old, new),
            id=row.id,
        )
        if body is None:
            tx.run("UPDATE outbox SET state = 'dropped', error = 'the group has moved' WHERE id = :id", id=row.id)


def _without_numbers(body: dict[str, Any]) -> dict[str, Any] | None:
    """What is said without being a reply; None for what is done to a message."""
    if "message_id" in body:
        return None
    return {key: value for key, value in body.items() if key != "reply_parameters"}


def _elsewhere(fallback: str | None, old: int, new: int) -> str | None:
    """The letter that goes instead, to the new address as well."""
    other = json.loads(fallback) if fallback else None
    if other is None or other["lane"] != old:
        return fallback
    body = _without_numbers(json.loads(other["body"])) if other.get("body") else {}
    if body is None:
        return None
    other |= {"lane": new} | ({"body": _packed(body)} if body else {})
    if "where" in other:
        other["where"] = _without_numbers(other["where"])
    return _packed(other)


def _packed(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
