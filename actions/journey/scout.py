"""Noting somebody by hand, their personal link, and knowing them when they come."""

from msgspec import Struct

from actions.honour.core import may_invite
from actions.journey.sprout import begin_sprout, not_found
from rules.ends import day_ends_at
from rules.honour.core import InvitationState
from rules.journey.scout import AlreadyScouted, NobodyScouted, Scouted, ScoutLink
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member, Part
from rules.refusals import ButtonGone
from rules.source import Source
from storage import audits, groups, members, sources
from storage.declarations import DAY_S
from storage.engine.tx import Tx
from storage.journey import scout_links, scouts

PER_PAGE, ROOMS_MOST = 6, 12


class ScoutRoom(Struct, frozen=True):
    """A community group that somebody may be invited into."""

    group: int
    title: str


class ScoutLinkShown(Struct, frozen=True):
    """A personal link into the group of that title: asked for, open until then (UTC seconds), or refused by Telegram."""

    title: str
    link: str
    until: int
    state: InvitationState


class ScoutCard(Struct, frozen=True):
    """Somebody who was noted, by whom and when (UTC seconds). They are that `member` (our id), or, 0, kept until
    `kept_until`.

    `rooms` are the groups into which they may be given a link.
    """

    id: int
    name: str
    source: Source
    by: str
    at: int
    member: int
    kept_until: int
    link: ScoutLinkShown | None
    rooms: tuple[ScoutRoom, ...]


class ScoutPage(Struct, frozen=True):
    """A page of those who have not come yet."""

    people: tuple[ScoutCard, ...]
    page: Page


class ScoutLinkAsked(Struct, frozen=True):
    """A link is asked for, under that number, into that group until then (UTC seconds); `older` is withdrawn."""

    card: ScoutCard
    link: int
    group: int
    until: int
    older: ScoutLink | None


class MemberNoted(Struct, frozen=True):
    """Somebody who is here was noted; `older` is a link that waited for them and is withdrawn."""

    card: ScoutCard
    older: ScoutLink | None


class ScoutCame(Struct, frozen=True):
    """The member of that name came by the link of somebody who was noted as `noted`, by `by`. `known`: where the member
    comes from had been noted before, and stays.
    """

    scouted: int
    member: int
    name: str
    username: str | None
    noted: str
    by: str
    source: Source
    known: bool


class ScoutGone(Struct, frozen=True):
    """They are noted no more; `link` lets nobody in."""

    name: str
    link: ScoutLink | None


def note(tx: Tx, name: str, source: Source, by: Member, occasion: Occasion) -> ScoutCard:
    """Note somebody who has no account yet. Raises AlreadyScouted."""
    before = scouts.expected_from(tx, source.link)
    if before:
        raise AlreadyScouted(before.name, members.get(tx, before.by).name)
    number = scouts.add(tx, name, source, by.id, occasion.now, None, _kept_until(occasion))
    audits.record(tx, occasion.now, by.id, "scout.note", note=number)
    return shown(tx, number, occasion)


def note_member(tx: Tx, member: Member, source: Source, by: Member, occasion: Occasion) -> MemberNoted:
    """Note where somebody who is here comes from; what was noted before is corrected.

    Whoever was expected under that page has come, if by another way.
    """
    before, expected = scouts.of_member(tx, member.id), scouts.expected_from(tx, source.link)
    older = _ended(tx, expected.id) if expected else None
    if expected and before:
        scouts.remove(tx, expected.id)
    elif expected:
        scouts.came(tx, expected.id, member.id, occasion.now)
    known = before or expected
    if known:
        scouts.correct(tx, known.id, source)
    number = known.id if known else scouts.add(tx, member.name, source, by.id, occasion.now, member.id, None)
    begin_sprout(tx, member.id, by.id, occasion)
    audits.record(tx, occasion.now, by.id, "scout.note", member.id, source.reason)
    return MemberNoted(shown(tx, number, occasion), older)


def shown(tx: Tx, number: int, occasion: Occasion) -> ScoutCard:
    """The card of that note. Raises ButtonGone."""
    return _card(tx, _there(tx, number), occasion)


def expected(tx: Tx, number: int, occasion: Occasion) -> ScoutPage:
    """That page of those who have not come yet. Raises NobodyScouted."""
    page = page_of(number, scouts.count_expected(tx), PER_PAGE)
    if not page.total:
        raise NobodyScouted
    return ScoutPage(tuple(_card(tx, one, occasion) for one in scouts.expected(tx, PER_PAGE, page.before)), page)


def ask_link(tx: Tx, number: int, group: int, by: Member, occasion: Occasion) -> ScoutLinkAsked:
    """Ask for a personal link into that group; an older one is withdrawn. Raises ButtonGone."""
    found = _there(tx, number)
    if found.kept_until is None or group not in [room.group for room in _rooms(tx)]:
        raise ButtonGone
    older = _ended(tx, number)
    until = min(occasion.now + occasion.programme.scouts.link_days * DAY_S, found.kept_until)
    link = scout_links.ask(tx, number, group, occasion.now, until)
    audits.record(tx, occasion.now, by.id, "scout.link", note=number)
    return ScoutLinkAsked(_card(tx, found, occasion), link, group, until, older)


def link_made(tx: Tx, link: ScoutLink, address: str, occasion: Occasion) -> ScoutCard | None:
    """Telegram has made it, or (empty) will not; None when it is not wanted any more."""
    refused = InvitationState.REFUSED
    wanted = scout_links.opened(tx, link.id, address) if address else scout_links.end(tx, link.id, refused)
    return shown(tx, link.scouted, occasion) if wanted else None


def came(tx: Tx, member: Member, address: str, occasion: Occasion) -> ScoutCame | None:
    """The member has come by that link: they are whom it was made for. None for a link of anybody else."""
    link = scout_links.by_address(tx, address)
    found = scouts.get(tx, link.scouted) if link else None
    if link is None or found is None or found.member is not None:
        return None
    scout_links.end(tx, link.id, InvitationState.USED)
    known = sources.of(tx, member.id) is not None
    if known:
        scouts.remove(tx, found.id)
    else:
        scouts.came(tx, found.id, member.id, occasion.now)
    begin_sprout(tx, member.id, found.by, occasion)
    by = members.get(tx, found.by).name
    return ScoutCame(found.id, member.id, member.name, member.username, found.name, by, found.source, known)


def not_them(tx: Tx, number: int, member: int, by: Member, occasion: Occasion) -> ScoutCard:
    """Somebody else has used the link: the note waits for its own again. Raises ButtonGone."""
    if _there(tx, number).member != member:
        raise ButtonGone
    scouts.parted(tx, number, _kept_until(occasion))
    not_found(tx, member, occasion)
    audits.record(tx, occasion.now, by.id, "scout.not_them", member)
    return shown(tx, number, occasion)


def withdraw(tx: Tx, number: int, by: Member, occasion: Occasion) -> ScoutGone:
    """Somebody who has not come is noted no more, and nothing of them is kept. Raises ButtonGone."""
    found = _there(tx, number)
    if found.member is not None:
        raise ButtonGone
    link = _ended(tx, number)
    scouts.remove(tx, number)
    audits.record(tx, occasion.now, by.id, "scout.withdraw", note=number)
    return ScoutGone(found.name, link)


def _there(tx: Tx, number: int) -> Scouted:
    found = scouts.get(tx, number)
    if found is None:
        raise ButtonGone
    return found


def _kept_until(occasion: Occasion) -> int:
    return day_ends_at(occasion.now, occasion.programme.scouts.kept_days, occasion.seen_from(None).zone)


def _ended(tx: Tx, number: int) -> ScoutLink | None:
    """The link that was theirs so far and lets nobody in any more, as far as Telegram has made one."""
    link = scout_links.latest(tx, number)
    ended = link is not None and scout_links.end(tx, link.id, InvitationState.WITHDRAWN)
    return link if ended and link and link.link else None


def _rooms(tx: Tx) -> tuple[ScoutRoom, ...]:
    there = [one for one in groups.active(tx, Part.COMMUNITY) if may_invite(tx, one.id)]
    return tuple(ScoutRoom(one.id, one.title) for one in there[:ROOMS_MOST])


def _card(tx: Tx, found: Scouted, occasion: Occasion) -> ScoutCard:
    return ScoutCard(
        found.id,
        members.get(tx, found.member).name if found.member else found.name,
        found.source,
        members.get(tx, found.by).name,
        found.at,
        found.member or 0,
        found.kept_until or 0,
        _shown(tx, found.id, occasion.now),
        () if found.member else _rooms(tx),
    )


def _shown(tx: Tx, number: int, now: int) -> ScoutLinkShown | None:
    """Their link, while it is asked for or lets them in, or when Telegram made none."""
    link = scout_links.latest(tx, number)
    if link is None or link.expires_at <= now or link.state in (InvitationState.USED, InvitationState.WITHDRAWN):
        return None
    return ScoutLinkShown(groups.get(tx, link.group).title, link.link, link.expires_at, link.state)
