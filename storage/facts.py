"""Facts about the bot itself, by name."""

from storage.engine.tx import Tx


def get(tx: Tx, name: str) -> str | None:
    """The fact of that name."""
    value: str | None = tx.value("SELECT value FROM fact WHERE name = :name", name=name)
    return value


def drop(tx: Tx, name: str) -> None:
    """It is so no longer."""
    tx.run("DELETE FROM fact WHERE name = :name", name=name)


def put(tx: Tx, name: str, value: str) -> None:
    """Note a fact, or its new value."""
    tx.run(
        "INSERT INTO fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name=name,
        value=value,
    )
