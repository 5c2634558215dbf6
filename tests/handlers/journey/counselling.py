"""What stories of the council have in common: a core group, and people who sit in the council."""

from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.councils import Council
from rules.programme.levels import LADDER, Levels
from rules.programme.programme import Programme
from rules.values import replace
from sandbox.world import pressing
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.coring import core_of
from tests.stage import Stage

DAY_S = 86_400
NO_LEVEL_ASKED = Levels(replace(level, privileges=()) if level.key == "advisor" else level for level in LADDER)


def council_stage(**asked: object) -> Stage:
    """A stage on which nothing but a month is asked of whoever is invited."""
    council = replace(Council(needs=Needs({"tenure_days": 30})), **asked)
    return Stage(replace(Programme(), council=council, levels=NO_LEVEL_ASKED))


def core_with(stage: Stage, *people: Person) -> Chat:
    """The core group, with these people in it."""
    return core_of(stage, *people)


def seated(stage: Stage, *people: Person) -> None:
    """They sit in the council since before now."""
    for person in people:
        member = stage.member(person).id
        stage.do(lambda tx, who=member: members.give_role(tx, who, Role.COUNCIL, None, 0))


def says(stage: Stage, person: Person, words: str) -> str:
    """They write to the bot in private; what it says last there."""
    person.say(stage.world.private(person), words)
    stage.play()
    stage.sends(person)
    return plain(stage.last(person).text)


def pressed(stage: Stage, person: Person, label: str) -> str:
    """They press a button of the last message they have."""
    return stage.press(person, stage.last(person), label)


def proposed(stage: Stage, person: Person, title: str = "雨天自动升窗") -> None:
    """They put a proposal before the core group."""
    says(stage, person, "/propose")
    says(stage, person, f"标题：{title}\n理由：下雨停车常忘关窗，希望锁车后能自己升上去。")
    pressed(stage, person, "发到核心群")


def vote_of(stage: Stage, core: Chat) -> Message:
    """The latest poll of the core group."""
    return [message for message in stage.messages(core) if message.poll is not None][-1]


def votes(stage: Stage, core: Chat, *given: tuple[Person, int]) -> None:
    """Each chooses the option at that place, from 0."""
    for person, place in given:
        pressing.vote(person, vote_of(stage, core), (place,))
    stage.play()
