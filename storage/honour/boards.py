"""Boards, read from the running totals; and boards as they were announced.

Each query is one range of one covering index, so that it costs the same whatever the ledger holds.
"""

from rules.honour.boards import COUNTED_AT_MOST, Frozen, Place, Score
from rules.programme.metrics import Metric
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


def top(tx: Tx, scope: int, period: str, metric: Metric, limit: int) -> list[Score]:
    """The highest scores of those who compete, highest first; who was first in, stands first among equals."""
    rows = tx.all(
        f"SELECT member.id, member.name, best.score FROM (SELECT member, {metric} AS score FROM tally"
        f" WHERE scope = :scope AND period = :period AND competes = 1 AND {metric} <> 0 AND {metric} > 0"
        f" ORDER BY {metric} DESC, member LIMIT :limit) AS best JOIN member ON member.id = best.member"
        " ORDER BY best.score DESC, member.id",
        scope=scope,
        period=period,
        limit=limit,
    )
    return [Score(*row) for row in rows]


def score_of(tx: Tx, scope: int, period: str, metric: Metric, member: int) -> int:
    """What the member has gathered, 0 for nothing."""
    return (
        tx.value(
            f"SELECT {metric} FROM tally WHERE scope = :scope AND period = :period AND member = :member",
            scope=scope,
            period=period,
            member=member,
        )
        or 0
    )


def above(tx: Tx, scope: int, period: str, metric: Metric, score: int) -> int:
    """How many who compete have more than `score`; COUNTED_AT_MOST + 1 stands for more than that many."""
    count: int = tx.value(
        "SELECT count(*) FROM (SELECT 1 FROM tally WHERE scope = :scope AND period = :period AND competes = 1"
        f" AND {metric} <> 0 AND {metric} > :score LIMIT :most)",
        scope=scope,
        period=period,
        score=score,
        most=COUNTED_AT_MOST + 1,
    )
    return count


def equal(tx: Tx, scope: int, period: str, metric: Metric, score: int) -> int:
    """How many who compete have exactly `score`, counted as far as in `above`."""
    count: int = tx.value(
        "SELECT count(*) FROM (SELECT 1 FROM tally WHERE scope = :scope AND period = :period AND competes = 1"
        f" AND {metric} <> 0 AND {metric} = :score LIMIT :most)",
        scope=scope,
        period=period,
        score=score,
        most=COUNTED_AT_MOST + 1,
    )
    return count


def next_above(tx: Tx, scope: int, period: str, metric: Metric, score: int) -> Score | None:
    """Somebody with the least score above `score`."""
    row = tx.one(
        f"SELECT tally.member, member.name, tally.{metric} FROM tally JOIN member ON member.id = tally.member"
        f" WHERE scope = :scope AND period = :period AND competes = 1 AND {metric} <> 0 AND {metric} > :score"
        f" ORDER BY {metric}, tally.member DESC LIMIT 1",
        scope=scope,
        period=period,
        score=score,
    )
    return Score(*row) if row else None


def next_below(tx: Tx, scope: int, period: str, metric: Metric, own: Score) -> Score | None:
    """Who follows `own`: with the same score, else with the next one below."""
    row = tx.one(
        f"SELECT tally.member, member.name, tally.{metric} FROM tally JOIN member ON member.id = tally.member"
        f" WHERE scope = :scope AND period = :period AND competes = 1 AND {metric} <> 0 AND {metric} = :score"
        f" AND tally.member > :member ORDER BY tally.member LIMIT 1",
        scope=scope,
        period=period,
        score=own.score,
        member=own.member,
    ) or tx.one(
        f"SELECT tally.member, member.name, tally.{metric} FROM tally JOIN member ON member.id = tally.member"
        f" WHERE scope = :scope AND period = :period AND competes = 1 AND {metric} <> 0 AND {metric} < :score"
        f" AND {metric} > 0 ORDER BY {metric} DESC, tally.member LIMIT 1",
        scope=scope,
        period=period,
        score=own.score,
    )
    return Score(*row) if row else None


def staff(tx: Tx, scope: int, period: str, metric: Metric, limit: int) -> list[Score]:
    """The highest scores of staff, who do not compete; those who asked not to be shown or left are not among them.

    Who is not hidden and yet stands beside all boards is of the staff.
    """
    rows = tx.all(
        f"SELECT member.id, member.name, tally.{metric} AS score FROM tally JOIN member ON member.id = tally.member"
        " WHERE scope = :scope AND period = :period AND tally.member IN (SELECT member FROM role)"
        f" AND {metric} > 0 AND member.hidden = 0 AND EXISTS"
        " (SELECT 1 FROM bystander WHERE bystander.member = member.id AND bystander.scope = -1) AND NOT EXISTS"
        " (SELECT 1 FROM bystander WHERE bystander.member = member.id AND bystander.scope = :scope)"
        " ORDER BY score DESC, member.id LIMIT :limit",
        scope=scope,
        period=period,
        limit=limit,
    )
    return [Score(*row) for row in rows]


def freeze(tx: Tx, scope: int, period: str, metric: Metric, places: tuple[Place, ...], now: int) -> bool:
    """Keep a board as it is announced; False when it has been before, and that one stands."""
    new = tx.run(
        "INSERT INTO board_frozen (scope, period, metric, frozen_at) VALUES (:scope, :period, :metric, :now)"
        " ON CONFLICT DO NOTHING",
        scope=scope,
        period=period,
        metric=metric.value,
        now=now,
    )
    for number, place in enumerate(places, start=1) if new else ():
        tx.run(
            "INSERT INTO board_frozen_place (scope, period, metric, place, rank, member, score)"
            " VALUES (:scope, :period, :metric, :number, :rank, :member, :score)",
            scope=scope,
            period=period,
            metric=metric.value,
            number=number,
            rank=place.rank,
            member=place.member,
            score=place.score,
        )
    return bool(new)


def frozen(tx: Tx, scope: int, period: str, metric: Metric) -> Frozen | None:
    """The board as it was announced, with today's names, without those who stand beside the boards by now."""
    at = tx.value(
        "SELECT frozen_at FROM board_frozen WHERE scope = :scope AND period = :period AND metric = :metric",
        scope=scope,
        period=period,
        metric=metric.value,
    )
    if at is None:
        return None
    rows = tx.all(
        """
        SELECT place.rank, member.id, member.name, place.score FROM board_frozen_place AS place
        JOIN member ON member.id = place.member WHERE place.scope = :scope AND place.period = :period
        AND place.metric = :metric AND NOT EXISTS (SELECT 1 FROM bystander WHERE bystander.member = member.id
        AND bystander.scope IN (-1, :scope)) ORDER BY place.place LIMIT 100
        """,
        scope=scope,
        period=period,
        metric=metric.value,
    )
    return Frozen(at, tuple(Place(*row) for row in rows))


def competes(tx: Tx, scope: int, period: str, member: int) -> bool:
    """Whether the member's total of that period stands on the scope's boards."""
    return bool(
        tx.value(
            "SELECT competes FROM tally WHERE scope = :scope AND period = :period AND member = :member",
            scope=scope,
            period=period,
            member=member,
        )
    )


OWN = (Own("board_frozen_place", fate=STAYS),)
