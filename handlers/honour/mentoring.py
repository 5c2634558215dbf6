"""Newcomers and mentors: the wish, who takes it, and how the two meet."""

from actions.honour import mentoring as actions
from actions.honour import mentoring_seen
from handlers.call import Call
from handlers.effects import Edit, Effect, Effects, Post, Reply, Tell
from handlers.honour.mentor_home import OF_NEWCOMER, asked, home
from handlers.honour.mentoring_buttons import parted
from handlers.honour.mentoring_cards import (
    edited,
    posted,
    told_asked,
    told_back,
    told_found,
    ways_buttons,
)
from handlers.routes import MODERATORS, Given, Press, Prompted, Start
from rules.honour.mentoring import Mentoring, MentoringState
from rules.occasion import Occasion
from rules.works.challenge import SkillTrack
from storage.engine.tx import Tx
from storage.honour import mentorings


def start(call: Call, tx: Tx) -> Effects:
    """From a group or a greeting: a newcomer says what they would like, others come home."""
    found = mentorings.of_newcomer(tx, call.member.id)
    begun = found is not None and found.state is not MentoringState.WISHING
    if begun or not actions.may_wish(tx, call.member, call.occasion):
        return home(call, tx)
    shown = _wish(actions.wish(tx, call.member, call.occasion))
    return Reply(shown.template, shown.outcome, buttons=shown.buttons)


def begin(call: Call, tx: Tx) -> Effects:
    """What would you like to learn?"""
    return _wish(actions.wish(tx, call.member, call.occasion))


def turn(call: Call, tx: Tx) -> Effects:
    """A track more or less."""
    return _wish(actions.turn(tx, call.member, SkillTrack(call.data["track"]), call.occasion))


def write(call: Call, tx: Tx) -> Effects:
    """The car, or one's own words."""
    return asked(OF_NEWCOMER, call.data["part"])


def written(call: Call, tx: Tx) -> Effects:
    """It stands with the rest."""
    if not call.words.strip():
        return asked(OF_NEWCOMER, call.data["part"])
    shown = _wish(actions.say(tx, call.member, call.data["part"], call.words, call.occasion))
    return Reply(shown.template, shown.outcome, buttons=shown.buttons)


def want(call: Call, tx: Tx) -> Effects:
    """On the open list, and before the staff."""
    found = actions.want(tx, call.member, call.occasion)
    return [Edit("mentoring/wanted", mentoring_seen.seen(tx, found, call.occasion)), *posted(tx, found, call.occasion)]


def let_be(call: Call, tx: Tx) -> Effects:
    """Rather not, or not any more. A button of before the two have met does not part them. Raises MentoringUnderWay."""
    found = mentorings.of_newcomer(tx, call.member.id)
    ended = actions.let_be(tx, call.member, call.occasion)
    cards = _let_go(tx, found, ended, call.occasion) if found and ended else []
    return [Edit("mentoring/let_be"), *cards]


def ask(call: Call, tx: Tx) -> Effects:
    """Staff ask a mentor, who reads it in the evening."""
    found = actions.ask(tx, call.data["mentoring"], call.data["mentor"], call.member, call.occasion)
    return [edited(tx, found, call.occasion), told_asked(tx, found)]


def take(call: Call, tx: Tx) -> Effects:
    """A mentor takes a wish from the open list; the newcomer hears of it."""
    return _willing(call, tx, actions.take(tx, call.data["mentoring"], call.member, call.occasion))


def accept(call: Call, tx: Tx) -> Effects:
    """The mentor who was asked is glad to."""
    return _willing(call, tx, actions.accept(tx, call.data["mentoring"], call.member, call.occasion))


def _willing(call: Call, tx: Tx, found: Mentoring) -> Effects:
    said = Edit("mentoring/willing", mentoring_seen.seen(tx, found, call.occasion))
    return [said, told_found(tx, found, call.occasion), edited(tx, found, call.occasion)]


def pass_on(call: Call, tx: Tx) -> Effects:
    """This time not; nobody is told who did not."""
    found = actions.pass_on(tx, call.data["mentoring"], call.member, call.occasion)
    return [Edit("mentoring/passed_on"), edited(tx, found, call.occasion)]


def openly(call: Call, tx: Tx) -> Effects:
    """They are introduced in the group, where both are."""
    return _met(call, tx, openly=True)


def privately(call: Call, tx: Tx) -> Effects:
    """They are introduced in private."""
    return _met(call, tx, openly=False)


def _met(call: Call, tx: Tx, *, openly: bool) -> Effects:
    place = actions.meeting_place(tx, actions.known(tx, call.data["mentoring"])) if openly else None
    found = actions.meet(tx, call.data["mentoring"], call.member, call.occasion, openly=place is not None)
    assert found.mentor is not None
    seen = mentoring_seen.seen(tx, found, call.occasion)
    public = [Post(place, "mentoring/introduced", seen)] if place is not None else []
    told = Tell(found.mentor, "mentoring/told_begun", seen)
    return [Edit("mentoring/begun", seen), *public, told, edited(tx, found, call.occasion)]


def another(call: Call, tx: Tx) -> Effects:
    """Rather another mentor; who it would have been hears it kindly."""
    before = actions.known(tx, call.data["mentoring"])
    found = actions.another(tx, before.id, call.member, call.occasion)
    return [Edit("mentoring/again"), *_let_go(tx, before, found, call.occasion)]


def end(call: Call, tx: Tx) -> Effects:
    """The newcomer would rather go on alone; both are asked for a word to each other."""
    before = actions.require_newcomer(tx, call.data["mentoring"], call.member)
    found = actions.part(tx, before, call.occasion)
    return [*parted(tx, found), edited(tx, found, call.occasion)]


def _let_go(tx: Tx, before: Mentoring, found: Mentoring, occasion: Occasion) -> list[Effect]:
    """The staff's card says so, and a mentor who was willing hears of it."""
    if before.state is MentoringState.WISHING:
        return []
    willing = before.mentor if before.state is not MentoringState.ASKED else None
    told = [told_back(tx, found, willing, occasion)] if willing is not None else []
    return [*told, edited(tx, found, occasion)]


def _wish(found: Mentoring) -> Edit:
    return Edit("mentoring/wishing", found, buttons=ways_buttons("mentoring", found.ways, ("want", "let_be")))


ROUTES = (
    Start("mentor", start),
    Press("mentoring.wish", begin, covenant=True),
    Press("mentoring.turn", turn),
    Press("mentoring.write", write),
    Prompted(OF_NEWCOMER, written, Given.OPEN, even_empty=True),
    Press("mentoring.want", want, covenant=True),
    Press("mentoring.let_be", let_be),
    Press("mentoring.ask", ask, who=MODERATORS),
    Press("mentoring.take", take),
    Press("mentoring.accept", accept),
    Press("mentoring.pass_on", pass_on),
    Press("mentoring.openly", openly),
    Press("mentoring.privately", privately),
    Press("mentoring.another", another),
    Press("mentoring.end", end, outside=True),
)
