"""What the messages about stages speak about."""

from actions.journey.laid_down import LaidDown
from actions.journey.stage import StageMoved, StageSeen, StageSpan
from actions.journey.stage_found import StageCard, StagesLapsed
from actions.works.trust_proposal import TrustWork
from rules.journey.radar import Shown
from rules.journey.stage_proposal import StageProposalState
from rules.people import Role
from rules.programme.conditions import checked
from rules.programme.stages import Stages
from rules.source import Domain
from rules.stage import Stage
from rules.values import replace
from rules.works.told_first import FirstKind, ToldFirst
from tests.messages.samples.moments import at

LINK = "https://t.me/c/1234567890/90"
TITLES = Stages()
SEEN = StageSeen(
    4,
    "周<b>舟",
    "zhou",
    Domain.PUBLIC,
    Stage.ACTIVE,
    (
        StageSpan(Stage.ALUMNI, at(18, 10), 0),
        StageSpan(Stage.ACTIVE, at(1, 10), 120),
        StageSpan(Stage.SPROUT, at(1, 10), 21),
    ),
    (checked("people_helped", 23, 20), checked("works_approved", 2, 3)),
    (TrustWork("雪地续航", LINK, True), TrustWork("深秋和我的车", None, False)),
    ("林晓", "何川"),
    23,
    (Shown("thanked_by", 5, 3, LINK), Shown("answers_accepted", 3, 2, None)),
    3,
    (Role.MENTOR, Role.COUNCIL),
)
BARE = replace(
    SEEN,
    username=None,
    stage=None,
    spans=(),
    asks=(),
    works=(),
    helped=(),
    people=0,
    signs=(),
    offices=(),
    quiet_days=None,
)
QUIET = replace(SEEN, quiet_days=64, asks=())
WAITING = StageProposalState.WAITING
CARD = StageCard(7, SEEN, Stage.MATURE, TITLES.mature_public, False, at(30, 10), WAITING, "")
FAREWELL = StageCard(8, QUIET, Stage.ALUMNI, TITLES.alumni_public, False, at(30, 10), WAITING, "")
MOVED = StageMoved(4, "周<b>舟", Stage.ACTIVE, Stage.SPROUT, None, Domain.PUBLIC, 5, 0)
ALUMNA = replace(MOVED, stage=Stage.ALUMNI, title=TITLES.alumni_public)

SAMPLES: dict[str, object] = {
    "stage/card": CARD,
    "stage/farewell": FAREWELL,
    "stage/seen": SEEN,
    "stage/lapsed": StagesLapsed((CARD, replace(FAREWELL, seen=BARE))),
    "stage/told": MOVED,
    "stage/first": ToldFirst(FirstKind.CHALLENGE, 12, "转场练习", at(21, 22)),
    "stage/handed_over": replace(ALUMNA, ended=LaidDown((Role.TOPIC_MODERATOR,), ("充电",))),
}
MORE: dict[str, object] = {
    "stage/card · back again": replace(CARD, back=True, title=None, seen=BARE),
    "stage/card · accepted": replace(CARD, state=StageProposalState.ACCEPTED, by="莫莫"),
    "stage/card · declined": replace(CARD, state=StageProposalState.DECLINED, by="莫莫"),
    "stage/card · lapsed": replace(CARD, state=StageProposalState.LAPSED),
    "stage/card · decided otherwise": replace(CARD, state=StageProposalState.OVERTAKEN, by="莫莫"),
    "stage/farewell · little is known": replace(FAREWELL, seen=BARE),
    "stage/farewell · one whom they helped": replace(FAREWELL, seen=replace(QUIET, helped=QUIET.helped[:1], people=1)),
    "stage/farewell · seen yesterday": replace(FAREWELL, seen=replace(QUIET, quiet_days=1)),
    "stage/farewell · seen today, little is known": replace(FAREWELL, seen=replace(BARE, quiet_days=0)),
    "stage/farewell · agreed": replace(FAREWELL, state=StageProposalState.ACCEPTED, by="莫莫"),
    "stage/seen · nowhere yet": BARE,
    "stage/seen · seen yesterday": replace(SEEN, quiet_days=1),
    "stage/seen · seen today": replace(SEEN, quiet_days=0),
    "stage/told · from one's own group": replace(MOVED, domain=Domain.PRIVATE, people=0),
    "stage/told · mature": replace(MOVED, stage=Stage.MATURE, title=TITLES.mature_private),
    "stage/told · mature, by works": replace(MOVED, stage=Stage.MATURE, title=TITLES.mature_public, people=0),
    "stage/told · alumni": replace(MOVED, stage=Stage.ALUMNI, title=TITLES.alumni_private, streak=21),
    "stage/told · alumni without a streak": replace(MOVED, stage=Stage.ALUMNI, title=TITLES.alumni_public),
    "stage/told · alumni who had offices": replace(
        MOVED, stage=Stage.ALUMNI, title=TITLES.alumni_public, ended=LaidDown((Role.MENTOR, Role.COUNCIL))
    ),
    "stage/told · alumni who had one office": replace(
        MOVED, stage=Stage.ALUMNI, title=TITLES.alumni_public, ended=LaidDown((Role.COUNCIL,))
    ),
    "stage/told · alumni who were invited": replace(ALUMNA, ended=LaidDown(invited=True)),
    "stage/told · alumni who had offered": replace(ALUMNA, ended=LaidDown(offer=3)),
    "stage/told · alumni who were invited and had offered": replace(ALUMNA, ended=LaidDown(invited=True, offer=3)),
    "stage/handed_over · a seat": replace(ALUMNA, ended=LaidDown((Role.COUNCIL,))),
    "stage/handed_over · both": replace(ALUMNA, ended=LaidDown((Role.COUNCIL, Role.TOPIC_MODERATOR), ("充电", "改装"))),
    "stage/farewell · who sits in the council": replace(FAREWELL, seen=replace(QUIET, offices=(Role.COUNCIL,))),
    "stage/first · an event": ToldFirst(FirstKind.EVENT, 3, "夜拍工作坊", at(21, 20)),
    "stage/first · a question": ToldFirst(FirstKind.COCREATION, 2, "冬天上车那一下", at(23, 20)),
    "stage/told · back": replace(MOVED, before=Stage.ALUMNI, keeps=TITLES.alumni_private),
    "stage/told · back within a day": replace(MOVED, before=Stage.ALUMNI),
    "stage/told · back and mature": replace(
        MOVED, before=Stage.ALUMNI, stage=Stage.MATURE, title=TITLES.mature_public, keeps=TITLES.alumni_public
    ),
}
