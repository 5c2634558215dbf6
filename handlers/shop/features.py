"""The features of this area. Their order decides nothing."""

from handlers.shop import (
    address,
    code,
    editreward,
    order,
    order_desk,
    reward,
    shop,
    want,
)

FEATURES = (
    address,
    code,
    editreward,
    order,
    order_desk,
    reward,
    shop,
    want,
)
