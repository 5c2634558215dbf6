"""Anonymous criticism: taken in without a trace, passed on shuffled, followed up by a code alone."""

import re

import pytest

from sandbox.world.people import Person
from storage.fairness import feedbacks
from tests.databases import rows
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def ask(stage: Stage, person: Person, kind: str = "遇到问题") -> None:
    person.say(stage.world.private(person), "/feedback")
    stage.play()
    stage.press(person, stage.last(person), "匿名写")
    stage.press(person, stage.last(person), kind)


def code_in(text: str) -> str:
    found = re.search(r"(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}", text)
    assert found, text
    return found[0]


def seal(stage: Stage, person: Person, words: str) -> str:
    """Write anonymously; the code."""
    ask(stage, person)
    person.say(stage.world.private(person), words)
    stage.play()
    return code_in(stage.said(person)[-1])


def release(stage: Stage) -> None:
    """Until the next eight o'clock in the evening."""
    moment = stage.occasion().moment
    evening = moment.replace(hour=20, minute=0, second=0)
    stage.advance((evening - moment).total_seconds() % 86_400 or 86_400)


def look(stage: Stage, person: Person, code: str) -> str:
    person.say(stage.world.private(person), f"/feedback {code}")
    stage.play()
    return stage.said(person)[-1]


def test_it_reaches_the_team_with_the_next_batch_and_its_author_reads_answers_by_the_code(stage: Stage) -> None:
    code = seal(stage, stage.lin, "售后排期太久，没人说明")
    assert not any("售后" in text for text in stage.said(stage.staff))
    assert "还没转交" in look(stage, stage.lin, code)
    release(stage)
    card = stage.last(stage.staff)
    assert "匿名" in card.text
    assert "售后排期太久" in card.text
    assert "林晓" not in card.text
    before = stage.said(stage.lin)
    stage.mo.say(stage.staff, "下周起写明等几天", reply_to=card)
    stage.play()
    assert stage.said(stage.lin) == before
    assert "下周起写明等几天" in look(stage, stage.lin, code.lower())


@pytest.mark.parametrize("said", ["{}", " {} "])
def test_a_code_alone_is_looked_up_without_its_command_and_leaves_no_trace(stage: Stage, said: str) -> None:
    code = seal(stage, stage.lin, "售后排期太久，没人说明")
    before = rows(stage.connection, "SELECT count(*) FROM outbox")
    stage.lin.say(stage.world.private(stage.lin), said.format(code.lower()))
    stage.play()
    assert "还没转交" in stage.said(stage.lin)[-1]
    assert rows(stage.connection, "SELECT count(*) FROM outbox") == before


def test_what_looks_like_a_code_while_something_else_is_asked_answers_that(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/contact")
    stage.play()
    stage.lin.say(stage.world.private(stage.lin), "K7QF-2M9X-4TRD-HB8N")
    stage.play()
    assert "K7QF-2M9X-4TRD-HB8N" in stage.last(stage.staff).text


def test_more_can_be_said_and_goes_with_the_next_batch(stage: Stage) -> None:
    code = seal(stage, stage.lin, "售后排期太久")
    release(stage)
    look(stage, stage.lin, code)
    stage.press(stage.lin, stage.last(stage.lin), "补充一句")
    stage.lin.say(stage.world.private(stage.lin), "我等了三周")
    stage.play()
    release(stage)
    assert any("我等了三周" in text for text in stage.said(stage.staff))
    assert "我等了三周" in look(stage, stage.lin, code)


def test_an_answer_to_the_question_is_known_after_a_restart(stage: Stage) -> None:
    ask(stage, stage.lin)
    asked = stage.last(stage.lin)
    stage.restart(stage.programme)
    stage.lin.say(stage.world.private(stage.lin), "座椅会响", reply_to=asked)
    stage.play()
    assert code_in(stage.said(stage.lin)[-1])


def test_an_album_comes_whole(stage: Stage) -> None:
    ask(stage, stage.lin)
    stage.lin.album(stage.world.private(stage.lin), [b"one", b"two", b"three"], caption="三处掉漆")
    stage.play()
    assert code_in(stage.said(stage.lin)[-1])
    release(stage)
    shown = [message for message in stage.messages(stage.staff) if message.media]
    assert len(shown) == 3
    assert len({one.album for one in shown}) == 1
    assert "三处掉漆" in stage.said(stage.staff)[-4]


def test_its_author_may_be_named_once_it_is_adopted(stage: Stage) -> None:
    code = seal(stage, stage.lin, "充电口盖冬天打不开")
    release(stage)
    stage.press(stage.mo, stage.last(stage.staff), "采纳")
    stage.mo.say(stage.world.private(stage.mo), "充电口盖加热")
    stage.play()
    stage.sends(stage.mo)
    assert any("一位车友" in text and "充电口盖加热" in text for text in stage.said(stage.group))
    look(stage, stage.lin, code)
    stage.press(stage.lin, stage.last(stage.lin), "可以写我的名字")
    assert "收不回来" in stage.last(stage.lin).text and not any("林晓" in text for text in stage.said(stage.group))
    stage.press(stage.lin, stage.last(stage.lin), "写上我的名字")
    assert any("林晓" in text and "充电口盖加热" in text for text in stage.said(stage.group))
    assert stage.do(lambda tx: feedbacks.adopted_of(tx, 4)) == 1


def test_what_is_too_long_or_of_another_kind_is_said_and_can_be_sent_again(stage: Stage) -> None:
    ask(stage, stage.lin)
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "长" * 2_001)
    stage.play()
    assert "有 2001 个字，最多 2000 个" in stage.said(stage.lin)[-1]
    stage.lin.send(private, voice=b"voice")
    stage.play()
    stage.lin.say(private, "座椅会响")
    stage.play()
    assert code_in(stage.said(stage.lin)[-1])


def test_a_word_or_two_are_carried_by_the_question_for_a_line_more(stage: Stage) -> None:
    ask(stage, stage.lin)
    private = stage.world.private(stage.lin)
    for words in ("。。", "哦"):
        stage.lin.say(private, words)
        stage.play()
        assert "再补一句" in stage.last(stage.lin).text
    assert "“。。\n哦”" in stage.last(stage.lin).text
    stage.restart(stage.programme)
    stage.lin.say(private, "座椅会响", reply_to=stage.last(stage.lin))
    stage.play()
    assert code_in(stage.said(stage.lin)[-1])
    release(stage)
    assert "。。\n哦\n座椅会响" in stage.last(stage.staff).text
    for number in range(4):
        seal(stage, stage.lin, f"第 {number} 件事")
        stage.advance(60)


def test_a_wrong_code_and_a_stranger_are_told_so(stage: Stage) -> None:
    assert "凭证" in look(stage, stage.lin, "ABCD-EFGH-JKLM-NPQR")
    stranger = stage.world.person("路过")
    stranger.start()
    stage.play()
    stranger.say(stage.world.private(stranger), "/feedback")
    stage.play()
    assert "打个招呼" in stage.said(stranger)[-1]


def test_so_many_a_day(stage: Stage) -> None:
    for number in range(5):
        seal(stage, stage.lin, f"第 {number} 件事")
        stage.advance(60)
    ask(stage, stage.lin)
    stage.lin.say(stage.world.private(stage.lin), "第六件")
    stage.play()
    assert "5 条" in stage.said(stage.lin)[-1]


def test_an_edit_of_it_changes_nothing_and_is_kept_nowhere(stage: Stage) -> None:
    ask(stage, stage.lin)
    written = stage.lin.say(stage.world.private(stage.lin), "座椅会响")
    stage.play()
    stage.lin.edit(written, "座椅会响，是我林晓")
    stage.play()
    release(stage)
    assert "是我林晓" not in stage.said(stage.staff)[-1]


def test_a_reply_to_whatever_was_said_of_a_code_goes_on_with_its_ticket_and_leaves_no_trace(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    code = seal(stage, stage.lin, "售后排期太久")
    stage.lin.say(private, "补一句：城东店", reply_to=stage.last(stage.lin))
    stage.play()
    assert "补充收下了" in stage.last(stage.lin).text
    release(stage)
    card = next(one for one in stage.messages(stage.staff) if "匿名" in one.text)
    stage.mo.say(stage.staff, "是哪一天？", reply_to=card)
    stage.play()
    look(stage, stage.lin, code)
    stage.lin.say(private, "上周六", reply_to=stage.last(stage.lin))
    stage.play()
    assert not any("上周六" in text for text in stage.said(stage.staff))
    assert not rows(
        stage.connection, "SELECT body FROM inbox WHERE body LIKE '%上周六%' OR sender = :id", id=stage.lin.id
    )
    release(stage)
    assert any("上周六" in text and "林晓" not in text for text in stage.said(stage.staff))


def test_what_is_said_before_the_kind_is_chosen_is_kept_nowhere(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/feedback")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "匿名写")
    choice = stage.last(stage.lin)
    stage.lin.say(private, "售后排期太久")
    stage.play()
    assert "刚才写的没收" in stage.last(stage.lin).text
    assert not rows(stage.connection, "SELECT 1 AS found FROM button WHERE data LIKE '%售后%'")
    stage.press(stage.lin, choice, "遇到问题")
    stage.lin.say(private, "售后排期太久")
    stage.play()
    assert "凭证" in stage.last(stage.lin).text


@pytest.mark.parametrize(
    "code", ["ABCD-EFGH-IJKL", "凭证 7K3M-9QXW", "ABCD-EFGH-JKLM-NPQ", "7K3M9QXWAB", "code: abcd-efgh"]
)
def test_a_code_that_was_copied_by_half_says_so(stage: Stage, code: str) -> None:
    assert "没抄全" in look(stage, stage.lin, code)


@pytest.mark.parametrize("words", ["充电口盖冬天打不开", "the app is slow", "iPhone 15 闪退", "abcdefgh"])
def test_what_is_criticism_is_taken_for_no_code(stage: Stage, words: str) -> None:
    assert "刚才写的还没收" in look(stage, stage.lin, words)


def test_a_code_is_found_with_its_name_before_it(stage: Stage) -> None:
    code = seal(stage, stage.lin, "售后排期太久")
    assert "还没转交" in look(stage, stage.lin, f"凭证：{code}")
    assert "还没转交" in look(stage, stage.lin, code.translate({at: at + 0xFEE0 for at in range(0x21, 0x7F)}))
