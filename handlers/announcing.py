"""What is published: announced in groups, and read there as it stands. Shared by whatever is for everybody to take up."""

from collections.abc import Sequence
from typing import Any

from handlers.effects import Edit, Effect, Keyboard, Post
from rules.people import Group, Part, Purpose
from storage import groups
from storage.engine.tx import Tx


def announced(
    noun: str,
    number: int,
    told: Sequence[Group],
    outcome: Any,
    buttons: Keyboard,
    purpose: Purpose = Purpose.CHALLENGES,
) -> list[Effect]:
    """Into these groups, where they talk of such things, by the noun's template `announced`."""
    template, where = f"{noun}/announced", purpose.value
    return [
        Post(group.id, template, outcome, buttons=buttons, purpose=where, keep=name_of(noun, number, group.id))
        for group in told
    ]


def announced_anew(
    tx: Tx, noun: str, number: int, outcome: Any, buttons: Keyboard = (), template: str = "announced"
) -> list[Effect]:
    """Wherever it was announced it reads like this from now on; no new message."""
    return [
        Edit(f"{noun}/{template}", outcome, buttons=buttons, keep=name_of(noun, number, group.id))
        for group in groups.active(tx, Part.COMMUNITY)
    ]


def name_of(noun: str, number: int, group: int) -> str:
    """By which its announcement in a group is found again."""
    return f"{noun}:{number}:{group}"
