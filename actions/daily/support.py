"""Offering help with a promising message, and answering the offer."""

from msgspec import Struct

from actions.daily import promise
from actions.daily.promise import Promising
from rules.daily.support import PENDING, AlreadySupported, Made, Support, SupportMoved, SupportState, require_move
from rules.ends import over_at
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import STAFF, Member
from rules.refusals import ButtonGone, NotAllowed, NotForYourself
from rules.values import replace
from storage import audits, members, notes
from storage.daily import supports
from storage.engine.tx import Tx


class SupportCard(Struct, frozen=True):
    """An offer as it stands: with whose idea, who helps with what by when. `stands` says whether the idea still does.

    `gone` tells that the helper is of the team no more.
    """

    id: int
    group: int
    message: int
    member: int
    name: str
    title: str
    link: str | None
    what: str
    helper_id: int
    helper: str
    by: str
    due_at: int
    state: SupportState
    stands: bool
    made: Made | None = None
    gone: bool = False


def offer(
    tx: Tx, about: Promising, what: str, due_at: int, helper: Member, by: Member, occasion: Occasion
) -> SupportCard:
    """Help with it is offered. Raises NotForYourself, AlreadySupported."""
    if about.member in (helper.id, by.id):
        raise NotForYourself
    if there := supports.at(tx, about.group, about.message):
        raise AlreadySupported(members.get(tx, there.helper).name)
    new = Support(0, about.group, about.message, about.member, what, helper.id, by.id, due_at, occasion.now)
    number = supports.add(tx, new)
    audits.record(tx, occasion.now, by.id, "support.offer", about.member, what, support=number)
    return card(tx, number)


def accept(tx: Tx, number: int, member: Member, occasion: Occasion) -> SupportCard:
    """Its author is glad of it. Raises ButtonGone, NotAllowed, SupportMoved, AlreadySupported."""
    found = _own(tx, number, member)
    there = supports.at(tx, found.group, found.message)
    if there is not None and there.id != number:
        raise AlreadySupported(members.get(tx, there.helper).name)
    if over_at(found.due_at) <= occasion.now:
        raise SupportMoved(SupportState.LAPSED, stands=True)
    return moved(tx, found, SupportState.ACCEPTED, member, occasion, "support.accept")


def decline(tx: Tx, number: int, member: Member, occasion: Occasion) -> SupportCard:
    """Its author would rather not. Raises ButtonGone, NotAllowed, SupportMoved."""
    return moved(tx, _own(tx, number, member), SupportState.DECLINED, member, occasion, "support.decline")


def withdraw(tx: Tx, number: int, by: Member, occasion: Occasion) -> SupportCard:
    """Staff can't help after all. Raises ButtonGone, SupportMoved."""
    return moved(tx, known(tx, number), SupportState.WITHDRAWN, by, occasion, "support.withdraw")


def take(tx: Tx, number: int, by: Member, occasion: Occasion) -> SupportCard:
    """Another of the team helps in the place of one who is gone. Raises ButtonGone, NotForYourself, SupportMoved."""
    found = known(tx, number)
    if by.id == found.member:
        raise NotForYourself
    if found.state not in PENDING or by.id == found.helper:
        raise SupportMoved(found.state, stands=card_of(tx, found).stands)
    supports.hand_on(tx, number, by.id)
    audits.record(tx, occasion.now, by.id, "support.take", found.member, support=number)
    return card(tx, number)


def left_by(tx: Tx, helper: int) -> list[SupportCard]:
    """What waits for somebody else once that one has left the team, as far as the ideas stand."""
    cards = [card_of(tx, found) for found in supports.helped_by(tx, helper)]
    return [replace(one, gone=True) for one in cards if one.stands]


def heard(tx: Tx, card: SupportCard) -> bool:
    """Whether its author has been told of the offer: it does not wait for their evening any more."""
    return str(card.id) not in notes.subjects(tx, card.member, "support")


def card(tx: Tx, number: int) -> SupportCard:
    """The offer as it stands. Raises ButtonGone for one that there never was."""
    return card_of(tx, known(tx, number))


def card_of(tx: Tx, found: Support) -> SupportCard:
    """The offer as it stands."""
    about = promise.promising(tx, found.group, found.message)
    return SupportCard(
        id=found.id,
        group=found.group,
        message=found.message,
        member=found.member,
        name=members.get(tx, found.member).name,
        title=about.title if about else "",
        link=promise.link_to(tx, found.group, found.message),
        what=found.what,
        helper_id=found.helper,
        helper=members.get(tx, found.helper).name,
        by=members.get(tx, found.by).name,
        due_at=found.due_at,
        state=found.state,
        stands=about is not None and about.stands,
        made=supports.made(tx, found.group, found.message) if found.state is SupportState.DONE else None,
        gone=not members.roles(tx, found.helper) & STAFF,
    )


def known(tx: Tx, number: int) -> Support:
    """The offer of that number. Raises ButtonGone."""
    found = supports.get(tx, number)
    if found is None:
        raise ButtonGone
    return found


def moved(tx: Tx, found: Support, to: SupportState, by: Member, occasion: Occasion, act: str) -> SupportCard:
    """It goes to that state, and the log says by whom. Raises SupportMoved."""
    require_move(found, to, stands=card_of(tx, found).stands)
    supports.move(tx, found.id, to)
    audits.record(tx, occasion.now, by.id, act, found.member, support=found.id)
    return card(tx, found.id)


def _own(tx: Tx, number: int, member: Member) -> Support:
    found = known(tx, number)
    if found.member != member.id:
        raise NotAllowed
    return found


def _still_offered(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    now = card(tx, int(note.subject))
    return now.stands and now.state is SupportState.OFFERED and over_at(now.due_at) > occasion.now


def _still_stopped(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    now = card(tx, int(note.subject))
    return not now.stands or now.state is SupportState.WITHDRAWN


def _still_handed(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    now = card(tx, int(note.subject))
    return now.stands and now.state is SupportState.ACCEPTED and Retold("support/told_handed", now)


STILL_TRUE = {"support_handed": _still_handed, "support": _still_offered, "support_stopped": _still_stopped}
