"""Why something counted or did not: a member's latest credits and refusals, newest first."""

from collections.abc import Mapping

from msgspec import Struct

from actions.daily.checkin import done_today
from actions.fairness.record import Entered, since
from actions.ledger import lineage
from rules.ledger.ledger import Entry, Phase
from rules.occasion import Occasion, noticed
from rules.outcome import NotedOutcome
from rules.people import Member
from rules.programme.points import BY_NAME
from storage import members, outcomes
from storage.daily import thanks
from storage.engine.tx import Tx
from storage.ledger import ledger


class Explanation(Struct, frozen=True):
    """A credit (`points` by `rule`), or an outcome told by the message `outcome` about `detail`.

    `by` is who thanked, `thanked` whom a thank that is told was for. `at` is when it was said, `read_at` when we came
    to it, where that was noticeably later.
    """

    at: int
    rule: str
    points: int
    reason: str | None = None
    taken_back: bool = False
    by: str | None = None
    outcome: str | None = None
    frees_at: int | None = None
    detail: Mapping[str, object] | None = None
    thanked: str = ""
    read_at: int | None = None


class Today(Struct, frozen=True):
    """What of the daily limits is used up; all of it is free again when the day ends (UTC seconds)."""

    checked_in: bool
    given: int
    given_most: int
    received: int
    received_most: int
    ends_at: int


class Explained(Struct, frozen=True):
    """The latest lines, newest first, the limits of the day, and what kept from writing or earning in that time."""

    lines: tuple[Explanation, ...]
    today: Today
    sanctions: tuple[Entered, ...] = ()


def explain(tx: Tx, member: Member, occasion: Occasion) -> Explained:
    """The member's latest credits and outcomes, as many as are shown of the ledger."""
    limit = occasion.programme.limits.ledger_rows_shown
    account = ledger.account_of(tx, member.id)
    entries = [entry for entry in ledger.of_member(tx, member.id, 3 * limit) if _is_credit(entry, account)]
    lines = [_credit(tx, entry) for entry in entries[:limit]]
    lines += [_told(noted) for noted in outcomes.latest(tx, member.id, limit)]
    latest = sorted(lines, key=lambda line: line.at, reverse=True)[:limit]
    first = latest[-1].at if latest else occasion.now
    return Explained(tuple(latest), _today(tx, member, occasion), since(tx, member, first, occasion))


def _today(tx: Tx, member: Member, occasion: Occasion) -> Today:
    most = occasion.programme.thanks
    return Today(
        checked_in=done_today(tx, member, occasion),
        given=thanks.given_on(tx, member.id, occasion),
        given_most=most.per_giver_day,
        received=thanks.received_on(tx, member.id, occasion),
        received_most=most.per_receiver_day,
        ends_at=occasion.next_day_at,
    )


def _is_credit(entry: Entry, account: int) -> bool:
    return entry.credit == account and entry.phase is Phase.SINGLE and entry.reverses is None and entry.rule in BY_NAME


def _credit(tx: Tx, entry: Entry) -> Explanation:
    taken_back = not lineage.stands(tx, entry.id)
    by = members.get(tx, entry.actor).name if entry.rule == "thanks" and entry.actor else None
    read_at = noticed(entry.at, entry.written_at)
    return Explanation(entry.at, entry.rule, entry.amount, entry.reason, taken_back, by, read_at=read_at)


def _told(noted: NotedOutcome) -> Explanation:
    thanked = str(noted.detail.get("receiver", "")) if noted.rule == "thanks" else ""
    return Explanation(
        noted.at,
        noted.rule,
        0,
        outcome=noted.outcome,
        frees_at=noted.frees_at,
        detail=noted.detail,
        thanked=thanked,
        read_at=noticed(noted.at, noted.handled_at),
    )
