"""What reviewers said of a member's works, in the order of saying."""

from rules.works.challenge import SkillTrack
from rules.works.growth import Reviewing
from rules.works.review import Decision
from rules.works.submission import SubmissionStanding
from storage.engine.tx import Tx

LATEST = 200
# What was handed in and stands: not taken back by its author, and its points not by staff.
_STANDS = """submission.stage = 'work' AND submission.standing <> 'withdrawn'
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')"""


def reviewings(tx: Tx, member: int, track: SkillTrack) -> list[Reviewing]:
    """The latest of what was said of the member's works of that track, at most `LATEST`, in the order of saying."""
    rows = tx.all(
        f"""
        SELECT submission.id, challenge.id AS challenge, challenge.title, submission.standing, decision, chips, words,
        review.at FROM submission JOIN challenge ON challenge.id = submission.challenge
        JOIN review ON review.submission = submission.id
        WHERE submission.member = :member AND challenge.track = :track AND {_STANDS}
        ORDER BY review.at DESC, submission.id DESC, review.version DESC LIMIT {LATEST}
        """,
        member=member,
        track=track.value,
    )
    return [
        Reviewing(
            row.id,
            row.challenge,
            row.title,
            track,
            SubmissionStanding(row.standing),
            Decision(row.decision),
            tuple(row.chips.split()),
            row.words,
            row.at,
        )
        for row in reversed(rows)
    ]


def tracks(tx: Tx, member: int) -> list[SkillTrack]:
    """The tracks of the member's works of which something was said, the latest first."""
    rows = tx.all(
        f"""
        SELECT challenge.track, max(review.at) AS latest FROM submission
        JOIN challenge ON challenge.id = submission.challenge JOIN review ON review.submission = submission.id
        WHERE submission.member = :member AND {_STANDS}
        GROUP BY challenge.track ORDER BY latest DESC, challenge.track
        """,
        member=member,
    )
    return [SkillTrack(row.track) for row in rows]


def of_series(tx: Tx, member: int, track: SkillTrack) -> int:
    """To how many challenges of the track's series the member has handed in what passed."""
    found: int = tx.value(
        f"""
        SELECT count(DISTINCT submission.challenge) FROM submission
        JOIN series_task ON series_task.challenge = submission.challenge
        WHERE submission.member = :member AND series_task.track = :track
        AND submission.standing IN ('approved', 'featured') AND {_STANDS}
        """,
        member=member,
        track=track.value,
    )
    return found
