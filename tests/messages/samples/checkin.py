"""What the check-in messages speak about."""

from datetime import date

from actions.daily.checkin import CheckedIn, MadeUp, StreakShown
from actions.daily.shield import ShieldEarned
from actions.ledger.paying import Payment
from handlers.daily.checkin import CheckinCard
from rules.daily.checkin import Ahead, calendar

TODAY = date(2026, 11, 18)
MADE = {date(2026, 11, day): day == 9 for day in (3, 4, 5, 6, 8, 9, 10, 16, 18)}

SAMPLES: dict[str, object] = {
    "checkin/done": CheckedIn("林晓", 6, 17, Payment(4, 86, 12, None), None, ahead=Ahead(1, 7, 10)),
    "checkin/read_late": CheckedIn(
        "林晓", 7, 3, Payment(4, 98, 13, None), 10, date(2026, 11, 15), over_day=date(2026, 11, 17)
    ),
    "checkin/lapsed": CheckedIn("林晓", 1, 17, Payment(2, 86, 12, None), None, date(2026, 11, 17)),
    "checkin/milestone": CheckedIn("林晓", 7, 3, Payment(4, 98, 13, None), 10),
    "checkin/milestones": None,
    "checkin/line": CheckedIn("林晓", 6, 17, Payment(4, 86, 12, None), None),
    "checkin/gathered": None,
    "checkin/made_up": MadeUp(date(2026, 11, 17), 8, 1, 10),
    "checkin/shield_earned": ShieldEarned(2, 3, 3, 3),
    "checkin/card": CheckinCard(TODAY, TODAY.weekday(), 86),
    "checkin/card_over": None,
    "checkin/streak": StreakShown(
        name="林<b>晓",
        streak=1,
        longest=12,
        done_today=True,
        month=11,
        days=9,
        weeks=calendar(MADE, date(2026, 11, 3), TODAY),
        shields=1,
        shields_most=3,
        helps_missing=2,
        lapsed=date(2026, 11, 17),
        ahead=Ahead(6, 7, 10),
    ),
}
