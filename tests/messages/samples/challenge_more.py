"""Further samples of what the messages about challenges speak about."""

from collections.abc import Callable, Iterator

from actions.works.challenge import ChallengeChanged, ChallengeSeen, Joined
from actions.works.editchallenge import ChallengeEdited
from handlers.works.challenge import ChallengeList
from handlers.works.editchallenge import EditPreview
from handlers.works.newchallenge import ChallengePreview, FieldAsked
from messages.vocabulary import vocabulary
from rules.draft import AlreadyPublished
from rules.pages import Page
from rules.programme.trust import TrustStep
from rules.reading.amending import Overtaken
from rules.values import replace
from rules.works.challenge import BY_NAME, FORM, UNUSED, ChallengeKind, SkillTrack, WorkKind
from rules.works.challenge_steps import may_skip
from rules.works.example import Example
from rules.works.submission import SubmissionStanding
from tests.messages.samples.broadcast import BOTH
from tests.messages.samples.challenge import AUTUMN, CUTS, DEADLINE, RANGE, SEEN
from tests.messages.samples.submission import LONG

STANDINGS = [
    f"{stage}_{standing}"
    for stage in ("plan", "work")
    for standing in SubmissionStanding
    if standing is not SubmissionStanding.WITHDRAWN
]
FULL = replace(SEEN, joined=20, left=0)
DAY_S = 86_400
OTHERWISE = replace(
    AUTUMN,
    title="深秋和我的车",
    track=SkillTrack.VIDEO,
    places=30,
    each=1,
    work=WorkKind.VIDEO,
    trust=TrustStep.BASE,
    about="让人一眼想出门，也想慢下来。",
    donts=("摆拍车标", "过度调色"),
    examples=(),
)
CHANGED = ("title", "track", "places", "each", "work", "trust", "about", "donts", "examples")


def _asked(field: str, kind: ChallengeKind) -> Callable[[str], FieldAsked]:
    """That field of the form, asked for in the reader's language."""
    part, used = BY_NAME[field], [one for one in FORM if one.name not in UNUSED[kind]]

    def asked(locale: str) -> FieldAsked:
        name = vocabulary("challenge", locale).names[field][0]
        step, steps = used.index(part) + 1, len(used)
        return FieldAsked(step, steps, field, name, kind.value, {}, None, may_skip(part, kind))

    return asked


def _asks() -> Iterator[tuple[str, Callable[[str], FieldAsked]]]:
    """Every field once; what a challenge is about is asked for by its kind."""
    for part in FORM:
        kind = ChallengeKind.FRAMEWORK if part.name in ("dos", "donts") else ChallengeKind.STANDARD
        if part.name != "about":
            yield part.name, _asked(part.name, kind)
    for kind in ChallengeKind:
        yield f"about, {kind.value}", _asked("about", kind)


def _standing(standing: str) -> ChallengeSeen:
    """How somebody sees a challenge whose plan or work stands like that."""
    brief = RANGE if standing.startswith("plan") else CUTS
    return replace(SEEN, brief=brief, left=None, standing=standing, version=2)


MORE: dict[str, object] = {
    "challenge/over · closed by hand": ChallengeChanged(12, "转场练习", DEADLINE, early=True),
    "challenge/example · many words": Example(41, "转场练习", "林晓", LONG, ()),
    "challenge/example · no words": Example(41, "转场练习", "林晓", "", ()),
    "refusals/already_published · a reward": AlreadyPublished("reward", 3),
    "challenge/list · no place is left": ChallengeList([FULL]),
    "challenge/list · one place is left": ChallengeList([replace(FULL, joined=19, left=1, taking_part=False)]),
    "challenge/list · a second page": ChallengeList([FULL], Page(2, 2, 9, 8)),
    "challenge/list · none": ChallengeList([]),
    "challenge/detail · no place is left": FULL,
    "challenge/detail · a plan comes first": replace(SEEN, brief=RANGE, taking_part=True, plan_first=True),
    "challenge/joined · a plan comes first": Joined(14, "冬天续航怎么讲清楚", "林晓", 8, 12, DEADLINE, plan_first=True),
    "challenge/detail · over": replace(SEEN, open=False),
    "challenge/detail · one is not cleared yet": replace(
        SEEN, brief=AUTUMN, left=None, taking_part=False, trusted=False
    ),
    **{f"challenge/detail · {standing.replace('_', ' ')}": _standing(standing) for standing in STANDINGS},
    **{
        f"challenge/detail · {standing.replace('_', ' ')}, over": replace(_standing(standing), open=False)
        for standing in ("plan_returned", "plan_approved", "work_returned")
    },
    "challenge/edit_preview · nobody takes part, and a field was empty": EditPreview(
        13, AUTUMN, 0, (Overtaken("名额", "", "20", "30"), Overtaken("参考", "https://t.me/xingtu/9", "", ""))
    ),
    "challenge/edited · nobody takes part": ChallengeEdited(13, AUTUMN, replace(AUTUMN, points=60), ("points",), ()),
    "challenge/changed · everything else": ChallengeEdited(13, AUTUMN, OTHERWISE, CHANGED, (4, 5)),
    "challenge/changed · no limit any more": ChallengeEdited(
        12, CUTS, replace(CUTS, places=None, steps=("拍三个镜头",)), ("places", "steps"), (4,)
    ),
    "challenge/preview · steps, and places": ChallengePreview(replace(CUTS, deadline=DEADLINE + DAY_S), BOTH),
    **{f"challenge/ask · {name}": asked for name, asked in _asks()},
}
