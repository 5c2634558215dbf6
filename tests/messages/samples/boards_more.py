"""Further samples of what the boards and their announcements speak about."""

from datetime import date

from actions.honour.announcements import Offers, OpenChallenge
from handlers.honour.announcements import Made
from handlers.honour.boards import OwnPlace, VisibilityChanged
from rules.honour.announcements import AnnouncementKind
from rules.periods import Span
from rules.programme.metrics import Metric
from rules.values import replace
from tests.messages.samples.announcements import CLOSE
from tests.messages.samples.announcements import SAMPLES as ANNOUNCED
from tests.messages.samples.boards import BOARD, OWN, PLACES
from tests.messages.samples.moments import at

EMPTY = replace(BOARD, places=(), staff=(), own=None, more=False)
ELSEWHERE = replace(BOARD, you=None, own=None, staff=(), more=False)
LAST = replace(ELSEWHERE, last=True, first=date(2026, 11, 9), until=date(2026, 11, 15))
FAR = replace(OWN, place=replace(OWN.place, rank=10_001), above=None, below=None, missing=0, beyond=True)

MORE: dict[str, object] = {
    **{f"boards/board · the {span}": replace(ELSEWHERE, span=span) for span in Span if span is not Span.ALL},
    **{f"boards/board · the last {span}": replace(LAST, span=span) for span in Span if span is not Span.ALL},
    "boards/board · of all groups": replace(ELSEWHERE, group=None),
    "boards/board · of all time": replace(ELSEWHERE, span=Span.ALL, first=None, until=None),
    "boards/board · the last week, empty": replace(LAST, places=()),
    "boards/board · the last week, with one’s own place": replace(LAST, you=9, own=OWN),
    **{f"boards/board · {metric}": replace(ELSEWHERE, metric=metric) for metric in Metric},
    **{f"boards/board · {metric}, empty": replace(EMPTY, metric=metric) for metric in Metric},
    "boards/board · three in a row": replace(ELSEWHERE, places=(*PLACES[:2], replace(PLACES[2], rank=3, score=47))),
    "boards/board · as announced": replace(LAST, frozen_at=at(15, 20)),
    "boards/board · one is on it": replace(BOARD, you=2, own=None),
    "boards/board · one chose not to be": replace(BOARD, hidden=True),
    "boards/board · one is far below": replace(BOARD, own=FAR),
    **{f"boards/own · {metric}, not on it": OwnPlace(Span.MONTH, metric, False, None, False) for metric in Metric},
    "boards/own · the last month": OwnPlace(Span.MONTH, Metric.POINTS, True, OWN, False),
    "boards/own · the last month, not on it": OwnPlace(Span.MONTH, Metric.POINTS, True, None, False),
    "boards/own · one is far below": OwnPlace(Span.SEASON, Metric.POINTS, False, FAR, False),
    "boards/own · one is first": OwnPlace(
        Span.ALL, Metric.POINTS, False, replace(OWN, place=replace(OWN.place, rank=1), above=None, missing=0), False
    ),
    "boards/own · one chose not to be": OwnPlace(Span.WEEK, Metric.POINTS, False, None, True),
    "boards/hidden · was hidden before": VisibilityChanged("林晓", False),
    "boards/shown · was shown before": VisibilityChanged("林晓", False),
    "boards/board · more stand level": replace(BOARD, level=2),
    "announcements/close · more stand level": replace(CLOSE, podiums=(replace(CLOSE.podiums[0], level=2),)),
    "announcements/close · the month": replace(
        CLOSE, span=Span.MONTH, first=date(2026, 11, 1), until=date(2026, 11, 30)
    ),
    "announcements/close · the season, early": replace(
        CLOSE, span=Span.SEASON, first=date(2026, 10, 1), until=date(2026, 12, 31), early=True
    ),
    "announcements/newcomers · all are named": replace(ANNOUNCED["announcements/newcomers"], more=0),  # type: ignore[type-var]
    **{f"announcements/made · {kind}": Made(kind, "星途车友会") for kind in AnnouncementKind},
    "announcements/made · declined": Made(AnnouncementKind.ASSIST, "星途车友会", declined=True),
    "announcements/challenges · one place is left": Offers((OpenChallenge(12, "雨夜光轨", 0, at(22, 20), 1),)),
}
