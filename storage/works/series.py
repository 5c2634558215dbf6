"""The series of small challenges: what waits in each track, what was opened in which week, what pauses."""

from types import SimpleNamespace
from typing import Any

from rules.works.challenge import Brief, SkillTrack
from rules.works.series import SeriesTask
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx
from storage.packing import packed, unpacked
from storage.works import challenges

_SELECT = "SELECT id, brief, place, draft, made_by FROM series_task WHERE state = 'waiting'"


def _task(row: Any) -> SeriesTask:
    brief = challenges.brief_of(SimpleNamespace(**unpacked(row.brief)))
    return SeriesTask(row.id, brief, row.place, row.draft, row.made_by)


def add(tx: Tx, brief: Brief, draft: int, by: int, now: int) -> int:
    """It waits behind the others of its track; its number."""
    return tx.add(
        """
        INSERT INTO series_task (track, brief, place, draft, made_by, made_at)
        VALUES (:track, :brief, (SELECT coalesce(max(place), 0) + 1 FROM series_task), :draft, :by, :now)
        """,
        track=brief.track.value,
        brief=packed(challenges.columns(brief)),
        draft=draft,
        by=by,
        now=now,
    )


def of_draft(tx: Tx, draft: int) -> bool:
    """Whether that draft has been put in line before."""
    return tx.one("SELECT 1 FROM series_task WHERE draft = :draft", draft=draft) is not None


def get(tx: Tx, number: int) -> SeriesTask | None:
    """The task of that number, while it waits."""
    row = tx.one(f"{_SELECT} AND id = :id", id=number)
    return _task(row) if row else None


def waiting(tx: Tx, track: SkillTrack) -> list[SeriesTask]:
    """What waits in that track, in its order."""
    rows = tx.all(f"{_SELECT} AND track = :track ORDER BY place, id LIMIT 50", track=track.value)
    return [_task(row) for row in rows]


def tracks(tx: Tx) -> list[SkillTrack]:
    """The tracks of which there is, or was, a series."""
    found = {row.track for row in tx.all("SELECT DISTINCT track FROM series_task WHERE state <> 'dropped'")}
    return [track for track in SkillTrack if track.value in found]


def place(tx: Tx, number: int, at: int) -> None:
    """It has that place."""
    tx.run("UPDATE series_task SET place = :at WHERE id = :id AND state = 'waiting'", id=number, at=at)


def last_place(tx: Tx) -> int:
    """Behind everything that waits."""
    at: int = tx.value("SELECT coalesce(max(place), 0) + 1 FROM series_task")
    return at


def drop(tx: Tx, number: int) -> None:
    """It does not open any more."""
    tx.run("UPDATE series_task SET state = 'dropped' WHERE id = :id AND state = 'waiting'", id=number)


def opened(tx: Tx, number: int, challenge: int, week: str) -> None:
    """It is that challenge now; none of its track opened in that week before."""
    tx.run(
        "UPDATE series_task SET state = 'opened', challenge = :challenge, week = :week WHERE id = :id",
        id=number,
        challenge=challenge,
        week=week,
    )


def week_taken(tx: Tx, track: SkillTrack, week: str) -> bool:
    """Whether one of the track has opened in that week, or in a later one."""
    sql = "SELECT 1 FROM series_task WHERE track = :track AND week >= :week LIMIT 1"
    return tx.one(sql, track=track.value, week=week) is not None


def latest(tx: Tx, track: SkillTrack) -> tuple[int, str] | None:
    """The challenge of the track that was opened last, and its title."""
    row = tx.one(
        "SELECT challenge.id, challenge.title FROM series_task JOIN challenge ON challenge.id = series_task.challenge"
        " WHERE series_task.track = :track ORDER BY week DESC LIMIT 1",
        track=track.value,
    )
    return (row.id, row.title) if row else None


def nth_of(tx: Tx, challenge: int) -> int:
    """Which-th of its track's series a challenge is; 0 for one of no series."""
    found: int = tx.value(
        "SELECT count(*) FROM series_task JOIN series_task AS own ON own.track = series_task.track"
        " WHERE own.challenge = :challenge AND series_task.week <= own.week",
        challenge=challenge,
    )
    return found


def paused(tx: Tx, track: SkillTrack) -> bool:
    """Whether the series of that track opens nothing for now."""
    return tx.one("SELECT 1 FROM series_pause WHERE track = :track", track=track.value) is not None


def pause(tx: Tx, track: SkillTrack, by: int, now: int) -> None:
    """Nothing of it opens by itself."""
    tx.run(
        "INSERT INTO series_pause (track, by, at) VALUES (:track, :by, :now) ON CONFLICT DO NOTHING",
        track=track.value,
        by=by,
        now=now,
    )


def resume(tx: Tx, track: SkillTrack) -> None:
    """It goes on."""
    tx.run("DELETE FROM series_pause WHERE track = :track", track=track.value)


def hand_over(tx: Tx, maker: int, heir: int) -> int:
    """What they have put in line is the heir's; how many tasks those are."""
    return tx.run(
        "UPDATE series_task SET made_by = :heir WHERE state = 'waiting' AND made_by = :maker", heir=heir, maker=maker
    )


OWN = (Own("series_task", "made_by", fate=STAYS), Own("series_pause", "by", fate=STAYS))
