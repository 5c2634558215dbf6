"""What the messages of a first look speak about."""

from actions.works.look import LookAhead, LookAsked, LookCard
from handlers.works.look_card import LookLine
from handlers.works.look_desk import LooksOverdue
from handlers.works.look_reading import LooksToRead
from rules.files import File
from rules.values import replace
from rules.works.look import LookStanding
from storage.works.looks import LookWaiting
from tests.messages.samples.challenge import AUTUMN, SEEN
from tests.messages.samples.moments import at
from tests.messages.samples.submission import LONG

AHEAD = LookAhead(13, "秋天的车", "落叶那条路，<初剪>", 1, False, 3)
CARD = LookCard(
    id=5,
    challenge=13,
    title="秋天的车",
    member=4,
    author="林<b>晓",
    theme="这个秋天，你的车见过什么？",
    dos=("有真实的地点",),
    donts=("过重的滤镜", "商业水印"),
    text="落叶那条路，<初剪>",
    files=(File("photo", "abc", "u1"),),
    standing=LookStanding.WAITING,
    reader="瑞秋",
    chips=("light_well_used", "off_theme"),
    words="地点写在第一句就更好了。",
    allowed=(),
    left=2,
)
ANSWERED = replace(CARD, standing=LookStanding.ANSWERED)
ROW = LookWaiting(5, "秋天的车", "林<b>晓", at(16, 21), "瑞秋")
LATE = LookLine(5, "秋天的车", "林<b>晓", at(16, 21), "瑞秋", "https://t.me/c/2000000008/78")

SAMPLES: dict[str, object] = {
    "look/ask": replace(SEEN, brief=AUTUMN),
    "look/preview": AHEAD,
    "look/asked": LookAsked(5, 13, "秋天的车", 24),
    "look/card": CARD,
    "look/settled": ANSWERED,
    "look/answered": ANSWERED,
    "look/lapsed": replace(CARD, standing=LookStanding.LAPSED),
    "look/ask_words": CARD,
    "look/for_mentors": None,
    "look/waiting": LooksToRead([ROW, replace(ROW, id=6, held_by=None)]),
    "look/overdue": LooksOverdue([LATE, replace(LATE, id=6, held_by=None, card="")], 24),
}
LABELS: dict[str, object] = {"look/open": ROW}
MORE: dict[str, object] = {
    "look/waiting · none": LooksToRead([]),
    "look/preview · the last one, an album without words": replace(AHEAD, text="", album=True, left=1),
    "look/preview · long, with no file": replace(AHEAD, text=LONG, files=0),
    "look/card · long, nobody looks at it": replace(
        CARD, text=LONG, files=(), donts=(), reader=None, chips=(), words="", theme=LONG
    ),
    "look/card · in hand, nothing said yet": replace(CARD, text="", chips=(), words=""),
    "look/settled · handed in since": replace(CARD, standing=LookStanding.MOOT),
    "look/settled · nobody came to it": replace(CARD, standing=LookStanding.LAPSED, reader=None),
    "look/answered · in words alone, the last one": replace(ANSWERED, chips=(), left=0),
    "look/answered · remarks alone": replace(ANSWERED, words=""),
}
