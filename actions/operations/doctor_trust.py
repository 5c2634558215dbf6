"""What is wrong with the trust ladder as it is configured: steps out of reach, challenges that are closed to everybody."""

from collections.abc import Iterator

from rules.honour.badge_reach import BEST_ASSIST
from rules.occasion import Occasion
from rules.operations.doctor import Ailment, Finding
from rules.people import Group, Part
from rules.programme.programme import Programme
from rules.works.trust_reach import counted_short, out_of_reach
from storage.engine.tx import Tx
from storage.works import trust_reach

TOLD = 5


def ladder(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Steps that nobody can come to, and challenges that nobody may take part in yet."""
    assists = occasion.programme.schedule.get(BEST_ASSIST) != ""
    for one in out_of_reach(occasion.programme.trust, trust_reach.published(tx), assists=assists):
        yield Finding(Ailment.STEP_OUT_OF_REACH, count=one.needs, names=(one.step.value, one.condition))
    for number, title, step in trust_reach.closed_to_all(tx, occasion.now, TOLD):
        yield Finding(Ailment.CHALLENGE_CLOSED, title, number, names=(step.value,))


def short(group: Group, programme: Programme) -> Iterator[Finding]:
    """What the ladder asks for is counted short in a group where the bot is no administrator."""
    if group.part in (Part.COMMUNITY, Part.CORE) and (names := counted_short(programme.trust)):
        yield Finding(Ailment.COUNTED_SHORT, group.title, names=names)
