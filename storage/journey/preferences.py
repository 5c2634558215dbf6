"""Preference votes and their rounds: what is asked, which designs are compared, whose choice counts, what was decided."""

from collections.abc import Sequence
from typing import Any

from rules.ends import minute_of
from rules.files import File
from rules.journey.preference import (
    Design,
    DesignRound,
    Preference,
    PreferencePlan,
    PreferenceState,
    RoundEnd,
    Secrecy,
    Voters,
)
from rules.people import STAFF
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx
from storage.journey.council_seats import THERE

_COLUMNS = (
    "id, title, about, criteria, voters, secrecy, chat_group, made_by, made_at, state, promised_at, decision, decided_at,"
    " reminded"
)
_ROUND = "id, preference, nth, opened_at, closes_at, quorum, ending, ended_at"
AT_ONCE = 20
_STAFF = ", ".join(f"'{role.value}'" for role in sorted(STAFF))
# Whose choice counts now, of those who had a vote when the round began.
_STILL = {
    Voters.COUNCIL: f"""
        JOIN role ON role.member = member.id AND role.role = 'council' WHERE {THERE}
    """,
    Voters.CORE: f"""
        WHERE EXISTS (SELECT 1 FROM membership WHERE membership.member = member.id AND membership.chat_group = :group
        AND present = 1) AND covenant_version > 0
        AND NOT EXISTS (SELECT 1 FROM role WHERE role.member = member.id AND role.role IN ({_STAFF}))
    """,
}


def add(tx: Tx, plan: PreferencePlan, group: int, maker: int, now: int) -> int:
    """A preference vote; its number."""
    return tx.add(
        "INSERT INTO preference (title, about, criteria, voters, secrecy, chat_group, made_by, made_at, state)"
        " VALUES (:title, :about, :criteria, :voters, :secrecy, :group, :maker, :now, 'voting')",
        title=plan.title,
        about=plan.about,
        criteria="\n".join(plan.criteria),
        voters=plan.voters.value,
        secrecy=plan.secrecy.value,
        group=group,
        maker=maker,
        now=now,
    )


def open_round(
    tx: Tx, preference: int, designs: Sequence[Design], now: int, closes_at: int, quorum: int, ballots: Sequence[int]
) -> int:
    """The next round, with a ballot for each criterion; its id."""
    nth = 1 + tx.value("SELECT count(*) FROM preference_round WHERE preference = :id", id=preference)
    number = tx.add(
        "INSERT INTO preference_round (preference, nth, opened_at, closes_at, quorum)"
        " VALUES (:preference, :nth, :now, :closes_at, :quorum)",
        preference=preference,
        nth=nth,
        now=now,
        closes_at=closes_at,
        quorum=quorum,
    )
    for place, design in enumerate(designs, 1):
        _add_design(tx, number, place, design)
    for place, ballot in enumerate(ballots, 1):
        tx.run(
            "INSERT INTO preference_ballot (round, nth, ballot) VALUES (:round, :nth, :ballot)",
            round=number,
            nth=place,
            ballot=ballot,
        )
    tx.run(
        "UPDATE preference SET state = 'voting', promised_at = NULL, reminded = 0 WHERE id = :preference",
        preference=preference,
    )
    return number


def _add_design(tx: Tx, round_id: int, nth: int, design: Design) -> None:
    tx.run(
        "INSERT INTO preference_design (round, nth, name, kind, file_id, unique_id)"
        " VALUES (:round, :nth, :name, :kind, :file_id, :unique)",
        round=round_id,
        nth=nth,
        name=design.name,
        kind=design.file.kind,
        file_id=design.file.file_id,
        unique=design.file.unique,
    )


def enrol(tx: Tx, round_id: int, members: Sequence[int]) -> None:
    """These have a vote in it."""
    for member in members:
        tx.run("INSERT INTO preference_elector (round, member) VALUES (:round, :member)", round=round_id, member=member)


def entitled(tx: Tx, voters: Voters, group: int) -> list[int]:
    """Who would have a vote in a round that begins now; being suspended for a while does not lose it."""
    rows = tx.all(f"SELECT member.id FROM member {_STILL[voters]} ORDER BY member.id", **_of(voters, group))
    return [row.id for row in rows]


def electors(tx: Tx, round_id: int, voters: Voters, group: int, now: int) -> set[int]:
    """Whose choice counts now: who had a vote when it began, is still entitled to one, and is not suspended."""
    rows = tx.all(
        f"""
        SELECT member.id FROM member JOIN preference_elector ON preference_elector.member = member.id AND round = :round
        {_STILL[voters]} AND coalesce(suspended_until, 0) <= :now ORDER BY member.id
        """,
        round=round_id,
        now=now,
        **_of(voters, group),
    )
    return {row.id for row in rows}


def _of(voters: Voters, group: int) -> dict[str, int]:
    return {"group": group} if voters is Voters.CORE else {}


def get(tx: Tx, number: int) -> Preference:
    """The preference vote of that number, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM preference WHERE id = :number", number=number)
    assert row is not None, number
    return _preference(row)


def rounds(tx: Tx, preference: int) -> list[DesignRound]:
    """Its rounds, in order."""
    rows = tx.all(f"SELECT {_ROUND} FROM preference_round WHERE preference = :id ORDER BY nth LIMIT 100", id=preference)
    return [_round(tx, row) for row in rows]


def round_of(tx: Tx, round_id: int) -> DesignRound:
    """The round of that id, which must exist."""
    row = tx.one(f"SELECT {_ROUND} FROM preference_round WHERE id = :id", id=round_id)
    assert row is not None, round_id
    return _round(tx, row)


def unended(tx: Tx) -> list[DesignRound]:
    """Rounds that are open, whatever their time."""
    rows = tx.all(f"SELECT {_ROUND} FROM preference_round WHERE ending IS NULL ORDER BY id LIMIT {AT_ONCE}")
    return [_round(tx, row) for row in rows]


def due(tx: Tx, now: int) -> list[DesignRound]:
    """Rounds that are open and whose time is over."""
    rows = tx.all(
        f"SELECT {_ROUND} FROM preference_round WHERE ending IS NULL AND closes_at < :minute ORDER BY id LIMIT {AT_ONCE}",
        minute=minute_of(now),
    )
    return [_round(tx, row) for row in rows]


def end(tx: Tx, found: DesignRound, ending: RoundEnd, now: int, promised_at: int) -> bool:
    """The round is over, and the team's answer promised; False when it was over before."""
    ended = tx.run(
        "UPDATE preference_round SET ending = :ending, ended_at = :now WHERE id = :id AND ending IS NULL",
        ending=ending.value,
        now=now,
        id=found.id,
    )
    if ended:
        tx.run(
            "UPDATE preference SET state = 'counted', promised_at = :promised_at WHERE id = :id",
            promised_at=promised_at,
            id=found.preference,
        )
    return ended > 0


def decide(tx: Tx, number: int, decision: str, now: int) -> bool:
    """That is what the team says; False unless it was waited for."""
    said = tx.run(
        "UPDATE preference SET state = 'decided', decision = :decision, decided_at = :now"
        " WHERE id = :number AND state = 'counted'",
        decision=decision,
        now=now,
        number=number,
    )
    return said > 0


def undecided(tx: Tx) -> list[Preference]:
    """What is voted on, or waits for the team, oldest first."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM preference WHERE state <> 'decided' ORDER BY id LIMIT {AT_ONCE}")
    return [_preference(row) for row in rows]


def overdue(tx: Tx, now: int) -> list[Preference]:
    """Those that the team should have answered by now, the longest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM preference WHERE state = 'counted' AND promised_at <= :now"
        f" ORDER BY promised_at, id LIMIT {AT_ONCE}",
        now=now,
    )
    return [_preference(row) for row in rows]


def remind(tx: Tx, number: int) -> None:
    """The team has been reminded of it."""
    tx.run("UPDATE preference SET reminded = 1 WHERE id = :number", number=number)


def count(tx: Tx) -> int:
    """How many there have been."""
    found: int = tx.value("SELECT count(*) FROM preference")
    return found


def latest(tx: Tx, limit: int, skip: int) -> list[Preference]:
    """All of them, the latest first, without the first `skip`."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM preference ORDER BY id DESC LIMIT :limit OFFSET :skip", limit=limit, skip=skip
    )
    return [_preference(row) for row in rows]


def running(tx: Tx) -> bool:
    """Whether the council is choosing between designs."""
    found = tx.one(
        "SELECT 1 AS yes FROM preference_round JOIN preference ON preference.id = preference_round.preference"
        " WHERE ending IS NULL AND voters = 'council' LIMIT 1"
    )
    return found is not None


def _preference(row: Any) -> Preference:
    plan = PreferencePlan(
        row.title, row.about, tuple(row.criteria.split("\n")), Voters(row.voters), Secrecy(row.secrecy)
    )
    return Preference(
        row.id,
        plan,
        row.chat_group,
        row.made_by,
        row.made_at,
        PreferenceState(row.state),
        row.promised_at,
        row.decision,
        row.decided_at,
        bool(row.reminded),
    )


def _round(tx: Tx, row: Any) -> DesignRound:
    designs = tx.all(
        "SELECT name, kind, file_id, unique_id FROM preference_design WHERE round = :id ORDER BY nth LIMIT 10",
        id=row.id,
    )
    ballots = tx.all("SELECT ballot FROM preference_ballot WHERE round = :id ORDER BY nth LIMIT 10", id=row.id)
    enrolled: int = tx.value("SELECT count(*) FROM preference_elector WHERE round = :id", id=row.id)
    return DesignRound(
        row.id,
        row.preference,
        row.nth,
        row.opened_at,
        row.closes_at,
        row.quorum,
        enrolled,
        tuple(Design(one.name, File(one.kind, one.file_id, one.unique_id)) for one in designs),
        tuple(one.ballot for one in ballots),
        RoundEnd(row.ending) if row.ending else None,
        row.ended_at,
    )


OWN = (
    Own("preference", "made_by", fate=STAYS),
    Own("preference_elector", fate=GOES),
)
