"""What the messages about titles of the tracks speak about."""

from actions.works.desk_proposal import ProposalCard
from actions.works.title_decided import TitleAnswered
from actions.works.title_proposal import TitleProposed
from actions.works.track_title import TitleChanged, TitlesSeen, TrackSeen
from actions.works.trust_proposal import TrustWork
from handlers.works.desk_proposal import ProposalsLapsed
from rules.programme.conditions import checklist
from rules.programme.track_titles import TrackTitles
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.desk_proposal import ProposalState
from rules.works.track_title import TitleSame, TitleUnclear
from tests.messages.samples.moments import at

RISING, SENIOR, INVITED = (one.title for one in TrackTitles().titles)
NONE = Wording()
PHOTO, VIDEO = SkillTrack.PHOTO, SkillTrack.VIDEO
MET = checklist({"photo_works": 8, "photo_featured": 2}, {"photo_works": 9, "photo_featured": 2})
HALF = checklist({"photo_works": 8, "photo_featured": 2}, {"photo_works": 5, "photo_featured": 1})
LESS = checklist({"photo_works": 3}, {"photo_works": 2})
WORKS = (
    TrustWork("转场练习 <一>", "https://t.me/c/1001/21", True),
    TrustWork("雾里的路", None, False),
    TrustWork("秋天和我的车", None, False),
)
CHANGED = TitleChanged(4, "周<b>舟", PHOTO, SENIOR, RISING, True, "", MET, INVITED)
WAITS = TitleProposed(3, 4, "周<b>舟", PHOTO, SENIOR, RISING, True, MET, WORKS, 0, ProposalState.WAITING, None, None)
BACK = replace(WAITS, title=NONE, stood_on=RISING, rises=False, asks=LESS, works=WORKS[1:2], given=1)
OTHER = replace(WAITS, proposal=4, name="林晓", track=VIDEO, title=RISING, stood_on=NONE, works=(), given=1)
REASON = "再多拍几件带人的 <b>"


def decided(one: TitleProposed, state: ProposalState, reason: str | None = None) -> TitleProposed:
    """By a person of the team."""
    return replace(one, state=state, by="莫莫", reason=reason)


def card(*proposals: TitleProposed) -> ProposalCard[TitleProposed]:
    """They stand on one card."""
    return ProposalCard(3, proposals, at(30, 10), 30)


CONFIRMED, LAPSED = decided(WAITS, ProposalState.CONFIRMED), replace(WAITS, state=ProposalState.LAPSED)
DECLINED = decided(WAITS, ProposalState.DECLINED, REASON)
ON_THE_WAY = TrackSeen(PHOTO, RISING, SENIOR, HALF, False, None, None)
AT_THE_TOP = TrackSeen(VIDEO, INVITED, None, (), False, None, None)
SEEN = TitlesSeen(4, "周<b>舟", True, (ON_THE_WAY, AT_THE_TOP), (SkillTrack.TECH, SkillTrack.HELPING))

SAMPLES: dict[str, object] = {
    "track_title/seen": SEEN,
    "track_title/set": replace(CHANGED, reason=REASON, asks=()),
    "track_title/told": CHANGED,
    "track_title/told_declined": TitleAnswered(PHOTO, SENIOR, REASON, at(30, 10)),
    "track_title/card": card(WAITS),
    "track_title/list": card(WAITS, OTHER, BACK),
    "track_title/lapsed": ProposalsLapsed((LAPSED, OTHER), 30),
    "track_title/ask_why": WAITS,
    "track_title/answered": DECLINED,
    "refusals/title_unclear": TitleUnclear((RISING, SENIOR, INVITED)),
    "refusals/title_same": TitleSame("周<b>舟", PHOTO, SENIOR),
}
MORE: dict[str, object] = {
    "track_title/seen · a title that is given no more": replace(
        SEEN, tracks=(replace(ON_THE_WAY, title=NONE, former=True),), others=()
    ),
    "track_title/seen · nothing begun": replace(SEEN, tracks=(), others=tuple(SkillTrack)),
    "track_title/seen · somebody else's": replace(
        SEEN, own=False, tracks=(replace(ON_THE_WAY, asks=MET, waiting=True), AT_THE_TOP), others=()
    ),
    "track_title/seen · staff have been asked": replace(SEEN, tracks=(replace(ON_THE_WAY, asks=MET, waiting=True),)),
    "track_title/seen · all there, a moment ago": replace(SEEN, tracks=(replace(ON_THE_WAY, asks=MET),)),
    "track_title/seen · staff would like to wait": replace(
        SEEN, tracks=(replace(ON_THE_WAY, title=NONE, asks=MET, declined=REASON, again_at=at(30, 10)),)
    ),
    "track_title/seen · a track without titles any more": replace(
        SEEN, tracks=(replace(AT_THE_TOP, title=NONE),), others=()
    ),
    "track_title/set · the first": replace(CHANGED, before=NONE, reason=REASON),
    "track_title/set · taken back": replace(CHANGED, title=NONE, rises=False, reason=REASON),
    "track_title/told · by hand, the highest": replace(CHANGED, title=INVITED, reason=REASON, following=None),
    "track_title/told · lowered": replace(CHANGED, title=RISING, before=SENIOR, rises=False, reason=REASON),
    "track_title/told · taken back": replace(CHANGED, title=NONE, rises=False, reason=REASON),
    "track_title/card · to be asked back": card(BACK),
    "track_title/card · to be asked back to a lower one": card(replace(BACK, title=RISING, stood_on=SENIOR)),
    "track_title/card · moot": card(replace(WAITS, state=ProposalState.MOOT)),
    "track_title/card · given": card(CONFIRMED),
    "track_title/card · taken back": card(decided(BACK, ProposalState.CONFIRMED, REASON)),
    "track_title/card · not yet": card(DECLINED),
    "track_title/card · kept": card(decided(BACK, ProposalState.DECLINED)),
    "track_title/card · lapsed": card(LAPSED),
    "track_title/card · overtaken": card(decided(WAITS, ProposalState.OVERTAKEN)),
    "track_title/card · forgotten": card(replace(WAITS, state=ProposalState.OVERTAKEN)),
    "track_title/list · all decided": card(CONFIRMED, replace(LAPSED, name="林晓")),
    "track_title/lapsed · many": ProposalsLapsed((LAPSED,) * 11, 30),
    "track_title/ask_why · to be asked back": BACK,
    "refusals/title_unclear · a reason is missing": TitleUnclear(),
    "refusals/title_same · none": TitleSame("周<b>舟", PHOTO, NONE),
}
LABELS: dict[str, object] = {
    "track_title/one": WAITS,
    "track_title/one_back": BACK,
    "track_title/one_settled": CONFIRMED,
}
