"""Featuring what members say and show, and the list of discoveries."""

import pytest

from actions.operations.forgetting import forget_anyway
from rules.programme.points import Points
from rules.programme.programme import Programme
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.daily.asking import points
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.honour.test_core_arrival import suspended
from tests.handlers.offers.eventing import remembered
from tests.stage import Stage

REASON = "后备箱外放电给露营灯串供电，一晚只用半度"


def found(stage: Stage, by: Person | None = None) -> Message:
    """A member tells of something new."""
    message = (by or stage.lin).say(stage.group, "昨晚试了试，外放电接灯串，亮了一整夜，早上一看才掉了半度电")
    stage.play()
    return message


def featured(stage: Stage, message: Message, by: Person | None = None, reason: str = REASON) -> None:
    """Staff feature it by reply."""
    (by or stage.mo).say(stage.group, f"/feature {reason}".strip(), reply_to=message)
    stage.play()


def asked(stage: Stage, person: Person, words: str) -> str:
    """What the bot answers in private."""
    person.say(stage.world.private(person), words)
    stage.play()
    stage.sends(person)
    return stage.last(person).text


def test_the_author_is_thanked_at_once_and_in_public_by_what_was_new(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    [thanks] = stage.messages(stage.group)
    assert thanks.reply_to is message and REASON in thanks.text and "林晓" in thanks.text and "莫莫" in thanks.text
    assert message.reactions == {stage.world.bot.id: "🏆"}
    assert points(stage, stage.lin) == 10
    clean(stage)


def test_discoveries_are_listed_and_found(stage: Stage) -> None:
    assert "玩法库还空着" in asked(stage, stage.zhou, "玩法库")
    featured(stage, found(stage))
    assert REASON in asked(stage, stage.zhou, "/discoveries")
    told = asked(stage, stage.zhou, "/find 露营灯串")
    assert "✨" in told and REASON in told and "Q0" not in told


def test_a_question_is_not_answered_with_a_discovery(stage: Stage) -> None:
    featured(stage, found(stage), reason="露营灯串能不能接外放电供电")
    stage.zhou.say(stage.group, "#提问 露营灯串能不能接外放电供电")
    stage.play()
    assert "记下了" in stage.said(stage.group)[-1]


def test_a_share_becomes_a_featured_one_and_stands_in_no_list_of_discoveries(stage: Stage) -> None:
    message = stage.lin.send(stage.group, photo=b"car", caption="#晒车 洗完第一天")
    stage.play()
    featured(stage, message, reason="光影讲究")
    assert "林晓" in stage.said(stage.group)[-1] and "分享入选精选" in stage.said(stage.group)[-1]
    assert points(stage, stage.lin) == 12
    assert "玩法库还空着" in asked(stage, stage.zhou, "/discoveries")


def test_it_is_featured_once_never_ones_own_and_with_a_reason(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message, reason="")
    featured(stage, found(stage, stage.mo), by=stage.mo)
    featured(stage, message, by=stage.zhou)
    assert stage.said(stage.group) == []
    assert "新在哪里" in stage.whispers(stage.mo)[0].text and "团队" in stage.whispers(stage.zhou)[0].text
    featured(stage, message)
    featured(stage, message)
    assert "已经是精选了" in stage.whispers(stage.mo)[-1].text
    assert points(stage, stage.lin) == 10 and points(stage, stage.mo) == 0


def test_who_has_not_agreed_is_thanked_but_earns_nothing(stage: Stage) -> None:
    featured(stage, found(stage, stage.xin))
    assert "入选精选。" in stage.said(stage.group)[-1]
    assert points(stage, stage.xin) == 0
    clean(stage)


def test_taken_back_it_leaves_the_group_and_the_list_and_its_author_reads_why_in_the_evening(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    stage.mo.say(stage.group, "/unfeature 和上周那条重复", reply_to=message)
    stage.play()
    assert stage.said(stage.group) == [] and message.reactions == {}
    assert points(stage, stage.lin) == 0
    assert "玩法库还空着" in asked(stage, stage.zhou, "/discoveries")
    stage.evening()
    assert "和上周那条重复" in stage.last(stage.lin).text
    stage.mo.say(stage.group, "/unfeature 又一次", reply_to=message)
    stage.play()
    assert "不是精选" in stage.whispers(stage.mo)[-1].text
    clean(stage)


def test_a_reason_that_the_group_does_not_read_is_asked_for_as_such(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message, reason="")
    assert "会给大家和作者看" in stage.whispers(stage.mo)[-1].text
    featured(stage, message)
    stage.mo.say(stage.group, "/unfeature", reply_to=message)
    stage.play()
    assert "群里不说" in stage.whispers(stage.mo)[-1].text


def test_it_can_be_taken_back_where_nothing_was_paid_and_featured_anew(stage: Stage) -> None:
    stage.restart(replace(Programme(), points=Points({"featured_post": 0})))
    message = found(stage)
    featured(stage, message)
    stage.mo.say(stage.group, "/unfeature 点错了", reply_to=message)
    stage.play()
    assert stage.said(stage.group) == []
    featured(stage, message)
    assert REASON in stage.said(stage.group)[-1]
    clean(stage)


def test_featured_anew_it_pays_anew_and_the_evening_says_nothing_of_the_mistake(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    stage.mo.say(stage.group, "/unfeature 点错了", reply_to=message)
    stage.play()
    featured(stage, message)
    assert points(stage, stage.lin) == 10 and "10 分" in stage.said(stage.group)[-1]
    stage.evening()
    assert not any("点错了" in text for text in stage.said(stage.world.private(stage.lin)))
    clean(stage)


@pytest.mark.parametrize("as_a_share", [False, True], ids=["featured before", "shared before"])
def test_what_counted_before_one_was_forgotten_is_featured_of_nobody_else(stage: Stage, *, as_a_share: bool) -> None:
    if as_a_share:
        message = stage.lin.send(stage.group, photo=b"car", caption="#晒车 洗完")
        stage.play()
    else:
        message = found(stage)
        featured(stage, message)
        stage.mo.say(stage.group, "/unfeature 点错了", reply_to=message)
        stage.play()
    lin, occasion = stage.member(stage.lin), stage.occasion()
    stage.do(lambda tx: forget_anyway(tx, lin, occasion, "salt"))
    remembered(stage, stage.lin)
    featured(stage, message)
    assert points(stage, stage.lin) == 0 and stage.member(stage.lin).id != lin.id
    assert REASON in stage.said(stage.group)[-1] and "林晓" not in stage.said(stage.group)[-1]
    clean(stage)


def test_featured_anew_for_nothing_it_is_paid_by_what_is_given_back(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    entry = newest(stage, stage.lin, "featured_post").id
    for times in (1, 2):
        undo(stage, entry)
        suspended(stage, stage.lin)
        featured(stage, message)
        stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = NULL"))
        assert points(stage, stage.lin) == 0
        if times == 2:
            stage.mo.say(stage.group, "/unfeature 点错了", reply_to=message)
            stage.play()
        undo(stage, newest(stage, stage.lin, "featured_post").id)
        assert points(stage, stage.lin) == 10 and REASON in stage.said(stage.group)[-1]
        clean(stage)


def test_undone_and_given_again_the_thanks_go_and_come(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    entry = newest(stage, stage.lin, "featured_post")
    undo(stage, entry.id)
    assert stage.said(stage.group) == []
    undo(stage, newest(stage, stage.lin, "featured_post").id)
    assert REASON in stage.said(stage.group)[-1] and points(stage, stage.lin) == 10
    assert REASON in asked(stage, stage.zhou, "/find 露营灯串")
    clean(stage)


@pytest.mark.parametrize("own", [True, False], ids=["one's own again", "somebody else's"])
@pytest.mark.parametrize("undone", [True, False], ids=["undone", "unfeatured"])
def test_what_was_taken_back_does_not_come_again_beside_the_same_that_was_featured_meanwhile(
    stage: Stage, own: bool, undone: bool
) -> None:
    first = found(stage)
    featured(stage, first)
    if undone:
        undo(stage, newest(stage, stage.lin, "featured_post").id)
    else:
        stage.mo.say(stage.group, "/unfeature 点错了", reply_to=first)
        stage.play()
    taken = newest(stage, stage.lin, "featured_post").id
    again = (stage.lin if own else stage.zhou).say(stage.group, first.text)
    stage.play()
    featured(stage, again)
    paid = points(stage, stage.lin), points(stage, stage.zhou)
    assert sum(paid) == 10
    assert "又精选过一次" in undo(stage, taken)
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == paid
    stage.mo.say(stage.group, "/unfeature 点错了", reply_to=again)
    stage.play()
    undo(stage, taken)
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (10, 0)
    clean(stage)


@pytest.mark.parametrize("own", [True, False], ids=["one's own again", "somebody else's"])
@pytest.mark.parametrize("changed", ["{}", "#发现 {}！🎉", " {} "])
def test_the_same_words_are_featured_once_of_whoever_wrote_them_first(stage: Stage, own: bool, changed: str) -> None:
    first = found(stage)
    featured(stage, first)
    again = (stage.lin if own else stage.zhou).say(stage.group, changed.format(first.text.replace("，", "。")))
    stage.play()
    before = points(stage, stage.lin), points(stage, stage.zhou)
    featured(stage, again)
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == before
    assert before[1] == 0, "it is no idea of somebody else's either"
    assert ("已经精选过一次" if own else "有车友先发过") in stage.whispers(stage.mo)[-1].text
    stage.mo.say(stage.group, "/unfeature 点错了", reply_to=first)
    stage.play()
    featured(stage, again)
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == ((before[0], 0) if own else (0, 10)), (
        "it is free again"
    )
    clean(stage)


def test_a_picture_that_somebody_shared_is_featured_of_nobody_else(stage: Stage) -> None:
    shown = stage.lin.send(stage.group, photo=b"night", caption="#晒车 星光路的夜景")
    copy = stage.zhou.send(stage.group, photo=b"night", caption="看看这个")
    stage.play()
    featured(stage, copy)
    assert points(stage, stage.zhou) == 0 and "有车友先发过" in stage.whispers(stage.mo)[-1].text
    featured(stage, shown)
    assert points(stage, stage.lin) == 12
    clean(stage)


def test_few_words_may_be_anybodys(stage: Stage) -> None:
    for person in (stage.lin, stage.zhou):
        message = person.say(stage.group, "真好看！")
        stage.play()
        featured(stage, message)
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (10, 10)


def discovers(stage: Stage) -> Person:
    featured(stage, found(stage))
    return stage.lin


def out_of_the_list(stage: Stage) -> None:
    assert "玩法库还空着" in asked(stage, stage.zhou, "/discoveries")


UNDO_STORIES = {"featured_post": Story(discovers, out_of_the_list, discovers, pays=10)}


def test_where_the_message_is_gone_a_reply_to_the_thanks_takes_it_back(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    [thanks] = stage.messages(stage.group)
    stage.lin.delete(message)
    stage.mo.say(stage.group, "/unfeature 原来那条删了", reply_to=thanks)
    stage.play()
    assert thanks.deleted and points(stage, stage.lin) == 0
    assert "玩法库还空着" in asked(stage, stage.zhou, "玩法库")


def test_a_reason_that_is_too_long_comes_back_with_how_much(stage: Stage) -> None:
    featured(stage, found(stage), reason="好" * 320)
    assert "有 320 个字，最多 300 个，再短 20 个字就好" in stage.whispers(stage.mo)[-1].text
