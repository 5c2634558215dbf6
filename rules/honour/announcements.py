"""Announcements: what is told to a whole group at the end of a week, month or season, each once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.honour.boards import closing
from rules.periods import Span, period, week_of
from rules.refusals import Refusal


class AnnouncementKind(StrEnum):
    """What is announced."""

    WEEKLY = "weekly"
    MONTH = "month"
    SEASON = "season"
    ASSIST = "assist"
    NEWCOMERS = "newcomers"
    CHALLENGES = "challenges"


# The job that makes each by schedule.
JOBS = {
    AnnouncementKind.WEEKLY: "weekly_board",
    AnnouncementKind.ASSIST: "best_assist",
    AnnouncementKind.NEWCOMERS: "newcomers",
    AnnouncementKind.CHALLENGES: "open_challenges",
    AnnouncementKind.MONTH: "month_close",
    AnnouncementKind.SEASON: "season_close",
}
KINDS = {job: kind for kind, job in JOBS.items()}
SPANS = {AnnouncementKind.MONTH: Span.MONTH, AnnouncementKind.SEASON: Span.SEASON}


@dataclass(eq=False)
class AlreadyAnnounced(Refusal):
    """It has been announced for this period, at `at` (UTC seconds), or people decided against it (`posted` is false)."""

    at: int
    posted: bool


@dataclass(eq=False)
class NothingToAnnounce(Refusal):
    """There is nothing to tell for this period yet."""


@dataclass(eq=False)
class NoSuchAnnouncement(Refusal):
    """Nobody knows an announcement by the word that followed /post."""

    named: str


# These speak of the moment they are made in; the others close a period.
PRESENT = (AnnouncementKind.NEWCOMERS, AnnouncementKind.CHALLENGES)


def period_of(kind: AnnouncementKind, day: date) -> str:
    """The period that an announcement of that kind made on `day` is about."""
    return week_of(day) if kind in PRESENT else closing(SPANS.get(kind, Span.WEEK), day)


def periods_by_hand(kind: AnnouncementKind, day: date) -> tuple[str, ...]:
    """The periods that staff may announce on `day`: the usual one, and when that was empty the present one."""
    present = week_of(day) if kind in PRESENT else period(SPANS.get(kind, Span.WEEK), day)
    return tuple(dict.fromkeys((period_of(kind, day), present)))


def may_be_made_up(job: str, due: date, day: date) -> bool:
    """Whether what that job should have announced on the local day `due` can still be announced by hand on `day`."""
    kind = KINDS.get(job)
    return kind is not None and period_of(kind, due) == period_of(kind, day)
