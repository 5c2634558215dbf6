"""What is said about a nomination is so: who reads it, who is on the card, who is meant."""

from sandbox.world.people import Person
from tests.handlers.honour.test_award import HELPED, begin, nominate, shortlisted
from tests.stage import Stage


def privately(stage: Stage, by: Person, words: str) -> str:
    by.say(stage.world.private(by), words)
    stage.play()
    return stage.last(by).text


def settled(stage: Stage, name: str, username: str = "") -> Person:
    """Somebody more, who is in the group."""
    person = stage.world.person(name, username=username)
    person.join(stage.group)
    person.say(stage.group, "大家好")
    stage.play()
    return person


def test_a_nomination_in_the_group_goes_at_once_and_says_who_reads_the_reason(stage: Stage) -> None:
    begin(stage)
    assert "理由会写给大家看" in stage.last(stage.group).text
    word = stage.he.say(stage.group, "我看看")
    said = stage.lin.say(stage.group, f"/nominate {HELPED}", reply_to=word)
    stage.play()
    assert said.deleted
    assert "这句理由会写给大家看，不写是谁说的" in stage.whispers(stage.lin)[-1].text


def test_where_nobody_votes_the_reason_stays_with_the_moderators(stage: Stage) -> None:
    begin(stage, "荣誉大使")
    assert "写给大家" not in stage.last(stage.group).text
    nominate(stage, stage.lin, stage.he)
    assert "我只告诉版主。\n改主意" in stage.whispers(stage.lin)[-1].text


def test_everybody_who_is_nominated_stands_on_the_card(stage: Stage) -> None:
    begin(stage)
    people = [settled(stage, f"车友{n}号") for n in range(1, 10)]
    for n, whom in enumerate(people):
        nominate(stage, (stage.lin, stage.he, stage.zhou)[n // 3], whom)
    card = shortlisted(stage)
    assert [name for name in (person.name for person in people) if name not in card.text] == []


def test_two_of_one_name_are_told_apart_on_the_card_and_in_the_vote(stage: Stage) -> None:
    begin(stage)
    nominate(stage, stage.lin, settled(stage, "何川", "he_also"))
    nominate(stage, stage.zhou, stage.he)
    nominate(stage, stage.he, stage.zhou)
    card = shortlisted(stage, "何川 @he_also", "何川 @he", "周舟")
    stage.press(stage.owner, card, "开始投票")
    vote = stage.last(stage.group)
    assert {button.text for row in vote.buttons for button in row} == {"何川 @he_also", "何川 @he", "周舟"}
    assert "@he_also" in stage.press(stage.lin, vote, "何川 @he_also")


def test_one_s_own_nominations_are_listed_and_taken_back(stage: Stage) -> None:
    begin(stage)
    assert "还没有提名谁" in privately(stage, stage.lin, "/nominate")
    privately(stage, stage.lin, f"/nominate @he {HELPED}")
    mine = privately(stage, stage.lin, "/nominate")
    assert "何川" in mine and HELPED in mine
    stage.press(stage.lin, stage.last(stage.lin), "收回：何川（年度热心用户）")
    assert "何川" not in shortlisted(stage).text


def test_the_award_may_go_first_and_one_that_is_not_open_is_said_to_be_so(stage: Stage) -> None:
    begin(stage)
    assert "你提名 \u2068何川\u2069 为“年度热心用户”" in privately(
        stage, stage.lin, f"/nominate 年度热心用户 何川 {HELPED}"
    )
    assert "你提名 \u2068何川\u2069" in privately(stage, stage.zhou, f"/nominate 年度热心用户 @he {HELPED}")
    assert "“荣誉大使”现在不收提名" in privately(stage, stage.lin, f"/nominate @he 荣誉大使 {HELPED}")
    assert "“荣誉大使”现在不收提名" in privately(stage, stage.lin, f"/nominate 荣誉大使 何川 {HELPED}")


def test_what_is_missing_is_said_with_an_award_that_is_open(stage: Stage) -> None:
    begin(stage, "创意生活家")
    told = privately(stage, stage.lin, "/nominate @he 好人")
    assert "至少写 4 个字" in told and "/nominate 创意生活家" in told
    assert "不能提名自己" in privately(stage, stage.lin, f"/nominate @lin {HELPED}")


def test_who_is_meant_is_asked_by_the_name_alone(stage: Stage) -> None:
    begin(stage)
    settled(stage, "何川", "he_also")
    assert "叫“\u2068何川\u2069”的有几位" in privately(stage, stage.lin, f"/nominate 何川 {HELPED}")


def test_the_card_of_names_offers_nothing_once_the_award_is_given(stage: Stage) -> None:
    begin(stage, "荣誉大使")
    nominate(stage, stage.lin, stage.he)
    card = shortlisted(stage, "何川")
    stage.press(stage.owner, card, "写颁奖词")
    stage.owner.say(stage.world.private(stage.owner), "半夜有人求助，总有他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    assert not card.buttons and "颁给了" in card.text


def late(stage: Stage) -> None:
    """A nomination is sent a minute before the end and seen half an hour later, after the staff's card of names."""
    stage.advance(14 * 86_400 + 11 * 3_600 - 60)
    word = stage.he.say(stage.group, "我看看")
    stage.lin.say(stage.group, f"/nominate {HELPED}", reply_to=word)
    stage.world.advance(1_800)
    stage.do(lambda tx: stage.schedule.tick(tx, int(stage.clock.now())))
    stage.play()


def test_a_nomination_that_was_sent_in_time_and_seen_later_stands_on_the_card(stage: Stage) -> None:
    begin(stage)
    late(stage)
    told = stage.whispers(stage.lin)[-1]
    assert "你发的时候还没截止，照样算" in told.text and not told.buttons
    card = stage.last(stage.staff)
    assert "何川" in card.text and HELPED in card.text
    stage.press(stage.mo, card, "何川（1 人提名）")


def test_after_the_staff_ended_it_themselves_nobody_is_nominated_any_more(stage: Stage) -> None:
    begin(stage)
    nominate(stage, stage.zhou, stage.he)
    card = shortlisted(stage)
    nominate(stage, stage.lin, stage.zhou)
    assert "现在没有奖项在提名" in stage.whispers(stage.lin)[-1].text
    assert "周舟" not in card.text


def test_nominations_are_taken_to_the_end_of_the_minute_that_is_shown(stage: Stage) -> None:
    begin(stage)
    word = stage.he.say(stage.group, "我看看")
    stage.advance(14 * 86_400 + 11 * 3_600 + 30)
    stage.lin.say(stage.group, f"/nominate {HELPED}", reply_to=word)
    stage.play()
    told = stage.whispers(stage.lin)[-1].text
    assert "你提名" in told and "刚看到" not in told
    stage.advance(30)
    stage.zhou.say(stage.group, f"/nominate {HELPED}", reply_to=word)
    stage.play()
    assert "现在没有奖项在提名" in stage.whispers(stage.zhou)[-1].text
