"""An idea is struck out of its topic's list, by staff with a reason; what it paid stays, and it can be put back."""

from msgspec import Struct

from rules.daily.idea import Idea, NoIdeaThere, StrikeReasonNeeded
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.snippets import snippet
from storage import audits, members
from storage.daily import ideas, topics
from storage.engine.tx import Tx

REASON_LEAST, REASON_MOST, SHOWN = 2, 200, 60


class IdeaStruck(Struct, frozen=True):
    """The idea of `name` stands in the list of `topic` (empty: of none) no more, for that reason; it had paid `points`."""

    idea: int
    member: int
    group: int
    message: int
    name: str
    text: str
    topic: str
    reason: str
    points: int


def strike(tx: Tx, group: int, message: int, reason: str, by: Member, occasion: Occasion) -> IdeaStruck:
    """Strike out the idea that the message is. Raises NoIdeaThere, StrikeReasonNeeded, WordsTooLong."""
    idea = ideas.at(tx, group, message)
    if idea is None or not idea.listed:
        raise NoIdeaThere
    said = within(reason, REASON_MOST)
    if len(said) < REASON_LEAST:
        raise StrikeReasonNeeded
    ideas.strike(tx, idea, by.id, said, occasion.now)
    audits.record(tx, occasion.now, by.id, "idea.strike", idea.member, said, idea=idea.id)
    return _told(tx, idea, said)


def put_back(tx: Tx, number: int, by: Member, occasion: Occasion) -> IdeaStruck:
    """It stands there again. Raises NoIdeaThere when it does already."""
    idea = ideas.get(tx, number)
    if idea is None or idea.struck_at is None:
        raise NoIdeaThere
    ideas.put_back(tx, idea)
    audits.record(tx, occasion.now, by.id, "idea.put_back", idea.member, None, idea=idea.id)
    return _told(tx, idea, idea.struck_for)


def _told(tx: Tx, idea: Idea, reason: str) -> IdeaStruck:
    topic = topics.get(tx, idea.topic) if idea.topic else None
    name, text = members.get(tx, idea.member).name, snippet(idea.text, SHOWN)
    title = topic.title if topic else ""
    return IdeaStruck(idea.id, idea.member, idea.group, idea.message, name, text, title, reason, idea.points)


def _still_struck(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    idea = ideas.get(tx, int(note.subject))
    return idea is not None and idea.struck_at is not None


STILL_TRUE = {"idea": _still_struck}
