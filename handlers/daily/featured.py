"""How a featured message stands in its group: the thanks under it, and the mark on it, for all who change that."""

from actions.daily import feature as actions
from handlers.effects import Effect, Post, React
from storage.engine.tx import Tx


def thanked(tx: Tx, number: int) -> Post:
    """The thanks, in reply to the message."""
    done = actions.told(tx, number)
    return Post(done.group, "feature/thanked", done, reply_to=done.message, keep=name_of(number))


def again(tx: Tx, number: int) -> list[Effect]:
    """Taking it back was a mistake: everything reads as before."""
    done = actions.told(tx, number)
    return [React("🏆", message=done.message, group=done.group), thanked(tx, number)]


def name_of(number: int) -> str:
    """The name under which the thanks are remembered."""
    return f"feature:{number}"
