"""Two hundred people want the last piece."""

from actions.ledger import paying
from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from storage.shop import orders
from tests.shopping import pieces, put_up
from tests.stage import Stage

CROWD = 200


def welcome_in(stage: Stage, person: Person) -> None:
    """Somebody with a covenant agreed to and a hundred points."""
    occasion = stage.occasion()

    def work(tx: Tx) -> None:
        who = members.remember(tx, person.id, person.name, None, "zh", occasion.now)
        assert occasion.group
        members.found_in(tx, occasion.group, who.id, occasion.now)
        members.set_reachable(tx, who.id, True)
        members.agree(tx, who.id, occasion.programme.brand.covenant_version, occasion.now)
        paying.give(tx, who, "grant", "gift", occasion, points=100)

    stage.do(work)


def test_two_hundred_presses_at_once_for_the_last_piece_make_one_order(stage: Stage) -> None:
    crowd = [stage.world.person(f"车友{nth}") for nth in range(CROWD)]
    for person in crowd:
        welcome_in(stage, person)
        person.start("shop")
    keyring = put_up(stage)
    stage.play()
    for label in ("限量钥匙扣 · 80 分", "兑换 · 80 分", "确认兑换"):
        queries = [person.press(stage.messages(person)[0], label) for person in crowd]
        stage.play()
    answers = [stage.world.presses[query].answer for query in queries]
    assert sum("下单成功" in answer.text for answer in answers if answer) == 1
    assert sum("刚刚兑完" in answer.text for answer in answers if answer) == CROWD - 1
    assert pieces(stage, keyring) == (0, 1, 0)
    assert len(stage.do(lambda tx: orders.waiting(tx, 500))) == 1
    assert len(stage.said(stage.staff)) == 1
