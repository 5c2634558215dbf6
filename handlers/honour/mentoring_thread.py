"""Two who know each other: what they write down, handing over, and a word to each other at the end."""

from actions.honour import mentor as mentor_actions
from actions.honour import mentoring as mentoring_actions
from actions.honour import mentoring_handed as handed
from actions.honour import mentoring_thanks as thanks
from actions.honour.mentoring_thanks import ThanksSaid
from handlers.call import Call
from handlers.effects import Ask, Button, Delete, Edit, Effects, Keyboard, Note, Post, Reply
from handlers.honour.mentor_home import home
from handlers.honour.mentoring_cards import button, edited, posted_anew, told_asked
from handlers.honour.mentoring_handed import told_handed
from handlers.routes import Given, Press, Prompted
from rules.honour.mentoring import NOTE_MOST, Mentoring
from rules.note import Matter
from storage.engine.tx import Tx


def note(call: Call, tx: Tx) -> Effects:
    """What shall be remembered? Both read it, and whoever goes on."""
    return _ask_note(call)


def noted(call: Call, tx: Tx) -> Effects:
    """It stands with the steps."""
    if not call.words.strip():
        return _ask_note(call)
    handed.write(tx, call.data["mentoring"], call.member, call.words, call.occasion)
    return home(call, tx)


def _ask_note(call: Call) -> Ask:
    asked = thanks.ThanksAsked("", NOTE_MOST)
    return Ask("mentoring.note", "mentoring/ask_note", asked, {"mentoring": call.data["mentoring"]})


def hand(call: Call, tx: Tx) -> Effects:
    """To whom? To the open list, or to one who fits."""
    found = handed.handing(tx, call.data["mentoring"], call.member, call.occasion)
    return Edit("mentoring/handing", found, buttons=_to(found))


def _to(found: handed.Handing) -> Keyboard:
    data: dict[str, int | str] = {"mentoring": found.seen.id}
    rows = [
        (button("mentoring/hand_to", "mentoring.hand_to", {**data, "mentor": one.member}, one),)
        for one in found.candidates
    ]
    stay, on = button("mentoring/stay", "mentor.desk"), button("mentoring/hand_on", "mentoring.hand_on", data)
    return (*rows, (on,), (stay,))


def hand_on(call: Call, tx: Tx) -> Effects:
    """To the open list, and before the staff."""
    before = mentoring_actions.known(tx, call.data["mentoring"])
    found = handed.hand_on(tx, before.id, call.member, call.occasion)
    return [_handed(call, tx, before), *posted_anew(tx, found, call.occasion), *told_handed(tx, before, call.occasion)]


def hand_to(call: Call, tx: Tx) -> Effects:
    """To a mentor, who reads it in the evening and says whether they can."""
    before = mentoring_actions.known(tx, call.data["mentoring"])
    found = handed.hand_to(tx, before.id, call.member, call.data["mentor"], call.occasion)
    told = [told_asked(tx, found), *told_handed(tx, before, call.occasion)]
    return [_handed(call, tx, before), edited(tx, found, call.occasion), *told]


def _handed(call: Call, tx: Tx, before: Mentoring) -> Edit:
    return Edit("mentoring/handed", mentoring_actions.named(tx, before))


def thank(call: Call, tx: Tx) -> Effects:
    """A word to the other: what would you like to say?"""
    return _ask_thanks(call, tx)


def thanked(call: Call, tx: Tx) -> Effects:
    """The other reads it in the evening."""
    if not call.words.strip():
        return _ask_thanks(call, tx)
    said = thanks.thank(tx, call.data["mentoring"], call.member, call.words, call.occasion)
    told = Note(said.to, Matter.NEWS, f"mentoring_thanks:{said.id}", "mentoring/told_thanks", said)
    return [Reply("mentoring/thanked", said, buttons=_after(said)), told]


def _ask_thanks(call: Call, tx: Tx) -> Ask:
    number = call.data["mentoring"]
    return Ask("mentoring.thanks", "mentoring/ask_thanks", thanks.asked(tx, number, call.member), {"mentoring": number})


def _after(said: ThanksSaid) -> Keyboard:
    data: dict[str, int | str] = {"mentoring": said.id}
    openly = ((button("mentoring/say_openly", "mentoring.say_openly", data),),) if said.group is not None else ()
    return (*openly, (button("mentoring/take_back", "mentoring.take_back", data),))


def say_openly(call: Call, tx: Tx) -> Effects:
    """The group reads it, by its author's choice."""
    said = thanks.say_openly(tx, call.data["mentoring"], call.member)
    assert said.group is not None
    shown = Post(said.group, "mentoring/thanks", said, keep=_name(said.id, call.member.id))
    back: Button = button("mentoring/take_back", "mentoring.take_back", {"mentoring": said.id})
    return [Edit("mentoring/thanked_openly", said, buttons=((back,),)), shown]


def take_back(call: Call, tx: Tx) -> Effects:
    """Rather not said: it goes from the group as well."""
    found = thanks.take_back(tx, call.data["mentoring"], call.member)
    return [Edit("mentoring/taken_back"), Delete(keep=_name(found.id, call.member.id))]


def _name(number: int, author: int) -> str:
    return f"mentoring_thanks:{number}:{author}"


def renew(call: Call, tx: Tx) -> Effects:
    """Another term, with one tap."""
    return Edit("mentor/told", mentor_actions.renew(tx, call.member, call.occasion))


ROUTES = (
    Press("mentoring.note", note),
    Prompted("mentoring.note", noted, Given.AHEAD, even_empty=True),
    Press("mentoring.hand", hand),
    Press("mentoring.hand_on", hand_on),
    Press("mentoring.hand_to", hand_to),
    Press("mentoring.thank", thank),
    Prompted("mentoring.thanks", thanked, Given.OPEN, even_empty=True),
    Press("mentoring.say_openly", say_openly),
    Press("mentoring.take_back", take_back),
    Press("mentor.renew", renew, covenant=True),
)
