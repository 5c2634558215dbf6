"""`/warn`, `/mute 2h`, `/suspend 7d`, `/lift`: weighed on a card for the one who asks, and decided by a press."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from actions.fairness import sanction as actions
from actions.fairness import sanction_decided, sanction_ended
from actions.fairness.sanction import About, Imposed, Put, Weighed
from actions.fairness.sanction_decided import Unimposed
from actions.fairness.sanction_ended import Lifted
from actions.presence import require_remembered
from handlers.call import Call
from handlers.effects import (
    Button,
    Edit,
    Effect,
    Effects,
    Keyboard,
    Link,
    Post,
    Tell,
    Toast,
    Whisper,
)
from handlers.fairness.proposer import proposer_told
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Job, JobCall, Observe, On, Press, Scope, Shelf
from handlers.standing import Silence
from rules.fairness.covenant import Cited, number_now
from rules.fairness.sanction import (
    COMMANDS,
    Grade,
    Measure,
    Sanction,
)
from rules.fairness.sanction_asked import REASON_LIMIT, Asked, GroundsNeeded, asked, begins_sanction, without_number
from rules.lengths import within
from rules.people import PLAYING
from storage import groups
from storage.engine.tx import Tx
from storage.fairness import silences

LASTS_S = 3_600
DECIDED_S = 14 * 86_400
NONE_CHOSEN = Cited(0, "")


class Called(Struct, frozen=True):
    """Who is asked to look into the private chat."""

    name: str


def warn(call: Call, tx: Tx) -> Effects:
    """`/warn`: words alone."""
    return _card(call, tx, Grade.WARNING)


def mute(call: Call, tx: Tx) -> Effects:
    """`/mute 2h`: no writing in the groups."""
    return _card(call, tx, Grade.MUTE)


def suspend(call: Call, tx: Tx) -> Effects:
    """`/suspend 7d`: no writing, and no earning or redeeming."""
    return _card(call, tx, Grade.SUSPENSION)


def clause(call: Call, tx: Tx) -> Effects:
    """Another clause is chosen, in place."""
    weighed = actions.weigh(tx, call.member, *_read(call, tx), call.occasion)
    return Edit("sanction/card", weighed, buttons=_buttons(weighed, call.data))


def give(call: Call, tx: Tx) -> Effects:
    """As it stands on the card: at once, or to somebody else of the staff. What was given since is looked at first."""
    chat, message = call.data["command"]
    weighed = actions.weigh(tx, call.member, *_read(call, tx), call.occasion)
    if call.data.get("given", weighed.tally.given) != weighed.tally.given:
        again = Edit("sanction/card", weighed, buttons=_buttons(weighed, call.data))
        return Toast("sanction/given_meanwhile", weighed, alert=True), again
    done = actions.impose(tx, call.member, *_read(call, tx), (chat, message), call.occasion)
    if isinstance(done, Put):
        return Edit("sanction/put", done), _question(done)
    return Edit("sanction/given", done), *_carried(done)


def drop(call: Call, tx: Tx) -> Effects:
    """Nothing comes of it."""
    return Edit("sanction/dropped")


def confirm(call: Call, tx: Tx) -> Effects:
    """Somebody else agrees."""
    done = sanction_decided.confirm(tx, call.member, call.data["sanction"], call.occasion)
    return Edit("sanction/given", done), *_carried(done)


def decline(call: Call, tx: Tx) -> Effects:
    """Somebody else does not agree; whoever proposed it is told."""
    done = sanction_decided.decline(tx, call.member, call.data["sanction"], call.occasion)
    return Edit("sanction/declined", done), *proposer_told(tx, Tell(done.actor, "sanction/declined", done))


def lift(call: Call, tx: Tx) -> Effects:
    """`/lift @who reason`: the one that stands; of several, or with a number before the reason, buttons."""
    named = person_of(call, tx, "lift")
    written, numbered = without_number(named.words)
    reason = within(written, REASON_LIMIT)
    if not reason:
        raise GroundsNeeded("lift")
    choice = sanction_ended.liftable(tx, named.member, reason)
    if numbered or len(choice.found) > 1:
        rows = [(_liftable(one, reason),) for one in choice.found]
        return Whisper("sanction/which", choice, buttons=rows)
    done = sanction_ended.lift(tx, call.member, choice.found[0].id, reason, call.occasion)
    return Whisper("sanction/lift_noted", done), *_restored(done)


def lift_one(call: Call, tx: Tx) -> Effects:
    """The one that was chosen."""
    done = sanction_ended.lift(tx, call.member, call.data["sanction"], call.data["reason"], call.occasion)
    return Edit("sanction/lift_noted", done), *_restored(done)


def came_back(call: Call, tx: Tx) -> Effects:
    """What remains of the time holds wherever they come to, and wherever they come back."""
    until = silences.until(tx, call.member.id, call.occasion.now)
    return Silence(call.group.id, call.member.id, until) if until and call.group.part in PLAYING else None


def pass_time(call: JobCall, tx: Tx) -> Effects:
    """What is over ends without a word; what nobody decided lapses, and the staff group hears of it."""
    sanction_ended.expire(tx, call.occasion)
    staff = groups.staff(tx)
    lapsed = sanction_decided.lapse(tx, call.occasion)
    return [effect for one in lapsed if staff for effect in _lapsed(one, staff.id)]


def _lapsed(one: Unimposed, desk: int) -> list[Effect]:
    said = "sanction/declined"
    return [Edit(said, one, keep=f"sanction:{one.sanction}"), Post(desk, said, one, quiet=True)]


def _card(call: Call, tx: Tx, grade: Grade) -> Effects:
    """What is asked for, what the past proposes, and the clauses to choose from; for the caller alone."""
    assert call.message is not None
    named = person_of(call, tx, COMMANDS[grade], begins_sanction)
    wanted, about = asked(named.words, grade), _about(call)
    weighed = actions.weigh(tx, call.member, named.member, wanted, about, call.occasion)
    data = {
        "member": named.member.id,
        "reason": wanted.reason,
        "command": (call.chat.id, call.message.id),
        "about": (about.group, about.message, about.names_actor),
    }
    return Whisper("sanction/card", weighed, buttons=_buttons(weighed, data))


def _about(call: Call) -> About:
    pointed, group = call.reply_to, call.chat.group
    if pointed is None or group is None or group.part not in PLAYING:
        return About(None, None)
    me = (call.member.telegram_id, (call.member.username or "").lower())
    named = [(one.person.telegram_id if one.person else 0, (one.username or "").lower()) for one in pointed.mentions]
    return About(group.id, pointed.id, any(id == me[0] or (name and name == me[1]) for id, name in named))


def _read(call: Call, tx: Tx) -> tuple[Any, Asked, About]:
    """Member, what is asked for and what it is about, as the card's button carries them."""
    data = call.data
    group, message, names = data["about"]
    clause = number_now(Cited(*data["clause"]), call.occasion.programme.covenant)
    wanted = Asked(Grade(data["grade"]), data["length_s"], clause, data["reason"])
    return require_remembered(tx, data["member"]), wanted, About(group, message, names)


def _buttons(weighed: Weighed, data: Mapping[str, Any]) -> Keyboard:
    """The card keeps its places: the clauses, what may be given, and the way out."""
    known = {key: data[key] for key in ("member", "reason", "command", "about")}
    clauses = [_clause(one, weighed, known) for one in weighed.clauses]
    rows = [clauses[n : n + 2] for n in range(0, len(clauses), 2)]
    measures = [weighed.measure, weighed.proposed] if weighed.differs else [weighed.measure]
    chosen = next((one for one in weighed.clauses if one.number == weighed.chosen), NONE_CHOSEN)
    give_it = [_give(one, chosen, {**known, "given": weighed.tally.given}) for one in measures]
    return [*rows, give_it, [Button("sanction/drop", "sanction.drop", lasts_s=LASTS_S)]]


def _clause(one: Cited, weighed: Weighed, known: Mapping[str, Any]) -> Button:
    data = {**known, **_wanted(weighed.measure), "clause": (one.number, one.title)}
    label = "sanction/clause" if one.title else f"covenant/clause_{one.number}"
    ticked = one.number == weighed.chosen
    return Button(label, "sanction.clause", data, one, once=False, lasts_s=LASTS_S, ticked=ticked)


def _give(measure: Measure, clause: Cited, known: Mapping[str, Any]) -> Button:
    data = {**known, **_wanted(measure), "clause": (clause.number, clause.title)}
    return Button("sanction/give", "sanction.give", data, measure, lasts_s=LASTS_S, style="danger")


def _wanted(measure: Measure) -> dict[str, Any]:
    return {"grade": measure.grade.value, "length_s": measure.length_s}


def _liftable(one: Sanction, reason: str) -> Button:
    data = {"sanction": one.id, "reason": reason}
    return Button("sanction/lift", "sanction.lift", data, one.measure, lasts_s=LASTS_S)


def _question(put: Put) -> Post:
    data = {"sanction": put.sanction}
    buttons = (
        Button("sanction/confirm", "sanction.confirm", data, put.measure, anyone=True, once=False, lasts_s=DECIDED_S),
        Button("sanction/decline", "sanction.decline", data, anyone=True, once=False, lasts_s=DECIDED_S),
    )
    return Post(put.desk, "sanction/question", put, buttons=(buttons,), keep=f"sanction:{put.sanction}")


def _carried(done: Imposed) -> list[Effect]:
    """The person hears of it first, then Telegram is asked to keep them from writing."""
    told: list[Effect] = [
        Tell(done.member, "sanction/told", done, buttons=_appeal(done), says_so=done.call_in is not None),
        *_called(done.name, done.call_in),
    ]
    return [*told, *(Silence(place, done.member, done.silent_until) for place in done.places)]


def _appeal(done: Imposed) -> Keyboard:
    """The way to somebody who was not involved, as long as it is open."""
    begin = Button("appeal/begin", "appeal.begin", {"sanction": done.sanction}, once=False, lasts_s=done.appeal_s)
    return ((begin,),)


def _restored(done: Lifted) -> list[Effect]:
    told: list[Effect] = [
        Tell(done.member, "sanction/lifted", done, says_so=done.call_in is not None),
        *_called(done.name, done.call_in),
    ]
    return [*told, *(Silence(place, done.member, done.silent_until) for place in done.places)]


def _called(name: str, group: int | None) -> list[Effect]:
    """Somebody who never started the bot is asked to, in words that say nothing of why."""
    read = ((Link("sanction/read", start="record"),),)
    return [Post(group, "sanction/call", Called(name), buttons=read, fade_s=86_400)] if group else []


ROUTES = (
    Command("warn", warn, shelf=Shelf.ORDER, place=50, who=MODERATORS, fades=True, discreet=True),
    Command("mute", mute, shelf=Shelf.ORDER, place=51, who=MODERATORS, fades=True, discreet=True),
    Command("suspend", suspend, shelf=Shelf.ORDER, place=52, who=MODERATORS, fades=True, discreet=True),
    Command("lift", lift, shelf=Shelf.ORDER, place=53, who=MODERATORS, fades=True, discreet=True),
    Press("warn.chosen", chosen(warn), who=MODERATORS),
    Press("mute.chosen", chosen(mute), who=MODERATORS),
    Press("suspend.chosen", chosen(suspend), who=MODERATORS),
    Press("lift.chosen", chosen(lift), who=MODERATORS),
    Press("sanction.clause", clause, who=MODERATORS),
    Press("sanction.give", give, who=MODERATORS, final=True),
    Press("sanction.drop", drop, who=MODERATORS),
    Press("sanction.confirm", confirm, who=MODERATORS, final=True),
    Press("sanction.decline", decline, who=MODERATORS, final=True),
    Press("sanction.lift", lift_one, who=MODERATORS, final=True),
    Observe(On.JOIN, "came_back", came_back, turn=10),
)
JOBS = (Job("sanctions", pass_time, Scope.BRAND, cron="* * * * *"),)
