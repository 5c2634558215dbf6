"""What the messages about the monthly letter speak about: very different members."""

from datetime import date

from actions.honour.value_letter import Case, Queue, WordsKept
from rules.daily.feature import FeaturedPost
from rules.honour.value_letter import (
    Changed,
    Featured,
    Grown,
    Honoured,
    IdeaMade,
    Lent,
    LetterGone,
    Month,
    NoLetterYet,
    Outside,
    Person,
    Quoted,
    Solved,
    Spoken,
    TitleReached,
    Unanswered,
    ValueLetter,
)
from rules.honour.value_letter_shown import Figure, FigureHad, FigureShown, Proof
from rules.offers.resource import ResourceKind
from rules.pages import Page
from rules.programme.awards import GIVEN
from rules.programme.badges import Badge
from rules.programme.levels import Levels
from rules.programme.track_titles import TITLES
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.result import Figures

LINK = "https://t.me/c/1234567890/90"
HELPED = (*(Person(name, LINK) for name in ("何<b>川", "周舟", "小满", "夏天", "莫莫")), Person("新新", None))
KEY = Solved(12, "蓝牙钥匙连不上", "何<b>川", LINK)
RANGE = Solved(9, "冬天续航掉多少算正常？", "小满", None)
OUTSIDE = (
    Outside("深秋和我的车", "https://www.example.com/n/1", Figures(12_000, 300, 45), checked=True),
    Outside("转场练习", "https://www.example.com/n/2", Figures(likes=8), checked=False),
)
NIGHT = FeaturedPost(1, "外放电接灯串，亮了一整夜", "一晚只用半度 <电>", "莫<b>莫", False, LINK, LINK)
PICTURE = FeaturedPost(2, "", "光影讲究", "莫<b>莫", True, None)
FILM = IdeaMade("一晚只用半度 <电>", LINK, "莫<b>莫", "")
SOLVED = Badge("first_answer", Wording(zh="初次解惑", en="First answer"), "💡")
HUNDRED = Badge("hundred", Wording(zh="百人助手", en="A hundred helped"), "🏅")
STAR = Month(
    "2026-10",
    people=14,
    helped=HELPED,
    thanked=Quoted("讲得清楚 <赞>", "小满"),
    answers=6,
    solved=(KEY, RANGE),
    finds=4,
    found=(RANGE, KEY),
    featured=(Featured("深秋和我的车", LINK), Featured("转场练习", None)),
    picks=3,
    picked=(NIGHT, PICTURE),
    made=(FILM, IdeaMade("转场练习", None, "莫<b>莫", "周舟")),
    outside=OUTSIDE,
    spoken=(Spoken("转场练习", 12), Spoken("我的第一支短片", 0)),
    changed=(Changed("后排出风口可以 <单独> 关闭", "2.8"), Changed("后排出风口可以 <单独> 关闭", "")),
    grown=(Grown(SkillTrack.VIDEO, 2, 5), Grown(SkillTrack.PHOTO, 1, 1)),
    mentored=("新新", "小满"),
    honours=(Honoured(GIVEN[2].title, 2026, "讲得清楚 <赞>"),),
    level=Levels()[2].title,
    step=TrustStep.FRAMEWORK,
    titles=(TitleReached(SkillTrack.VIDEO, TITLES[1].title), TitleReached(SkillTrack.PHOTO, TITLES[0].title)),
    council=True,
    lent=tuple(Lent(n, "微单<相机>", kind) for n, kind in enumerate(ResourceKind, start=3)),
    badges=(SOLVED, HUNDRED),
    days=28,
    kind=Quoted("讲得清楚 <赞>", "品牌主理人"),
)
SILENT = Month("2026-10", days=12)
HELPER = replace(SILENT, people=2, helped=HELPED[:2], answers=1, solved=(KEY,))
ONE = replace(SILENT, people=1, helped=HELPED[:1])
FINDS = replace(SILENT, finds=1, found=(RANGE,))
MAKER = replace(SILENT, grown=(Grown(SkillTrack.VIDEO, 2, 5),))
SHOWN = replace(MAKER, featured=(Featured("转场练习", LINK),))
CRITIC = replace(SILENT, changed=(Changed("后排出风口可以 <单独> 关闭", ""),))
POSTED = replace(SILENT, outside=OUTSIDE)
SPEAKER = replace(SILENT, spoken=(Spoken("转场练习", 12),))
BADGED = replace(SILENT, badges=(SOLVED,))
CLIMBER = replace(SILENT, level=Levels()[2].title)
FINDER = replace(SILENT, picks=1, picked=(NIGHT,))
SHARER = replace(SILENT, picks=1, picked=(PICTURE,))
IDEA = replace(SILENT, made=(FILM,))
HONOURED = replace(SILENT, honours=(Honoured(GIVEN[2].title, 2026, "讲得清楚 <赞>"),))
TRUSTED = replace(SILENT, step=TrustStep.OPEN)
TITLED = replace(SILENT, titles=(TitleReached(SkillTrack.VIDEO, TITLES[1].title),))
COUNSELLOR = replace(SILENT, council=True)
BORROWER = replace(SILENT, lent=(Lent(3, "微单<相机>", ResourceKind.LEND),))
MENTOR = replace(SILENT, mentored=("新新",))
QUESTION = Unanswered(12, "蓝牙钥匙连不上", LINK)


def _letter(month: Month, waiting: Unanswered | None = None) -> ValueLetter:
    return ValueLetter("林<b>晓", 10, month.rich, month, waiting)


def _case(month: Month) -> Case:
    return Case(5, "林<b>晓", 10, month)


def _shown(what: Figure, *proofs: Proof, page: Page | None = None) -> FigureShown:
    return FigureShown(what, "2026-10", 10, proofs, page or Page(1, 1, len(proofs), 0))


NOON = 1_792_900_800
BEHIND = {
    Figure.ANSWERS: (Proof("Q12", LINK, name="何<b>川", words="蓝牙钥匙连不上"),),
    Figure.FINDS: (Proof("Q9", None, name="小满", words="冬天续航掉多少算正常？"),),
    Figure.PICKS: (
        Proof("外放电接灯串，亮了一整夜", LINK, name="莫<b>莫", words="一晚只用半度 <电>"),
        Proof("", LINK, name="莫<b>莫", words="光影讲究"),
    ),
    Figure.TALKS: (
        Proof("转场练习", start="event-3", at=NOON, came=12),
        Proof("我的第一支短片", start="event-4", at=NOON),
    ),
    Figure.CRAFT: (
        Proof("深秋和我的车", LINK, "reviewed-5", track="photo", at=NOON),
        Proof("转场练习", None, "reviewed-6", track="video", at=NOON),
    ),
    Figure.MENTORED: (
        Proof(name="新新", words="讲得清楚 <赞>", at=NOON, until=NOON + 20 * 86_400),
        Proof(name="小满", until=NOON),
    ),
}
OTHERS = {
    "somebody who helped": HELPER,
    "one person was helped": ONE,
    "answers of long ago": FINDS,
    "work": MAKER,
    "featured work": SHOWN,
    "a suggestion": CRITIC,
    "a mentor": MENTOR,
    "work outside": POSTED,
    "a speaker": SPEAKER,
    "a badge": BADGED,
    "a level": CLIMBER,
    "a featured discovery": FINDER,
    "a featured share": SHARER,
    "an idea made real": IDEA,
    "an award": HONOURED,
    "a step of trust": TRUSTED,
    "a title of a track": TITLED,
    "a seat on the council": COUNSELLOR,
    "a resource": BORROWER,
}
SAMPLES: dict[str, object] = {
    "value_letter/letter": _letter(STAR),
    "value_letter/shown": _shown(
        Figure.PEOPLE, Proof(name="何<b>川", link=LINK), Proof(name="新新"), page=Page(2, 2, 10, 8)
    ),
    "value_letter/come": _letter(STAR),
    "value_letter/queue": Queue(10, (_case(STAR), _case(ONE))),
    "value_letter/ask": _case(STAR),
    "value_letter/kept": WordsKept(5, "林<b>晓", 10, "讲得清楚 <赞>"),
    "refusals/no_letter_yet": NoLetterYet(date(2026, 12, 1)),
    "refusals/letter_gone": LetterGone(),
}
MORE: dict[str, object] = {
    **{f"value_letter/letter · {who}": _letter(month) for who, month in OTHERS.items()},
    **{f"value_letter/come · {who}": _letter(month) for who, month in OTHERS.items()},
    **{f"value_letter/shown · {what}": _shown(what, *proofs) for what, proofs in BEHIND.items()},
    "value_letter/shown · one person, the others are gone": _shown(Figure.PEOPLE, Proof(name="新新")),
    "value_letter/shown · nothing left": _shown(Figure.PICKS),
    "value_letter/letter · nearly silent": _letter(SILENT, QUESTION),
    "value_letter/letter · silent, and nothing waits": _letter(replace(SILENT, days=0)),
    "value_letter/letter · one day": _letter(replace(SILENT, days=1)),
    "value_letter/letter · one thing, and a question waits": _letter(CRITIC, QUESTION),
    "value_letter/come · nearly silent": _letter(SILENT, QUESTION),
    "value_letter/ask · somebody who helped": _case(HELPER),
    "value_letter/ask · answers of long ago": _case(FINDS),
    "value_letter/ask · a mentor": _case(MENTOR),
    "value_letter/ask · a speaker": _case(SPEAKER),
    "value_letter/ask · featured work": _case(SHOWN),
    "value_letter/ask · a featured discovery": _case(FINDER),
    "value_letter/ask · an idea made real": _case(IDEA),
}
LABELS: dict[str, object] = {
    "value_letter/write": _case(STAR),
    "value_letter/open": BEHIND[Figure.TALKS][0],
    **{f"value_letter/{what}": FigureHad(what, 3) for what in Figure},
}
