"""What the messages about orders speak about."""

from dataclasses import replace

from actions.shop.order import OrderCard
from actions.shop.redemption import Redeemed
from handlers.shop.address import WrittenAddress
from handlers.shop.order import CodeDelivered, OrderList
from handlers.shop.order_cards import Receipt, Task
from handlers.shop.order_desk import Reason, WaitingOrders
from rules.shop.address import Address, Lack
from rules.shop.order import OrderState
from rules.shop.reward import RewardKind
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
    "order/address_kept": WrittenAddress(PENDING, "林晓 138****0000 上海市徐汇区某路 1 号", ()),
    "order/cancelled": PENDING,
    "order/enjoy": SENT,
    "order/sent": SENT,
    "order/returned": replace(RETURNED, recovered=50),
    "order/list": OrderList((PREPARING, SENT, RETURNED)),
    "order/desk": PREPARING,
    "order/due_soon": OrderList((PREPARING, PENDING)),
    "order/task": Task(PREPARING, Address("林晓 138****0000 上海市徐汇区某路 1 号", confirmed=False)),
    "order/claimed": PREPARING,
    "order/taken_over": replace(PREPARING, staff="阿宁"),
    "order/let_go": PENDING,
    "order/sent_desk": None,
    "order/given_back_desk": None,
    "order/write_in_private": None,
    "order/ask_note": PREPARING,
    "order/ask_reason": PENDING,
    "order/waiting": WaitingOrders((PENDING, PREPARING)),
}
LABELS: dict[str, object] = {
    "order/open": PENDING,
    "order/desk_open": PENDING,
    "order/reason": Reason("暂时缺货"),
}
