"""What the messages about batches speak about."""

from actions.fairness.batch import BatchGiven, BatchMistake, BatchSeen, BatchShare
from rules.fairness.batch import BatchFlaw

SEEN = BatchSeen(3, "周末自驾到场", "莫莫", (BatchShare("林晓", 20), BatchShare("周舟 <二>", 30)), 50)
WRONG = BatchSeen(
    0, "周末自驾到场", "莫莫", (), 0, tuple(BatchMistake(n, "小星", flaw) for n, flaw in enumerate(BatchFlaw, 1))
)
GIVEN = BatchGiven(3, "周末自驾到场", "莫莫", "阿宁", 50, ())

SAMPLES: dict[str, object] = {
    "batch/ask": None,
    "batch/wrong": WRONG,
    "batch/preview": SEEN,
    "batch/given": GIVEN,
    "batch/proposed": SEEN,
    "batch/question": SEEN,
    "batch/declined": SEEN,
    "batch/dropped": None,
}
