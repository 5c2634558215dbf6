"""The programme of the demo's brand: the defaults, but for what a quarter would be too short for."""

from datetime import datetime
from zoneinfo import ZoneInfo

from demo.rehearsal import DAY_S
from demo.season.cast import TIMEZONE, Cast
from demo.season.player import monday_of
from rules.programme.awards import GIVEN, Awards
from rules.programme.badges import BADGES, Badge, Badges
from rules.programme.councils import Council
from rules.programme.levels import LADDER, Level, Levels
from rules.programme.programme import Brand, Programme
from rules.programme.topic_moderators import TopicModerators
from rules.programme.wording import Wording
from rules.values import replace

SEAT, SEATED_FROM = "council_seat", "senior"
GUEST, GUEST_FROM = "launch_guest", "active"
AMBASSADOR = Badge("ambassador", Wording(zh="为人点灯", en="Lamplighter"), "🏮", award=True)


def owned(cast: Cast, programme: Programme) -> Programme:
    """A brand's own programme, whose owner is the cast's."""
    return replace(programme, brand=replace(programme.brand, owners=(cast.people["沈星宇"].id,)))


def programme_of(cast: Cast) -> Programme:
    """The defaults, but for what a quarter would be too short for, and what else it shows; the brand belongs to the cast's owner.

    A seat in the council opens earlier, terms end while it lasts, the council may object to what was adopted, and those
    who are honoured are thought of in the twelfth week and asked in the thirteenth. Launches have guests, and the
    ambassador's award has a badge of its own.
    """
    levels = Levels(replace(level, privileges=_opened(level)) for level in LADDER)
    awards = Awards(replace(one, badge=AMBASSADOR.key) if one.key == AMBASSADOR.key else one for one in GIVEN)
    return Programme(
        badges=Badges((*BADGES, AMBASSADOR)),
        awards=awards,
        brand=Brand(owners=(cast.people["沈星宇"].id,)),
        levels=levels,
        council=Council(veto=True, term_days=35),
        topic_moderators=TopicModerators(term_days=56),
        schedule={"alumni_celebration": _monday(cast, 12, 10), "alumni_advice": _monday(cast, 13, 18)},
    )


def _opened(level: Level) -> tuple[str, ...]:
    kept = tuple(one for one in level.privileges if one != SEAT)
    here = {SEATED_FROM: (SEAT,), GUEST_FROM: (GUEST,)}
    return (*kept, *here.get(level.key, ()))


def _monday(cast: Cast, week: int, hour: int) -> str:
    """The Monday of that week of the quarter, as a schedule says it."""
    day = datetime.fromtimestamp(monday_of(cast.world.clock.now()) + (week - 1) * 7 * DAY_S, ZoneInfo(TIMEZONE))
    return f"0 {hour} {day.day} {day.month} *"
