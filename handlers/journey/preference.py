"""Preference votes: chosen in by buttons, closed by the clock, answered by the team, and read again round by round."""

from actions.journey import preference as actions
from actions.journey import preference_seen as reading
from actions.journey.preference_seen import PreferenceList, PreferenceSeen
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effect, Effects, Keyboard, Post, Reply, Toast
from handlers.journey.preference_posts import answered, closed, desk_buttons
from handlers.pages import turning
from handlers.routes import OPERATORS, Given, Job, JobCall, Press, Prompted, Scope
from storage import groups
from storage.engine.tx import Tx

EVER_S = 10 * 365 * DAY_S


def choose(call: Call, tx: Tx) -> Effects:
    """Their choice by one criterion, from now on this one."""
    data = call.data
    done = actions.choose(tx, call.member, data["round"], data["criterion"], data["choice"], call.occasion)
    return Toast("preference/chosen", done)


def listed(call: Call, tx: Tx) -> Effects:
    """All of them, the latest first."""
    found = reading.listed(tx, 1, call.occasion)
    return Reply("preference/list", found, buttons=_list_buttons(found))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    found = reading.listed(tx, call.data["page"], call.occasion)
    return Edit("preference/list", found, buttons=_list_buttons(found))


def rounds(call: Call, tx: Tx) -> Effects:
    """One of them, a message for each round."""
    found = reading.seen(tx, call.data["preference"], call.occasion)
    return [Reply("preference/round", one) for one in found.rounds[-reading.PER_PAGE :]]


def ask_stop(call: Call, tx: Tx) -> Effects:
    """Whether they mean it."""
    seen = actions.running(tx, call.data["round"])
    sure = Button("preference/stop_surely", "preference.stop_surely", dict(call.data), anyone=True, style="danger")
    stay = Button("preference/stay", "preference.stay", dict(call.data), anyone=True)
    return Edit("preference/ask_stop", seen, buttons=((stay, sure),))


def stay(call: Call, tx: Tx) -> Effects:
    """It goes on."""
    seen = actions.running(tx, call.data["round"])
    return Edit("preference/desk", seen, buttons=desk_buttons(seen))


def stop(call: Call, tx: Tx) -> Effects:
    """The round is over before its time, and says nothing."""
    return closed(tx, actions.stop(tx, call.member, call.data["round"], call.occasion))


def ask_decision(call: Call, tx: Tx) -> Effects:
    """What does the team say? Asked in private."""
    actions.waiting(tx, call.data["preference"])
    return _ask(call, tx)


def decided(call: Call, tx: Tx) -> Effects:
    """The core group reads it."""
    if not call.words.strip():
        return ask_decision(call, tx)
    done = actions.decide(tx, call.member, call.data["preference"], call.words, call.occasion)
    return [Reply("preference/decided", done), *answered(tx, done)]


def look(call: JobCall, tx: Tx) -> Effects:
    """Rounds end in time, and the team is reminded once of what it has promised."""
    over = [effect for seen in actions.close_due(tx, call.occasion) for effect in closed(tx, seen)]
    return [*over, *_late(call, tx)]


def _late(call: JobCall, tx: Tx) -> list[Effect]:
    staff = groups.staff(tx)
    late = actions.reminders(tx, call.occasion) if staff else []
    return [Post(staff.id, "preference/overdue", one) for one in late if staff]


def _ask(call: Call, tx: Tx) -> Ask:
    found = reading.seen(tx, call.data["preference"], call.occasion)
    return Ask("preference.decision", "preference/ask_decision", found, {"preference": found.id})


def _list_buttons(found: PreferenceList) -> Keyboard:
    return [*((_open(one),) for one in found.items), *turning(found.page, "preference.turned")]


def _open(one: PreferenceSeen) -> Button:
    return Button("preference/open", "preference.rounds", {"preference": one.id}, one, once=False)


ROUTES = (
    Press("preference.choose", choose),
    Press("preference.list", listed),
    Press("preference.turned", turned),
    Press("preference.rounds", rounds),
    Press("preference.stop", ask_stop, who=OPERATORS),
    Press("preference.stay", stay, who=OPERATORS),
    Press("preference.stop_surely", stop, who=OPERATORS, final=True),
    Press("preference.decide", ask_decision, who=OPERATORS),
    Prompted("preference.decision", decided, Given.AHEAD, who=OPERATORS, plain=True, even_empty=True),
)
JOBS = (Job("preferences", look, cron="* * * * *", scope=Scope.BRAND, late_s=EVER_S),)
