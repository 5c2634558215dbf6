"""Thanking: assist credit to the author of a message, or the named reason why there is none."""

from msgspec import Struct

from actions.daily.shield import helped
from actions.ledger import paying
from rules.daily.reason import reason_of
from rules.daily.thanks import DAY_S, Author, Facts, Party, ThanksOutcome, Verdict, Way, judge, on_probation
from rules.occasion import Occasion
from rules.people import NEVER_SEEN, Group, Member
from rules.values import replace, spread
from storage import groups, members, outcomes
from storage.daily import thanks
from storage.daily.thanks import Thank
from storage.engine.tx import Tx

RULE = "thanks"


class Target(Struct, frozen=True):
    """The message that is thanked for; `receiver` is its author's id when a member wrote it."""

    message: int
    author: Author
    receiver: int | None = None


class Thanked(Struct, frozen=True):
    """What came of it. `limit`, `days` and `messages` are the numbers of the rule that spoke against the credit.

    `news` tells whether the giver has not read this outcome since their day began.
    """

    outcome: ThanksOutcome
    receiver: str
    points: int
    reason: str | None
    limit: int
    days: int
    messages: int
    news: bool = True

    @property
    def template(self) -> str:
        """The message that tells it."""
        return f"thanks/{self.outcome.value}"


def thank(tx: Tx, giver: Member, target: Target, way: Way, words: str, occasion: Occasion) -> Thanked:
    """Thank for a message in the occasion's group; every outcome but a repeated one is noted for the giver's "why?"."""
    assert occasion.group is not None
    group = groups.get(tx, occasion.group)
    receiver = members.get(tx, target.receiver) if target.receiver else None
    reason = reason_of(words, receiver.name if receiver else "", occasion.programme.thanks.reason_limit)
    known = thanks.get(tx, group.id, target.message, giver.id)
    if known and known.outcome is ThanksOutcome.CREDITED:
        return _again(tx, known, way, reason, occasion)
    if known and known.outcome is ThanksOutcome.TAKEN_BACK:
        thanks.tried_again(tx, known)
        return _thanked(tx, giver, receiver, Verdict(known.outcome), None, occasion)
    facts = _facts(tx, giver, receiver, target, group, occasion)
    verdict = judge(facts, occasion.programme.thanks)
    entry = _pay(tx, giver, receiver, target, group, verdict, reason, occasion)
    record = _record(tx, giver, receiver, target, way, verdict, entry, reason, occasion)
    here = members.membership(tx, group.id, giver.id)
    thanks.put(tx, replace(record, here=here.seniority if here else NEVER_SEEN, anywhere=facts.giver.seniority))
    thanked = _thanked(tx, giver, receiver, verdict, reason, occasion)
    if known is None or known.outcome is not verdict.outcome:
        _note(tx, giver, thanked, verdict.frees_at, occasion)
    return thanked


def _record(
    tx: Tx,
    giver: Member,
    receiver: Member | None,
    target: Target,
    way: Way,
    verdict: Verdict,
    entry: int | None,
    reason: str | None,
    occasion: Occasion,
) -> Thank:
    assert occasion.group is not None
    return Thank(
        group=occasion.group,
        message=target.message,
        giver=giver.id,
        receiver=receiver.id if receiver else None,
        at=occasion.now,
        day=paying.counted_at(tx, giver, occasion).day,
        way=way,
        outcome=verdict.outcome,
        points=verdict.points,
        entry=entry,
        reason=reason,
    )


def _pay(
    tx: Tx,
    giver: Member,
    receiver: Member | None,
    target: Target,
    group: Group,
    verdict: Verdict,
    reason: str | None,
    occasion: Occasion,
) -> int | None:
    """The ledger entry of a credited thank. Telegram's chat id is in its key: a supergroup counts messages anew."""
    if verdict.outcome is not ThanksOutcome.CREDITED:
        return None
    assert receiver is not None
    subject = f"{group.chat_id}:{target.message}:{giver.id}"
    payment = paying.give(tx, receiver, RULE, subject, occasion, points=verdict.points, actor=giver, reason=reason)
    helped(tx, receiver.id, f"{RULE}:{subject}", occasion)
    return payment.entry or None


def _facts(tx: Tx, giver: Member, receiver: Member | None, target: Target, group: Group, occasion: Occasion) -> Facts:
    programme = occasion.programme
    opens = occasion.now - programme.thanks.window_days * DAY_S
    to = receiver.id if receiver else 0
    theirs = occasion.seen_from(receiver.timezone) if receiver else occasion
    return Facts(
        now=occasion.now,
        day_ends_at=occasion.next_day_at,
        their_day_ends_at=theirs.next_day_at,
        base=programme.points[RULE],
        giver=_party(tx, giver, group, occasion),
        receiver=_party(tx, receiver, group, occasion) if receiver else Party(),
        author=target.author,
        to_self=giver.id == to,
        given=thanks.times(tx, giver.id, to, opens, occasion.now),
        returned=thanks.times(tx, to, giver.id, opens, occasion.now),
        given_today=thanks.given_on(tx, giver.id, occasion),
        received_today=thanks.received_on(tx, to, theirs),
    )


def _party(tx: Tx, member: Member, group: Group, occasion: Occasion) -> Party:
    """What is known of somebody; who has never written here nor left counts as present, with nothing to their name."""
    presence = members.membership(tx, group.id, member.id)
    agreed = member.covenant_version >= occasion.programme.brand.covenant_version
    present = presence is None or presence.present
    return Party(present, agreed, member.suspended(occasion.now), members.seniority(tx, member.id))


def _thanked(
    tx: Tx, giver: Member, receiver: Member | None, verdict: Verdict, reason: str | None, occasion: Occasion
) -> Thanked:
    rules = occasion.programme.thanks
    numbers = {
        ThanksOutcome.PROBATION: (0, rules.probation_days),
        ThanksOutcome.NO_COVENANT: (0, _still_new(tx, giver, occasion)),
        ThanksOutcome.COOL_DOWN: (rules.cooldown_s, 0),
        ThanksOutcome.PAIR_LIMIT: (0, rules.window_days),
        ThanksOutcome.GIVER_BUDGET: (rules.per_giver_day, 0),
        ThanksOutcome.RECEIVER_LIMIT: (rules.per_receiver_day, 0),
    }
    limit, days = numbers.get(verdict.outcome, (0, 0))
    news = _news(tx, giver, verdict.outcome, occasion)
    name = receiver.name if receiver else ""
    return Thanked(verdict.outcome, name, verdict.points, reason, limit, days, rules.probation_messages, news)


def _still_new(tx: Tx, giver: Member, occasion: Occasion) -> int:
    """The days that somebody has to be here before their thanks count, 0 for one who has been here that long."""
    rules, seniority = occasion.programme.thanks, members.seniority(tx, giver.id)
    return rules.probation_days if on_probation(seniority, occasion.now, rules) else 0


def _again(tx: Tx, known: Thank, way: Way, reason: str | None, occasion: Occasion) -> Thanked:
    """The message was thanked for with credit before: only words that were missing are added."""
    thanks.tried_again(tx, known)
    added = reason if reason and known.reason is None else None
    if added:
        thanks.add_reason(tx, known, added)
    assert known.receiver is not None
    receiver, giver = members.get(tx, known.receiver), members.get(tx, known.giver)
    thanked = _thanked(tx, giver, receiver, Verdict(ThanksOutcome.ALREADY_THANKED), added, occasion)
    if way is Way.WORD:
        _note(tx, giver, thanked, None, occasion)
    return thanked


def _news(tx: Tx, giver: Member, outcome: ThanksOutcome, occasion: Occasion) -> bool:
    """Whether the giver has not been told this since their day began; nobody wants to read it ten times."""
    return not outcomes.told_since(tx, giver.id, f"thanks/{outcome.value}", occasion.next_day_at - DAY_S)


def _note(tx: Tx, giver: Member, thanked: Thanked, frees_at: int | None, occasion: Occasion) -> None:
    detail = {**spread(thanked), "outcome": thanked.outcome.value}
    outcomes.note(tx, giver.id, occasion, RULE, thanked.template, frees_at, detail)
