"""What the bot has asked somebody in private."""

from collections.abc import Mapping
from typing import Any

from rules.draft import PreviewOvertaken
from rules.occasion import Occasion
from rules.people import Member
from storage.engine.tx import Tx
from storage.post import dialogues, said


def give_up(tx: Tx, member: Member, prompt: str, data: Mapping[str, Any]) -> bool:
    """That question about what `data` names is not asked any more; False when it was not."""
    return dialogues.give_up(tx, member.id, prompt, data)


def sent(tx: Tx, member: Member, prompt: str, data: Mapping[str, Any]) -> None:
    """What was shown for that question is with others now: it is not asked any more, and an edit comes too late."""
    said.went(tx, member.id, dialogues.about(data), prompt)
    dialogues.give_up(tx, member.id, prompt, data)


def require_newest(tx: Tx, member: Member, prompt: str, data: Mapping[str, Any], key: str, occasion: Occasion) -> None:
    """What a button carries under that key is what the question about the same thing has gathered. Raises PreviewOvertaken."""
    subject = dialogues.about(data)
    for one in dialogues.waiting(tx, member.id, occasion.now):
        if one.prompt == prompt and dialogues.about(one.data) == subject and one.data.get(key, data[key]) != data[key]:
            raise PreviewOvertaken


def require_shown(tx: Tx, member: Member, prompt: str, data: Mapping[str, Any], key: str, occasion: Occasion) -> None:
    """What a button carries under that key is what was shown last to that very question. Raises PreviewOvertaken.

    A question that was asked anew since shows nothing yet.
    """
    gathered = (key, "text")
    others = {name: value for name, value in data.items() if name not in gathered}
    for one in dialogues.waiting(tx, member.id, occasion.now):
        about = {name: value for name, value in one.data.items() if name not in gathered}
        if one.prompt == prompt and about == others and one.data.get(key) != data[key]:
            raise PreviewOvertaken


def gathered(tx: Tx, member: Member, prompt: str, data: Mapping[str, Any], key: str, occasion: Occasion) -> bool:
    """Whether that question still waits, with just what a button carries under that key."""
    waiting = dialogues.waiting(tx, member.id, occasion.now)
    return any(one.prompt == prompt and one.data.get(key) == data[key] for one in waiting)


def give_up_newest(tx: Tx, member: Member, occasion: Occasion) -> str | None:
    """The question asked last is not asked any more: its prompt, None when none was."""
    newest = next(iter(dialogues.waiting(tx, member.id, occasion.now)), None)
    if newest is None:
        return None
    dialogues.close(tx, newest.id)
    return newest.prompt
