"""What stands in the outbox, for tests that wait for it or look into it."""

from storage.engine.tx import Tx


def letters_by_state(tx: Tx) -> dict[str, int]:
    """How many letters are in each state."""
    return {row.state: row.n for row in tx.all("SELECT state, count(*) AS n FROM outbox GROUP BY state")}
