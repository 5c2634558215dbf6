"""Awards as sheets: what was given, who was nominated and why, and what votes said. Who nominated or voted for whom is in none."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.programme.wording import as_kept
from rules.sheets import Cell, Cells, Column, beside, inside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _honours(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """An award is called here what it was called when it was given."""
    rows = tx.each(
        """
        SELECT honour.id, round, award, title, year, whose.telegram_id, whose.name, citation, given_at,
        gave.telegram_id AS given_by, gave.name AS given_by_name, badge, revoked_at, took.telegram_id AS taken_by,
        took.name AS taken_by_name, revoked_for FROM honour JOIN member AS whose ON whose.id = honour.member
        JOIN member AS gave ON gave.id = given_by LEFT JOIN member AS took ON took.id = revoked_by ORDER BY honour.id
        """
    )
    titles = {badge.key: badge.title for badge in programme.badges}
    for row in rows:
        badge = titles.get(row.badge, row.badge)
        yield (*tuple(row)[:3], as_kept(row.title), *tuple(row)[4:12], badge, *tuple(row)[12:])


def _nominations(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT nomination.id, at, round, award, year, whose.telegram_id, whose.name, reason FROM nomination
        JOIN award_round ON award_round.id = round JOIN member AS whose ON whose.id = nominee ORDER BY nomination.id
        """
    )
    for row in rows:
        yield (*tuple(row)[:4], _called(programme, row.award), *tuple(row)[4:])


def _votes(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """A row for each candidate on the ballot; numbers are kept once it was counted."""
    rows = tx.each(
        """
        SELECT award_round.id, award, year, ballot.opened_at, closes_at,
        CASE WHEN closed_at IS NOT NULL THEN 'counted' WHEN award_round.state = 'voting' THEN 'open' ELSE 'stopped' END
        AS state, closed_at, choice, whose.telegram_id, whose.name,
        (SELECT votes FROM ballot_count WHERE ballot_count.ballot = ballot.id AND ballot_count.choice = award_candidate.choice)
        AS votes, (SELECT sum(votes) FROM ballot_count WHERE ballot_count.ballot = ballot.id) AS turnout,
        eligible, quorum FROM award_round
        JOIN ballot ON ballot.id = award_round.ballot
        JOIN award_candidate ON award_candidate.round = award_round.id AND choice IS NOT NULL
        JOIN member AS whose ON whose.id = award_candidate.member ORDER BY award_round.id, choice
        """
    )
    for row in rows:
        yield (*tuple(row)[:2], _called(programme, row.award), *tuple(row)[2:])


def _called(programme: Programme, key: str) -> str:
    award = programme.awards.named(key)
    return award.title if award else key


SHEETS = (
    SheetSource(
        "honours",
        (
            Column("id"),
            Column("award_round"),
            inside("award"),
            beside("award_title"),
            Column("year"),
            Column("telegram_id"),
            beside("name"),
            Column("citation"),
            moment("given_at"),
            Column("given_by"),
            beside("given_by_name"),
            inside("badge"),
            beside("badge_title"),
            moment("taken_at"),
            Column("taken_by"),
            beside("taken_by_name"),
            Column("taken_for"),
        ),
        _honours,
    ),
    SheetSource(
        "nominations",
        (
            Column("id"),
            moment("at"),
            Column("award_round"),
            inside("award"),
            beside("award_title"),
            Column("year"),
            Column("telegram_id"),
            beside("name"),
            Column("nominated_for"),
        ),
        _nominations,
    ),
    SheetSource(
        "award_votes",
        (
            Column("award_round"),
            inside("award"),
            beside("award_title"),
            Column("year"),
            moment("opened_at"),
            moment("closes_at"),
            Column("state", Cells.WORD, "export/award_vote_"),
            moment("counted_at"),
            Column("number"),
            Column("telegram_id"),
            beside("name"),
            Column("votes"),
            Column("turnout"),
            Column("electors"),
            Column("quorum"),
        ),
        _votes,
    ),
)
