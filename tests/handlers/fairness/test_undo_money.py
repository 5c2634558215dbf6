"""What was spent, what belongs to orders, and what goes to oneself, when entries are taken back."""

import pytest

from actions.operations import audit
from actions.shop import order, redemption
from rules.programme.limits import Limits
from rules.values import replace
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.databases import rows
from tests.handlers.daily.asking import accept, answer, ask, points, solved
from tests.handlers.fairness.undoing import newest, undo
from tests.shopping import KEYRING, act, pay, put_up, tell
from tests.stage import Stage


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def test_giving_again_what_the_brand_had_made_up_for_gives_no_more_than_was_taken(stage: Stage) -> None:
    for words in ("/grant @lin 50 夜里拖车", "/grant @lin -30 换礼品"):
        stage.owner.say(stage.staff, words)
    stage.play()
    entry = newest(stage, stage.lin, "grant").id
    assert "品牌承担 30 分" in undo(stage, entry)
    assert points(stage, stage.lin) == 0
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, entry))
    assert reversal
    assert "+20 分" in undo(stage, reversal.id)
    assert points(stage, stage.lin) == 20
    clean(stage)
    assert "品牌承担 30 分" in undo(stage, entry)
    assert points(stage, stage.lin) == 0
    clean(stage)


@pytest.mark.parametrize("until", ["placed", "cancelled", "sent", "taken back"])
def test_every_entry_of_an_order_points_to_the_order_desk(stage: Stage, until: str) -> None:
    lin, mo, reward = pay(stage, stage.lin, 300), stage.member(stage.mo), put_up(stage)
    act(stage, redemption.redeem, lin, redemption.Wish(reward.id, 0, reward.version, 80))
    if until == "cancelled":
        act(stage, order.cancel, 1, lin)
    if until in ("sent", "taken back"):
        act(stage, order.claim, 1, mo)
        act(stage, order.fulfil, 1, mo, None)
    if until == "taken back":
        act(stage, order.take_back, 1, mo, "寄错了")
    entries = [entry for entry in stage.do(lambda tx: ledger.of_member(tx, lin.id, 9)) if entry.rule == "redeem"]
    had = points(stage, stage.lin)
    for entry in entries:
        assert "“兑换 #1”的处理卡" in undo(stage, entry.id)
    assert len(entries) == {"placed": 1, "cancelled": 2, "sent": 2, "taken back": 3}[until]
    assert points(stage, stage.lin) == had
    clean(stage)


def test_the_preview_changes_nothing(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    found = rows(stage.connection, "SELECT count(*) FROM transfer")[0]
    stage.mo.say(stage.world.private(stage.mo), f"/undo {newest(stage, stage.zhou, 'answer_accepted').id} 抄来的")
    stage.play()
    shown = stage.last(stage.mo).text
    assert "一并撤回" in shown
    assert "只收回提问者那一份" not in shown
    assert "Q1 重新开放" in shown
    assert rows(stage.connection, "SELECT count(*) FROM transfer")[0] == found
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (15, 3)
    clean(stage)


def test_when_an_accepted_answer_is_undone_the_group_sees_the_question_open_again(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    undo(stage, newest(stage, stage.zhou, "answer_accepted").id)
    assert not reply.reactions
    confirmation, thanks = stage.messages(stage.group)
    assert "采纳了" not in confirmation.text
    assert confirmation.buttons
    assert "撤回" in thanks.text
    entry = newest(stage, stage.zhou, "answer_accepted").id
    undo(stage, entry)
    assert reply.reactions
    assert "解决了" in confirmation.text


def test_another_accepted_answer_is_not_pushed_aside_by_the_one_that_was_undone(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    first, second = answer(stage, stage.zhou, question), answer(stage, stage.he, question, "换电池")
    accept(stage, stage.lin, first)
    entry = newest(stage, stage.zhou, "answer_accepted").id
    undo(stage, entry)
    accept(stage, stage.lin, second)
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, entry))
    assert reversal
    assert "已经采纳" in undo(stage, reversal.id)
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (0, 15)
    clean(stage)


def test_the_askers_share_alone_does_not_come_back_without_an_accepted_answer(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    share = newest(stage, stage.lin, "question_solved").id
    undo(stage, share)
    assert points(stage, stage.zhou) == 15
    stage.clock.advance(60)
    undo(stage, newest(stage, stage.zhou, "answer_accepted").id)
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, share))
    assert reversal
    assert "提问者那一份先不还" in undo(stage, reversal.id)
    assert points(stage, stage.lin) == 0
    clean(stage)


def test_the_preview_of_fifty_entries_keeps_what_matters_most_in_one_message(stage: Stage) -> None:
    stage.restart(replace(stage.programme, limits=Limits(flood_per_minute=1000)))
    for n in range(50):
        stage.owner.say(stage.staff, f"/grant @{('lin', 'zhou')[n % 2]} 4 第 {n:02} 回：{'夜里给新车友拖车，' * 19}")
    stage.owner.say(stage.staff, "/grant @lin -60 误领")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), "/undo 1-50 记错了")
    stage.play()
    shown = stage.last(stage.mo)
    assert "还有 30 笔" in shown.text
    assert "60 分已经花掉了" in shown.text
    assert "对方会收到说明" in shown.text
    stage.press(stage.mo, shown, "确认撤回")
    assert points(stage, stage.lin) == points(stage, stage.zhou) == 0
    clean(stage)


def test_points_that_were_made_up_for_do_not_come_back_with_the_order_and_the_member_is_told_why(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/grant @lin 150 夜里拖车")
    stage.owner.say(stage.staff, "/grant @lin 50 拍照")
    stage.play()
    shown = put_up(stage, replace(KEYRING, price=190))
    lin, entry = stage.member(stage.lin), newest(stage, stage.lin, "grant").id - 1
    act(stage, redemption.redeem, lin, redemption.Wish(shown.id, 0, shown.version, 190))
    assert "品牌承担 140 分" in undo(stage, entry)
    tell(stage, stage.lin, "/orders")
    stage.play()
    listing = stage.last(stage.lin)
    stage.press(stage.lin, listing, "#1 限量钥匙扣")
    stage.press(stage.lin, listing, "取消兑换")
    assert "50 分退给你了" in stage.press(stage.lin, listing, "确认取消")
    assert "另外 140 分后来更正过" in listing.text
    assert points(stage, stage.lin) == 50
    clean(stage)


def granted(stage: Stage, giver: Person, words: str = "/grant @lin 200 夜里拖车") -> str:
    """Said in the staff group; what is answered there."""
    giver.say(stage.staff, words)
    stage.play()
    return stage.last(stage.staff).text


def test_a_grant_that_comes_back_beside_another_needs_somebody_else(stage: Stage) -> None:
    granted(stage, stage.mo)
    first = newest(stage, stage.lin, "grant").id
    undo(stage, first, stage.mo)
    granted(stage, stage.mo)
    assert points(stage, stage.lin) == 200
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, first))
    assert reversal
    assert "请另一位来还" in undo(stage, reversal.id, stage.mo)
    assert points(stage, stage.lin) == 200
    assert "已撤回" in undo(stage, reversal.id, stage.owner)
    assert points(stage, stage.lin) == 400
    clean(stage)


def test_what_was_spent_before_it_was_undone_still_counts_as_given_by_hand(stage: Stage) -> None:
    granted(stage, stage.mo)
    shown = put_up(stage, replace(KEYRING, price=200))
    act(stage, redemption.redeem, stage.member(stage.lin), redemption.Wish(shown.id, 0, shown.version, 200))
    assert "品牌承担 200 分" in undo(stage, newest(stage, stage.lin, "grant").id, stage.mo)
    assert "请另一位确认" in granted(stage, stage.mo, "/grant @lin 10 夜里拖车")
    assert points(stage, stage.lin) == 0
    clean(stage)


@pytest.mark.parametrize("words", ["#晒车 洗完第一天", "#发现 后备箱放电，一晚只用半度电"])
def test_our_reaction_goes_from_a_share_or_an_idea_but_not_from_what_is_featured(stage: Stage, words: str) -> None:
    rule = "share_picture" if "晒车" in words else "idea"
    for featured, left in ((False, []), (True, ["🏆"])):
        message = stage.lin.send(stage.group, photo=f"{featured}".encode(), caption=f"{words} {featured}")
        stage.play()
        assert message.reactions
        if featured:
            stage.mo.say(stage.group, "/feature 想得到", reply_to=message)
            stage.play()
        undo(stage, newest(stage, stage.lin, rule).id)
        assert list(message.reactions.values()) == left
        stage.advance(86_400)
