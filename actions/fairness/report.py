"""Showing the staff a message: kept in private, passed on within bounds, never left unsaid."""

from msgspec import Struct

from rules.fairness.contact import NobodyToContact
from rules.fairness.report import SHOWN, WORDS_MOST, require_passed_on
from rules.lengths import within
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Group, Member
from rules.reading.visible import shortened
from rules.refusals import NotForYourself
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import reports


class Shown(Struct, frozen=True):
    """Who has shown it, and what they said to it."""

    name: str
    words: str


class Reported(Struct, frozen=True):
    """A message as the staff group `desk` sees it: where, by whom, how it begins, and who has shown it.

    `name` is None where no person stands behind it.
    """

    desk: int
    group: int
    message: int
    title: str
    name: str | None
    text: str
    link: str | None
    shown_by: tuple[Shown, ...]


class Handled(Struct, frozen=True):
    """One of the staff has seen to it."""

    title: str
    name: str | None
    link: str | None
    by: str


def report(
    tx: Tx, reporter: Member, reported: Member | None, message: tuple[Group, int, str], words: str, occasion: Occasion
) -> Reported | None:
    """Show staff the message (group, number, text); None when the reporter has shown it before.

    Raises NobodyToContact, ReportsEnough, WordsTooLong.
    """
    group, number, text = message
    day, staff = occasion.day.isoformat(), groups.staff(tx)
    if staff is None:
        raise NobodyToContact
    author = reported.id if reported else None
    today = reports.on(tx, reporter.id, day)
    if not reports.add(tx, reporter.id, author, group.id, number, within(words, WORDS_MOST), occasion.now, day):
        return None
    require_passed_on(today, occasion.programme.order.reports_day)
    shown = tuple(Shown(*one) for one in reports.of(tx, group.id, number))
    name = reported.name if reported else None
    link = message_link(group.chat_id, number)
    return Reported(staff.id, group.id, number, group.title, name, shortened(text, SHOWN), link, shown)


def handle(tx: Tx, by: Member, group_id: int, number: int, reported: int | None, occasion: Occasion) -> Handled:
    """One of the staff has seen to it, whatever came of it. Raises NotForYourself of whose message it is."""
    if by.id == reported:
        raise NotForYourself
    group = groups.get(tx, group_id)
    audits.record(tx, occasion.now, by.id, "report.handle", reported, None, group=group_id, message=number)
    name = members.get(tx, reported).name if reported else None
    return Handled(group.title, name, message_link(group.chat_id, number), by.name)
