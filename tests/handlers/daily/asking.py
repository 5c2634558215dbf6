"""Short words for stories about questions."""

from sandbox.world.chats import Topic
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.stage import Stage

TEXT = "蓝牙钥匙突然连不上怎么办？"
REPLY = "先在手机里忽略这把钥匙，再重新配对"


def ask(stage: Stage, person: Person, text: str = TEXT, topic: Topic | None = None) -> Message:
    """Somebody asks in the group."""
    message = person.say(stage.group, f"/ask {text}", topic=topic)
    stage.play()
    return message


def answer(stage: Stage, person: Person, question: Message, text: str = REPLY) -> Message:
    """Somebody replies to a message."""
    message = person.say(stage.group, text, reply_to=question)
    stage.play()
    return message


def accept(stage: Stage, person: Person, reply: Message, words: str = "采纳") -> Message:
    """Somebody accepts an answer by word."""
    message = person.say(stage.group, words, reply_to=reply)
    stage.play()
    return message


def solved(stage: Stage, asker: Person, helper: Person, text: str = TEXT, reply: str = REPLY) -> Message:
    """A question asked, answered and accepted; the accepted answer."""
    said = answer(stage, helper, ask(stage, asker, text), reply)
    accept(stage, asker, said)
    return said


def points(stage: Stage, person: Person) -> int:
    """What somebody can spend."""
    member = stage.member(person)
    return stage.do(lambda tx: ledger.balance(tx, member.id)).free


def told(stage: Stage, person: Person) -> str:
    """The latest thing that person alone was shown in the group."""
    return stage.whispers(person)[-1].text
