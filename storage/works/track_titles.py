"""Which titles of the tracks members hold, and held."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from rules.programme.track_titles import TrackTitles
from rules.works.challenge import SkillTrack
from rules.works.track_title import HeldTitle, key_of, standing
from storage import tags
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "member, track, title, needs, given_at, reason"
GIVEN, TAKEN, CONFIRMED, LOWERED = "title.set", "title.taken", "title.confirmed", "title.lowered"
AT_ONCE = 20
Held = dict[SkillTrack, list[HeldTitle]]


class TitleHistory(Struct, frozen=True):
    """One time that a title was given, and taken back (None: it is held); times in UTC seconds."""

    needs: Mapping[str, int]
    given_at: int
    reason: str
    taken_at: int | None
    taken_for: str | None


def _held(row: Any) -> HeldTitle:
    return HeldTitle(row.member, SkillTrack(row.track), row.title, json.loads(row.needs), row.given_at, row.reason)


def has_at_least(tx: Tx, member: int, key: str, ladder: TrackTitles, track: SkillTrack | None = None) -> bool:
    """Whether the member holds that title or a higher one in the track, or in any; of a key that stands for none, nobody."""
    place = ladder.place(key)
    there = [held for where, held in of_member(tx, member).items() if track in (None, where)]
    return 0 < place <= max((ladder.place(key_of(standing(held, ladder))) for held in there), default=0)


def of_member(tx: Tx, member: int) -> Held:
    """The member's titles, by track."""
    return between(tx, member, member).get(member, {})


def in_track(tx: Tx, member: int, track: SkillTrack) -> list[HeldTitle]:
    """The member's titles of that track."""
    return of_member(tx, member).get(track, [])


def between(tx: Tx, first: int, last: int) -> dict[int, Held]:
    """The titles of the members from one number to another, of those who have any."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM track_title WHERE member BETWEEN :first AND :last AND taken_at IS NULL ORDER BY id",
        first=first,
        last=last,
    )
    found: dict[int, Held] = {}
    for one in map(_held, rows):
        found.setdefault(one.member, {}).setdefault(one.track, []).append(one)
    return found


def history(tx: Tx, member: int, track: SkillTrack, title: str) -> list[TitleHistory]:
    """Each time that the member was given that title of the track, oldest first."""
    rows = tx.all(
        "SELECT needs, given_at, reason, taken_at, taken_for FROM track_title WHERE member = :member AND track = :track"
        " AND title = :title ORDER BY id LIMIT :limit",
        member=member,
        track=track.value,
        title=title,
        limit=AT_ONCE,
    )
    return [TitleHistory(json.loads(row.needs), *tuple(row)[1:]) for row in rows]


def give(
    tx: Tx,
    member: int,
    track: SkillTrack,
    title: str,
    by: int,
    now: int,
    reason: str,
    needs: Mapping[str, int] | None = None,
    proposal: int | None = None,
) -> None:
    """The member holds it from now on: by hand, or because a `proposal` was confirmed."""
    tags.mark(tx, member)
    tx.run(
        """
        INSERT INTO track_title (member, track, title, needs, given_by, given_at, reason, proposal)
        VALUES (:member, :track, :title, :needs, :by, :now, :reason, :proposal) ON CONFLICT DO NOTHING
        """,
        member=member,
        track=track.value,
        title=title,
        needs=json.dumps(needs or {}),
        by=by,
        now=now,
        reason=reason,
        proposal=proposal,
    )


def take(tx: Tx, member: int, track: SkillTrack, title: str, by: int, now: int, reason: str) -> None:
    """They hold it no more, for that reason."""
    tags.mark(tx, member)
    tx.run(
        "UPDATE track_title SET taken_by = :by, taken_at = :now, taken_for = :reason"
        " WHERE member = :member AND track = :track AND title = :title AND taken_at IS NULL",
        member=member,
        track=track.value,
        title=title,
        by=by,
        now=now,
        reason=reason,
    )


def last_taken(tx: Tx, member: int, track: SkillTrack) -> int | None:
    """When a title of that track was last taken back from the member (UTC seconds)."""
    at: int | None = tx.value(
        "SELECT max(taken_at) FROM track_title WHERE member = :member AND track = :track",
        member=member,
        track=track.value,
    )
    return at


def last_reason(tx: Tx, member: int, track: SkillTrack) -> str:
    """For what reason a title of that track was last taken back from the member."""
    reason: str | None = tx.value(
        "SELECT taken_for FROM track_title WHERE member = :member AND track = :track AND taken_at IS NOT NULL"
        " ORDER BY taken_at DESC, id LIMIT 1",
        member=member,
        track=track.value,
    )
    return reason or ""


def counted(tx: Tx) -> dict[str, int]:
    """How many hold each title, by its key."""
    rows = tx.all(
        "SELECT title, count(DISTINCT member) AS n FROM track_title WHERE taken_at IS NULL GROUP BY title ORDER BY title"
    )
    return {row.title: row.n for row in rows}


def vouched(tx: Tx) -> Iterator[tuple[int, int, bool]]:
    """Each title that is held, by number and member, and whether somebody decided it: by confirming, or by hand."""
    rows = tx.each(
        """
        SELECT track_title.id, track_title.member, CASE WHEN EXISTS (SELECT 1 FROM title_proposal AS asked
        WHERE asked.id = track_title.proposal AND asked.member = track_title.member AND asked.track = track_title.track
        AND asked.rises = 1 AND asked.state = 'confirmed' AND asked.settled_by = track_title.given_by
        AND asked.settled_at = track_title.given_at) OR (track_title.proposal IS NULL AND EXISTS (SELECT 1 FROM audit
        WHERE audit.subject = track_title.member AND audit.actor = track_title.given_by
        AND audit.at = track_title.given_at AND audit.act IN (:given, :taken))) THEN 1 ELSE 0 END AS decided
        FROM track_title WHERE taken_at IS NULL ORDER BY track_title.id
        """,
        given=GIVEN,
        taken=TAKEN,
    )
    for row in rows:
        yield row.id, row.member, bool(row.decided)


OWN = (
    Own("track_title", but=("needs",), fate=GOES),
    Own("track_title", "given_by", but=("needs", "taken_for"), fate=STAYS),
    Own("track_title", "taken_by", but=("needs",), fate=STAYS),
)
