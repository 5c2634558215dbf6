"""A shop with something in it, for stories about redeeming."""

from collections.abc import Callable
from typing import Any, TypeVar

from actions.ledger import paying
from actions.shop import code, reward
from rules.ledger.ledger import Balance
from rules.people import Member
from rules.shop.code import CodesRead
from rules.shop.reward import Reward, RewardKind, Terms
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.ledger import ledger
from storage.shop import rewards
from tests.stage import Stage

T = TypeVar("T")
KEYRING = Terms("限量钥匙扣", "entry", RewardKind.GOODS, 80)


def act(stage: Stage, action: Callable[..., T], *given: Any, **named: Any) -> T:
    """An action of now, in a transaction of its own."""
    occasion = stage.occasion()
    return stage.do(lambda tx: action(tx, *given, occasion, **named))


def put_up(stage: Stage, terms: Terms = KEYRING, stock: int = 1, given: tuple[str, ...] = ()) -> Reward:
    """A reward on the shelf, with codes if there are any."""
    owner = stage.member(stage.owner)
    made = act(stage, reward.make, terms, stock, owner)
    if given:
        batch = act(stage, code.show, made.id, CodesRead(given), owner).batch
        act(stage, code.take_in, made.id, batch, owner)
    return stage.do(lambda tx: reward.get(tx, made.id))


def pay(stage: Stage, person: Person, points: int) -> Member:
    """Points from a grant."""
    act(stage, paying.give, stage.member(person), "grant", f"gift{points}", points=points)
    return stage.member(person)


def balance(stage: Stage, who: Member) -> Balance:
    """The member's points."""
    return stage.do(lambda tx: ledger.balance(tx, who.id))


def pieces(stage: Stage, shown: Reward) -> tuple[int, int, int]:
    """To be had, in open orders, handed out."""
    found = stage.do(lambda tx: rewards.get(tx, shown.id))
    assert found
    return found.stock, found.held, found.sold


def tell(stage: Stage, person: Person, text: str) -> None:
    """Say something to the bot in private."""
    person.say(stage.world.private(person), text)


def redeemed(stage: Stage) -> Message:
    """Lin redeems a key ring; the message that is her receipt."""
    pay(stage, stage.lin, 100)
    put_up(stage)
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    for label in ("限量钥匙扣 · 80 分", "兑换 · 80 分", "确认兑换"):
        stage.press(stage.lin, page, label)
    return page
