"""Running totals per scope, period and member, kept in the same transaction as the ledger entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.programme.points import Track
from storage import bystanders
from storage.bystanders import EVERYWHERE
from storage.engine.tx import Tx

BOARDS = (Track.CHECKIN, Track.ASSIST, Track.CREATOR)


@dataclass(frozen=True, slots=True)
class Gain:
    """What one entry adds to the boards; negative when it takes back."""

    points: int
    track: Track
    newcomer: bool


def add(tx: Tx, member: int, periods: tuple[str, ...], scopes: tuple[int, ...], score: Gain) -> None:
    """Add `score` to the member's totals of each period and scope (a group's id, or BRAND)."""
    gained = [score.points if score.track is track else 0 for track in BOARDS]
    beside = bystanders.scopes(tx, member)
    newcomer = score.points if score.newcomer else 0
    tx.many(  # the most frequent statement of all: values by their place cost a third less here than by name
        """
        INSERT INTO tally (member, scope, period, competes, points, checkin, assist, creator, newcomer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (member, scope, period) DO UPDATE SET points = tally.points + excluded.points,
        checkin = tally.checkin + excluded.checkin, assist = tally.assist + excluded.assist,
        creator = tally.creator + excluded.creator, newcomer = tally.newcomer + excluded.newcomer
        """,
        [
            (member, scope, period, int(not beside & {EVERYWHERE, scope}), score.points, *gained, newcomer)
            for scope in scopes
            for period in periods
        ],
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """One running total."""

    scope: int
    period: str
    member: int
    points: int
    checkin: int
    assist: int
    creator: int
    newcomer: int
    competes: int


def everything(tx: Tx) -> Iterator[Tally]:
    """Every running total, for the audit."""
    rows = tx.each("SELECT scope, period, member, points, checkin, assist, creator, newcomer, competes FROM tally")
    for row in rows:
        yield Tally(*row)
