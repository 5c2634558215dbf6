"""What the check-in messages speak about."""

from collections.abc import Iterator
from datetime import date

from actions.daily.checkin import CheckedIn, DayTaken, MadeUp, StreakShown
from actions.daily.shield import ShieldEarned
from actions.ledger.paying import Payment
from handlers.daily.checkin import CheckinCard
from messages.calendar import calendar as words_of
from rules.daily.checkin import Ahead, How, ahead, calendar
from rules.home import HomeChoice, HomeShown
from rules.programme.streak import Streak
from rules.values import replace
from tests.messages.repertoire import Then
from tests.messages.samples.moments import at_noon

TODAY = date(2026, 11, 18)
NOTHING = calendar({}, TODAY, TODAY)
MADE = {date(2026, 11, day): How.MENDED if day == 9 else How.MADE for day in (3, 4, 5, 6, 8, 9, 10, 16, 18)}
STREAK = StreakShown(
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
    zone="Asia/Shanghai",
    day_starts_at="04:00",
)

SAMPLES: dict[str, object] = {
    "checkin/done": CheckedIn("林晓", 6, 17, Payment(4, 86, 12, None), None, ahead=Ahead(1, 7, 10)),
    "checkin/read_late": CheckedIn(
        "林晓", 7, 3, Payment(4, 98, 13, None), 10, date(2026, 11, 15), over_day=date(2026, 11, 17)
    ),
    "checkin/taken": DayTaken("2026-11-18", 6),
    "checkin/lapsed": CheckedIn("林晓", 1, 17, Payment(2, 86, 12, None), None, date(2026, 11, 17)),
    "checkin/silent": CheckedIn("林晓", 6, 17, Payment(2, 86, 12, None), None, silent=2),
    "checkin/milestone": CheckedIn("林晓", 7, 3, Payment(4, 98, 13, None), 10),
    "checkin/milestones": None,
    "checkin/weeks": None,
    "checkin/line": CheckedIn("林晓", 6, 17, Payment(4, 86, 12, None), None),
    "checkin/gathered": None,
    "checkin/made_up": MadeUp(date(2026, 11, 17), 8, 1, 10),
    "checkin/shield_earned": ShieldEarned(2, 3, 3, 3),
    "checkin/card": CheckinCard(TODAY, TODAY.weekday(), 86),
    "checkin/card_over": None,
    "checkin/streak": STREAK,
}
HOME = HomeShown("星途车友会", chosen=False, asked=False, choices=(HomeChoice(1, "星途车友会", here=True),))
LABELS: dict[str, object] = {"checkin/home": HOME.choices[0]}
RULES = Streak()
DAY = CheckedIn("林晓", 6, 17, Payment(4, 86, 12, None), None)
NEW_RUN = CheckedIn("林晓", 1, 17, Payment(2, 88, 13, None), None, ahead=Ahead(6, 7, 10))
HOUR_S = 3600


def _milestone(days: int) -> CheckedIn:
    """The day on which a streak comes to that many days."""
    return CheckedIn(
        "林晓", days, 3, Payment(4, 98, 13, None), RULES.milestones.get(days, 50), None, ahead(days, RULES)
    )


def _card(day: date, came: int = 86) -> Then:
    """The card of that day, as it is read on its morning."""
    return Then(at_noon(day) - 3 * HOUR_S, CheckinCard(day, day.weekday(), came))


def _cards() -> Iterator[tuple[str, Then]]:
    """A card for each weekday, and for each day that the calendar makes its own."""
    for day in (date(2026, 11, number) for number in (16, 17, 19, 20, 21, 22)):
        yield f"{day:%A}", _card(day)
    own: dict[str, str] = {}
    for written, words in words_of("zh").days.items():
        own.setdefault(words, written if len(written) > 5 else f"2027-{written}")
    for written in own.values():
        yield written, _card(date.fromisoformat(written))


MORE: dict[str, object] = {
    "checkin/done · the first": CheckedIn("林晓", 1, 17, Payment(2, 2, 1, None), None, first=True),
    "checkin/done · a new run": NEW_RUN,
    "checkin/done · after a missed day": replace(NEW_RUN, lapsed=date(2026, 11, 17)),
    "checkin/done · after days on which nobody could": replace(DAY, silent=2),
    "checkin/done · beyond the last milestone": replace(DAY, streak=400),
    **{f"checkin/done · {days} days": _milestone(days) for days in (7, 14, 30, 50, 100, 365)},
    **{f"checkin/milestone · {days} days": _milestone(days) for days in (14, 30, 50, 100, 365)},
    "checkin/read_late · an ordinary day": replace(DAY, over_day=date(2026, 11, 17)),
    "checkin/made_up · no milestone": MadeUp(date(2026, 11, 17), 5, 0, 0),
    "checkin/made_up · the first": MadeUp(date(2026, 11, 17), 5, 0, 0, first=True),
    **{f"checkin/card · {name}": card for name, card in _cards()},
    "checkin/card · nobody came yesterday": _card(TODAY, 0),
    "checkin/streak · today is open": replace(
        STREAK, streak=6, done_today=False, lapsed=None, helps_missing=1, ahead=Ahead(1, 7, 10)
    ),
    "checkin/streak · a journey passed a day over": replace(
        STREAK,
        streak=2,
        weeks=calendar({**MADE, date(2026, 11, 17): How.PASSED}, date(2026, 11, 3), TODAY),
        lapsed=None,
        ahead=Ahead(5, 7, 10),
    ),
    "checkin/streak · a run is over": replace(STREAK, streak=0, done_today=False, lapsed=None),
    "checkin/streak · at home where they are most active": replace(STREAK, home=HOME),
    "checkin/streak · as active in another group": replace(STREAK, home=replace(HOME, asked=True)),
    "checkin/streak · at home where they chose": replace(STREAK, home=replace(HOME, chosen=True)),
    "checkin/streak · nothing yet": replace(
        STREAK, streak=0, longest=0, days=0, weeks=NOTHING, done_today=False, lapsed=None, shields=3, helps_missing=0
    ),
}
