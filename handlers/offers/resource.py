"""Resources: the list, applying with a purpose, having it, having it longer, and what was made with it."""

from msgspec import Struct

from actions.offers import application, resource, resource_kept, resource_longer
from actions.offers import resource_made as made
from actions.offers.application import ApplicationSeen
from actions.offers.resource import ResourceSeen
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Note, Reply, Tell, Toast, Whisper
from handlers.offers.resource_card import all_of_them, at_desk, called, card_again, detail_buttons, own_buttons, to_desk
from handlers.offers.resource_late import late_effects, listed_for_staff
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf, Start
from rules.note import Matter
from rules.offers.application import ApplicationState
from rules.offers.resource import ResourceNumberNeeded
from rules.pages import Page, page_of
from rules.people import Part
from rules.reading.numbers import reference
from storage.engine.tx import Tx

IN_LIST = 6


class ResourceList(Struct, frozen=True):
    """Resources: one's own first, then those one may apply for, then the others."""

    resources: tuple[ResourceSeen, ...]
    page: Page


def listed(call: Call, tx: Tx) -> Effects:
    """What there is for the one who asks; in the staff group who has what, and what waits."""
    if call.roles & MODERATORS and call.chat.group is not None and call.chat.group.part is Part.STAFF:
        shown, rows = listed_for_staff(tx, 1, call.occasion)
        return Reply("resource/desk", shown, buttons=rows)
    found = _list(call, tx, 1)
    return Whisper("resource/list", found, buttons=_openings(call, found))


def page(call: Call, tx: Tx) -> Effects:
    """From a resource to the list, or another page of it."""
    found = _list(call, tx, call.data.get("page", 1))
    return Edit("resource/list", found, buttons=_openings(call, found))


def detail(call: Call, tx: Tx) -> Effects:
    """`/resource 3`."""
    seen = resource.see(tx, _number(call), call.member, call.occasion)
    return Whisper("resource/detail", seen, buttons=detail_buttons(call, tx, seen))


def started(call: Call, tx: Tx) -> Effects:
    """The deep link of a group."""
    seen = resource.see(tx, _number(call), call.member, call.occasion)
    return Reply("resource/detail", seen, buttons=detail_buttons(call, tx, seen))


def opened(call: Call, tx: Tx) -> Effects:
    """A resource chosen from the list."""
    return _again(call, tx, call.data["resource"])


def ask_purpose(call: Call, tx: Tx) -> Effects:
    """What would they make with it?"""
    number = call.data["resource"]
    application.require_free_to_apply(tx, number, call.member, call.occasion)
    seen = resource.see(tx, number, call.member, call.occasion)
    return Ask("resource.purpose", "resource/ask_purpose", seen, data={"resource": number})


def applied(call: Call, tx: Tx) -> Effects:
    """The staff have it."""
    if not call.words.strip():
        return ask_purpose(call, tx)
    one = application.apply(tx, call.data["resource"], call.words, call.member, call.occasion)
    answer = Reply("resource/applied", one, buttons=[*own_buttons(one), all_of_them()])
    return [answer, *to_desk(tx, one.id, call.occasion)]


def ask_withdraw(call: Call, tx: Tx) -> Effects:
    """Sure? It never stands where the question was pressed, which is below 拿到了 once it is granted."""
    application.own(tx, call.data["application"], call.member)
    one = application.seen(tx, call.data["application"], call.occasion)
    data = {"application": one.id, "resource": one.resource}
    keep = Button("resource/keep", "resource.open", data, once=False)
    surely = Button("resource/withdraw_surely", "resource.withdraw_surely", data, once=False, style="danger")
    granted = one.state is ApplicationState.GRANTED
    return Edit("resource/withdraw_surely", one, buttons=((surely,), (keep,)) if granted else ((keep,), (surely,)))


def withdraw(call: Call, tx: Tx) -> Effects:
    """Somebody else may have it."""
    one = application.withdraw(tx, call.data["application"], call.member, call.occasion)
    return [
        Toast("resource/withdrawn", one),
        _again(call, tx, one.resource),
        card_again(tx, one.id, call.occasion),
        *called(tx, one),
    ]


def got(call: Call, tx: Tx) -> Effects:
    """They have it in their hands."""
    one = application.got(tx, call.data["application"], call.member, call.occasion)
    return [Toast("resource/got", one), _again(call, tx, one.resource), card_again(tx, one.id, call.occasion)]


def ask_longer(call: Call, tx: Tx) -> Effects:
    """How much longer, and why?"""
    resource_longer.require_out(tx, call.data["application"], call.member)
    one = application.seen(tx, call.data["application"], call.occasion)
    return Ask("resource.longer", "resource/ask_longer", one, data={"application": one.id})


def longer(call: Call, tx: Tx) -> Effects:
    """The staff have it."""
    if not call.words.strip():
        return ask_longer(call, tx)
    one = resource_longer.ask(tx, call.data["application"], call.words, call.member, call.occasion)
    return [Reply("resource/longer_asked", one), card_again(tx, one.id, call.occasion), *called(tx, one)]


def ask_made(call: Call, tx: Tx) -> Effects:
    """Which of their works were made with it?"""
    shown = made.choice(tx, call.data["application"], call.member)
    return Reply("resource/made", shown, buttons=_made_buttons(shown))


def toggle_made(call: Call, tx: Tx) -> Effects:
    """That one was, or was not."""
    number = call.data["application"]
    shown = made.toggle(tx, number, call.data["submission"], call.member, call.occasion)
    again = Edit("resource/made", shown, buttons=_made_buttons(shown))
    return [again, card_again(tx, number, call.occasion)]


def link_made(call: Call, tx: Tx) -> Effects:
    """The button below a work that was just handed in."""
    data = call.data
    done = made.link(tx, data["application"], data["submission"], call.member, call.occasion)
    return [Toast("resource/linked", done), card_again(tx, done.application, call.occasion)]


def look_after(call: JobCall, tx: Tx) -> Effects:
    """Whose day comes, and whose thing is to be back or should have been, hears it in the evening; who left keeps none."""
    gone = resource_kept.left(tx, call.occasion)
    told = (
        ("resource/day", resource_kept.day_comes(tx, call.occasion)),
        ("resource/due", resource_kept.due_comes(tx, call.occasion)),
        ("resource/overdue", resource_kept.missed(tx, call.occasion)),
    )
    notes = [
        Note(one.member, Matter.ACCOUNT, application.about(one.id), template, one, buttons=own_buttons(one))
        for template, found in told
        for one in found
    ]
    return [*notes, *(effect for one in gone for effect in _gone(call, tx, one))]


def _gone(call: JobCall, tx: Tx, one: ApplicationSeen) -> list[Effect]:
    over = Tell(one.member, "resource/gone", one, quiet=True)
    return [over, card_again(tx, one.id, call.occasion), *called(tx, one, "resource/called_gone")]


def late(call: JobCall, tx: Tx) -> Effects:
    """What staff should look after, in the morning; nothing where there is nothing."""
    return late_effects(tx, call.occasion)


def _number(call: Call) -> int:
    number = reference(call.words)
    if number is None:
        raise ResourceNumberNeeded("resource")
    return number


def _again(call: Call, tx: Tx, number: int) -> Edit:
    seen = resource.see(tx, number, call.member, call.occasion)
    return Edit("resource/detail", seen, buttons=detail_buttons(call, tx, seen))


def _list(call: Call, tx: Tx, number: int) -> ResourceList:
    found = resource.listed(tx, call.member, call.occasion)
    at = page_of(number, len(found), IN_LIST)
    return ResourceList(tuple(found[at.before : at.before + IN_LIST]), at)


def _openings(call: Call, shown: ResourceList) -> Keyboard:
    opening = [
        (Button("resource/open", "resource.open", {"resource": one.id}, outcome=one, once=False),)
        for one in shown.resources
    ]
    desk = call.roles & MODERATORS and at_desk(call)
    staffs = ((Button("resource/desk", "resource.desk", {"page": 1}, once=False),),) if desk else ()
    return [*opening, *turning(shown.page, "resource.list"), *staffs]


def _made_buttons(shown: made.MadeChoice) -> Keyboard:
    return [
        (
            Button(
                "resource/work",
                "resource.made_toggle",
                {"application": shown.application, "submission": one.submission},
                one,
                once=False,
                ticked=one.linked,
            ),
        )
        for one in shown.works
    ]


ROUTES: tuple[Command | Start | Press | Prompted, ...] = (
    Command("resources", listed, shelf=Shelf.CHALLENGES, place=59, fades=True),
    Command("resource", detail, menu=False, fades=True),
    Start("resource", started),
    Press("resource.open", opened),
    Press("resource.list", page),
    Press("resource.apply", ask_purpose, covenant=True),
    Prompted("resource.purpose", applied, Given.AHEAD, covenant=True, even_empty=True),
    Press("resource.withdraw", ask_withdraw, outside=True),
    Press("resource.withdraw_surely", withdraw, final=True, outside=True),
    Press("resource.got", got, outside=True),
    Press("resource.longer", ask_longer),
    Prompted("resource.longer", longer, Given.AHEAD, even_empty=True),
    Press("resource.made", ask_made),
    Press("resource.made_toggle", toggle_made),
    Press("resource.made_link", link_made),
)
JOBS = (
    Job("resources", look_after, Scope.BRAND, cron="20 * * * *"),
    Job("resources_late", late, Scope.BRAND, cron="30 9 * * *", by_hand=True),
)
