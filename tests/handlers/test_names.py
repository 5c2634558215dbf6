"""People named by what they are called, by a mention, or by an @name that has changed hands."""

import pytest

from sandbox.text.entities import Entity
from sandbox.text.recognition import recognized
from sandbox.world.people import Person
from storage import members
from tests.handlers.daily.asking import points
from tests.stage import Stage


def met(stage: Stage, name: str, username: str = "") -> Person:
    """Somebody who has just said hello in the community."""
    person = stage.world.person(name, username=username or None)
    person.join(stage.group)
    person.say(stage.group, "大家好")
    stage.play()
    return person


def asked(stage: Stage, words: str) -> str:
    """What the moderator is told in the staff group."""
    stage.mo.say(stage.staff, words)
    stage.play()
    whispers = [message for (reader, _), message in stage.staff.ephemeral.items() if reader == stage.mo.id]
    return whispers[-1].text if whispers else ""


def test_an_at_name_means_whoever_was_seen_with_it_last(stage: Stage) -> None:
    stage.lin.rename("林晓", "")
    stage.zhou.rename("周舟", "lin")
    stage.zhou.say(stage.group, "换了个用户名")
    stage.play()
    stage.mo.say(stage.staff, "/grant @lin 20 夜里帮人拖车")
    stage.play()
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (0, 20)


def test_the_former_holder_of_an_at_name_is_nobody_of_that_name_any_more(stage: Stage) -> None:
    stage.lin.rename("林晓", "")
    stage.zhou.rename("周舟", "LIN")
    stage.zhou.say(stage.group, "换了个用户名")
    stage.zhou.rename("周舟", "zhou")
    stage.zhou.say(stage.group, "又换回来了")
    stage.play()
    assert "还没有见过" in asked(stage, "/member @lin")


def test_an_at_name_that_was_taken_over_is_not_given_back_by_what_had_waited_for_the_covenant(stage: Stage) -> None:
    """What was said under the old names goes on later, under them."""
    stage.xin.say(stage.group, "签到")
    stage.play()
    stage.clock.advance(60)
    stage.xin.rename("新新", "")
    stage.zhou.rename("周舟", "xin")
    stage.zhou.say(stage.group, "换了个用户名")
    stage.play()
    stage.press(stage.xin, stage.whispers(stage.xin)[-1], "我同意")
    asked(stage, "/grant @xin 20 夜里帮人拖车")
    assert points(stage, stage.zhou) == 20
    assert stage.member(stage.xin).username is None


def test_an_at_name_is_whose_it_is_by_the_latest_update_in_whatever_order_they_are_read(stage: Stage) -> None:
    """With a crowd waiting, updates are taken in turns by sender."""
    now = int(stage.clock.now())
    stage.do(lambda tx: members.remember(tx, stage.zhou.id, "周舟", "lin", "zh", now + 60))
    late = stage.do(lambda tx: members.remember(tx, stage.lin.id, "林晓", "lin", "zh", now + 30))
    assert late.username is None
    stranger = stage.do(lambda tx: members.remember(tx, 424242, "路人", "LIN", "zh", now + 30))
    assert stranger.username is None
    stage.do(lambda tx: members.remember(tx, stage.zhou.id, "老周", "zhou", "zh", now + 10))
    assert (stage.member(stage.zhou).name, stage.member(stage.zhou).username) == ("周舟", "lin")
    again = stage.do(lambda tx: members.remember(tx, stage.lin.id, "林晓", "lin", "zh", now + 90))
    assert (again.username, stage.member(stage.zhou).username) == ("lin", None)


def test_a_mention_is_the_account_it_carries_whatever_its_words(stage: Stage) -> None:
    mary = met(stage, "Mary Ann")
    mary.last_name = "Lee"
    words = "/grant 🚗老何(售后) 20 拍得好"
    marks = [*recognized(words), Entity("text_mention", 7, 8, user_id=mary.id)]
    stage.mo.say(stage.staff, words, entities=marks)
    stage.play()
    assert points(stage, mary) == 20


@pytest.mark.parametrize("words", ["/grant 夏天 20 拍得好", "/grant 夏天20分 拍得好", "/grant 夏天，20 拍得好"])
def test_exactly_one_who_is_called_that_is_meant(stage: Stage, words: str) -> None:
    summer = met(stage, "夏天")
    met(stage, "夏天天")
    stage.mo.say(stage.staff, words)
    stage.play()
    assert points(stage, summer) == 20


def test_a_name_of_several_words_with_a_number_in_it(stage: Stage) -> None:
    summer = met(stage, "Summer 2008")
    stage.mo.say(stage.staff, "/grant summer 2008 20 拍得好")
    stage.play()
    assert points(stage, summer) == 20


def test_of_several_of_one_name_one_is_chosen_and_the_command_goes_on(stage: Stage) -> None:
    first, second = met(stage, "夏天"), met(stage, "夏天", "summer")
    assert "有几位" in asked(stage, "/grant 夏天 20 拍得好")
    [choice] = [m for (reader, _), m in stage.staff.ephemeral.items() if reader == stage.mo.id]
    stage.press(stage.mo, choice, "夏天 @summer")
    assert (points(stage, first), points(stage, second)) == (0, 20)
    stage.press(stage.mo, choice, f"夏天 · ID {first.id}")
    assert points(stage, first) == 0, "the same command pays one person"


def test_part_of_a_name_is_asked_about(stage: Stage) -> None:
    met(stage, "林晓满")
    assert "没有正好叫" in asked(stage, "/member 晓满")
    [choice] = [m for (reader, _), m in stage.staff.ephemeral.items() if reader == stage.mo.id]
    stage.press(stage.mo, choice, next(b.text for row in choice.buttons for b in row))
    assert any("林晓满" in m.text and "贡献值" in m.text for m in stage.staff.ephemeral.values())


def test_a_role_by_display_name(stage: Stage) -> None:
    ning = met(stage, "阿宁")
    stage.owner.say(stage.staff, "/appoint 阿宁 版主")
    stage.play()
    assert stage.member(ning).offices == 1


def test_members_are_listed_and_sought(stage: Stage) -> None:
    for n in range(9):
        met(stage, f"夏{n}")
    assert "16 位" in asked(stage, "/members")
    assert "第 1/2 页" in asked(stage, "/members 夏")
    assert "没有找到" in asked(stage, "/members 100%")


def test_who_is_called_like_nobody_is_not_met(stage: Stage) -> None:
    assert "还没有见过" in asked(stage, "/member 谁也不是")


def test_whoever_has_no_name_that_can_be_seen_is_called_by_what_everybody_is(stage: Stage) -> None:
    blank = stage.world.person("\u3164\u200b")
    blank.started = True
    blank.say(stage.world.private(blank), "/start")
    stage.play()
    assert "车友" in stage.said(blank)[-1].splitlines()[0] and "…" not in stage.said(blank)[-1]


@pytest.mark.parametrize(
    "words",
    [
        "/grant\n@zhou 20\n@owner ２０\n@nobody 5",
        "/grant @zhou 20\n@owner 30",
        "/grant @zhou 20 修车\n@owner：30分",
        "/grant 周舟 20\n何川 30\n林晓 10",
    ],
)
def test_a_list_after_the_command_for_one_pays_nobody_and_says_where_lists_go(stage: Stage, words: str) -> None:
    assert "/grants" in asked(stage, words)
    assert points(stage, stage.zhou) == 0


@pytest.mark.parametrize("reason", ["冬测 2026", "第一行\n第二行 20", "和 @owner 20 公里路上接力"])
def test_a_reason_with_numbers_is_a_reason(stage: Stage, reason: str) -> None:
    asked(stage, f"/grant @zhou 20 {reason}")
    assert points(stage, stage.zhou) == 20
