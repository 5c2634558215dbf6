"""What people do in the shop: offer, redeem, fulfil."""
