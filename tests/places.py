"""Further communities: another city, another language, other people."""

from collections.abc import Sequence

from rules.people import Part
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from storage import groups, members
from storage.engine.tx import Tx
from tests.stage import Stage


def second(stage: Stage, people: Sequence[Person]) -> Chat:
    """A community in Los Angeles that speaks English, where these people are as well."""
    chat = stage.world.group("Star Drivers LA", people=[stage.owner, *people], bot="administrator")
    stage.world.updates.clear()
    now = int(stage.clock.now())

    def settle(tx: Tx) -> None:
        groups.activate(tx, chat.id, chat.title, Part.COMMUNITY, "America/Los_Angeles", "en", now)
        group = groups.by_chat(tx, chat.id)
        assert group
        for person in people:
            member = members.by_telegram_id(tx, person.id)
            assert member
            members.came_to(tx, group.id, member.id, now)

    stage.do(settle)
    return chat


def beside(stage: Stage, title: str, locale: str, people: Sequence[Person]) -> Chat:
    """A further community in the brand's own time zone."""
    chat = stage.world.group(title, people=people, bot="administrator")
    now = int(stage.clock.now())
    stage.do(lambda tx: groups.activate(tx, chat.id, title, Part.COMMUNITY, "Asia/Shanghai", locale, now))
    return chat


def moved(stage: Stage, *people: Person) -> Chat:
    """A second community, the only one in which these people are any more."""
    chat = second(stage, people)
    for person in people:
        person.leave(stage.group)
    stage.play()
    return chat
