"""What the refusals of the shop and of orders speak about."""

from rules.ledger.ledger import NotEnoughPoints
from rules.reading.tables import TableFlaw, TableUnread
from rules.refusals import NotYoursToTakeOver
from rules.shop.address import AddressTooLong
from rules.shop.code import NoCodes
from rules.shop.order import ClaimedByOther, ClaimFirst, CodeStays, MovesWithOrder, OrderDoubted, OrderMoved, OrderState
from rules.shop.reward import (
    LevelTooLow,
    MemberLimit,
    NoLongerOnSale,
    NoSuchReward,
    NotYetOnSale,
    RewardChanged,
    RewardKind,
    RewardNumberNeeded,
    SoldOut,
)
from rules.shop.rewards_together import TooManyTogether
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "refusals/address_too_long": AddressTooLong(324, 300),
    "refusals/claim_first": ClaimFirst(12),
    "refusals/claimed_by_other": ClaimedByOther(12, "莫莫"),
    "refusals/code_stays": CodeStays(12),
    "refusals/level_too_low": LevelTooLow("试驾邀请", "资深玩家"),
    "refusals/member_limit": MemberLimit("限量钥匙扣", 1),
    "refusals/moves_with_order": MovesWithOrder(123, 12),
    "refusals/not_yours_to_take_over": NotYoursToTakeOver("莫莫"),
    "refusals/no_codes": NoCodes(5, RewardKind.GOODS),
    "refusals/no_longer_on_sale": NoLongerOnSale("限量钥匙扣"),
    "refusals/no_such_reward": NoSuchReward("9"),
    "refusals/not_enough_points": NotEnoughPoints(price=80, free=68, missing=12),
    "refusals/not_yet_on_sale": NotYetOnSale("周年 T 恤", at(20, 10)),
    "refusals/order_doubted": OrderDoubted(),
    "refusals/order_moved": OrderMoved(12, OrderState.SENT),
    "refusals/reward_changed": RewardChanged(3, "限量钥匙扣", price_before=80, price=100),
    "refusals/table_unread": TableUnread("兑换码 <一>.xlsx", TableFlaw.BOOK),
    "refusals/reward_number_needed": RewardNumberNeeded("codes"),
    "refusals/too_many_together": TooManyTogether(6),
    "refusals/sold_out": SoldOut("限量钥匙扣"),
}
MORE: dict[str, object] = {
    "refusals/table_unread · a picture": TableUnread("码.png", TableFlaw.FORMAT),
    "refusals/table_unread · without a name": TableUnread("", TableFlaw.FORMAT),
    "refusals/table_unread · too large": TableUnread("码.csv", TableFlaw.LARGE),
    "refusals/table_unread · empty": TableUnread("码.csv", TableFlaw.EMPTY),
    "refusals/table_unread · no text": TableUnread("码.csv", TableFlaw.UNREAD),
    "refusals/no_codes · a privilege": NoCodes(6, RewardKind.PRIVILEGE),
    "refusals/order_moved · somebody is handling it": OrderMoved(12, OrderState.PREPARING),
    "refusals/order_moved · it waits": OrderMoved(12, OrderState.PENDING),
    "refusals/order_moved · it has arrived": OrderMoved(12, OrderState.RECEIVED),
    "refusals/order_moved · it was cancelled": OrderMoved(12, OrderState.CANCELLED),
    "refusals/order_moved · it was returned": OrderMoved(12, OrderState.RETURNED),
    "refusals/reward_changed · not its price": RewardChanged(3, "限量钥匙扣", price_before=80, price=80),
}
