"""What the messages about levels speak about."""

from actions.honour.levels import Climber, Ladder, Step
from handlers.honour.levels import Climbed
from rules.programme.levels import Levels
from rules.programme.privileges import Opening
from rules.programme.programme import Programme
from rules.values import replace

PROGRAMME = Programme()
LIN = Climber(1, "林晓", "资深玩家", "活跃车友", "领航顾问", 894, (Opening("shop_layer", "至臻礼遇"),))
ZHOU = Climber(2, "周舟", "活跃车友", "新晋车友", "资深玩家", 238)


def ladder(contribution: int) -> Ladder:
    """The ladder as it is by default, seen from so much contribution."""
    steps = tuple(
        Step(level.key, level.title, level.at, level.at <= contribution, PROGRAMME.opened(level))
        for level in PROGRAMME.levels
    )
    return Ladder(steps, contribution, Levels().progress(contribution))


SAMPLES: dict[str, object] = {
    "levels/ladder": ladder(214),
    "levels/climbed": Climbed((LIN, ZHOU), 3),
    "levels/congratulations": LIN,
}
TOP = Climber(3, "何川", "领航顾问", "资深玩家", None, 0)
TWO = replace(
    LIN,
    before="新晋车友",
    opens=(Opening("tag"), Opening("launch_guest"), Opening("shop_layer", "至臻礼遇")),
    tagged=True,
)
MORE: dict[str, object] = {
    "levels/ladder · nothing is open yet": ladder(14),
    "levels/ladder · the top": ladder(1300),
    "levels/climbed · one reached the top": Climbed((TOP, LIN), 0),
    "levels/congratulations · the top": TOP,
    "levels/congratulations · two levels at once": TWO,
}
