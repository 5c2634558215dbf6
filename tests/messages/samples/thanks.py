"""What the messages about thanks speak about."""

from actions.daily.thanks import Thanked
from handlers.daily.thanks import ThanksLine
from rules.daily.thanks import NobodyThanked, ThanksOutcome
from rules.values import replace

LIMITS = {ThanksOutcome.COOL_DOWN: 30, ThanksOutcome.RECEIVER_LIMIT: 20}
DAYS = {ThanksOutcome.PAIR_LIMIT: 30}


def _thanked(outcome: ThanksOutcome) -> Thanked:
    """A thank that came to that, with the numbers that the programme begins with."""
    limit, days = LIMITS.get(outcome, 5), DAYS.get(outcome, 7)
    return Thanked(outcome, "周<b>舟", 4, "讲得清楚", limit=limit, days=days, messages=20)


SAMPLES: dict[str, object] = {f"thanks/{outcome.value}": _thanked(outcome) for outcome in ThanksOutcome}
SAMPLES["thanks/you_are_welcome"] = None
SAMPLES["thanks/line"] = ThanksLine("林晓", "周<b>舟")
SAMPLES["thanks/gathered"] = None
SAMPLES["refusals/nobody_thanked"] = NobodyThanked()
MORE: dict[str, object] = {
    "thanks/cool_down · minutes": replace(_thanked(ThanksOutcome.COOL_DOWN), limit=300),
    "thanks/already_thanked · with no word": replace(_thanked(ThanksOutcome.ALREADY_THANKED), reason=None),
    "thanks/no_covenant · no probation": replace(_thanked(ThanksOutcome.NO_COVENANT), days=0, messages=0),
}
