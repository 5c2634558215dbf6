"""How people reach the shop and its desk."""
