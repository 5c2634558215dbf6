"""A topic moderator: asked by staff for a field and a time, with the few rights it takes, thanked and asked to go on."""

import pytest

from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.programme import Programme
from rules.programme.topic_moderators import TopicModerators
from sandbox.world.people import Person
from storage import members, topic_moderators
from tests.handlers.fairness.test_sanction import give
from tests.stage import Stage

HOUR_S, DAY_S = 3_600, 86_400


def asked_to(stage: Stage, words: str = "/topicmod @he 充电") -> None:
    """The owner asks him in private, so for a theme."""
    stage.owner.say(stage.world.private(stage.owner), words)
    stage.play()


def holds(stage: Stage, person: Person) -> bool:
    member = stage.member(person).id
    return Role.TOPIC_MODERATOR in stage.do(lambda tx: members.roles(tx, member))


def test_whoever_is_asked_reads_what_they_can_do_and_it_stands_on_their_card(stage: Stage) -> None:
    asked_to(stage)
    assert "请你当“充电”的荣誉版主，到" in stage.last(stage.he).text
    stage.he.say(stage.world.private(stage.he), "/card")
    stage.play()
    assert "🧭 “充电”的荣誉版主" in stage.last(stage.he).text
    asked_to(stage)
    assert "已经在照看“充电”了" in stage.last(stage.owner).text
    asked_to(stage, "/topicmod")
    assert "“充电”（主题）：何川" in stage.last(stage.owner).text.replace("\u2068", "").replace("\u2069", "")
    asked_to(stage, "/appoint @zhou 话题版主")
    assert "说清照看什么" in stage.last(stage.owner).text


def test_in_their_field_they_make_questions_and_close_them_elsewhere_not(stage: Stage) -> None:
    asked_to(stage)
    said = stage.lin.say(stage.group, "家里装充电桩要多粗的线？")
    other = stage.lin.say(stage.group, "胎压打多少？")
    stage.he.say(stage.group, "/ask", reply_to=said)
    stage.he.say(stage.group, "/ask", reply_to=other)
    stage.play()
    numbers = stage.do(lambda tx: [row.registrar for row in tx.all("SELECT registrar FROM question")])
    assert numbers == [stage.member(stage.he).id]
    confirmation = next(one for one in stage.messages(stage.group) if "Q1" in one.text)
    label = next(button.text for row in confirmation.buttons for button in row if "解决" in button.text)
    stage.press(stage.he, confirmation, label)
    assert stage.do(lambda tx: tx.value("SELECT state FROM question WHERE id = 1")) == "closed"


def test_they_accept_for_an_asker_only_once_that_one_has_stayed_away(stage: Stage) -> None:
    asked_to(stage)
    question = stage.lin.say(stage.group, "#提问 充电桩要多粗的线？")
    answer = stage.zhou.say(stage.group, "六平方就够", reply_to=question)
    stage.play()
    stage.he.say(stage.group, "采纳", reply_to=answer)
    stage.play()
    assert "先留给提问者自己采纳" in " ".join(one.text for one in stage.whispers(stage.he))
    stage.advance(73 * HOUR_S)
    stage.he.say(stage.group, "采纳", reply_to=answer)
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT state FROM question WHERE id = 1")) == "solved"


def test_what_they_recommend_is_before_the_staff_once(stage: Stage) -> None:
    asked_to(stage)
    good = stage.lin.say(stage.group, "充电省钱攻略：半夜充，设好预约")
    stage.he.say(stage.group, "/recommend", reply_to=good)
    stage.play()
    assert "加一句为什么" in " ".join(one.text for one in stage.whispers(stage.he))
    for _ in range(2):
        stage.he.say(stage.group, "/recommend 步骤清楚", reply_to=good)
        stage.play()
    (card,) = [text for text in stage.said(stage.staff) if "推荐" in text and "步骤清楚" in text]
    assert "充电省钱攻略：半夜充" in card


def test_a_term_ends_with_thanks_and_one_tap_of_the_staff_goes_on(stage: Stage) -> None:
    asked_to(stage)
    stage.advance(90 * DAY_S + 600)
    assert holds(stage, stage.he)
    stage.advance(DAY_S)
    assert not holds(stage, stage.he)
    card = next(one for one in stage.messages(stage.staff) if "这一任到期了" in one.text)
    stage.evening()
    assert any("你照看“充电”的这一任满了" in text for text in stage.said(stage.he))
    stage.press(stage.owner, card, "请 TA 续任")
    assert holds(stage, stage.he)


def test_a_sanction_ends_it_without_a_word_to_others(stage: Stage) -> None:
    asked_to(stage)
    give(stage, "/mute @he 2h 骂人", "禁言 2 小时")
    before = len(stage.said(stage.staff))
    stage.advance(600)
    assert not holds(stage, stage.he) and len(stage.said(stage.staff)) == before
    stage.evening()
    assert any("先由大家一起照看" in text for text in stage.said(stage.he))


def test_whoever_is_dismissed_looks_after_nothing_and_whoever_leaves_neither(stage: Stage) -> None:
    asked_to(stage)
    asked_to(stage, "/dismiss @he 话题版主")
    assert stage.do(topic_moderators.everything) == []


def test_where_the_brand_asks_for_a_certificate_nobody_is_asked_without() -> None:
    stage = Stage(Programme(topic_moderators=TopicModerators(needs=Needs({"certified": 1}))))
    asked_to(stage)
    assert "还差这些" in stage.last(stage.owner).text and not holds(stage, stage.he)


@pytest.mark.parametrize(("thread", "covered"), [(7, True), (8, False), (None, False)])
def test_a_forum_topic_is_that_of_one_group(stage: Stage, thread: int | None, covered: bool) -> None:
    he, owner = stage.member(stage.he).id, stage.member(stage.owner).id
    group = stage.community().id
    field = stage.do(lambda tx: topic_moderators.add(tx, he, (group, 7), "改装", owner, 1, None))
    assert field is not None and field.covers(group, thread, "随便问问") is covered
    assert not field.covers(group + 1, 7, "改装")


def test_in_a_forum_the_topic_where_it_is_said_is_theirs_and_no_other(stage: Stage) -> None:
    stage.group.forum = True
    here, elsewhere = (stage.world.topic(stage.group, name) for name in ("改装", "路线"))
    stage.world.updates.clear()
    stage.owner.say(stage.group, "/topicmod @he 改装", topic=here)
    stage.play()
    remarks = [stage.lin.say(stage.group, "轮毂怎么选？", topic=topic) for topic in (here, elsewhere)]
    for remark, topic in zip(remarks, (here, elsewhere), strict=True):
        stage.he.say(stage.group, "/ask", reply_to=remark, topic=topic)
    stage.play()
    assert stage.do(lambda tx: [row.topic for row in tx.all("SELECT topic FROM question")]) == [here.id]
