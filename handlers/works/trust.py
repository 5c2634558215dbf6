"""`/trust`: what one may take on and what the next step needs; staff look at others and put them on a step by hand."""

from actions.works import trust as actions
from actions.works.trust import TrustSeen
from handlers.call import Call
from handlers.effects import DAY_S, Button, Effects, Keyboard, Link, Reply, Whisper
from handlers.persons import about_somebody, chosen, person_of
from handlers.routes import ALL_STAFF, MODERATORS, Command, Press, Shelf, Start
from handlers.works.trust_told import told
from messages.vocabulary import vocabulary
from rules.programme.trust import TrustStep
from rules.refusals import NotAllowed
from rules.works.trust import TrustUnclear
from storage import members
from storage.engine.tx import Tx


def trust(call: Call, tx: Tx) -> Effects:
    """One's own ladder; with a person named, what staff do."""
    return of_somebody(call, tx) if about_somebody(call) else own(call, tx)


def own(call: Call, tx: Tx) -> Effects:
    """In private all of it; in a group the next step in a line, and the way to the rest."""
    seen = actions.seen(tx, call.member, call.member, call.occasion)
    if call.chat.group is None:
        return Reply("trust/seen", seen, buttons=_origin(seen))
    return Whisper("trust/short", seen, buttons=_door())


def _origin(seen: TrustSeen) -> Keyboard:
    """Where the step that they have comes from."""
    if seen.step is TrustStep.BASE:
        return ()
    data = {"kind": "trust", "key": seen.step.value}
    return ((Button("trust/origin", "why.origin", data, once=False, lasts_s=30 * DAY_S),),)


def _door() -> Keyboard:
    return ((Link("trust/open", start="trust"),),)


def of_somebody(call: Call, tx: Tx) -> Effects:
    """`/trust @who` shows theirs to staff, `/trust @who step reason` puts them on that step."""
    if not call.roles & ALL_STAFF:
        raise NotAllowed
    steps = vocabulary("challenge", call.member.locale)
    named = person_of(call, tx, "trust", lambda word: steps.choice_called("trust", word) is not None)
    word, _, reason = named.words.strip().partition(" ")
    if not word:
        return Whisper("trust/seen", actions.seen(tx, call.member, named.member, call.occasion))
    if not call.roles & MODERATORS:
        raise NotAllowed(staff=True)
    step = steps.choice_called("trust", word)
    if step is None:
        raise TrustUnclear
    done = actions.entrust(tx, call.member, named.member, TrustStep(step), reason.strip(), call.occasion)
    return Reply("trust/set", done), told(tx, done)


def shown(call: Call, tx: Tx) -> Effects:
    """From a member's card, for one of the staff alone."""
    member = members.get(tx, call.data["member"])
    return Whisper("trust/seen", actions.seen(tx, call.member, member, call.occasion))


ROUTES = (
    Command("trust", trust, shelf=Shelf.CHALLENGES, place=40, fades=True, discreet=True),
    Start("trust", own),
    Press("trust.chosen", chosen(trust), who=MODERATORS),
    Press("trust.shown", shown, who=ALL_STAFF),
)
