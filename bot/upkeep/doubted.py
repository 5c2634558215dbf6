"""An older copy of the database takes the place of a later one, and what the command line says of that."""

from collections.abc import Iterator
from pathlib import Path

from bot.flow.doubt import Doubted, doubt
from bot.identity import Identity
from bot.upkeep.forgetting import forget_again, tell
from storage.engine.tx import Tx

OLDER = "this database is older than what ran here last, as after pg_restore; what waited in it is not done blindly:"


def take_over(tx: Tx, identity: Identity, now: int, forgotten: Path | None) -> tuple[Doubted, int]:
    """What waited is in doubt, but for what ends with those who are forgotten again; and how many they are."""
    again = forget_again(tx, forgotten, identity, now) if forgotten else []
    doubted = doubt(tx, identity, now)
    tell(tx, again, identity, now)
    return doubted, len(again)


def uncertain(doubted: Doubted) -> Iterator[str]:
    """A line for each kind of what may have been done by a hand we know nothing of."""
    for many, said in (
        (doubted.letters, "letters that waited may have been sent since: /doctor lists them, none is sent again"),
        (doubted.posts, "scheduled posts may have been made since: /doctor lists them, /post makes up for them"),
        (doubted.shop, "rewards with codes and open orders wait until staff have looked: the staff group reads which"),
        (doubted.awards, "awards lack what was nominated and voted since: the staff group reads which"),
        (doubted.months, "letters of the month may have been read since: /letter shows them, none is told again"),
        (doubted.days, "members may have had today's evening note: what waits for them comes tomorrow"),
    ):
        if many:
            yield f"{many} {said}"
