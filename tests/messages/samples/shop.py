"""What the shop's messages speak about."""

from actions.shop.reward import Offer, ShopPage, Tab
from handlers.shop.shop import TabLabel
from handlers.ways_out import Several
from rules.shop.reward import RewardKind
from rules.values import replace
from tests.messages.samples.moments import at

KEYRING = Offer(
    id=3,
    title="限量钥匙扣",
    about="铝合金，激光刻字。",
    kind=RewardKind.GOODS,
    price=80,
    stock=12,
    per_member=1,
    level=None,
    opens_at=None,
    closes_at=at(30, 20),
    status="open",
    missing=0,
    free=132,
)
OFFERS = (
    KEYRING,
    replace(KEYRING, title="洗车券", price=252, status="short", missing=120),
    replace(KEYRING, title="贴纸 <套装>", status="sold_out", stock=0),
    replace(KEYRING, title="车载香薰", status="limit"),
    replace(KEYRING, title="周年 T 恤", status="soon", opens_at=at(20, 10)),
    replace(KEYRING, title="试驾邀请", status="level", level="资深玩家"),
)

SAMPLES: dict[str, object] = {
    "shop/several": Several(("林晓", "周舟", "何川 <b>")),
    "shop/several · very many": Several(tuple(f"车友{nth}" for nth in range(1, 91))),
    "shop/page": ShopPage(
        free=132,
        held=80,
        layer="entry",
        title="入门好礼",
        tabs=(Tab("entry", "入门好礼", True), Tab("middle", "进阶好礼", False)),
        offers=OFFERS,
        page=0,
        pages=2,
    ),
    "shop/detail": OFFERS[1],
    "shop/detail · sold out": OFFERS[2],
    "shop/detail · waited for": replace(OFFERS[2], wanted=True),
    "shop/sure": KEYRING,
}
LABELS: dict[str, object] = {
    "shop/reward": KEYRING,
    "shop/redeem": KEYRING,
    "shop/tab": TabLabel("入门好礼", True),
}
SHORT, SOLD_OUT, LIMIT, SOON, LEVEL = OFFERS[1:]
OVER = replace(KEYRING, title="去年的台历", status="over", closes_at=at(1, 20))
PAUSED = replace(KEYRING, status="paused", paused_until=at(25, 20))
PAGE = ShopPage(132, 0, "top", "至臻礼遇", (Tab("top", "至臻礼遇", True),), (), 0, 1)
MORE: dict[str, object] = {
    "shop/page · one is over": replace(PAGE, offers=(OVER,)),
    "shop/page · paused": replace(PAGE, offers=(PAUSED,), paused_until=at(25, 20)),
    "shop/detail · paused": PAUSED,
    "shop/detail · paused and sold out": replace(SOLD_OUT, paused_until=at(25, 20)),
    "shop/page · an empty shelf": PAGE,
    "shop/detail · enough points": KEYRING,
    "shop/detail · nearly enough": replace(KEYRING, status="short", missing=12, free=68),
    "shop/detail · a code": replace(KEYRING, title="洗车券", kind=RewardKind.CODE, per_member=0, closes_at=None),
    "shop/detail · a privilege, for a level": replace(LEVEL, kind=RewardKind.PRIVILEGE, about=""),
    "shop/detail · sold out": SOLD_OUT,
    "shop/detail · had already": LIMIT,
    "shop/detail · not yet": SOON,
    "shop/detail · over": OVER,
    "shop/sure · a code": replace(KEYRING, title="洗车券", kind=RewardKind.CODE),
}
