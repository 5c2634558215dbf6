"""What the messages about resources speak about."""

from actions.offers.application import ApplicationCard, ApplicationSeen, MadeWith, WorkShown
from actions.offers.editresource import ResourceEdited, ResourceShut
from actions.offers.resource import Holder, ResourceSeen
from actions.offers.resource_kept import Late, Overdue, Unanswered
from actions.offers.resource_made import HadThing, MadeChoice, WorkToLink
from actions.works.plan_days import AskLate, PlanDue
from handlers.offers.editresource import ResourceEditPreview
from handlers.offers.newresource import ResourcePreview
from handlers.offers.resource import ResourceList
from handlers.offers.resource_desk import WordsAsked
from handlers.offers.resource_late import ResourceDesk
from handlers.offers.resource_told import ResourceAnnounced
from rules.audience import Reader
from rules.draft import AlreadyPublished
from rules.offers.application import (
    AlreadyApplied,
    Application,
    ApplicationMoved,
    ApplicationState,
    LongerAsked,
    LongerUnclear,
    PurposeTooShort,
)
from rules.offers.resource import (
    Lack,
    NoPieceFree,
    PiecesOut,
    ResourceClosed,
    ResourceKind,
    ResourceNotYet,
    ResourceNumberNeeded,
    ResourcePlan,
    ResourceUnknown,
)
from rules.pages import Page
from rules.programme.trust import TrustStep
from rules.reading.amending import Overtaken
from rules.reading.forms import Filled
from rules.values import names, replace
from rules.works.challenge import SkillTrack
from rules.works.submission import SubmissionStanding
from storage.offers.resources_made import MadeRow
from tests.messages.samples.moments import at

CAMERA = ResourcePlan(
    "微单<相机>",
    ResourceKind.LEND,
    "带两个镜头，适合拍夜景。",
    2,
    14,
    "senior",
    TrustStep.FRAMEWORK,
    SkillTrack.PHOTO,
    at(30, 20),
    "星光路 8 号前台",
)
HIDDEN = replace(CAMERA, place="")
RANKED = replace(HIDDEN, level="", trust=TrustStep.BASE, rank="senior")
SHOOT = ResourcePlan("官方拍摄", ResourceKind.SEAT, "跟着拍一天新车。", 3)
PAPER = ResourcePlan("技术白皮书", ResourceKind.LINK, "电池怎么过冬。", place="https://example.com/paper")
MASCOT = ResourcePlan("吉祥物", ResourceKind.GIVE, "拍照道具。", 5)
PURPOSE = "想拍一组雨夜的路口，给新车主看<灯光>"
WAITS = Application(12, 3, 7, ApplicationState.WAITING, PURPOSE, at(17, 9))
GRANTED = replace(WAITS, state=ApplicationState.GRANTED, day=at(20, 15), words="带上<身份证>")
OUT = replace(GRANTED, state=ApplicationState.OUT, due=at(30, 23, 59))
DECLINED = replace(WAITS, state=ApplicationState.DECLINED, words="这个月都排满了")
MADE = (MadeRow(41, 14, "转场练习", "林<b>晓"),)
SEEN = ResourceSeen(3, HIDDEN, "资深玩家", 1, True, False, (), None, False, False, ())
SHOOT_SEEN = replace(SEEN, id=4, plan=SHOOT, level="", free=3)
PAPER_SEEN = replace(SEEN, id=5, plan=replace(PAPER, place=""), level="", free=None)
ASKED = ApplicationSeen(
    12,
    3,
    HIDDEN,
    7,
    "林<b>晓",
    ApplicationState.WAITING,
    PURPOSE,
    None,
    False,
    None,
    False,
    "",
    None,
    "",
    0,
)
GOT_IT = replace(ASKED, plan=CAMERA, state=ApplicationState.GRANTED, day=at(20, 15), timed=True, words="带上<身份证>")
ON_A_DAY = replace(GOT_IT, day=at(20, 23, 59), timed=False, words="")
HAS_IT = replace(GOT_IT, state=ApplicationState.OUT, due=at(30, 23, 59))
LATE = replace(HAS_IT, due=at(15, 23, 59), overdue=True)
LONGER = replace(HAS_IT, longer=5, longer_why="还差两个夜景<镜头>")
BACK = replace(HAS_IT, state=ApplicationState.RETURNED, words="完好，少一块电池")
CARD = ApplicationCard(
    ASKED,
    1,
    (Holder("周<b>舟", at(21, 23, 59), ApplicationState.OUT), Holder("何<b>川", None, ApplicationState.GRANTED)),
    2,
    (WorkShown("转场练习", SubmissionStanding.APPROVED), WorkShown("夜里的路口", SubmissionStanding.RETURNED)),
    (MadeWith("广角<镜头>", "转场练习"), MadeWith("三脚架", "夜里的路口")),
)
EDITED = ResourceEdited(
    3,
    CAMERA,
    ResourcePlan("全画幅相机", ResourceKind.LEND, "带三个镜头。", 3, 7),
    names(ResourcePlan),
    (7, 8),
    (9,),
)
READERS = (Reader(1, "星途车友会", "zh", reads=True), Reader(2, "星途上海", "zh", reads=False))
CHOICE = MadeChoice(12, "微单<相机>", (WorkToLink(41, "转场练习", True), WorkToLink(42, "夜里的路口", False)))
LACKS = (Lack.LEVEL, Lack.TRUST, Lack.TRACK)

SAMPLES: dict[str, object] = {
    "resource/list": ResourceList((SEEN, SHOOT_SEEN, PAPER_SEEN), Page(1, 1, 3, 0)),
    "resource/detail": SEEN,
    "resource/ask_purpose": SEEN,
    "resource/applied": ASKED,
    "resource/withdraw_surely": ASKED,
    "resource/withdrawn": ASKED,
    "resource/got": HAS_IT,
    "resource/ask_longer": HAS_IT,
    "resource/longer_asked": LONGER,
    "resource/made": CHOICE,
    "resource/linked": HadThing(12, "微单<相机>"),
    "resource/day": GOT_IT,
    "resource/due": HAS_IT,
    "resource/overdue": LATE,
    "resource/late": Late(
        (Overdue(12, "微单<相机>", "林<b>晓", at(15, 23, 59)),), (Unanswered(13, "官方拍摄", "周<b>舟", at(14, 9)),)
    ),
    "resource/desk": ResourceDesk((LATE, LONGER, HAS_IT, ASKED, GOT_IT), Page(1, 1, 5, 0)),
    "resource/card": CARD,
    "resource/card_moved": CARD,
    "resource/card_below": None,
    "resource/no_staff_group": None,
    "resource/called": LONGER,
    "resource/gone": ASKED,
    "resource/called_gone": ASKED,
    "resource/grant_form": ASKED,
    "resource/granted": GOT_IT,
    "resource/told_on": None,
    "resource/handed": HAS_IT,
    "resource/longer": HAS_IT,
    "resource/not_longer": replace(HAS_IT, words="下一位等着用"),
    "resource/ask_words": WordsAsked("declined", ASKED),
    "resource/told": BACK,
    "resource/ask_close": SEEN,
    "resource/shut": ResourceShut(3, "微单<相机>", (12, 13)),
    "resource/form": None,
    "resource/form_again": Filled("标题：微单相机\n说明：带两个镜头，适合拍夜景。"),
    "resource/form_sent": None,
    "resource/form_waits": None,
    "resource/preview": ResourcePreview(CAMERA, "资深玩家", READERS),
    "resource/published": ResourceAnnounced(3, HIDDEN, "资深玩家"),
    "resource/announced": ResourceAnnounced(3, HIDDEN, "资深玩家"),
    "resource/dropped": None,
    "resource/edit_preview": ResourceEditPreview(3, CAMERA, "资深玩家", (Overtaken("名额", "1", "2", "3"),)),
    "resource/edited": EDITED,
    "resource/changed": EDITED,
    "refusals/resource_unknown": ResourceUnknown(99),
    "refusals/resource_number_needed": ResourceNumberNeeded("resource"),
    "refusals/resource_closed": ResourceClosed("微单<相机>"),
    "refusals/resource_not_yet": ResourceNotYet("微单<相机>", LACKS, "资深玩家", TrustStep.FRAMEWORK, SkillTrack.PHOTO),
    "refusals/no_piece_free": NoPieceFree("微单<相机>"),
    "refusals/pieces_out": PiecesOut(2),
    "refusals/purpose_too_short": PurposeTooShort(4, 10),
    "refusals/already_applied": AlreadyApplied("微单<相机>"),
    "refusals/application_moved": ApplicationMoved(),
    "refusals/longer_unclear": LongerUnclear(60),
    "refusals/longer_asked": LongerAsked(),
}
_DETAILS = {
    "a place": SHOOT_SEEN,
    "material": PAPER_SEEN,
    "something is lacking": replace(SEEN, lacks=LACKS),
    "all out": replace(SEEN, free=0),
    "none left": replace(SHOOT_SEEN, free=0),
    "over": replace(SEEN, open=False),
    "waiting": replace(SEEN, mine=WAITS),
    "granted": replace(SEEN, plan=CAMERA, mine=GRANTED, timed=True),
    "granted a place": replace(SHOOT_SEEN, mine=replace(GRANTED, day=at(20, 23, 59), words="")),
    "out": replace(SEEN, plan=CAMERA, mine=OUT),
    "out, longer asked": replace(SEEN, plan=CAMERA, mine=replace(OUT, longer=5)),
    "overdue": replace(SEEN, plan=CAMERA, mine=replace(OUT, due=at(15, 23, 59)), overdue=True),
    "was there": replace(SHOOT_SEEN, mine=replace(GRANTED, state=ApplicationState.USED)),
    "material that is told": replace(PAPER_SEEN, plan=PAPER, mine=replace(WAITS, state=ApplicationState.USED)),
    "a gift": replace(SHOOT_SEEN, plan=MASCOT, mine=replace(GRANTED, state=ApplicationState.USED)),
    "back": replace(SEEN, mine=replace(OUT, state=ApplicationState.RETURNED), made=MADE),
    "kept": replace(SEEN, mine=replace(OUT, state=ApplicationState.KEPT)),
    "lost": replace(SEEN, mine=replace(OUT, state=ApplicationState.LOST)),
    "declined": replace(SEEN, mine=DECLINED),
}
_CARDS = {
    "somebody new, none left": ApplicationCard(ASKED, 0, (), 0, (), ()),
    "a place": replace(CARD, one=replace(ASKED, plan=SHOOT), wait=0),
    "granted": replace(CARD, one=GOT_IT),
    "granted a place": replace(CARD, one=replace(ON_A_DAY, plan=SHOOT)),
    "granted material": replace(CARD, one=replace(GOT_IT, plan=PAPER, day=None, words=""), free=None),
    "out": replace(CARD, one=HAS_IT),
    "overdue": replace(CARD, one=replace(LATE, linked=2)),
    "longer": replace(CARD, one=LONGER),
    "was there": replace(CARD, one=replace(GOT_IT, plan=SHOOT, state=ApplicationState.USED)),
    "given": replace(CARD, one=replace(GOT_IT, plan=MASCOT, state=ApplicationState.USED)),
    **{
        state: replace(CARD, one=replace(BACK, state=ApplicationState(state)))
        for state in ("returned", "lost", "kept", "declined", "called_off", "withdrawn")
    },
}
MORE: dict[str, object] = {
    "resource/announced · for a title of a track": ResourceAnnounced(3, RANKED, "", "资深创作者"),
    "resource/announced · for a title of any track": ResourceAnnounced(
        3, replace(RANKED, track=None), "", "资深创作者"
    ),
    "resource/detail · a title short": replace(SEEN, plan=RANKED, level="", rank="资深创作者", lacks=(Lack.RANK,)),
    "resource/detail · a title of any track short": replace(
        SEEN, plan=replace(RANKED, track=None), level="", rank="资深创作者", lacks=(Lack.RANK,)
    ),
    "refusals/resource_not_yet · a title": ResourceNotYet(
        "微单<相机>", (Lack.RANK,), "", TrustStep.BASE, SkillTrack.PHOTO, "资深创作者"
    ),
    "refusals/resource_not_yet · a title of any track": ResourceNotYet(
        "微单<相机>", (Lack.RANK,), "", TrustStep.BASE, None, "资深创作者"
    ),
    "resource/edited · the title alone": replace(EDITED, changed=("rank",)),
    **{f"resource/detail · {how}": seen for how, seen in _DETAILS.items()},
    **{f"resource/card · {how}": card for how, card in _CARDS.items()},
    "resource/list · nothing": ResourceList((), Page(1, 1, 0, 0)),
    "resource/list · as they stand": ResourceList(
        (
            replace(SEEN, mine=WAITS),
            replace(SEEN, mine=GRANTED),
            replace(SEEN, mine=OUT),
            replace(SEEN, mine=OUT, overdue=True),
            replace(SEEN, free=0, lacks=LACKS),
            replace(SHOOT_SEEN, free=0, open=False),
        ),
        Page(1, 1, 6, 0),
    ),
    "resource/withdraw_surely · granted": GOT_IT,
    "resource/got · a place": replace(GOT_IT, plan=SHOOT),
    "resource/got · a gift": replace(GOT_IT, plan=MASCOT),
    "resource/made · nothing yet": replace(CHOICE, works=()),
    "resource/day · a place": replace(ON_A_DAY, plan=SHOOT),
    "resource/late · only things": Late((Overdue(12, "微单<相机>", "林<b>晓", at(15, 23, 59)),), ()),
    "resource/late · only answers": Late((), (Unanswered(13, "官方拍摄", "周<b>舟", at(14, 9)),)),
    "resource/late · open challenges": Late(
        (),
        (),
        (AskLate(41, "借一台相机", "林<b>晓", at(15, 9)),),
        (
            PlanDue(42, 14, "夜里的路口", 4, "周<b>舟", at(15, 20), True),
            PlanDue(41, 14, "转场练习", 4, "林<b>晓", at(19, 20), False),
        ),
    ),
    "resource/desk · nothing": ResourceDesk((), Page(1, 1, 0, 0)),
    "resource/called · withdrawn": replace(ASKED, state=ApplicationState.WITHDRAWN),
    "resource/grant_form · a place": replace(ASKED, plan=SHOOT),
    "resource/granted · a place": replace(ON_A_DAY, plan=replace(SHOOT, place="三号影棚")),
    "resource/granted · material": replace(GOT_IT, plan=PAPER, day=None, words=""),
    "resource/granted · a gift": replace(GOT_IT, plan=MASCOT),
    "resource/handed · a gift": replace(GOT_IT, plan=MASCOT),
    **{
        f"resource/ask_words · {act}": WordsAsked(act, LONGER)
        for act in ("called_off", "not_longer", "returned", "lost", "kept")
    },
    **{
        f"resource/told · {state}": replace(BACK, state=ApplicationState(state))
        for state in ("lost", "kept", "called_off", "declined")
    },
    "resource/shut · nobody waited": ResourceShut(3, "微单<相机>", ()),
    "resource/preview · everybody, material": ResourcePreview(PAPER, "", READERS),
    "resource/edited · nobody concerned": replace(EDITED, waiting=(), granted=()),
    "resource/changed · material": replace(
        EDITED, plan=replace(PAPER, until=at(30, 20)), changed=("place", "until", "trust")
    ),
    "resource/changed · an end of it": replace(
        EDITED, before=PAPER, plan=replace(PAPER, pieces=5), changed=("pieces",)
    ),
    "resource/changed · no end of it": replace(
        EDITED, before=replace(PAPER, pieces=5), plan=PAPER, changed=("pieces", "until")
    ),
    "resource/changed · of its track": replace(EDITED, changed=("track",)),
    "refusals/already_published · a resource": AlreadyPublished("resource", 3),
}
LABELS: dict[str, object] = {
    "resource/open": SEEN,
    "resource/made_with": HadThing(12, "微单<相机>"),
    "resource/work": CHOICE.works[0],
    "resource/card": Overdue(12, "微单<相机>", "林<b>晓", at(15, 23, 59)),
    "resource/card_live": HAS_IT,
    "resource/longer_yes": LONGER,
}
