"""What the covenant has stopped goes on by itself once it is agreed to: once, at the moment at which it was said."""

from actions.operations.audit import verify
from bot.upkeep.housekeeping import sweep
from rules.programme.programme import Programme
from rules.programme.thanks import Thanks
from rules.values import replace
from sandbox.world.messages import Message
from storage.daily import checkins
from tests.databases import rows
from tests.handlers.offers.eventing import announced, register, standing
from tests.handlers.works.desk import published
from tests.handlers.works.quizzing import published as quiz
from tests.stage import Stage

HOUR_S = 3600


def points(stage: Stage) -> int:
    return stage.member(stage.xin).contribution


def agreed(stage: Stage, button: Message | None = None) -> str:
    """Xin presses the button that they were shown."""
    return stage.press(stage.xin, button or stage.whispers(stage.xin)[-1], "我同意")


def clean(stage: Stage) -> None:
    found = stage.do(lambda tx: verify(tx, stage.programme))
    assert found.ok, found


def stopped(stage: Stage) -> int:
    return len(rows(stage.connection, "SELECT id FROM inbox WHERE state = 'stopped'"))


def test_one_who_agrees_to_a_newer_version_is_no_newcomer_and_all_that_was_stopped_goes_on(stage: Stage) -> None:
    quiz(stage)
    announced(stage, "名额：10")
    stage.restart(replace(stage.programme, brand=replace(stage.programme.brand, covenant_version=2)))
    for payload, label in (("quiz-1", "开始答题"), ("event-1", "报名")):
        stage.lin.start(payload)
        stage.play()
        stage.press(stage.lin, stage.last(stage.lin), label)
    asked = next(one for one in reversed(stage.messages(stage.lin)) if one.buttons and "公约更新" in one.text)
    stage.press(stage.lin, asked, "我同意")
    assert standing(stage, stage.lin) == "seated"
    assert any("第 1 题，共 3 题" in text for text in stage.said(stage.lin))
    assert asked.text == "谢谢 \u2068林晓\u2069，接着用就好。"


def test_who_never_started_comes_from_the_events_button_back_to_the_event(stage: Stage) -> None:
    announced(stage, "名额：10")
    register(stage, stage.xin)
    stage.press(stage.xin, stage.whispers(stage.xin)[-1], "我同意")
    [[way]] = stage.whispers(stage.xin)[-1].buttons
    assert way.url == "https://t.me/kocbot?start=event-1"
    stage.xin.start("event-1")
    stage.play()
    stage.press(stage.xin, stage.last(stage.xin), "报名")
    assert standing(stage, stage.xin) == "seated"


def test_the_check_in_that_was_stopped_counts_once_the_covenant_is_agreed_to(stage: Stage) -> None:
    word = stage.xin.say(stage.group, "签到")
    stage.play()
    assert (points(stage), word.reactions) == (0, {})
    assert "这就给你办" in agreed(stage)
    assert points(stage) == 2
    assert word.reactions == {stage.world.bot.id: "🔥"}
    assert stopped(stage) == 0
    clean(stage)


def test_it_counts_for_the_day_on_which_it_was_said_and_is_told_so(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    stage.advance(23 * HOUR_S)
    agreed(stage)
    xin = stage.member(stage.xin).id
    [made] = [one for member, one in stage.do(lambda tx: list(checkins.everything(tx))) if member == xin]
    assert made.day.isoformat() == "2026-11-16"
    stage.xin.say(stage.group, "签到")
    stage.play()
    assert points(stage) == 4, "the day on which they agreed is still theirs"
    clean(stage)


def test_what_is_said_often_counts_once(stage: Stage) -> None:
    for _ in range(3):
        stage.xin.say(stage.group, "签到")
    stage.play()
    agreed(stage)
    assert points(stage) == 2
    clean(stage)


def test_a_message_that_goes_on_is_counted_as_written_once(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    agreed(stage)
    clean(stage)
    [row] = rows(stage.connection, f"SELECT messages FROM membership WHERE member = {stage.member(stage.xin).id}")
    assert row.messages == 1


def test_after_a_day_it_is_too_late_and_that_is_said(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    button = stage.whispers(stage.xin)[-1]
    stage.advance(25 * HOUR_S)
    assert "接不上" in agreed(stage, button)
    assert points(stage) == 0
    clean(stage)


def test_the_press_on_the_morning_card_goes_on_and_is_told_to_the_presser(stage: Stage) -> None:
    stage.advance(24 * HOUR_S)
    card = next(message for message in stage.messages(stage.group) if message.buttons)
    stage.press(stage.xin, card, "签到")
    agreed(stage)
    assert points(stage) == 2
    assert any("第一次签到" in message.text for message in stage.whispers(stage.xin))
    clean(stage)


def test_thanks_that_were_stopped_give_their_points() -> None:
    stage = Stage(Programme(thanks=Thanks(probation_days=0, probation_messages=0)))
    help_ = stage.zhou.say(stage.group, "胎压在“车辆”页里重置")
    stage.play()
    stage.xin.say(stage.group, "谢谢，管用！", reply_to=help_)
    stage.play()
    assert stage.member(stage.zhou).contribution == 0
    agreed(stage)
    assert stage.member(stage.zhou).contribution == 4
    clean(stage)


def test_work_that_was_stopped_is_handed_in(stage: Stage) -> None:
    published(stage)
    stage.xin.send(stage.group, photo=b"work", caption="#挑战1 剪了三遍")
    stage.play()
    agreed(stage)
    assert len(rows(stage.connection, f"SELECT id FROM submission WHERE member = {stage.member(stage.xin).id}")) == 1
    clean(stage)


def test_what_can_not_be_done_after_all_is_said(stage: Stage) -> None:
    stage.xin.say(stage.group, "#挑战9 剪了三遍")
    stage.play()
    before = len(stage.whispers(stage.xin))
    agreed(stage)
    assert len(stage.whispers(stage.xin)) > before
    clean(stage)


def test_what_never_goes_on_is_forgotten_after_a_day(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    now = int(stage.clock.now()) + 25 * HOUR_S
    stage.do(lambda tx: sweep(tx, now))
    assert rows(stage.connection, "SELECT id FROM inbox WHERE body IS NOT NULL") == []


def test_the_same_act_held_in_two_places_is_one_and_is_answered_where_they_agreed(stage: Stage) -> None:
    word = stage.xin.say(stage.group, "签到")
    stage.play()
    own = stage.world.private(stage.xin)
    stage.advance(60)
    stage.xin.say(own, "签到啦")
    stage.play()
    before = len(stage.said(stage.xin))
    stage.press(stage.xin, stage.last(stage.xin), "我同意")
    told = "\n".join(stage.said(stage.xin)[before:])
    assert "第一次签到" in told and "+2" in told and "签过" not in told
    assert (points(stage), word.reactions) == (2, {})
    stage.xin.say(own, "/why")
    stage.play()
    assert "重复" not in stage.said(stage.xin)[-1] and "今天签过" not in stage.said(stage.xin)[-1]
    [at] = rows(stage.connection, "SELECT at FROM transfer WHERE rule = 'checkin'")
    assert at.at == word.date
    clean(stage)


def test_a_press_and_the_word_for_it_are_the_same_act(stage: Stage) -> None:
    stage.advance(24 * HOUR_S)
    card = next(message for message in stage.messages(stage.group) if message.buttons)
    stage.press(stage.xin, card, "签到")
    stage.xin.say(stage.group, "签到")
    stage.play()
    agreed(stage)
    assert points(stage) == 2
    assert not any("签过" in text.text for text in stage.whispers(stage.xin))
    clean(stage)


def test_what_was_said_on_two_days_is_two_acts(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    stage.advance(20 * HOUR_S)
    stage.xin.say(stage.group, "签到")
    stage.play()
    agreed(stage)
    assert points(stage) == 4
    clean(stage)
