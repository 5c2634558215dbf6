"""What the messages about levels speak about."""

from actions.honour.levels import Climber, Ladder
from handlers.honour.levels import Climbed
from rules.programme.levels import Levels

LIN = Climber(1, "林晓", "资深玩家", "活跃车友", "领航顾问", 894)
ZHOU = Climber(2, "周舟", "活跃车友", "新晋车友", "资深玩家", 238)

SAMPLES: dict[str, object] = {
    "levels/ladder": Ladder(Levels(), 214, Levels().progress(214)),
    "levels/climbed": Climbed((LIN, ZHOU), 3),
    "levels/congratulations": LIN,
}
TOP = Climber(3, "何川", "领航顾问", "资深玩家", None, 0)
MORE: dict[str, object] = {
    "levels/ladder · the top": Ladder(Levels(), 1300, Levels().progress(1300)),
    "levels/climbed · one reached the top": Climbed((TOP, LIN), 0),
    "levels/congratulations · the top": TOP,
}
