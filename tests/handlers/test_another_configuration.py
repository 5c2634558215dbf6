"""The bot starts anew with another configuration: what is open, held or remembered goes by what it was, not by where it stood."""

from rules.programme.badges import Badges
from rules.programme.covenant import Clause, Covenant
from rules.programme.orders import Orders
from rules.programme.wording import Wording
from rules.values import replace
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.test_sanction import ask
from tests.handlers.fairness.undoing import clean
from tests.handlers.honour.test_badge import badges
from tests.handlers.honour.test_badge_desk import doubted
from tests.shopping import redeemed, tell
from tests.stage import Stage

CARS = Clause(Wording("爱惜车"), Wording("别在群里教人改限速"))
KIND = Clause(Wording("好好说话"), Wording("新手问什么都可以"))
QUIET = Clause(Wording("夜里安静"), Wording("十点以后不刷屏"))


def covenant(stage: Stage, *clauses: Clause) -> None:
    """The bot starts with these clauses."""
    stage.restart(replace(stage.programme, covenant=Covenant(clauses)))


def test_an_open_card_keeps_the_clause_that_was_chosen_wherever_it_stands_now(stage: Stage) -> None:
    covenant(stage, CARS, KIND)
    card = ask(stage, "/warn @zhou 这么简单都不会")
    stage.press(stage.mo, card, "2. 好好说话")
    covenant(stage, QUIET, CARS, KIND)
    stage.press(stage.mo, card, "警告")
    assert "公约第 3 条“好好说话”" in stage.last(stage.zhou).text
    covenant(stage, QUIET)
    tell(stage, stage.zhou, "/record")
    stage.play()
    assert "“好好说话”" in stage.last(stage.zhou).text


def test_a_clause_that_is_gone_is_chosen_anew_and_nothing_is_given_before(stage: Stage) -> None:
    card = ask(stage, "/warn @zhou 第2条 这么简单都不会")
    covenant(stage, CARS, QUIET)
    assert "公约" in stage.press(stage.mo, card, "警告")
    assert not [said for said in stage.said(stage.zhou) if "夜里安静" in said]
    stage.press(stage.mo, card, "✓ 友善待人")
    assert "夜里安静" in str(card.buttons)
    stage.press(stage.mo, card, "2. 夜里安静")
    stage.press(stage.mo, card, "警告")
    assert "公约第 2 条“夜里安静”" in stage.last(stage.zhou).text


def test_a_usual_reason_is_told_as_its_button_read(stage: Stage) -> None:
    redeemed(stage)
    stage.press(stage.mo, stage.last(stage.staff), "退回")
    asked = stage.last(stage.mo)
    stage.restart(replace(stage.programme, orders=Orders(return_reasons=(Wording("地址送不到"),))))
    stage.press(stage.mo, asked, "暂时缺货")
    assert "暂时缺货" in stage.last(stage.lin).text
    assert "地址送不到" not in stage.last(stage.lin).text


def test_a_badge_that_is_gone_is_told_to_nobody_and_is_there_again_when_it_comes_back(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    whole = stage.programme
    first, *others = whole.badges
    stage.restart(replace(whole, badges=Badges(others)))
    stage.evening()
    assert not [said for said in stage.said(stage.zhou) if "初次解惑" in said]
    assert "初次解惑" not in badges(stage, stage.zhou)
    tell(stage, stage.zhou, "/card")
    stage.play()
    assert "答疑达人" not in stage.last(stage.zhou).text, "nobody has the badge that stands in its place"
    stage.restart(replace(whole, badges=Badges((*others, replace(first, title=Wording("头一回解惑"))))))
    stage.advance(60)
    assert "头一回解惑" in badges(stage, stage.zhou)
    clean(stage)


def test_a_doubt_about_a_badge_that_is_gone_says_so(stage: Stage) -> None:
    doubted(stage)
    doubt = stage.last(stage.staff)
    assert "初次解惑" in doubt.text
    stage.restart(replace(stage.programme, badges=Badges(stage.programme.badges[1:])))
    stage.advance(60)
    assert "配置里没有了" in stage.press(stage.mo, doubt, "收回")
