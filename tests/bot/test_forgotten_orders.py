"""Who is forgotten while an order of theirs is open leaves no address with whoever saw to it, nor a card that waits."""

from pathlib import Path

from actions.operations.forgetting import forget_anyway
from bot.letters.compose import Composer
from bot.start.app import identity_of
from bot.upkeep.forgetting import catch_up
from handlers.operations.forgetting import followed
from rules.operations.forgetting import Forgetting, mark_of
from sandbox.world.messages import Message
from storage.engine.tx import Tx
from storage.operations.forgettings import everybody
from storage.post import outbox
from tests.shopping import redeemed, tell
from tests.stage import Stage

ADDRESS = "林晓 13800001111 上海市徐汇区星途路 1 号"


def in_hand(stage: Stage) -> tuple[Message, Message]:
    """Lin's order is in Mo's hands, who was told the address: the card of the desk, and Mo's note."""
    redeemed(stage)
    card = stage.last(stage.staff)
    tell(stage, stage.lin, ADDRESS)
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    stage.press(stage.mo, card, "我来处理")
    note = stage.last(stage.mo)
    assert ADDRESS in note.text and "准备中" in card.text
    return card, note


def forgotten(stage: Stage) -> Forgetting:
    """`kocbot forget ID --anyway`, and the bot is started."""
    lin, occasion, composer = stage.member(stage.lin), stage.occasion(), Composer(identity_of(stage.programme, ""))

    def work(tx: Tx) -> Forgetting:
        effects = followed(tx, forget_anyway(tx, lin, occasion, "chance"), stage.lin.id)
        outbox.put(tx, composer.posts(tx, effects, occasion.now), occasion.now)
        [known] = everybody(tx)
        return known

    known: Forgetting = stage.do(work)
    stage.play()
    return known


def test_the_address_goes_and_the_card_says_how_the_order_ended(stage: Stage) -> None:
    card, note = in_hand(stage)
    forgotten(stage)
    assert ADDRESS not in note.text and "13800001111" not in "".join(stage.said(stage.mo))
    assert ("已取消" in card.text, "林晓" in card.text, card.buttons) == (True, False, ())


def test_who_is_forgotten_again_by_the_list_leaves_none_either(stage: Stage, tmp_path: Path) -> None:
    card, note = in_hand(stage)
    salt, lin = "0123456789abcdef", stage.member(stage.lin)
    mark = mark_of(lin.telegram_id, salt)
    (tmp_path / "forgotten.txt").write_text(f"{Forgetting(lin.id, stage.occasion().now, mark).line}\n")
    now, identity = stage.occasion().now, identity_of(stage.programme, "")
    assert stage.do(lambda tx: catch_up(tx, tmp_path / "forgotten.txt", identity, now)) == 1
    stage.play()
    assert (ADDRESS in note.text, "已取消" in card.text) == (False, True)
