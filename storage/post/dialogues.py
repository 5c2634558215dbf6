"""What the bot has asked a member in private and waits to be answered; one question at a time."""

import json
from dataclasses import dataclass
from typing import Any

from storage.engine.tx import Tx
from storage.post import outbox


@dataclass(frozen=True, slots=True)
class Pending:
    """A prompt that waits for an answer: what it has gathered so far, and when it was asked (UTC seconds)."""

    prompt: str
    data: dict[str, Any]
    asked_at: int


def ask(tx: Tx, member: int, prompt: str, data: dict[str, Any], expires: int, asked_at: int = 0) -> None:
    """The next private message of `member` answers `prompt`; one not older than the question, when that was asked anew."""
    tx.run(
        """
        INSERT INTO dialogue (member, prompt, data, expires, asked_at) VALUES (:member, :prompt, :data, :expires, :asked_at)
        ON CONFLICT (member) DO UPDATE SET prompt = excluded.prompt, data = excluded.data, expires = excluded.expires,
        asked_at = excluded.asked_at
        """,
        member=member,
        prompt=prompt,
        data=json.dumps(data, ensure_ascii=False),
        expires=expires,
        asked_at=asked_at,
    )


def pending(tx: Tx, member: int, now: int) -> Pending | None:
    """The prompt that waits for `member`'s answer."""
    row = tx.one(
        "SELECT prompt, data, asked_at FROM dialogue WHERE member = :member AND expires > :now", member=member, now=now
    )
    return Pending(row.prompt, json.loads(row.data), row.asked_at) if row else None


def name(member: int) -> str:
    """The name under which the message that asks `member` is remembered."""
    return f"asked:{member}"


def seen(tx: Tx, member: int, asked: Pending, message: int, said_at: int) -> bool:
    """Whether the question stood in the chat when that message was written there: messages are numbered in their order.

    Where the server's answer was lost nobody knows its number; what was said since it was asked counts then.
    """
    if outbox.awaits(tx, name(member)):
        return False
    shown_at, shown = outbox.kept_at(tx, name(member)), outbox.kept(tx, name(member))
    if shown is None or shown_at is None or shown_at < asked.asked_at:
        return said_at >= asked.asked_at
    return message > shown[1]


def give_up(tx: Tx, member: int, prompt: str) -> bool:
    """That prompt is given up; False when it does not wait for an answer."""
    return tx.run("DELETE FROM dialogue WHERE member = :member AND prompt = :prompt", member=member, prompt=prompt) > 0


def close(tx: Tx, member: int) -> bool:
    """Answered or given up; False when nothing was asked."""
    return tx.run("DELETE FROM dialogue WHERE member = :member", member=member) > 0
