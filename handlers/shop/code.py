"""Codes, for operators: sent as lines or as a table, looked at before they are taken in, listed and withdrawn."""

from msgspec import Struct

from actions import dialogue
from actions.shop import code as actions
from actions.shop import reward as rewards
from actions.shop.code import CodesShown, UnusedCodes
from handlers.call import Call
from handlers.effects import Ask, Button, Delete, Edit, Effects, Keyboard, Reply
from handlers.pages import turning
from handlers.routes import OPERATORS, TABLE, Command, Given, Press, Prompted, Shelf, Where
from handlers.shop.reward_preview import named
from handlers.tables import tabled
from messages.vocabulary import vocabulary
from rules.shop.code import codes_in
from rules.shop.reward import Reward
from storage.engine.tx import Tx


class OneCode(Struct, frozen=True):
    """A code on its button, or before it is withdrawn."""

    code: str


def ask(call: Call, tx: Tx) -> Effects:
    """`/codes 3`: paste them, or send a table; what came with the command are codes already."""
    found, written = named(call, tx, "codes")
    reward = actions.coded(tx, found.id)
    listed = tabled(call, written)
    if not listed:
        return _asking(reward, call)
    dialogue.give_up(tx, call.member, "code.codes", {"reward": reward.id})
    return _read(call, tx, reward, listed)


def ask_pressed(call: Call, tx: Tx) -> Effects:
    """The button under a reward that was just made."""
    return _asking(actions.coded(tx, call.data["reward"]), call)


def given(call: Call, tx: Tx) -> Effects:
    """What was sent, as it would be taken in; asked again when there is nothing new in it."""
    return _read(call, tx, actions.coded(tx, call.data["reward"]), tabled(call, call.words))


def _read(call: Call, tx: Tx, reward: Reward, text: str) -> Effects:
    theirs = vocabulary("code", call.member.locale).names
    headings = [*vocabulary("reward", call.member.locale).names["code"], *theirs["heading"]]
    read = codes_in(text, headings, theirs["count"])
    shown = actions.show(tx, reward.id, read, call.member, call.occasion)
    if not shown.new:
        return Ask("code.codes", "code/none_new", shown, {"reward": reward.id})
    return Reply("code/shown", shown, buttons=_decide(reward.id, shown))


def take_in(call: Call, tx: Tx) -> Effects:
    """They are what they should be."""
    done = actions.take_in(tx, call.data["reward"], call.data["batch"], call.member, call.occasion)
    carried = {"reward": done.reward, "batch": done.batch}
    return Edit("code/taken", done, buttons=((Button("code/withdraw_batch", "code.sure_batch", carried, once=False),),))


def drop(call: Call, tx: Tx) -> Effects:
    """They are not."""
    actions.drop(tx, call.data["batch"])
    return Edit("code/dropped")


def listed(call: Call, tx: Tx) -> Effects:
    """What nobody has yet, page by page; each can be withdrawn."""
    page = actions.unused(tx, call.data["reward"], call.data["page"])
    return Edit("code/unused", page, buttons=_page(page))


def sure_one(call: Call, tx: Tx) -> Effects:
    """Withdraw this one? Asked below, so that the answer does not lie under the finger."""
    return Reply("code/sure", OneCode(call.data["code"]), buttons=_surely(call, "code.withdraw"))


def sure_batch(call: Call, tx: Tx) -> Effects:
    """Withdraw what was taken in last, or everything?"""
    title = rewards.get(tx, call.data["reward"]).terms.title
    return Reply("code/sure_several", OneCode(title), buttons=_surely(call, "code.withdraw"))


def keep(call: Call, tx: Tx) -> Effects:
    """They stay; the question goes."""
    return Delete()


def withdraw(call: Call, tx: Tx) -> Effects:
    """As far as nobody has them."""
    data = call.data
    one, batch = data.get("id"), data.get("batch")
    done = actions.withdraw(tx, data["reward"], call.member, call.occasion, code=one, batch=batch)
    back = Button("code/unused", "code.list", {"reward": data["reward"], "page": 1}, once=False)
    return Edit("code/withdrawn", done, buttons=((back,),))


def _asking(found: Reward, call: Call) -> Ask:
    unused = Button("code/unused", "code.list", {"reward": found.id, "page": 1}, once=False)
    buttons = ((unused,),) if found.stock else ()
    return Ask("code.codes", "code/ask", rewards.shelved(found, call.occasion), {"reward": found.id}, buttons=buttons)


def _decide(reward: int, shown: CodesShown) -> Keyboard:
    carried = {"reward": reward, "batch": shown.batch}
    return (
        (Button("code/take_in", "code.take_in", carried, shown, style="success"),),
        (Button("code/drop", "code.drop", carried),),
    )


def _page(page: UnusedCodes) -> Keyboard:
    reward = {"reward": page.reward}
    rows = [
        [Button("code/one", "code.sure", {**reward, "id": one.id, "code": one.code}, OneCode(one.code), once=False)]
        for one in page.codes
    ]
    every = [[Button("code/withdraw_all", "code.sure_batch", reward, once=False)]] if page.codes else []
    return (*rows, *turning(page.page, "code.list", reward), *every)


def _surely(call: Call, action: str) -> Keyboard:
    return (
        (Button("code/withdraw", action, dict(call.data), style="danger"),),
        (Button("code/keep", "code.keep"),),
    )


ROUTES = (
    Command(
        "codes",
        ask,
        shelf=Shelf.GOODS,
        place=60,
        menu=False,
        who=OPERATORS,
        where=Where.PRIVATE,
        stays="a list of codes",
        takes=TABLE,
    ),
    Press("reward.codes", ask_pressed, who=OPERATORS),
    Prompted("code.codes", given, Given.PREVIEWED, who=OPERATORS, takes=TABLE),
    Press("code.take_in", take_in, who=OPERATORS),
    Press("code.drop", drop, who=OPERATORS),
    Press("code.list", listed, who=OPERATORS),
    Press("code.sure", sure_one, who=OPERATORS),
    Press("code.sure_batch", sure_batch, who=OPERATORS),
    Press("code.keep", keep, who=OPERATORS),
    Press("code.withdraw", withdraw, who=OPERATORS, final=True),
)
