"""Finding what has been answered, as people do it."""

import pytest

from rules.people import Part
from rules.programme.programme import Programme
from rules.programme.questions import Questions
from rules.values import replace
from storage import groups
from tests.handlers.daily.asking import REPLY, accept, answer, ask, points, solved, told
from tests.stage import Stage


@pytest.mark.parametrize("words", ["钥匙", "配对", "蓝牙 配对", "蓝牙钥匙", "钥"])
def test_two_characters_are_enough_to_find_an_accepted_answer(stage: Stage, words: str) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.he.say(stage.group, f"/find {words}")
    stage.play()
    assert "找到 1 条" in told(stage, stage.he)
    assert REPLY in told(stage, stage.he)


def test_english_words_are_found_whatever_their_case(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou, "OTA 升级失败", "连 WiFi 再试")
    for words in ("ota", "wifi", "ＯＴＡ"):
        stage.he.say(stage.group, f"/find {words}")
        stage.play()
        assert "找到 1 条" in told(stage, stage.he)


def test_what_was_never_answered_is_not_found(stage: Stage) -> None:
    answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.he.say(stage.group, "/find 钥匙")
    stage.play()
    assert "还没人聊出“钥匙”的答案" in told(stage, stage.he)


@pytest.mark.parametrize("words", ["/find Q1", "/find 问题 1", "Q1", "ｑ１", "#Q1"])
def test_a_question_is_found_by_its_number(stage: Stage, words: str) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.he.say(stage.world.private(stage.he), words)
    stage.play()
    assert REPLY in stage.last(stage.he).text


def test_a_number_that_waits_says_where_and_one_that_is_none_that_nothing_is_found(stage: Stage) -> None:
    ask(stage, stage.lin)
    for words in ("/find Q1", "Q1"):
        stage.he.say(stage.world.private(stage.he), words)
        stage.play()
        assert "Q1 还在等答案" in stage.last(stage.he).text
    for words in ("/find Q9", "Q9"):
        stage.he.say(stage.world.private(stage.he), words)
        stage.play()
        assert "还没人聊出“Q9”的答案" in stage.last(stage.he).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM sought")) == 0, (
        "a number is no topic that lacks an answer"
    )


def test_without_a_word_there_is_an_example(stage: Stage) -> None:
    stage.he.say(stage.group, "/find")
    stage.play()
    assert "/find 续航" in told(stage, stage.he)


def test_what_is_taken_back_is_found_no_more(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.lin.say(stage.group, "/unaccept 1")
    stage.he.say(stage.group, "/find 钥匙")
    stage.play()
    assert "还没人聊出" in told(stage, stage.he)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM knowledge_gram")) == 0


def test_pages_turn_in_place_and_nobody_else_sees_them(stage: Stage) -> None:
    for n, subject in enumerate(("雨刮", "轮胎", "音响", "座椅", "大灯", "空调", "天窗")):
        solved(stage, (stage.lin, stage.he, stage.mo)[n % 3], stage.zhou, f"{subject}坏了", "去服务站检查")
    before = len(stage.said(stage.group))
    stage.xin.say(stage.group, "/find 服务站")
    stage.play()
    [page] = stage.whispers(stage.xin)
    assert "找到 7 条（第 1/2 页）" in page.text
    stage.press(stage.xin, page, "下一页 ›")
    assert "第 2/2 页" in page.text
    assert len(stage.said(stage.group)) == before


def test_in_private_the_answer_has_a_link(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    stage.he.say(stage.world.private(stage.he), "/find 钥匙")
    stage.play()
    assert f"/{reply.id}" in str(stage.last(stage.he).entities)


def test_what_was_answered_in_the_core_group_is_found_by_those_who_are_there(stage: Stage) -> None:
    core = stage.world.group("核心群", people=[stage.lin, stage.zhou], bot="administrator")
    stage.do(lambda tx: groups.activate(tx, core.id, core.title, Part.CORE, "Asia/Shanghai", "zh", 0))
    question = stage.lin.say(core, "/ask 内测版本怎么装")
    stage.play()
    reply = stage.zhou.say(core, "找我要安装包", reply_to=question)
    stage.play()
    for person, seen in ((stage.zhou, "Q1 还在等答案"), (stage.he, "还没人聊出")):
        person.say(stage.world.private(person), "Q1")
        stage.play()
        assert seen in stage.last(person).text
    stage.lin.say(core, "采纳", reply_to=reply)
    stage.play()
    assert points(stage, stage.zhou) == 15
    for person in (stage.zhou, stage.he):
        person.say(stage.group, "/find 内测")
    stage.play()
    assert "找到 1 条" in told(stage, stage.zhou)
    assert "还没人聊出" in told(stage, stage.he)
    stage.he.say(stage.world.private(stage.he), "Q1")
    stage.play()
    assert "还没人聊出" in stage.last(stage.he).text, "nor by its number"


def test_a_question_like_a_solved_one_is_answered_with_it_at_once(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    ask(stage, stage.he, "请问大家，蓝牙钥匙连不上了")
    said = stage.last(stage.group)
    assert "以前有人问过差不多的" in said.text
    assert REPLY in said.text
    assert f"/{reply.id}" in str(said.entities)
    assert "提问的人" in stage.press(stage.zhou, said, "👌 就是它，解决了")
    assert "关上了" in stage.press(stage.he, said, "👌 就是它，解决了")
    assert "已经找到答案" in said.text
    assert points(stage, stage.he) == 0


def test_if_it_is_not_the_same_the_question_goes_on_as_any_other(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    question = ask(stage, stage.he, "蓝牙钥匙连不上了")
    said = stage.last(stage.group)
    assert "继续等大家" in stage.press(stage.he, said, "不是一回事")
    assert "记下了，Q2。懂的车友" in said.text
    accept(stage, stage.he, answer(stage, stage.zhou, question, "那可能是电池"))
    assert points(stage, stage.he) == 3


def test_another_question_is_not_taken_for_the_same(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    ask(stage, stage.he, "蓝牙钥匙怎么分享给家人")
    assert "之前有人问过" not in stage.last(stage.group).text


def test_words_with_quotes_percent_signs_and_markup_are_only_words(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou, "<b>蓝牙</b> 100% 'OR 1=1", "<a href='x'>点我</a>")
    stage.he.say(stage.group, "/find 蓝牙 ' OR %")
    stage.play()
    assert "<b>蓝牙</b> 100%" in told(stage, stage.he)


def test_a_question_in_other_words_finds_the_solved_one(stage: Stage) -> None:
    question = ask(stage, stage.lin, "冬天早上零下五度，满电续航显示只剩 380，这正常吗？")
    accept(stage, stage.lin, answer(stage, stage.zhou, question, "零下都会打折，预热一下电池会好很多"))
    stage.he.say(stage.world.private(stage.he), "/find 冬天续航掉多少算正常？")
    stage.play()
    assert "满电续航显示只剩 380" in stage.last(stage.he).text


def test_a_question_put_by_hashtag_is_shown_what_was_answered_in_other_words(stage: Stage) -> None:
    solved(
        stage,
        stage.lin,
        stage.zhou,
        "冬天早上零下五度，满电续航显示只剩 380，这正常吗？",
        "零下五度掉三成是正常的，先预热",
    )
    stage.he.say(stage.group, "#提问 冬天续航掉多少算正常？")
    stage.play()
    said = stage.last(stage.group)
    assert "以前有人问过差不多的" in said.text and "先预热" in said.text
    assert "就是它，解决了" in " ".join(button.text for row in said.buttons for button in row)


WINTER = ("冬天续航掉多少正常？", "零下十度掉三成左右，开座椅加热比空调省电")


@pytest.mark.parametrize(
    "said",
    [
        "冬天续航掉多少算正常？",
        "请问冬季续航会掉多少",
        "冬季续航里程掉多少",
        "冬天续航",
        "开座椅加热是不是比空调省电？",
    ],
)
def test_what_was_answered_is_found_by_whoever_asks_it_in_private_without_a_command(stage: Stage, said: str) -> None:
    solved(stage, stage.lin, stage.zhou, *WINTER)
    stage.he.say(stage.world.private(stage.he), said)
    stage.play()
    assert "掉三成左右" in stage.last(stage.he).text


@pytest.mark.parametrize("said", ["今天吃什么", "冬天好冷啊", "续航", "车太多了开不动", "正常吗？"])
def test_other_words_in_private_are_taken_for_no_question_that_was_answered(stage: Stage, said: str) -> None:
    solved(stage, stage.lin, stage.zhou, *WINTER)
    stage.he.say(stage.world.private(stage.he), said)
    stage.play()
    assert "掉三成左右" not in stage.last(stage.he).text


@pytest.mark.parametrize("words", ["冬季", "冬日续航", "ＷＩＮＴＥＲ tire"])
def test_what_people_call_in_several_ways_is_found_by_each(stage: Stage, words: str) -> None:
    solved(stage, stage.lin, stage.zhou, *WINTER)
    solved(stage, stage.he, stage.zhou, "which winter tyre fits", "the 19 inch one")
    stage.he.say(stage.group, f"/find {words}")
    stage.play()
    assert "找到 1 条" in told(stage, stage.he)


def test_the_brand_s_own_words_for_a_thing_are_found_by_each_other() -> None:
    stage = Stage(
        replace(Programme(), questions=replace(Questions(), synonyms=(("小星助手", "小星"), ("OTA", "升级"))))
    )
    solved(stage, stage.lin, stage.zhou, "小星助手叫不醒", "重启车机")
    solved(stage, stage.he, stage.zhou, "OTA 卡住了", "连 WiFi 再试")
    for words in ("小星 叫不醒", "升级卡住"):
        stage.he.say(stage.group, f"/find {words}")
        stage.play()
        assert "找到 1 条" in told(stage, stage.he)
