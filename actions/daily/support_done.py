"""Help that has come to its date, and the finished work that came of it."""

from msgspec import Struct

from actions.daily.support import SupportCard, card, card_of, known
from rules.daily.support import (
    SOON_S,
    FinishedWork,
    NothingSupported,
    Support,
    SupportMoved,
    SupportState,
    WhichSupport,
    require_move,
)
from rules.ends import minute_of, over_at
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from storage import audits
from storage.daily import supports
from storage.engine.tx import Tx

MOST_LISTED = 30


class SupportLine(Struct, frozen=True):
    """Accepted help in the list of the day."""

    card: SupportCard
    overdue: bool


class SupportsDue(Struct, frozen=True):
    """What the staff have promised: what is over its date, then what comes soon."""

    lines: tuple[SupportLine, ...]


class DayOfSupport(Struct, frozen=True):
    """What a morning brings: the list, whose helper is reminded in the evening, and offers that nobody answered in time."""

    due: SupportsDue
    reminded: tuple[SupportCard, ...]
    lapsed: tuple[SupportCard, ...]


class SupportFinished(Struct, frozen=True):
    """The work is there; `again` says that another one was named before."""

    card: SupportCard
    again: bool


def look(tx: Tx, occasion: Occasion) -> DayOfSupport:
    """Lets lapse what was not answered by its date, and gathers what is due."""
    lapsed = tuple(
        _lapse(tx, one) for one in supports.due(tx, SupportState.OFFERED, minute_of(occasion.now) - 1, MOST_LISTED)
    )
    found = supports.due(tx, SupportState.ACCEPTED, occasion.now + SOON_S, MOST_LISTED)
    cards = [one for one in (card_of(tx, each) for each in found) if one.stands]
    ahead = [one.id for one in cards if over_at(one.due_at) > occasion.now]
    fresh = set(supports.remind(tx, ahead))
    lines = tuple(SupportLine(one, over_at(one.due_at) <= occasion.now) for one in cards)
    return DayOfSupport(SupportsDue(lines), tuple(one for one in cards if one.id in fresh), lapsed)


def meant(tx: Tx, group: int, message: int, author: int, number: int | None, *, linked: bool) -> Support:
    """Whose finished work is told of by a reply to that message, or by number. Raises NothingSupported, WhichSupport.

    A link is told of below the idea itself; a message that is the work belongs to its author's idea, or their help.
    """
    if number is not None:
        return known(tx, number)
    if there := supports.at(tx, group, message):
        if linked:
            return there
        raise NothingSupported
    found = [one for one in supports.concerning(tx, author) if card_of(tx, one).stands]
    if len(found) > 1:
        raise WhichSupport(tuple(one.id for one in found))
    if not found:
        raise NothingSupported
    return found[0]


def finish(tx: Tx, number: int, work: FinishedWork, by: Member, occasion: Occasion) -> SupportFinished:
    """The work is linked to the idea. Raises ButtonGone, SupportMoved."""
    found = known(tx, number)
    require_move(found, SupportState.DONE, stands=card_of(tx, found).stands)
    supports.finish(tx, number, work, occasion.now)
    supports.move(tx, number, SupportState.DONE)
    audits.record(tx, occasion.now, by.id, "support.done", found.member, work.link, support=number)
    return SupportFinished(card(tx, number), found.state is SupportState.DONE)


def reopen(tx: Tx, number: int, by: Member, occasion: Occasion) -> SupportCard:
    """It was not the finished work after all. Raises ButtonGone, SupportMoved."""
    found = known(tx, number)
    if found.state is not SupportState.DONE:
        raise SupportMoved(found.state, card_of(tx, found).stands)
    supports.forget_work(tx, number)
    supports.move(tx, number, SupportState.ACCEPTED)
    audits.record(tx, occasion.now, by.id, "support.reopen", found.member, support=number)
    return card(tx, number)


def _lapse(tx: Tx, found: Support) -> SupportCard:
    supports.move(tx, found.id, SupportState.LAPSED)
    return card(tx, found.id)


def _still_due(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    now = card(tx, int(note.subject))
    return now.stands and now.state is SupportState.ACCEPTED


def _still_done(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    now = card(tx, int(note.subject))
    return now.stands and now.state is SupportState.DONE


STILL_TRUE = {"support_due": _still_due, "support_done": _still_done}
