"""`/forgetme`: what would go and what stays is told, one's own data offered, and after a second yes one is forgotten."""

from actions.operations import forgetting as actions
from actions.operations.forgetting import Forgotten
from handlers.call import Call
from handlers.effects import Button, Edit, Effect, Effects, Keyboard, Post, Reply
from handlers.hanging import take_down
from handlers.routes import Command, Press, Shelf, Where
from handlers.shop.order_cards import closed
from handlers.standing import Tag
from storage.engine.tx import Tx

KEEP = Button("forgetting/keep", "forgetting.keep", style="primary")


def answer(call: Call, tx: Tx) -> Effects:
    """What they would give up, and what can't be had back; nothing has happened yet."""
    found = actions.look(tx, call.member, call.occasion)
    return Reply("forgetting/told", found, buttons=_first())


def ask(call: Call, tx: Tx) -> Effects:
    """Sure? The last word."""
    found = actions.look(tx, call.member, call.occasion)
    surely = Button("forgetting/surely", "forgetting.surely", style="danger")
    return Edit("forgetting/sure", found, buttons=((surely,), (KEEP,)))


def keep(call: Call, tx: Tx) -> Effects:
    """They stay."""
    return Edit("forgetting/kept")


def surely(call: Call, tx: Tx) -> Effects:
    """It is done: what their name stood beside goes with them, staff read that somebody went."""
    done = actions.forget(tx, call.member, call.occasion, call.chance)
    return [Edit("forgetting/done", done), *followed(tx, done, call.member.telegram_id)]


def followed(tx: Tx, done: Forgotten, account: int) -> list[Effect]:
    """What is seen of it elsewhere; `account` is what Telegram calls them."""
    posts = [effect for exhibit in done.exhibits for effect in take_down(tx, exhibit)]
    works = [Edit("review/withdrawn", work, keep=f"review:{work.id}") for work in done.works]
    tags = [Tag(group, done.member, "", account=account) for group in done.tagged]
    told = [Post(done.staff, "forgetting/noted", done, quiet=True)] if done.staff else []
    return [*posts, *works, *tags, *told, *let_go(tx, done)]


def let_go(tx: Tx, done: Forgotten) -> list[Effect]:
    """The cards of orders that were open say how they ended, and their address goes from whoever saw to them."""
    return [effect for order in done.orders for effect in closed(tx, order)]


def _first() -> Keyboard:
    copy = Button("forgetting/copy", "mydata.give", once=False)
    on = Button("forgetting/on", "forgetting.ask")
    return ((copy,), (KEEP,), (on,))


ROUTES = (
    Command("forgetme", answer, shelf=Shelf.OURS, place=16, where=Where.PRIVATE, fades=True, outside=True),
    Press("forgetting.ask", ask, outside=True),
    Press("forgetting.keep", keep, outside=True),
    Press("forgetting.surely", surely, final=True, outside=True),
)
