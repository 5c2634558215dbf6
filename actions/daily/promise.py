"""What makes a message promising: that it is featured, else an idea, else picked by enough; and whether it still is."""

from msgspec import Struct

from rules.daily.support import Basis, NotPromising
from rules.links import message_link
from rules.snippets import snippet
from storage import groups
from storage.daily import features, ideas, picks
from storage.engine.tx import Tx

TITLE_SHOWN = 60


class Promising(Struct, frozen=True):
    """A message of `member` in a group (of ours), by what it is known. `title` is empty for one that nobody has worded."""

    basis: Basis
    number: int
    group: int
    message: int
    member: int
    title: str
    stands: bool = True


def promising(tx: Tx, group: int, message: int) -> Promising | None:
    """What staff have said of it counts, then that it is an idea, then that it was picked; None for anything else."""
    if feature := features.at(tx, group, message):
        title, stands = snippet(feature.reason, TITLE_SHOWN), feature.taken_back_at is None
        return Promising(Basis.FEATURE, feature.id, group, message, feature.member, title, stands)
    if idea := ideas.at(tx, group, message):
        title, stands = snippet(idea.text, TITLE_SHOWN), idea.listed
        return Promising(Basis.IDEA, idea.id, group, message, idea.member, title, stands)
    if picked := picks.at(tx, group, message):
        return Promising(Basis.PICKED, picked.id, group, message, picked.member, "")
    return None


def require_promising(tx: Tx, group: int, message: int) -> Promising:
    """The message, which stands. Raises NotPromising."""
    found = promising(tx, group, message)
    if found is None or not found.stands:
        raise NotPromising
    return found


def known_as(tx: Tx, basis: Basis, number: int) -> Promising:
    """The same by its number, wherever it is told of by now. Raises NotPromising."""
    found = {Basis.FEATURE: features.get, Basis.IDEA: ideas.get, Basis.PICKED: picks.get}[basis](tx, number)
    if found is None:
        raise NotPromising
    return require_promising(tx, found.group, found.message)


def link_to(tx: Tx, group: int, message: int) -> str | None:
    """Where the message stands."""
    return message_link(groups.get(tx, group).chat_id, message)
