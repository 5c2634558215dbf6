"""What the messages about the trust ladder speak about."""

from actions.works.desk_proposal import ProposalCard
from actions.works.trust import Trusted, TrustSeen
from actions.works.trust_decided import TrustAnswered
from actions.works.trust_proposal import TrustProposed, TrustWork
from handlers.works.desk_proposal import ProposalsLapsed
from rules.programme.conditions import checklist
from rules.programme.trust import TrustLadder, TrustStep
from rules.values import replace
from rules.works.desk_proposal import ProposalState
from rules.works.trust import TrustSame, TrustTooLow

BASE, FRAMEWORK, OPEN = TrustStep
NOVEMBER_16, DAY_S = 1_794_790_800, 86_400
LADDER = TrustLadder()
HALF = checklist(LADDER.framework, {"tenure_days": 40, "works_approved": 2, "people_helped": 1, "clean_days": 40})
ALL = checklist(LADDER.framework, {"tenure_days": 75, "works_approved": 4, "people_helped": 6, "clean_days": 75})
LESS = checklist(
    {"tenure_days": 30, "works_approved": 3, "people_helped": 3},
    {"tenure_days": 90, "works_approved": 2, "people_helped": 6},
)
WORKS = (
    TrustWork("转场练习", "https://t.me/c/1001/21", True),
    TrustWork("雾里的路", None, False),
    TrustWork("秋天和我的车", None, False),
)
SEEN = TrustSeen(1, "林晓", True, BASE, BASE, None, FRAMEWORK, HALF, False, None, None)
TRUSTED = Trusted(1, "林晓", FRAMEWORK, BASE, True, "三份作品都很扎实")
RISES = TrustProposed(
    3, 1, "林晓", FRAMEWORK, BASE, True, ALL, WORKS, ("何川", "周舟"), 0, ProposalState.WAITING, None, None
)
FALLS = replace(RISES, step=BASE, stood_on=FRAMEWORK, rises=False, asks=LESS)
OTHER = replace(RISES, member=2, name="周舟", step=OPEN, stood_on=FRAMEWORK, works=WORKS[1:2], given=1, proposal=4)
UNSEEN = replace(RISES, member=4, name="阿木", works=(), helped=(), proposal=5)


def card(*proposals: TrustProposed) -> ProposalCard[TrustProposed]:
    """They stand on one card."""
    return ProposalCard(3, proposals, NOVEMBER_16 + 14 * DAY_S, 30)


def decided(one: TrustProposed, state: ProposalState, reason: str | None = None) -> TrustProposed:
    """By a person of the team."""
    return replace(one, state=state, by="莫莫", reason=reason)


CONFIRMED = decided(RISES, ProposalState.CONFIRMED)
DECLINED = decided(RISES, ProposalState.DECLINED, "再多拍几件带人的")
LAPSED = replace(RISES, state=ProposalState.LAPSED)
SAMPLES: dict[str, object] = {
    "trust/seen": SEEN,
    "trust/short": SEEN,
    "trust/set": TRUSTED,
    "trust/told": TRUSTED,
    "trust/told_declined": TrustAnswered(FRAMEWORK, "再多拍几件带人的", NOVEMBER_16 + 30 * DAY_S),
    "trust/card": card(RISES),
    "trust/list": card(RISES, OTHER, UNSEEN),
    "trust/lapsed": ProposalsLapsed((LAPSED, OTHER), 30),
    "trust/ask_why": RISES,
    "trust/declined": DECLINED,
    "refusals/trust_same": TrustSame("林晓", FRAMEWORK),
}
MORE: dict[str, object] = {
    "trust/seen · staff have been asked": replace(SEEN, asks=ALL, waiting=True),
    "trust/seen · all there, a moment ago": replace(SEEN, asks=ALL),
    "trust/seen · staff would like to wait": replace(
        SEEN, asks=ALL, declined="再多拍几件带人的", again_at=NOVEMBER_16 + 30 * DAY_S
    ),
    "trust/seen · by hand": replace(SEEN, asks=()),
    "trust/seen · at the top": replace(SEEN, step=OPEN, now=OPEN, following=None, asks=()),
    "trust/seen · lowered": replace(
        SEEN, step=FRAMEWORK, lowered_until=NOVEMBER_16 + 7 * DAY_S, following=OPEN, asks=checklist(LADDER.open, {})
    ),
    "trust/seen · somebody else's": replace(SEEN, own=False, waiting=True, asks=ALL),
    "trust/seen · somebody else's, by hand": replace(SEEN, own=False, asks=()),
    "trust/seen · somebody else's, on the way": replace(SEEN, own=False),
    "trust/short · asked": replace(SEEN, asks=ALL, waiting=True),
    "trust/short · by hand, the open ones": replace(SEEN, step=FRAMEWORK, now=FRAMEWORK, following=OPEN, asks=()),
    "trust/short · at the top": replace(SEEN, step=OPEN, now=OPEN, following=None, asks=()),
    "trust/told · open challenges": Trusted(1, "林晓", OPEN, FRAMEWORK, True, "方案写得清楚"),
    "trust/told · what was proposed": Trusted(1, "林晓", FRAMEWORK, BASE, True, "", ALL),
    "trust/told · themes, after open ones": Trusted(1, "林晓", FRAMEWORK, OPEN, False, "先把手头的做完"),
    "trust/told · steps to follow alone": Trusted(1, "林晓", BASE, FRAMEWORK, False, "先把手头的做完"),
    "trust/told · not kept": Trusted(1, "林晓", BASE, FRAMEWORK, False, ""),
    "trust/told_declined · open ones": TrustAnswered(OPEN, "再多拍几件带人的", NOVEMBER_16 + 30 * DAY_S),
    "trust/card · the open ones": card(OTHER),
    "trust/card · nothing to see yet": card(UNSEEN),
    "trust/card · not kept": card(FALLS),
    "trust/card · moot": card(replace(RISES, state=ProposalState.MOOT)),
    "trust/card · confirmed": card(CONFIRMED),
    "trust/card · lowered": card(decided(FALLS, ProposalState.CONFIRMED)),
    "trust/card · declined": card(DECLINED),
    "trust/card · kept": card(decided(FALLS, ProposalState.DECLINED)),
    "trust/card · lapsed": card(LAPSED),
    "trust/card · overtaken": card(decided(RISES, ProposalState.OVERTAKEN)),
    "trust/card · forgotten": card(replace(RISES, state=ProposalState.OVERTAKEN)),
    "trust/list · some decided": card(CONFIRMED, replace(DECLINED, name="周舟"), UNSEEN),
    "trust/list · all decided": card(CONFIRMED, replace(LAPSED, name="周舟")),
    "trust/lapsed · many": ProposalsLapsed((LAPSED,) * 11, 30),
    "refusals/trust_too_low · all there": TrustTooLow(FRAMEWORK, BASE, FRAMEWORK, ALL),
    "refusals/trust_too_low · asked": TrustTooLow(FRAMEWORK, BASE, FRAMEWORK, ALL, waiting=True),
    "refusals/trust_too_low · on the way": TrustTooLow(FRAMEWORK, BASE, FRAMEWORK, HALF),
    "refusals/trust_too_low · two steps": TrustTooLow(OPEN, BASE, FRAMEWORK, HALF),
    "refusals/trust_too_low · much to go": TrustTooLow(OPEN, FRAMEWORK, OPEN, checklist(LADDER.open, {})),
    "refusals/trust_too_low · lowered": TrustTooLow(FRAMEWORK, BASE, OPEN, (), lowered_until=NOVEMBER_16 + 7 * DAY_S),
}
LABELS: dict[str, object] = {"trust/one": RISES, "trust/one_settled": CONFIRMED}
