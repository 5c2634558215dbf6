"""What stories about mentors have in common: little is asked of one, and a newcomer has just come."""

from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.mentors import Mentors
from rules.programme.programme import Programme
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from tests.handlers.honour.announcing import plain
from tests.stage import Stage

DAY_S = 86_400


def mentor_stage(**asked: object) -> Stage:
    """A stage on which nothing but a month is asked of a mentor; xin has just come, started the bot and agreed."""
    mentors = replace(Mentors(needs=Needs({"tenure_days": 30})), **asked)
    stage = Stage(replace(Programme(), mentors=mentors))
    stage.xin.start()
    stage.play()
    return stage


def entrusted(stage: Stage, *people: Person) -> None:
    """They are mentors."""
    for person in people:
        member = stage.member(person).id
        stage.do(lambda tx, who=member: members.give_role(tx, who, Role.MENTOR, None, 0))


def agreed(stage: Stage, person: Person) -> Message:
    """They agree to the covenant in private; what they read then."""
    private(stage, person, "/covenant")
    stage.press(person, stage.last(person), "我同意")
    return stage.last(person)


def private(stage: Stage, person: Person, words: str) -> str:
    """They write to the bot; what it says last."""
    person.say(stage.world.private(person), words)
    stage.play()
    stage.sends(person)
    return plain(stage.last(person).text)


def pressed(stage: Stage, person: Person, label: str) -> str:
    """They press a button of the last message; the toast."""
    return stage.press(person, stage.last(person), label)


def cards(stage: Stage, sign: str) -> list[Message]:
    """Cards of the staff group that begin with the sign."""
    return [message for message in stage.messages(stage.staff) if message.text.startswith(sign)]


def wished(stage: Stage, person: Person) -> None:
    """They agree and want a mentor for photos."""
    agreed(stage, person)
    private(stage, person, "/start mentor")
    pressed(stage, person, "摄影")
    pressed(stage, person, "要一位导师")


def paired(stage: Stage, mentor: Person, newcomer: Person, how: str = "私下介绍") -> None:
    """The newcomer wishes, the mentor takes it, and they meet."""
    wished(stage, newcomer)
    private(stage, mentor, "/mentor")
    pressed(stage, mentor, f"我来带 {newcomer.name}")
    pressed(stage, newcomer, how)
