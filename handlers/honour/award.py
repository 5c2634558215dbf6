"""`/awards`: what is given, what is running; owners and operators begin a round, or call it off."""

from actions.honour import award as actions
from actions.honour.award import AwardList, AwardRound
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Effects, Keyboard, Post, Reply
from handlers.honour.award_posts import announcement, playing, round_button, running_card, taken_down
from handlers.routes import OPERATORS, Command, Press, Shelf
from rules.honour.award import RoundGone
from rules.letters import Kind
from rules.people import Group, Part, Purpose
from storage import groups
from storage.engine.tx import Tx

STANDS_S = 600


def show(call: Call, tx: Tx) -> Effects:
    """The list, with the beginning of rounds for those who may, where others don't read along."""
    among_us = call.chat.kind is ChatKind.PRIVATE or (call.chat.group and call.chat.group.part is Part.STAFF)
    found = actions.shown(tx, call.occasion, opens=bool(among_us and call.roles & OPERATORS))
    return Reply("award/list", found, buttons=_begin(found), fade_s=STANDS_S)


def preview(call: Call, tx: Tx) -> Effects:
    """What will be read, and where, before anybody reads it."""
    planned = actions.plan(tx, call.member, call.data["award"], call.occasion)
    go = Button("award/open", "award.open", {"award": planned.round.key}, style="success")
    return Reply("award/preview", planned, buttons=((go,),))


def begin(call: Call, tx: Tx) -> Effects:
    """Every group hears of it, the staff have a card."""
    done = actions.open_round(tx, call.member, call.data["award"], call.occasion)
    staff, told = groups.staff(tx), Edit("award/begun", done)
    card = (
        [Post(staff.id, "award/running", done, buttons=_running(done), keep=running_card(done.round))] if staff else []
    )
    return [told, *card, *(_announced(group, done) for group in playing(tx))]


def call_off(call: Call, tx: Tx) -> Effects:
    """The groups read that nothing comes of it, where they had read of it."""
    done = actions.call_off(tx, call.member, call.data["round"], call.occasion)
    words = "award/gone" if isinstance(done, RoundGone) else "award/called_off"
    return [Edit(words, done), *taken_down(tx, done.round, words, done)]


def _begin(found: AwardList) -> Keyboard:
    free = [one for one in found.awards if one.state is None] if found.opens else []
    return [[Button("award/begin", "award.begin", {"award": one.key}, outcome=one, once=False)] for one in free]


def _running(done: AwardRound) -> Keyboard:
    return (
        (round_button("award/end_now", "shortlist.end_now", done.round),),
        (round_button("award/call_off", "award.call_off", done.round),),
    )


def _announced(group: Group, done: AwardRound) -> Post:
    place = Purpose.ANNOUNCEMENTS.value
    keep = announcement(done.round, group)
    return Post(group.id, "award/nominate_now", done, purpose=place, keep=keep, kind=Kind.ANNOUNCEMENT)


ROUTES = (
    Command("awards", show, shelf=Shelf.STANDING, place=60, fades=True),
    Press("award.begin", preview, who=OPERATORS),
    Press("award.open", begin, who=OPERATORS, final=True),
    Press("award.call_off", call_off, who=OPERATORS, final=True),
)
