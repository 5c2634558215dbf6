"""What the first words speak about."""

from bot.flow.anew import EditedCall
from handlers.fairness.welcome import StillAsked, Welcome
from handlers.refused import GivenUp, QuestionOver
from handlers.weighty import Unreached
from rules.honour.mentor import MentorOfferSettled
from rules.refusals import NotTaken
from rules.shop.order import OrderMoved, OrderState
from tests.messages.samples.covenant import CITY

SAMPLES: dict[str, object] = {
    "welcome/start": Welcome("林晓", agreed=False),
    "welcome/unreached": Unreached(("林晓",), 0),
    "welcome/unreached · many": Unreached(("林晓", "周舟"), 3),
    "welcome/looks_lost": None,
    "welcome/edited_call": EditedCall("grant"),
    "welcome/left_out": NotTaken("photo", ()),
    "welcome/answered_before": None,
    "welcome/still_asked": StillAsked("challenge.form", "标题：转场练习\n类型：标准"),
    "welcome/cancelled": GivenUp("card.intro"),
    "welcome/over": QuestionOver("order.address", 12, OrderMoved.template, OrderMoved(12, OrderState.SENT)),
    "welcome/nothing_to_cancel": None,
    "welcome/look_in_private": None,
    "welcome/write_in_private": None,
}
KINDS = "photo video animation document audio voice video_note sticker poll contact location venue story dice game checklist"
MORE: dict[str, object] = {
    "welcome/cancelled · what an appeal would have said as well": GivenUp("appeal.words"),
    "welcome/cancelled · where an order is sent": GivenUp("order.address"),
    "welcome/still_asked · about one order": StillAsked("order.reason", "", 12),
    "welcome/still_asked · nothing written so far": StillAsked("order.address", ""),
    "welcome/over · of no number": QuestionOver(
        "mentor.reason", None, MentorOfferSettled.template, MentorOfferSettled()
    ),
    "welcome/start · who has agreed": Welcome("林晓", agreed=True),
    "welcome/start · who has long been with us": Welcome("林晓", agreed=True, known=True),
    "welcome/start · who has long been with us and agreed to an older covenant": Welcome("林晓", False, known=True),
    "welcome/start · who was long with us and left": Welcome(
        "林晓", agreed=True, groups=(CITY,), outside=True, known=True
    ),
    "welcome/start · who is asked about a mentor": Welcome("林晓", agreed=True, mentor=True),
    "welcome/start · who is in no group": Welcome("林晓", agreed=True, groups=(CITY,), outside=True),
    "welcome/start · who is new and in no group": Welcome("林晓", agreed=False, groups=(CITY,), outside=True),
    "welcome/start · one of the team": Welcome("莫莫", agreed=False, team=True, desk="星途运营小组"),
    "welcome/start · one of the team, before there is a desk": Welcome("莫莫", agreed=True, team=True),
    **{f"welcome/left_out · {kind}": NotTaken(kind, ()) for kind in KINDS.split() if kind != "photo"},
    "welcome/left_out · what is new to us": NotTaken("hologram", ()),
}
LABELS: dict[str, object] = {"welcome/give_up": GivenUp("card.intro")}
