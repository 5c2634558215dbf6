"""Activating a chat for the brand, and everything that can be decided about it."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.occasion import Occasion
from rules.people import Group, Member, Part, Purpose, Role
from rules.programme.wording import LOCALES
from rules.reading.zones import zone_called
from rules.refusals import Refusal
from storage import audits, groups, homes, members, rights
from storage.engine.tx import Tx


class Turned(StrEnum):
    """What has just been decided about a chat; `AS_IT_WAS`: it had that time zone before."""

    PART = "part"
    LOCALE = "locale"
    TIMEZONE = "timezone"
    AS_IT_WAS = "as_it_was"
    INVITE = "invite"
    NO_INVITE = "no_invite"
    BOUND = "bound"
    UNBOUND = "unbound"


class GroupSetup(Struct, frozen=True):
    """An activated chat as it is set up; `bound` are the purposes that have a topic of their own.

    `way_in` is the web address by which anybody can come in. `turned` is what has just been decided, of a topic with its
    `purpose`.
    """

    group: int
    title: str
    part: Part
    locale: str
    timezone: str
    forum: bool
    bound: tuple[Purpose, ...]
    way_in: str = ""
    turned: Turned | None = None
    purpose: Purpose | None = None


class Farewell(Struct, frozen=True):
    """The bot was removed from a chat that took part; everything remembered about it stays."""

    title: str


@dataclass(eq=False)
class OnlyOneStaffGroup(Refusal):
    """There is a staff group already; reviews and confirmations need one place."""

    title: str


@dataclass(eq=False)
class UnknownZone(Refusal):
    """There is no time zone of that name."""

    named: str


def activate(tx: Tx, by: Member, chat_id: int, title: str, part: Part, occasion: Occasion) -> Group:
    """Give the chat a part in the brand. Raises OnlyOneStaffGroup."""
    staff = groups.staff(tx)
    if staff and part is Part.STAFF and staff.chat_id != chat_id:
        raise OnlyOneStaffGroup(staff.title)
    brand = occasion.programme.brand
    group = groups.activate(tx, chat_id, title, part, brand.timezone, brand.locale, occasion.now)
    homes.settle_all(tx, group.id)
    audits.record(tx, occasion.now, by.id, "group.activate", None, None, group=group.id, part=part.value)
    return group


def deactivate(tx: Tx, by: Member, group: Group, occasion: Occasion) -> Farewell:
    """The bot falls silent in that chat; nothing is forgotten."""
    _silence(tx, group)
    audits.record(tx, occasion.now, by.id, "group.deactivate", None, None, group=group.id)
    return Farewell(group.title)


def _silence(tx: Tx, group: Group) -> None:
    """The group takes part no longer, and is nobody's home."""
    groups.deactivate(tx, group.chat_id)
    homes.settle_all(tx, group.id)


def set_locale(tx: Tx, by: Member, group: int, locale: str, occasion: Occasion) -> None:
    """The language in which the bot speaks in that group."""
    assert locale in LOCALES, locale
    groups.set_locale(tx, group, locale)
    audits.record(tx, occasion.now, by.id, "group.locale", None, None, group=group, locale=locale)


def set_timezone(tx: Tx, by: Member, group: int, timezone: str, occasion: Occasion) -> Turned:
    """The time zone that decides which day it is in that group. Raises UnknownZone."""
    zone = zone_called(timezone)
    if zone is None:
        raise UnknownZone(timezone)
    if zone == groups.get(tx, group).timezone:
        return Turned.AS_IT_WAS
    groups.set_timezone(tx, group, zone)
    audits.record(tx, occasion.now, by.id, "group.timezone", None, None, group=group, timezone=zone)
    return Turned.TIMEZONE


def set_invite(tx: Tx, by: Member, group: int, link: str, occasion: Occasion) -> Turned:
    """The link that is given to those who are in no group; empty for none."""
    groups.set_invite(tx, group, link)
    audits.record(tx, occasion.now, by.id, "group.invite", None, None, group=group, invite=link)
    return Turned.INVITE if link else Turned.NO_INVITE


def bind_topic(tx: Tx, by: Member, group: int, purpose: Purpose, thread: int, occasion: Occasion) -> None:
    """Posts of that purpose go to that topic from now on."""
    groups.bind_topic(tx, group, purpose, thread)
    audits.record(tx, occasion.now, by.id, "group.topic", None, None, group=group, purpose=purpose.value, thread=thread)


def unbind_topic(tx: Tx, by: Member, group: int, purpose: Purpose, occasion: Occasion) -> None:
    """Posts of that purpose go to the general topic again."""
    groups.unbind_topic(tx, group, purpose)
    audits.record(tx, occasion.now, by.id, "group.topic", None, None, group=group, purpose=purpose.value, thread=None)


def place_of(tx: Tx, group: int) -> GroupSetup:
    """How an activated chat is set up now."""
    found = groups.get(tx, group)
    known = rights.of_group(tx, group)
    bound = tuple(purpose for purpose in Purpose if groups.topic(tx, group, purpose) is not None)
    forum = bool(bound) or (known is not None and known.forum)
    return GroupSetup(group, found.title, found.part, found.locale, found.timezone, forum, bound, found.way_in)


def leave(tx: Tx, chat_id: int) -> tuple[Farewell, list[Member]] | None:
    """The bot was removed: the chat is deactivated, its owners are to be told. None when it took no part."""
    group = groups.by_chat(tx, chat_id)
    if group is None:
        return None
    _silence(tx, group)
    return Farewell(group.title), members.with_role(tx, Role.OWNER)
