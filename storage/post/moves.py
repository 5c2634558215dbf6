"""A group becomes a supergroup: the same group of ours at another address, where messages are numbered anew.

What we remember of its messages stays, under numbers below zero that no message has, apart for each era of the group:
nothing new is taken for it, no link and no reply leads astray.
"""

from storage.declarations import Renumbered, declared
from storage.engine.tx import Tx
from storage.post.bodies import elsewhere, read, written
from storage.post.letters import moved, put_by, taken_out

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
    tx.run("DELETE FROM said_in WHERE chat_id = :old", old=old_chat_id)
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
        """
        SELECT id, method, body, fallback FROM outbox
        WHERE lane = :old AND state IN ('queued', 'sending', 'parked')
        """,
        old=old,
    )
    for row in rows:
        body = elsewhere(read(row.method, row.body))
        other = moved(taken_out(row.fallback), old, new) if row.fallback else None
        tx.run(
            "UPDATE outbox SET lane = :new, body = :body, fallback = :fallback WHERE id = :id",
            new=new,
            body=row.body if body is None else written(body),
            fallback=put_by(other),
            id=row.id,
        )
        if body is None:
            tx.run("UPDATE outbox SET state = 'dropped', error = 'the group has moved' WHERE id = :id", id=row.id)
