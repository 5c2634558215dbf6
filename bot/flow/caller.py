"""Who calls: the member row is remembered, presence in the group is noted, the call is put together."""

import secrets
from collections.abc import Callable

from bot.intake.incoming import Incoming, What
from handlers.call import Call, Chat, ChatKind, Message, Person
from rules.files import ORIGINALS
from rules.occasion import Moment, Occasion
from rules.people import PLAYING, Group, Member, Role
from rules.programme.programme import Programme
from rules.programme.wording import LOCALES
from rules.talk import Said
from rules.values import replace
from storage import groups, homes, members, posted_files
from storage.engine.tx import Tx
from storage.post import outbox

NO_ROLES: frozenset[Role] = frozenset()
CHANCE_BYTES = 8


def locale_of(language: str | None, fallback: str) -> str:
    """The locale we speak to somebody whose app is set to `language` (IETF), `fallback` where we don't know it."""
    short = (language or "").split("-")[0].lower()
    return short if short in LOCALES else fallback


def group_of(tx: Tx, chat: Chat, *, resumed: bool = False) -> Group | None:
    """The activated group behind a chat, under the title that the chat has today; what is `resumed` tells an old one."""
    if chat.kind is ChatKind.PRIVATE:
        return None
    group = groups.by_chat(tx, chat.id)
    return group if group is None or resumed else groups.titled(tx, group, chat.title, chat.username)


def call_of(
    tx: Tx, incoming: Incoming, programme: Programme, moment: Moment, addressed: Callable[[], bool]
) -> Call | None:
    """The call that `incoming` is; None when no person is behind it, or a stranger in a chat that takes no part.

    Nothing is remembered of such a stranger unless the bot was `addressed`.
    """
    person = incoming.person
    if person is None or person.is_bot:
        return None
    group = group_of(tx, incoming.chat, resumed=incoming.resumed)
    elsewhere = group is None and incoming.chat.kind is not ChatKind.PRIVATE
    if elsewhere and not addressed() and members.by_telegram_id(tx, person.telegram_id) is None:
        return None
    locale = locale_of(person.language, programme.brand.locale)
    speaks = person.language is not None
    member = _named(tx, incoming, person, locale, moment.said_at)
    occasion = _occasion(incoming, group, member, programme, moment)
    if incoming.chat.kind is ChatKind.PRIVATE:
        member = _reach(tx, incoming, member, moment.handled_at)
    elif group and not incoming.resumed:
        member = _settled(tx, member, _presence(tx, incoming, group, member, occasion))
        occasion = occasion.seen_from(member.timezone)
    return Call(
        member=member,
        roles=members.roles(tx, member.id) if member.offices else NO_ROLES,
        chat=incoming.chat.known_as(group),
        occasion=occasion,
        message=incoming.message,
        reply_to=incoming.reply_to,
        emoji=incoming.emoji,
        withdrawn=incoming.withdrawn,
        arrival=incoming.arrival,
        vote=incoming.vote,
        chance=secrets.token_hex(CHANCE_BYTES),
        app_locale=locale if speaks else "",
        shown=incoming.message.id if incoming.what is What.PRESS and incoming.message else None,
    )


def _named(tx: Tx, incoming: Incoming, person: Person, locale: str, now: int) -> Member:
    """The member, under today's name; whoever is replied to has theirs as well, though they have written nothing since."""
    author = incoming.reply_to.author if incoming.reply_to else None
    if author is not None and not author.is_bot:
        members.renamed(tx, author.telegram_id, author.name, author.username, now)
    speaks = person.language is not None
    return members.remember(tx, person.telegram_id, person.name, person.username, locale, now, speaks=speaks)


def _occasion(
    incoming: Incoming, group: Group | None, member: Member, programme: Programme, moment: Moment
) -> Occasion:
    """When and where it is said; the day is the member's own, wherever that is."""
    return Occasion(
        moment.said_at,
        programme,
        group=group.id if group else None,
        message=incoming.message.id if group and incoming.message else None,
        timezone=member.timezone,
        late_s=moment.late_s,
    )


def _settled(tx: Tx, member: Member, home: int | None) -> Member:
    """The member, at home there."""
    return member if home == member.home else members.get(tx, member.id)


def _reach(tx: Tx, incoming: Incoming, member: Member, now: int) -> Member:
    """Whether the bot may write to the member, as it is from now on; what had waited for that goes out."""
    reachable = incoming.present is not False
    if member.reachable is not reachable:
        members.set_reachable(tx, member.id, reachable)
    if reachable:
        outbox.release(tx, member.telegram_id, now)
    return replace(member, reachable=reachable)


def _presence(tx: Tx, incoming: Incoming, group: Group, member: Member, occasion: Occasion) -> int | None:
    """Note that the member is in the group, left it, or wrote there; where they are at home after that."""
    message = incoming.message
    if incoming.what is What.LEFT:
        members.gone_from(tx, group.id, member.id)
    elif incoming.what is What.CAME:
        members.came_to(tx, group.id, member.id, occasion.now)
    elif incoming.what is What.MESSAGE and message and not message.further:
        members.wrote_in(tx, group.id, member.id, _said(incoming, message, occasion), occasion.now)
        _wrote(tx, incoming, group, member, message, occasion.now)
    _posted(tx, incoming, group, member, occasion.now)
    at_home = group.id == member.home or group.part not in PLAYING
    return member.home if at_home and incoming.what is not What.LEFT else homes.settle(tx, member.id)


def _wrote(tx: Tx, incoming: Incoming, group: Group, member: Member, message: Message, now: int) -> None:
    answers = incoming.reply_to.id if incoming.reply_to else None
    groups.wrote(tx, group.id, message.id, member.id, now, message.topic, forwarded=message.forwarded, answers=answers)


def _posted(tx: Tx, incoming: Incoming, group: Group, member: Member, now: int) -> None:
    """Whose a file is that passes in a community, each piece of an album for itself; what is only passed on is nobody's."""
    message = incoming.message
    file = message.file if message and incoming.what in (What.MESSAGE, What.EDITED) else None
    if message and file and file.kind in ORIGINALS and not message.forwarded and group.part in PLAYING:
        posted_files.posted(tx, file.unique, member.id, now)


def _said(incoming: Incoming, message: Message, occasion: Occasion) -> Said:
    kind = message.media.kind if message.media else None
    return Said(
        occasion.day,
        reply=incoming.reply_to is not None,
        picture=kind == "photo",
        video=kind == "video",
    )
