"""Setting up a chat: the owner gives it a part, topics, a language and a time zone, with buttons."""

from collections.abc import Sequence

from msgspec import Struct

from actions.operations import setup
from actions.operations.setup import GroupSetup, Turned, place_of
from handlers.call import Call, ChatKind
from handlers.effects import Button, Delete, Edit, Effects, Keyboard, Menu, Reply, Tell
from handlers.routes import OWNERS, Command, Observe, On, Press, Shelf, Where
from messages.vocabulary import all_meant, meant
from rules.links import invitation_in
from rules.people import STAFF, Group, Part, Purpose, Role
from rules.programme.wording import LOCALES
from rules.reading.typed import bare
from rules.reading.zones import zones_at
from rules.values import replace
from storage import groups
from storage.engine.tx import Tx

ZONES = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Europe/Berlin",
    "America/Los_Angeles",
    "UTC",
)


MOST_ZONES = 16


class NewPlace(Struct, frozen=True):
    """A chat that takes no part yet."""

    title: str
    channel: bool


class Topic(Struct, frozen=True):
    """The topic in which /setup was sent, and the purposes bound to it."""

    title: str
    bound: tuple[Purpose, ...]


class Zone(Struct, frozen=True):
    """A time zone to choose."""

    name: str


def answer(call: Call, tx: Tx) -> Effects:
    """`/setup`: of a new group asks the part; of a forum topic what it is for; else shows how the group is set up."""
    group = call.chat.group
    if group is None:
        return Delete(keep=_question(call)), _asked(call)
    if words := call.words.strip():
        return _named(call, tx, group, words) or _timezone_at(call, tx, group.id, words)
    if call.message and call.message.topic:
        return _topic(call, tx, call.message.topic)
    return _shown_anew(tx, group.id)


def _named(call: Call, tx: Tx, group: Group, words: str) -> Effects:
    """What was asked for by its name: a link; a part or a language, whose button is shown."""
    said = bare(words)
    part = meant("setup", "part", said)
    if part and part != group.part:
        return _which_part(group)
    if part or meant("setup", "locale", said):
        return _shown_anew(tx, group.id)
    return _invite(call, tx, group.id, words)


def _which_part(group: Group) -> Reply:
    """A part is never changed by a word alone: it is pressed."""
    channel = group.part is Part.CHANNEL
    return Reply(
        "setup/which_part",
        NewPlace(group.title, channel),
        buttons=_part_buttons(group.chat_id, group.title, channel=channel),
    )


def _invite(call: Call, tx: Tx, group: int, words: str) -> Effects:
    """A link that lets people in, or the word that none is to be given out."""
    link = invitation_in(words)
    if link is None and meant("setup", "invite", bare(words)) != "none":
        return None
    return _shown_anew(tx, group, setup.set_invite(tx, call.member, group, link or "", call.occasion))


def _timezone_at(call: Call, tx: Tx, group: int, place: str) -> Effects:
    """The time zone of that name or place; of a place with several one is chosen."""
    found = zones_at(place) or all_meant("setup", "zone", place)
    if len(found) > 1:
        return Reply("setup/which_zone", place_of(tx, group), buttons=_zone_buttons(group, found[:MOST_ZONES]))
    turned = setup.set_timezone(tx, call.member, group, found[0] if found else place, call.occasion)
    return _shown_anew(tx, group, turned)


def _shown_anew(tx: Tx, group: int, turned: Turned | None = None) -> Reply:
    place = replace(place_of(tx, group), turned=turned)
    return Reply("setup/place", place, buttons=_choices(place))


def added(call: Call, tx: Tx) -> Effects:
    """Somebody added the bot: the owner is asked for the part; everybody else is met with silence."""
    if Role.OWNER not in call.roles or call.chat.group is not None:
        return None
    channel = call.chat.kind is ChatKind.CHANNEL
    new = NewPlace(call.chat.title, channel)
    if channel:
        return Tell(call.member.id, "setup/which_part", new, buttons=_parts(call))
    return _asked(call)


def _asked(call: Call) -> Reply:
    """What is it for? The question stands once; asked anew, the one before goes."""
    new = NewPlace(call.chat.title, channel=False)
    return Reply("setup/which_part", new, buttons=_parts(call), keep=_question(call))


def _question(call: Call) -> str:
    return f"setup:{call.chat.id}"


def part(call: Call, tx: Tx) -> Effects:
    """The part was chosen: the chat is activated. A staff group has a menu of its own, for as long as it is one."""
    given = Part(call.data["part"])
    before = groups.by_chat(tx, call.data["chat"])
    group = setup.activate(tx, call.member, call.data["chat"], call.data["title"], given, call.occasion)
    shown = _shown(tx, group.id, Turned.PART)
    if given is Part.STAFF:
        return (shown, Menu(group.chat_id, group.locale, STAFF - {Role.OWNER}))
    if before and before.part is Part.STAFF:
        return (shown, Menu(group.chat_id, group.locale, frozenset()))
    return shown


def change_part(call: Call, tx: Tx) -> Effects:
    """The parts to choose from, once more."""
    asked = _which_part(groups.get(tx, call.data["group"]))
    return Edit(asked.template, asked.outcome, buttons=asked.buttons)


def zones(call: Call, tx: Tx) -> Effects:
    """The time zones to choose from."""
    group = call.data["group"]
    return Edit("setup/which_zone", place_of(tx, group), buttons=_zone_buttons(group, ZONES))


def _zone_buttons(group: int, names: Sequence[str]) -> Keyboard:
    choice = [
        Button("setup/zone", "setup.timezone", {"group": group, "timezone": zone}, outcome=Zone(zone)) for zone in names
    ]
    return [choice[n : n + 2] for n in range(0, len(choice), 2)]


def timezone(call: Call, tx: Tx) -> Effects:
    """The time zone was chosen."""
    turned = setup.set_timezone(tx, call.member, call.data["group"], call.data["timezone"], call.occasion)
    return _shown(tx, call.data["group"], turned)


def locale(call: Call, tx: Tx) -> Effects:
    """The language was chosen."""
    setup.set_locale(tx, call.member, call.data["group"], call.data["locale"], call.occasion)
    return _shown(tx, call.data["group"], Turned.LOCALE)


def bind(call: Call, tx: Tx) -> Effects:
    """The topic was given a purpose."""
    purpose = Purpose(call.data["purpose"])
    setup.bind_topic(tx, call.member, call.data["group"], purpose, call.data["topic"], call.occasion)
    return _shown(tx, call.data["group"], Turned.BOUND, purpose)


def unbind(call: Call, tx: Tx) -> Effects:
    """The purpose goes back to the general topic."""
    purpose = Purpose(call.data["purpose"])
    setup.unbind_topic(tx, call.member, call.data["group"], purpose, call.occasion)
    return _shown(tx, call.data["group"], Turned.UNBOUND, purpose)


def ask_off(call: Call, tx: Tx) -> Effects:
    """Sure?"""
    here = {"group": call.data["group"]}
    surely, stay = (
        Button("setup/leave_surely", "setup.off_surely", here, style="danger"),
        Button("setup/stay", "setup.keep", here),
    )
    return Edit("setup/off_surely", place_of(tx, call.data["group"]), buttons=((surely, stay),))


def keep(call: Call, tx: Tx) -> Effects:
    """It stays as it was."""
    return _shown(tx, call.data["group"])


def off(call: Call, tx: Tx) -> Effects:
    """Sure: the chat takes no part any more."""
    gone = setup.deactivate(tx, call.member, groups.get(tx, call.data["group"]), call.occasion)
    return Edit("setup/off", gone)


def finished(call: Call, tx: Tx) -> Effects:
    """The buttons go, what was set up stays readable."""
    return Edit("setup/finished", place_of(tx, call.data["group"]))


def farewell(tx: Tx, chat_id: int) -> Effects:
    """The bot was removed from a chat: the owners are told, if it took part."""
    gone = setup.leave(tx, chat_id)
    if gone is None:
        return None
    told, owners = gone
    return [Tell(owner.id, "setup/removed", told) for owner in owners]


def _shown(tx: Tx, group: int, turned: Turned | None = None, purpose: Purpose | None = None) -> Edit:
    place = replace(place_of(tx, group), turned=turned, purpose=purpose)
    return Edit("setup/place", place, buttons=_choices(place))


def _topic(call: Call, tx: Tx, thread: int) -> Effects:
    group = call.group
    bound = tuple(purpose for purpose in Purpose if groups.topic(tx, group.id, purpose) == thread)
    choice = [
        Button(f"setup/{purpose}", "setup.bind", {"group": group.id, "purpose": purpose, "topic": thread})
        for purpose in Purpose
        if purpose not in bound
    ]
    away = [Button(f"setup/no_{p}", "setup.unbind", {"group": group.id, "purpose": p}) for p in bound]
    buttons = [*choice, *away]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    return Reply("setup/topic", Topic(group.title, bound), buttons=rows)


def _parts(call: Call) -> Keyboard:
    return _part_buttons(call.chat.id, call.chat.title, channel=call.chat.kind is ChatKind.CHANNEL)


def _part_buttons(chat_id: int, title: str, *, channel: bool) -> Keyboard:
    parts = [part for part in Part if (part is Part.CHANNEL) == channel]
    return [
        [Button(f"setup/{part}", "setup.part", {"chat": chat_id, "title": title, "part": part}, lasts_s=86_400)]
        for part in parts
    ]


def _choices(place: GroupSetup) -> Keyboard:
    here = {"group": place.group}
    languages = [
        Button(f"setup/{locale}", "setup.locale", {**here, "locale": locale})
        for locale in LOCALES
        if locale != place.locale
    ]
    zone, change = (
        Button("setup/change_zone", "setup.zones", here),
        Button("setup/change_part", "setup.change_part", here),
    )
    leave, done = Button("setup/leave", "setup.off", here), Button("setup/done", "setup.done", here, style="success")
    return ((*languages, zone), (change, leave), (done,))


ROUTES = (
    Command("setup", answer, shelf=Shelf.HOUSE, place=10, who=OWNERS, where=Where.ANY_GROUP, inactive=True, fades=True),
    Press("setup.part", part, who=OWNERS),
    Press("setup.change_part", change_part, who=OWNERS),
    Press("setup.zones", zones, who=OWNERS),
    Press("setup.timezone", timezone, who=OWNERS),
    Press("setup.locale", locale, who=OWNERS),
    Press("setup.bind", bind, who=OWNERS),
    Press("setup.unbind", unbind, who=OWNERS),
    Press("setup.off", ask_off, who=OWNERS),
    Press("setup.off_surely", off, who=OWNERS, final=True),
    Press("setup.keep", keep, who=OWNERS),
    Press("setup.done", finished, who=OWNERS),
    Observe(On.BOT_ADDED, "setup", added, turn=10),
)
