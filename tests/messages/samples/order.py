"""What the messages about orders speak about."""

from actions.shop.code_orders import CodeGiven, CodesGiven
from actions.shop.order import OrderCard
from actions.shop.redemption import Redeemed
from actions.shop.shop_doubted import ShopDoubted, TakenDown
from handlers.shop.address import WrittenAddress
from handlers.shop.order import CodeDelivered, OrderList, OwnOrders
from handlers.shop.order_cards import Receipt, Task
from handlers.shop.order_desk import Reason, WaitingOrders
from rules.pages import page_of
from rules.shop.address import Address, Lack
from rules.shop.order import OrderState
from rules.shop.reward import RewardKind
from rules.values import replace
from tests.messages.samples.moments import at

PENDING = OrderCard(
    id=12,
    member=4,
    name="林晓",
    title="限量钥匙扣",
    kind=RewardKind.GOODS,
    price=80,
    state=OrderState.PENDING,
    placed_at=at(16, 9),
    expires_at=at(19, 9),
    staff=None,
    claimed_by=None,
    has_address=False,
    note=None,
    reason=None,
    expired=False,
)
PREPARING = replace(PENDING, state=OrderState.PREPARING, staff="莫莫", claimed_by=2, has_address=True)
SENT = replace(PREPARING, state=OrderState.SENT, note="顺丰 SF100200", has_address=False)
RETURNED = replace(PENDING, state=OrderState.RETURNED, reason="暂时缺货")

SAMPLES: dict[str, object] = {
    "order/receipt": Receipt(PREPARING, Address("林晓 138****0000 上海市徐汇区某路 1 号", confirmed=False)),
    "order/placed": Redeemed(PENDING, 52, None, False),
    "order/placed_before": Redeemed(PENDING, 52, None, True),
    "order/code": CodeDelivered("洗车券", "XT-2026-0001"),
    "order/ask_address": PENDING,
    "order/cancel_surely": PENDING,
    "order/address_written": WrittenAddress(PENDING, "林晓 上海市徐汇区某路 1 号", (Lack.PHONE,)),
    "order/left_aside": None,
    "order/address_kept": WrittenAddress(PENDING, "林晓 138****0000 上海市徐汇区某路 1 号", ()),
    "order/cancelled": PENDING,
    "order/enjoy": SENT,
    "order/sent": SENT,
    "order/returned": replace(RETURNED, recovered=50),
    "order/list": OwnOrders((PREPARING, SENT, RETURNED), page_of(2, 11, 8)),
    "order/desk": PREPARING,
    "order/doubted": ShopDoubted((TakenDown(3, "洗车券"), TakenDown(7, "限量钥匙扣")), (12, 15)),
    "order/due_soon": OrderList((PREPARING, PENDING)),
    "order/task": Task(PREPARING, Address("林晓 138****0000 上海市徐汇区某路 1 号", confirmed=False)),
    "order/claimed": PREPARING,
    "order/taken_over": replace(PREPARING, staff="阿宁"),
    "order/let_go": PENDING,
    "order/sent_desk": None,
    "order/given_back_desk": None,
    "order/ask_note": PREPARING,
    "order/ask_reason": PENDING,
    "order/waiting": WaitingOrders((PENDING, PREPARING), page_of(1, 16, 15)),
}
CODES_GIVEN = CodesGiven(
    "林晓",
    (
        CodeGiven(12, "洗车券 <通用>", at(16, 9), "0001", OrderState.RECEIVED),
        CodeGiven(9, "洗车券 <通用>", at(11, 9), "7Q", OrderState.SENT),
    ),
    0,
)
LABELS: dict[str, object] = {
    "parcel/claim_all": WaitingOrders((PENDING,), page_of(1, 16, 15)),
    "order/code_order": CODES_GIVEN.codes[0],
    "order/open": PENDING,
    "order/desk_open": PENDING,
    "order/reason": Reason("暂时缺货"),
}
ADDRESS = Address("林晓 138****0000 上海市徐汇区某路 1 号", confirmed=True)
PRIVILEGE = replace(PENDING, title="试驾邀请", kind=RewardKind.PRIVILEGE)
CODE = replace(SENT, title="洗车券", kind=RewardKind.CODE, note=None, staff=None)
RECEIVED = replace(SENT, state=OrderState.RECEIVED)
CANCELLED = replace(PENDING, state=OrderState.CANCELLED)
EXPIRED = replace(RETURNED, reason=None, expired=True)

SAMPLES["order/codes_given"] = CODES_GIVEN
MORE: dict[str, object] = {
    "order/desk · they can't be written to": replace(PENDING, reachable=False),
    "order/task · they can't be written to": Task(replace(PREPARING, has_address=False, reachable=False), None),
    "order/doubted · a long shelf": ShopDoubted(tuple(TakenDown(n, "洗车券") for n in range(1, 23)), ()),
    "order/doubted · many orders": ShopDoubted((), tuple(range(1, 33))),
    "order/codes_given · many": replace(CODES_GIVEN, more=3),
    "order/placed · a code": Redeemed(CODE, 52, "XT-2026-0001", False),
    "order/address_written · the place is missing": WrittenAddress(PENDING, "138****0000", (Lack.PLACE,)),
    "order/address_written · all but the name is missing": WrittenAddress(PENDING, "林晓", (Lack.PHONE, Lack.PLACE)),
    "order/address_written · all is there": WrittenAddress(PENDING, ADDRESS.text, ()),
    "order/receipt · it waits, with an address": Receipt(PENDING, ADDRESS),
    "order/receipt · it waits for an address": Receipt(PENDING, None),
    "order/receipt · sent": Receipt(SENT, None),
    "order/receipt · sent without a note": Receipt(replace(SENT, note=None), None),
    "order/receipt · a privilege, arranged": Receipt(
        replace(PRIVILEGE, state=OrderState.SENT, note="周六上午 10 点"), None
    ),
    "order/receipt · a privilege, arranged without a note": Receipt(replace(PRIVILEGE, state=OrderState.SENT), None),
    "order/receipt · a code, sent": Receipt(CODE, None),
    "order/receipt · a code, received": Receipt(replace(CODE, state=OrderState.RECEIVED), None),
    "order/receipt · received": Receipt(RECEIVED, None),
    "order/receipt · cancelled": Receipt(CANCELLED, None),
    "order/receipt · returned": Receipt(RETURNED, None),
    "order/receipt · nobody handled it in time": Receipt(EXPIRED, None),
    "order/receipt · what had been made up for stays": Receipt(replace(CANCELLED, recovered=50), None),
    "order/sent · without a note": replace(SENT, note=None),
    "order/sent · a privilege": replace(PRIVILEGE, state=OrderState.SENT, note="周六上午 10 点"),
    "order/returned · nobody handled it in time": EXPIRED,
    "order/list · of every state": OwnOrders(
        (PENDING, PREPARING, SENT, RECEIVED, CANCELLED, RETURNED), page_of(1, 6, 8)
    ),
    "order/list · none": OwnOrders((), page_of(1, 0, 8)),
    "order/desk · it waits for an address": PENDING,
    "order/desk · it waits, with an address": replace(PENDING, has_address=True),
    "order/desk · in hand, without an address": replace(PREPARING, has_address=False),
    "order/desk · a privilege": PRIVILEGE,
    "order/desk · sent": SENT,
    "order/desk · sent without a note": replace(SENT, note=None),
    "order/desk · received": RECEIVED,
    "order/desk · cancelled": CANCELLED,
    "order/desk · returned": RETURNED,
    "order/desk · nobody handled it in time": EXPIRED,
    "order/task · without an address": Task(replace(PREPARING, has_address=False), None),
    "order/task · with an address that is confirmed": Task(PREPARING, ADDRESS),
    "order/task · with an address that was another": Task(PREPARING, replace(ADDRESS, changed=True)),
    "order/task · while the address is changed": Task(PREPARING, None, changing=True),
    "order/task · a privilege": Task(replace(PRIVILEGE, state=OrderState.PREPARING, staff="莫莫"), None),
    "order/task · put back": Task(replace(PREPARING, state=OrderState.PENDING), None),
    "order/task · done": Task(SENT, None),
    "order/task · a privilege, done": Task(replace(PRIVILEGE, state=OrderState.SENT, staff="莫莫"), None),
    "order/taken_over · a privilege": replace(PRIVILEGE, state=OrderState.PREPARING, staff="阿宁"),
    "order/waiting · none": WaitingOrders((), page_of(1, 0, 15)),
}
