"""How people reach us: routes that parse, permit, call one action and say one thing."""

from handlers import checkin, covenant, welcome

# The product's table of contents. Observers are asked, and menus shown, in this order.
FEATURES = (
    checkin,
    covenant,
    welcome,
)
