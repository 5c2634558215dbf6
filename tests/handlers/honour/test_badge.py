"""Badges: earned by deeds, told once in the evening, shown with what is next."""

from functools import partial

from actions.operations import audit
from rules.honour.badge import BadgeState
from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from storage.honour.badges import award
from storage.ledger import ledger
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.honour.announcing import crowd, help_people, plain, trusting
from tests.handlers.honour.earning import held
from tests.stage import Stage

DAY_S = 86_400


def awarded(member: int, badge: str, needs: dict[str, int], now: int, tx: Tx) -> None:
    """The member has earned it."""
    award(tx, member, badge, needs, now)


def badges(stage: Stage, person: Person, words: str = "/badges") -> str:
    """What the person is shown in private."""
    person.say(stage.world.private(person), words)
    stage.play()
    return plain(stage.last(person).text)


def test_a_badge_is_earned_a_minute_after_its_deed_and_told_in_the_evening_once(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    assert held(stage, stage.zhou)["first_answer"].state is BadgeState.HELD
    assert not [said for said in stage.said(stage.zhou) if "奖章" in said]
    stage.evening()
    stage.evening()
    [told] = [said for said in stage.said(stage.zhou) if "新得一枚奖章" in said]
    assert "初次解惑" in told and "1 个回答被采纳" in told
    assert not [said for said in stage.said(stage.group) if "奖章" in said]


def test_one_sees_what_one_has_and_what_is_next_with_what_is_missing(stage: Stage) -> None:
    assert "还没有奖章" in badges(stage, stage.zhou)
    solved(stage, stage.lin, stage.zhou)
    for _ in range(5):
        stage.zhou.say(stage.group, "签到")
        stage.play()
        stage.advance(DAY_S)
    shown = badges(stage, stage.zhou, "我的奖章")
    assert "初次解惑" in shown and "11月17日" in shown
    assert "一周不断" in shown and "连续签到 7 天：现在 5，还差 2 天" in shown


def test_badges_hidden_on_the_card_are_shown_to_nobody_else(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    badges(stage, stage.zhou, "/card 隐藏 奖章")
    assert "没有公开" in badges(stage, stage.lin, "/badges @zhou")
    own = badges(stage, stage.zhou)
    assert "初次解惑" in own and "只有你自己看得到" in own
    zhou, now = stage.member(stage.zhou).id, int(stage.clock.now())
    stage.do(partial(awarded, zhou, "helped_hundred", {"people_helped": 100}, now))
    stage.evening()
    assert not [said for said in stage.said(stage.group) if "周舟" in said and "奖章" in said]


def test_ten_people_helped_say_how_many_are_still_missing() -> None:
    stage = trusting()
    help_people(stage, stage.lin, crowd(stage, 8))
    stage.advance(60)
    assert "现在 8，还差 2 位" in badges(stage, stage.lin)


def test_a_rare_badge_is_told_to_the_group_once_and_those_who_hide_are_not_named(stage: Stage) -> None:
    lin, zhou, now = stage.member(stage.lin).id, stage.member(stage.zhou).id, int(stage.clock.now())
    stage.do(lambda tx: members.set_hidden(tx, zhou, True))
    for member in (lin, zhou):
        stage.do(partial(awarded, member, "helped_hundred", {"people_helped": 100}, now))
    stage.evening()
    stage.evening()
    [posted] = [plain(said) for said in stage.said(stage.group) if "难得的奖章" in said]
    assert "林晓　百人助手：帮到 100 位不同的车友" in posted and "周舟" not in posted
    assert [said for said in stage.said(stage.zhou) if "百人助手" in said]


def test_others_see_what_one_does_not_hide(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    seen = badges(stage, stage.lin, "/badges @zhou")
    assert "周舟 的奖章" in seen and "初次解惑" in seen and "快到手的几枚" not in seen
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.set_hidden(tx, zhou, True))
    assert "没有公开" in badges(stage, stage.lin, "/badges @zhou")


def test_a_long_list_is_turned_like_pages(stage: Stage) -> None:
    lin, now = stage.member(stage.lin).id, int(stage.clock.now())
    for badge in stage.programme.badges[:10]:
        stage.do(partial(awarded, lin, badge.key, badge.needs, now))
    assert "10 枚" in badges(stage, stage.lin) and "快到手的几枚" in stage.last(stage.lin).text
    stage.press(stage.lin, stage.last(stage.lin), "下一页 ›")
    assert "快到手的几枚" not in stage.last(stage.lin).text


def test_who_did_not_agree_to_the_covenant_has_no_badge_until_they_do(stage: Stage) -> None:
    solved(stage, stage.lin, stage.xin)
    stage.advance(60)
    assert not held(stage, stage.xin)
    xin, now = stage.member(stage.xin).id, int(stage.clock.now())
    stage.do(lambda tx: members.agree(tx, xin, 1, now))
    stage.advance(60)
    assert "first_answer" in held(stage, stage.xin)


def test_what_an_undo_made_untrue_is_doubted_and_true_again_when_the_undo_is_undone(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    entry = newest(stage, stage.zhou, "answer_accepted").id
    undo(stage, entry)
    stage.advance(60)
    assert held(stage, stage.zhou)["first_answer"].state is BadgeState.DOUBTED
    member = stage.member(stage.zhou).id
    undo(stage, stage.do(lambda tx: ledger.of_member(tx, member, 1))[0].id)
    stage.advance(60)
    assert held(stage, stage.zhou)["first_answer"].state is BadgeState.HELD


def test_the_audit_finds_a_badge_that_nothing_stands_behind(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    clean(stage)
    zhou, now = stage.member(stage.zhou).id, int(stage.clock.now())
    stage.do(partial(awarded, zhou, "helped_ten", {"people_helped": 10}, now))
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert [str(problem) for problem in report.problems if "helped_ten" in str(problem)]
