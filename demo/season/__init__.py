"""A season: a cast of people, what they say and do in a week, and the player that lets them."""
