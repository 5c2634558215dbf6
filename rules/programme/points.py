"""What is worth how much: the one table that the engine pays by and the guide is rendered from."""

from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct

from rules.programme.faults import require


class Track(StrEnum):
    """The board a rule's points count on, beside the board of all points."""

    CHECKIN = "checkin"
    ASSIST = "assist"
    CREATOR = "creator"
    OTHER = "other"


class Per(StrEnum):
    """What a rule pays for, once each."""

    DAY = "day"
    MILESTONE = "milestone"
    MESSAGE = "message"
    QUESTION = "question"
    SUBMISSION = "submission"
    QUIZ = "quiz"
    AWARD = "award"
    GRANT = "grant"
    EVENT = "event"
    PROJECT = "project"


class PointsRule(Struct, frozen=True):
    """One line of the scoring guide. `points` is the default; the brand lays its own over it in `[points]`.

    `counts` tells whether it adds to lifetime contribution as well as to the points one can spend; `varies` that the
    amount is decided each time, so that 0 here does not mean that it pays nothing.
    """

    name: str
    points: int
    per: Per
    track: Track = Track.OTHER
    counts: bool = True
    published: bool = True
    varies: bool = False


POINTS: tuple[PointsRule, ...] = (
    PointsRule("checkin", 2, Per.DAY, Track.CHECKIN),
    PointsRule("checkin_milestone", 0, Per.MILESTONE, Track.CHECKIN, varies=True),
    PointsRule("answer_accepted", 15, Per.QUESTION, Track.ASSIST),
    PointsRule("question_solved", 3, Per.QUESTION, Track.OTHER),
    PointsRule("thanks", 4, Per.MESSAGE, Track.ASSIST),
    PointsRule("share_words", 1, Per.MESSAGE),
    PointsRule("share_picture", 2, Per.MESSAGE),
    PointsRule("share_video", 3, Per.MESSAGE),
    PointsRule("idea", 2, Per.MESSAGE),
    PointsRule("featured_post", 10, Per.MESSAGE, Track.CREATOR),
    PointsRule("submission", 0, Per.SUBMISSION, Track.CREATOR, varies=True),
    PointsRule("featured", 20, Per.SUBMISSION, Track.CREATOR),
    PointsRule("attendance", 5, Per.EVENT),
    PointsRule("originality", 0, Per.AWARD, Track.CREATOR, varies=True),
    PointsRule("project", 0, Per.PROJECT, Track.CREATOR, varies=True),
    PointsRule("quiz", 0, Per.QUIZ, Track.CREATOR, varies=True),
    PointsRule("best_assist", 30, Per.AWARD, Track.OTHER),
    PointsRule("grant", 0, Per.GRANT, Track.OTHER, varies=True),
    PointsRule("deduction", 0, Per.GRANT, Track.OTHER, counts=False, published=False),
    PointsRule("write_off", 0, Per.GRANT, Track.OTHER, counts=False, published=False),
    PointsRule("recovery", 0, Per.GRANT, Track.OTHER, counts=False, published=False),
    PointsRule("redeem", 0, Per.GRANT, Track.OTHER, counts=False, published=False),
    PointsRule("forfeit", 0, Per.GRANT, Track.OTHER, counts=False, published=False),
    PointsRule("event_seat", 0, Per.GRANT, Track.OTHER, counts=False, published=False),
)

BY_NAME = {rule.name: rule for rule in POINTS}
MOST = 100_000


def unknown_rule(name: str) -> str:
    """What to say of a rule that does not exist, with the one that was probably meant."""
    close = get_close_matches(name, BY_NAME, n=1)
    hint = f"did you mean {close[0]}? " if close else ""
    return f"unknown; {hint}allowed here: {', '.join(BY_NAME)}"


class Points(dict[str, int]):
    """The brand's numbers by rule name, laid over the defaults; an unknown name is a ValueError."""

    def __init__(self, laid_over: dict[str, int] | None = None) -> None:
        super().__init__({rule.name: rule.points for rule in POINTS})
        given = laid_over or {}
        require(
            *((name in self, name, unknown_rule(name)) for name in given),
            *((0 <= points <= MOST, name, f"must be between 0 and {MOST}") for name, points in given.items()),
        )
        self.update(given)
