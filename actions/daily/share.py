"""Everyday sharing: what counts is paid once, within the bounds of a day and a week."""

from datetime import date

from msgspec import Struct

from actions.ledger import paying
from actions.ledger.paying import Payment
from rules.daily.share import (
    FILES,
    ORDER,
    TOGETHER_S,
    WEEK_DAYS,
    Share,
    SharedBefore,
    ShareKind,
    Shown,
    kind_of,
    marks,
    require_room,
)
from rules.files import File
from rules.occasion import Occasion
from rules.people import Member
from rules.periods import first_day, week_of
from storage import members, originals
from storage.daily import shares
from storage.engine.tx import Tx


class Shared(Struct, frozen=True):
    """It counts: whose it is, what it is made of, and what it paid."""

    name: str
    kind: ShareKind
    payment: Payment


def share(tx: Tx, member: Member, shown: Shown, occasion: Occasion) -> Shared | None:
    """Count what a member shares; None for what counted before.

    Raises TooLittleToShare, SharedBefore, SharedThatDay, SharedThatWeek.
    """
    if shares.at(tx, shown.group, shown.message) is not None:
        return None
    kind = kind_of(shown, occasion.programme.sharing)
    known = marks(shown, kind)
    _require_new(tx, member, known)
    require_room(days_of_week(tx, member.id, occasion.day, occasion), occasion)
    number = shares.add(tx, member.id, shown, kind, occasion.day, occasion.now)
    shares.mark(tx, number, known)
    payment = paying.give(tx, member, kind.rule, number, occasion)
    shares.pay(tx, number, payment.points, payment.entry or None)
    return Shared(member.name, kind, payment)


def is_one(tx: Tx, group: int, message: int) -> bool:
    """Whether that message is a share, or was one."""
    return shares.at(tx, group, message) is not None


def add_piece(tx: Tx, album: str, member: Member, file: File, occasion: Occasion) -> bool:
    """A further piece of an album that is a share: a video makes it worth as much as one. False when it is none."""
    share = shares.of_album(tx, album, member.id, occasion.now - TOGETHER_S)
    if share is None:
        return False
    if file.kind in FILES and not _known(tx, member, file.unique):
        shares.mark(tx, share.id, (file.unique,))
        _raise(tx, share, FILES[file.kind], occasion)
    return True


def exchanged(tx: Tx, group: int, message: int, file: File) -> None:
    """The author shows another file in a share now: it is not shared anew another day; what is somebody else's stays so."""
    share = shares.at(tx, group, message)
    if share is not None and file.kind in FILES and not originals.of_another(tx, share.member, file.unique):
        shares.mark(tx, share.id, (file.unique,))


def _raise(tx: Tx, share: Share, kind: ShareKind, occasion: Occasion) -> None:
    """Pay what a share of that kind is worth beyond what this one has paid."""
    known = share.further_kind or share.kind
    if ORDER.index(kind) <= ORDER.index(known) or share.taken_back_at is not None:
        return
    more = max(occasion.programme.points[kind.rule] - share.points, 0)
    owner = members.get(tx, share.member)
    payment = paying.give(tx, owner, kind.rule, f"{share.id}:further", occasion, points=more)
    shares.pay_further(tx, share.id, kind, payment.points, payment.entry or None)


def _require_new(tx: Tx, member: Member, known: tuple[str, ...]) -> None:
    for mark in known:
        if originals.of_another(tx, member.id, mark):
            raise SharedBefore(mine=False)
        if originals.of_own(tx, member.id, mark):
            raise SharedBefore(mine=True)


def _known(tx: Tx, member: Member, mark: str) -> bool:
    return originals.of_another(tx, member.id, mark) or originals.of_own(tx, member.id, mark)


def days_of_week(tx: Tx, member: int, day: date, occasion: Occasion) -> list[date]:
    """The day of each share of the member's that counts in the week of `day`, as the occasion's clock tells them."""
    week = occasion.span_of(first_day(week_of(day)), WEEK_DAYS)
    return [occasion.day_at(at) for at in shares.moments(tx, member, *week)]
