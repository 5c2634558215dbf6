"""Checking in, as people do it."""

import json
from datetime import date

from actions.operations.audit import verify
from bot.delivery.letters import gathered
from bot.intake.intake import rows_of
from rules.daily.checkin import CheckIn
from rules.daily.shield import Shields
from rules.people import Purpose
from rules.periods import ONE_DAY
from sandbox.world.messages import Message
from storage import groups, members
from storage.daily import checkins, shields
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.post import inbox, outbox
from tests.databases import rows
from tests.stage import Stage

DAY_S = 86_400


def test_a_word_in_the_group_is_answered_by_a_reaction_alone(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "签到！")
    stage.play()
    assert word.reactions == {stage.world.bot.id: "🔥"}
    assert stage.said(stage.group) == []
    assert stage.member(stage.lin).contribution == 2


def where(stage: Stage) -> dict[tuple[int, str], int | None]:
    """The group of each check-in, by member and day."""
    found = rows(stage.connection, "SELECT member, day, chat_group FROM check_in")
    return {(member, day): group for member, day, group in found}


def test_a_check_in_keeps_the_group_it_was_made_in_and_in_private_or_at_the_desk_the_home(stage: Stage) -> None:
    lin, zhou, mo = (stage.member(person) for person in (stage.lin, stage.zhou, stage.mo))
    day, group = stage.occasion().day.isoformat(), stage.community()
    stage.lin.say(stage.group, "签到")
    stage.zhou.say(stage.world.private(stage.zhou), "签到")
    stage.mo.say(stage.staff, "签到")
    stage.play()
    assert where(stage) == {(lin.id, day): group.id, (zhou.id, day): group.id, (mo.id, day): group.id}
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok


def test_a_day_that_was_made_up_keeps_where_that_was(stage: Stage) -> None:
    lin, day, group = stage.member(stage.lin), stage.occasion().day, stage.community()
    for days in (0, 2):
        stage.clock.advance(days * DAY_S)
        stage.lin.say(stage.group, "签到")
        stage.play()
    stage.do(lambda tx: shields.put(tx, lin.id, Shields(1)))
    stage.lin.say(stage.group, "补签")
    stage.play()
    assert where(stage)[lin.id, (day + ONE_DAY).isoformat()] == group.id


def test_a_second_check_in_pays_nothing_and_is_told_to_that_person_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.lin.say(stage.group, "打卡")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    assert stage.said(stage.group) == []
    assert "连续 1 天，明天见" in whisper.text
    assert stage.member(stage.lin).contribution == 2


def test_a_newcomer_reads_the_covenant_first_and_one_press_is_enough(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    [whisper] = stage.whispers(stage.xin)
    assert "公约" in whisper.text
    assert "谢谢" in stage.press(stage.xin, whisper, "我同意")
    assert "欢迎" in whisper.text
    assert stage.member(stage.xin).contribution == 2


def test_talk_that_only_mentions_the_word_does_nothing(stage: Stage) -> None:
    stage.lin.say(stage.group, "今天签到了吗")
    stage.play()
    assert stage.said(stage.group) == []
    assert stage.member(stage.lin).contribution == 0


# The day's card ---------------------------------------------------------------------------------------------------------


def until_the_card(stage: Stage, hours: float = 22) -> Message:
    """Until seven in the morning; the card that stands then."""
    stage.advance(hours * 3600)
    return stage.last(stage.group)


def test_one_card_stands_each_morning_in_place_of_yesterdays(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    first = until_the_card(stage)
    assert "周二早上好 · 11月17日" in first.text and "昨天有 1 位车友签到" in first.text
    second = until_the_card(stage, 24)
    assert stage.messages(stage.group) == [second]
    assert "周三早上好" in second.text and "昨天" not in second.text


def test_a_card_too_old_to_delete_is_closed_instead(stage: Stage) -> None:
    first = until_the_card(stage)
    second = until_the_card(stage, 48)
    assert "这张卡过期啦" in first.text and first.buttons == ()
    assert stage.messages(stage.group) == [first, second]


def test_anyone_presses_the_card_as_often_as_they_like_and_it_counts_once_each(stage: Stage) -> None:
    card = until_the_card(stage)
    assert "第一次签到，+2 分" in stage.press(stage.lin, card, "签到")
    assert "第一次签到" in stage.press(stage.zhou, card, "签到")
    assert "明天见" in stage.press(stage.lin, card, "签到")
    assert stage.member(stage.lin).contribution == stage.member(stage.zhou).contribution == 2
    assert stage.messages(stage.group) == [card]


def test_a_newcomer_who_presses_is_shown_the_covenant_and_nothing_else_happens(stage: Stage) -> None:
    card = until_the_card(stage)
    stage.press(stage.xin, card, "签到")
    [whisper] = stage.whispers(stage.xin)
    assert "公约" in whisper.text and stage.member(stage.xin).contribution == 0


def test_the_card_goes_to_the_topic_for_check_ins(stage: Stage) -> None:
    stage.group.forum = True
    topic = stage.world.topic(stage.group, "签到")
    stage.play()
    group = stage.community().id
    stage.do(lambda tx: groups.bind_topic(tx, group, Purpose.CHECKINS, topic.id))
    assert until_the_card(stage).topic is topic


def test_a_milestone_reached_by_a_press_is_celebrated_in_the_group(stage: Stage) -> None:
    for _ in range(6):
        stage.lin.say(stage.group, "签到")
        stage.play()
        stage.advance(DAY_S)
    card = stage.last(stage.group)
    assert "另送 10 分" in stage.press(stage.lin, card, "签到")
    assert "连续签到 7 天" in stage.last(stage.group).text


# Days ------------------------------------------------------------------------------------------------------------------


def test_the_day_begins_at_four_in_the_morning(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.advance(19 * 3600 - 60)  # 03:59 on Tuesday
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 2
    stage.advance(60)  # 04:00
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 4


def test_a_group_in_another_time_zone_has_its_own_day(stage: Stage) -> None:
    stage.do(lambda tx: tx.run("UPDATE chat_group SET timezone = 'America/Los_Angeles'"))
    stage.lin.say(stage.group, "签到")  # Sunday, 17:00 there
    stage.play()
    stage.advance(11 * 3600)  # Monday, 04:00 there, 20:00 in Shanghai
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 4


def test_a_day_can_not_be_had_twice_by_changing_to_a_group_further_west(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.do(lambda tx: tx.run("UPDATE chat_group SET timezone = 'Pacific/Honolulu'"))
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 2


# Many at once ------------------------------------------------------------------------------------------------------------


def test_a_hundred_check_ins_at_once_pay_one_person_once(stage: Stage) -> None:
    for n in range(100):
        stage.lin.say(stage.group, ("签到", "打卡", "/checkin@kocbot")[n % 3])
    waiting = [json.loads(update.body) for update in stage.world.updates._queue]
    now = int(stage.clock.now())
    stage.do(lambda tx: inbox.put(tx, rows_of(waiting, now), now))
    stage.play()  # every update arrives once more, under the same id
    lin = stage.member(stage.lin).id
    assert stage.do(lambda tx: ledger.balance(tx, lin)).posted == 2
    assert len(stage.do(lambda tx: ledger.of_member(tx, lin, 200))) == 1
    assert stage.said(stage.group) == []


def test_the_rush_of_five_hundred_sends_no_message(stage: Stage) -> None:
    people = [stage.world.person(f"车友{n}") for n in range(500)]
    stage.world.updates.clear()

    def settle_in(tx: Tx) -> None:
        for person in people:
            member = members.remember(tx, person.id, person.name, None, "zh", 0)
            members.agree(tx, member.id, 1, 0)

    stage.do(settle_in)
    for person in people:
        person.join(stage.group)
    stage.play()
    words = [person.say(stage.group, "签到") for person in people]
    stage.play()
    assert all(word.reactions == {stage.world.bot.id: "🔥"} for word in words)
    assert stage.said(stage.group) == []
    group = stage.community().id
    assert stage.do(lambda tx: checkins.count_on(tx, date(2026, 11, 16), group)) == 500


def test_milestones_reached_together_may_be_told_in_one_message(stage: Stage) -> None:
    def almost(tx: Tx) -> None:
        for person in (stage.lin, stage.zhou, stage.he):
            member = members.by_telegram_id(tx, person.id)
            assert member
            checkins.add(tx, member.id, CheckIn(date(2026, 11, 15), streak=6), None)

    stage.do(almost)
    for person in (stage.lin, stage.zhou, stage.he):
        person.say(stage.group, "签到")
    stage._take_in()
    stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now())))
    letters = stage.do(lambda tx: outbox.queued(tx, 0, 100))
    assert {letter.gather for letter in letters} == {"checkin/weeks"}
    joined = json.loads(gathered(letters))["text"]
    assert [name in joined for name in ("林晓", "周舟", "何川")] == [True] * 3
    assert joined.startswith("<b>天天都在的这几位 👏</b>")


# The streak, and mending it ------------------------------------------------------------------------------------------------


def test_the_streak_is_told_to_the_one_who_asks_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.lin.say(stage.group, "签到情况")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    assert stage.said(stage.group) == []
    assert "连续 1 天" in whisper.text and "🟩" in whisper.text and "补签盾 0 枚（最多存 3 枚）" in whisper.text


def test_who_asks_before_checking_in_may_do_it_at_once(stage: Stage) -> None:
    stage.lin.say(stage.group, "/streak@kocbot")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    assert "还没签过到" in whisper.text
    assert "第一次签到" in stage.press(stage.lin, whisper, "签到")


def test_helping_earns_a_shield_that_mends_a_missed_day(stage: Stage) -> None:
    for _ in range(3):
        stage.lin.say(stage.group, "签到")
        stage.play()
        stage.advance(DAY_S)
    answer = stage.lin.say(stage.group, "保险丝盒在副驾手套箱后面")
    stage.play()
    for person in (stage.zhou, stage.he, stage.mo):
        person.say(stage.group, "谢谢", reply_to=answer)
    stage.play()
    stage.advance(DAY_S)
    stage.lin.say(stage.group, "签到")
    stage.play()
    whisper = stage.whispers(stage.lin)[-1]
    assert "昨天漏了一天" in whisper.text
    told = stage.press(stage.lin, whisper, "用一枚盾补签")
    assert "第一次派上用场：昨天补上了，又是连续 5 天" in told
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert "得了 1 枚补签盾" in stage.last(stage.lin).text


def test_making_up_without_a_shield_says_how_to_earn_one(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.advance(2 * DAY_S)
    stage.lin.say(stage.group, "补签")
    stage.play()
    assert "再被感谢或采纳 3 次" in stage.whispers(stage.lin)[-1].text


def test_with_nothing_missed_a_shield_is_kept(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: shields.put(tx, lin, Shields(1)))
    stage.lin.say(stage.group, "补签")
    stage.play()
    assert "没有漏签" in stage.whispers(stage.lin)[-1].text
    assert stage.do(lambda tx: shields.get(tx, lin)).have == 1
