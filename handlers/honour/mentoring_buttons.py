"""What newcomers and mentors may press about what is before them, and what both hear at the end."""

from actions.honour import mentoring_thanks
from actions.honour.mentoring_seen import MentorDesk, MentoringSeen
from handlers.effects import Edit, Effect, Keyboard, Note
from handlers.honour.mentoring_cards import LASTS_S, Named, asked, button, meeting
from handlers.pages import turning
from rules.honour.mentoring import Mentoring, MentoringState
from rules.note import Matter
from storage.engine.tx import Tx


def own_buttons(seen: MentoringSeen) -> Keyboard:
    """What the newcomer may do about it now."""
    data: dict[str, int | str] = {"mentoring": seen.id}
    if seen.state is MentoringState.MEETING:
        return meeting(seen)
    if seen.state is MentoringState.RUNNING:
        return _going_on(data)
    return ((button("mentoring/let_be", "mentoring.let_be"),),)


def _going_on(data: dict[str, int | str]) -> Keyboard:
    write, another, end = (button(f"mentoring/{key}", f"mentoring.{key}", data) for key in ("note", "another", "end"))
    return ((write,), (another, end))


def desk_buttons(desk: MentorDesk) -> Keyboard:
    """Answers to what is asked, then the open list, then oneself."""
    answers = [row for one in desk.pairs if one.state is MentoringState.ASKED for row in asked(one.id, one.newcomer)]
    running = [
        tuple(
            button(f"mentoring/{key}_named", f"mentoring.{key}", {"mentoring": one.id}, Named(one.newcomer))
            for key in ("note", "hand")
        )
        for one in desk.pairs
        if one.state is MentoringState.RUNNING
    ]
    takes = [
        (button("mentoring/take", "mentoring.take", {"mentoring": one.id}, one),)
        for one in (desk.waiting if desk.room else ())
    ]
    away = "back" if desk.away else "away"
    own = (button(f"mentor/{away}", "mentor.away", {"away": int(not desk.away)}), button("mentor/ways", "mentor.ways"))
    return (*answers, *running, *takes, *turning(desk.page, "mentor.page"), own)


def told_over(tx: Tx, found: Mentoring) -> list[Note]:
    """Both hear that it is over, and are asked for a word to each other; nothing where they never met."""
    if found.begun_at is None or found.mentor is None:
        return []
    return [_over(mentoring_thanks.over(tx, found, member)) for member in (found.newcomer, found.mentor)]


def parted(tx: Tx, found: Mentoring) -> list[Effect]:
    """The newcomer, who ended it, is asked at once; the mentor hears with their evening. Who never met owes no word."""
    if found.begun_at is None or found.mentor is None:
        return [Edit("mentoring/let_be")]
    seen = mentoring_thanks.over(tx, found, found.newcomer)
    asked_now = Edit("mentoring/ended", seen, buttons=_thanking(found.id))
    return [asked_now, _over(mentoring_thanks.over(tx, found, found.mentor))]


def _over(seen: mentoring_thanks.MentoringOver) -> Note:
    about = f"mentoring_over:{seen.id}"
    return Note(seen.member, Matter.NEWS, about, "mentoring/told_over", seen, _thanking(seen.id), LASTS_S)


def _thanking(number: int) -> Keyboard:
    return ((button("mentoring/thank", "mentoring.thank", {"mentoring": number}),),)
