"""Who writes to the moderators about a code is led to it: which order it was, and how it ends, never the whole."""

from rules.shop.reward import RewardKind
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.shopping import KEYRING, pay, put_up, tell
from tests.stage import Stage

WASH = replace(KEYRING, title="洗车券", kind=RewardKind.CODE, per_member=0)
GIVEN = ("XT-2026-0001", "XT-2026-0002", "XT-2026-0003", "XT-2026-0004", "XT-2026-0005", "XT-2026-0006", "Z7")


def bought(stage: Stage, times: int) -> None:
    """Lin redeems so many codes."""
    pay(stage, stage.lin, 1_000)
    for _ in range(times):
        tell(stage, stage.lin, "商城")
        stage.play()
        page = stage.last(stage.lin)
        for label in ("洗车券 · 80 分", "兑换 · 80 分", "确认兑换"):
            stage.press(stage.lin, page, label)
        stage.advance(60)


def seen(stage: Stage, person: Person) -> list[Message]:
    """What only that person sees in the staff group."""
    return [message for (reader, _), message in stage.staff.ephemeral.items() if reader == person.id]


def labels(message: Message) -> list[str]:
    """Its buttons."""
    return [button.text for row in message.buttons for button in row]


def written(stage: Stage) -> Message:
    """Lin has written to the moderators; the card in the staff group."""
    tell(stage, stage.lin, "/contact 兑换码说已经被用过了")
    stage.play()
    return stage.last(stage.staff)


def test_the_card_leads_to_the_orders_with_the_end_of_each_code_and_never_to_a_whole_one(stage: Stage) -> None:
    put_up(stage, WASH, stock=0, given=GIVEN)
    bought(stage, 2)
    card = written(stage)
    assert labels(card) == ["看 TA 换的码", "结束对话"]
    stage.press(stage.mo, card, "看 TA 换的码")
    shown = seen(stage, stage.mo)[-1]
    assert "林晓" in shown.text and shown.text.index("0002") < shown.text.index("0001")
    assert "XT-2026" not in shown.text and "/grant" in shown.text
    stage.press(stage.mo, shown, "#1 洗车券")
    assert "兑换 #1" in stage.last(stage.staff).text


def test_only_the_latest_are_shown_and_of_a_short_code_no_more_than_half(stage: Stage) -> None:
    put_up(stage, WASH, stock=0, given=GIVEN)
    bought(stage, 7)
    stage.press(stage.mo, written(stage), "看 TA 换的码")
    shown = seen(stage, stage.mo)[-1].text
    assert "尾号 7\n" in shown and "Z7" not in shown and "0002" not in shown and "更早还有 2 个" in shown


def test_who_was_given_none_has_no_such_button_and_a_reviewer_reads_nothing_there(stage: Stage) -> None:
    assert labels(written(stage)) == ["结束对话"]
    put_up(stage, WASH, stock=0, given=GIVEN)
    bought(stage, 1)
    before = len(seen(stage, stage.rui))
    assert "不在你的职责里" in stage.press(stage.rui, written(stage), "看 TA 换的码")
    assert len(seen(stage, stage.rui)) == before
