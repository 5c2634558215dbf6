"""What the bot has asked somebody in private."""

from collections.abc import Mapping
from typing import Any

from rules.occasion import Occasion
from rules.people import Member
from storage.engine.tx import Tx
from storage.post import dialogues


def give_up(tx: Tx, member: Member, prompt: str, data: Mapping[str, Any]) -> bool:
    """That question about what `data` names is not asked any more; False when it was not."""
    return dialogues.give_up(tx, member.id, prompt, data)


def give_up_newest(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """The question asked last is not asked any more; False when none was."""
    newest = next(iter(dialogues.waiting(tx, member.id, occasion.now)), None)
    if newest is not None:
        dialogues.close(tx, newest.id)
    return newest is not None
