"""What the bot has asked a member in private and waits to be answered; one question at a time."""

import json
from typing import Any

from storage.engine.tx import Tx


def ask(tx: Tx, member: int, prompt: str, data: dict[str, Any], expires: int) -> None:
    """The next private message of `member` answers `prompt`."""
    tx.run(
        "INSERT INTO dialogue (member, prompt, data, expires) VALUES (:member, :prompt, :data, :expires)"
        " ON CONFLICT (member) DO UPDATE SET prompt = excluded.prompt, data = excluded.data, expires = excluded.expires",
        member=member,
        prompt=prompt,
        data=json.dumps(data, ensure_ascii=False),
        expires=expires,
    )


def pending(tx: Tx, member: int, now: int) -> tuple[str, dict[str, Any]] | None:
    """The prompt that waits for `member`'s answer, and what it has gathered so far."""
    row = tx.one("SELECT prompt, data FROM dialogue WHERE member = :member AND expires > :now", member=member, now=now)
    return (row.prompt, json.loads(row.data)) if row else None


def give_up(tx: Tx, member: int, prompt: str) -> bool:
    """That prompt is given up; False when it does not wait for an answer."""
    return tx.run("DELETE FROM dialogue WHERE member = :member AND prompt = :prompt", member=member, prompt=prompt) > 0


def close(tx: Tx, member: int) -> bool:
    """Answered or given up; False when nothing was asked."""
    return tx.run("DELETE FROM dialogue WHERE member = :member", member=member) > 0
