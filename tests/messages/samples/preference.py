"""What the messages about preference votes speak about."""

from actions.journey.preference import DesignChosen
from actions.journey.preference_seen import (
    CriterionResult,
    DesignStanding,
    PreferenceList,
    PreferenceSeen,
    RoundSeen,
)
from handlers.journey.newpreference import PicturesAsked, PreferencePreview
from handlers.journey.preference_posts import BestDesigns, BestLiked, CriterionCard, DesignOption
from rules.ballot import Verdict
from rules.draft import AlreadyPublished
from rules.files import File
from rules.journey.preference import (
    DecisionShort,
    NobodyChooses,
    NoPreferenceVote,
    PicturesNeeded,
    PreferencePlan,
    PreferenceState,
    RoundPlan,
    Secrecy,
    Voters,
)
from rules.pages import Page
from rules.reading.forms import Filled
from rules.values import replace
from tests.messages.samples.moments import at

NOW, DAY_S = at(18, 20, 30), 86_400
TITLE, ABOUT = "冬季<脚垫>", "三款<脚垫>，想听听大家的。"
NAMES = ("夜幕<蓝>", "晨雾白", "松针绿")
CRITERIA = ("好看", "<实用>")
FILES = tuple(File("photo", name, name) for name in NAMES)
PLAN = PreferencePlan(TITLE, ABOUT, CRITERIA, Voters.COUNCIL, Secrecy.NAMED)
ROUND = RoundPlan(NAMES, NOW + 3 * DAY_S)
BLUE = DesignStanding(1, NAMES[0], 4, ("周<b>舟", "林晓"), 2)
WHITE, GREEN = DesignStanding(2, NAMES[1], 1, ("何川",)), DesignStanding(3, NAMES[2], 0)
LOOKS = CriterionResult(CRITERIA[0], Verdict.DECIDED, (BLUE, WHITE, GREEN), (BLUE,), 5)
EVEN = (DesignStanding(1, NAMES[0], 2), DesignStanding(3, NAMES[2], 2), DesignStanding(2, NAMES[1], 1))
USE = CriterionResult(CRITERIA[1], Verdict.TIED, EVEN, EVEN[:2], 5)
FEW = CriterionResult(CRITERIA[1], Verdict.TOO_FEW, (DesignStanding(1, NAMES[0], 2), WHITE, GREEN), (), 3)
OPEN = RoundSeen(
    7, 3, 1, 5, TITLE, ABOUT, CRITERIA, Voters.COUNCIL, True, NAMES, FILES, NOW + 3 * DAY_S, 5, 9, True, False
)
COUNTED = replace(OPEN, open=False, results=(LOOKS, USE), promised_at=NOW + 17 * DAY_S)
STOPPED = replace(COUNTED, stopped=True, results=())
SECOND = replace(OPEN, id=8, nth=2, voters=Voters.CORE, named=False, criteria=("",))
SINGLE = replace(COUNTED, nth=2, criteria=("",), results=(replace(LOOKS, criterion=""), FEW))
SEEN = PreferenceSeen(3, 5, TITLE, PreferenceState.COUNTED, (COUNTED,), NOW + 14 * DAY_S, False, "", None)
DECIDED = replace(SEEN, id=2, state=PreferenceState.DECIDED, decision="夜幕<蓝>先做", decided_at=NOW)
CHOSEN = DesignChosen(CRITERIA[0], 1, NAMES[0], NOW + 3 * DAY_S, 2)
PREVIEW = PreferencePreview(PLAN, ROUND, 1, 9, 5, ())
LISTED = PreferenceList(
    (
        replace(SEEN, id=5, rounds=(OPEN,)),
        SEEN,
        replace(SEEN, id=4, rounds=(COUNTED, SINGLE), overdue=True),
        DECIDED,
    ),
    Page(1, 2, 7, 0),
)

SAMPLES: dict[str, object] = {
    "preference/form": None,
    "preference/form_again": Filled("标题：冬季<脚垫>"),
    "preference/round_form": Filled("设计：夜幕<蓝>"),
    "preference/in_private": None,
    "preference/ask_pictures": PicturesAsked(NAMES, 0),
    "preference/pictures_came": None,
    "preference/preview": PREVIEW,
    "preference/dropped": None,
    "preference/published": OPEN,
    "preference/gone_on": SECOND,
    "preference/album": OPEN,
    "preference/card": CriterionCard(OPEN, CRITERIA[1]),
    "preference/card_over": CriterionCard(COUNTED, CRITERIA[1]),
    "preference/chosen": CHOSEN,
    "preference/asked": OPEN,
    "preference/winners": BestLiked(TITLE, EVEN[:2]),
    "preference/result": COUNTED,
    "preference/desk": OPEN,
    "preference/ask_stop": OPEN,
    "preference/ask_decision": SEEN,
    "preference/decided": DECIDED,
    "preference/overdue": SEEN,
    "preference/list": LISTED,
    "preference/round": COUNTED,
    "refusals/no_preference_vote": NoPreferenceVote("council"),
    "refusals/pictures_needed": PicturesNeeded(3, 2),
    "refusals/decision_short": DecisionShort(4),
    "refusals/nobody_chooses": NobodyChooses("council"),
}
LABELS: dict[str, object] = {
    "preference/choose": DesignOption(1, NAMES[0]),
    "preference/best": BestDesigns(2),
    "preference/open": SEEN,
}
MORE: dict[str, object] = {
    "preference/round_form · a new set": Filled(""),
    "preference/ask_pictures · they do not fit": PicturesAsked(NAMES, 2),
    "preference/preview · changed": replace(PREVIEW, changed=(2, 3)),
    "preference/preview · of the core group": replace(
        PREVIEW, plan=PreferencePlan(TITLE, ABOUT, ("",), Voters.CORE, Secrecy.SECRET), nth=2
    ),
    "preference/published · a second round": SECOND,
    "preference/album · of the core group": SECOND,
    "preference/card · without a criterion": CriterionCard(SECOND, ""),
    "preference/card_over · stopped": CriterionCard(replace(STOPPED, criteria=("",)), ""),
    "preference/chosen · the last one": replace(CHOSEN, criterion="", left=0),
    "preference/result · without a criterion": SINGLE,
    "preference/result · stopped": STOPPED,
    "preference/desk · counted": COUNTED,
    "preference/desk · stopped": STOPPED,
    "preference/round · open": SECOND,
    "preference/round · stopped": STOPPED,
    "preference/list · one page": replace(LISTED, page=Page(1, 1, 4, 0)),
    "refusals/no_preference_vote · of the core group": NoPreferenceVote("core"),
    "refusals/pictures_needed · too many": PicturesNeeded(3, 4),
    "refusals/nobody_chooses · of the core group": NobodyChooses("core"),
    "refusals/already_published · designs": AlreadyPublished("preference", 3),
}
