"""What the messages about awards speak about."""

from actions.honour.award import AwardList, AwardPlan, AwardRound, AwardSeen
from actions.honour.award_doubted import AwardsDoubted, RoundDoubted
from actions.honour.ceremony import Chosen, Honoured, Tallied, VoteClosed
from actions.honour.hall import Hall, Laureate
from actions.honour.nomination import MyNomination, Nominated, OpenAward
from actions.honour.shortlist import OnBallot, Shortlist, Standing, VotedFor, VoteOpened
from handlers.honour.nomination import Mine, WhichAward
from rules.ballot import NoVote, Verdict
from rules.honour.award import AwardBadge, RoundGone, RoundRunning, RoundState, ShortlistSize, VotedForYourself
from rules.honour.deed import Deed, DeedKind
from rules.honour.nomination import NominatedEnough, NotInTheRunning, NotTakenNow, ReasonForNomination
from rules.pages import Page
from rules.programme.awards import GIVEN, Award
from rules.programme.wording import Wording
from rules.values import replace
from tests.messages.samples.moments import at

UNTIL = at(30, 20)
DISCOVERY, CREATIVE, HELPER, ADVISOR = GIVEN[:4]
OWN = Award("tasty", Wording(zh="干饭王", en="Top Eater"), Wording(zh="找得到好吃的", en="finding good food"))
WHY = "半夜还在帮我查故障码 <b>"
CITATION = "一年里帮了 63 位车友，每一次都说清楚为什么。"


def _seen(
    award: Award, state: RoundState | None = None, until: int | None = None, last: str | None = None
) -> AwardSeen:
    year = None if last is None else 2025
    return AwardSeen(award.key, award.title, award.given_for, award.vote, state, until, last, year)


SEEN = (
    _seen(DISCOVERY, RoundState.NOMINATING, UNTIL),
    _seen(CREATIVE, RoundState.VOTING, UNTIL),
    _seen(HELPER, RoundState.CHOOSING),
    _seen(ADVISOR, last="林<b>晓"),
    *map(_seen, GIVEN[4:]),
    _seen(OWN),
)
ROUND = AwardRound(3, HELPER.key, HELPER.title, HELPER.given_for, True, 2026, UNTIL, "品牌主理人", 3)
NOMINATED = Nominated(3, HELPER.title, 5, "何<b>川", WHY, UNTIL, True)
OPEN = OpenAward(3, "helper", HELPER.title, UNTIL)
MINE = MyNomination(OPEN, 5, "何<b>川", WHY)
NOMINEES = (Standing(5, "何<b>川", "", 3, (WHY,), True), Standing(6, "周舟", "", 0, (), False))
LIST = Shortlist(3, HELPER.title, 2026, True, NOMINEES, 1, 8)
VOTE = VoteOpened(
    3,
    HELPER.key,
    HELPER.title,
    HELPER.given_for,
    2026,
    UNTIL,
    "",
    (OnBallot(1, 5, "何<b>川", "", WHY), OnBallot(2, 6, "周舟", "", "")),
)
TALLIED = (Tallied(5, "何<b>川", "", 12), Tallied(6, "周舟", "", 1))
CLOSED = VoteClosed(3, HELPER.title, 2026, Verdict.DECIDED, TALLIED, TALLIED[:1], 13, 40, 5)
TIED = VoteClosed(3, HELPER.title, 2026, Verdict.TIED, TALLIED, TALLIED, 13, 40, 5)
FEW = VoteClosed(3, HELPER.title, 2026, Verdict.TOO_FEW, TALLIED, TALLIED, 2, 40, 5)
CHOSEN = Chosen(3, HELPER.title, 2026, 5, "何<b>川", CITATION, 300)
GIVEN_TO = Honoured(2, 3, HELPER.title, 2026, 5, "何<b>川", CITATION, "品牌主理人", 13, 12, verdict=Verdict.DECIDED)
BY_STAFF = Honoured(2, 3, ADVISOR.title, 2026, 5, "何<b>川", CITATION, "品牌主理人", 0, 0)
BACK = Honoured(2, 3, HELPER.title, 2026, 5, "何<b>川", CITATION, "品牌主理人", 0, 0, "提名里的事不是 TA 做的。")

BADGE = AwardBadge("🎗️", Wording(zh="特别致谢", en="Special thanks"))
LINK = "https://t.me/c/1234/56"
DEEDS = (
    Deed(DeedKind.IDEA, "充电上限记住了", "v2.3"),
    Deed(DeedKind.DISCOVERY, "外放电接灯串，亮了一整夜", links=(LINK,)),
    Deed(DeedKind.SHARE, "洗完第一天", links=(LINK,)),
    Deed(DeedKind.WORK, "一分钟讲清楚换胎", links=(LINK,)),
    Deed(DeedKind.ANSWERS, "", many=12, links=(LINK, LINK)),
)
UNSEEN = (
    Deed(DeedKind.IDEA, "充电上限记住了"),
    Deed(DeedKind.DISCOVERY, "外放电接灯串，亮了一整夜"),
    Deed(DeedKind.ANSWERS, ""),
)

RUN_ON = tuple(
    RoundDoubted(number, award.title, 2026, state)
    for number, award, state in zip(
        range(3, 7),
        GIVEN,
        (RoundState.NOMINATING, RoundState.CHOOSING, RoundState.VOTING, RoundState.DECIDING),
        strict=False,
    )
)

SAMPLES: dict[str, object] = {
    "award/list": AwardList(SEEN, opens=True),
    "award/begun": ROUND,
    "award/running": ROUND,
    "award/nominate_now": ROUND,
    "award/called_off": ROUND,
    "award/gone": RoundGone(3, "helper", 2026),
    "award/lost": RoundGone(3, "helper", 2026),
    "award/doubted": AwardsDoubted(RUN_ON, at(17, 4)),
    "nomination/done": NOMINATED,
    "nomination/which": WhichAward("何<b>川", (OPEN,)),
    "nomination/withdrawn": NOMINATED,
    "nomination/mine": Mine((MINE,), (OPEN,)),
    "nomination/declined": OPEN,
    "shortlist/card": LIST,
    "shortlist/extended": LIST,
    "shortlist/nominated": LIST,
    "shortlist/voting": VOTE,
    "shortlist/vote": VOTE,
    "shortlist/voted": VotedFor("何<b>川", "", UNTIL),
    "shortlist/you": VOTE,
    "ceremony/result": CLOSED,
    "ceremony/counted": CLOSED,
    "ceremony/ask_citation": CHOSEN,
    "ceremony/preview": CHOSEN,
    "ceremony/celebrated": GIVEN_TO,
    "ceremony/given": GIVEN_TO,
    "ceremony/settled": GIVEN_TO,
    "ceremony/yours": GIVEN_TO,
    "portrait/kept": None,
    "portrait/none": None,
    "portrait/unusable": None,
    "portrait/withdrawn": None,
    "portrait/fetching": None,
    "portrait/agreed_before": None,
    "portrait/gone": None,
    "ceremony/ask_why": GIVEN_TO,
    "ceremony/revoked": BACK,
    "ceremony/told_revoked": BACK,
    "hall/year": Hall(2026, (Laureate(HELPER.title, "何<b>川", CITATION, DEEDS),), 2025, None, Page(1, 1, 1, 0)),
    "refusals/no_vote": NoVote("资深玩家"),
    "award/preview": AwardPlan(ROUND, ("星途车友会", "星途成都"), None),
    "refusals/voted_for_yourself": VotedForYourself(),
    "refusals/round_running": RoundRunning(HELPER.title),
    "refusals/shortlist_size": ShortlistSize(2, 8),
    "refusals/not_in_the_running": NotInTheRunning("何<b>川"),
    "refusals/nominated_enough": NominatedEnough(3),
    "refusals/not_taken_now": NotTakenNow(HELPER.title, (CREATIVE.title, ADVISOR.title)),
    "refusals/reason_for_nomination": ReasonForNomination(HELPER.title, 4),
}
TWICE = (Standing(5, "周舟", "@zhou", 3, (WHY,), True), Standing(6, "周舟", "ID 5000042", 1, (), False))
MORE: dict[str, object] = {
    "ceremony/yours · their photo is asked for": replace(GIVEN_TO, asks=True),
    "ceremony/preview · with a badge": replace(CHOSEN, badge=BADGE),
    "ceremony/celebrated · with a badge": replace(GIVEN_TO, badge=BADGE),
    "ceremony/given · with a badge": replace(GIVEN_TO, badge=BADGE),
    "ceremony/yours · with a badge": replace(GIVEN_TO, badge=BADGE),
    "ceremony/ask_why · with a badge": replace(GIVEN_TO, badge=BADGE),
    "ceremony/revoked · with a badge": replace(BACK, badge=BADGE),
    "ceremony/told_revoked · with a badge": replace(BACK, badge=BADGE),
    "award/doubted · a copy of unknown age": AwardsDoubted(RUN_ON[2:3], None),
    "award/preview · given this year": AwardPlan(ROUND, ("星途车友会",), "何<b>川"),
    "shortlist/card · of one name, and more than it holds": Shortlist(3, HELPER.title, 2026, True, TWICE, 1, 8, 2),
    "shortlist/card · one more than it holds": Shortlist(3, HELPER.title, 2026, True, TWICE, 1, 8, 1),
    "shortlist/vote · of one name": replace(
        VOTE, nominees=(OnBallot(1, 5, "周舟", "@zhou", WHY), OnBallot(2, 6, "周舟", "ID 5000042", ""))
    ),
    "shortlist/voting · of one name": replace(VOTE, nominees=(OnBallot(1, 5, "周舟", "@zhou", WHY),)),
    "shortlist/voted · of one name": VotedFor("周舟", "@zhou", UNTIL),
    "ceremony/result · of one name": replace(CLOSED, tallied=(Tallied(5, "周舟", "@zhou", 12), TALLIED[1])),
    "ceremony/counted · of one name": replace(CLOSED, tallied=(Tallied(5, "周舟", "@zhou", 12), TALLIED[1])),
    "nomination/done · the staff choose": replace(NOMINATED, vote=False),
    "nomination/done · said in time, seen later": replace(NOMINATED, late=True),
    "nomination/mine · nobody": Mine((), (OPEN,)),
    "award/nominate_now · the staff choose": replace(ROUND, vote=False),
    "award/list · the last one is one of us": AwardList((_seen(ADVISOR, last=""),), opens=False),
    "award/list · there are none": AwardList((), opens=False),
    "shortlist/card · nobody": Shortlist(3, HELPER.title, 2026, True, (), 0, 8),
    "shortlist/card · the staff choose": Shortlist(3, ADVISOR.title, 2026, False, NOMINEES, 1, 8),
    "shortlist/nominated · the staff choose": Shortlist(3, ADVISOR.title, 2026, False, NOMINEES, 1, 8),
    "shortlist/vote · from a level on": replace(VOTE, voters="资深玩家"),
    "award/nominate_now · one each": replace(ROUND, each=1),
    "ceremony/result · a tie": TIED,
    "ceremony/result · too few": FEW,
    "ceremony/counted · a tie": TIED,
    "ceremony/counted · too few": FEW,
    "ceremony/celebrated · without a vote": BY_STAFF,
    "ceremony/celebrated · after a level vote": replace(GIVEN_TO, votes=6, turnout=12, verdict=Verdict.TIED),
    "ceremony/celebrated · after too few votes": replace(GIVEN_TO, votes=1, turnout=2, verdict=Verdict.TOO_FEW),
    "hall/year · deeds that are seen nowhere, on the second page": Hall(
        2026,
        (Laureate(HELPER.title, "何<b>川", CITATION, UNSEEN), Laureate(ADVISOR.title, "周舟", CITATION)),
        None,
        None,
        Page(2, 2, 7, 5),
    ),
    "hall/year · by one of us": Hall(2026, (Laureate(HELPER.title, "", CITATION),), None, None, Page(1, 1, 1, 0)),
    "hall/year · nobody": Hall(2024, (), None, 2025, Page(1, 1, 0, 0)),
    "refusals/no_vote · of the staff": NoVote(""),
    "refusals/shortlist_size · one": ShortlistSize(1, 1),
    "refusals/nominated_enough · one": NominatedEnough(1),
}
LABELS: dict[str, object] = {
    "award/begin": SEEN[3],
    "nomination/award": OPEN,
    "nomination/take_back": MINE,
    "shortlist/nominee": NOMINEES[0],
    "shortlist/for": VOTE.nominees[0],
    "ceremony/choose": TALLIED[0],
    "hall/other_year": {"year": 2025},
}
