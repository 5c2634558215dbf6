"""Boards, as people ask for them."""

import pytest

from actions.ledger import paying
from rules.honour.boards import PAGE
from rules.people import Role
from rules.programme.points import Per, PointsRule, Track
from sandbox.world.people import Person
from storage import members
from tests.handlers.honour.announcing import DAY_S, TO_SUNDAY_20, crowd
from tests.stage import Stage

RULES = {"points": "grant", "assist": "thanks", "checkin": "checkin"}


def pay(stage: Stage, person: Person, points: int, rule: str = "grant", subject: object = None) -> None:
    """Points for somebody, in the community group."""
    member, occasion = stage.member(person), stage.occasion()
    fact = subject if subject is not None else f"{points}:{stage.clock.now()}"
    stage.do(lambda tx: paying.give(tx, member, rule, fact, occasion, points=points))


def lines(text: str) -> list[str]:
    """A board's lines without bidi isolates."""
    return [line for line in text.replace("\u2068", "").replace("\u2069", "").splitlines() if line]


def test_a_group_sees_medals_in_order_and_equal_scores_share_a_rank(stage: Stage) -> None:
    for person, points in ((stage.lin, 30), (stage.zhou, 20), (stage.he, 20), (stage.xin, 5)):
        pay(stage, person, points)
    stage.he.say(stage.group, "排行榜")
    stage.play()
    assert lines(stage.last(stage.group).text) == [
        "🏆 本周积分榜 · 星途车友会",
        "11月15日至11月21日",
        "🥇 林晓　30 分",
        "🥈 周舟　20 分",
        "🥈 何川　20 分",
        "4. 新新　5 分",
    ]


def test_a_full_board_says_how_many_more_have_as_much(stage: Stage) -> None:
    for person in crowd(stage, PAGE + 2):
        pay(stage, person, 30)
    stage.he.say(stage.group, "排行榜")
    stage.play()
    assert lines(stage.last(stage.group).text)[-1] == "还有 2 位同分"
    stage.press(stage.he, stage.last(stage.group), "下一页 ›")
    assert "位同分" not in stage.last(stage.group).text


def test_who_stands_level_and_is_not_named_is_counted_in_the_announcement_and_a_week_later(stage: Stage) -> None:
    people = crowd(stage, PAGE + 1)
    for person in people:
        pay(stage, person, 30)
    stage.advance(TO_SUNDAY_20)
    assert any("还有 1 位同分" in text and "周榜" in text for text in stage.said(stage.group))
    stage.advance(DAY_S)
    stage.he.say(stage.group, "/top last")
    stage.play()
    assert lines(stage.last(stage.group).text)[-1] == "还有 1 位同分"


def test_staff_are_shown_beside_the_ranks_and_push_nobody_down(stage: Stage) -> None:
    pay(stage, stage.mo, 50)
    pay(stage, stage.lin, 10)
    stage.lin.say(stage.group, "/top")
    stage.play()
    told = lines(stage.last(stage.group).text)
    assert "🥇 林晓　10 分" in told
    assert "团队不参与排名：莫莫 50 分" in told


def test_who_becomes_staff_leaves_the_ranks_and_comes_back_with_the_role_taken(stage: Stage) -> None:
    pay(stage, stage.zhou, 50)
    pay(stage, stage.lin, 10)
    zhou = stage.member(stage.zhou)
    stage.do(lambda tx: members.give_role(tx, zhou.id, Role.REVIEWER, None, 0))
    stage.lin.say(stage.world.private(stage.lin), "/top")
    stage.play()
    assert "🥇 林晓　10 分 ← 你" in lines(stage.last(stage.lin).text)
    stage.do(lambda tx: members.take_role(tx, zhou.id, Role.REVIEWER))
    stage.lin.say(stage.world.private(stage.lin), "/top")
    stage.play()
    assert "🥇 周舟　50 分" in lines(stage.last(stage.lin).text)


def test_honorary_roles_compete(stage: Stage) -> None:
    pay(stage, stage.lin, 10)
    lin = stage.member(stage.lin)
    stage.do(lambda tx: members.give_role(tx, lin.id, Role.MENTOR, None, 0))
    stage.lin.say(stage.world.private(stage.lin), "/top")
    stage.play()
    assert "🥇 林晓　10 分 ← 你" in lines(stage.last(stage.lin).text)


def test_who_left_is_not_shown_and_stands_where_they_stood_when_they_return(stage: Stage) -> None:
    pay(stage, stage.zhou, 50)
    pay(stage, stage.lin, 10)
    zhou, group = stage.member(stage.zhou), stage.community()
    stage.do(lambda tx: members.gone_from(tx, group.id, zhou.id))
    stage.lin.say(stage.group, "/top")
    stage.play()
    assert "🥇 林晓　10 分" in lines(stage.last(stage.group).text)
    stage.advance(601)
    stage.zhou.say(stage.group, "我回来啦")
    stage.lin.say(stage.group, "/top")
    stage.play()
    assert "🥇 周舟　50 分" in lines(stage.last(stage.group).text)


def test_anyone_may_step_back_and_come_forward_again(stage: Stage) -> None:
    pay(stage, stage.zhou, 50)
    pay(stage, stage.lin, 10)
    stage.zhou.say(stage.group, "/hideme")
    stage.play()
    assert "不再写你的名字" in stage.whispers(stage.zhou)[-1].text
    pay(stage, stage.zhou, 5, subject="later")
    stage.lin.say(stage.group, "/top")
    stage.play()
    assert not any("周舟" in line for line in lines(stage.last(stage.group).text))
    stage.zhou.say(stage.world.private(stage.zhou), "/showme")
    stage.zhou.say(stage.world.private(stage.zhou), "/top")
    stage.play()
    assert "🥇 周舟　55 分 ← 你" in lines(stage.last(stage.zhou).text)


def test_one_board_stands_in_a_group_and_disappears_while_others_get_one_of_their_own(stage: Stage) -> None:
    pay(stage, stage.lin, 10)
    stage.lin.say(stage.group, "/top")
    stage.zhou.say(stage.group, "/top")
    stage.play()
    assert len(stage.said(stage.group)) == 1
    assert "本周积分榜" in stage.whispers(stage.zhou)[-1].text
    stage.advance(601)
    assert stage.said(stage.group) == []


def test_the_buttons_turn_the_board_in_place_for_everybody(stage: Stage) -> None:
    pay(stage, stage.lin, 10, "thanks")
    pay(stage, stage.he, 30)
    stage.lin.say(stage.group, "/top")
    stage.play()
    stage.press(stage.zhou, stage.last(stage.group), "助攻")
    [board] = stage.messages(stage.group)
    assert lines(board.text)[0] == "🏆 本周助攻榜 · 星途车友会"
    assert lines(board.text)[2:] == ["🥇 林晓　10 分"]
    stage.press(stage.he, board, "本月")
    assert lines(board.text)[0] == "🏆 本月助攻榜 · 星途车友会"


def test_a_board_of_ones_own_is_turned_for_oneself_with_the_own_place(stage: Stage) -> None:
    for n in range(12):
        person = stage.world.person(f"车友{n:02d}")
        stage.do(lambda tx, p=person: members.remember(tx, p.id, p.name, None, "zh", 0))
        pay(stage, person, 50 - n)
    pay(stage, stage.zhou, 3)
    stage.lin.say(stage.group, "/top")
    stage.zhou.say(stage.group, "/top")
    stage.play()
    own = stage.whispers(stage.zhou)[-1]
    assert "第 13 名　你　3 分（再得 36 分追平上一名）" in lines(own.text)
    stage.press(stage.zhou, own, "总榜")
    assert lines(own.text)[0] == "🏆 总积分榜 · 星途车友会"
    assert "第 13 名　你　3 分（再得 36 分追平上一名）" in lines(own.text)


def test_my_place_is_told_to_me_alone_with_the_neighbours(stage: Stage) -> None:
    for person, points in ((stage.lin, 30), (stage.zhou, 20), (stage.he, 12)):
        pay(stage, person, points)
    stage.lin.say(stage.group, "/top")
    stage.play()
    told = lines(stage.press(stage.zhou, stage.last(stage.group), "我的名次"))
    assert told == ["本周积分榜", "你是第 2 名，20 分", "前面是 林晓，30 分，再得 10 分就追平", "后面是 何川，12 分"]
    assert "还不在这张榜上" in stage.press(stage.xin, stage.last(stage.group), "我的名次")
    assert len(stage.said(stage.group)) == 1


def test_a_long_board_has_pages_and_shows_the_readers_own_place_below(stage: Stage) -> None:
    crowd = [stage.world.person(f"车友{n:02d}") for n in range(24)]
    group = stage.community()
    for n, person in enumerate(crowd):
        stage.do(lambda tx, p=person: members.remember(tx, p.id, p.name, None, "zh", 0))
        pay(stage, person, 100 - n)
    pay(stage, stage.lin, 1)
    stage.lin.say(stage.world.private(stage.lin), "/top")
    stage.play()
    board = stage.last(stage.lin)
    told = lines(board.text)
    assert told[-2:] == ["24. 车友23　77 分", "第 25 名　你　1 分（再得 76 分追平上一名）"]
    assert sum("车友" in line for line in told[2:-2]) == PAGE
    stage.press(stage.lin, board, "下一页 ›")
    assert "11. 车友10　90 分" in lines(board.text)
    stage.press(stage.lin, board, "下一页 ›")
    assert "25. 林晓　1 分 ← 你" in lines(board.text)
    assert group


@pytest.mark.parametrize(
    ("words", "title"), [("本月 助攻", "本月助攻榜"), ("season checkin", "本赛季签到榜"), ("总榜", "总积分榜")]
)
def test_words_choose_the_board(stage: Stage, words: str, title: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), f"/top {words}")
    stage.play()
    assert title in stage.last(stage.lin).text


def test_a_board_nobody_knows_is_answered_with_the_ones_there_are(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/top 颜值")
    stage.play()
    assert "没有找到“颜值”榜" in stage.last(stage.lin).text


def test_nobody_is_pinged_by_a_board(stage: Stage) -> None:
    pay(stage, stage.lin, 10)
    stage.zhou.say(stage.group, "/top")
    stage.play()
    kinds = {entity.type for entity in stage.last(stage.group).entities}
    assert not kinds & {"mention", "text_mention", "text_link"}


def test_every_track_has_its_board() -> None:
    assert {"checkin", "assist", "creator"} == {track.value for track in Track} - {"other"}
    assert PointsRule("x", 1, Per.DAY).track is Track.OTHER


def test_in_private_the_board_and_ones_place_are_those_of_all_groups(stage: Stage) -> None:
    pay(stage, stage.lin, 10)
    private = stage.world.private(stage.lin)
    for words, said in (("/top", "本周积分榜 · 所有群"), ("/me", "第 1 名（所有群）")):
        stage.lin.say(private, words)
        stage.play()
        assert said in stage.last(stage.lin).text
