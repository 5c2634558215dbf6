"""What the channels show: the words of each featured work, in which channels, and what was taken out again."""

from rules.works.showcase import Showcase
from storage.engine.tx import Tx


def add(tx: Tx, submission: int, version: int, caption: str | None, now: int) -> None:
    """It goes to the channels now."""
    tx.run(
        "INSERT INTO showcase (submission, version, caption, posted_at) VALUES (:submission, :version, :caption, :now)",
        submission=submission,
        version=version,
        caption=caption,
        now=now,
    )


def add_channel(tx: Tx, submission: int, group: int) -> None:
    """That channel is one of those to which it goes."""
    tx.run(
        "INSERT INTO showcase_channel (submission, chat_group) VALUES (:submission, :group)",
        submission=submission,
        group=group,
    )


def get(tx: Tx, submission: int) -> Showcase | None:
    """How the channels show the work; None when they never did."""
    row = tx.one(
        "SELECT submission, version, caption, posted_at, withdrawn_at FROM showcase WHERE submission = :submission",
        submission=submission,
    )
    return Showcase(*row) if row else None


def channels(tx: Tx, submission: int) -> list[int]:
    """The channels to which the work went."""
    rows = tx.all(
        "SELECT chat_group FROM showcase_channel WHERE submission = :submission ORDER BY chat_group LIMIT 200",
        submission=submission,
    )
    return [row.chat_group for row in rows]


def word(tx: Tx, submission: int, caption: str) -> None:
    """The channels show other words."""
    tx.run(
        "UPDATE showcase SET caption = :caption WHERE submission = :submission", submission=submission, caption=caption
    )


def withdraw(tx: Tx, submission: int, by: int, reason: str, now: int) -> bool:
    """It is shown no longer; False when it was taken out before."""
    return (
        tx.run(
            "UPDATE showcase SET withdrawn_at = :now, withdrawn_by = :by, reason = :reason"
            " WHERE submission = :submission AND withdrawn_at IS NULL",
            submission=submission,
            by=by,
            reason=reason,
            now=now,
        )
        > 0
    )


def restore(tx: Tx, submission: int, now: int) -> bool:
    """It is shown again; False when it was not taken out."""
    return (
        tx.run(
            "UPDATE showcase SET posted_at = :now, withdrawn_at = NULL, withdrawn_by = NULL, reason = NULL"
            " WHERE submission = :submission AND withdrawn_at IS NOT NULL",
            submission=submission,
            now=now,
        )
        > 0
    )
