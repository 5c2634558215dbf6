"""What the channels show: the words of each featured work or discovery, in which channels, and what was taken out again."""

from rules.showcase import Exhibited, Showcase
from storage.declarations import STAYS, Fate, Own
from storage.engine.tx import Tx


def add(tx: Tx, kind: Exhibited, number: int, version: int, caption: str | None, now: int) -> None:
    """It goes to the channels now."""
    tx.run(
        "INSERT INTO showcase (kind, number, version, caption, posted_at) VALUES (:kind, :number, :version, :caption, :now)",
        kind=kind.value,
        number=number,
        version=version,
        caption=caption,
        now=now,
    )


def add_channel(tx: Tx, kind: Exhibited, number: int, group: int) -> None:
    """That channel is one of those to which it goes."""
    tx.run(
        "INSERT INTO showcase_channel (kind, number, chat_group) VALUES (:kind, :number, :group)",
        kind=kind.value,
        number=number,
        group=group,
    )


def get(tx: Tx, kind: Exhibited, number: int) -> Showcase | None:
    """How the channels show it; None when they never did."""
    row = tx.one(
        "SELECT version, caption, posted_at, withdrawn_at FROM showcase WHERE kind = :kind AND number = :number",
        kind=kind.value,
        number=number,
    )
    return Showcase(kind, number, *tuple(row)) if row else None


def channels(tx: Tx, kind: Exhibited, number: int) -> list[int]:
    """The channels to which it went."""
    rows = tx.all(
        "SELECT chat_group FROM showcase_channel WHERE kind = :kind AND number = :number ORDER BY chat_group LIMIT 200",
        kind=kind.value,
        number=number,
    )
    return [row.chat_group for row in rows]


def word(tx: Tx, kind: Exhibited, number: int, caption: str) -> None:
    """The channels show other words."""
    tx.run(
        "UPDATE showcase SET caption = :caption WHERE kind = :kind AND number = :number",
        kind=kind.value,
        number=number,
        caption=caption,
    )


def withdraw(tx: Tx, kind: Exhibited, number: int, by: int, reason: str, now: int) -> bool:
    """It is shown no longer; False when it was taken out before."""
    done = tx.run(
        "UPDATE showcase SET withdrawn_at = :now, withdrawn_by = :by, reason = :reason"
        " WHERE kind = :kind AND number = :number AND withdrawn_at IS NULL",
        kind=kind.value,
        number=number,
        by=by,
        reason=reason,
        now=now,
    )
    return done > 0


def restore(tx: Tx, kind: Exhibited, number: int, now: int) -> bool:
    """It is shown again; False when it was not taken out."""
    done = tx.run(
        "UPDATE showcase SET posted_at = :now, withdrawn_at = NULL, withdrawn_by = NULL, reason = NULL"
        " WHERE kind = :kind AND number = :number AND withdrawn_at IS NOT NULL",
        kind=kind.value,
        number=number,
        now=now,
    )
    return done > 0


def remove(tx: Tx, kind: Exhibited, number: int) -> None:
    """It was never for the channels: what it was shown for does not hold any more."""
    for table in ("showcase_channel", "showcase"):
        tx.run(f"DELETE FROM {table} WHERE kind = :kind AND number = :number", kind=kind.value, number=number)


OWN = (
    Own("showcase", "withdrawn_by", fate=STAYS),
    Own(
        "showcase",
        "",
        whose=(
            "(kind = 'work' AND number IN (SELECT id FROM submission WHERE member = :member))"
            " OR (kind = 'discovery' AND number IN (SELECT id FROM feature WHERE member = :member))"
        ),
        but=("withdrawn_by",),
        fate=Fate(unset=("caption",)),
    ),
)
