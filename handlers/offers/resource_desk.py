"""The staff's side of a resource: granting, declining, handing over, taking back, more days; each told to the member."""

from msgspec import Struct

from actions.offers import application, editresource, resource_longer
from actions.offers.application import ApplicationSeen
from handlers.call import Call
from handlers.effects import Ask, Edit, Effect, Effects, Post, Reply, Tell, Toast
from handlers.kept import form_mistaken
from handlers.offers.resource_card import buttons, card_again, name_of, own_buttons
from handlers.offers.resource_late import listed_for_staff
from handlers.routes import MODERATORS, Given, Press, Prompted
from messages.vocabulary import vocabulary
from rules.offers.application import GRANT_FORM, ApplicationState, require_move
from rules.offers.resource import ResourceKind
from rules.reading import forms
from rules.reading.forms import Filled
from storage import groups
from storage.engine.tx import Tx

NOT_LONGER = "not_longer"


class WordsAsked(Struct, frozen=True):
    """What staff say a word about: to decline, call off, take back, count as lost, leave to them, or not longer."""

    act: str
    one: ApplicationSeen


def desk(call: Call, tx: Tx) -> Effects:
    """Who has what, and what waits."""
    shown, rows = listed_for_staff(tx, call.data["page"], call.occasion)
    return Edit("resource/desk", shown, buttons=rows)


def card(call: Call, tx: Tx) -> Effects:
    """The card anew in the staff group, where everybody sees it; the older one leads nowhere."""
    number, staff = call.data["application"], groups.staff(tx)
    if staff is None:
        return Toast("resource/no_staff_group")
    found = application.card(tx, number, call.occasion)
    older = Edit("resource/card_moved", found, keep=name_of(number))
    anew = Post(staff.id, "resource/card", found, buttons=buttons(found), keep=name_of(number))
    return [Toast("resource/card_below"), older, anew]


def grant(call: Call, tx: Tx) -> Effects:
    """Material is theirs at once; for everything else a day is agreed, in private."""
    one = application.seen(tx, call.data["application"], call.occasion)
    if one.plan.kind is ResourceKind.LINK:
        return _granted(call, tx, one.id, None, "")
    require_move(one.state, ApplicationState.GRANTED)
    return Ask("resource.grant", "resource/grant_form", one, data={"application": one.id, "text": ""})


def granted(call: Call, tx: Tx) -> Effects:
    """The day, as a form, or lines that correct it."""
    number = call.data["application"]
    require_move(application.seen(tx, number, call.occasion).state, ApplicationState.GRANTED)
    filled = _filled(call)
    if filled.mistakes:
        return form_mistaken("resource.grant", filled, {"application": number, "text": filled.text})
    done = _granted(call, tx, number, filled.number("day"), filled.words("words"))
    return [Reply("resource/told_on"), *done]


def gathered(call: Call, tx: Tx) -> str:
    """The form with its day, as it was understood."""
    words = vocabulary("resource", call.member.locale)
    return forms.settled(GRANT_FORM, _filled(call), words, call.by_the_clock_here)


def _filled(call: Call) -> Filled:
    words = vocabulary("resource", call.member.locale)
    return forms.read(GRANT_FORM, call.words, words, call.by_the_clock_here, before=call.data["text"])


def _granted(call: Call, tx: Tx, number: int, day: int | None, words: str) -> list[Effect]:
    one = application.grant(tx, number, day, words, call.member, call.occasion)
    told = Tell(one.member, "resource/granted", one, buttons=own_buttons(one))
    return [told, card_again(tx, number, call.occasion)]


def handed(call: Call, tx: Tx) -> Effects:
    """Staff say that the member has it."""
    one = application.given(tx, call.data["application"], call.member, call.occasion)
    told = Tell(one.member, "resource/handed", one, buttons=own_buttons(one))
    return [told, card_again(tx, one.id, call.occasion)]


def longer(call: Call, tx: Tx) -> Effects:
    """They may have it so many days longer."""
    one = resource_longer.answer(tx, call.data["application"], "", call.member, call.occasion, longer=True)
    told = Tell(one.member, "resource/longer", one, buttons=own_buttons(one))
    return [told, card_again(tx, one.id, call.occasion)]


def ask_words(call: Call, tx: Tx) -> Effects:
    """Why, or in which condition? In private."""
    asked = WordsAsked(call.data["act"], application.seen(tx, call.data["application"], call.occasion))
    if asked.act != NOT_LONGER:
        require_move(asked.one.state, ApplicationState(asked.act))
    return Ask("resource.words", "resource/ask_words", asked, data=dict(call.data))


def said(call: Call, tx: Tx) -> Effects:
    """So it is, and the member hears it."""
    words = call.words.strip()
    if not words:
        return ask_words(call, tx)
    one = _done(call, tx, call.data["act"], words)
    rows, refused = own_buttons(one), call.data["act"] == NOT_LONGER
    told = Tell(one.member, "resource/told", one, buttons=rows)
    not_longer = Tell(one.member, "resource/not_longer", one, buttons=rows)
    return [Reply("resource/told_on"), not_longer if refused else told, card_again(tx, one.id, call.occasion)]


def _done(call: Call, tx: Tx, act: str, words: str) -> ApplicationSeen:
    number, staff, occasion = call.data["application"], call.member, call.occasion
    match act:
        case "not_longer":
            return resource_longer.answer(tx, number, words, staff, occasion, longer=False)
        case "declined":
            return application.decline(tx, number, words, staff, occasion)
        case "called_off":
            return application.call_off(tx, number, words, staff, occasion)
        case _:
            return application.end(tx, number, ApplicationState(act), words, staff, occasion)


def ask_close(call: Call, tx: Tx) -> Effects:
    """Why can't it be applied for any more?"""
    found = editresource.editable(tx, call.data["resource"])
    return Ask("resource.close", "resource/ask_close", found, data={"resource": found.id})


def close(call: Call, tx: Tx) -> Effects:
    """Who waits hears why."""
    words = call.words.strip()
    if not words:
        return ask_close(call, tx)
    done = editresource.close(tx, call.data["resource"], words, call.member, call.occasion)
    told: list[Effect] = []
    for number in done.declined:
        one = application.seen(tx, number, call.occasion)
        told += [Tell(one.member, "resource/told", one), card_again(tx, number, call.occasion)]
    return [Reply("resource/shut", done), *told]


ROUTES = (
    Press("resource.desk", desk, who=MODERATORS),
    Press("resource.card", card, who=MODERATORS),
    Press("resource.grant", grant, who=MODERATORS),
    Prompted("resource.grant", granted, Given.AHEAD, who=MODERATORS, plain=True, fields="resource", gathers=gathered),
    Press("resource.handed", handed, who=MODERATORS, final=True),
    Press("resource.longer_yes", longer, who=MODERATORS, final=True),
    Press("resource.ask_words", ask_words, who=MODERATORS),
    Prompted("resource.words", said, Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("resource.close", ask_close, who=MODERATORS),
    Prompted("resource.close", close, Given.AHEAD, who=MODERATORS, even_empty=True),
)
