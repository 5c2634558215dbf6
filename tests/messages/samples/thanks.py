"""What the messages about thanks speak about."""

from actions.daily.thanks import Thanked
from handlers.daily.thanks import ThanksLine
from rules.daily.thanks import NobodyThanked, ThanksOutcome

SAMPLES: dict[str, object] = {
    f"thanks/{outcome.value}": Thanked(outcome, "周<b>舟", 4, "讲得清楚", limit=5, days=30, messages=20)
    for outcome in ThanksOutcome
}
SAMPLES["thanks/you_are_welcome"] = None
SAMPLES["thanks/line"] = ThanksLine("林晓", "周<b>舟")
SAMPLES["thanks/gathered"] = None
SAMPLES["refusals/nobody_thanked"] = NobodyThanked()
