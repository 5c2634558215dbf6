"""`/grants reason`: a list or a table of people and points, looked at, then given as one batch."""

from actions.fairness import batch as actions
from actions.fairness.batch import BatchGiven, BatchSeen
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Note, Post, Reply
from handlers.routes import MODERATORS, TABLE, Command, Press, Prompted, Shelf, Where
from rules.fairness.grant import REASON_LIMIT, ReasonNeeded
from rules.lengths import within
from rules.note import Matter
from storage.engine.tx import Tx


def begin(call: Call, tx: Tx) -> Effects:
    """The reason stands in the first line; the list follows it, comes along as a file, or is asked for."""
    reason, _, listed = call.words.strip().partition("\n")
    if not reason.strip():
        raise ReasonNeeded("grants")
    reason, listed = within(reason, REASON_LIMIT), _listed(call, listed)
    return _looked_at(call, tx, reason, listed) if listed.strip() else _asking(reason)


def given_list(call: Call, tx: Tx) -> Effects:
    """The list, or a file with it."""
    return _looked_at(call, tx, call.data["reason"], _listed(call, call.words))


def _listed(call: Call, written: str) -> str:
    """What stands in the file that came along, else what was written."""
    media = call.message.media if call.message else None
    return media.content if media and media.content is not None else written


def confirm(call: Call, tx: Tx) -> Effects:
    """As it was shown; too much for one person goes to the staff group first."""
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


def _asking(reason: str, seen: BatchSeen | None = None) -> Ask:
    return Ask("batch.list", "batch/wrong" if seen else "batch/ask", seen, {"reason": reason})


def _looked_at(call: Call, tx: Tx, reason: str, text: str) -> Effects:
    seen = actions.draft(tx, call.member, reason, text, call.occasion)
    if not seen.id:
        return _asking(reason, seen if seen.mistakes else None)
    data = {"batch": seen.id}
    rows = (
        (Button("batch/confirm", "batch.confirm", data, style="success"),),
        (Button("batch/drop", "batch.drop"),),
    )
    return Reply("batch/preview", seen, buttons=rows)


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
    return Post(seen.desk, "batch/question", seen, buttons=(buttons,))


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
    Prompted("batch.list", given_list, who=MODERATORS, takes=TABLE),
    Press("batch.confirm", confirm, who=MODERATORS, final=True),
    Press("batch.agree", agree, who=MODERATORS, final=True),
    Press("batch.decline", decline, who=MODERATORS, final=True),
    Press("batch.drop", drop, who=MODERATORS),
)
