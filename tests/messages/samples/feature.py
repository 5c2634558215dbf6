"""What the messages about featured shares and discoveries speak about."""

from actions.daily.feature import DiscoveriesPage, DiscoveryLine, Featured, Unfeatured
from actions.daily.feature_shown import Agreed, FeatureKept, FeatureTold
from rules.daily.support import Made
from rules.pages import page_of
from rules.showcase import Exhibit, Exhibited
from rules.values import replace

FEATURED = Featured(3, 7, 1, 90, "周<b>舟", "莫莫", "胎压在车机里重置，<不用跑店>", 10, shared=False)
TAKEN_BACK = Unfeatured(3, 4, "周<b>舟", 10, "和上周那条重复了", shared=False)
LINES = (
    DiscoveryLine(
        "周<b>舟",
        "胎压在车机里重置，<不用跑店>",
        "蓝牙钥匙连不上手机",
        "https://t.me/c/1234567890/90",
        "我的汽车还能用来做什么？",
        Made("周<b>舟", "周<b>舟", "莫莫", "借一台运动相机", "https://t.me/c/1234567890/120"),
    ),
    DiscoveryLine("林晓", "钥匙没电了怎么开门", "", None),
)

TOLD = FeatureTold("莫莫", "胎压在车机里重置，<不用跑店>", False, "https://t.me/c/1234567890/90", None, may_agree=True)
SHOWN = Exhibit(
    Exhibited.DISCOVERY, 3, "胎压在车机里重置，<不用跑店>", 4, "林晓", "莫莫", "蓝牙钥匙连不上手机", (), None
)

SAMPLES: dict[str, object] = {
    "feature/thanked": FEATURED,
    "feature/taken_back": TAKEN_BACK,
    "feature/told_taken_back": TAKEN_BACK,
    "feature/told_featured": TOLD,
    "feature/shown": Agreed(SHOWN),
    "feature/agreed": None,
    "feature/kept": FeatureKept(in_channel=False),
    "feature/discoveries": DiscoveriesPage(LINES, page_of(1, 7, 5)),
}
MORE: dict[str, object] = {
    "feature/told_featured · it is in the channel": replace(TOLD, post="https://t.me/c/1234567891/12"),
    "feature/told_featured · a share, without a channel": replace(TOLD, shared=True, link=None, may_agree=False),
    "feature/thanked · a share, by somebody who earns nothing yet": replace(FEATURED, shared=True, points=0),
    "feature/taken_back · nothing was paid": replace(TAKEN_BACK, points=0),
    "feature/told_taken_back · nothing was paid": replace(TAKEN_BACK, points=0),
    "feature/discoveries · all on one page": DiscoveriesPage(LINES, page_of(1, 2, 5)),
    "feature/kept · it is in the channel": FeatureKept(in_channel=True),
    "feature/discoveries · none yet": DiscoveriesPage((), page_of(1, 0, 5)),
}
