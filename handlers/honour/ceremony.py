"""The end of a vote, the citation, and the ceremony in the groups."""

from actions.honour import ceremony as actions
from actions.honour.award import gone
from actions.honour.ceremony import Chosen, Honoured, Tallied, VoteClosed
from handlers.call import Call
from handlers.effects import Ask, Button, Delete, Edit, Effect, Effects, Keyboard, Note, Post, Reply, Tell
from handlers.honour.award_posts import ballot_post, lost, names_card, playing, round_button, staff_button
from handlers.honour.portrait_buttons import agreeing
from handlers.routes import OPERATORS, Given, Job, JobCall, Press, Prompted, Scope
from rules.honour.award import RoundState
from rules.letters import Kind
from rules.note import Matter
from rules.people import Group, Purpose
from storage import groups
from storage.engine.tx import Tx


def pass_time(call: JobCall, tx: Tx) -> Effects:
    """Votes end at their time: the groups read the result where they voted, the staff go on from there."""
    over = [effect for one in actions.due(tx, call.occasion) for effect in _over(tx, one)]
    return [*over, *lost(tx, gone(tx, RoundState.VOTING, call.occasion))]


def choose(call: Call, tx: Tx) -> Effects:
    """Who it is stands; the citation is written in private."""
    data = call.data
    chosen = actions.choose(tx, call.member, data["round"], data["member"], call.occasion)
    return _ask(chosen)


def citation_given(call: Call, tx: Tx) -> Effects:
    """As the groups will read it, before anybody does."""
    data = call.data
    chosen = actions.choose(tx, call.member, data["round"], data["member"], call.occasion, call.words)
    return Reply("ceremony/preview", chosen, buttons=_preview(chosen)) if chosen.citation else _ask(chosen)


def rewrite(call: Call, tx: Tx) -> Effects:
    """Other words."""
    data = call.data
    return _ask(actions.choose(tx, call.member, data["round"], data["member"], call.occasion))


def give(call: Call, tx: Tx) -> Effects:
    """Every group celebrates; whoever is honoured reads it with their day, the staff keep a card."""
    data = call.data
    done = actions.give(tx, call.member, data["round"], data["member"], data["citation"], call.occasion)
    return [
        Edit("ceremony/given", done),
        *(_celebrated(group, done) for group in playing(tx)),
        _theirs(done),
        *_kept(tx, done),
    ]


def _theirs(done: Honoured) -> Note:
    """Read with their day; who has not agreed yet is asked whether their photo may be shown."""
    buttons = ((agreeing(),),) if done.asks else ()
    return Note(done.member, Matter.NEWS, f"honour:{done.honour}", "ceremony/yours", done, buttons)


def ask_why(call: Call, tx: Tx) -> Effects:
    """Why is it taken back? They read it."""
    found = actions.standing(tx, call.data["honour"], call.member, call.occasion)
    return Ask("ceremony.reason", "ceremony/ask_why", found, dict(call.data))


def revoked(call: Call, tx: Tx) -> Effects:
    """It goes from the groups and from the hall; they are told at once."""
    number = call.data["honour"]
    if not call.words.strip():
        found = actions.standing(tx, number, call.member, call.occasion)
        return Ask("ceremony.reason", "ceremony/ask_why", found, dict(call.data))
    done = actions.revoke(tx, call.member, number, call.words, call.occasion)
    return [
        Reply("ceremony/revoked", done),
        Tell(done.member, "ceremony/told_revoked", done),
        *(Delete(keep=_ceremony(done.honour, group)) for group in playing(tx)),
    ]


def _over(tx: Tx, over: VoteClosed) -> list[Effect]:
    staff = groups.staff(tx)
    told: list[Effect] = [Edit("ceremony/result", over, keep=ballot_post(over.round, group)) for group in playing(tx)]
    card = names_card(over.round)
    return [*told, Post(staff.id, "ceremony/counted", over, buttons=_open_to(over), keep=card)] if staff else told


def _ask(chosen: Chosen) -> Ask:
    data = {"round": chosen.round, "member": chosen.member}
    return Ask("ceremony.citation", "ceremony/ask_citation", chosen, data)


def _preview(chosen: Chosen) -> Keyboard:
    data = {"round": chosen.round, "member": chosen.member}
    give = Button("ceremony/give", "ceremony.give", {**data, "citation": chosen.citation}, style="success")
    return ((give,), (Button("ceremony/rewrite", "ceremony.rewrite", data),))


def _open_to(over: VoteClosed) -> Keyboard:
    rows = [(_choice(over.round, one),) for one in over.open_to]
    return [*rows, (round_button("award/call_off", "award.call_off", over.round),)]


def _choice(number: int, one: Tallied) -> Button:
    return staff_button("ceremony/choose", "ceremony.choose", {"round": number, "member": one.member}, one)


def _celebrated(group: Group, done: Honoured) -> Post:
    place, keep = Purpose.ANNOUNCEMENTS.value, _ceremony(done.honour, group)
    return Post(group.id, "ceremony/celebrated", done, purpose=place, keep=keep, kind=Kind.ANNOUNCEMENT)


def _kept(tx: Tx, done: Honoured) -> list[Effect]:
    staff = groups.staff(tx)
    if staff is None:
        return []
    back = staff_button("ceremony/revoke", "ceremony.ask_why", {"honour": done.honour})
    card = Post(staff.id, "ceremony/given", done, buttons=((back,),), quiet=True)
    return [Edit("ceremony/settled", done, keep=names_card(done.round)), card]


def _ceremony(honour: int, group: Group) -> str:
    return f"honour:{honour}:{group.id}"


ROUTES = (
    Press("ceremony.choose", choose, who=OPERATORS),
    Prompted("ceremony.citation", citation_given, Given.PREVIEWED, who=OPERATORS, even_empty=True),
    Press("ceremony.rewrite", rewrite, who=OPERATORS),
    Press("ceremony.give", give, who=OPERATORS, final=True),
    Press("ceremony.ask_why", ask_why, who=OPERATORS),
    Prompted("ceremony.reason", revoked, Given.AHEAD, who=OPERATORS, even_empty=True),
)
JOBS = (Job("votes", pass_time, Scope.BRAND, cron="3-59/10 9-21 * * *", late_s=86_400),)
