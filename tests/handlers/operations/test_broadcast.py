"""Announcements: looked at first, then sent to every community group once, now or later."""

from rules.people import Role
from storage import members
from storage.operations import broadcasts
from tests.stage import Stage

TEXT = "周六上午 10 点，滨江停车场集合 <试驾>"


def drafted(stage: Stage) -> None:
    """The owner has written an announcement and sees the preview."""
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "/broadcast")
    stage.play()
    stage.owner.say(private, TEXT)
    stage.play()


def announced(stage: Stage) -> int:
    return sum("集合" in text for text in stage.said(stage.group))


def test_nothing_is_sent_before_the_preview_is_confirmed_and_then_once(stage: Stage) -> None:
    drafted(stage)
    preview = stage.last(stage.owner)
    assert "预览，还没有发出" in preview.text
    assert "会发到：\u2068星途车友会\u2069" in preview.text
    assert stage.said(stage.owner)[-2] == f"📣 星途汽车公告\n\n{TEXT}"
    assert announced(stage) == 0
    first = stage.owner.press(preview, "现在发")
    stage.owner.press(preview, "现在发")
    stage.play()
    assert announced(stage) == 1
    assert TEXT in stage.last(stage.group).text
    assert "已发到 1 个群" in preview.text
    assert stage.world.presses[first].answer is not None
    assert stage.said(stage.staff) == []


def test_two_open_previews_of_one_text_send_it_once(stage: Stage) -> None:
    drafted(stage)
    drafted(stage)
    first, second = [message for message in stage.messages(stage.owner) if len(message.buttons) > 1]
    stage.press(stage.owner, second, "现在发")
    assert "已经发出" in stage.press(stage.owner, first, "现在发")
    assert announced(stage) == 1
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "现在发")
    assert announced(stage) == 2, "what is written again after it was sent is meant"


def test_it_is_sent_at_its_time_once(stage: Stage) -> None:
    drafted(stage)
    private = stage.world.private(stage.owner)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    for words in ("随便", "下周五", "11-16 12:00"):
        stage.owner.say(private, words)
        stage.play()
    said = stage.said(stage.owner)
    assert "没看出是哪天几点" in said[-3]
    assert "“下周五”几点发" in said[-2]
    assert "定好了，11月16日 12:00" in said[-1]
    stage.advance(2 * 3600)
    assert announced(stage) == 0
    for _ in range(3):
        stage.advance(3600)
    assert announced(stage) == 1


def test_the_minute_that_is_just_passing_may_be_named(stage: Stage) -> None:
    stage.advance(30)  # 09:00:30
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "今天 09:00")
    stage.play()
    assert "定好了，11月16日 09:00" in stage.last(stage.owner).text
    stage.advance(60)
    assert announced(stage) == 1


def test_planned_and_then_sent_at_once_is_not_sent_again(stage: Stage) -> None:
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "11-16 12:00")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "现在发")
    for _ in range(4):
        stage.advance(3600)
    assert announced(stage) == 1


def test_a_planned_one_is_listed_and_can_be_cancelled(stage: Stage) -> None:
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "11-16 12:00")
    stage.play()
    stage.owner.say(stage.world.private(stage.owner), "/broadcasts")
    stage.play()
    listed = stage.last(stage.owner)
    assert "1. 今天 12:00　周六上午 10 点" in listed.text
    stage.press(stage.owner, listed, "第 1 条")
    stage.press(stage.owner, stage.last(stage.owner), "取消预定")
    stage.owner.say(stage.world.private(stage.owner), "/broadcasts")
    stage.play()
    assert "没有预定的公告" in stage.last(stage.owner).text
    for _ in range(4):
        stage.advance(3600)
    assert announced(stage) == 0


def test_after_a_long_downtime_it_is_not_sent_and_its_author_is_told(stage: Stage) -> None:
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "11-16 12:00")
    stage.play()
    stage.advance(60)
    stage.advance(2 * 86_400)
    stage.advance(3600)
    assert announced(stage) == 0
    assert "没有发出" in stage.last(stage.owner).text
    stage.press(stage.owner, stage.last(stage.owner), "再看一遍")
    stage.press(stage.owner, stage.last(stage.owner), "现在发")
    assert announced(stage) == 1


def planned_by_he(stage: Stage) -> None:
    """He is an operator, plans an announcement for tomorrow, and is one no more."""
    owner, he = (stage.world.private(person) for person in (stage.owner, stage.he))
    stage.owner.say(owner, "/appoint @he 运营")
    stage.play()
    stage.he.say(he, f"/broadcast {TEXT}")
    stage.play()
    stage.press(stage.he, stage.last(stage.he), "定个时间")
    stage.he.say(he, "明天 12:00")
    stage.play()
    stage.owner.say(owner, "/dismiss @he 运营")
    stage.play()


def test_what_a_dismissed_one_had_planned_is_their_dismissers_who_reads_so_and_goes_out_in_their_name(
    stage: Stage,
) -> None:
    planned_by_he(stage)
    assert "定好的 1 条公告现在归你" in stage.last(stage.owner).text and "/broadcasts" in stage.last(stage.owner).text
    stage.advance(86_400 + 3 * 3_600 + 60)
    assert announced(stage) == 1
    owner = stage.member(stage.owner).id
    assert stage.do(lambda tx: tx.value("SELECT actor FROM audit WHERE act = 'broadcast.send'")) == owner


def test_an_edit_by_a_dismissed_one_or_of_the_heirs_own_words_changes_nothing_that_was_handed_over(
    stage: Stage,
) -> None:
    planned_by_he(stage)
    for message in stage.world.messages(stage.world.private(stage.he)):
        if message.text.startswith("/broadcast"):
            stage.he.edit(message, "/broadcast 买我的课")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT source FROM broadcast")) is None
    stage.advance(86_400 + 3 * 3_600 + 60)
    assert announced(stage) == 1 and not any("买我的课" in said for said in stage.said(stage.group))


def test_of_what_a_dismissed_one_had_planned_and_was_missed_the_owner_hears(stage: Stage) -> None:
    planned_by_he(stage)
    before = len(stage.said(stage.he))
    stage.clock.advance(3 * 86_400)
    stage.advance(60)
    assert announced(stage) == 0 and len(stage.said(stage.he)) == before
    assert "没有发出" in stage.last(stage.owner).text
    stage.press(stage.owner, stage.last(stage.owner), "再看一遍")
    stage.press(stage.owner, stage.last(stage.owner), "现在发")
    assert announced(stage) == 1


def test_of_two_owners_who_heard_of_a_missed_one_the_first_sends_it_and_the_second_hears_so(stage: Stage) -> None:
    planned_by_he(stage)
    he, zhou, owner = (stage.member(one).id for one in (stage.he, stage.zhou, stage.owner))
    now = stage.occasion().now
    stage.do(lambda tx: members.give_role(tx, zhou, Role.OWNER, None, now))
    stage.do(lambda tx: broadcasts.hand_over(tx, owner, he))
    stage.clock.advance(3 * 86_400)
    stage.advance(60)
    previews = []
    for owner in (stage.owner, stage.zhou):
        missed = next(one for one in stage.messages(owner) if "没有发出" in one.text)
        stage.press(owner, missed, "再看一遍")
        previews.append((owner, stage.last(owner)))
    [(first, preview), (second, other)] = previews
    stage.press(first, preview, "现在发")
    assert announced(stage) == 1
    assert "已经发出" in stage.press(second, other, "现在发")
    assert announced(stage) == 1


def test_members_announce_nothing(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/broadcast 大家好")
    stage.play()
    assert "不在你的职责里" in stage.last(stage.mo).text


def test_an_hour_that_may_be_two_is_asked_for_its_day_and_its_half(stage: Stage) -> None:
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    for words, asked in (("8点", "说的是哪天，上午还是晚上？"), ("下周", "几点也写上吧")):
        stage.owner.say(stage.world.private(stage.owner), words)
        stage.play()
        assert asked in stage.last(stage.owner).text


def _edited(stage: Stage, before: str, after: str) -> None:
    """The owner edits what they wrote."""
    written = stage.world.messages(stage.world.private(stage.owner))
    stage.owner.edit(next(one for one in reversed(written) if one.text == before), after)
    stage.play()


def test_what_is_edited_below_its_preview_is_sent_as_it_reads_now(stage: Stage) -> None:
    drafted(stage)
    _edited(stage, TEXT, "周日上午 10 点，滨江停车场集合")
    preview = stage.last(stage.owner)
    assert "预览，还没有发出" in preview.text
    assert "周日" in stage.said(stage.owner)[-2]
    stage.press(stage.owner, preview, "现在发")
    assert [text for text in stage.said(stage.group) if "集合" in text] == [
        "📣 星途汽车公告\n\n周日上午 10 点，滨江停车场集合"
    ]


def test_a_planned_one_is_edited_as_well_and_keeps_its_time(stage: Stage) -> None:
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "/broadcast 周六集合")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(private, "明天 8点")
    stage.play()
    _edited(stage, "/broadcast 周六集合", "/broadcast 周日集合")
    assert "11月17日 08:00 发出" in stage.last(stage.owner).text
    _edited(stage, "/broadcast 周日集合", "/broadcast")
    stage.advance(86_400)
    assert [text for text in stage.said(stage.group) if "集合" in text] == ["📣 星途汽车公告\n\n周日集合"]


def test_one_that_was_sent_is_said_to_be_sent_when_its_words_are_edited(stage: Stage) -> None:
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "现在发")
    _edited(stage, TEXT, "周日上午 10 点")
    assert "已经发出" in stage.last(stage.owner).text
    assert announced(stage) == 1


def test_another_operator_sends_what_they_have_looked_at_and_nothing_else(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "/appoint @he 运营")
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "明天 12:00")
    stage.play()
    stage.he.say(stage.world.private(stage.he), "/broadcasts")
    stage.play()
    stage.press(stage.he, stage.last(stage.he), next(b.text for r in stage.last(stage.he).buttons for b in r))
    looked_at = stage.last(stage.he)
    _edited(stage, TEXT, "周日集合，地点还没定，先别发")
    assert "后来改过" in stage.press(stage.he, looked_at, "现在发")
    assert announced(stage) == 0
    assert "先别发" in stage.said(stage.he)[-2] and "12:00 发出" in stage.last(stage.he).text
    stage.press(stage.he, stage.last(stage.he), "现在发")
    assert announced(stage) == 1 and "先别发" in stage.last(stage.group).text


def test_who_names_a_time_for_what_was_edited_meanwhile_sees_what_it_says_now(stage: Stage) -> None:
    drafted(stage)
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    _edited(stage, TEXT, "周日集合")
    stage.owner.say(stage.world.private(stage.owner), "明天 12:00")
    stage.play()
    assert "周日集合" in stage.said(stage.owner)[-2] and "12:00 发出" in stage.last(stage.owner).text
