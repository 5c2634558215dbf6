"""A first look, for members: a draft is shown before it is handed in, as a card of its own on the review desk."""

from actions.works import look
from actions.works.challenge import see
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effects, Note, Reply
from handlers.routes import FILES, Command, Press, Prompted, Shelf, Start, Where
from handlers.works.drafted import packed, unpacked, work_of
from handlers.works.look_card import to_desk
from rules.note import Matter
from rules.numbers import reference
from rules.works.challenge import ChallengeNumberNeeded
from rules.works.submission import ForwardedWork
from storage.engine.tx import Tx


def command(call: Call, tx: Tx) -> Effects:
    """`/look 12`: the draft is asked for."""
    number = reference(call.words)
    if number is None:
        raise ChallengeNumberNeeded("look")
    return _ask(call, tx, number)


def guided(call: Call, tx: Tx) -> Effects:
    """The button under a challenge, or under an answer."""
    return _ask(call, tx, call.data["challenge"])


def drafted(call: Call, tx: Tx) -> Effects:
    """What the member sends after being asked: looked over by themselves first. A mere yes is no draft."""
    assert call.message is not None
    if call.message.forwarded:
        raise ForwardedWork
    number = call.data["challenge"]
    if not call.words and call.message.media is None:
        return _ask(call, tx, number)
    work = work_of(call, tx, call.message)
    ahead = look.ahead(tx, number, call.member, work, call.occasion)
    show = Button("look/show", "look.show", packed(call, number, work), style="success")
    again = Button("look/again", "look.guided", {"challenge": number}, once=False)
    return Reply("look/preview", ahead, buttons=((show, again),))


def shown(call: Call, tx: Tx) -> Effects:
    """That draft: those who look have it, an album with every piece that has come; mentors hear of it in the evening."""
    work = unpacked(tx, call.data["work"])
    asked = look.ask(tx, call.data["challenge"], call.member, work, call.occasion)
    told = [
        Note(mentor, Matter.HELPING, look.WAITING, "look/for_mentors", lasts_s=2 * DAY_S)
        for mentor in look.mentors(tx, call.member)
    ]
    return [Edit("look/asked", asked), *to_desk(tx, asked.id, call.occasion), *told]


def _ask(call: Call, tx: Tx, number: int) -> Ask:
    look.require(tx, number, call.member, call.occasion)
    seen = see(tx, number, call.member, call.occasion)
    return Ask("look.draft", "look/ask", seen, data={"challenge": number})


ROUTES = (
    Command("look", command, shelf=Shelf.CHALLENGES, place=25, where=Where.PRIVATE, covenant=True, fades=True),
    Start("look", command, covenant=True),
    Press("look.guided", guided, covenant=True),
    Prompted("look.draft", drafted, covenant=True, takes=FILES, plain=True, even_empty=True),
    Press("look.show", shown, covenant=True),
)
