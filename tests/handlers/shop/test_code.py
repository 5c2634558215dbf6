"""Codes count when what was read of them has been seen and taken in; what nobody has can be listed and withdrawn."""

import pytest

from actions.operations import audit
from actions.shop import redemption
from rules.shop.reward import Reward, RewardKind
from rules.values import replace
from sandbox.world.messages import Message
from storage.shop import codes, rewards
from tests.databases import change, rows
from tests.shopping import KEYRING, act, pay, put_up, tell
from tests.stage import Stage

WASH = replace(KEYRING, title="洗车券", kind=RewardKind.CODE, per_member=0)
DAY_S = 86_400


def sent(stage: Stage, text: str, reward: int = 1) -> Message:
    """The operator sends codes for that reward; what is answered."""
    tell(stage, stage.owner, f"/codes {reward}")
    stage.play()
    tell(stage, stage.owner, text)
    stage.play()
    return stage.last(stage.owner)


def stock(stage: Stage) -> int:
    """What is in stock, and the books agree with it."""
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems
    reward: Reward = stage.do(lambda tx: rewards.get(tx, 1))  # type: ignore[assignment]
    assert reward.stock == stage.do(lambda tx: codes.free(tx, 1))
    return reward.stock


def test_what_was_read_is_shown_and_counts_once_it_is_taken_in(stage: Stage) -> None:
    put_up(stage, WASH, given=("XT-0",))
    shown = sent(stage, "优惠码\tn\nXT-0\t1\nXT-1\t1\nXT-2\t1\nXT-2\t1")
    for words in ("导入 2 个", "XT-0", "XT-2", "1 个之前就在库里", "1 个重复", "表头 1 行"):
        assert words in shown.text
    assert stock(stage) == 1
    stage.owner.press(shown, "入库 2 个")
    stage.owner.press(shown, "入库 2 个")
    stage.play()
    assert stock(stage) == 3
    assert "入库 2 个，现在有 3 个可用" in shown.text


def test_a_sentence_is_never_a_code_without_being_looked_at(stage: Stage) -> None:
    put_up(stage, WASH, given=())
    shown = sent(stage, "稍后我把码发过来")
    assert "不太像兑换码，比如“稍后我把码发过来”" in shown.text
    assert stock(stage) == 0
    stage.press(stage.owner, shown, "不对，不要了")
    assert "没有入库" in shown.text
    assert (stock(stage), rows(stage.connection, "SELECT count(*) FROM code")[0][0]) == (0, 0)


def test_only_the_latest_of_two_previews_can_be_taken_in(stage: Stage) -> None:
    put_up(stage, WASH, given=())
    first = sent(stage, "XT-1\nXT-2")
    second = sent(stage, "XT-2\nXT-3")
    assert "已经处理过了" in stage.press(stage.owner, first, "入库 2 个")
    stage.press(stage.owner, second, "入库 2 个")
    assert stock(stage) == 2


def test_a_code_that_another_reward_has_is_sold_by_that_one_alone(stage: Stage) -> None:
    shown = put_up(stage, WASH, given=("XT-0", "XT-1"))
    act(stage, redemption.redeem, pay(stage, stage.lin, 100), redemption.Wish(1, 0, shown.version, 80))
    put_up(stage, replace(WASH, title="停车券"), given=("XT-9",))
    read = sent(stage, "XT-0\nXT-1\nXT-2\nXT-9", reward=2)
    assert "2 个别的礼品已经有了" in read.text
    meanwhile = sent(stage, "XT-2\nXT-3")
    stage.press(stage.owner, meanwhile, "入库 2 个")
    stage.press(stage.owner, read, "入库 1 个")
    assert "入库 0 个，现在有 1 个可用" in read.text
    assert rows(stage.connection, "SELECT code FROM code WHERE reward = 2") == [("XT-9",)]


def test_where_nothing_is_left_it_is_said_why_and_others_can_be_sent_at_once(stage: Stage) -> None:
    put_up(stage, WASH, given=("XT-0",))
    assert "1 个被表格软件改坏了，比如“1.23457E+15”" in sent(stage, "XT-0\n1.23457E+15").text
    tell(stage, stage.owner, "XT-1")
    stage.play()
    assert "导入 1 个" in stage.last(stage.owner).text


@pytest.mark.parametrize(
    ("name", "size", "why"),
    [
        ("码.xlsx", 900, "“码.xlsx”是工作簿，我打不开：另存为 CSV"),
        ("码.PNG", 900, "不是文本表格"),
        ("码.csv", 10_000_000, "太大了，最多 200 KB"),
        ("码.csv", 0, "是空的"),
        ("码.csv", 900, "我没读出来"),
    ],
)
@pytest.mark.parametrize("begun", ["/codes 1", "/grants 周末到场"])
def test_a_file_that_is_no_table_is_refused_with_what_to_do(
    stage: Stage, name: str, size: int, why: str, begun: str
) -> None:
    put_up(stage, WASH, given=())
    private = stage.world.private(stage.owner)
    stage.owner.send(private, document=b"x" * size, name=name, caption=begun)
    stage.play()
    assert why in stage.last(stage.owner).text
    tell(stage, stage.owner, begun)
    stage.play()
    stage.owner.send(private, document=b"x" * size, name=name)
    stage.play()
    assert why in stage.last(stage.owner).text


def test_what_nobody_takes_in_is_forgotten(stage: Stage) -> None:
    put_up(stage, WASH, given=())
    sent(stage, "XT-1")
    stage.clock.advance(2 * DAY_S)
    [purge] = codes.PURGE
    stage.do(lambda tx: purge.forget(tx, int(stage.clock.now()) - purge.kept_s))
    assert rows(stage.connection, "SELECT count(*) FROM code")[0][0] == 0


def test_unused_codes_are_listed_and_one_or_all_are_withdrawn_but_none_that_somebody_has(stage: Stage) -> None:
    shown = put_up(stage, WASH, given=tuple(f"XT-{n:02}" for n in range(13)))
    act(stage, redemption.redeem, pay(stage, stage.lin, 100), redemption.Wish(1, 0, shown.version, 80))
    tell(stage, stage.owner, "/codes 1")
    stage.play()
    listing = stage.last(stage.owner)
    stage.press(stage.owner, listing, "还没用的兑换码")
    assert "12 个" in listing.text
    assert "XT-00" not in str([button.text for row in listing.buttons for button in row]), "that one is Lin's"
    stage.press(stage.owner, listing, "XT-04")
    stage.press(stage.owner, stage.last(stage.owner), "先留着")
    stage.press(stage.owner, listing, "XT-03")
    asked = stage.last(stage.owner)
    assert "撤下兑换码 XT-03" in asked.text
    stage.press(stage.owner, asked, "确认撤下")
    assert "撤下 1 个兑换码，还有 11 个可用" in asked.text
    stage.press(stage.owner, listing, "XT-03")
    assert "没有可以撤下的" in stage.press(stage.owner, stage.last(stage.owner), "确认撤下")
    stage.press(stage.owner, listing, "全部撤下")
    stage.press(stage.owner, stage.last(stage.owner), "确认撤下")
    assert stock(stage) == 0
    assert rows(stage.connection, "SELECT code FROM code") == [("XT-00",)]


def test_a_batch_taken_in_by_mistake_is_withdrawn_alone(stage: Stage) -> None:
    put_up(stage, WASH, given=("XT-0",))
    shown = sent(stage, "YY-1\nYY-2")
    stage.press(stage.owner, shown, "入库 2 个")
    stage.press(stage.owner, shown, "撤下这一批")
    stage.press(stage.owner, stage.last(stage.owner), "确认撤下")
    assert stock(stage) == 1


def test_codes_are_not_for_members_nor_moderators(stage: Stage) -> None:
    put_up(stage, WASH, given=())
    for person in (stage.lin, stage.mo):
        tell(stage, person, "/codes 1")
        stage.play()
        assert "兑换码发给我" not in stage.last(person).text


def test_codes_that_come_with_the_command_are_read_as_well(stage: Stage) -> None:
    put_up(stage, WASH, given=())
    tell(stage, stage.owner, "/codes 1\nXT-1\nXT-2")
    stage.play()
    assert "导入 2 个" in stage.last(stage.owner).text
    tell(stage, stage.owner, "/closereward 1,000")
    stage.play()
    assert "没有 1,000 号礼品" in stage.last(stage.owner).text


@pytest.mark.parametrize(("kind", "called"), [(RewardKind.GOODS, "实物"), (RewardKind.PRIVILEGE, "权益")])
def test_what_is_no_reward_of_codes_takes_none_in(stage: Stage, kind: RewardKind, called: str) -> None:
    put_up(stage, replace(KEYRING, kind=kind), stock=3)
    for words in ("/codes 1", "/codes 1\nXT-1\nXT-2"):
        tell(stage, stage.owner, words)
        stage.play()
        answer = stage.last(stage.owner)
        assert f"#1 是{called}，没有兑换码；补货用 /editreward 1，写“库存：…”" in answer.text
        assert not answer.buttons
    assert rows(stage.connection, "SELECT stock FROM reward")[0][0] == 3
    assert rows(stage.connection, "SELECT count(*) FROM code_batch")[0][0] == 0


def test_codes_on_what_hands_out_none_are_a_fault_of_the_books(stage: Stage) -> None:
    put_up(stage, WASH, given=("XT-1",))
    assert stock(stage) == 1
    change(stage.connection, "UPDATE reward SET kind = 'goods'")
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert [(one.what, one.which, one.respect, one.expected, one.found) for one in report.problems] == [
        ("reward", "1", "codes", "0", "1")
    ]


@pytest.mark.parametrize("command", ["codes", "editreward", "closereward"])
def test_a_command_without_the_number_of_a_reward_asks_for_it(stage: Stage, command: str) -> None:
    for words in ("", " 钥匙扣"):
        tell(stage, stage.owner, f"/{command}{words}")
        stage.play()
        assert f"写上编号就行，例如 /{command} 3" in stage.last(stage.owner).text
