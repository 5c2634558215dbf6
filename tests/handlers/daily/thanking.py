"""People thank each other, for stories."""

from datetime import date

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.stage import Stage

MONDAY = date(2026, 11, 16)


DAY_S = 86_400


def helped(stage: Stage, helper: Person | None = None) -> Message:
    """A helpful message in the community."""
    message = (helper or stage.zhou).say(stage.group, "胎压在车机的“车辆”页里重置")
    stage.play()
    return message


def told(stage: Stage, person: Person) -> list[str]:
    """What the bot has whispered to the person."""
    return [whisper.text for whisper in stage.whispers(person)]
