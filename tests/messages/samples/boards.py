"""What the messages of the boards speak about."""

from datetime import date

from actions.honour.boards import Board
from handlers.honour.boards import BoardAsked, OwnPlace, VisibilityChanged
from rules.honour.boards import Place, Score, Standing
from rules.periods import Span
from rules.programme.metrics import Metric
from rules.values import replace

PLACES = (
    Place(1, 1, "林晓", 56),
    Place(2, 2, "周舟", 48),
    Place(2, 3, "何川", 48),
    Place(4, 4, "<b>阿木", 31),
)
OWN = Standing(Place(37, 9, "新新", 12), Place(36, 8, "小满", 13), Place(38, 10, "老余", 9), missing=1)
BOARD = Board(
    span=Span.WEEK,
    metric=Metric.POINTS,
    last=False,
    first=date(2026, 11, 16),
    until=date(2026, 11, 22),
    group="星途车友会",
    page=0,
    more=True,
    places=PLACES,
    staff=(Score(20, "莫莫", 72), Score(21, "瑞秋", 40)),
    you=9,
    own=OWN,
)

SAMPLES: dict[str, object] = {
    "boards/board": BOARD,
    "boards/several": BoardAsked(("林晓", "周舟", "何川 <b>"), replace(BOARD, you=None, own=None)),
    "boards/several · very many": BoardAsked(
        tuple(f"车友{nth}" for nth in range(1, 91)), replace(BOARD, you=None, own=None)
    ),
    "boards/own": OwnPlace(Span.WEEK, Metric.POINTS, False, OWN, False),
    "boards/hidden": VisibilityChanged("林晓", True),
    "boards/shown": VisibilityChanged("林晓", True),
}
LABELS: dict[str, object] = {
    **{f"boards/span_{span}": BOARD for span in Span},
    **{f"boards/metric_{metric}": BOARD for metric in Metric},
}
