"""What the bot has asked somebody in private."""

from rules.people import Member
from storage.engine.tx import Tx
from storage.post import dialogues


def close(tx: Tx, member: Member) -> bool:
    """It is answered, or given up; False when nothing was asked."""
    return dialogues.close(tx, member.id)
