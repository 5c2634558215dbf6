"""First looks, for reviewers and mentors: remarks by button or in words, and the answer; what nobody came to."""

from collections.abc import Sequence

from msgspec import Struct

from actions.works import look
from actions.works.look import LookCard
from actions.works.remark import Remarked
from handlers.call import Call
from handlers.effects import DAY_S, Button, Delete, Effect, Effects, Keyboard, Note, Post, Reply, Tell
from handlers.hanging import EVER_S
from handlers.routes import Job, JobCall, Observe, On, Press, Scope
from handlers.works.look_card import (
    READERS,
    LookLine,
    buttons,
    card_again,
    freed,
    lines,
    number_of,
    on_card,
    where_pressed,
)
from handlers.works.remarks import Remarks
from rules.note import Matter
from rules.works.look import LookStanding
from storage import groups
from storage.engine.tx import Tx


class LooksOverdue(Struct, frozen=True):
    """Drafts that have waited longer than the promised `hours`."""

    looks: Sequence[LookLine]
    hours: int


def take(call: Call, tx: Tx) -> Effects:
    """Take it in hand: the others see who looks at it."""
    look.take(tx, call.data["look"], call.member, call.occasion)
    return where_pressed(call, look.card(tx, call.data["look"], call.occasion))


def chip(call: Call, tx: Tx) -> Effects:
    """Choose a remark, or drop it again; whoever does has the draft in hand."""
    look.toggle(tx, call.data["look"], call.data["chip"], call.member, call.occasion)
    return where_pressed(call, look.card(tx, call.data["look"], call.occasion))


def release(call: Call, tx: Tx) -> Effects:
    """Leave it to others."""
    look.release(tx, call.data["look"], call.member, call.occasion)
    return where_pressed(call, look.card(tx, call.data["look"], call.occasion))


def _shown_again(call: Call, tx: Tx, number: int) -> list[Effect]:
    """The card in the group; in private it stands below as well."""
    card = look.card(tx, number, call.occasion)
    below = [Reply("look/card", card, buttons=buttons(card, private=True))] if call.chat.group is None else []
    return [*below, card_again(tx, number, call.occasion)]


def answer(call: Call, tx: Tx) -> Effects:
    """The author has it at once, with what to do next."""
    done = look.answer(tx, call.data["look"], call.member, call.occasion)
    return [*where_pressed(call, done), Tell(done.member, "look/answered", done, _next_step(done))]


def put_away(call: JobCall, tx: Tx) -> Effects:
    """What nobody needs to answer any more goes from the desk, kindly; what nobody has in hand is free again."""
    ended = look.put_away(tx, call.occasion)
    lapsed = [_told(card) for card in ended if card.standing is LookStanding.LAPSED]
    return [*freed(tx, call.occasion), *map(on_card, ended), *lapsed]


def overdue(call: JobCall, tx: Tx) -> Effects:
    """One list of what has waited longer than promised; it takes the place of the one before."""
    staff = groups.staff(tx)
    late = look.overdue(tx, call.occasion) if staff else []
    if staff is None or not late:
        return None
    listed = LooksOverdue(lines(tx, late), call.occasion.programme.reviews.within_hours)
    name = f"looks_overdue:{staff.id}"
    found: list[Effect] = [Delete(keep=name), Post(staff.id, "look/overdue", listed, keep=name)]
    return found


def _next_step(done: LookCard) -> Keyboard:
    """Handing it in, or showing it once more while there are looks."""
    data = {"challenge": done.challenge}
    hand_in = Button("look/hand_in", "submission.guided", data, once=False, style="primary")
    another = (Button("look/another", "look.guided", data, once=False),) if done.left else ()
    return ((hand_in, *another),)


def _told(card: LookCard) -> Note:
    return Note(card.member, Matter.ANSWER, look.about(card.id), "look/lapsed", card, lasts_s=7 * DAY_S)


REMARKS = Remarks(Remarked.LOOK, number_of, look.is_waiting, READERS, look.say, look.reword, card_again, _shown_again)
ROUTES = (
    Press("look.take", take, who=READERS),
    Press("look.chip", chip, who=READERS),
    Press("look.release", release, who=READERS),
    Press("look.answer", answer, who=READERS, final=True),
    Observe(On.TALK, "look_remark", REMARKS.put, turn=31),
    Observe(On.EDIT, "look_remark_edited", REMARKS.changed, turn=51),
    Observe(On.PRIVATE_EDIT, "look_words_edited", REMARKS.changed, turn=25),
)
JOBS = (
    Job("looks", put_away, Scope.BRAND, cron="5-59/10 * * * *", late_s=EVER_S),
    Job("overdue_looks", overdue, Scope.BRAND, cron="25 9-21 * * *", late_s=6 * 3600),
)
