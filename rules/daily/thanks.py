"""Thanks: when they give assist credit, and how much. The credit can't be farmed by swapping thanks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import NEVER_SEEN, Seniority
from rules.programme.thanks import Thanks
from rules.refusals import Refusal

DAY_S = 86_400


def unaddressed(words: str, name: str) -> str:
    """The words without the name of `name` that they may begin with: what is quoted beside the name need not call it."""
    calls = {name, name[-2:] if len(name) > 2 and not name.isascii() else name, *name.split()}
    listed = "|".join(re.escape(call) for call in sorted(calls, key=len, reverse=True))
    rest = re.sub(rf"\A(?:{listed})[\s,，、:：!！~～]+", "", words, flags=re.IGNORECASE)
    return rest if sum(char.isalnum() for char in rest) > 1 else words


class Way(StrEnum):
    """How somebody thanked: in words, or by a reaction."""

    WORD = "word"
    REACTION = "reaction"


class Author(StrEnum):
    """Whose message was thanked for."""

    PERSON = "person"
    BOT = "bot"
    CHANNEL = "channel"
    ANONYMOUS = "anonymous"
    FORWARDED = "forwarded"
    UNKNOWN = "unknown_author"


@dataclass(eq=False)
class NobodyThanked(Refusal):
    """Neither a reply nor a name tells who is thanked."""


class ThanksOutcome(StrEnum):
    """What came of a thank; each has a message `thanks/<name>` that the giver can read."""

    CREDITED = "credited"
    BOT = "bot"
    CHANNEL = "channel"
    ANONYMOUS = "anonymous"
    FORWARDED = "forwarded"
    UNKNOWN_AUTHOR = "unknown_author"
    SELF = "self"
    ALREADY_THANKED = "already_thanked"
    SANCTIONED = "sanctioned"
    NO_COVENANT = "no_covenant"
    NOT_A_MEMBER = "not_a_member"
    PROBATION = "probation"
    RECEIVER_LEFT = "receiver_left"
    RECEIVER_NO_COVENANT = "receiver_no_covenant"
    RECEIVER_PAUSED = "receiver_paused"
    COOL_DOWN = "cool_down"
    PAIR_LIMIT = "pair_limit"
    GIVER_BUDGET = "giver_budget"
    RECEIVER_LIMIT = "receiver_limit"
    TAKEN_BACK = "taken_back"


class Party(Struct, frozen=True):
    """What is known of the giver or the receiver; the seniority is that in all of our groups.

    `suspended_until` is when the sanction that they are under ends, None when they are under none.
    """

    present: bool = True
    agreed: bool = True
    suspended_until: int | None = None
    seniority: Seniority = NEVER_SEEN


class Facts(Struct, frozen=True):
    """Everything the verdict on a thank depends on.

    `given` and `returned` are the times of credited thanks from giver to receiver and back, oldest first;
    `given_today` and `received_today` count credited thanks with anybody, on the giver's day and on the receiver's,
    which end at `day_ends_at` and `their_day_ends_at`.
    """

    now: int
    day_ends_at: int
    base: int
    giver: Party
    receiver: Party
    author: Author = Author.PERSON
    to_self: bool = False
    given: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()
    given_today: int = 0
    received_today: int = 0
    their_day_ends_at: int = 0


class Verdict(Struct, frozen=True):
    """What a thank is worth, and when the same would count again (UTC seconds) if it is not."""

    outcome: ThanksOutcome
    points: int = 0
    frees_at: int | None = None


def credit(base: int, given: int, returned: int, divisors: Sequence[int]) -> int:
    """Points for a thank after `given` earlier ones of that pair and `returned` the other way: half up to a whole one."""
    if given >= len(divisors):
        return 0
    share = divisors[given] * (1 + returned)
    return (2 * base + share) // (2 * share)


def judge(facts: Facts, thanks: Thanks) -> Verdict:
    """The first rule that speaks against the credit decides; if none does it is credited."""
    for outcome, stops in RULES:
        until = stops(facts, thanks)
        if until is not None:
            return Verdict(outcome, frees_at=until or None)
    return Verdict(ThanksOutcome.CREDITED, _worth(facts, thanks, facts.now))


OPEN = 0
_Stops = Callable[[Facts, Thanks], int | None]


def _when(holds: bool, until: int = OPEN) -> int | None:
    return until if holds else None


def on_probation(who: Seniority, now: int, thanks: Thanks) -> bool:
    """Whether thanks of somebody with that seniority do not count yet."""
    return who.since + thanks.probation_days * DAY_S > now or who.messages < thanks.probation_messages


def _probation(facts: Facts, thanks: Thanks) -> int | None:
    giver = facts.giver.seniority
    ends = giver.since + thanks.probation_days * DAY_S
    return _when(on_probation(giver, facts.now, thanks), ends if ends > facts.now else OPEN)


def _cool_down(facts: Facts, thanks: Thanks) -> int | None:
    ends = facts.given[-1] + thanks.cooldown_s if facts.given else OPEN
    return _when(ends > facts.now, ends)


def _worth(facts: Facts, thanks: Thanks, at: int) -> int:
    opens = at - thanks.window_days * DAY_S
    given, returned = (sum(time > opens for time in times) for times in (facts.given, facts.returned))
    return credit(facts.base, given, returned, thanks.divisors)


def _pair_limit(facts: Facts, thanks: Thanks) -> int | None:
    if facts.base == 0 or _worth(facts, thanks, facts.now) > 0:
        return None
    leaves = sorted(time + thanks.window_days * DAY_S for time in (*facts.given, *facts.returned))
    return next((at for at in leaves if at > facts.now and _worth(facts, thanks, at) > 0), OPEN)


def _author(author: Author) -> tuple[ThanksOutcome, _Stops]:
    return ThanksOutcome(author.value), lambda facts, thanks: _when(facts.author is author)


RULES: tuple[tuple[ThanksOutcome, _Stops], ...] = (
    *(_author(author) for author in Author if author is not Author.PERSON),
    (ThanksOutcome.SELF, lambda f, _: _when(f.to_self)),
    (ThanksOutcome.SANCTIONED, lambda f, _: f.giver.suspended_until),
    (ThanksOutcome.NO_COVENANT, lambda f, _: _when(not f.giver.agreed)),
    (ThanksOutcome.NOT_A_MEMBER, lambda f, _: _when(not f.giver.present)),
    (ThanksOutcome.PROBATION, _probation),
    (ThanksOutcome.RECEIVER_LEFT, lambda f, _: _when(not f.receiver.present)),
    (ThanksOutcome.RECEIVER_NO_COVENANT, lambda f, _: _when(not f.receiver.agreed)),
    (ThanksOutcome.RECEIVER_PAUSED, lambda f, _: _when(bool(f.receiver.suspended_until))),
    (ThanksOutcome.COOL_DOWN, _cool_down),
    (ThanksOutcome.PAIR_LIMIT, _pair_limit),
    (ThanksOutcome.GIVER_BUDGET, lambda f, thanks: _when(f.given_today >= thanks.per_giver_day, f.day_ends_at)),
    (
        ThanksOutcome.RECEIVER_LIMIT,
        lambda f, thanks: _when(f.received_today >= thanks.per_receiver_day, f.their_day_ends_at),
    ),
)
