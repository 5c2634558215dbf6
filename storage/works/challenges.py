"""Challenges and who takes part in them."""

from typing import Any

from rules.ends import minute_of
from rules.people import Member
from rules.programme.conditions import Source
from rules.programme.trust import TrustStep
from rules.works.challenge import Brief, Challenge, ChallengeKind, Piece, SkillTrack, WorkKind
from rules.works.media_kit import KitCheck
from storage import homes, members, touched
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = (
    "id, title, kind, track, points, deadline, places, each, work, trust, about, steps, dos, donts, examples, tag,"
    " wording, checked, made_by, made_at, joined, closed_at, project, piece"
)
_OPEN = "(closed_at IS NULL OR closed_at > :at) AND deadline >= :minute"


def brief_of(row: Any) -> Brief:
    """The brief that columns describe."""
    listed = {name: tuple(getattr(row, name).splitlines()) for name in ("steps", "dos", "donts", "examples")}
    return Brief(
        title=row.title,
        kind=ChallengeKind(row.kind),
        track=SkillTrack(row.track),
        points=row.points,
        deadline=row.deadline,
        places=row.places,
        each=row.each,
        work=WorkKind(row.work),
        trust=TrustStep(row.trust),
        about=row.about,
        steps=listed["steps"],
        dos=listed["dos"],
        donts=listed["donts"],
        examples=listed["examples"],
        tag=row.tag,
        wording=row.wording,
        check=KitCheck(row.checked) if row.checked else None,
    )


def _challenge(row: Any) -> Challenge:
    piece = Piece(row.piece) if row.piece else None
    return Challenge(row.id, brief_of(row), row.made_by, row.made_at, row.joined, row.closed_at, row.project, piece)


def columns(brief: Brief) -> dict[str, Any]:
    """A brief as columns hold it."""
    lists = {name: "\n".join(getattr(brief, name)) for name in ("steps", "dos", "donts", "examples")}
    words = {name: getattr(brief, name).value for name in ("kind", "track", "work", "trust")}
    alike = ("title", "points", "deadline", "places", "each", "about", "tag", "wording")
    plain = {name: getattr(brief, name) for name in alike}
    return {**plain, **words, **lists, "checked": brief.check.value if brief.check else None}


def add(
    tx: Tx, brief: Brief, maker: int, now: int, project: int | None = None, piece: Piece | None = None
) -> Challenge:
    """Publish a challenge; its number is its id. With a project it is a piece of that one, for its team alone."""
    number = tx.add(
        """
        INSERT INTO challenge (title, kind, track, points, deadline, places, each, work, trust, about, steps, dos, donts,
        examples, tag, wording, checked, made_by, made_at, project, piece)
        VALUES (:title, :kind, :track, :points, :deadline, :places, :each, :work, :trust, :about, :steps,
        :dos, :donts, :examples, :tag, :wording, :checked, :maker, :now, :project, :piece)
        """,
        **columns(brief),
        maker=maker,
        now=now,
        project=project,
        piece=piece.value if piece else None,
    )
    added = get(tx, number)
    assert added is not None
    return added


def change(tx: Tx, number: int, brief: Brief) -> None:
    """It asks for something else now; its kind stays."""
    kept = {name: value for name, value in columns(brief).items() if name != "kind"}
    tx.run(
        """
        UPDATE challenge SET title = :title, track = :track, points = :points, deadline = :deadline, places = :places,
        each = :each, work = :work, trust = :trust, about = :about, steps = :steps, dos = :dos, donts = :donts,
        examples = :examples, tag = :tag, wording = :wording, checked = :checked WHERE id = :number
        """,
        number=number,
        **kept,
    )
    touched.mark(tx, Source.WORKS, *_decided(tx, number))


def _decided(tx: Tx, number: int) -> list[int]:
    """Those whose work may belong to another track now."""
    rows = tx.all(
        "SELECT DISTINCT member FROM submission WHERE challenge = :number AND standing IN ('approved', 'featured')",
        number=number,
    )
    return [row.member for row in rows]


def taking_part(tx: Tx, number: int) -> tuple[int, ...]:
    """Who has joined, at most 10,000."""
    rows = tx.all(
        "SELECT member FROM challenge_member WHERE challenge = :number ORDER BY member LIMIT 10000", number=number
    )
    return tuple(row.member for row in rows)


def get(tx: Tx, number: int) -> Challenge | None:
    """The challenge of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM challenge WHERE id = :number", number=number)
    return _challenge(row) if row else None


def of_project(tx: Tx, project: int, piece: Piece) -> Challenge | None:
    """What that piece of a project is handed in for; None while it has not begun."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM challenge WHERE project = :project AND piece = :piece",
        project=project,
        piece=piece.value,
    )
    return _challenge(row) if row else None


def running(tx: Tx, at: int, limit: int = 20, skipped: int = 0) -> list[Challenge]:
    """Challenges for everybody that took work at that moment (UTC seconds), the one that ends first before the others.

    Without the first `skipped`.
    """
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM challenge WHERE {_OPEN} AND project IS NULL ORDER BY deadline, id"
        " LIMIT :limit OFFSET :skipped",
        at=at,
        minute=minute_of(at),
        limit=limit,
        skipped=skipped,
    )
    return [_challenge(row) for row in rows]


def count_running(tx: Tx, at: int) -> int:
    """How many those are."""
    n: int = tx.value(f"SELECT count(*) FROM challenge WHERE {_OPEN} AND project IS NULL", at=at, minute=minute_of(at))
    return n


def due_to_close(tx: Tx, now: int) -> list[Challenge]:
    """Open challenges whose deadline has passed, at most 50."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM challenge WHERE closed_at IS NULL AND deadline < :minute ORDER BY deadline, id LIMIT 50",
        minute=minute_of(now),
    )
    return [_challenge(row) for row in rows]


def close(tx: Tx, number: int, at: int) -> bool:
    """Take nothing that is said from then on (UTC seconds); False when it was closed before."""
    sql = "UPDATE challenge SET closed_at = :at WHERE id = :number AND closed_at IS NULL"
    return tx.run(sql, number=number, at=at) > 0


def extend(tx: Tx, number: int, deadline: int) -> None:
    """Open until `deadline` (UTC seconds), also when it had been closed; people are reminded anew."""
    tx.run(
        "UPDATE challenge SET deadline = :deadline, closed_at = NULL WHERE id = :number",
        number=number,
        deadline=deadline,
    )
    tx.run("UPDATE challenge_member SET reminded = 0 WHERE challenge = :number", number=number)


def takes_part(tx: Tx, number: int, member: int) -> bool:
    """Whether the member has joined."""
    return (
        tx.one(
            "SELECT 1 AS yes FROM challenge_member WHERE challenge = :number AND member = :member",
            number=number,
            member=member,
        )
        is not None
    )


def join(tx: Tx, number: int, member: int, now: int) -> bool:
    """Take a place for the member, who has none yet; False when none is left."""
    taken = tx.run(
        "UPDATE challenge SET joined = joined + 1 WHERE id = :number AND (places IS NULL OR joined < places)",
        number=number,
    )
    if taken:
        tx.run(
            "INSERT INTO challenge_member (challenge, member, joined_at) VALUES (:number, :member, :now)",
            number=number,
            member=member,
            now=now,
        )
    return taken > 0


def leave(tx: Tx, number: int, member: int) -> bool:
    """Give the member's place back; False when there was none."""
    left = tx.run(
        "DELETE FROM challenge_member WHERE challenge = :number AND member = :member", number=number, member=member
    )
    if left:
        tx.run("UPDATE challenge SET joined = joined - 1 WHERE id = :number", number=number)
    return left > 0


def absent(tx: Tx, now: int, limit: int) -> list[tuple[int, int]]:
    """Challenge and member of places, which are not many, of those who are in no group of ours and have handed in nothing."""
    rows = tx.all(
        f"""
        SELECT challenge, challenge_member.member FROM challenge_member JOIN challenge ON challenge.id = challenge
        WHERE {_OPEN} AND places IS NOT NULL AND project IS NULL AND NOT {homes.inside("challenge_member.member")}
        AND NOT EXISTS (SELECT 1 FROM submission WHERE submission.challenge = challenge.id
        AND submission.member = challenge_member.member AND standing <> 'withdrawn')
        ORDER BY challenge, challenge_member.member LIMIT :limit
        """,
        at=now,
        minute=minute_of(now),
        limit=limit,
    )
    return [(row.challenge, row.member) for row in rows]


def joined_by(tx: Tx, member: int, at: int) -> list[Challenge]:
    """Challenges that took work at that moment (UTC seconds) and in which the member takes part, at most 20."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM challenge WHERE {_OPEN} AND id IN"
        " (SELECT challenge FROM challenge_member WHERE member = :member) ORDER BY deadline, id LIMIT 20",
        member=member,
        at=at,
        minute=minute_of(at),
    )
    return [_challenge(row) for row in rows]


def remindable(tx: Tx, number: int) -> list[Member]:
    """Who joined, has handed in nothing that waits or was approved, and was not reminded; at most 500."""
    rows = tx.all(
        """
        SELECT member FROM challenge_member WHERE challenge = :number AND reminded = 0 AND member NOT IN
        (SELECT member FROM submission WHERE challenge = :number AND stage = 'work' AND standing NOT IN ('returned', 'withdrawn'))
        ORDER BY member LIMIT 500
        """,
        number=number,
    )
    return [members.get(tx, row.member) for row in rows]


def reminded(tx: Tx, number: int, member: int) -> None:
    """The member has been reminded of the deadline."""
    tx.run(
        "UPDATE challenge_member SET reminded = 1 WHERE challenge = :number AND member = :member",
        number=number,
        member=member,
    )


OWN = (
    Own("challenge", "made_by", fate=STAYS),
    Own("challenge_member", fate=STAYS),
)
