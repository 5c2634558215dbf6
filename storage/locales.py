"""The language that a member chose for themselves; without a choice it is that of their app."""

from storage.engine.tx import Tx


def choose(tx: Tx, member: int, locale: str) -> None:
    """The member is spoken to in that language from now on, whatever their app is set to."""
    tx.run("UPDATE member SET locale = :locale, locale_chosen = 1 WHERE id = :id", id=member, locale=locale)


def leave_to_app(tx: Tx, member: int, locale: str) -> None:
    """The member is spoken to in the language of their app, that is this one today."""
    tx.run("UPDATE member SET locale = :locale, locale_chosen = 0 WHERE id = :id", id=member, locale=locale)


def chosen(tx: Tx, member: int) -> bool:
    """Whether they chose it."""
    return bool(tx.value("SELECT locale_chosen FROM member WHERE id = :id", id=member))
