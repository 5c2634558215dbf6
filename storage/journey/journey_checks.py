"""Stages, seats, fields and first steps as the audit reads them: what contradicts what."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from storage.engine.tx import Tx

DECIDED = "stage.set"


class StageRow(NamedTuple):
    """A time on a stage: whether one before it had ended by then, it ends after it begins, and another person decided it."""

    member: int
    id: int
    apart: bool
    forward: bool
    decided: bool


class Known(NamedTuple):
    """Something of that name or number, and whether it is as it should be."""

    which: Any
    sound: bool


def stages(tx: Tx) -> Iterator[StageRow]:
    """Every time on a stage. Whom the team has only come upon is a sprout without a decision."""
    rows = tx.each(
        """
        SELECT member, id,
        NOT EXISTS (SELECT 1 FROM stage AS before WHERE before.member = stage.member AND before.id < stage.id
            AND coalesce(before.until, stage.since + 1) > stage.since) AS apart,
        coalesce(until, since) >= since AS forward,
        put_by <> member AND (stage = 'sprout' OR EXISTS (SELECT 1 FROM audit WHERE audit.subject = stage.member
            AND audit.actor = stage.put_by AND audit.at = stage.since AND audit.act = :decided)) AS decided
        FROM stage ORDER BY id
        """,
        decided=DECIDED,
    )
    for row in rows:
        yield StageRow(row.member, row.id, bool(row.apart), bool(row.forward), bool(row.decided))


def fields(tx: Tx) -> Iterator[Known]:
    """What is looked after now: whether by a topic moderator, and by each of them once."""
    rows = tx.each(
        """
        SELECT id, EXISTS (SELECT 1 FROM role WHERE role.member = topic_moderator.member AND role = 'topic_moderator')
        AND NOT EXISTS (SELECT 1 FROM topic_moderator AS before WHERE before.member = topic_moderator.member
            AND before.ended_at IS NULL AND before.id < topic_moderator.id AND before.name = topic_moderator.name
            AND coalesce(before.chat_group, 0) = coalesce(topic_moderator.chat_group, 0)
            AND coalesce(before.thread, 0) = coalesce(topic_moderator.thread, 0)) AS sound
        FROM topic_moderator WHERE ended_at IS NULL ORDER BY id
        """
    )
    for row in rows:
        yield Known(row.id, bool(row.sound))


def seats(tx: Tx) -> Iterator[Known]:
    """Invitations to the council that somebody accepted: whether no other one of theirs was accepted at the same moment,
    and whether nobody is invited who sits in it.
    """
    rows = tx.each(
        """
        SELECT id, CASE WHEN state = 'open' THEN NOT EXISTS (SELECT 1 FROM role WHERE role.member = asked.member
            AND role = 'council')
        ELSE NOT EXISTS (SELECT 1 FROM council_invitation AS other WHERE other.member = asked.member
            AND other.id < asked.id AND other.state = 'accepted' AND other.settled_at >= asked.at) END AS sound
        FROM council_invitation AS asked WHERE state IN ('open', 'accepted') ORDER BY id
        """
    )
    for row in rows:
        yield Known(row.id, bool(row.sound))


def first_steps(tx: Tx) -> Iterator[Known]:
    """Checklists that run: whether a step is left."""
    rows = tx.each(
        """
        SELECT id, EXISTS (SELECT 1 FROM checklist_step WHERE checklist = checklist.id AND done_at IS NULL) AS sound
        FROM checklist WHERE state = 'running' ORDER BY id
        """
    )
    for row in rows:
        yield Known(row.id, bool(row.sound))


def closed_votes(tx: Tx) -> list[tuple[int, str]]:
    """The votes of the council that were counted, with what its proposal has come to where this vote is its last."""
    rows = tx.all(
        """
        SELECT council_vote.id, CASE WHEN council_vote.id = (SELECT max(id) FROM council_vote AS later
            WHERE later.proposal = council_vote.proposal) THEN council_proposal.state ELSE '' END AS came_to
        FROM council_vote JOIN council_proposal ON council_proposal.id = council_vote.proposal
        WHERE council_vote.state = 'closed' ORDER BY council_vote.id
        """
    )
    return [(row.id, row.came_to) for row in rows]


class RoundRow(NamedTuple):
    """A round of a preference vote that is over: the designs and criteria it had, and what was counted by each of these."""

    id: int
    designs: int
    criteria: int
    counted: tuple[tuple[int, int, int], ...]


def rounds(tx: Tx) -> Iterator[RoundRow]:
    """Rounds that are over; by each criterion how many designs its ballot has, who could vote (-1: it is open), and votes."""
    for row in tx.all(
        """
        SELECT preference_round.id, criteria, (SELECT count(*) FROM preference_design WHERE round = preference_round.id) AS n
        FROM preference_round JOIN preference ON preference.id = preference_round.preference
        WHERE ending IS NOT NULL ORDER BY preference_round.id
        """
    ):
        ballots = tx.all(
            """
            SELECT choices, coalesce(eligible, -1) AS electors, (SELECT coalesce(sum(votes), 0) FROM ballot_count
            WHERE ballot_count.ballot = ballot.id) AS votes
            FROM preference_ballot JOIN ballot ON ballot.id = preference_ballot.ballot WHERE round = :round ORDER BY nth
            """,
            round=row.id,
        )
        counted = tuple((one.choices, one.electors, one.votes) for one in ballots)
        yield RoundRow(row.id, row.n, len(row.criteria.split("\n")), counted)


def preferences(tx: Tx) -> Iterator[Known]:
    """Preference votes: whether a round is open just while it is voted on."""
    rows = tx.each(
        """
        SELECT id, (state = 'voting') = EXISTS (SELECT 1 FROM preference_round WHERE preference = preference.id
        AND ending IS NULL) AS sound FROM preference ORDER BY id
        """
    )
    for row in rows:
        yield Known(row.id, bool(row.sound))
