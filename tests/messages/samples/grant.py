"""What the messages about points by hand speak about."""

from actions.fairness.grant import Awarded, Declined, Proposed
from actions.ledger.paying import Promotion
from rules.values import replace

GIVEN = Awarded(5, 3, "林晓", 20, "夜里帮新车友拖车 <b>", "莫莫", None, 1, 88, Promotion(1, "活跃车友", "新晋车友"))
TAKEN = replace(GIVEN, points=-20, reason="误领的活动分", promotion=None)

SAMPLES: dict[str, object] = {
    "grant/given": GIVEN,
    "grant/received": GIVEN,
    "grant/taken": TAKEN,
    "grant/noted": TAKEN,
    "grant/proposed": Proposed(5, 2, "林晓", 500, "组织年会", "莫莫"),
    "grant/question": Proposed(5, 2, "林晓", 500, "组织年会", "莫莫"),
    "grant/confirmed": replace(GIVEN, points=500, confirmed_by="品牌主理人"),
    "grant/declined": Declined(4, "林晓", 500, "组织年会", "莫莫", "品牌主理人"),
}
MORE: dict[str, object] = {
    "grant/noted · given, and a new level": GIVEN,
    "grant/noted · to somebody who never started the bot": replace(GIVEN, promotion=None, reachable=False),
    "grant/noted · taken from somebody who never did": replace(TAKEN, reachable=False),
    "grant/proposed · to be taken": Proposed(5, 2, "林晓", -500, "误领的活动分", "莫莫"),
    "grant/question · to be taken": Proposed(5, 2, "林晓", -500, "误领的活动分", "莫莫"),
    "grant/confirmed · taken": replace(TAKEN, points=-500, confirmed_by="品牌主理人"),
    "grant/declined · nobody decided": Declined(4, "林晓", 500, "组织年会", "莫莫", None, 7),
    "grant/declined · to be taken": Declined(4, "林晓", -500, "误领的活动分", "莫莫", "品牌主理人"),
}
