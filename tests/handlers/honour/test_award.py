"""Awards from the first nomination to the hall: nominated, shortlisted, voted on, given, taken back."""

from datetime import timedelta

from rules.people import Role
from rules.programme.awards import Voting
from rules.programme.programme import Programme
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import ballots, groups, members
from tests.databases import rows
from tests.handlers.honour.test_value_letter import until
from tests.places import moved
from tests.stage import Stage

FEW = Programme(voting=Voting(quorum=2))
HELPED = "半夜还在帮我查故障码"


def begin(stage: Stage, title: str = "年度热心用户") -> None:
    """The owner opens nominations."""
    stage.owner.say(stage.world.private(stage.owner), "/awards")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), f"开始提名：{title}")
    stage.press(stage.owner, stage.last(stage.owner), "发到各群")


def nominate(stage: Stage, by: Person, whom: Person, reason: str = HELPED) -> None:
    word = whom.say(stage.group, "我看看")
    by.say(stage.group, f"/nominate {reason}", reply_to=word)
    stage.play()


def shortlisted(stage: Stage, *names: str) -> Message:
    """The staff end the nominations and tick these."""
    stage.press(stage.owner, stage.last(stage.staff), "提名到此为止")
    card = stage.last(stage.staff)
    for name in names:
        stage.press(stage.mo, card, f"{name}（1 人提名）")
    return card


def voting(stage: Stage) -> Message:
    """Two of three are up for the vote in the group."""
    begin(stage)
    nominate(stage, stage.lin, stage.he)
    nominate(stage, stage.he, stage.zhou)
    stage.press(stage.owner, shortlisted(stage, "何川", "周舟"), "开始投票")
    return stage.last(stage.group)


def counted(stage: Stage) -> Message:
    """The staff's card of a vote that is over."""
    return next(message for message in reversed(stage.messages(stage.staff)) if "计票完成" in message.text)


def evenings(stage: Stage, days: int) -> None:
    """It is ten past eight in the evening, so many days on."""
    stage.advance(timedelta(days=days, hours=11, minutes=14).total_seconds())


def test_an_award_goes_from_nomination_to_the_hall(stage: Stage) -> None:
    stage.restart(FEW)
    vote = voting(stage)
    assert HELPED in vote.text
    for person, name in (
        (stage.lin, "何川"),
        (stage.lin, "周舟"),
        (stage.lin, "何川"),
        (stage.zhou, "何川"),
        (stage.he, "周舟"),
    ):
        stage.press(person, vote, name)
    evenings(stage, 7)
    assert "投票结束" in vote.text
    assert "何川\u2069：2 票" in vote.text
    assert not vote.buttons
    stage.press(stage.owner, counted(stage), "何川")
    stage.owner.say(stage.world.private(stage.owner), "半夜有人求助，总有他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    told = stage.last(stage.group)
    assert "“年度热心用户”：\u2068何川" in told.text
    assert "半夜有人求助，总有他。" in told.text and "3 票里得了 2 票" in told.text
    stage.lin.say(stage.world.private(stage.lin), "/hall")
    stage.play()
    assert "半夜有人求助，总有他。" in stage.last(stage.lin).text


def test_too_few_votes_leave_it_to_the_staff_and_an_honour_can_be_taken_back(stage: Stage) -> None:
    vote = voting(stage)
    stage.press(stage.lin, vote, "周舟")
    evenings(stage, 7)
    assert "不到 5 票，由版主来定" in vote.text
    stage.press(stage.owner, counted(stage), "何川")
    stage.owner.say(stage.world.private(stage.owner), "谢谢他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    ceremony = stage.last(stage.group)
    stage.press(stage.owner, stage.last(stage.staff), "收回这个奖")
    stage.owner.say(stage.world.private(stage.owner), "弄错人了")
    stage.play()
    stage.sends(stage.owner)
    assert ceremony.deleted
    assert "弄错人了" in stage.last(stage.he).text
    stage.lin.say(stage.world.private(stage.lin), "/hall")
    stage.play()
    assert "还没有颁奖" in stage.last(stage.lin).text


def test_what_is_posted_and_where_is_seen_before_anybody_reads_it(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "/awards")
    stage.play()
    shown, before = stage.last(stage.owner), stage.said(stage.group)
    stage.press(stage.owner, shown, "开始提名：创意生活家")
    preview = stage.last(stage.owner)
    assert "星途车友会" in preview.text and "“创意生活家”提名开始了" in preview.text
    assert stage.said(stage.group) == before
    stage.press(stage.owner, preview, "发到各群")
    assert "“创意生活家”提名开始了" in stage.said(stage.group)[-1]
    assert "正在评" in stage.press(stage.owner, shown, "开始提名：创意生活家")


def test_no_round_begins_where_no_group_would_read_of_it(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "/awards")
    stage.play()
    shown = stage.last(stage.owner)
    stage.press(stage.owner, shown, "开始提名：年度热心用户")
    preview = stage.last(stage.owner)
    stage.do(lambda tx: groups.deactivate(tx, stage.group.id))
    assert "发了没人看得到" in stage.press(stage.owner, preview, "发到各群")
    assert "发了没人看得到" in stage.press(stage.owner, shown, "开始提名：创意生活家")
    assert rows(stage.connection, "SELECT id FROM award_round") == []


def test_a_moderator_reads_whose_step_it_is(stage: Stage) -> None:
    begin(stage)
    card = stage.last(stage.staff)
    assert "由主理人或运营来办" in stage.press(stage.mo, card, "提名到此为止")


def test_level_votes_leave_it_to_the_staff(stage: Stage) -> None:
    stage.restart(FEW)
    vote = voting(stage)
    stage.press(stage.zhou, vote, "何川")
    stage.press(stage.he, vote, "周舟")
    evenings(stage, 7)
    assert "票数一样，由版主来定" in vote.text
    labels = [button.text for row in counted(stage).buttons for button in row]
    assert any("何川" in label for label in labels) and any("周舟" in label for label in labels)
    stage.press(stage.owner, counted(stage), "周舟")
    stage.owner.say(stage.world.private(stage.owner), "半夜有人求助，总有他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    told = stage.last(stage.group).text
    assert "“年度热心用户”：\u2068周舟" in told
    assert "投票打了平手，各 1 票，最后由版主定的。" in told and "大家投票选出来的" not in told


def test_a_single_vote_decides_where_the_brand_says_that_it_is_enough(stage: Stage) -> None:
    stage.restart(Programme(voting=Voting(quorum=1)))
    vote = voting(stage)
    stage.press(stage.lin, vote, "何川")
    evenings(stage, 7)
    assert "1 人投了票" in vote.text and "等颁奖词写好" in vote.text
    stage.press(stage.owner, counted(stage), "何川")
    stage.owner.say(stage.world.private(stage.owner), "总有他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    assert "1 票里得了 1 票" in stage.last(stage.group).text
    stage.owner.say(stage.world.private(stage.owner), "/awards")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "再评一次：年度热心用户")
    assert "已经颁给" in stage.last(stage.owner).text


def test_a_candidate_votes_but_not_for_themselves(stage: Stage) -> None:
    stage.restart(FEW)
    vote = voting(stage)
    assert "自己的那份，让车友来投" in stage.press(stage.zhou, vote, "周舟")
    assert "投给了" in stage.press(stage.zhou, vote, "何川")
    assert "自己的那份" in stage.press(stage.zhou, vote, "周舟")
    stage.press(stage.lin, vote, "何川")
    evenings(stage, 7)
    assert "何川\u2069：2 票" in vote.text and "周舟\u2069：0 票" in vote.text


def test_a_vote_is_for_members_in_time_and_closes_once(stage: Stage) -> None:
    stage.restart(FEW)
    vote = voting(stage)
    assert "版主和运营不投票" in stage.press(stage.mo, vote, "何川")
    stage.press(stage.lin, vote, "何川")
    stage.press(stage.zhou, vote, "何川")
    evenings(stage, 7)
    evenings(stage, 1)
    assert len([one for one in stage.said(stage.staff) if "计票完成" in one]) == 1


def test_who_may_be_nominated_and_what_is_asked_for(stage: Stage) -> None:
    stage.lin.say(stage.group, "/nominate 帮了我很多", reply_to=stage.he.say(stage.group, "在"))
    stage.play()
    assert "没有奖项在提名" in stage.whispers(stage.lin)[-1].text
    begin(stage)
    nominate(stage, stage.lin, stage.lin)
    assert "自己" in stage.whispers(stage.lin)[-1].text
    nominate(stage, stage.lin, stage.mo)
    assert "不参加评选" in stage.whispers(stage.lin)[-1].text
    nominate(stage, stage.lin, stage.he, "")
    assert "理由至少写 4 个字" in stage.whispers(stage.lin)[-1].text
    nominate(stage, stage.lin, stage.he, "好" * 301)
    assert "301 个字" in stage.whispers(stage.lin)[-1].text
    nominate(stage, stage.lin, stage.he, f"年度热心用户 {HELPED}")
    done = stage.whispers(stage.lin)[-1]
    assert done.text.endswith("点下面。") and HELPED in done.text
    stage.press(stage.lin, done, "收回这份提名")
    assert "何川" not in shortlisted(stage).text


def test_with_two_awards_open_one_is_chosen_by_name_or_button(stage: Stage) -> None:
    begin(stage)
    begin(stage, "创意生活家")
    nominate(stage, stage.lin, stage.he)
    asked = stage.whispers(stage.lin)[-1]
    stage.press(stage.lin, asked, "创意生活家")
    assert "“创意生活家”" in stage.whispers(stage.lin)[-1].text
    nominate(stage, stage.zhou, stage.he, f"年度热心用户：{HELPED}")
    assert "“年度热心用户”" in stage.whispers(stage.zhou)[-1].text


def test_one_who_is_appointed_meanwhile_or_is_the_decider_gets_none(stage: Stage) -> None:
    begin(stage, "荣誉大使")
    nominate(stage, stage.lin, stage.he)
    card = shortlisted(stage, "何川")
    he = stage.do(lambda tx: members.by_telegram_id(tx, stage.he.id))
    assert he is not None
    stage.do(lambda tx: members.give_role(tx, he.id, Role.REVIEWER, None, 0))
    assert "不参加评选" in stage.press(stage.owner, card, "写颁奖词")


def test_a_round_is_called_off_everywhere(stage: Stage) -> None:
    begin(stage)
    told = stage.last(stage.group)
    assert "提名开始了" in told.text
    stage.press(stage.owner, stage.last(stage.staff), "这次不评了")
    assert "这次不评了" in told.text
    begin(stage)
    assert "提名开始了" in stage.last(stage.group).text


def test_who_is_only_in_a_group_that_was_given_up_has_no_vote(stage: Stage) -> None:
    now = int(stage.clock.now())
    assert stage.do(lambda tx: ballots.electors(tx, (), now)) == 3
    stage.do(lambda tx: groups.deactivate(tx, stage.group.id))
    assert stage.do(lambda tx: ballots.electors(tx, (), now)) == 0


def test_votes_are_taken_to_the_end_of_the_minute_that_is_shown(stage: Stage) -> None:
    vote = voting(stage)
    [ends] = rows(stage.connection, "SELECT closes_at FROM ballot")
    stage.advance(ends[0] - stage.clock.now() + 30)
    assert "投给了" in stage.press(stage.lin, vote, "何川")
    stage.advance(30)
    assert "投给了" not in stage.press(stage.zhou, vote, "何川")
    assert rows(stage.connection, "SELECT count(*) FROM vote") == [(1,)]


def test_an_award_is_of_the_brands_year_wherever_whoever_begins_it_is_at_home(stage: Stage) -> None:
    moved(stage, stage.owner)
    until(stage, 1, 12)  # New Year's Eve in Los Angeles
    begin(stage)
    [found] = rows(stage.connection, "SELECT year FROM award_round")
    assert found.year == 2027
