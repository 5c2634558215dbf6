"""Who nominated whom for an award, and why."""

from rules.honour.nomination import Made
from rules.mydata import Untold
from storage.declarations import GOES, Fate, Own
from storage.engine.tx import Tx


def put(tx: Tx, number: int, nominee: int, by: int, reason: str, now: int) -> None:
    """The member nominates them in that round, from now on for this reason."""
    tx.run(
        """
        INSERT INTO nomination (round, nominee, nominator, reason, at) VALUES (:round, :nominee, :by, :reason, :now)
        ON CONFLICT (round, nominee, nominator) DO UPDATE SET reason = excluded.reason, at = excluded.at
        """,
        round=number,
        nominee=nominee,
        by=by,
        reason=reason,
        now=now,
    )


def withdraw(tx: Tx, number: int, nominee: int, by: int) -> bool:
    """The member nominates them no more; False when they did not."""
    return (
        tx.run(
            "DELETE FROM nomination WHERE round = :round AND nominee = :nominee AND nominator = :by",
            round=number,
            nominee=nominee,
            by=by,
        )
        > 0
    )


def others(tx: Tx, number: int, nominee: int, by: int) -> int:
    """How many others than `nominee` the member nominates in that round."""
    found: int = tx.value(
        "SELECT count(*) FROM nomination WHERE round = :round AND nominator = :by AND nominee <> :nominee",
        round=number,
        nominee=nominee,
        by=by,
    )
    return found


def nominees(tx: Tx, number: int, limit: int) -> list[int]:
    """Those whom most members nominate, most first."""
    rows = tx.all(
        "SELECT nominee FROM nomination WHERE round = :round GROUP BY nominee ORDER BY count(*) DESC, min(id) LIMIT :limit",
        round=number,
        limit=limit,
    )
    return [row.nominee for row in rows]


def reasons(tx: Tx, number: int, nominee: int, limit: int) -> list[str]:
    """Why, in the words of the first who said it."""
    rows = tx.all(
        "SELECT reason FROM nomination WHERE round = :round AND nominee = :nominee ORDER BY id LIMIT :limit",
        round=number,
        nominee=nominee,
        limit=limit,
    )
    return [row.reason for row in rows]


def count(tx: Tx, number: int) -> int:
    """How many different people are nominated in that round."""
    found: int = tx.value("SELECT count(DISTINCT nominee) FROM nomination WHERE round = :round", round=number)
    return found


def made_by(tx: Tx, number: int, by: int) -> list[Made]:
    """Whom the member nominates in that round, first to last."""
    rows = tx.all(
        """
        SELECT nomination.nominee, member.name, nomination.reason
        FROM nomination JOIN member ON member.id = nomination.nominee
        WHERE nomination.round = :round AND nomination.nominator = :by ORDER BY nomination.id LIMIT 20
        """,
        round=number,
        by=by,
    )
    return [Made(number, row.nominee, row.name, row.reason) for row in rows]


OWN = (
    Own("nomination", "nominator", fate=Fate(dashed=("reason",))),
    Own("nomination", "nominee", untold=Untold.OTHERS, fate=GOES),
)
