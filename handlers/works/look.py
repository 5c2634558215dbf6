"""A first look, for members: a draft is shown before it is handed in, as a card of its own on the review desk."""

from actions import dialogue
from actions.works import look
from actions.works.challenge import see
from handlers.ahead import RIGHT, said_of_gathered
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effects, Note, Reply
from handlers.numbered import one_numbered
from handlers.routes import FILES, Command, Given, Observe, On, Press, Prompted, Shelf, Start, Where
from handlers.works.drafted import (
    BEFORE_THEM_S,
    LEFT_ASIDE,
    as_sent,
    gathered,
    in_album,
    packed,
    shown_anew,
    together,
    waits,
)
from handlers.works.look_card import to_desk
from rules.note import Matter
from rules.values import replace
from rules.works.challenge import ChallengeNumberNeeded
from rules.works.submission import ForwardedWork, Work
from storage.engine.tx import Tx


def command(call: Call, tx: Tx) -> Effects:
    """`/look 12`: the draft is asked for, unless it stands behind the number."""
    number, written = one_numbered(call.words, "look", ChallengeNumberNeeded)
    return replace(_ask(call, tx, number), first=written.strip())


def guided(call: Call, tx: Tx) -> Effects:
    """The button under a challenge, or under an answer."""
    return _ask(call, tx, call.data["challenge"])


def drafted(call: Call, tx: Tx) -> Effects:
    """What the member sends after being asked: looked over by themselves first, with whatever follows it.

    A mere yes is no draft; below the preview it shows what stands there.
    """
    assert call.message is not None
    if call.message.forwarded:
        raise ForwardedWork
    number, begun = call.data["challenge"], "work" in call.data
    if begun and (said := said_of_gathered(call.message)):
        return _show(call, tx, Reply) if said == RIGHT else _ask(call, tx, number)
    if not call.words and call.message.media is None:
        return _previewed(call, tx, as_sent(call, tx)) if begun else _ask(call, tx, number)
    return _gathered(gathered(call, tx, call.message), tx)


def reworded(call: Call, tx: Tx) -> Effects:
    """A message that stands in the preview was edited: it is shown as it is now, and the preview before shows nothing."""
    return shown_anew(call, tx, "look.draft", _gathered)


def _gathered(call: Call, tx: Tx) -> Ask:
    return _previewed(call, tx, together(call, tx))


def shown(call: Call, tx: Tx) -> Effects:
    """That draft: those who look have it, an album with every piece that has come; mentors hear of it in the evening."""
    return _show(call, tx, Edit)


def _show(call: Call, tx: Tx, say: type[Edit] | type[Reply]) -> Effects:
    dialogue.require_newest(tx, call.member, "look.draft", call.data, "work", call.occasion)
    work = as_sent(call, tx)
    asked = look.ask(tx, call.data["challenge"], call.member, work, call.occasion)
    dialogue.sent(tx, call.member, "look.draft", call.data)
    told = [
        Note(mentor, Matter.HELPING, look.WAITING, "look/for_mentors", lasts_s=2 * DAY_S)
        for mentor in look.mentors(tx, call.member, call.occasion)
    ]
    return [say("look/asked", asked), *to_desk(tx, asked.id, call.occasion), *told]


def _previewed(call: Call, tx: Tx, work: Work) -> Ask:
    number = call.data["challenge"]
    ahead = look.ahead(tx, number, call.member, work, call.occasion)
    ahead = replace(ahead, album=ahead.album or in_album(call))
    show = Button("look/show", "look.show", packed(call, number, work), style="success")
    again = Button("look/again", "look.guided", {"challenge": number}, once=False)
    data, buttons = waits(call, number, work), ((show, again),)
    return Ask("look.draft", "look/preview", ahead, data, buttons=buttons, lasts_s=BEFORE_THEM_S)


def _ask(call: Call, tx: Tx, number: int) -> Ask:
    look.require(tx, number, call.member, call.occasion)
    seen = see(tx, number, call.member, call.occasion)
    return Ask("look.draft", "look/ask", seen, data={"challenge": number})


ROUTES = (
    Command("look", command, shelf=Shelf.CHALLENGES, place=25, where=Where.PRIVATE, covenant=True, fades=True),
    Start("look", command, covenant=True),
    Press("look.guided", guided, covenant=True),
    Prompted(
        "look.draft",
        drafted,
        Given.PREVIEWED,
        covenant=True,
        takes=FILES,
        plain=True,
        even_empty=True,
        aside=LEFT_ASIDE,
    ),
    Press("look.show", shown, covenant=True),
    Observe(On.PRIVATE_EDIT, "draft_reworded", reworded, turn=20),
)
