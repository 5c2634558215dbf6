"""What the messages about the showcase speak about."""

from actions.showcase import Address, Corrected, PutBack, TakenOut
from rules.showcase import Exhibit, Exhibited
from rules.values import replace
from tests.messages.samples.submission import LONG

EXHIBIT = Exhibit(
    Exhibited.WORK, 41, "转场练习", 4, "林<b>晓", "瑞秋", "剪了三遍 <终于> 满意", ("clean_cuts", "good_rhythm"), None
)
WORDED = replace(EXHIBIT, caption="转场练到第三遍，<终于>顺了。")
CORRECTED = Corrected(WORDED, "莫莫")
TAKEN_OUT = TakenOut(EXHIBIT, "莫莫", "片子里有车主的 <车牌>。")
PUT_BACK = PutBack(EXHIBIT, "莫莫")
ADDRESS = Address(Exhibited.WORK, 41, "https://t.me/c/1234567890/90")

SAMPLES: dict[str, object] = {
    "showcase/post": EXHIBIT,
    "showcase/preview": WORDED,
    "showcase/drafted": WORDED,
    "showcase/ask_words": EXHIBIT,
    "showcase/ask_reason": EXHIBIT,
    "showcase/corrected": CORRECTED,
    "showcase/note_corrected": CORRECTED,
    "showcase/told_corrected": CORRECTED,
    "showcase/taken_out": TAKEN_OUT,
    "showcase/note_taken_out": TAKEN_OUT,
    "showcase/told_taken_out": TAKEN_OUT,
    "showcase/note_put_back": PUT_BACK,
    "showcase/told_put_back": PUT_BACK,
    "showcase/not_reworded": WORDED,
    "showcase/not_deleted": EXHIBIT,
    "showcase/gone": EXHIBIT,
    "showcase/address": ADDRESS,
}
MORE: dict[str, object] = {
    "showcase/address · nowhere": replace(ADDRESS, link=None),
    "showcase/told_put_back · a discovery": replace(PUT_BACK, exhibit=replace(EXHIBIT, kind=Exhibited.DISCOVERY)),
    "showcase/post · long, no remark chosen": replace(EXHIBIT, text=LONG, praise=()),
}
