"""What the messages about rewards speak about."""

from actions.shop.reward import Shelved
from handlers.shop.reward import AllRewards, Blank
from handlers.shop.reward_preview import RewardPreview
from handlers.shop.reward_together import MadeTogether, TogetherMistaken, TogetherPreview
from rules.money import Money
from rules.pages import page_of
from rules.reading.amending import Overtaken
from rules.reading.flaws import Flaw, Mistake
from rules.reading.forms import Filled
from rules.shop.reward import RewardKind, Terms
from rules.shop.rewards_together import Flawed
from rules.values import replace
from tests.messages.samples.moments import at

KEYRING = Terms(
    "限量钥匙扣",
    "entry",
    RewardKind.GOODS,
    80,
    about="铝合金，激光刻字。",
    opens_at=at(20, 10),
    closes_at=at(30, 20),
    cost=Money(3550, "CNY"),
    low_stock=5,
)
ON_SHELF = Shelved(3, KEYRING, "入门好礼", None, 12, 1, 4, False)

VOUCHER = replace(
    ON_SHELF, id=4, terms=replace(KEYRING, title="洗车券 <通用>", kind=RewardKind.CODE), stock=0, wanted=2
)

GIFT = RewardPreview(KEYRING, "入门好礼", "新晋车友", 50, None, ())
PLAIN = Terms("试驾邀请", "entry", RewardKind.PRIVILEGE, 120, per_member=0)
INVITED = RewardPreview(PLAIN, "入门好礼", None, 3, None, ())
TWO = "标题: 限量钥匙扣\n价格: 80\n标题: 试驾邀请\n价格: 80"
LACKING = (Mistake(0, "库存", Flaw.MISSING),)

SAMPLES: dict[str, object] = {
    "reward/form": Blank(("入门好礼", "进阶好礼", "至臻礼遇"), ("新晋车友", "活跃车友", "资深玩家", "领航顾问")),
    "reward/form_again": Filled("标题: 限量钥匙扣\n价格: 80"),
    "reward/preview": RewardPreview(KEYRING, "入门好礼", "新晋车友", 50, 3, (Overtaken("库存", "30", "27", "50"),)),
    "reward/made": VOUCHER,
    "reward/edited": ON_SHELF,
    "reward/closed": replace(ON_SHELF, closed=True),
    "reward/dropped": None,
    "reward/together": TogetherPreview((GIFT, INVITED), picture=True),
    "reward/together_wrong": TogetherMistaken((Flawed(2, "试驾邀请", LACKING),), 2, TWO),
    "reward/together_which": Filled(TWO),
    "reward/together_again": Filled(TWO),
    "reward/made_together": MadeTogether((ON_SHELF, VOUCHER)),
    "reward/list": AllRewards((ON_SHELF, VOUCHER, replace(ON_SHELF, id=1, closed=True)), page_of(1, 33, 30)),
}
VOUCHER_TERMS = replace(VOUCHER.terms, about="", opens_at=None, closes_at=None, cost=None, per_member=0)
MORE: dict[str, object] = {
    "reward/preview · new": RewardPreview(KEYRING, "入门好礼", "新晋车友", 50, None, ()),
    "reward/preview · a code, no limit": RewardPreview(VOUCHER_TERMS, "入门好礼", "新晋车友", 0, None, ()),
    "reward/preview · of no level": RewardPreview(KEYRING, "入门好礼", "", 50, None, ()),
    "reward/preview · a privilege": RewardPreview(
        replace(KEYRING, title="试驾邀请", kind=RewardKind.PRIVILEGE, about=""), "入门好礼", "资深玩家", 3, None, ()
    ),
    "reward/preview · nobody is told of the last ones": RewardPreview(
        replace(KEYRING, low_stock=0), "入门好礼", "新晋车友", 50, None, ()
    ),
    "reward/together · codes, no picture": TogetherPreview(
        (
            RewardPreview(VOUCHER_TERMS, "入门好礼", None, 0, None, ()),
            replace(INVITED, terms=replace(PLAIN, low_stock=0)),
        ),
        picture=False,
    ),
    "reward/together_wrong · two of them, one without a title": TogetherMistaken(
        (Flawed(1, "", LACKING), Flawed(2, "试驾邀请", LACKING)), 2, TWO
    ),
    "reward/made_together · no codes": MadeTogether((ON_SHELF, replace(ON_SHELF, id=4))),
    "reward/made · goods": ON_SHELF,
    "reward/edited · off the shelf": replace(ON_SHELF, closed=True),
    "reward/closed · nothing in hand": replace(ON_SHELF, closed=True, held=0),
    "reward/closed · several in hand": replace(ON_SHELF, closed=True, held=3),
    "reward/list · none": AllRewards((), page_of(1, 0, 30)),
}
LABELS: dict[str, object] = {"reward/codes_of": VOUCHER}
