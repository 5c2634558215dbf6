"""What the messages about product notes, and about answers that they concern, speak about."""

from actions.daily.bulletin import Announced, BulletinGone, BulletinPage, BulletinPlan
from actions.daily.recheck import RecheckCard
from handlers.daily.bulletin import BulletinEditPreview
from rules.daily.bulletin import Bulletin, BulletinNumberNeeded, BulletinWording, NoSuchBulletin
from rules.daily.recheck import AlreadyRechecked, CorrectionUnclear, Doubt, RecheckState, Sign
from rules.draft import AlreadyPublished
from rules.pages import Page
from rules.reading.amending import Overtaken
from rules.reading.forms import Filled
from rules.values import replace
from storage.works.quiz_materials import NoteQuiz
from tests.messages.samples.moments import at

NOW, DAY_S = at(18, 20, 30), 86_400
SAID = BulletinWording(
    "蓝牙钥匙固件 2.3",
    "长按 10 秒就能 <重新> 配对",
    "https://example.com/ota",
    at(30, 23, 59),
    "2.3",
    "蓝牙钥匙",
)
BARE = replace(SAID, link="", version="", theme="")
LONG = replace(BARE, text="灯" * 301)
PLAN = BulletinPlan(SAID, 4, NOW + DAY_S, 3)
OUT = Announced(3, SAID, (4, 5, 6, 7), NOW + DAY_S, 3)
QUIZ = NoteQuiz(3, "冬季用车 <一>")
GONE = BulletinGone(3, SAID.title, (4, 5))
NOTES = (
    Bulletin(3, SAID, 1, NOW, NOW + DAY_S),
    Bulletin(2, BARE, 2, NOW - DAY_S, NOW - DAY_S),
    Bulletin(1, replace(SAID, until=NOW - DAY_S), 1, NOW - 9 * DAY_S, NOW - 9 * DAY_S),
)
CARD = RecheckCard(
    8,
    7,
    "蓝牙钥匙连不上手机 <怎么办>",
    "升到 V2.1，长按 5 秒再配对",
    "周<b>舟",
    "https://t.me/c/1234567890/90",
    Doubt(Sign.VERSION, "V2.1"),
    3,
    SAID,
    RecheckState.OPEN,
    "",
    "",
    4,
    1,
    90,
    Page(1, 3, 3, 0),
)
CORRECTED = replace(CARD, state=RecheckState.CORRECTED, words="2.3 起长按 10 秒就行", by="莫莫", page=None)
WITHDRAWN = replace(CARD, state=RecheckState.WITHDRAWN, by="莫莫", page=None)

SAMPLES: dict[str, object] = {
    "bulletin/form": None,
    "bulletin/form_again": Filled("标题：蓝牙钥匙固件 2.3\n<…>"),
    "bulletin/preview": PLAN,
    "bulletin/edit_preview": BulletinEditPreview(3, PLAN, (Overtaken("标题", "固件 2.3", "固件 2.3.1", "固件 2.4"),)),
    "bulletin/published": OUT,
    "bulletin/dropped": None,
    "bulletin/list": BulletinPage(NOTES, Page(1, 2, 7, 0), NOW, 3),
    "bulletin/ask_away": NOTES[0],
    "bulletin/withdrawn": GONE,
    "bulletin/told": OUT,
    "bulletin/told_withdrawn": GONE,
    "recheck/card": CARD,
    "recheck/marked": OUT,
    "recheck/corrected": CORRECTED,
    "recheck/told": CORRECTED,
    "recheck/told_undone": CORRECTED,
    "recheck/ask_words": CARD,
    "refusals/bulletin_number_needed": BulletinNumberNeeded("editnote"),
    "refusals/no_such_bulletin": NoSuchBulletin(9),
    "refusals/already_rechecked": AlreadyRechecked(RecheckState.RIGHT),
    "refusals/correction_unclear": CorrectionUnclear(4, 300),
}
MORE: dict[str, object] = {
    "bulletin/preview · open at once": BulletinPlan(BARE, 4, None, 0),
    "bulletin/preview · nobody helps": BulletinPlan(BARE, 0, None, 0),
    "bulletin/published · changed, and open": Announced(3, SAID, (4,), None, 0, changed=True),
    "bulletin/published · nobody helps": Announced(3, SAID, (), None, 0),
    "bulletin/list · one page": BulletinPage(NOTES[1:2], Page(1, 1, 1, 0), NOW, 0),
    "bulletin/list · with a quiz": BulletinPage(NOTES[1:2], Page(1, 1, 1, 0), NOW, 0, ((QUIZ, replace(QUIZ, id=5)),)),
    "bulletin/told · with a quiz": replace(OUT, quizzes=(QUIZ,)),
    "bulletin/list · none": BulletinPage((), Page(1, 1, 0, 0), NOW, 0),
    "bulletin/withdrawn · nobody had heard": BulletinGone(3, SAID.title, ()),
    "bulletin/told · changed": Announced(3, BARE, (4,), None, 0, changed=True),
    "recheck/card · another figure": replace(
        CARD, doubt=Doubt(Sign.FIGURE, "5 秒"), note=LONG, body="", link=None, page=None
    ),
    "recheck/card · said formerly": replace(CARD, doubt=Doubt(Sign.FORMERLY, "先忽略这把钥匙"), page=Page(1, 1, 1, 0)),
    "recheck/card · the same matter": replace(CARD, doubt=Doubt(Sign.MATTER), state=RecheckState.RIGHT, by="莫莫"),
    "recheck/card · corrected": CORRECTED,
    "recheck/card · taken out": WITHDRAWN,
    "recheck/marked · changed": replace(OUT, changed=True),
    "recheck/corrected · without a link": replace(CORRECTED, note=BARE),
    "recheck/told · taken out": WITHDRAWN,
    "recheck/ask_words · a long note": replace(CARD, note=LONG),
    "refusals/already_rechecked · moot": AlreadyRechecked(RecheckState.OPEN),
    "refusals/already_published · a product note": AlreadyPublished("bulletin", 3),
}
LABELS: dict[str, object] = {"bulletin/edit_this": NOTES[0], "bulletin/withdraw_this": NOTES[0]}
