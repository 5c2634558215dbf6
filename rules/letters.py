"""Kinds of letters: until when each still matters to somebody, and what is missed when it does not arrive."""

from enum import StrEnum

from msgspec import Struct

MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400


class Kind(StrEnum):
    """What a letter is to those who wait for it."""

    TOAST = "toast"
    REACTION = "reaction"
    WHISPER = "whisper"
    ANSWER = "answer"
    PRIVATE = "private"
    RESULT = "result"
    ERRAND = "errand"
    ANNOUNCEMENT = "announcement"
    NOTICE = "notice"
    CHANGE = "change"
    CORRECTION = "correction"
    TIDYING = "tidying"
    MENU = "menu"
    RESTRICTION = "restriction"
    TAG = "tag"
    DOOR = "door"


class Standing(Struct, frozen=True):
    """`lasts_s`: for how long it matters, though nobody could be reached meanwhile (None: for good).

    `first`: it goes before what one person asked for.
    `missed`: staff hear of it when it does not arrive or may not have. `kept`: its words are kept for that time, so that
    staff can post it again. `harmless`: to read it twice harms nobody.
    """

    lasts_s: int | None
    first: bool = False
    missed: bool = False
    kept: bool = True
    harmless: bool = False


STANDINGS: dict[Kind, Standing] = {
    # Telegram forgets a press after 150 seconds; a reaction says at once that something counted, or nothing.
    Kind.TOAST: Standing(140, kept=False),
    Kind.REACTION: Standing(2 * MINUTE_S, kept=False),
    # What one person asked for: alone in a group, before everybody there, in private.
    Kind.WHISPER: Standing(10 * MINUTE_S, kept=False),
    Kind.ANSWER: Standing(30 * MINUTE_S),
    Kind.PRIVATE: Standing(2 * DAY_S, kept=False),
    # What became of something: orders and codes, reviews, thanks, cards of the desk. An errand holds an address.
    Kind.RESULT: Standing(5 * DAY_S, first=True, missed=True),
    Kind.ERRAND: Standing(5 * DAY_S, first=True, missed=True, kept=False),
    # Until the next one is due, where one is.
    Kind.ANNOUNCEMENT: Standing(7 * DAY_S, first=True, missed=True),
    # Staff are told that something went wrong.
    Kind.NOTICE: Standing(5 * DAY_S, first=True, harmless=True),
    # A message of ours gets other words, is pinned, or goes: Telegram allows that for two days.
    Kind.CHANGE: Standing(2 * DAY_S),
    # What stands before many in public is put right, or goes: staff rely on it.
    Kind.CORRECTION: Standing(5 * DAY_S, first=True, missed=True, harmless=True),
    Kind.TIDYING: Standing(2 * DAY_S, first=True),
    Kind.MENU: Standing(None),
    # Who may write in a group: until it ends, which each letter knows itself; staff can ask for it again.
    Kind.RESTRICTION: Standing(None, first=True, missed=True),
    # What stands beside a name: asked for again in another night.
    Kind.TAG: Standing(6 * HOUR_S, kept=False),
    # Who comes into a group and who does not; what becomes of it has words of its own.
    Kind.DOOR: Standing(5 * DAY_S, first=True, kept=False),
}
