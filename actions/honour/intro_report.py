"""A line on somebody's card that is shown to the staff: once a day, within bounds, thanked for either way."""

from msgspec import Struct

from rules.fairness.contact import NobodyToContact
from rules.fairness.report import require_passed_on
from rules.occasion import Occasion
from rules.people import Member
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.honour import cards, intro_reports


class IntroReported(Struct, frozen=True):
    """The line of `name` as the staff group `desk` sees it, and who has shown it; `by` has let it stand."""

    desk: int
    member: int
    name: str
    intro: str
    shown_by: str
    by: str = ""


class TakenOff(Struct, frozen=True):
    """The line of `name` is gone; somebody of the staff, `by`, took it off."""

    name: str
    by: str


def report(tx: Tx, reporter: Member, reported: int, occasion: Occasion) -> IntroReported | None:
    """Show staff the line; None when it stays with thanks: shown today, or gone. Raises NobodyToContact, ReportsEnough."""
    day, staff, intro = occasion.day.isoformat(), groups.staff(tx), cards.intro(tx, reported)
    known = intro_reports.shown(tx, reported, day)
    if staff is None:
        raise NobodyToContact
    if not intro:
        return None
    require_passed_on(intro_reports.on(tx, reporter.id, day), occasion.programme.order.reports_day)
    intro_reports.add(tx, reporter.id, reported, occasion.now, day)
    if known:
        return None
    return IntroReported(staff.id, reported, members.get(tx, reported).name, intro, reporter.name)


def let_stand(tx: Tx, by: Member, reported: int, occasion: Occasion) -> IntroReported:
    """One of the staff sees nothing wrong with it."""
    audits.record(tx, occasion.now, by.id, "card.let_stand", reported, None)
    return IntroReported(0, reported, members.get(tx, reported).name, cards.intro(tx, reported), "", by.name)
