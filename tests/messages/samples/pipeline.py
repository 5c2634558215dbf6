"""What the message about the pipeline speaks about."""

from actions.journey.pipeline import Doing, Pipeline, StageSuggestion
from rules.journey.pipeline import Leak, Share
from rules.programme.conditions import checked
from rules.stage import Stage
from rules.stage_counts import StageCount
from rules.values import replace

COUNTS = (
    StageCount(Stage.SPROUT, 2, 7, 3, 1, 24),
    StageCount(Stage.ACTIVE, 1, 5, 1, 2, 66),
    StageCount(Stage.MATURE, 1, 1, 0, 0, 210),
    StageCount(Stage.ALUMNI, 0, 0, 0, 0, 0),
)
SHARES = (Share(Stage.SPROUT, 53, 50), Share(Stage.ACTIVE, 35, 35), Share(Stage.MATURE, 12, 15))
NEXT = (
    StageSuggestion(Doing.TALK, "周<b>舟", 42, Stage.MATURE, None),
    StageSuggestion(Doing.CHANCE, "林晓", 0, Stage.ACTIVE, checked("people_helped", 3, 5)),
    StageSuggestion(Doing.FIRST_STEPS, "何川", 50, None, None),
)
REPORT = Pipeline(2026, 10, COUNTS, Leak(Stage.ACTIVE, 1, 2), SHARES, NEXT, 30)

SAMPLES: dict[str, object] = {"pipeline/report": REPORT}
MORE: dict[str, object] = {"pipeline/report · nothing lost": replace(REPORT, leak=None, suggestions=())}
