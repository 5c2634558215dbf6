"""Ideas: listed whenever they are new, paid within the bounds of a day."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from actions.ledger import paying
from rules.daily.idea import RULE, TEXT_MOST, IdeaKnown, IdeaTooShort, enough, marks
from rules.daily.share import FILES, TOGETHER_S, Shown
from rules.files import File
from rules.occasion import Occasion
from rules.people import Member
from rules.values import spread
from storage import originals, outcomes
from storage.daily import ideas, topics
from storage.engine.tx import Tx


class Contributed(Struct, frozen=True):
    """An idea was taken down: whose, and for which topic."""

    name: str
    topic: int | None
    points: int


class IdeaUnpaid(Struct, frozen=True):
    """The idea is listed, but so many of that day had been paid."""

    most: int


def contribute(tx: Tx, member: Member, shown: Shown, topic: int | None, occasion: Occasion) -> Contributed | None:
    """Take down an idea for the topic, else for the newest of the group; None for one that is there already.

    What stands under a later picture of its album belongs to it.

    Raises IdeaTooShort, IdeaKnown.
    """
    if (there := ideas.at(tx, shown.group, shown.message)) is not None:
        if shown.album and there.member == member.id:
            _join(tx, there.id, member, shown.files, shown.text)
        return None
    if not enough(shown, occasion.programme.discoveries.words_least):
        raise IdeaTooShort(occasion.programme.discoveries.words_least)
    known = marks(shown)
    _require_new(tx, member, known)
    topic = topic or next((one.id for one in topics.open_in(tx, shown.group)), None)
    number = ideas.add(tx, topic, member.id, shown, shown.text[:TEXT_MOST], occasion.day, occasion.now)
    ideas.mark(tx, number, known)
    return Contributed(member.name, topic, _pay(tx, member, number, occasion))


def is_one(tx: Tx, group: int, message: int) -> bool:
    """Whether that message is an idea, or was one."""
    return ideas.at(tx, group, message) is not None


def add_piece(tx: Tx, album: str, member: Member, file: File, words: str, occasion: Occasion) -> bool:
    """A further piece of an album that is an idea; it is known again, too. False when it is none.

    `words` are all that stand under its pictures by now.
    """
    number = ideas.of_album(tx, album, member.id, occasion.now - TOGETHER_S)
    if number is None:
        return False
    _join(tx, number, member, (file,), words)
    return True


def _join(tx: Tx, number: int, member: Member, files: Sequence[File], words: str) -> None:
    """What came with a further piece belongs to the idea; a file of somebody else's stays theirs."""
    shows = (file.unique for file in files if file.kind in FILES)
    ideas.mark(tx, number, [mark for mark in shows if not originals.of_another(tx, member.id, mark)])
    ideas.reword(tx, number, words[:TEXT_MOST])


def _require_new(tx: Tx, member: Member, known: tuple[str, ...]) -> None:
    for mark in known:
        if originals.of_another(tx, member.id, mark):
            raise IdeaKnown(mine=False)
        if originals.of_own(tx, member.id, mark):
            raise IdeaKnown(mine=True)


def paid_out(tx: Tx, member: int, day: date, occasion: Occasion) -> bool:
    """Whether as many ideas of the member's as a day pays were paid that day, as the occasion's clock tells it."""
    return ideas.paid_between(tx, member, *occasion.span_of(day)) >= occasion.programme.discoveries.per_day


def _pay(tx: Tx, member: Member, number: int, occasion: Occasion) -> int:
    """Points within the day's bounds; who has not agreed to the covenant, or is suspended, earns nothing."""
    most = occasion.programme.discoveries.per_day
    agreed = member.covenant_version >= occasion.programme.brand.covenant_version
    if not agreed or member.suspended(occasion.now):
        return 0
    if paid_out(tx, member.id, occasion.day, occasion):
        outcomes.note(tx, member.id, occasion, RULE, "idea/listed_only", occasion.next_day_at, spread(IdeaUnpaid(most)))
        return 0
    payment = paying.give(tx, member, RULE, number, occasion)
    ideas.pay(tx, number, payment.points, payment.entry or None)
    return payment.points
