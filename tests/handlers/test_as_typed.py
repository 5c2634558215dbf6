"""What people type in other ways than the handbook says: understood, or nothing happens; never half of it."""

import pytest

from rules.shop.reward import RewardKind, Terms
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.works.desk import published
from tests.shopping import put_up, redeemed, tell
from tests.stage import Stage


@pytest.mark.parametrize(
    "words",
    [
        "【提问】车窗升不上去怎么办",
        "[Question] 车窗升不上去怎么办",
        "求助：车窗升不上去怎么办",
        "#求助 车窗升不上去怎么办",
        "＃请教车窗升不上去怎么办",
        "请教: 车窗升不上去怎么办",
    ],
)
def test_a_question_is_taken_in_brackets_and_by_its_other_names(stage: Stage, words: str) -> None:
    stage.lin.say(stage.group, words)
    stage.play()
    assert [row.text for row in rows(stage.connection, "SELECT text FROM question")] == ["车窗升不上去怎么办"]


@pytest.mark.parametrize("words", ["【二手】出一套脚垫", "[图片]", "【提问】", "『通知』周六洗车", "#求职 找工作"])
def test_other_brackets_are_ordinary_talk(stage: Stage, words: str) -> None:
    stage.lin.say(stage.group, words)
    stage.play()
    assert rows(stage.connection, "SELECT text FROM question") == []


@pytest.mark.parametrize(
    "words",
    ["……", "？？？", "👌", "。", "!!", "—", "🙏🙏", "我先看看", "看看再说。", "让我想想", "收到收到", "等一下再看"],
)
def test_what_says_no_word_is_no_reason(stage: Stage, words: str) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    stage.press(stage.mo, card, "退回")
    tell(stage, stage.mo, words)
    stage.play()
    assert "为什么退回" in stage.last(stage.mo).text
    assert "准备中" in card.text


@pytest.mark.parametrize("words", ["算了不弄了", "先不退了", "等一下再说", "晚点再弄", "先不回了吧"])
def test_whoever_thinks_better_of_it_gives_no_reason(stage: Stage, words: str) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    stage.press(stage.mo, card, "退回")
    tell(stage, stage.mo, words)
    stage.play()
    assert "准备中" in card.text and "退回" not in stage.last(stage.lin).text


@pytest.mark.parametrize("words", ["？", "谢谢", "等等", "👌", "。。。"])
def test_an_address_that_was_written_is_not_lost_by_what_adds_nothing(stage: Stage, words: str) -> None:
    redeemed(stage)
    for said in ("上海市徐汇区漕溪路 1 号", words, "林晓 13800138000", "对的"):
        tell(stage, stage.lin, said)
        stage.play()
    assert "漕溪路 1 号 林晓 13800138000" in stage.last(stage.lin).text
    assert rows(stage.connection, "SELECT 1 FROM dialogue") == []


@pytest.mark.parametrize(
    ("words", "taken", "reason"),
    [
        ("3 到 4 重复", 2, "重复"),
        ("3至5 重复", 3, "重复"),
        ("3. 重复", 1, "重复"),
        ("3 到现在才发现", 1, "到现在才发现"),
        ("3 2 个都错", 1, "2 个都错"),
    ],
)
def test_entries_are_read_to_where_the_reason_begins(stage: Stage, words: str, taken: int, reason: str) -> None:
    for n in range(6):
        stage.owner.say(stage.staff, f"/grant @lin {n + 1} 第 {n} 次")
        stage.play()
    tell(stage, stage.owner, f"/undo {words}")
    stage.play()
    assert f"准备撤回 {taken} 笔（{reason}）" in stage.last(stage.owner).text


@pytest.mark.parametrize(
    ("words", "thanked"),
    [
        ("谢谢谢谢谢", True),
        ("谢谢谢！", True),
        ("谢谢，请问多少钱", False),
        ("谢谢你的提问，我也想知道", False),
        ("谢谢，我也遇到了", False),
        ("谢谢，我也会注意的", True),
    ],
)
def test_a_thank_is_one_by_what_follows(stage: Stage, words: str, thanked: bool) -> None:
    answer = stage.zhou.say(stage.group, "先把蓝牙关了再开，重新配对一次就能连上")
    stage.play()
    stage.lin.say(stage.group, words, reply_to=answer)
    stage.play()
    assert (points(stage, stage.zhou) > 0) is thanked


@pytest.mark.parametrize("words", ["好的", "嗯", "？？", "👌", "收到"])
def test_a_mere_yes_is_no_work(stage: Stage, words: str) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    asked = stage.last(stage.lin).text
    tell(stage, stage.lin, words)
    stage.play()
    assert stage.last(stage.lin).text == asked
    tell(stage, stage.lin, "我剪的片子")
    stage.play()
    assert "我剪的片子" in stage.last(stage.lin).text


@pytest.mark.parametrize("pasted", ["AB-1；AB-2；AB-3", "AB-1,AB-2\nAB-3,AB-4"])
def test_codes_that_stand_beside_others_are_not_left_out_in_silence(stage: Stage, pasted: str) -> None:
    made = put_up(stage, Terms("咖啡券", "entry", RewardKind.CODE, 30), 0)
    tell(stage, stage.owner, f"/codes {made.id}\n{pasted}")
    stage.play()
    assert "别的列不要，比如“AB-2”" in stage.last(stage.owner).text


def test_the_example_of_a_reason_is_one_for_what_is_asked(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/grant @lin 5 帮忙")
    stage.play()
    for words, example in (("/undo 1", "/undo … 重复加分"), ("/grant @lin 5", "/grant … 夜里帮新车友拖车")):
        tell(stage, stage.owner, words)
        stage.play()
        assert stage.last(stage.owner).text.endswith(example)
