"""What the messages about badges and their conditions speak about."""

from dataclasses import dataclass

from actions.honour.badge import Collection, Earned, Have, RareOnes, Winner
from actions.honour.badge_doubted import Doubt, DoubtCard
from actions.honour.badge_settled import Settled
from rules.honour.badge import BadgeHeld, BadgeReasonNeeded, BadgeState, BadgeUnclear, shown
from rules.pages import page_of
from rules.programme.badges import Badges
from rules.programme.conditions import CONDITIONS, Checked, checklist
from rules.programme.wording import Wording
from rules.values import replace

NOVEMBER_16 = 1_794_790_800
BADGES = Badges()
FIRST, HELPED, FOUNDER, SPECIAL = (
    badge
    for key in ("first_answer", "helped_hundred", "founder", "special_thanks")
    if (badge := BADGES.named(key)) is not None
)


@dataclass(frozen=True)
class Asks:
    """What templates hand on to those that tell conditions."""

    asks: tuple[Checked, ...]


def have(badge: object, **changed: object) -> Have:
    """That badge, earned."""
    assert badge in BADGES
    asks = checklist(badge.needs, badge.needs)  # type: ignore[attr-defined]
    held = Have(badge.key, badge.emoji, badge.title, badge.words, asks, NOVEMBER_16, None, None, badge.rare)  # type: ignore[attr-defined]
    return replace(held, **changed)  # type: ignore[arg-type]


OWN_WORDS = Wording(zh="一位一位帮过来的", en="One after the other")
GIVEN = have(SPECIAL, by="莫莫", reason="冬测那周守着群答到半夜")
EARNED = (have(FIRST), have(HELPED, words=OWN_WORDS), GIVEN)
EVERYTHING = {condition.name: condition.usual for condition in CONDITIONS}
NEAREST = (
    shown(FIRST, {}),
    shown(replace(HELPED, words=OWN_WORDS), {"people_helped": 98}),
    shown(FOUNDER, {"founding_days": 3, "tenure_days": 29}),
)
MINE = Collection(1, "林晓", True, False, EARNED, NEAREST, page_of(1, 3, 8))
WINNERS = (
    Winner("林晓", "🏅", HELPED.title, Wording(), checklist(HELPED.needs, HELPED.needs), None),
    Winner("何川", "🏅", HELPED.title, OWN_WORDS, checklist(HELPED.needs, HELPED.needs), None),
    Winner("周舟", "🎗️", SPECIAL.title, Wording(), (), "冬测那周守着群答到半夜"),
)
DOUBT = Doubt(
    1, 1, "helped_hundred", "林晓", "🏅", HELPED.title, checklist(HELPED.needs, {"people_helped": 98}), NOVEMBER_16
)
TEAM = next(badge for badge in BADGES if badge.key == "team_player")
TEAMS = tuple(
    Doubt(n, n, "team_player", name, TEAM.emoji, TEAM.title, checklist(TEAM.needs, {}), NOVEMBER_16)
    for n, name in enumerate(("林晓", "周舟", "何川"), 1)
)
KEPT, GONE = (
    replace(one, state=state, by="莫莫")
    for one, state in zip(TEAMS, (BadgeState.KEPT, BadgeState.LAPSED), strict=False)
)
DOUBTS = DoubtCard(NOVEMBER_16, TEAMS, page_of(1, 3, 5), 3)
TAKEN = Settled(1, "helped_hundred", "林晓", "🏅", HELPED.title, "莫莫", "记录弄错了")
LABELS: dict[str, object] = {"badges/origin": have(FIRST), "badges/one": TEAMS[1]}
SAMPLES: dict[str, object] = {
    "badges/collection": MINE,
    "badges/earned": Earned(1, "林晓", EARNED, ()),
    "badges/rare": RareOnes(WINNERS, 0),
    "badges/doubt": DOUBT,
    "badges/doubts": DOUBTS,
    "badges/moot": DOUBT,
    "badges/kept": TAKEN,
    "badges/lapsed": TAKEN,
    "badges/given": replace(TAKEN, title=SPECIAL.title, emoji="🎗️", reason="冬测那周守着群答到半夜"),
    "badges/revoked": TAKEN,
    "badges/told_taken": TAKEN,
    "refusals/badge_unclear": BadgeUnclear("revoke", (HELPED.title, SPECIAL.title)),
    "refusals/badge_reason_needed": BadgeReasonNeeded("badge"),
    "refusals/badge_held": BadgeHeld("林晓", SPECIAL.title),
    "conditions/asked": Asks(checklist(EVERYTHING, EVERYTHING)),
    "conditions/checklist": Asks(checklist(EVERYTHING, {"people_helped": 8, "founding_days": 90, "clean_days": 40})),
}
MORE: dict[str, object] = {
    "badges/given · to somebody who never started the bot": replace(
        TAKEN, title=SPECIAL.title, emoji="🎗️", reason="冬测那周守着群答到半夜", reachable=False
    ),
    "badges/collection · kept to oneself": replace(MINE, hidden=True, nearest=()),
    "badges/doubt · it stays": replace(DOUBT, state=BadgeState.KEPT, by="莫莫"),
    "badges/doubt · it is gone": replace(DOUBT, state=BadgeState.LAPSED, by="莫莫"),
    "badges/doubts · some decided": replace(DOUBTS, doubts=(KEPT, GONE, TEAMS[2]), open=1),
    "badges/doubts · some of many decided": replace(DOUBTS, doubts=(KEPT, *TEAMS[1:]), open=2),
    "badges/doubts · all decided": replace(DOUBTS, doubts=(KEPT, GONE), page=page_of(1, 2, 5), open=0),
    "badges/doubts · two hold again": replace(DOUBTS, doubts=TEAMS[:1], page=page_of(1, 1, 5), open=1, again=TEAMS[1:]),
    "badges/doubts · one decided, one holds again": replace(
        DOUBTS, doubts=(KEPT,), page=page_of(1, 1, 5), open=0, again=TEAMS[1:2]
    ),
    "badges/doubts · all hold again": replace(DOUBTS, doubts=(), page=page_of(1, 0, 5), open=0, again=TEAMS),
    "badges/revoked · before they heard of it": replace(TAKEN, heard=False),
    "badges/told_taken · true no longer": replace(TAKEN, reason=""),
    "refusals/badge_unclear · nothing to take": BadgeUnclear("revoke", ()),
    "refusals/badge_unclear · nothing to give": BadgeUnclear("badge", ()),
    "refusals/badge_reason_needed · to take": BadgeReasonNeeded("revoke"),
    "badges/collection · none yet": Collection(1, "林晓", True, False, (), NEAREST, page_of(1, 0, 8)),
    "badges/collection · somebody else's": Collection(2, "周舟", False, False, EARNED, (), page_of(1, 3, 8)),
    "badges/collection · somebody who has none": Collection(2, "周舟", False, False, (), (), page_of(1, 0, 8)),
    "badges/collection · hidden": Collection(2, "周舟", False, True, (), (), page_of(1, 0, 8)),
    "badges/earned · one": Earned(1, "林晓", EARNED[:1], ()),
    "badges/earned · of the past": Earned(1, "林晓", (), EARNED[:2]),
    "badges/earned · a long past": Earned(1, "林晓", EARNED[:1], EARNED[:2] * 7),
    "badges/rare · many": RareOnes(WINNERS[:1], 4),
    "conditions/checklist · founders": Asks(checklist(FOUNDER.needs, {"founding_days": 3, "tenure_days": 40})),
}
