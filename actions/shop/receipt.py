"""The messages about an order that are found again by name: the member's receipt, the note to whoever sees to it."""

from rules.occasion import Occasion
from storage.engine.tx import Tx
from storage.post import outbox


def receipt(order: int) -> str:
    """The name of the member's message about the order."""
    return f"receipt:{order}"


def task(order: int) -> str:
    """The name of the note to whoever sees to the order."""
    return f"task:{order}"


def becomes(tx: Tx, order: int, chat_id: int, message: int, occasion: Occasion) -> None:
    """That message is the receipt from now on, and changes with the order."""
    outbox.keep(tx, receipt(order), chat_id, message, occasion.now)


def leaves(tx: Tx, chat_id: int, message: int) -> None:
    """That message says something else now, and stays as it is."""
    outbox.forget(tx, chat_id, message)


def withdraw_task(tx: Tx, order: int) -> None:
    """The note still waits to be sent, or for its person to press start: it is moot."""
    outbox.withdraw(tx, task(order))
