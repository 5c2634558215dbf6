"""On which stage members stand, and stood before."""

from datetime import date
from typing import Any

from rules.mydata import Untold
from rules.source import Domain
from rules.stage import Stage, StagePeriod
from storage import sources, tags
from storage.declarations import DAY_S, GOES, STAYS, Own
from storage.engine.tx import Tx

STANDING_MOST = 200


def _period(row: Any) -> StagePeriod:
    return StagePeriod(Stage(row.stage), row.since, row.until, row.put_by)


def now_on(tx: Tx, member: int) -> StagePeriod | None:
    """Where the member stands; None for nowhere."""
    row = tx.one(
        "SELECT stage, since, until, put_by FROM stage WHERE member = :member AND until IS NULL", member=member
    )
    return _period(row) if row else None


def history(tx: Tx, member: int) -> list[StagePeriod]:
    """Where the member stands and stood, the latest first, at most 20."""
    rows = tx.all(
        "SELECT stage, since, until, put_by FROM stage WHERE member = :member ORDER BY id DESC LIMIT 20", member=member
    )
    return [_period(row) for row in rows]


def put(tx: Tx, member: int, stage: Stage, by: int, now: int, paused_from: int | None = None) -> None:
    """The member stands there from now on; `paused_from` (UTC seconds) is since when their streak waits for them."""
    leave(tx, member, now)
    tx.run(
        "INSERT INTO stage (member, stage, since, put_by, paused_from) VALUES (:member, :stage, :now, :by, :paused_from)",
        member=member,
        stage=stage.value,
        now=now,
        by=by,
        paused_from=paused_from,
    )


def standing_in(tx: Tx, chat_group: int, on: Stage, now: int) -> list[int]:
    """Who stands there, is in that group and not suspended; those who came first before the others."""
    rows = tx.all(
        """
        SELECT stage.member FROM stage JOIN member ON member.id = stage.member
        JOIN membership ON membership.member = stage.member AND chat_group = :chat_group AND present = 1
        WHERE stage = :stage AND stage.until IS NULL AND coalesce(suspended_until, 0) <= :now
        ORDER BY stage.since, stage.member LIMIT :limit
        """,
        chat_group=chat_group,
        stage=on.value,
        now=now,
        limit=STANDING_MOST,
    )
    return [row.member for row in rows]


def leave(tx: Tx, member: int, now: int) -> None:
    """The member stands nowhere; what is shown of them may have changed."""
    tx.run("UPDATE stage SET until = :now WHERE member = :member AND until IS NULL", member=member, now=now)
    tags.mark(tx, member)


def domain_of(tx: Tx, member: int) -> Domain:
    """Where the member comes from; of whom nobody has noted it is one of the brand's own groups."""
    source = sources.of(tx, member)
    return source.domain if source else Domain.PRIVATE


def is_alumnus(tx: Tx, member: int) -> bool:
    """Whether the member is honoured without duties."""
    standing = now_on(tx, member)
    return standing is not None and standing.stage is Stage.ALUMNI


def was_honoured(tx: Tx, member: int) -> bool:
    """Whether the member is or was honoured without duties; a mistake that was put right within a day is none."""
    return bool(
        tx.value(
            "SELECT 1 FROM stage WHERE member = :member AND stage = 'alumni' AND (until IS NULL OR until - since >= :day)"
            " LIMIT 1",
            member=member,
            day=DAY_S,
        )
    )


def last_active(tx: Tx, member: int) -> date | None:
    """The latest day on which the member wrote, or checked in."""
    day = tx.value(
        "SELECT max(day) FROM (SELECT max(day) AS day FROM talk WHERE member = :member"
        " UNION ALL SELECT max(day) FROM check_in WHERE member = :member AND how <> 'passed') AS seen",
        member=member,
    )
    return date.fromisoformat(day) if day else None


OWN = (
    Own("stage", "member", "member = :member AND stage <> 'sprout'", fate=GOES),
    Own("stage", "", "member = :member AND stage = 'sprout'", untold=Untold.INSIDE, fate=GOES),
    Own("stage", "put_by", but=("stage", "until", "paused_from"), fate=STAYS),
)
