"""What the bot has asked somebody in private."""

from rules.occasion import Occasion
from rules.people import Member
from storage.engine.tx import Tx
from storage.post import dialogues


def give_up(tx: Tx, member: Member, prompt: str) -> bool:
    """That question is not asked any more; False when it was not."""
    return dialogues.give_up(tx, member.id, prompt)


def give_up_newest(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """The question asked last is not asked any more; False when none was."""
    newest = next(iter(dialogues.waiting(tx, member.id, occasion.now)), None)
    return newest is not None and dialogues.give_up(tx, member.id, newest.prompt)
