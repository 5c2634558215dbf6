"""Points by hand: `/grant @who 20 reason`, and the second person's buttons in the staff group."""

from actions.fairness import batch, grant
from actions.fairness.batch import BatchSeen
from actions.fairness.grant import Awarded, Declined, Proposed
from handlers.call import Call
from handlers.effects import Button, Delete, Edit, Effects, Note, Post, Reply, Tell, Whisper
from handlers.fairness.granted import batch_asked, posted, public
from handlers.fairness.proposer import proposer_told
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf
from rules.fairness.grant import SeveralGiven, begins_points, beside_points, require_one, wanted
from rules.note import Matter
from rules.people import PLAYING, Part
from storage import directory, groups
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """Give or take points; in the community others see what was good, never what was taken."""
    assert call.message is not None
    named = person_of(call, tx, "grant", begins_points)
    points, reason = wanted(named.words)
    _require_one(tx, reason)
    pointed = call.reply_to.id if call.reply_to else call.message.id
    about = (call.chat.group.id if call.chat.group else None, pointed)
    command = (call.chat.id, call.message.id)
    done = grant.award(
        tx, call.member, named.member, points, reason, call.occasion, command, about, call.reply_to is not None
    )
    if isinstance(done, Proposed):
        return (Whisper("grant/proposed", done), _question(done))
    if done.points > 0 and done.message is not None:
        return Reply("grant/given", done, keep=public(done.grant))
    return (_noted(call, done), _told(done), *_alone(call, done))


def _require_one(tx: Tx, reason: str) -> None:
    """Raise SeveralGiven where somebody else stands in the reason with points of their own."""
    require_one(reason)
    if any(directory.called(tx, name, 1) for name in beside_points(reason)):
        raise SeveralGiven


def confirm(call: Call, tx: Tx) -> Effects:
    """The second person agrees; it is announced where it would have been."""
    done = grant.confirm(tx, call.member, call.data["grant"], call.occasion)
    shown = Edit("grant/confirmed", done)
    told = posted(done)
    return (shown, *told) if told else (shown, _told(done))


def decline(call: Call, tx: Tx) -> Effects:
    """The second person does not agree; whoever proposed it is told."""
    done = grant.decline(tx, call.member, call.data["grant"], call.occasion)
    return (Edit("grant/declined", done), *proposer_told(tx, Tell(done.actor, "grant/declined", done)))


def _question(proposed: Proposed) -> Post:
    data = {"grant": proposed.grant}
    buttons = (
        Button("grant/confirm", "grant.confirm", data, anyone=True, once=False, style="success"),
        Button("grant/decline", "grant.decline", data, anyone=True, once=False),
    )
    return Post(proposed.desk, "grant/question", proposed, buttons=(buttons,), keep=_asked(proposed.grant))


def _asked(number: int) -> str:
    return f"grant_asked:{number}"


def lapse(call: JobCall, tx: Tx) -> Effects:
    """What nobody has decided in time is let go, and the staff group hears of it."""
    alone, together = grant.lapse(tx, call.occasion), batch.lapse(tx, call.occasion)
    staff = groups.staff(tx)
    if staff is None:
        return None
    said = [effect for one in alone for effect in _lapsed("grant/declined", one, _asked(one.grant), staff.id)]
    return [*said, *(one for each in together for one in _lapsed("batch/lapsed", each, batch_asked(each.id), staff.id))]


def _lapsed(template: str, one: Declined | BatchSeen, asked: str, desk: int) -> tuple[Edit, Post]:
    return Edit(template, one, keep=asked), Post(desk, template, one, quiet=True)


def _alone(call: Call, done: Awarded) -> tuple[Delete, ...]:
    """In the community nobody else reads what is taken from whom, nor why."""
    here = call.message if call.chat.group and call.chat.group.part in PLAYING and call.shown is None else None
    return (Delete(here.id),) if here and done.points < 0 else ()


def _noted(call: Call, done: Awarded) -> Reply | Whisper:
    desk = call.chat.group is not None and call.chat.group.part is Part.STAFF
    return Reply("grant/noted", done) if desk else Whisper("grant/noted", done)


def _told(done: Awarded) -> Note:
    given = done.points > 0
    template, matter = ("grant/received", Matter.NEWS) if given else ("grant/taken", Matter.ACCOUNT)
    return Note(done.member, matter, f"grant:{done.grant}", template, done)


ROUTES = (
    Command("grant", answer, shelf=Shelf.PEOPLE, place=10, who=MODERATORS, fades=True),
    Press("grant.chosen", chosen(answer), who=MODERATORS),
    Press("grant.confirm", confirm, who=MODERATORS, final=True),
    Press("grant.decline", decline, who=MODERATORS, final=True),
)
JOBS = (Job("grants", lapse, Scope.BRAND, cron="35 * * * *"),)
