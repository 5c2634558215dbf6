"""How points by hand stand in the group they count for. Shared by what gives them and what takes them back."""

from actions.fairness.grant import Awarded, given
from handlers.effects import Delete, Effect, Post
from storage.engine.tx import Tx


def gone(number: int) -> list[Effect]:
    """The points are taken back: the group does not read of them any more."""
    return [Delete(keep=public(number))]


def again(tx: Tx, number: int) -> list[Effect]:
    """They are given after all, and it reads so where it did before."""
    return posted(given(tx, number))


def posted(done: Awarded) -> list[Effect]:
    """Where the group it counts for reads of it: below what it is given for, if that was said there."""
    if done.points <= 0 or done.group is None or done.message is None:
        return []
    return [Post(done.group, "grant/given", done, reply_to=done.message, keep=public(done.grant))]


def public(number: int) -> str:
    """The name under which the line in the group is remembered."""
    return f"grant:{number}"


def batch_asked(number: int) -> str:
    """Under which name the question to a second person about a list is kept."""
    return f"batch_asked:{number}"
