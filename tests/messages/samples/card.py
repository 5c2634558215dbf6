"""What the messages about cards speak about."""

from actions.honour.card import Card, CardBadge, CardHonour, CardIdea, CardTeam, CardTitle, CardWork
from actions.honour.intro_report import IntroReported, TakenOff
from rules.daily.feature import FeaturedPost
from rules.honour.card import CardPart, IntroAsked
from rules.people import Role
from rules.programme.awards import GIVEN
from rules.programme.stages import AMBASSADOR, FRIEND
from rules.programme.tags import Tags
from rules.programme.track_titles import TITLES
from rules.values import replace
from rules.works.challenge import SkillTrack
from tests.messages.samples.moments import at

LINK = "https://t.me/c/1234567890/90"
CARD = Card(
    5,
    "何<b>川",
    None,
    "资深玩家",
    "四年十二万公里 <i>",
    at(9, 10),
    AMBASSADOR,
    (CardHonour(GIVEN[2].title, 2026),),
    (CardBadge("💡", "初次解惑"), CardBadge("🏅", "百人助手")),
    4,
    63,
    (
        CardWork("深秋和我的车", LINK, at(12, 9), "雾里的路"),
        CardWork("深秋和我的车", None, at(13, 9)),
        CardWork("雾里的路", None),
    ),
    (CardIdea("后排出风口可以 <单独> 关闭", "2.8"), CardIdea("后排出风口可以 <单独> 关闭", "")),
    ("阿<b>木", "小满"),
    2,
    (CardTeam("夏夜长途 <一>", "导演"),),
    True,
    (),
    False,
    False,
    None,
    certificates=("冬季用车 <一>", "新车入门"),
    posts=(
        FeaturedPost(1, "外放电接灯串，亮了一整夜", "一晚只用半度 <电>", "莫<b>莫", False, LINK),
        FeaturedPost(2, "", "光影讲究", "莫<b>莫", True, None),
    ),
)
BARE = replace(
    CARD,
    intro="",
    stage_title=None,
    honours=(),
    badges=(),
    more=0,
    helped=0,
    works=(),
    posts=(),
    ideas=(),
    mentored=(),
    certificates=(),
    talks=0,
    teams=(),
    core=False,
    since=None,
)
REPORTED = IntroReported(2, 5, "何<b>川", "脚垫 <便宜>，加我", "林晓")
SAMPLES: dict[str, object] = {
    "card/card": CARD,
    "card/ask_intro": IntroAsked(80),
    "card/cleared": CARD,
    "card/reported": REPORTED,
    "card/report_thanked": None,
    "card/taken_off": TakenOff("何<b>川", "莫莫"),
    "card/left": replace(REPORTED, by="莫莫"),
}
MORE: dict[str, object] = {
    "card/card · an honour for life beside the title of the stage": replace(CARD, lasting_title=FRIEND),
    "card/left · gone meanwhile": replace(REPORTED, intro="", by="莫莫"),
    "card/card · one's own": replace(CARD, own=True, portrayed=True, hides=(CardPart.BADGES,), badges=(), more=0),
    "card/card · one's own, while hidden everywhere": replace(BARE, own=True, withdrawn=True),
    "card/card · somebody new": replace(BARE, helped=1),
    "card/card · who looks after topics": replace(BARE, looks_after=("夏<b>天", "夏至")),
    "card/card · who showed something": replace(BARE, posts=CARD.posts),
    "card/card · with titles of tracks": replace(
        BARE, titles=(CardTitle(SkillTrack.PHOTO, TITLES[1].title), CardTitle(SkillTrack.VIDEO, TITLES[0].title))
    ),
    "card/card · of the council": replace(
        BARE, title=Tags().honours[0].title, council=True, council_until=at(30, 10), level="资深玩家"
    ),
    "card/card · of the council, without an end": replace(BARE, council=True),
    "card/card · of the staff": replace(BARE, role=Role.MODERATOR),
    "card/card · kept to oneself": replace(BARE, closed=True),
}
LABELS: dict[str, object] = {"card/write": CARD}
