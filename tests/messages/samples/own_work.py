"""What the messages about one's own works speak about."""

from actions.works.own_work import OwnWork, OwnWorks
from rules.pages import page_of
from rules.values import replace
from rules.works.review import Decision, Feedback
from rules.works.submission import Stage, SubmissionStanding
from tests.messages.samples.moments import at
from tests.messages.samples.result import PLACES
from tests.messages.samples.submission import LONG

SAID = Feedback(1, 3, Decision.RETURNED, ("sound_too_low",), "15 秒处听不清。", at(15, 20))
WAITING = OwnWork(
    id=41,
    challenge=12,
    title="转场练习 <一>",
    stage=Stage.WORK,
    standing=SubmissionStanding.WAITING,
    version=2,
    since=at(16, 21),
    text="剪了三遍 <终于> 满意",
    files=2,
    said=SAID,
    open=True,
)

SAMPLES: dict[str, object] = {
    "own_work/list": OwnWorks(
        (WAITING, replace(WAITING, id=40, standing=SubmissionStanding.RETURNED)), page_of(2, 12, 10)
    ),
    "own_work/detail": WAITING,
    "own_work/withdraw_surely": WAITING,
    "review/withdrawn": WAITING,
}
LABELS: dict[str, object] = {"own_work/open": WAITING}
MORE: dict[str, object] = {
    "own_work/list · none": OwnWorks((), page_of(1, 0, 10)),
    "own_work/withdraw_surely · after the deadline": replace(WAITING, open=False),
    "own_work/list · plans": OwnWorks(
        tuple(
            replace(WAITING, stage=Stage.PLAN, standing=one)
            for one in (SubmissionStanding.WAITING, SubmissionStanding.APPROVED)
        ),
        page_of(1, 2, 10),
    ),
    "own_work/detail · it lives outside": replace(WAITING, standing=SubmissionStanding.APPROVED, results=PLACES),
    "own_work/detail · a plan, long, nothing said yet": replace(
        WAITING, stage=Stage.PLAN, text=LONG, files=0, said=None
    ),
    "own_work/detail · only words were said": replace(WAITING, text="", said=replace(SAID, chips=())),
}
