"""A thank whose points are taken back, or given again; and what had been refused because of it."""

from actions.daily.shield import helped, unhelped
from actions.daily.thanks import RULE
from actions.ledger import paying
from actions.ledger.reversals import Unwinding, quietly
from rules.daily.thanks import DAY_S, Facts, Party, ThanksOutcome, judge
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, GivenBack, linked
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from storage import groups, members
from storage.daily import thanks
from storage.daily.thanks import Thank
from storage.engine.tx import Tx


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The thank that `entry` paid counts for nothing any more, neither for limits nor for awards nor for shields."""
    thank = _of(tx, entry)
    if thank is None or thank.outcome is not ThanksOutcome.CREDITED:
        return ()
    thanks.take_back(tx, thank)
    assert thank.receiver is not None
    lost = unhelped(tx, members.get(tx, thank.receiver), f"{RULE}:{entry.subject}", occasion)
    return (Also(Aftermath.UNTHANKED, members.get(tx, thank.giver).name), *lost)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The thank that `entry` paid counts again."""
    thank = _of(tx, entry)
    if thank is None or thank.outcome is not ThanksOutcome.TAKEN_BACK:
        return ()
    thanks.credit_again(tx, thank, entry.amount)
    assert thank.receiver is not None
    helped(tx, thank.receiver, f"{RULE}:{entry.subject}", occasion)
    return (Also(Aftermath.THANKED_AGAIN, members.get(tx, thank.giver).name),)


def freed(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[GivenBack, ...]:
    """What had been refused because of the thank that `entry` paid is judged anew, each at its own time, and paid now."""
    thank = _of(tx, entry)
    if thank is None:
        return ()
    assert thank.receiver is not None
    then = replace(occasion, now=thank.at, due_at=None)
    days = (then.seen_from(members.get(tx, one).timezone) for one in (thank.giver, thank.receiver))
    back = (_pay_refused(tx, one, entry.id, occasion) for one in thanks.refused(tx, thank, *days))
    return tuple(given for given in back if given is not None)


def _of(tx: Tx, entry: Entry) -> Thank | None:
    if entry.group is None or entry.actor is None:
        return None
    return thanks.of_entry(tx, entry.group, entry.actor, entry.id)


def _pay_refused(tx: Tx, refused: Thank, undone: int, occasion: Occasion) -> GivenBack | None:
    """Everything that spoke against a thank before the limits had been looked at when it was given."""
    assert refused.receiver is not None
    giver, receiver, group = (
        members.get(tx, refused.giver),
        members.get(tx, refused.receiver),
        groups.get(tx, refused.group),
    )
    then = replace(occasion, now=refused.at, due_at=None, group=group.id, timezone=giver.timezone, message=None)
    verdict = judge(_facts_then(tx, refused, receiver, then, occasion.now), occasion.programme.thanks)
    if verdict.outcome is not ThanksOutcome.CREDITED or not verdict.points:
        thanks.settle(tx, refused, verdict.outcome)  # what stands against it now
        return None
    subject = f"{group.chat_id}:{refused.message}:{giver.id}"
    payment = paying.give(
        tx, receiver, RULE, subject, replace(then, now=occasion.now), points=verdict.points, actor=giver,
        reason=linked(undone), earned_at=refused.at,
    )  # fmt: skip
    helped(tx, receiver.id, f"{RULE}:{subject}", occasion)
    thanks.settle(tx, refused, verdict.outcome, verdict.points, payment.entry)
    return GivenBack(payment.entry, undone, receiver.id, receiver.name, verdict.points, RULE, giver.name, refused.day)


def _facts_then(tx: Tx, refused: Thank, receiver: Member, then: Occasion, now: int) -> Facts:
    """The facts of back then, without what has been taken back since; who is under a sanction now gets nothing now.

    The giver's seniority is what was kept of that time, not today's.
    """
    assert refused.receiver is not None
    theirs = then.seen_from(receiver.timezone)
    opens = refused.at - then.programme.thanks.window_days * DAY_S
    return Facts(
        now=refused.at,
        day_ends_at=then.next_day_at,
        their_day_ends_at=theirs.next_day_at,
        base=then.programme.points[RULE],
        giver=Party(seniority=refused.anywhere),
        receiver=Party(suspended_until=receiver.suspended(now)),
        given=thanks.times(tx, refused.giver, refused.receiver, opens, refused.at),
        returned=thanks.times(tx, refused.receiver, refused.giver, opens, refused.at),
        given_today=thanks.given_on(tx, refused.giver, then),
        received_today=thanks.received_on(tx, refused.receiver, theirs),
    )


UNWINDING = {RULE: Unwinding(take=quietly(withdraw), restore=quietly(reinstate), frees=freed)}
