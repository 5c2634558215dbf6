"""Warnings, mutes and suspensions: with a clause and a reason, told in private first, ended on time."""

from datetime import date

from messages.sheets import for_people
from rules.programme.covenant import Clause, Covenant
from rules.programme.programme import Programme
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.fairness import sanctions
from storage.ledger import ledger
from storage.operations.exports import sheets
from tests.stage import Stage

HOUR, DAY = 3_600, 86_400
DAY_ONE = date(2026, 11, 16)
OWN = (Clause("不带节奏", "有话好好说。"), Clause("不刷屏", "一件事说一遍。"))


def ask(stage: Stage, command: str, about: Message | None = None, by: Person | None = None) -> Message:
    """The card of a command that a moderator writes in the group, which nobody else sees."""
    moderator = by or stage.mo
    moderator.say(stage.group, command, reply_to=about)
    stage.play()
    return stage.whispers(moderator)[-1]


def give(stage: Stage, command: str, label: str, about: Message | None = None, clause: str = "友善待人") -> Message:
    """The card, the clause, the measure."""
    card = ask(stage, command, about)
    stage.press(stage.mo, card, clause)
    stage.press(stage.mo, card, label)
    return card


def silent(stage: Stage, person: Person) -> bool:
    """Whether the group keeps the person from writing, as Telegram sees it."""
    standing = stage.group.current(person.id, stage.clock.now())
    return standing is not None and standing.status == "restricted"


def test_a_mute_by_reply_is_told_in_private_with_clause_reason_and_end_and_ends_on_time(stage: Stage) -> None:
    word = stage.zhou.say(stage.group, "这么简单都不会？")
    card = give(stage, "/mute 2h 对新手说了难听的话", "禁言 2 小时", word)
    assert "我会私聊告诉 TA" in card.text
    told = stage.last(stage.zhou).text
    assert "11月16日 11:00" in told
    assert "公约第 2 条“友善待人”：对新手说了难听的话" in told
    assert "你的等级和荣誉都在" in told
    assert silent(stage, stage.zhou)
    assert stage.said(stage.group) == []
    stage.advance(2 * HOUR + 1)
    assert not silent(stage, stage.zhou)
    assert stage.last(stage.zhou).text == told


def test_a_sanction_is_over_when_the_minute_begins_that_is_shown(stage: Stage) -> None:
    stage.advance(30)
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    stage.advance(DAY - 30)
    assert not silent(stage, stage.zhou)
    stage.zhou.say(stage.world.private(stage.zhou), "签到")
    stage.play()
    assert "恢复" not in stage.last(stage.zhou).text
    assert stage.member(stage.zhou).suspended(int(stage.clock.now())) is None


def test_the_call_of_a_moderator_goes_at_once(stage: Stage) -> None:
    ask(stage, "/warn @zhou 刷屏")
    assert all(message.deleted for message in stage.world.messages(stage.group))


def test_nothing_is_given_without_a_clause_or_a_reason(stage: Stage) -> None:
    card = ask(stage, "/warn @zhou 刷屏")
    assert "先点是哪一条公约" in stage.press(stage.mo, card, "警告")
    assert "还差一句原因" in ask(stage, "/mute @zhou 2小时 第2条").text
    assert "公约只有 5 条" in ask(stage, "/warn @zhou 第9条 刷屏").text


def test_a_clause_that_is_written_needs_no_choosing(stage: Stage) -> None:
    card = ask(stage, "/suspend @zhou 3天 第3条 互相刷分")
    stage.press(stage.mo, card, "暂停 3 天")
    assert "公约第 3 条“公平得分”：互相刷分" in stage.last(stage.zhou).text


def test_who_is_suspended_earns_submits_and_redeems_nothing_until_it_ends_by_itself(stage: Stage) -> None:
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    stage.zhou.say(stage.world.private(stage.zhou), "签到")
    stage.play()
    assert "你的积分暂停着，11月17日 09:00 恢复" in stage.last(stage.zhou).text
    stage.advance(DAY + 1)
    assert stage.member(stage.zhou).suspended_until is None
    stage.zhou.say(stage.group, "签到")
    stage.play()
    zhou = stage.member(stage.zhou)
    assert stage.do(lambda tx: ledger.balance(tx, zhou.id)).posted == 2


def test_nothing_is_given_to_staff_nor_to_oneself(stage: Stage) -> None:
    assert "是团队的人" in ask(stage, "/warn @rui 刷屏").text
    assert "自己的事" in ask(stage, "/warn @mo 刷屏").text


def test_a_member_warns_nobody(stage: Stage) -> None:
    stage.lin.say(stage.group, "/warn @zhou 刷屏")
    stage.play()
    assert "给团队用的" in stage.whispers(stage.lin)[-1].text


def test_what_there_was_before_proposes_the_next_grade_and_weighs_less_with_time(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    card = ask(stage, "/warn @zhou 又刷屏")
    assert "此前共 1 次" in card.text and "建议是：禁言 2 小时" in card.text
    stage.press(stage.mo, card, "友善待人")
    stage.press(stage.mo, card, "禁言 2 小时")
    assert silent(stage, stage.zhou)
    assert "建议是：暂停 3 天" in ask(stage, "/warn @zhou 又刷屏").text
    stage.advance(60 * DAY)
    assert "建议是：禁言 2 小时" not in ask(stage, "/mute @zhou 又刷屏").text


def test_more_than_a_week_takes_two_people(stage: Stage) -> None:
    card = give(stage, "/suspend @zhou 14天 互相刷分", "暂停 14 天")
    assert "发到运营小组" in card.text
    question = stage.last(stage.staff)
    assert stage.member(stage.zhou).suspended_until is None
    assert "请另一位来定" in stage.press(stage.mo, question, "同意")
    stage.press(stage.owner, question, "同意")
    assert "莫莫\u2069 提议，\u2068品牌主理人\u2069 决定" in question.text
    assert stage.member(stage.zhou).suspended_until == int(stage.clock.now()) + 14 * DAY
    assert "11月30日" in stage.last(stage.zhou).text


def test_who_is_of_the_staff_by_the_time_a_second_person_agrees_is_left_alone(stage: Stage) -> None:
    give(stage, "/suspend @zhou 14天 互相刷分", "暂停 14 天")
    question = stage.last(stage.staff)
    stage.owner.say(stage.staff, "/appoint @zhou 审核员")
    stage.play()
    assert "是团队的人" in stage.press(stage.owner, question, "同意")
    assert stage.member(stage.zhou).suspended_until is None
    assert not silent(stage, stage.zhou)


def test_whoever_is_a_side_of_the_conflict_has_somebody_else_decide(stage: Stage) -> None:
    mine = stage.mo.say(stage.group, "话不能这么说")
    stage.play()
    word = stage.zhou.say(stage.group, "关你什么事", reply_to=mine)
    stage.play()
    give(stage, "/mute 2h 第2条 骂人", "禁言 2 小时", word, clause="公平得分")
    assert not silent(stage, stage.zhou)
    question = stage.last(stage.staff)
    assert "提议的人和 TA 刚对过话" in question.text
    stage.press(stage.owner, question, "同意")
    assert silent(stage, stage.zhou)


def test_a_message_that_names_the_moderator_is_about_them(stage: Stage) -> None:
    stage.mo.rename("莫莫", "momo_mod")
    word = stage.zhou.say(stage.group, "@momo_mod 就会管闲事")
    assert "由另一位来定" in ask(stage, "/warn 骂人", word).text


def rude_to(stage: Stage, person: Person) -> Message:
    """What the member answers to somebody of the staff."""
    word = person.say(stage.group, "话不能这么说")
    stage.play()
    answer = stage.zhou.say(stage.group, "关你什么事", reply_to=word)
    stage.play()
    return answer


def test_a_side_of_the_conflict_is_no_second_person_either(stage: Stage) -> None:
    give(stage, "/suspend 14天 骂人", "暂停 14 天", rude_to(stage, stage.owner))
    question = stage.last(stage.staff)
    for label in ("同意", "不同意"):
        assert "刚对过话" in stage.press(stage.owner, question, label)
    zhou = stage.member(stage.zhou)
    assert zhou.suspended_until is None and question.buttons


def test_a_proposal_that_nobody_decides_lapses_and_says_so(stage: Stage) -> None:
    give(stage, "/suspend @zhou 14天 互相刷分", "暂停 14 天")
    question = stage.last(stage.staff)
    stage.advance(49 * HOUR)
    assert "没人定，作罢了" in question.text
    assert "没人定，作罢了" in "".join(stage.said(stage.staff)[1:])
    assert stage.member(stage.zhou).suspended_until is None


def test_what_was_declined_is_told_to_whoever_proposed_it(stage: Stage) -> None:
    give(stage, "/suspend @zhou 14天 互相刷分", "暂停 14 天")
    stage.press(stage.owner, stage.last(stage.staff), "不同意")
    assert "没有通过" in stage.last(stage.mo).text
    assert stage.member(stage.zhou).suspended_until is None


def test_the_remaining_time_survives_leaving_and_coming_back(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    stage.zhou.leave(stage.group)
    stage.play()
    stage.group.members.pop(stage.zhou.id)  # Telegram has forgotten it meanwhile
    stage.advance(HOUR)
    stage.zhou.join(stage.group)
    stage.play()
    assert silent(stage, stage.zhou)
    assert stage.group.members[stage.zhou.id].until == 1_794_790_800 + 2 * HOUR
    stage.advance(HOUR + 1)
    assert not silent(stage, stage.zhou)


def test_lifting_restores_at_once_and_says_why(stage: Stage) -> None:
    give(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    stage.mo.say(stage.group, "/lift @zhou 看错了人")
    stage.play()
    assert "撤回了 \u2068周舟\u2069 的暂停：看错了人" in stage.whispers(stage.mo)[-1].text
    assert "看错了人" in stage.last(stage.zhou).text
    assert not silent(stage, stage.zhou)
    assert stage.member(stage.zhou).suspended_until is None
    assert "没有可以撤回" in ask(stage, "/lift @zhou 看错了人").text


def test_of_several_one_is_chosen_and_the_other_still_holds(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 骂人", "禁言 2 小时")
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    card = ask(stage, "/lift @zhou 看错了人")
    stage.press(stage.mo, card, "撤回：暂停 1 天")
    assert silent(stage, stage.zhou)
    assert stage.group.members[stage.zhou.id].until == 1_794_790_800 + 2 * HOUR
    assert "另一项还没到时间，11月16日 11:00 自动恢复" in stage.last(stage.zhou).text


def test_who_never_started_the_bot_is_called_without_saying_why_and_reads_it_then(stage: Stage) -> None:
    give(stage, "/warn @xin 刷屏", "警告")
    called = stage.last(stage.group)
    assert "有条消息只给你看" in called.text and "警告" not in called.text
    stage.xin.start("record")
    stage.play()
    said = "".join(stage.said(stage.xin))
    assert "版主给了你一次警告" in said
    assert "你的记录" in said


def test_whoever_lifts_what_one_has_who_never_started_the_bot_hears_that_the_words_wait(stage: Stage) -> None:
    give(stage, "/warn @xin 刷屏", "警告")
    assert "私信先留着，已在群里请 TA 来看" in ask(stage, "/lift @xin 看错了人").text


def test_one_reads_ones_own_record_and_staff_anybodys(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    stage.zhou.say(stage.group, "/record")
    stage.play()
    assert "公约第 2 条“友善待人”：刷屏" in stage.whispers(stage.zhou)[-1].text
    stage.rui.say(stage.world.private(stage.rui), "/member @zhou")
    stage.play()
    card = stage.last(stage.rui)
    assert "警告、禁言、暂停共 1 次" in card.text
    assert "刷屏（\u2068莫莫\u2069）" in stage.press(stage.rui, card, "看记录")


def test_pressed_twice_or_asked_twice_it_is_given_once(stage: Stage) -> None:
    card = ask(stage, "/warn @zhou 第1条 刷屏")
    for _ in range(2):
        stage.mo.press(card, "警告")
    stage.play()
    zhou = stage.member(stage.zhou)
    assert stage.do(lambda tx: sanctions.tally(tx, zhou.id).given) == 1


def test_what_was_lifted_is_counted_alike_on_every_card(stage: Stage) -> None:
    give(stage, "/warn @zhou 刷屏", "警告")
    stage.mo.say(stage.group, "/lift @zhou 看错人了")
    stage.play()
    assert "此前的 1 次撤回了，不算数" in ask(stage, "/warn @zhou 刷屏").text
    stage.rui.say(stage.world.private(stage.rui), "/member @zhou")
    stage.play()
    assert "警告、禁言、暂停共 0 次（撤回 1 次）" in stage.last(stage.rui).text


def test_the_sheet_tells_what_the_clause_said_then_also_of_the_standard_covenant(stage: Stage) -> None:
    give(stage, "/mute @zhou 2h 对新手说了难听的话", "禁言 2 小时", clause="友善待人")
    stage.restart(replace(stage.programme, covenant=Covenant(OWN)))
    give(stage, "/mute @he 2h 又来一次", "禁言 2 小时", clause="1. 不带节奏")
    stage.restart(Programme())
    source = sheets()["sanctions"]
    sheet = stage.do(
        lambda tx: for_people(source.columns, list(source.rows(tx, stage.programme, DAY_ONE)), "zh", "UTC")
    )
    said = [(row[sheet.columns.index("公约第几条")], row[sheet.columns.index("这一条说的是")]) for row in sheet.rows]
    assert said == [(2, "友善待人"), (1, "不带节奏")]
