"""What the messages about batches speak about."""

from actions.fairness.batch import BatchGiven, BatchMistake, BatchSeen, BatchShare
from actions.fairness.grant import Awarded
from handlers.fairness.batch import OnLine
from rules.fairness.batch import BatchFlaw
from rules.refusals import Candidate
from rules.values import replace

SEEN = BatchSeen(3, "周末自驾到场", "莫莫", (BatchShare("林晓", 20), BatchShare("周<b>舟", 30)), 50)
AGAIN = BatchSeen(4, "周末自驾到场", "莫莫", (BatchShare("林晓", 20), BatchShare("何川", 20)), 40, again=2)
WRONG = BatchSeen(
    0, "周末自驾到场", "莫莫", (), 0, tuple(BatchMistake(n, "小星", flaw) for n, flaw in enumerate(BatchFlaw, 1))
)
GIVEN = BatchGiven(
    3,
    "周末自驾到场",
    "莫莫",
    None,
    50,
    tuple(
        Awarded(nth, nth, one.name, one.points, "周末自驾到场", "莫莫", None, None, None, None)
        for nth, one in enumerate(SEEN.shares, 1)
    ),
)

SAMPLES: dict[str, object] = {
    "batch/ask": None,
    "batch/wrong": WRONG,
    "batch/preview": SEEN,
    "batch/given": GIVEN,
    "batch/proposed": SEEN,
    "batch/question": SEEN,
    "batch/declined": SEEN,
    "batch/lapsed": SEEN,
    "batch/dropped": None,
}
MEANT = (Candidate(880_001, "小星", "xiaoxing"), Candidate(880_002, "小星", None))
MORE: dict[str, object] = {
    "batch/wrong · to choose from": replace(
        WRONG,
        mistakes=tuple(BatchMistake(n, "小星", flaw, MEANT) for n, flaw in enumerate(BatchFlaw, 1) if n in (2, 3)),
    ),
    "batch/preview · two of one name": replace(
        SEEN, shares=(BatchShare("林晓", 20, "@lin"), BatchShare("林晓", 30, "ID 880002"))
    ),
    "batch/preview · given the same today": AGAIN,
    "batch/question · two of one name": replace(SEEN, shares=(BatchShare("林晓", 20, "@lin"),)),
    "batch/given · a second person confirmed": replace(GIVEN, confirmed_by="阿宁"),
}
LABELS: dict[str, object] = {"batch/meant": OnLine(2, MEANT[0])}
