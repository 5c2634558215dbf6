"""The best assist of a week: found, confirmed by a moderator, awarded once."""

from rules.people import Part
from storage import groups
from storage.ledger import ledger
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.honour.announcing import (
    HOUR_S,
    TO_SUNDAY_20,
    awards,
    boards,
    candidate,
    crowd,
    help_people,
    pay,
    plain,
    sunday,
    trusting,
)
from tests.stage import Stage

DAY_S = 86_400


def test_board_and_award_speak_of_the_same_seven_days_and_sunday_counts_for_the_next() -> None:
    stage = trusting()
    folk = crowd(stage, 4)
    help_people(stage, stage.lin, folk)
    stage.advance(TO_SUNDAY_20 - 10 * HOUR_S - (stage.clock.now() - 1_794_790_800))
    help_people(stage, stage.zhou, folk)
    sunday(stage)
    [board], [award] = boards(stage), awards(stage)
    assert "11月15日至11月21日" in board and "11月15日至11月21日" in award
    assert "林晓" in board and "林晓" in award
    assert "周舟" not in board and "周舟" not in award
    sunday(stage, 1)
    assert "周舟" in boards(stage)[1] and "周舟" in awards(stage)[1]


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
    assert "发到" in card.text
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
    assert "定过了：不发布" in stage.last(stage.mo).text
    assert awards(stage) == []


def test_the_group_reads_of_an_award_for_as_long_as_it_stands(stage: Stage) -> None:
    help_people(stage, stage.lin, crowd(stage, 3))
    sunday(stage)
    stage.press(stage.mo, candidate(stage), "公布")
    [told] = awards(stage)
    entry = newest(stage, stage.lin, "best_assist").id
    undo(stage, entry)
    assert awards(stage) == []
    undo(stage, newest(stage, stage.lin, "best_assist").id)
    assert awards(stage) == [told]
    undo(stage, entry)
    assert awards(stage) == []
    clean(stage)


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
    assert "🥇 林晓　30 分" in boards(stage)[0]
    assert "🥇 何川　2 分" in plain(stage.said(other)[-1])


def test_one_that_nobody_decides_is_brought_to_mind_once_and_lapses_before_the_next(stage: Stage) -> None:
    help_people(stage, stage.lin, crowd(stage, 3))
    sunday(stage)
    card, before = candidate(stage), stage.member(stage.lin).contribution
    stage.advance(DAY_S)
    [reminder] = [one for one in stage.messages(stage.staff) if "还没人定" in one.text]
    assert reminder.reply_to is not None and reminder.reply_to.id == card.id
    for _ in range(2):
        stage.advance(DAY_S)
    assert sum("还没人定" in text for text in stage.said(stage.staff)) == 1
    assert card.buttons
    stage.advance(DAY_S)
    assert not card.buttons and "没人定，作罢了" in card.text
    assert "林晓" in stage.last(stage.staff).text and "作罢" in stage.last(stage.staff).text
    assert (awards(stage), stage.member(stage.lin).contribution) == ([], before)


def test_the_reminder_goes_with_the_decision(stage: Stage) -> None:
    help_people(stage, stage.lin, crowd(stage, 3))
    sunday(stage)
    card = candidate(stage)
    stage.advance(DAY_S)
    assert any("还没人定" in text for text in stage.said(stage.staff))
    stage.press(stage.mo, card, "公布")
    assert not any("还没人定" in text for text in stage.said(stage.staff))
    for _ in range(6):
        stage.advance(DAY_S)
    assert len(awards(stage)) == 1 and not any("作罢" in text for text in stage.said(stage.staff))
