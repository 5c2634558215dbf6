"""A member's log for staff: ledger entries page by page, and what staff did about them."""

from msgspec import Struct

from rules.ledger.ledger import Entry, Phase
from rules.occasion import Occasion
from rules.people import Member
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.ledger import ledger

ACTS_SHOWN = 8


class Movement(Struct, frozen=True):
    """One entry as it touches the member: signed points (0 for a hold), by whom, where, and whether taken back."""

    entry: int
    at: int
    points: int
    held: int
    rule: str
    reason: str | None
    actor: str | None
    group: str | None
    reverses: int | None
    taken_back: bool


class Deed(Struct, frozen=True):
    """What one of the staff did, and about whom; `points` where some were moved."""

    at: int
    act: str
    by: str
    reason: str | None
    name: str | None = None
    points: int | None = None


class Log(Struct, frozen=True):
    """One page; `older` is the entry to go on from, None at the end. Deeds stand on the first page."""

    member: int
    name: str
    movements: tuple[Movement, ...]
    deeds: tuple[Deed, ...]
    older: int | None


class Deeds(Struct, frozen=True):
    """What staff did lately, a page of it; `older` is the line to go on from, None at the end."""

    deeds: tuple[Deed, ...]
    older: int | None


def deeds(tx: Tx, occasion: Occasion, before: int | None = None) -> Deeds:
    """What staff did before the line `before`, newest first, about whomever."""
    limit = max(occasion.programme.limits.ledger_rows_shown, 1)
    acts = audits.latest(tx, limit + 1, before)
    return Deeds(tuple(_deed(tx, act) for act in acts[:limit]), acts[limit - 1].id if len(acts) > limit else None)


def page(tx: Tx, member: Member, occasion: Occasion, before: int | None = None) -> Log:
    """The member's entries before the entry `before`, newest first, with staff's deeds on the first page."""
    limit = max(occasion.programme.limits.ledger_rows_shown, 1)
    entries = ledger.of_member(tx, member.id, limit + 1, before)
    account = ledger.account_of(tx, member.id)
    movements = tuple(_movement(tx, entry, account) for entry in entries[:limit])
    acts = [] if before else audits.about(tx, member.id, ACTS_SHOWN)
    older = entries[limit - 1].id if len(entries) > limit else None
    return Log(member.id, member.name, movements, tuple(_deed(tx, act) for act in acts), older)


def _movement(tx: Tx, entry: Entry, account: int) -> Movement:
    sign = 1 if entry.credit == account else -1
    moved = entry.phase in (Phase.SINGLE, Phase.POST)
    return Movement(
        entry.id,
        entry.at,
        sign * entry.amount if moved else 0,
        {Phase.HOLD: entry.amount, Phase.SINGLE: 0}.get(entry.phase, -entry.amount),
        entry.rule,
        entry.reason,
        members.get(tx, entry.actor).name if entry.actor else None,
        groups.get(tx, entry.group).title if entry.group else None,
        entry.reverses,
        entry.phase is Phase.SINGLE and ledger.reversal_of(tx, entry.id) is not None,
    )


def _deed(tx: Tx, act: audits.Act) -> Deed:
    subject = members.get(tx, act.subject).name if act.subject else None
    return Deed(act.at, act.act, members.get(tx, act.actor).name, act.reason, subject, act.detail.get("points"))
