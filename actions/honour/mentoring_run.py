"""Two who know each other: steps tick, a quiet newcomer is told of, it ends by itself, and nobody is left alone."""

from collections.abc import Iterator

from msgspec import Struct

from actions.honour import mentor as mentor_actions
from actions.honour.mentoring import back
from actions.honour.mentoring_seen import tick
from rules.honour.first_step import FirstStep, StepSeen
from rules.honour.mentoring import Ending, Mentoring, MentoringState, ended_by, is_quiet
from rules.note import WaitingNote
from rules.occasion import Occasion
from storage import members
from storage.engine.tx import Tx
from storage.honour import mentorings


class QuietSeen(Struct, frozen=True):
    """A newcomer of whom nothing was heard for so many days, for their mentor; `step` is the next one, if there is one."""

    mentoring: int
    mentor: int
    name: str
    account: int
    days: int
    step: FirstStep | None


class MentoringsRun(Struct, frozen=True):
    """What has changed: those that came to their `ends`, newcomers who are `quiet`; those whose mentor can't go on (`alone`),
    as they were, and those whose newcomer has `gone`.
    """

    ends: tuple[Mentoring, ...]
    quiet: tuple[QuietSeen, ...]
    alone: tuple[Mentoring, ...]
    gone: tuple[Mentoring, ...]


def look(tx: Tx, occasion: Occasion) -> MentoringsRun:
    """Whatever has come since."""
    gone = tuple(mentorings.end(tx, one, Ending.APART, occasion.now) for one in mentorings.without_newcomer(tx))
    alone = tuple(_left_alone(tx, one, occasion) for one in mentorings.without_mentor(tx, occasion.now))
    ends, quiet = [], []
    for one in list(_running(tx, occasion)):
        steps = tick(tx, one.newcomer, occasion)
        if ending := ended_by(one, [step.step for step in steps if step.taken], occasion.now):
            ends.append(mentorings.end(tx, one, ending, occasion.now))
        elif seen := _quiet(tx, one, steps, occasion):
            quiet.append(seen)
    return MentoringsRun(tuple(ends), tuple(quiet), alone, gone)


def _running(tx: Tx, occasion: Occasion) -> Iterator[Mentoring]:
    after = 0
    while some := mentorings.in_state(tx, MentoringState.RUNNING, occasion.now, after):
        yield from some
        after = some[-1].id


def _left_alone(tx: Tx, found: Mentoring, occasion: Occasion) -> Mentoring:
    """Back to the open list and the staff, whatever the reason, which nobody is told."""
    back(tx, found.handed() if found.state is MentoringState.RUNNING else found, occasion)
    return found


def _quiet(tx: Tx, found: Mentoring, steps: tuple[StepSeen, ...], occasion: Occasion) -> QuietSeen | None:
    last = mentorings.last_heard(tx, found.newcomer)
    met = occasion.day_at(found.since)
    heard = met if last is None else max(last, met)
    if not is_quiet(heard, found.nudged, occasion.day, occasion.programme.mentors.quiet_days):
        return None
    mentorings.nudge(tx, found.id, occasion.day)
    newcomer, following = members.get(tx, found.newcomer), [one.step for one in steps if not one.taken]
    days, step = (occasion.day - heard).days, following[0] if following else None
    assert found.mentor is not None
    return QuietSeen(found.id, found.mentor, newcomer.name, newcomer.telegram_id, days, step)


def _still_quiet(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether they go together still, and nothing has been heard since."""
    found = mentorings.get(tx, int(note.subject))
    if found is None or found.state is not MentoringState.RUNNING or found.mentor != note.member:
        return False
    last = mentorings.last_heard(tx, found.newcomer)
    return last is None or found.nudged is None or last < found.nudged


def _still_over(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = mentorings.get(tx, int(note.subject))
    return found is not None and found.state is MentoringState.OVER


def _still_gone(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether the newcomer has not come back and wished anew."""
    found = mentorings.get(tx, int(note.subject))
    return found is not None and mentorings.of_newcomer(tx, found.newcomer) is None


def _still_handed(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether nobody goes on with them yet."""
    found = mentorings.get(tx, int(note.subject))
    return found is not None and found.state in (MentoringState.WAITING, MentoringState.ASKED)


def _term_over(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    return not mentor_actions.is_mentor(tx, note.member)


STILL_TRUE = {
    "mentoring_quiet": _still_quiet,
    "mentoring_over": _still_over,
    "mentoring_gone": _still_gone,
    "mentoring_handed": _still_handed,
    "mentor_term": _term_over,
}
