"""What announcements speak about."""

from datetime import date

from actions.honour.announcements import Arrived, Close, Offers, OpenChallenge, Podium
from actions.honour.best_assist import BestAssist, Quote
from handlers.honour.announcements import Choice, Made, Where
from rules.honour.announcements import AnnouncementKind
from rules.honour.boards import Place
from rules.people import Group, Part
from rules.periods import Span
from rules.programme.metrics import Metric
from tests.messages.samples.moments import at

SUNDAY_20 = at(22, 20)
PLACES = (Place(1, 1, "林晓", 56), Place(2, 2, "周舟", 48), Place(2, 3, "何川", 48), Place(4, 4, "<b>阿木", 31))
BEST = BestAssist(
    member=1,
    name="林晓",
    week="2026-W47",
    first=date(2026, 11, 15),
    until=date(2026, 11, 21),
    people=5,
    quotes=(
        Quote("周舟", "胎压报警的排查讲得特别清楚，照着做就好了", "https://t.me/c/2000000001/77"),
        Quote("<b>何川", "半夜还在帮我看图 <谢谢>", None),
    ),
    points=30,
    group="星途车友会",
)
CHOICE = Choice(("星途车友会",))
CLOSE = Close(
    Span.WEEK,
    date(2026, 11, 15),
    date(2026, 11, 21),
    SUNDAY_20,
    (Podium(Metric.POINTS, PLACES), Podium(Metric.ASSIST, PLACES[:2])),
    early=False,
)

SAMPLES: dict[str, object] = {
    "announcements/close": CLOSE,
    "announcements/newcomers": Arrived(("新新", "小满"), 3),
    "announcements/challenges": Offers(
        (
            OpenChallenge(12, "雨夜光轨", 60, SUNDAY_20, 3),
            OpenChallenge(14, "<b>车里的一餐", 0, SUNDAY_20 + 86_400, None),
        )
    ),
    "announcements/assist": BEST,
    "announcements/candidate": BEST,
    "announcements/candidate_waits": BEST,
    "announcements/candidate_lapsed": BEST,
    "announcements/winner": BEST,
    "announcements/choose": CHOICE,
    "announcements/where": Where(AnnouncementKind.WEEKLY),
    "announcements/made": Made(AnnouncementKind.WEEKLY, "星途车友会"),
}
GROUP = Group(1, -100, "星途车友会", Part.COMMUNITY, "Asia/Shanghai", "zh")
MORE_GROUPS = Choice(("星途车友会", "星途上海"), 7)
LABELS: dict[str, object] = {"announcements/announce": CHOICE, "announcements/group": GROUP}
MORE: dict[str, object] = {
    "announcements/choose · several groups": MORE_GROUPS,
    "announcements/where · no group is called that": Where(AnnouncementKind.MONTH, "成<都>"),
    "announcements/where · several groups are": Where(AnnouncementKind.MONTH, "星途车友会", 2),
}
