"""What the answer to "why?" speaks about."""

from actions.fairness.origin import Origin, Origins, OriginWork, TurnTold
from actions.fairness.participation import ThingTold, TimeTold, TookPart
from actions.fairness.record import Entered, Sanctioned
from actions.fairness.why import Explained, Explanation, Today
from rules.fairness.appeal import AppealState
from rules.fairness.covenant import Cited
from rules.fairness.origin import OriginKind, Turn
from rules.fairness.participation import Came, PartKind
from rules.fairness.sanction import Grade
from rules.programme.awards import GIVEN
from rules.programme.conditions import CONDITIONS, checklist
from rules.programme.stages import COMMITTEE
from rules.programme.tags import Tags
from rules.programme.track_titles import TITLES
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.challenge import SkillTrack
from storage.fairness.origins import AnswerAccepted
from tests.messages.samples.moments import at

HELPED = Wording(zh="帮到十位", en="Helped Ten")
ADVISOR = Wording(zh="荣誉产品顾问", en="Product Advisor")
SENIOR = Wording(zh="资深玩家", en="Expert")
HONOURS = Tags().honours
TEN = checklist({"people_helped": 10}, {"people_helped": 10})
USUAL = {condition.name: condition.usual for condition in CONDITIONS}
ASKED = checklist(USUAL, {name: much - 1 for name, much in USUAL.items()})
EVIDENCE = Origin(
    OriginKind.BADGE,
    "🤝",
    HELPED,
    True,
    (TurnTold(Turn.EARNED, at(16, 9), asks=TEN), TurnTold(Turn.DOUBTED, None)),
    works=(OriginWork("夜里的 <路>", "https://t.me/c/1/2"), OriginWork("雨天", None)),
    helped=("周<b>舟", "何<b>川"),
    answers=(AnswerAccepted(12, "蓝牙钥匙连不上", "https://t.me/c/1/3"), AnswerAccepted(9, "胎压多少" * 8, None)),
)
STAGE = Origin(
    OriginKind.STAGE,
    "🌿",
    COMMITTEE,
    True,
    (
        TurnTold(Turn.BEGUN, at(12, 9), by="莫莫"),
        TurnTold(Turn.ENDED, at(13, 9)),
        TurnTold(Turn.BEGUN, at(15, 9), by="莫莫"),
    ),
    key="mature",
)
OFFICE = Origin(
    OriginKind.OFFICE, "🤲", HONOURS[0].title, True, (TurnTold(Turn.BEGUN, at(12, 9), by="莫莫"),), key="council"
)
TURNS = (
    TurnTold(Turn.GIVEN, at(12, 9), "冬测那周守着群答到半夜", "莫莫"),
    TurnTold(Turn.KEPT, at(13, 9)),
    TurnTold(Turn.CAME_ALONG, at(13, 20), GIVEN[2].title, year=2026),
    TurnTold(Turn.REVOKED, at(14, 9), "记录弄错了"),
    TurnTold(Turn.LAPSED, at(15, 9)),
)
LADDER = (
    TurnTold(Turn.DECLINED, at(12, 9), "再看一件作品"),
    TurnTold(Turn.CONFIRMED, at(13, 9), asks=TEN),
    TurnTold(Turn.LEFT, at(14, 9), "搬到别的方向"),
    TurnTold(Turn.PUT, at(15, 9), "冬测带队"),
)
HONOURED = (
    TurnTold(Turn.HONOURED, at(12, 9), "一年里听完了每一条建议", "莫莫", year=2026),
    TurnTold(Turn.TAKEN_BACK, at(14, 9), "颁错了人"),
)

PAUSED = Entered(
    4,
    Grade.SUSPENSION,
    7 * 86_400,
    Cited(2, Wording()),
    "互相刷分",
    at(16, 9),
    at(23, 9),
    "莫莫",
    True,
    None,
    True,
    None,
)
MUTED = replace(
    PAUSED, sanction=3, grade=Grade.MUTE, length_s=7_200, reason="夜里连发广告", at=at(12, 9), until=at(12, 11)
)
MUTED = replace(MUTED, running=False, appealable=False, appeal=AppealState.UPHELD)
WARNED = replace(MUTED, sanction=2, grade=Grade.WARNING, length_s=0, until=None, appeal=None)


def told(came: Came, **changed: object) -> TimeTold:
    """One time that ended so."""
    return replace(TimeTold(at(16, 9), came, 0, False, 0, 0, "", False), **changed)  # type: ignore[arg-type]


QUIZ = ThingTold(
    PartKind.QUIZ,
    "冬季用车 <一>",
    (told(Came.FAILED, right=1, asks=3), told(Came.PASSED, at=at(17, 9), points=30, right=3, asks=3)),
)
EVENT = ThingTold(PartKind.EVENT, "夜拍工作坊", (told(Came.ATTENDED, points=5),))
PROJECT = ThingTold(PartKind.PROJECT, "夏夜长途", (told(Came.SHARED, points=43, taken_back=True, role="剪辑"),))
EVERY_WAY = (
    *(told(came, role="剪辑") for came in Came if came not in (Came.PASSED, Came.SHARED, Came.ATTENDED)),
    told(Came.ATTENDED, paused=True),
    told(Came.PASSED, right=2, asks=3),
)

SAMPLES: dict[str, object] = {
    "why/origin": Origins((EVIDENCE,)),
    "why/took_part": TookPart((QUIZ, EVENT, PROJECT)),
    "why/sanctioned": Sanctioned(Grade.SUSPENSION, (PAUSED,), 0),
    "why/explained": Explained(
        (
            Explanation(
                at(18, 19, 40),
                "checkin",
                0,
                outcome="refusals/already_checked_in",
                frees_at=at(19, 4),
                detail={"streak": 3},
            ),
            Explanation(
                at(18, 12, 26),
                "thanks",
                0,
                outcome="thanks/giver_budget",
                detail={
                    "outcome": "giver_budget",
                    "receiver": "周<b>舟",
                    "limit": 5,
                    "messages": 20,
                    "points": 0,
                    "days": 0,
                    "reason": None,
                },
                thanked="周<b>舟",
            ),
            Explanation(at(17, 10), "thanks", 4, reason="刹车片的照片 <很清楚>", by="何<b>川"),
            Explanation(at(16, 9), "checkin", 2, taken_back=True),
            Explanation(at(15, 23), "checkin", 2, read_at=at(16, 5)),
        ),
        Today(checked_in=True, given=2, given_most=5, received=1, received_most=20, ends_at=at(19, 4)),
    ),
}
MORE: dict[str, object] = {
    "why/origin · given, kept, taken": Origins((Origin(OriginKind.BADGE, "🎗️", HELPED, False, TURNS, asks=ASKED[:3]),)),
    "why/origin · a stage": Origins((STAGE,)),
    "why/origin · a stage, not yet": Origins((replace(STAGE, stands=False, turns=(), asks=ASKED[:2]),)),
    "why/origin · alumni, not yet": Origins((replace(STAGE, stands=False, turns=(), key="alumni"),)),
    "why/origin · an office": Origins((OFFICE,)),
    "why/origin · an office that nobody put their name to": Origins(
        (replace(OFFICE, turns=(TurnTold(Turn.BEGUN, at(12, 9)),)),)
    ),
    "why/origin · a seat whose level is far": Origins((replace(OFFICE, stands=False, turns=(), missing=940),)),
    "why/origin · offices, not yet": Origins(
        tuple(replace(OFFICE, stands=False, turns=(), key=key) for key in ("mentor", "council", "topic_moderator"))
    ),
    "why/origin · given by hand alone": Origins((Origin(OriginKind.BADGE, "🎗️", HELPED, False, ()),)),
    "why/origin · a step of trust": Origins((Origin(OriginKind.TRUST, "🧭", "framework", True, LADDER),)),
    "why/origin · a title of a track": Origins(
        (Origin(OriginKind.TITLE, "🎨", TITLES[0].title, True, LADDER, track=SkillTrack.PHOTO),)
    ),
    "why/origin · the first step": Origins((Origin(OriginKind.TRUST, "🧭", "base", True, ()),)),
    "why/origin · an award and a level": Origins(
        (
            Origin(OriginKind.AWARD, "🏆", ADVISOR, False, HONOURED),
            Origin(OriginKind.LEVEL, "", SENIOR, True, (TurnTold(Turn.REACHED, at(12, 9)),)),
        )
    ),
    "why/origin · not yet": Origins(
        (
            Origin(OriginKind.AWARD, "🏆", ADVISOR, False, ()),
            Origin(OriginKind.LEVEL, "", SENIOR, False, (), missing=40),
        )
    ),
    "why/took_part · in every way": TookPart((ThingTold(PartKind.EVENT, "夜拍工作坊", EVERY_WAY),)),
    "why/sanctioned · muted": Sanctioned(Grade.MUTE, (MUTED,), 2),
    "why/sanctioned · warned": Sanctioned(Grade.WARNING, (WARNED,), 0),
    **{f"why/sanctioned · never, {grade}": Sanctioned(grade, (), 0) for grade in Grade},
    "why/explained · while suspended, after a mute": Explained(
        (), Today(False, 0, 5, 0, 20, at(19, 4)), (PAUSED, MUTED)
    ),
    "why/explained · suspended and lifted": Explained(
        (), Today(False, 0, 5, 0, 20, at(19, 4)), (replace(PAUSED, running=False, lifted_for="看错了人"),)
    ),
    "why/explained · nothing yet": Explained((), Today(False, 0, 5, 0, 20, at(19, 4))),
    "why/explained · read late, given back, and a thank": Explained(
        (
            Explanation(at(17, 23), "submission", 0, outcome="refusals/forwarded_work", detail={}, read_at=at(18, 5)),
            Explanation(at(17, 20), "thanks", 0, outcome="thanks/already_thanked", detail={}, thanked="周<b>舟"),
            Explanation(at(16, 20), "thanks", 4, reason="↩ #123", by="何<b>川"),
        ),
        Today(False, 0, 5, 0, 20, at(19, 4)),
    ),
}
