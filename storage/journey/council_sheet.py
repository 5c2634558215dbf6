"""The council as sheets: what was proposed and answered, what the votes said, and who sits there. Who voted how is in none."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.programme.programme import Programme
from rules.programme.wording import as_kept
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _proposals(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """What the team says: to a veto its answer, of all else where its ticket stands, or the one that it was joined to."""
    rows = tx.each(
        """
        SELECT council_proposal.id, council_proposal.at, author.telegram_id, author.name,
        CASE WHEN against IS NULL THEN 'proposal' ELSE 'veto' END AS kind, title, about, council_proposal.state,
        decided_at, council_proposal.promised_at, coalesce(ticket, against) AS ticket,
        CASE WHEN against IS NULL THEN whole.state ELSE veto END AS answer,
        CASE WHEN against IS NULL THEN whole.note ELSE reason END AS note, whole.version
        FROM council_proposal JOIN member AS author ON author.id = council_proposal.author
        LEFT JOIN feedback AS own ON own.id = ticket
        LEFT JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id) ORDER BY council_proposal.id
        """
    )
    for row in rows:
        yield (*tuple(row)[:12], as_kept(row.note or ""), row.version or "")


def _votes(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT council_vote.id, proposal, title, opened_at, closes_at, coalesce(outcome, 'open') AS state, quorum, needed,
        CASE WHEN outcome IS NULL THEN NULL ELSE electors END AS electors, counts
        FROM council_vote JOIN council_proposal ON council_proposal.id = proposal ORDER BY council_vote.id
        """
    )
    for row in rows:
        yield (*tuple(row)[:9], *_counts(row))


def _counts(row: Any) -> tuple[int | None, ...]:
    """For, against, abstaining; nothing before the end."""
    return tuple(map(int, row.counts.split())) if row.counts else (None, None, None)


def _seats(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """Whoever sits there, whoever did, and whoever was invited last and does not; nobody says why not."""
    rows = tx.each(
        """
        SELECT whose.telegram_id, whose.name, CASE WHEN role.member IS NOT NULL THEN 'held'
        WHEN council_seat.member IS NOT NULL AND coalesce(asked.state, '') <> 'open' THEN 'ended'
        ELSE asked.state END AS state, given_at, council_seat.until, council_seat.renews_until, asked.at AS invited_at,
        inviter.telegram_id AS invited_by, inviter.name AS invited_by_name FROM member AS whose
        LEFT JOIN role ON role.member = whose.id AND role.role = 'council'
        LEFT JOIN council_seat ON council_seat.member = whose.id
        LEFT JOIN council_invitation AS asked ON asked.id =
        (SELECT max(latest.id) FROM council_invitation AS latest WHERE latest.member = whose.id)
        LEFT JOIN member AS inviter ON inviter.id = asked.invited_by
        WHERE role.member IS NOT NULL OR council_seat.member IS NOT NULL OR asked.id IS NOT NULL ORDER BY whose.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "council_proposals",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("proposal_kind", Cells.WORD, "export/council_"),
            Column("title"),
            Column("text"),
            Column("state", Cells.WORD, "export/council_"),
            moment("decided_at"),
            moment("promised_at"),
            Column("ticket"),
            Column("answer_state", Cells.WORD, "export/council_answer_"),
            Column("answer_words"),
            Column("released_in"),
        ),
        _proposals,
    ),
    SheetSource(
        "council_votes",
        (
            Column("id"),
            Column("proposal"),
            beside("title"),
            moment("opened_at"),
            moment("closes_at"),
            Column("state", Cells.WORD, "export/vote_"),
            Column("quorum"),
            Column("needed"),
            Column("electors"),
            Column("in_favour"),
            Column("against"),
            Column("abstained"),
        ),
        _votes,
    ),
    SheetSource(
        "council_seats",
        (
            Column("telegram_id"),
            beside("name"),
            Column("state", Cells.WORD, "export/council_seat_"),
            moment("seated_at"),
            moment("seated_until"),
            moment("renews_until"),
            moment("invited_at"),
            Column("invited_by"),
            beside("invited_by_name"),
        ),
        _seats,
    ),
)
