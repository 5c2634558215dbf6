"""Accepted answers, as they are told."""

from actions.daily.acceptance import Accepted, Candidate, Candidates, Reopened, Withheld
from actions.daily.rewording import Edited
from rules.daily.acceptance import Unpaid
from rules.values import replace

LINK = "https://t.me/c/1234567890/90"
PAID = Accepted(12, "蓝牙钥匙连不上", "周舟", "林晓", 15, 3, None, None, 3)
CAPPED = Accepted(12, "蓝牙钥匙连不上", "周舟", "林晓", 0, 0, Unpaid.ASKER_CAP, Unpaid.ASKER_CAP, 3)
CANDIDATE = Candidate(90, "周舟", "先在手机里忽略这把钥匙，再重新配对", LINK)

SAMPLES: dict[str, object] = {
    "acceptance/candidates": Candidates(12, "蓝牙钥匙连不上", (CANDIDATE, Candidate(91, "何川", "", None))),
    "acceptance/toast": PAID,
    "acceptance/done": CAPPED,
    "acceptance/thanks": PAID,
    "acceptance/reopened": Reopened(12, "周舟", "林晓", 15, 3),
    "acceptance/taken_back": Reopened(12, "周舟", "林晓", 15, 3),
    "acceptance/points_back": Reopened(12, "周舟", "林晓", 15, 3),
    "acceptance/edited": Edited(12, "周舟", "改成了别的 <内容>", LINK),
    "acceptance/withheld": Withheld(12, Unpaid.COVENANT, 3, asking=False),
}

LABELS: dict[str, object] = {"acceptance/this": CANDIDATE}
MORE: dict[str, object] = {
    "acceptance/done · both get points": PAID,
    "acceptance/done · their own answer": replace(CAPPED, name="林晓", asker_withheld=Unpaid.SAME_PERSON),
    "acceptance/done · registered by whoever answered": replace(CAPPED, asker_withheld=Unpaid.PLANTED),
    "acceptance/done · the answerer has left": replace(PAID, points=0, withheld=Unpaid.LEFT),
    "acceptance/thanks · the asker has had enough of a day": CAPPED,
    "acceptance/thanks · their own answer": replace(CAPPED, name="林晓", withheld=Unpaid.SAME_PERSON),
    "acceptance/edited · in a group without links": Edited(12, "周舟", "改成了别的 <内容>", None),
    "acceptance/withheld · the asker has not agreed": Withheld(12, Unpaid.COVENANT, 3, asking=True),
    **{
        f"acceptance/withheld · {why.value}": Withheld(12, why, 3, asking=False)
        for why in Unpaid
        if why is not Unpaid.COVENANT
    },
}
