"""The staff's card of nominees, and the vote in the groups."""

from actions.honour import shortlist as actions
from actions.honour.award import gone
from actions.honour.shortlist import Shortlist, VoteOpened
from handlers.call import Call
from handlers.effects import Button, Delete, Edit, Effect, Effects, Note, Post, Toast
from handlers.honour.award_posts import (
    announcement,
    ballot_post,
    card_of_names,
    choices,
    lost,
    playing,
    running_card,
)
from handlers.routes import MODERATORS, OPERATORS, Job, JobCall, Press, Scope
from rules.honour.award import RoundState
from rules.letters import Kind
from rules.note import Matter
from rules.people import Group, Purpose
from storage.engine.tx import Tx

VOTE_LASTS_S = 40 * 86_400


def end_now(call: Call, tx: Tx) -> Effects:
    """The staff don't wait for the last day."""
    found = actions.end_now(tx, call.member, call.data["round"], call.occasion)
    return [*_choose(tx, found), *_nominations_over(tx, found)]


def tick(call: Call, tx: Tx) -> Effects:
    """On the list, or off it again."""
    found = actions.tick(tx, call.data["round"], call.data["member"], call.occasion)
    return Edit("shortlist/card", found, buttons=choices(found))


def extend(call: Call, tx: Tx) -> Effects:
    """More time for nominations; the card comes back when that is over."""
    return Edit("shortlist/extended", actions.extend(tx, call.member, call.data["round"], call.occasion))


def open_vote(call: Call, tx: Tx) -> Effects:
    """Every group votes; those on the list hear of it with their day."""
    done = actions.open_vote(tx, call.member, call.data["round"], call.occasion)
    standing = [Note(one.member, Matter.NEWS, f"award:{done.round}", "shortlist/you", done) for one in done.nominees]
    return [Edit("shortlist/voting", done), *(_asked(group, done) for group in playing(tx)), *standing]


def vote(call: Call, tx: Tx) -> Effects:
    """Nobody else sees for whom."""
    data = call.data
    return Toast("shortlist/voted", actions.vote(tx, call.member, data["round"], data["choice"], call.occasion))


def pass_time(call: JobCall, tx: Tx) -> Effects:
    """Nominations end at their time, also when nobody looks."""
    over = [
        effect for one in actions.due(tx, call.occasion) for effect in (*_choose(tx, one), *_nominations_over(tx, one))
    ]
    return [*over, *lost(tx, gone(tx, RoundState.NOMINATING, call.occasion))]


def _choose(tx: Tx, found: Shortlist) -> list[Effect]:
    return [Delete(keep=running_card(found.round)), *card_of_names(tx, found)]


def _nominations_over(tx: Tx, found: Shortlist) -> list[Effect]:
    return [Edit("shortlist/nominated", found, keep=announcement(found.round, group)) for group in playing(tx)]


def _asked(group: Group, done: VoteOpened) -> Post:
    rows = [(_for(done, one.choice),) for one in done.nominees]
    place, keep = Purpose.ANNOUNCEMENTS.value, ballot_post(done.round, group)
    return Post(group.id, "shortlist/vote", done, buttons=rows, purpose=place, keep=keep, kind=Kind.ANNOUNCEMENT)


def _for(done: VoteOpened, choice: int) -> Button:
    one = next(nominee for nominee in done.nominees if nominee.choice == choice)
    data = {"round": done.round, "choice": choice}
    return Button("shortlist/for", "shortlist.vote", data, outcome=one, anyone=True, once=False, lasts_s=VOTE_LASTS_S)


ROUTES = (
    Press("shortlist.end_now", end_now, who=OPERATORS, final=True),
    Press("shortlist.tick", tick, who=MODERATORS),
    Press("shortlist.extend", extend, who=OPERATORS),
    Press("shortlist.open_vote", open_vote, who=OPERATORS),
    Press("shortlist.vote", vote, covenant=True),
)
JOBS = (Job("nominations", pass_time, Scope.BRAND, cron="2-59/10 9-21 * * *", late_s=86_400),)
