"""`/works`: what one has handed in, how it stands, and taking it back while it waits."""

from actions.works import own_work as actions
from actions.works.own_work import OwnWork, OwnWorks
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.pages import turning
from handlers.routes import Command, Press, Shelf, Start, Where
from rules.works.submission import Stage, SubmissionStanding
from storage.engine.tx import Tx


def listed(call: Call, tx: Tx) -> Effects:
    """The latest, each with a button."""
    found = actions.listed(tx, call.member, 1, call.occasion)
    return Reply("own_work/list", found, buttons=_list_buttons(found))


def back(call: Call, tx: Tx) -> Effects:
    """The list again, or another page of it, in place."""
    found = actions.listed(tx, call.member, call.data.get("page", 1), call.occasion)
    return Edit("own_work/list", found, buttons=_list_buttons(found))


def opened(call: Call, tx: Tx) -> Effects:
    """One of them, with what was said about it."""
    found = actions.seen(tx, call.data["submission"], call.member, call.occasion)
    return Edit("own_work/detail", found, buttons=_buttons(found))


def ask_withdraw(call: Call, tx: Tx) -> Effects:
    """Sure? It stays on the review desk until then."""
    found = actions.seen(tx, call.data["submission"], call.member, call.occasion)
    data = {"submission": found.id}
    keep = Button("own_work/keep", "own_work.open", data, once=False)
    surely = Button("own_work/withdraw_surely", "own_work.withdraw_surely", data, once=False, style="danger")
    return Edit("own_work/withdraw_surely", found, buttons=((keep,), (surely,)))


def withdraw(call: Call, tx: Tx) -> Effects:
    """Sure: the reviewers' card says so."""
    done = actions.withdraw(tx, call.data["submission"], call.member, call.occasion)
    return [
        Edit("own_work/detail", done, buttons=_buttons(done)),
        Edit("review/withdrawn", done, keep=f"review:{done.id}"),
    ]


def _list_buttons(found: OwnWorks) -> Keyboard:
    opening = (
        (Button("own_work/open", "own_work.open", {"submission": one.id}, outcome=one, once=False),)
        for one in found.works
    )
    return (*opening, *turning(found.page, "own_work.back"))


def _buttons(found: OwnWork) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    if found.standing is SubmissionStanding.WAITING:
        rows.append((Button("own_work/withdraw", "own_work.withdraw", {"submission": found.id}, once=False),))
    elif found.standing is SubmissionStanding.RETURNED and found.open:
        data = {"challenge": found.challenge}
        rows.append((Button("submission/improve", "submission.guided", data, once=False, style="primary"),))
    elif found.stage is Stage.WORK and found.standing in (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED):
        rows.append((Button("result/add", "result.ask", {"submission": found.id}, once=False),))
    return (*rows, (Button("own_work/back", "own_work.back", once=False),))


ROUTES = (
    Command("works", listed, shelf=Shelf.CHALLENGES, place=30, where=Where.PRIVATE, fades=True, outside=True),
    Start("works", listed, outside=True),
    Press("own_work.back", back, outside=True),
    Press("own_work.open", opened, outside=True),
    Press("own_work.withdraw", ask_withdraw, outside=True),
    Press("own_work.withdraw_surely", withdraw, final=True, outside=True),
)
