"""What the bot has asked somebody in private."""

from rules.people import Member
from storage.engine.tx import Tx
from storage.post import dialogues


def give_up(tx: Tx, member: Member, prompt: str) -> bool:
    """That question is not asked any more; False when another one is, or none."""
    return dialogues.give_up(tx, member.id, prompt)


def close(tx: Tx, member: Member) -> bool:
    """It is answered, or given up; False when nothing was asked."""
    return dialogues.close(tx, member.id)
