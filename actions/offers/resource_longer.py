"""Having something a little longer: asked by whoever has it, answered by staff."""

from actions.offers.application import ApplicationSeen, about, get, own, seen
from rules.lengths import within
from rules.occasion import Occasion
from rules.offers.application import (
    DAY_S,
    LONGER_DAYS_MOST,
    WORDS_MOST,
    Application,
    ApplicationMoved,
    ApplicationState,
    LongerAsked,
    LongerUnclear,
    later_by,
)
from rules.people import Member
from rules.reading.spans import leading_span
from rules.refusals import NotForYourself
from storage import audits, members, notes
from storage.engine.tx import Tx
from storage.offers import applications

WHY_LEAST = 2


def ask(tx: Tx, number: int, words: str, member: Member, occasion: Occasion) -> ApplicationSeen:
    """`5天 还差两个镜头`. Raises ButtonGone, ApplicationMoved, LongerAsked, LongerUnclear, WordsTooLong."""
    found = require_out(tx, number, member)
    span = leading_span(words)
    days, why = (span[0] // DAY_S, within(span[1], WORDS_MOST)) if span else (0, "")
    if not 1 <= days <= LONGER_DAYS_MOST or len(why) < WHY_LEAST:
        raise LongerUnclear(LONGER_DAYS_MOST)
    asked = applications.ask_longer(tx, found.id, days, why)
    assert asked, found
    return seen(tx, number, occasion)


def require_out(tx: Tx, number: int, member: Member) -> Application:
    """What the member has, of which they have not asked to have it longer. Raises ButtonGone, ApplicationMoved, LongerAsked."""
    found = own(tx, number, member)
    if found.state is not ApplicationState.OUT:
        raise ApplicationMoved
    if found.longer is not None:
        raise LongerAsked
    return found


def answer(tx: Tx, number: int, words: str, staff: Member, occasion: Occasion, *, longer: bool) -> ApplicationSeen:
    """They may have it so many days longer, or not, for that reason.

    Raises ApplicationMoved, NotForYourself, WordsTooLong.
    """
    found = get(tx, number)
    if found.member == staff.id:
        raise NotForYourself
    if found.longer is None or found.due is None:
        raise ApplicationMoved
    zone = members.get(tx, found.member).timezone or occasion.programme.brand.timezone
    due = later_by(found.due, found.longer, zone) if longer else None
    answered = applications.answer_longer(tx, number, due, within(words, WORDS_MOST))
    if not answered:
        raise ApplicationMoved
    if longer:
        notes.withdraw(tx, about(number), found.member)
    act = "resource.longer" if longer else "resource.not_longer"
    audits.record(tx, occasion.now, staff.id, act, found.member, words.strip() or None, application=number)
    return seen(tx, number, occasion)
