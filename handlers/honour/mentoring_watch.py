"""What time brings to mentors and newcomers: nothing is left lying, and nobody is named for it."""

from actions.honour import mentor as mentor_actions
from actions.honour import mentoring_run, mentoring_watch
from actions.honour.mentor import MentorTerm
from actions.honour.mentoring import NewcomerNamed, known
from actions.honour.mentoring_run import QuietSeen
from handlers.effects import DAY_S, Effect, Effects, Note, Post
from handlers.honour.mentoring_buttons import told_over
from handlers.honour.mentoring_cards import button, edited, offer_edited, posted_anew
from handlers.honour.mentoring_handed import told_handed
from handlers.routes import Job, JobCall, Scope
from rules.honour.mentoring import Mentoring
from rules.note import Matter
from rules.occasion import Occasion
from storage import groups, members
from storage.engine.tx import Tx

EVER_S = 10 * 365 * DAY_S


def look(call: JobCall, tx: Tx) -> Effects:
    """What nobody has answered in its time, and how those are who know each other."""
    return [
        *_waited(tx, call.occasion),
        *_run(tx, call.occasion),
        *map(_term, mentor_actions.end_terms(tx, call.occasion)),
    ]


def _waited(tx: Tx, occasion: Occasion) -> list[Effect]:
    seen, desk = mentoring_watch.look(tx, occasion), groups.staff(tx)
    cards: list[Effect] = [offer_edited(one) for one in seen.lapsed]
    cards += [edited(tx, one, occasion) for one in (*seen.returned, *seen.over, *seen.unmatched)]
    lines = [Post(desk.id, "mentor/lapsed", one, quiet=True) for one in seen.lapsed] if desk else []
    notes = [
        Note(one.member, Matter.ANSWER, f"mentor_lapsed:{one.id}", "mentor/told_lapsed", one) for one in seen.lapsed
    ]
    return [*cards, *lines, *notes, *map(_unmatched, seen.unmatched)]


def _run(tx: Tx, occasion: Occasion) -> list[Effect]:
    seen = mentoring_run.look(tx, occasion)
    over: list[Effect] = [note for one in seen.ends for note in told_over(tx, one)]
    over += [edited(tx, one, occasion) for one in seen.ends]
    gone: list[Effect] = [edited(tx, one, occasion) for one in seen.gone]
    alone: list[Effect] = [effect for one in seen.alone for effect in _alone(tx, one, occasion)]
    gone += [note for one in seen.gone for note in _gone(tx, one)]
    return [*over, *gone, *alone, *map(_quiet, seen.quiet)]


def _gone(tx: Tx, over: Mentoring) -> list[Note]:
    """Whoever accompanied one who has left hears that it is over."""
    if over.mentor is None or over.begun_at is None:
        return []
    who = NewcomerNamed(members.get(tx, over.newcomer).name)
    return [Note(over.mentor, Matter.NEWS, f"mentoring_gone:{over.id}", "mentoring/told_gone", who, lasts_s=7 * DAY_S)]


def _alone(tx: Tx, before: Mentoring, occasion: Occasion) -> list[Effect]:
    """Before the staff again; one who had met their mentor hears that they are not forgotten."""
    now = known(tx, before.id)
    return [*posted_anew(tx, now, occasion), *told_handed(tx, before, occasion)]


def _unmatched(found: Mentoring) -> Note:
    return Note(found.newcomer, Matter.ANSWER, f"mentoring_unmatched:{found.id}", "mentoring/told_unmatched")


def _quiet(seen: QuietSeen) -> Note:
    about = f"mentoring_quiet:{seen.mentoring}"
    return Note(seen.mentor, Matter.HELPING, about, "mentoring/told_quiet", seen, lasts_s=3 * DAY_S)


def _term(term: MentorTerm) -> Note:
    renew = ((button("mentor/renew", "mentor.renew"),),) if term.renewable else ()
    return Note(term.member, Matter.ANSWER, "mentor_term", "mentor/told_term", term, renew)


JOBS = (Job("mentors", look, cron="*/10 * * * *", scope=Scope.BRAND, late_s=EVER_S),)
