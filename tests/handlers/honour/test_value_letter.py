"""On the first evening of a month everybody who was there reads what their month was to others, once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from actions.honour import value_letter
from rules.programme.programme import Programme
from rules.programme.value_letters import Little, ValueLetters
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.undoing import newest, undo
from tests.stage import Stage

SHANGHAI, ANGELES = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/Los_Angeles")


def until(stage: Stage, month: int, hour: int, minute: int = 1) -> None:
    """Let time pass until the first of that month, on Shanghai's clocks."""
    now = datetime.fromtimestamp(stage.clock.now(), UTC).astimezone(SHANGHAI)
    then = now.replace(month=month, day=1, hour=hour, minute=minute, second=0)
    stage.advance((then if then > now else then.replace(year=now.year + 1)).timestamp() - now.timestamp())


def month_passes(stage: Stage) -> None:
    """Letters are written and told; the next month has begun."""
    until(stage, 12, 19)
    stage.evening()


def told(stage: Stage, person: Person) -> list[str]:
    return [text for text in stage.said(person) if "月的信到了" in text]


def helped(stage: Stage) -> None:
    """Zhou's answer settles a question of Lin's, who says thanks for it."""
    solved(stage, stage.lin, stage.zhou)
    stage.lin.say(stage.group, "谢谢，讲得特别清楚", reply_to=stage.zhou.say(stage.group, "再补一张接线图"))
    stage.play()


def asked(stage: Stage) -> Message:
    """The staff's card of those for whom the brand may write."""
    [card] = [message for message in stage.messages(stage.staff) if "11月的信快寄出了" in message.text]
    return card


def opened(stage: Stage, person: Person) -> str:
    """The letter, opened from the evening's message."""
    stage.press(person, stage.last(person), "读信")
    return stage.last(person).text


def test_a_month_is_told_by_names_with_links_and_by_what_was_said(stage: Stage) -> None:
    helped(stage)
    month_passes(stage)
    [note] = told(stage, stage.zhou)
    assert "你帮到了" in note and "林晓" in note
    letter = opened(stage, stage.zhou)
    assert "你11月的信" in letter and "你帮到了 1 位车友" in letter and "说：“讲得特别清楚”" in letter
    assert "帮 \u2068林晓\u2069 解决了" in letter and letter.count("林晓") == 3
    assert [entity for entity in stage.last(stage.zhou).entities if entity.type == "text_link"]


def test_each_month_is_told_once_whatever_restarts(stage: Stage) -> None:
    helped(stage)
    month_passes(stage)
    stage.do(lambda tx: tx.run("DELETE FROM job_run WHERE job IN ('value_letter', 'digest')"))
    stage.restart(stage.programme)
    stage.advance(60)
    stage.evening()
    assert len(told(stage, stage.zhou)) == 1


def test_clocks_that_go_back_on_the_first_of_a_month_bring_no_second_letter(stage: Stage) -> None:
    """In 2037 November begins with the Sunday on which America's clocks go back."""
    stage.do(lambda tx: tx.run("UPDATE chat_group SET timezone = 'America/Los_Angeles'"))
    stage.world.advance(datetime(2037, 10, 20, 12, tzinfo=ANGELES).timestamp() - stage.clock.now())
    stage.tick()
    helped(stage)
    stage.advance(datetime(2037, 10, 31, 22, tzinfo=ANGELES).timestamp() - stage.clock.now())
    assert not told(stage, stage.zhou)
    for _ in range(30):
        stage.advance(3_600)
    assert datetime.fromtimestamp(stage.clock.now(), ANGELES).hour == 3
    assert len(told(stage, stage.zhou)) == 1


def test_a_group_that_moves_west_after_its_evening_has_no_second_one(stage: Stage) -> None:
    helped(stage)
    month_passes(stage)
    assert len(told(stage, stage.zhou)) == 1
    stage.owner.say(stage.group, "/setup America/Los_Angeles")
    stage.play()
    for _ in range(30):
        stage.advance(3_600)
    assert len(told(stage, stage.zhou)) == 1


def test_parts_go_on_where_a_crash_left_them(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    helped(stage)
    stage.he.say(stage.group, "签到")
    stage.play()
    monkeypatch.setattr(value_letter, "AT_A_TIME", 1)
    until(stage, 12, 18, 59)
    stage.world.advance(120)
    assert stage.do(lambda tx: stage.schedule.tick(tx, int(stage.clock.now()))).more
    stage.restart(stage.programme)
    stage.advance(1)
    stage.evening()
    assert [len(told(stage, person)) for person in (stage.lin, stage.zhou, stage.he)] == [1, 1, 1]


def test_what_was_taken_back_by_the_evening_is_not_told(stage: Stage) -> None:
    said = stage.zhou.say(stage.group, "一条经验")
    stage.play()
    stage.lin.say(stage.group, "谢谢，讲得特别清楚", reply_to=said)
    stage.play()
    until(stage, 12, 19)
    undo(stage, newest(stage, stage.zhou, "thanks").id)
    stage.evening()
    [note] = told(stage, stage.zhou)
    assert "林晓" not in note
    assert "帮到" not in opened(stage, stage.zhou)


def test_who_did_little_reads_of_a_question_that_waits(stage: Stage) -> None:
    stage.he.say(stage.group, "签到")
    stage.lin.say(stage.group, "#提问 冬天续航掉多少算正常？")
    stage.play()
    month_passes(stage)
    letter = opened(stage, stage.he)
    assert "签到过一次" in letter and "冬天续航掉多少算正常" in letter


def test_a_brand_may_write_to_those_alone_who_have_something_to_read() -> None:
    stage = Stage(Programme(value_letter=ValueLetters(little=Little.NONE)))
    stage.he.say(stage.group, "签到")
    helped(stage)
    month_passes(stage)
    assert not told(stage, stage.he) and told(stage, stage.zhou)
    stage.he.say(stage.world.private(stage.he), "/letter")
    stage.play()
    assert "还没有月信" in stage.last(stage.he).text


def test_nobody_who_was_not_there_is_written_to(stage: Stage) -> None:
    month_passes(stage)
    assert not told(stage, stage.zhou)


def test_the_brand_writes_a_sentence_before_the_letters_go_and_not_afterwards(stage: Stage) -> None:
    helped(stage)
    until(stage, 12, 10)
    card = asked(stage)
    assert "周舟" in card.text and "帮到 1 位车友" in card.text
    stage.press(stage.owner, card, "写给 周舟")
    assert "11月里，1 位车友因为你少走了弯路" in stage.last(stage.owner).text
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "好")
    stage.play()
    stage.owner.say(private, "你的那张图，我们售后也存了一份。")
    stage.play()
    assert "最前面" in stage.last(stage.owner).text
    until(stage, 12, 19)
    stage.evening()
    assert "“你的那张图，我们售后也存了一份。”\n" in opened(stage, stage.zhou)
    assert "已经写好寄出" in stage.press(stage.owner, card, "写给 周舟") + stage.last(stage.owner).text


def test_nobody_writes_into_their_own_letter(stage: Stage) -> None:
    solved(stage, stage.lin, stage.owner)
    until(stage, 12, 10)
    stage.press(stage.owner, asked(stage), "写给 品牌主理人")
    stage.owner.say(stage.world.private(stage.owner), "我真是太棒了")
    stage.play()
    month_passes(stage)
    assert "太棒了" not in opened(stage, stage.owner)


def test_earlier_letters_are_turned_to(stage: Stage) -> None:
    helped(stage)
    month_passes(stage)
    stage.zhou.say(stage.group, "签到")
    stage.play()
    until(stage, 1, 19)
    stage.evening()
    stage.zhou.say(stage.world.private(stage.zhou), "月信")
    stage.play()
    assert "你12月的信" in stage.last(stage.zhou).text
    stage.press(stage.zhou, stage.last(stage.zhou), "‹ 上一封")
    assert "你11月的信" in stage.last(stage.zhou).text


def test_on_the_first_of_a_month_the_next_letter_is_that_of_the_same_evening(stage: Stage) -> None:
    helped(stage)
    until(stage, 12, 9)
    for person, day in ((stage.lin, "下一次写信是今天晚上"), (stage.xin, "下一次写信是1月1日晚上")):
        person.start()
        person.say(stage.world.private(person), "/letter")
        stage.play()
        assert day in stage.last(person).text
