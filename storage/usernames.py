"""Whose an @name is: it can be handed over, and what is told of it can come later than what was told since."""

from storage.engine.tx import Tx


def told_since(tx: Tx, member: int, now: int) -> bool:
    """Whether how the member is called was learnt after that moment."""
    named_at: int = tx.value("SELECT named_at FROM member WHERE id = :member", member=member)
    return named_at > now


def taken_over(tx: Tx, username: str, telegram_id: int, now: int) -> str | None:
    """The @name that an account has at that moment; nobody else has it any more. None: somebody took it since."""
    holder = tx.one(
        "SELECT id, named_at FROM member WHERE lower(username) = :name AND username IS NOT NULL"
        " AND telegram_id <> :telegram_id",
        name=username.lower(),
        telegram_id=telegram_id,
    )
    if holder is None:
        return username
    if holder.named_at > now:
        return None
    tx.run("UPDATE member SET username = NULL, named_at = :now WHERE id = :holder", holder=holder.id, now=now)
    return username
