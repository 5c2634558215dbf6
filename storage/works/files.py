"""Which submission a file belongs to in a challenge, and where else it was handed in."""

from rules.works.submission import Elsewhere
from storage.engine.tx import Tx


def own(tx: Tx, challenge: int, submission: int, unique: str) -> int:
    """Make the file that submission's own in the challenge, also after one that was withdrawn; whose it is then."""
    tx.run(
        """
        INSERT INTO challenge_file (challenge, unique_id, submission) VALUES (:challenge, :unique, :submission)
        ON CONFLICT (challenge, unique_id) DO UPDATE SET submission = excluded.submission
        WHERE challenge_file.submission IN (SELECT id FROM submission WHERE standing = 'withdrawn')
        """,
        challenge=challenge,
        unique=unique,
        submission=submission,
    )
    owner: int = tx.value(
        "SELECT submission FROM challenge_file WHERE challenge = :challenge AND unique_id = :unique",
        challenge=challenge,
        unique=unique,
    )
    return owner


def elsewhere(tx: Tx, submission: int, version: int) -> tuple[Elsewhere, ...]:
    """Where else the files of that version have been handed in: in other challenges, at most 5."""
    rows = tx.all(
        """
        SELECT DISTINCT f.submission, c.id, c.title FROM submission_file own
        JOIN submission s ON s.id = own.submission
        JOIN challenge_file f ON f.unique_id = own.unique_id AND f.challenge <> s.challenge
        JOIN challenge c ON c.id = f.challenge
        WHERE own.submission = :submission AND own.version = :version ORDER BY f.submission LIMIT 5
        """,
        submission=submission,
        version=version,
    )
    return tuple(Elsewhere(row.submission, row.id, row.title) for row in rows)
