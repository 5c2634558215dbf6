"""The review desk: who has claimed what, and what was decided and said."""

from typing import Any

from rules.works.review import Claim, Decision, Feedback
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx


def _claim(row: Any) -> Claim:
    return Claim(row.submission, row.reviewer, row.at, tuple(row.chips.split()), row.words, row.caption)


def _feedback(row: Any) -> Feedback:
    return Feedback(row.version, row.reviewer, Decision(row.decision), tuple(row.chips.split()), row.words, row.at)


def claim_of(tx: Tx, submission: int, since: int) -> Claim | None:
    """Who has the submission in hand, claimed or last touched at `since` (UTC seconds) or later."""
    row = tx.one(
        "SELECT submission, reviewer, at, chips, words, caption FROM review_claim"
        " WHERE submission = :submission AND at >= :since",
        submission=submission,
        since=since,
    )
    return _claim(row) if row else None


def claims(tx: Tx) -> list[Claim]:
    """Everything that somebody has claimed, also long ago; at most 500."""
    rows = tx.all(
        "SELECT submission, reviewer, at, chips, words, caption FROM review_claim ORDER BY submission LIMIT 500"
    )
    return [_claim(row) for row in rows]


def put(tx: Tx, claim: Claim) -> None:
    """The claim as it is now, in place of whatever there was."""
    tx.run(
        """
        INSERT INTO review_claim (submission, reviewer, at, chips, words, caption)
        VALUES (:submission, :reviewer, :at, :chips, :words, :caption)
        ON CONFLICT (submission) DO UPDATE SET reviewer = excluded.reviewer, at = excluded.at, chips = excluded.chips,
        words = excluded.words, caption = excluded.caption
        """,
        submission=claim.submission,
        reviewer=claim.reviewer,
        at=claim.at,
        chips=" ".join(claim.chips),
        words=claim.words,
        caption=claim.caption,
    )


def drop_caption(tx: Tx, submission: int) -> None:
    """The words that were written for the channel spoke of an older version."""
    tx.run("UPDATE review_claim SET caption = NULL WHERE submission = :submission", submission=submission)


def release(tx: Tx, submission: int) -> None:
    """Nobody has it in hand any more."""
    tx.run("DELETE FROM review_claim WHERE submission = :submission", submission=submission)


def add(tx: Tx, submission: int, feedback: Feedback) -> None:
    """A decision about a version, once."""
    tx.run(
        "INSERT INTO review (submission, version, reviewer, decision, chips, words, at)"
        " VALUES (:submission, :version, :reviewer, :decision, :chips, :words, :at)",
        submission=submission,
        version=feedback.version,
        reviewer=feedback.reviewer,
        decision=feedback.decision.value,
        chips=" ".join(feedback.chips),
        words=feedback.words,
        at=feedback.at,
    )


def latest(tx: Tx, submission: int) -> Feedback | None:
    """The latest decision about any version."""
    row = tx.one(
        "SELECT version, reviewer, decision, chips, words, at FROM review WHERE submission = :submission"
        " ORDER BY version DESC LIMIT 1",
        submission=submission,
    )
    return _feedback(row) if row else None


def of_version(tx: Tx, submission: int, version: int) -> Feedback | None:
    """The decision about that version."""
    row = tx.one(
        "SELECT version, reviewer, decision, chips, words, at FROM review"
        " WHERE submission = :submission AND version = :version",
        submission=submission,
        version=version,
    )
    return _feedback(row) if row else None


OWN = (
    Own("review", "", whose="submission IN (SELECT id FROM submission WHERE member = :member)", fate=STAYS),
    Own("review", "reviewer", fate=STAYS),
    Own("review_claim", "reviewer", fate=GOES),
)
