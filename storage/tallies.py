"""Running totals per scope, period and member, kept in the same transaction as the ledger entry."""

from dataclasses import dataclass

from rules.points import Track
from storage import bystanders
from storage.bystanders import EVERYWHERE
from storage.tx import Tx

BRAND = 0


@dataclass(frozen=True, slots=True)
class Score:
    """What one entry adds to the boards; negative when it takes back."""

    points: int
    track: Track
    newcomer: bool


def add(tx: Tx, member: int, periods: tuple[str, ...], scopes: tuple[int, ...], score: Score) -> None:
    """Add `score` to the member's totals of each period and scope (a group's id, or BRAND)."""
    gained = {track: score.points if score.track is track else 0 for track in Track}
    beside = bystanders.scopes(tx, member)
    for scope in scopes:
        competes = not beside or not beside & {EVERYWHERE, scope}
        for period in periods:
            tx.run(
                "INSERT INTO tally (scope, period, member, points, checkin, assist, creator, newcomer, competes)"
                " VALUES (:scope, :period, :member, :points, :checkin, :assist, :creator, :newcomer, :competes)"
                " ON CONFLICT (scope, period, member) DO UPDATE SET points = tally.points + excluded.points,"
                " checkin = tally.checkin + excluded.checkin, assist = tally.assist + excluded.assist,"
                " creator = tally.creator + excluded.creator, newcomer = tally.newcomer + excluded.newcomer",
                scope=scope,
                period=period,
                member=member,
                points=score.points,
                checkin=gained[Track.CHECKIN],
                assist=gained[Track.ASSIST],
                creator=gained[Track.CREATOR],
                newcomer=score.points if score.newcomer else 0,
                competes=int(competes),
            )
