"""Where a newcomer or mentor is at home: what concerns them now, for all who lead there."""

from msgspec import Struct

from actions.honour import mentor as actions
from actions.honour import mentoring_seen
from handlers.call import Call
from handlers.effects import Ask, Keyboard, Reply
from handlers.honour.mentoring_buttons import desk_buttons, own_buttons
from handlers.honour.mentoring_cards import button
from rules.honour.mentor import CAR_MOST, WORDS_MOST
from rules.honour.mentoring import MentoringState
from storage.engine.tx import Tx
from storage.honour import mentorings

OF_NEWCOMER = "mentoring.words"


class PartAsked(Struct, frozen=True):
    """The car, or somebody's own words, are asked for, in so many characters at most; a newcomer's are on the open list."""

    part: str
    most: int
    newcomer: bool


def home(call: Call, tx: Tx) -> Reply:
    """A mentor's desk, a newcomer's mentor, or what mentors are."""
    if actions.is_mentor(tx, call.member.id):
        desk = mentoring_seen.desk(tx, call.member, call.occasion)
        return Reply("mentor/desk", desk, buttons=desk_buttons(desk))
    found = mentorings.of_newcomer(tx, call.member.id)
    if found is not None and found.state is not MentoringState.WISHING:
        seen = mentoring_seen.seen(tx, found, call.occasion)
        return Reply("mentoring/own", seen, buttons=own_buttons(seen))
    told = mentoring_seen.about(tx, call.member, call.occasion)
    return Reply("mentor/about", told, buttons=_about_buttons(told))


def _about_buttons(told: mentoring_seen.MentorsTold) -> Keyboard:
    wish = ((button("mentoring/wish", "mentoring.wish"),),) if told.wishes else ()
    offer = ((button("mentor/offer", "mentor.offer"),),) if told.ready and not told.offered else ()
    return (*wish, *offer)


def asked(prompt: str, part: str) -> Ask:
    """One's car, or one's own words."""
    most = CAR_MOST if part == "car" else WORDS_MOST
    return Ask(prompt, "mentor/ask_words", PartAsked(part, most, newcomer=prompt == OF_NEWCOMER), {"part": part})
