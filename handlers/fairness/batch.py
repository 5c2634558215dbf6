"""`/grants reason`: a list or a table of people and points, looked at, then given as one batch."""

from msgspec import Struct

from actions import dialogue
from actions.fairness import batch as actions
from actions.fairness.batch import BatchGiven, BatchSeen
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Note, Post, Reply
from handlers.fairness.granted import batch_asked
from handlers.persons import MOST_TO_CHOOSE, with_ids
from handlers.routes import MODERATORS, TABLE, Command, Given, Press, Prompted, Shelf, Where
from handlers.tables import tabled
from rules.fairness.batch import settled
from rules.fairness.grant import REASON_LIMIT, ReasonNeeded
from rules.lengths import within
from rules.note import Matter
from rules.refusals import Candidate
from storage.engine.tx import Tx


class OnLine(Struct, frozen=True):
    """Somebody who may be meant on that line of the list."""

    line: int
    person: Candidate


def begin(call: Call, tx: Tx) -> Effects:
    """The reason stands in the first line; the list follows it, comes along as a file, or is asked for."""
    reason, _, listed = with_ids(call, tx).strip().partition("\n")
    if not reason.strip():
        raise ReasonNeeded("grants")
    reason, listed = within(reason, REASON_LIMIT), tabled(call, listed)
    return _looked_at(call, tx, reason, listed) if listed.strip() else _asking(reason)


def given_list(call: Call, tx: Tx) -> Effects:
    """The list, or a file with it."""
    return _looked_at(call, tx, call.data["reason"], tabled(call, with_ids(call, tx)))


def chosen(call: Call, tx: Tx) -> Effects:
    """Who is meant on a line of the list."""
    data = call.data
    return _looked_at(call, tx, data["reason"], settled(data["text"], data["line"], data["who"], data["person"]))


def confirm(call: Call, tx: Tx) -> Effects:
    """As it was shown; too much for one person goes to the staff group first.

    What was given since it was shown, such as the same list, is said first, and the button stands elsewhere.
    """
    seen = actions.looked_at(tx, call.data["batch"], call.occasion)
    if seen.again > call.data["again"]:
        return Edit("batch/preview", seen, buttons=tuple(reversed(_giving(seen))))
    done = actions.confirm(tx, call.member, call.data["batch"], call.occasion)
    return (Edit("batch/proposed", done), _question(done)) if isinstance(done, BatchSeen) else _given(done)


def agree(call: Call, tx: Tx) -> Effects:
    """The second person agrees."""
    return _given(actions.agree(tx, call.member, call.data["batch"], call.occasion))


def decline(call: Call, tx: Tx) -> Effects:
    """The second person does not."""
    return Edit("batch/declined", actions.decline(tx, call.member, call.data["batch"], call.occasion))


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    return Edit("batch/dropped")


def _asking(reason: str, text: str = "", seen: BatchSeen | None = None) -> Ask:
    buttons = _meant(reason, text, seen) if seen else ()
    return Ask("batch.list", "batch/wrong" if seen else "batch/ask", seen, {"reason": reason}, buttons)


def _meant(reason: str, text: str, seen: BatchSeen) -> Keyboard:
    """A button for each who may be meant on a line."""
    lines = [(mistake, one) for mistake in seen.mistakes for one in mistake.people][:MOST_TO_CHOOSE]
    return [
        [
            Button(
                "batch/meant",
                "batch.chosen",
                {"reason": reason, "text": text, "line": mistake.line, "who": mistake.who, "person": one.telegram_id},
                OnLine(mistake.line, one),
            )
        ]
        for mistake, one in lines
    ]


def _looked_at(call: Call, tx: Tx, reason: str, text: str) -> Effects:
    seen = actions.draft(tx, call.member, reason, text, call.occasion)
    if not seen.id:
        return _asking(reason, text, seen if seen.mistakes else None)
    dialogue.give_up(tx, call.member, "batch.list", {})
    return Reply("batch/preview", seen, buttons=_giving(seen))


def _giving(seen: BatchSeen) -> tuple[tuple[Button, ...], ...]:
    data = {"batch": seen.id, "again": seen.again}
    return (Button("batch/confirm", "batch.confirm", data, style="success"),), (Button("batch/drop", "batch.drop"),)


def _given(done: BatchGiven) -> list[Edit | Note]:
    told = [Note(one.member, Matter.NEWS, f"grant:{one.grant}", "grant/received", one) for one in done.awards]
    return [Edit("batch/given", done), *told]


def _question(seen: BatchSeen) -> Post:
    assert seen.desk is not None, seen
    data = {"batch": seen.id}
    buttons = (
        Button("batch/agree", "batch.agree", data, anyone=True, once=False, style="success"),
        Button("batch/decline", "batch.decline", data, anyone=True, once=False),
    )
    return Post(seen.desk, "batch/question", seen, buttons=(buttons,), keep=batch_asked(seen.id))


ROUTES = (
    Command(
        "grants",
        begin,
        shelf=Shelf.PEOPLE,
        place=15,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a list of people",
        takes=TABLE,
    ),
    Prompted("batch.list", given_list, Given.PREVIEWED, who=MODERATORS, takes=TABLE),
    Press("batch.chosen", chosen, who=MODERATORS),
    Press("batch.confirm", confirm, who=MODERATORS, final=True),
    Press("batch.agree", agree, who=MODERATORS, final=True),
    Press("batch.decline", decline, who=MODERATORS, final=True),
    Press("batch.drop", drop, who=MODERATORS),
)
