"""The list of who was forgotten, beside the backups: it outlives a database that is put back from an older copy."""

import secrets
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from actions.operations.forgetting import Forgotten, forget, forget_anyway, play_again
from bot.database import transact
from bot.identity import Identity
from bot.letters.compose import Composer
from bot.upkeep.beside import put
from handlers.operations.forgetting import followed, let_go
from rules.occasion import Occasion
from rules.operations.forgetting import Forgetting, forgettings
from rules.people import Member
from storage import members
from storage.engine.engine import Engine
from storage.engine.tx import Tx
from storage.operations.forgettings import everybody
from storage.post import outbox

NAME = "forgotten.txt"
CHANCE_BYTES = 8


class NobodyKnown(Exception):
    """Nobody is known by that Telegram id or @name."""


class ByHand(Struct, frozen=True):
    """Somebody was forgotten, whose `points` are forfeited; `known` are all who were."""

    points: int
    known: tuple[Forgetting, ...]


def catch_up(tx: Tx, path: Path, identity: Identity, now: int) -> int:
    """Forget again whoever stands in the list and was forgotten after this database was copied; how many they are."""
    again = forget_again(tx, path, identity, now)
    tell(tx, again, identity, now)
    return len(again)


def forget_again(tx: Tx, path: Path, identity: Identity, now: int) -> list[Forgotten]:
    """The same, of which nothing is to be seen elsewhere yet."""
    return play_again(tx, _listed(path), Occasion(now, identity.programme))


def tell(tx: Tx, again: Iterable[Forgotten], identity: Identity, now: int) -> None:
    """What of theirs stands open elsewhere is closed there."""
    effects = [effect for one in again for effect in let_go(tx, one)]
    outbox.put(tx, Composer(identity).posts(tx, effects, now), now)


def write_down(path: Path, known: Iterable[Forgetting]) -> None:
    """Add to the list whom it does not hold yet; nobody is ever taken out. Raises OSError, ValueError."""
    listed = _listed(path)
    new = [one for one in known if one not in listed]
    if not new:
        return
    put(path, "".join(f"{one.line}\n" for one in (*listed, *new)))


def forget_by_hand(engine: Engine, identity: Identity, who: str, now: int, *, anyway: bool) -> ByHand:
    """Forget whoever has that Telegram id or @name. Raises NobodyKnown, NotForgottenYet unless `anyway`, Running."""
    with engine.only_one(), closing(engine.open()) as connection:
        return transact(connection, lambda tx: _by_hand(tx, identity, who, now, anyway=anyway))


def _by_hand(tx: Tx, identity: Identity, who: str, now: int, *, anyway: bool) -> ByHand:
    member = _named(tx, who)
    how = forget_anyway if anyway else forget
    done = how(tx, member, Occasion(now, identity.programme), secrets.token_hex(CHANCE_BYTES))
    effects = followed(tx, done, member.telegram_id)
    outbox.put(tx, Composer(identity).posts(tx, effects, now), now)
    return ByHand(done.points, known_to(tx))


def _named(tx: Tx, who: str) -> Member:
    name = who.strip().removeprefix("@")
    member = members.by_telegram_id(tx, int(name)) if name.isdecimal() else members.by_username(tx, name)
    if member is None:
        raise NobodyKnown(who)
    return member


def known_to(tx: Tx) -> tuple[Forgetting, ...]:
    """Whom the database knows to be forgotten."""
    return tuple(everybody(tx))


def _listed(path: Path) -> tuple[Forgetting, ...]:
    return tuple(forgettings(path.read_text())) if path.exists() else ()
