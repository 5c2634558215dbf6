"""Several orders are taken in hand and sent together: looked at first, all or none, and each member hears of it once."""

from actions.shop import order as orders
from rules.shop.order import OrderState
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.shopping import act, pay, put_up, tell
from tests.stage import Stage

ADDRESS = "林晓 13800001111 上海市徐汇区星途路 1 号"


def redeems(stage: Stage, person: Person) -> None:
    """One key ring, with an address."""
    pay(stage, person, 100)
    tell(stage, person, "商城")
    stage.play()
    page = stage.last(person)
    for label in ("限量钥匙扣 · 80 分", "兑换 · 80 分", "确认兑换"):
        stage.press(person, page, label)
    tell(stage, person, ADDRESS)
    stage.play()


def three(stage: Stage) -> Message:
    """Orders of Lin, Zhou and Mo; what the desk lists."""
    put_up(stage, stock=3)
    for person in (stage.lin, stage.zhou, stage.mo):
        redeems(stage, person)
    return desk(stage)


def desk(stage: Stage) -> Message:
    stage.mo.say(stage.staff, "/orderdesk")
    stage.play()
    return stage.last(stage.staff)


def taken(stage: Stage) -> Message:
    """Mo sees to the others' orders, and wants to send them together."""
    listed = three(stage)
    stage.press(stage.mo, listed, "没人接的都归我")
    stage.press(stage.mo, listed, "一起寄出（贴单号）")
    return stage.last(stage.mo)


def pasted(stage: Stage, text: str) -> Message:
    tell(stage, stage.mo, text)
    stage.play()
    return stage.last(stage.mo)


def state(stage: Stage, number: int) -> OrderState:
    return stage.do(lambda tx: orders.card(tx, number)).state


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def test_all_that_nobody_has_in_hand_are_taken_but_ones_own(stage: Stage) -> None:
    listed = three(stage)
    assert "2 单归你了" in stage.press(stage.mo, listed, "没人接的都归我")
    assert [state(stage, number) for number in (1, 2, 3)] == [
        OrderState.PREPARING,
        OrderState.PREPARING,
        OrderState.PENDING,
    ]
    assert sum(ADDRESS in text for text in stage.said(stage.mo)) >= 2, "each address came in private"
    assert "没人接的都归我" not in labels(listed), "one is left, which has a button of its own"


def test_a_list_is_looked_at_and_sent_by_one_press(stage: Stage) -> None:
    asked = taken(stage)
    assert "#1" in asked.text and "#2" in asked.text and "#3" not in asked.text
    looked = pasted(stage, "#1 SF100200\n2\tSF100201")
    assert "林晓：SF100200" in looked.text.replace("\u2068", "").replace("\u2069", "")
    assert state(stage, 1) is OrderState.PREPARING, "nothing before the press"
    stage.press(stage.mo, looked, "寄出这 2 单")
    assert [state(stage, number) for number in (1, 2)] == [OrderState.SENT, OrderState.SENT]
    assert "SF100200" in stage.last(stage.lin).text and "SF100201" not in "".join(stage.said(stage.lin))
    assert "SF100201" in stage.last(stage.zhou).text
    assert ADDRESS not in "".join(stage.said(stage.mo)[-4:])
    assert "能寄的" not in pasted(stage, "1 SF3").text, "it is not asked any more"


def test_lines_that_can_not_be_meant_send_nothing_and_are_named(stage: Stage) -> None:
    taken(stage)
    looked = pasted(stage, "1 SF1\nSF2 2\n3 SF3\n99 SF4\n2 SF5\n2 SF6")
    assert "寄出这 1 单" in labels(looked)
    for said in (
        "第 2 行“SF2 2”",
        "第 3 行“3 SF3”：还没人接",
        "第 4 行“99 SF4”：没有这个订单",
        "第 5 行“2 SF5”：这一单写了不止一次",
    ):
        assert said in looked.text
    assert "这次没写的：#2" in looked.text
    stage.press(stage.mo, looked, "寄出这 1 单")
    assert state(stage, 2) is OrderState.PREPARING


def test_anothers_order_is_not_sent_by_a_list(stage: Stage) -> None:
    taken(stage)
    act(stage, orders.let_go, 2, stage.member(stage.mo))
    act(stage, orders.claim, 2, stage.member(stage.owner))
    looked = pasted(stage, "2 SF2")
    assert "在别人手上" in looked.text and labels(looked) == ["先不弄了"]


def test_the_newest_list_counts_and_what_moved_meanwhile_stops_all_of_it(stage: Stage) -> None:
    taken(stage)
    older = pasted(stage, "1 SF1\n2 SF2")
    newer = pasted(stage, "1 SF2\n2 SF1")
    stage.press(stage.mo, older, "寄出这 2 单")
    assert state(stage, 1) is OrderState.PREPARING
    mo, now = stage.member(stage.mo), stage.occasion()
    stage.do(lambda tx: orders.fulfil(tx, 2, mo, "别的", now))
    stage.press(stage.mo, newer, "寄出这 2 单")
    assert state(stage, 1) is OrderState.PREPARING, "all of it, or nothing"


def test_an_older_list_stays_overtaken_once_the_newest_was_sent_or_begun_anew(stage: Stage) -> None:
    listed = three(stage)
    stage.press(stage.mo, listed, "没人接的都归我")
    stage.press(stage.mo, listed, "一起寄出（贴单号）")
    older = pasted(stage, "2 SF1")
    newer = pasted(stage, "1 SF2")
    stage.press(stage.mo, newer, "寄出这 1 单")
    assert "再贴一次" in stage.press(stage.mo, older, "寄出这 1 单")
    stage.press(stage.mo, listed, "一起寄出（贴单号）")
    assert "再贴一次" in stage.press(stage.mo, older, "寄出这 1 单")
    assert [state(stage, number) for number in (1, 2)] == [OrderState.SENT, OrderState.PREPARING]


def test_one_number_for_two_people_is_pointed_out(stage: Stage) -> None:
    taken(stage)
    assert pasted(stage, "1 SF100200\n2 ＳＦ１００２００").text.count("和别人的单号一样") == 2
    assert "和别人的单号一样" not in pasted(stage, "1 放门卫了\n2 放门卫了").text


def test_nothing_is_sent_by_whoever_thinks_better_of_it(stage: Stage) -> None:
    taken(stage)
    looked = pasted(stage, "1 SF1")
    stage.press(stage.mo, looked, "先不弄了")
    pasted(stage, "2 SF2")
    assert [state(stage, number) for number in (1, 2)] == [OrderState.PREPARING, OrderState.PREPARING]


def test_a_button_that_was_passed_on_sends_nothing_for_a_member(stage: Stage) -> None:
    taken(stage)
    looked = pasted(stage, "1 SF1")
    tell(stage, stage.owner, "/dismiss @mo 版主")
    stage.play()
    stage.press(stage.mo, looked, "寄出这 1 单")
    assert state(stage, 1) is not OrderState.SENT
