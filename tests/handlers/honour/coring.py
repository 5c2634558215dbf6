"""What stories of the core group need: the group, people who may come in, and links as they arrive."""

from collections.abc import Set as AbstractSet

from rules.people import Part
from rules.rights import BotStanding, Right, Rights
from sandbox.world.chats import Chat
from sandbox.world.invitations import Invitation
from sandbox.world.people import Person
from storage import groups, members, rights
from tests.handlers.honour.test_me import pay, plain
from tests.stage import Stage

MINUTE, HOUR, DAY = 60, 3_600, 86_400
EVERYTHING = frozenset(Right)


def core_of(stage: Stage, *people: Person, held: AbstractSet[Right] = EVERYTHING) -> Chat:
    """A core group with the owner and these people, who have spoken there since."""
    core = stage.world.group("核心圈", people=[stage.owner, *people], bot="administrator")
    group = stage.do(lambda tx: groups.activate(tx, core.id, core.title, Part.CORE, "Asia/Shanghai", "zh", 0))
    for person in people:
        member = stage.member(person).id
        stage.do(lambda tx, member=member: members.found_in(tx, group.id, member, 0))  # type: ignore[misc]  # a default
    stage.world.updates.clear()
    allow(stage, core, held)
    return core


def allow(stage: Stage, core: Chat, held: AbstractSet[Right]) -> None:
    """Telegram has told that the bot may do this there."""
    group = stage.do(lambda tx: groups.by_chat(tx, core.id))
    assert group
    told = Rights(group.id, int(stage.clock.now()), BotStanding.ADMINISTRATOR, frozenset(held))
    stage.do(lambda tx: rights.note(tx, told))


def says(stage: Stage, person: Person, words: str) -> str:
    """What the bot answers in private."""
    person.say(stage.world.private(person), words)
    stage.play()
    return stage.last(person).text


def may_enter(stage: Stage, person: Person) -> None:
    """They have the contribution that the core group asks for."""
    pay(stage, person, 300)


def link_for(stage: Stage, person: Person) -> str:
    """The person asks for a link by `/core` and presses the button; its address."""
    says(stage, person, "/core")
    stage.press(person, stage.last(person), "进“核心圈”")
    stage.play()
    return link_in(stage, person)


def link_in(stage: Stage, person: Person) -> str:
    """The address under the button of the latest message."""
    [[button]] = stage.last(person).buttons
    assert button.text == "进群"
    assert button.url
    return button.url


def invitation(core: Chat, address: str) -> Invitation:
    """The link as Telegram knows it."""
    return core.invitations[address]


def inside(core: Chat, person: Person) -> bool:
    """Whether the person is in there."""
    return core.present(person.id)


def joins(stage: Stage, person: Person, core: Chat, address: str) -> None:
    """The person follows the link."""
    person.join(core, core.invitations[address])
    stage.play()


def read(stage: Stage, chat: Chat | Person) -> list[str]:
    """What the bot has said there, as people read it."""
    return [plain(text) for text in stage.said(chat)]
