"""How a challenge stands in the groups: announced, and changed in place. Shared by what makes and what changes one."""

from collections.abc import Sequence

from msgspec import Struct

from handlers import announcing
from handlers.effects import Button, Effect, Link
from rules.people import Group
from rules.works.challenge import Brief
from storage.engine.tx import Tx
from storage.works import series

ANNOUNCED_S = 90 * 86_400
Row = tuple[Button | Link, ...]


class Announcement(Struct, frozen=True):
    """A challenge as everybody sees it; the `nth` of the series of its track, 0 where it is of none."""

    id: int
    brief: Brief
    nth: int = 0


def announcement(tx: Tx, number: int, brief: Brief) -> Announcement:
    """What is told of that challenge."""
    return Announcement(number, brief, series.nth_of(tx, number))


def announced(told: Sequence[Group], shown: Announcement) -> list[Effect]:
    """Into these groups."""
    return announcing.announced("challenge", shown.id, told, shown, (_row(shown),))


def announced_anew(tx: Tx, shown: Announcement) -> list[Effect]:
    """Where it was announced it reads as it stands now."""
    return announcing.announced_anew(tx, "challenge", shown.id, shown, (_row(shown),))


def _row(shown: Announcement) -> Row:
    join = Button(
        "challenge/join",
        "challenge.join",
        {"challenge": shown.id, "public": True},
        anyone=True,
        once=False,
        lasts_s=ANNOUNCED_S,
        style="primary",
    )
    return join, Link("challenge/details", start=f"challenge-{shown.id}")
