"""What the one message of a day, and the choice of how much one hears, speak about."""

from actions.fairness.undo_told import GivenInAll
from actions.note import Day
from handlers.operations.quiet import QuietInForce
from handlers.operations.settings import SettingsInForce
from rules.note import Retold
from rules.works.told_first import FirstKind, ToldFirst
from tests.messages.repertoire import said
from tests.messages.samples.moments import at


def two_things(locale: str) -> Day:
    """An evening on which two of more things are told."""
    return Day("林晓", (said(locale, "levels/congratulations"), said(locale, "question/reminder")), 2)


def alike(locale: str) -> Day:
    """An evening on which two things have a button that reads the same, and a third has none."""
    new = (
        ToldFirst(FirstKind.CHALLENGE, 12, "转场练习", at(21, 22)),
        ToldFirst(FirstKind.EVENT, 3, "夜拍工作坊", at(21, 20)),
    )
    told = tuple(Retold("stage/first", one) for one in new)
    return Day("林晓", (*told, said(locale, "keepsake/first_thanks")), 0, ("①", "②", ""))


def said_anew(locale: str) -> Day:
    """An evening on which what is told has changed meanwhile."""
    return Day("林晓", (Retold("undo/given_in_all", GivenInAll(22)),), 0)


def one_thing(locale: str) -> Day:
    """An evening on which there is one."""
    return Day("林晓", (said(locale, "keepsake/first_thanks"),), 0)


SAMPLES: dict[str, object] = {
    "note/day": two_things,
    "quiet/levels": QuietInForce("news"),
    "language/offer": None,
    "language/chosen": None,
    "language/as_app": None,
    "settings/shown": SettingsInForce("all", False, False, "Asia/Shanghai", "04:00"),
}
MORE: dict[str, object] = {
    "note/day · one thing": one_thing,
    "note/day · two things with the same button": alike,
    "note/day · what has changed meanwhile": said_anew,
    "quiet/levels · everything": QuietInForce("all"),
    "settings/shown · good news alone": SettingsInForce("news", False, False, "Asia/Shanghai", "04:00"),
    "settings/shown · all of it otherwise": SettingsInForce("least", True, True, "America/Los_Angeles", "04:00"),
    "quiet/levels · as little as possible": QuietInForce("least"),
}
