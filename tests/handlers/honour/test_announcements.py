"""Announcements, as groups and staff live them."""

import pytest

from actions.ledger import paying
from rules.people import Part
from rules.programme.announcements import Announcements
from rules.programme.programme import Programme
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import groups, members
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.handlers.works.desk import published
from tests.stage import Stage, talked

HOUR_S = 3600
DAY_S = 86_400
TO_SUNDAY_20 = 6 * DAY_S + 11 * HOUR_S


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def pay(stage: Stage, person: Person, points: int) -> None:
    member, occasion = stage.member(person), stage.occasion()
    stage.do(lambda tx: paying.give(tx, member, "grant", f"{points}:{stage.clock.now()}", occasion, points=points))


def boards(stage: Stage) -> list[str]:
    return [plain(text) for text in stage.said(stage.group) if "榜单" in text]


def awards(stage: Stage) -> list[str]:
    return [plain(text) for text in stage.said(stage.group) if "本周最佳助攻" in text]


def candidate(stage: Stage) -> Message:
    """The card that was put before the staff."""
    return next(message for message in stage.messages(stage.staff) if "候选" in message.text)


# The weekly board -----------------------------------------------------------------------------------------------------


def test_on_sunday_at_eight_the_group_reads_the_week(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    pay(stage, stage.zhou, 20)
    stage.advance(TO_SUNDAY_20 - 1)
    assert boards(stage) == []
    stage.advance(1)
    [board] = boards(stage)
    assert "11-15 至 11-21" in board
    assert "🥇 林晓　30\n🥈 周舟　20" in board
    assert "还没过完" not in board
    stage.advance(HOUR_S)
    assert len(boards(stage)) == 1


def test_a_quiet_week_is_not_announced(stage: Stage) -> None:
    stage.advance(TO_SUNDAY_20)
    assert boards(stage) == []


def test_last_weeks_board_shows_the_announced_numbers_whatever_came_after(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(TO_SUNDAY_20)
    pay(stage, stage.zhou, 500)
    stage.lin.say(stage.group, "/top")
    stage.play()
    assert "🥇 周舟　500" in plain(stage.last(stage.group).text)
    stage.advance(DAY_S)
    stage.lin.say(stage.group, "/top last")
    stage.play()
    board = plain(stage.last(stage.group).text)
    assert "上周积分榜" in board
    assert "11-22 20:00 公布时的名次" in board
    assert "🥇 林晓　30" in board
    assert "周舟" not in board


def test_after_downtime_the_board_comes_late_with_the_right_weeks_numbers(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.world.advance(TO_SUNDAY_20 + DAY_S)
    pay(stage, stage.zhou, 99)
    stage.advance(1)
    [board] = boards(stage)
    assert "11-15 至 11-21" in board
    assert "🥇 林晓　30" in board
    assert "周舟" not in board


def test_board_and_award_speak_of_the_same_seven_days_and_sunday_counts_for_the_next() -> None:
    stage = trusting()
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    stage.advance(TO_SUNDAY_20 - 10 * HOUR_S - (stage.clock.now() - 1_794_790_800))
    help_people(stage, stage.zhou, folk)
    sunday(stage)
    [board], [award] = boards(stage), awards(stage)
    assert "11-15 至 11-21" in board and "11-15 至 11-21" in award
    assert "林晓" in board and "林晓" in award
    assert "周舟" not in board and "周舟" not in award
    sunday(stage, 1)
    assert "周舟" in boards(stage)[1] and "周舟" in awards(stage)[1]


def test_after_long_downtime_it_is_passed_over_and_staff_are_told(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(HOUR_S)
    stage.advance(TO_SUNDAY_20 + 3 * DAY_S)
    assert boards(stage) == []
    told = stage.said(stage.staff)
    assert any("周榜（星途车友会）原定 11-22 20:00" in text and "/post" in text for text in told)
    assert any("每日签到卡" in text and "/post" not in text for text in told)


def test_the_month_closes_on_the_first_of_the_next(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(14 * DAY_S + 20 * HOUR_S)
    pay(stage, stage.zhou, 99)
    stage.advance(DAY_S)
    [board] = [board for board in boards(stage) if "月度榜单" in board]
    assert "11-01 至 11-30" in board
    assert "周舟" not in board


# By hand --------------------------------------------------------------------------------------------------------------


def test_staff_look_at_a_preview_and_announce_it_by_button_and_the_schedule_does_not_repeat_it(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(5 * DAY_S)
    stage.mo.say(stage.world.private(stage.mo), "/post weekly")
    stage.play()
    assert boards(stage) == []
    preview = stage.last(stage.mo)
    assert "🥇 林晓　30" in plain(preview.text)
    assert "这一期还没过完" in preview.text
    stage.press(stage.mo, preview, "发布到“星途车友会”")
    assert len(boards(stage)) == 1
    assert "已在“星途车友会”公布" in preview.text
    stage.advance(2 * DAY_S)
    assert len(boards(stage)) == 1


def test_two_previews_announce_once(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    for person in (stage.mo, stage.owner):
        person.say(stage.world.private(person), "/post 周榜")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布到“星途车友会”")
    assert "不会重复" in stage.press(stage.owner, stage.last(stage.owner), "发布到“星途车友会”")
    assert len(boards(stage)) == 1


def test_without_a_word_staff_choose_by_button(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.mo.say(stage.world.private(stage.mo), "/post")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "周榜")
    assert "🥇 林晓　30" in plain(stage.last(stage.mo).text)


def test_members_can_not_announce(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.lin.say(stage.group, "/post weekly")
    stage.play()
    assert boards(stage) == []


def test_in_the_group_the_preview_is_seen_by_the_caller_alone(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.mo.say(stage.group, "/post weekly")
    stage.play()
    assert boards(stage) == []
    assert "一周榜单" in stage.whispers(stage.mo)[-1].text


# Newcomers ------------------------------------------------------------------------------------------------------------


def test_newcomers_are_welcomed_together_on_friday_once(stage: Stage) -> None:
    people = [stage.world.person(name) for name in ("小满", "老余", "匆匆")]
    for person in people:
        person.join(stage.group)
    stage.play()
    people[2].leave(stage.group)
    stage.play()
    stage.advance(4 * DAY_S + 10 * HOUR_S)
    [welcome] = [plain(text) for text in stage.said(stage.group) if "欢迎新来的车友" in text]
    assert "小满、老余" in welcome
    assert "匆匆" not in welcome
    stage.advance(7 * DAY_S)
    assert sum("欢迎新来的车友" in text for text in stage.said(stage.group)) == 1


# Challenges -----------------------------------------------------------------------------------------------------------


def test_open_challenges_are_listed_on_wednesday_at_noon_and_by_hand_once_a_week(stage: Stage) -> None:
    def lists() -> list[str]:
        return [text for text in stage.said(stage.group) if "正在进行的挑战" in text]

    published(stage)
    stage.mo.say(stage.world.private(stage.mo), "/post 挑战")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布到“星途车友会”")
    assert len(lists()) == 1
    stage.advance(2 * DAY_S + 3 * HOUR_S)
    assert len(lists()) == 1
    stage.mo.say(stage.world.private(stage.mo), "/post challenges")
    stage.play()
    assert "不会重复" in stage.last(stage.mo).text


# Best assist ----------------------------------------------------------------------------------------------------------


def help_people(stage: Stage, helper: Person, thankers: list[Person], words: str = "谢谢，讲得特别清楚") -> None:
    for thanker in thankers:
        answer = helper.say(stage.group, "先看胎压，再看轮毂")
        stage.play()
        thanker.say(stage.group, words, reply_to=answer)
        stage.play()
        stage.advance(60)


def crowd(stage: Stage, n: int) -> list[Person]:
    """People who have been here long enough for their thanks to count."""
    people = [stage.world.person(f"车友{k}") for k in range(n)]
    group, long_ago = stage.community(), int(stage.clock.now()) - 60 * DAY_S
    for person in people:
        person.join(stage.group)

        def settle(tx: Tx, person: Person = person) -> None:
            member = members.remember(tx, person.id, person.name, None, "zh", long_ago)
            members.agree(tx, member.id, 1, long_ago)
            talked(tx, group.id, member.id, 100, long_ago)

        stage.do(settle)
    return people


def trusting() -> Stage:
    return Stage(Programme(announcements=Announcements(confirm_best_assist=False)))


TO_SUNDAY_20_05 = TO_SUNDAY_20 + 300


def sunday(stage: Stage, week: int = 0) -> None:
    """Live until Sunday at 20:05 of that week."""
    due = 1_794_790_800 + TO_SUNDAY_20_05 + week * 7 * DAY_S
    stage.advance(due - stage.clock.now())


def test_who_was_thanked_by_most_people_is_awarded_with_their_words() -> None:
    stage = trusting()
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    help_people(stage, stage.zhou, folk[:3])
    before = stage.member(stage.lin).contribution
    sunday(stage)
    [award] = awards(stage)
    assert "本周最佳助攻：林晓" in award
    assert "有 4 位车友" in award
    assert "讲得特别清楚" in award
    assert "—— 车友0" in award
    assert stage.member(stage.lin).contribution == before + 30
    stage.evening()
    assert "最佳助攻是你" in stage.last(stage.lin).text


def test_three_different_people_are_needed() -> None:
    stage = trusting()
    folk = crowd(stage, 2)
    help_people(stage, stage.lin, [*folk, *folk])
    sunday(stage)
    assert awards(stage) == []


def test_nobody_wins_two_weeks_in_a_row_and_staff_never() -> None:
    stage = trusting()
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    sunday(stage)
    help_people(stage, stage.lin, folk)
    help_people(stage, stage.mo, folk)
    help_people(stage, stage.zhou, folk[:3])
    sunday(stage, 1)
    assert ["林晓" in award for award in awards(stage)] == [True, False]
    assert "周舟" in awards(stage)[1]


def test_a_moderator_confirms_before_it_is_announced(stage: Stage) -> None:
    folk = crowd(stage, 3)
    help_people(stage, stage.lin, folk)
    sunday(stage)
    assert awards(stage) == []
    card = candidate(stage)
    assert "本周最佳助攻候选" in card.text
    before = stage.member(stage.lin).contribution
    stage.press(stage.mo, card, "公布")
    assert len(awards(stage)) == 1
    assert "公布。" in card.text
    assert stage.member(stage.lin).contribution == before + 30


def test_a_moderator_may_pass_somebody_over_or_award_nobody(stage: Stage) -> None:
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    help_people(stage, stage.zhou, folk[:3])
    sunday(stage)
    card = candidate(stage)
    stage.press(stage.mo, card, "换下一位")
    assert "周舟" in card.text
    assert "还没有" in stage.press(stage.mo, card, "换下一位")
    stage.press(stage.mo, card, "本周不评")
    assert "不公布" in card.text
    stage.mo.say(stage.world.private(stage.mo), "/post assist")
    stage.play()
    assert "已决定不发布" in stage.last(stage.mo).text
    assert awards(stage) == []


def test_two_moderators_pay_once(stage: Stage) -> None:
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    help_people(stage, stage.zhou, folk[:3])
    sunday(stage)
    card = candidate(stage)
    stage.owner.say(stage.world.private(stage.owner), "/post assist")
    stage.play()
    second = stage.last(stage.owner)
    stage.press(stage.owner, second, "换下一位")
    stage.press(stage.mo, card, "公布")
    assert "不会重复" in stage.press(stage.owner, second, "公布")
    helpers = (stage.member(stage.lin).id, stage.member(stage.zhou).id)
    paid = [stage.do(lambda tx, m=m: ledger.of_member(tx, m, 50)) for m in helpers]
    assert [sum(entry.rule == "best_assist" for entry in entries) for entries in paid] == [1, 0]


def test_who_has_left_is_passed_over() -> None:
    stage = trusting()
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    help_people(stage, stage.zhou, folk[:3])
    stage.lin.leave(stage.group)
    stage.play()
    sunday(stage)
    assert "周舟" in awards(stage)[0]


def test_every_community_has_its_own_week(stage: Stage) -> None:
    other = stage.world.group("城市分会", people=[stage.owner, stage.he], bot="administrator")
    stage.do(
        lambda tx: groups.activate(
            tx, other.id, other.title, Part.COMMUNITY, "Asia/Shanghai", "zh", int(stage.clock.now())
        )
    )
    pay(stage, stage.lin, 30)
    stage.he.say(other, "签到")
    stage.play()
    stage.advance(TO_SUNDAY_20)
    assert "🥇 林晓　30" in boards(stage)[0]
    assert "🥇 何川　2" in plain(stage.said(other)[-1])


# The list of jobs -----------------------------------------------------------------------------------------------------


def test_staff_read_when_each_post_is_due_and_how_the_last_one_went(stage: Stage) -> None:
    pay(stage, stage.lin, 30)
    stage.advance(TO_SUNDAY_20)
    stage.mo.say(stage.world.private(stage.mo), "/jobs")
    stage.play()
    told = stage.last(stage.mo).text
    assert "周榜 · 星途车友会\n下次 11-29 20:00　上次 11-22 20:00 已发布" in told
    assert "赛季榜 · 星途车友会\n下次 01-01 10:30" in told


@pytest.mark.parametrize("words", ["/jobs", "/post"])
def test_members_do_not_get_at_the_schedule(stage: Stage, words: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert "工作人员" in stage.last(stage.lin).text
