"""The series of small challenges: put in line by staff, opened by themselves, one of a track in a week."""

from msgspec import Struct

from actions import audience as audiences
from actions.works import challenge, media_kit
from rules.audience import Meant
from rules.occasion import Occasion
from rules.people import Group, Member
from rules.periods import week_of
from rules.refusals import ButtonGone
from rules.works.challenge import Brief, Challenge, SkillTrack
from rules.works.series import QUEUE_MOST, SeriesFull, SeriesTask, SeriesTrack, WeekTaken, opening
from storage import audits, members
from storage.engine.tx import Tx
from storage.works import series


class SeriesQueued(Struct, frozen=True):
    """A challenge waits in line now: so many of its track come `before` it."""

    title: str
    track: SkillTrack
    before: int
    paused: bool


class SeriesTaskSeen(Struct, frozen=True):
    """A task in its line: so many come `before` it and `behind` it; it takes work for so many `days`."""

    id: int
    brief: Brief
    before: int
    behind: int
    days: int


class SeriesOpened(Struct, frozen=True):
    """A task that is a challenge now, in which groups it is told."""

    challenge: Challenge
    told: tuple[Group, ...]


def add(tx: Tx, staff: Member, brief: Brief, draft: int, occasion: Occasion) -> SeriesQueued:
    """Put it in line, with the groups that its draft is meant for. Raises SeriesFull, ButtonGone."""
    if series.of_draft(tx, draft):
        raise ButtonGone
    waiting = series.waiting(tx, brief.track)
    if len(waiting) >= QUEUE_MOST:
        raise SeriesFull(brief.track, QUEUE_MOST)
    number = series.add(tx, brief, draft, staff.id, occasion.now)
    audiences.hand_on(tx, Meant.DRAFT, draft, Meant.SERIES, number)
    audits.record(tx, occasion.now, staff.id, "series.add", task=number, title=brief.title)
    return SeriesQueued(brief.title, brief.track, len(waiting), series.paused(tx, brief.track))


def overview(tx: Tx) -> tuple[SeriesTrack, ...]:
    """Every series with what waits in it."""
    return tuple(_track(tx, track) for track in series.tracks(tx))


def _track(tx: Tx, track: SkillTrack) -> SeriesTrack:
    opened = series.latest(tx, track) or (0, "")
    return SeriesTrack(track, series.waiting(tx, track), series.paused(tx, track), *opened)


def seen(tx: Tx, number: int, occasion: Occasion) -> SeriesTaskSeen:
    """A task where it stands. Raises ButtonGone."""
    task, line = _in_line(tx, number)
    at = line.index(number)
    return SeriesTaskSeen(number, task.brief, at, len(line) - at - 1, occasion.programme.series.days)


def move_up(tx: Tx, number: int, occasion: Occasion) -> SeriesTaskSeen:
    """Before the one that came before it. Raises ButtonGone."""
    task, line = _in_line(tx, number)
    at = line.index(number)
    if at:
        former = series.get(tx, line[at - 1])
        assert former is not None
        series.place(tx, number, former.place)
        series.place(tx, former.id, task.place)
    return seen(tx, number, occasion)


def skip(tx: Tx, number: int, occasion: Occasion) -> SeriesTaskSeen:
    """Behind all others. Raises ButtonGone."""
    _in_line(tx, number)
    series.place(tx, number, series.last_place(tx))
    return seen(tx, number, occasion)


def drop(tx: Tx, staff: Member, number: int, occasion: Occasion) -> None:
    """It will not open. Raises ButtonGone."""
    task, _ = _in_line(tx, number)
    series.drop(tx, number)
    audits.record(tx, occasion.now, staff.id, "series.drop", task=number, title=task.brief.title)


def pause(tx: Tx, staff: Member, track: SkillTrack, occasion: Occasion) -> None:
    """Nothing of the track opens by itself, or again if it paused."""
    paused = series.paused(tx, track)
    if paused:
        series.resume(tx, track)
    else:
        series.pause(tx, track, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "series.resume" if paused else "series.pause", track=track.value)


def open_now(tx: Tx, number: int, occasion: Occasion) -> SeriesOpened:
    """This week's of its track, ahead of its time. Raises ButtonGone, WeekTaken."""
    task, _ = _in_line(tx, number)
    occasion = occasion.seen_from(None)
    week = week_of(occasion.day)
    if series.week_taken(tx, task.brief.track, week):
        raise WeekTaken(task.brief.track)
    return _open(tx, task, week, occasion)


def open_due(tx: Tx, occasion: Occasion) -> list[SeriesOpened]:
    """The next of each track that does not pause and has had none this week, where somebody is there to be told."""
    week = week_of(occasion.day)
    due = [track for track in series.tracks(tx) if not series.paused(tx, track)]
    first = [next(iter(series.waiting(tx, track)), None) for track in due if not series.week_taken(tx, track, week)]
    reached = [task for task in first if task and audiences.reached(tx, Meant.SERIES, task.id)]
    return [_open(tx, task, week, occasion) for task in reached]


def running_dry(tx: Tx) -> tuple[SeriesTrack, ...]:
    """The series that go on, and in which nothing waits for the next week."""
    return tuple(one for one in overview(tx) if not one.paused and not one.tasks)


def _open(tx: Tx, task: SeriesTask, week: str, occasion: Occasion) -> SeriesOpened:
    brief = opening(task.brief, occasion.programme.series.days, occasion)
    made = challenge.publish(tx, members.get(tx, task.made_by), brief, occasion)
    media_kit.settle(tx, task.draft, made.id)
    series.opened(tx, task.id, made.id, week)
    return SeriesOpened(made, audiences.reached(tx, Meant.SERIES, task.id))


def _in_line(tx: Tx, number: int) -> tuple[SeriesTask, list[int]]:
    task = series.get(tx, number)
    if task is None:
        raise ButtonGone
    return task, [one.id for one in series.waiting(tx, task.brief.track)]
