"""What is said of rewards that are sold out, or nearly."""

from actions.shop.want import FewLeft
from handlers.shop.want import FewLeftList
from rules.values import replace
from tests.messages.samples.shop import KEYRING

SAMPLES: dict[str, object] = {
    "want/noted": None,
    "want/left": None,
    "want/back_in_stock": replace(KEYRING, stock=3),
    "want/back_in_stock · short": replace(KEYRING, stock=3, status="short", missing=12),
    "want/few_left": FewLeftList(
        (FewLeft(3, "限量钥匙扣", 2, 0, codes=False), FewLeft(4, "洗车券 <通用>", 0, 2, codes=True))
    ),
}
