"""Landmarks: where of what happened in a quarter something is to be seen, for the list on the page."""

from msgspec import Struct
from msgspec.structs import asdict

from demo.season.cast import Cast
from demo.season.script import Step
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person


class Landmark(Struct, frozen=True):
    """What happened, in which week and on which of its days (from 1), and the message that shows it to that person.

    `title` is what the script calls the day, in its own language.
    """

    week: int
    day: int
    title: str
    words: str
    person: int
    chat: int
    message: int

    def wire(self) -> dict[str, object]:
        """As the page reads it."""
        return asdict(self)


def landmark(cast: Cast, step: Step, person: Person, said: Message | None, *, week: int, title: str) -> Landmark:
    """Where the step is to be seen: its own message, else the latest one in the place that it names. Raises LookupError."""
    assert step.mark is not None
    if step.mark.place or said is None:
        chat, topic = cast.place(step.mark.place or step.place, person)
        said = _latest(chat, topic.id if topic else None)
    return Landmark(week, step.day + 1, title, step.mark.words, person.id, said.chat.id, said.id)


def _latest(chat: Chat, topic: int | None) -> Message:
    """The bot's latest there: what people say meanwhile is not what has happened."""
    for message in reversed(chat.messages.values()):
        if message.by_bot and (topic is None or (message.topic and message.topic.id == topic)):
            return message
    raise LookupError(chat.title)
