"""What stories of the council have in common: a core group, and people who sit in the council."""

from dataclasses import replace

from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.councils import Council
from rules.programme.levels import LADDER, Levels
from rules.programme.programme import Programme
from sandbox.world.chats import Chat
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
    return plain(stage.last(person).text)


def pressed(stage: Stage, person: Person, label: str) -> str:
    """They press a button of the last message they have."""
    return stage.press(person, stage.last(person), label)
