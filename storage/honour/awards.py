"""Rounds of awards, and who stands in them."""

from typing import Any

from rules.honour.award import Nominee, Round, RoundState
from rules.people import BRAND
from rules.reading.names import told_apart
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, award, year, state, nominate_until, ballot"
_RUNNING = "state IN ('nominating', 'choosing', 'voting', 'deciding')"


def _round(row: Any) -> Round:
    return Round(row.id, row.award, row.year, RoundState(row.state), row.nominate_until, row.ballot)


def add(tx: Tx, award: str, year: int, by: int, now: int, until: int) -> Round | None:
    """A new round; None while one of that award is running."""
    if running(tx, award) is not None:
        return None
    number = tx.add(
        "INSERT INTO award_round (award, year, state, opened_by, opened_at, nominate_until)"
        " VALUES (:award, :year, 'nominating', :by, :now, :until)",
        award=award,
        year=year,
        by=by,
        now=now,
        until=until,
    )
    return get(tx, number)


def get(tx: Tx, number: int) -> Round:
    """The round with that id, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM award_round WHERE id = :id", id=number)
    assert row is not None, number
    return _round(row)


def running(tx: Tx, award: str) -> Round | None:
    """The round of that award that is running."""
    row = tx.one(f"SELECT {_COLUMNS} FROM award_round WHERE award = :award AND {_RUNNING}", award=award)
    return _round(row) if row else None


def in_state(tx: Tx, state: RoundState) -> list[Round]:
    """The rounds that have come so far, oldest first; at most 50."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM award_round WHERE state = :state AND {_RUNNING} ORDER BY id LIMIT 50",
        state=state.value,
    )
    return [_round(row) for row in rows]


def move(tx: Tx, one: Round, state: RoundState, ballot: int | None = None) -> bool:
    """The round goes on to that state; False when it is no longer where `one` says."""
    return (
        tx.run(
            "UPDATE award_round SET state = :new, ballot = :ballot WHERE id = :id AND state = :old",
            new=state.value,
            ballot=ballot if ballot is not None else one.ballot,
            id=one.id,
            old=one.state.value,
        )
        > 0
    )


def extend(tx: Tx, one: Round, until: int) -> bool:
    """Nominations are open again until then (UTC seconds); False when the round has moved on."""
    return (
        tx.run(
            "UPDATE award_round SET state = 'nominating', nominate_until = :until WHERE id = :id AND state = :old",
            until=until,
            id=one.id,
            old=one.state.value,
        )
        > 0
    )


def end(tx: Tx, one: Round, at: int) -> None:
    """Nominations end at that moment (UTC seconds)."""
    tx.run("UPDATE award_round SET nominate_until = :at WHERE id = :id", at=at, id=one.id)


def stand(tx: Tx, one: Round, member: int) -> None:
    """The member is a candidate; one who declined before stays out."""
    tx.run(
        "INSERT INTO award_candidate (round, member, shortlisted, declined) VALUES (:round, :member, 0, 0)"
        " ON CONFLICT DO NOTHING",
        round=one.id,
        member=member,
    )


def decline(tx: Tx, one: Round, member: int) -> None:
    """The member does not want to stand in this round."""
    stand(tx, one, member)
    tx.run(
        "UPDATE award_candidate SET declined = 1, shortlisted = 0, choice = NULL WHERE round = :round AND member = :member",
        round=one.id,
        member=member,
    )


def declined(tx: Tx, one: Round, member: int) -> bool:
    """Whether the member does not want to stand in this round."""
    found = tx.value(
        "SELECT declined FROM award_candidate WHERE round = :round AND member = :member", round=one.id, member=member
    )
    return bool(found)


def tick(tx: Tx, one: Round, member: int) -> None:
    """Onto the shortlist, or off it again."""
    tx.run(
        "UPDATE award_candidate SET shortlisted = 1 - shortlisted"
        " WHERE round = :round AND member = :member AND declined = 0",
        round=one.id,
        member=member,
    )


def put_on_ballot(tx: Tx, one: Round, member: int, choice: int) -> None:
    """The member's number on the ballot."""
    tx.run(
        "UPDATE award_candidate SET choice = :choice WHERE round = :round AND member = :member",
        choice=choice,
        round=one.id,
        member=member,
    )


def candidates(tx: Tx, one: Round) -> list[Nominee]:
    """Those who stand in it, the most often nominated first."""
    rows = tx.all(
        """
        SELECT candidate.member, member.name, member.username, member.telegram_id, candidate.shortlisted, candidate.choice, (
            SELECT count(*) FROM nomination
            WHERE nomination.round = candidate.round AND nomination.nominee = candidate.member
        ) AS people
        FROM award_candidate AS candidate JOIN member ON member.id = candidate.member
        WHERE candidate.round = :round AND candidate.declined = 0
        ORDER BY people DESC, candidate.member LIMIT 50
        """,
        round=one.id,
    )
    marks = told_apart([(row.name, row.username, row.telegram_id) for row in rows])
    return [
        Nominee(row.member, row.name, mark, row.people, bool(row.shortlisted), row.choice)
        for row, mark in zip(rows, marks, strict=True)
    ]


def leaders(tx: Tx, metric: str, seasons: tuple[str, ...], limit: int) -> list[int]:
    """Who has gathered most by a measure of the boards in all these periods together, of those who compete."""
    names = {f"season{n}": season for n, season in enumerate(seasons)}
    rows = tx.all(
        f"""
        SELECT member, sum({metric}) AS score FROM tally
        WHERE scope = :brand AND period IN ({", ".join(f":{name}" for name in names)}) AND competes = 1
        GROUP BY member HAVING sum({metric}) > 0 ORDER BY sum({metric}) DESC, member LIMIT :limit
        """,
        brand=BRAND,
        limit=limit,
        **names,
    )
    return [row.member for row in rows]


OWN = (
    Own(
        "award_candidate",
        whose=(
            "member = :member AND round IN (SELECT id FROM award_round WHERE state IN ('voting', "
            "'deciding', 'given', 'called_off'))"
        ),
        fate=STAYS,
    ),
    Own("award_round", "opened_by", fate=STAYS),
)
