"""`/mentor`: what mentors are, one's own mentor or newcomers, and offering to be one."""

from actions.honour import mentor as actions
from actions.honour import mentoring_seen
from handlers.call import Call
from handlers.effects import Edit, Effects, Keyboard, Link, Reply, Whisper
from handlers.honour.mentor_home import asked, home
from handlers.honour.mentoring_buttons import desk_buttons
from handlers.honour.mentoring_cards import offer_posted, ways_buttons
from handlers.routes import Command, Given, Press, Prompted, Shelf
from rules.works.challenge import SkillTrack
from storage.engine.tx import Tx


def mentor(call: Call, tx: Tx) -> Effects:
    """In private what concerns the caller; in a group the way there."""
    if call.chat.group is not None:
        return Whisper("mentor/short", buttons=((Link("mentor/open", start="mentor"),),))
    return home(call, tx)


def begin(call: Call, tx: Tx) -> Effects:
    """The member would like to be a mentor: what can they tell about?"""
    offering = actions.begin_offer(tx, call.member, call.occasion)
    return Edit("mentor/offering", offering, buttons=_offering_buttons(offering))


def ways(call: Call, tx: Tx) -> Effects:
    """A mentor looks at what they have told of themselves."""
    return _ways(call, tx)


def turn(call: Call, tx: Tx) -> Effects:
    """A track more or less."""
    actions.turn(tx, call.member, SkillTrack(call.data["track"]))
    return _ways(call, tx)


def write(call: Call, tx: Tx) -> Effects:
    """Their car, or their own words, in private."""
    return asked("mentor.words", call.data["part"])


def written(call: Call, tx: Tx) -> Effects:
    """It stands with the rest."""
    if not call.words.strip():
        return asked("mentor.words", call.data["part"])
    actions.say(tx, call.member, call.data["part"], call.words)
    shown = _ways(call, tx)
    return Reply(shown.template, shown.outcome, buttons=shown.buttons)


def _ways(call: Call, tx: Tx) -> Edit:
    offering = actions.offering(tx, call.member, call.occasion)
    if actions.is_mentor(tx, call.member.id):
        return Edit("mentor/ways", offering, buttons=ways_buttons("mentor", offering.ways, ("desk",)))
    return Edit("mentor/offering", offering, buttons=_offering_buttons(offering))


def _offering_buttons(offering: actions.MentorOffering) -> Keyboard:
    return ways_buttons("mentor", offering.ways, ("submit", "leave"))


def submit(call: Call, tx: Tx) -> Effects:
    """Staff are asked."""
    card = actions.offer(tx, call.member, call.occasion)
    return [Edit("mentor/offered", card), *offer_posted(tx, card)]


def back_home(call: Call, tx: Tx) -> Effects:
    """From what one tells of oneself back to what concerns one."""
    shown = home(call, tx)
    return Edit(shown.template, shown.outcome, buttons=shown.buttons)


def page(call: Call, tx: Tx) -> Effects:
    """Another page of those who wait for a mentor."""
    if not actions.is_mentor(tx, call.member.id):
        return back_home(call, tx)
    desk = mentoring_seen.desk(tx, call.member, call.occasion, call.data["page"])
    return Edit("mentor/desk", desk, buttons=desk_buttons(desk))


def away(call: Call, tx: Tx) -> Effects:
    """A mentor is away for a while, or back: nobody is proposed to them meanwhile."""
    actions.go_away(tx, call.member, away=bool(call.data["away"]))
    return back_home(call, tx)


ROUTES = (
    Command("mentor", mentor, shelf=Shelf.DAILY, place=90, fades=True),
    Press("mentor.offer", begin, covenant=True),
    Press("mentor.ways", ways),
    Press("mentor.turn", turn),
    Press("mentor.write", write),
    Prompted("mentor.words", written, Given.OPEN, even_empty=True),
    Press("mentor.submit", submit, covenant=True),
    Press("mentor.leave", back_home, outside=True),
    Press("mentor.desk", back_home),
    Press("mentor.page", page),
    Press("mentor.away", away),
)
