"""A silence of the bot: on a day of which it heard less than half, nobody has missed a check-in."""

# What is shorter can't be half of a day together with a few others like it; Telegram keeps what is said meanwhile.
LEAST_S = 3_600
# How often the bot notes that it listens.
NOTED_EVERY_S = 60
