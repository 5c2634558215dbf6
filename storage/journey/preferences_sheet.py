"""Preference votes as a sheet: a row for each design by each criterion of each round. Who chose what is in none."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """Numbers stand there once a round was counted."""
    rows = tx.each(
        """
        SELECT preference.id, preference.title, voters, criteria, preference_ballot.nth AS criterion,
        preference_round.nth AS round, opened_at, closes_at, coalesce(ending, 'open') AS state, preference_design.nth,
        preference_design.name,
        CASE WHEN ending = 'counted' THEN (SELECT votes FROM ballot_count WHERE ballot_count.ballot = preference_ballot.ballot
        AND choice = preference_design.nth) END AS votes,
        CASE WHEN ending = 'counted' THEN (SELECT sum(votes) FROM ballot_count
        WHERE ballot_count.ballot = preference_ballot.ballot) END AS turnout,
        CASE WHEN ending = 'counted' THEN (SELECT eligible FROM ballot WHERE ballot.id = preference_ballot.ballot) END
        AS electors, preference_round.quorum, promised_at, decided_at, decision FROM preference
        JOIN preference_round ON preference_round.preference = preference.id
        JOIN preference_ballot ON preference_ballot.round = preference_round.id
        JOIN preference_design ON preference_design.round = preference_round.id
        ORDER BY preference.id, preference_round.nth, preference_ballot.nth, preference_design.nth
        """
    )
    for row in rows:
        criterion = row.criteria.split("\n")[row.criterion - 1]
        yield (row.id, row.title, row.voters, row.round, *tuple(row)[6:9], criterion, *tuple(row)[9:])


SHEETS = (
    SheetSource(
        "preferences",
        (
            Column("preference"),
            Column("title"),
            Column("voters", Cells.WORD, "export/voters_"),
            Column("round"),
            moment("opened_at"),
            moment("closes_at"),
            Column("state", Cells.WORD, "export/round_"),
            Column("criterion"),
            Column("number"),
            Column("design"),
            Column("votes"),
            Column("turnout"),
            Column("electors"),
            Column("quorum"),
            moment("promised_at"),
            moment("decided_at"),
            Column("decision"),
        ),
        _rows,
    ),
)
