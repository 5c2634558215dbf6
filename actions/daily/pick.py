"""Members pick what is worth featuring; enough of them put it before the staff, and nobody learns how many there were."""

from msgspec import Struct

from rules.daily.pick import Picked
from rules.daily.thanks import on_probation
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import STAFF, Member
from rules.refusals import ButtonGone
from storage import audits, groups, members
from storage.daily import features, picks
from storage.engine.tx import Tx


class PickedCard(Struct, frozen=True):
    """What staff read of a message that members picked: whose it is, where it stands, and what became of it."""

    id: int
    name: str
    title: str
    link: str | None
    by: str = ""
    featured: bool = False


def pick(tx: Tx, member: Member, message: int, occasion: Occasion) -> bool:
    """The member points at a message of somebody else's; False where that does not count: newcomers, staff, sanctioned."""
    assert occasion.group is not None
    written = groups.written(tx, occasion.group, message)
    if written is None or written.forwarded or written.member == member.id or not _counts(tx, member, occasion):
        return False
    picks.add(tx, occasion.group, message, member.id, occasion.now)
    return True


def withdraw(tx: Tx, member: Member, message: int, occasion: Occasion) -> None:
    """They took the reaction away."""
    assert occasion.group is not None
    picks.withdraw(tx, occasion.group, message, member.id)


def put_before_staff(tx: Tx, occasion: Occasion) -> list[PickedCard]:
    """What enough members have picked since the last time, each once."""
    ripe = picks.ripe(tx, occasion.programme.discoveries.picks, occasion.now)
    authors = ((group, message, groups.written(tx, group, message)) for group, message in ripe)
    numbers = [
        picks.put_before_staff(tx, group, message, author.member, occasion.now)
        for group, message, author in authors
        if author is not None
    ]
    return [card(tx, number) for number in numbers]


def card(tx: Tx, number: int) -> PickedCard:
    """The card as it is now. Raises ButtonGone for one that there never was."""
    return _card(tx, _known(tx, number))


def pass_over(tx: Tx, number: int, by: Member, occasion: Occasion) -> PickedCard:
    """Not this time. Raises ButtonGone when it is decided."""
    known = _known(tx, number)
    if not picks.settle(tx, number, occasion.now):
        raise ButtonGone
    audits.record(tx, occasion.now, by.id, "pick.pass_over", known.member, picked=number)
    return _card(tx, known, by.name)


def settle(tx: Tx, group: int, message: int, by: Member, now: int) -> PickedCard | None:
    """The message was featured: its card says so. None where no card waits for that."""
    known = picks.at(tx, group, message)
    return _card(tx, known, by.name) if known is not None and picks.settle(tx, known.id, now) else None


def _counts(tx: Tx, member: Member, occasion: Occasion) -> bool:
    assert occasion.group is not None
    newcomer = on_probation(members.seniority(tx, member.id), occasion.now, occasion.programme.thanks)
    staff = bool(STAFF & members.roles(tx, member.id))
    return not (newcomer or staff or member.suspended(occasion.now))


def _known(tx: Tx, number: int) -> Picked:
    known = picks.get(tx, number)
    if known is None:
        raise ButtonGone
    return known


def _card(tx: Tx, known: Picked, by: str = "") -> PickedCard:
    group, name = groups.get(tx, known.group), members.get(tx, known.member).name
    featured = features.at(tx, known.group, known.message)
    stands = featured is not None and featured.taken_back_at is None
    return PickedCard(known.id, name, group.title, message_link(group.chat_id, known.message), by, stands)
