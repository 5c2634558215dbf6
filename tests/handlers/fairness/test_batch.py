"""Points for a list of people: all of it or nothing, and taken back as a whole."""

from sandbox.text.entities import Entity
from sandbox.world.messages import Message
from tests.handlers.daily.asking import points
from tests.shopping import tell
from tests.stage import Stage

LIST = "@lin 20\n周舟，30\n@he：10"


def sent(stage: Stage, text: str) -> Message:
    """Mo says that in private; what the bot answers."""
    tell(stage, stage.mo, text)
    stage.play()
    return stage.last(stage.mo)


def have(stage: Stage) -> list[int]:
    """The points of Lin, Zhou and He."""
    return [points(stage, person) for person in (stage.lin, stage.zhou, stage.he)]


def test_a_list_is_shown_given_once_and_told_in_the_evening(stage: Stage) -> None:
    assert "一行一位" in sent(stage, "/grants 周末自驾到场").text
    preview = sent(stage, LIST)
    assert "3 位，共 60 分" in preview.text
    assert have(stage) == [0, 0, 0]
    stage.mo.press(preview, "就这样加")
    stage.mo.press(preview, "就这样加")
    stage.play()
    assert "第 1 批加好了" in preview.text
    assert have(stage) == [20, 30, 10]
    stage.evening()
    assert "周末自驾到场" in stage.last(stage.lin).text


def test_the_same_list_sent_twice_is_said_to_be_so_before_it_is_given_again(stage: Stage) -> None:
    first, second = sent(stage, "/grants 到场\n" + LIST), sent(stage, "/grants 到场\n" + LIST)
    assert "同样的原因" not in second.text
    stage.press(stage.mo, first, "就这样加")
    stage.press(stage.mo, second, "就这样加")
    assert have(stage) == [20, 30, 10], "the same list is hardly meant twice"
    assert "其中 3 位，今天已经用同样的原因" in second.text
    third = sent(stage, "/grants 到场\n@lin 20\n@zhou 5")
    assert "其中 1 位，今天已经用同样的原因" in third.text
    stage.press(stage.mo, third, "就这样加")
    assert have(stage) == [40, 35, 10], "it was said, and is meant"


def test_one_line_that_can_not_be_read_holds_all_of_it_back(stage: Stage) -> None:
    told = sent(stage, "/grants 到场\n@lin 20\n@nobody 20\n周舟,1,000\n@lin 5\n@mo 9").text
    for words in ("第 2 行没找到“@nobody”", "第 3 行", "第 4 行“@lin”写了两次", "第 5 行“@mo”是你自己"):
        assert words in told.replace("（", "")
    assert have(stage) == [0, 0, 0]
    preview = sent(stage, LIST)
    stage.press(stage.mo, preview, "就这样加")
    assert have(stage) == [20, 30, 10]


def test_undo_takes_a_batch_back_as_a_whole(stage: Stage) -> None:
    stage.press(stage.mo, sent(stage, "/grants 到场\n" + LIST), "就这样加")
    preview = sent(stage, "/undo 批1 活动取消了")
    stage.press(stage.mo, preview, "确认撤回")
    assert have(stage) == [0, 0, 0]
    assert "没有第 7 批" in sent(stage, "/undo 批7 弄错了").text


def test_too_much_for_one_person_takes_a_second_one(stage: Stage) -> None:
    preview = sent(stage, "/grants 大奖\n@lin 200\n周舟 201")
    stage.press(stage.mo, preview, "就这样加")
    assert "另一位来确认" in preview.text
    assert have(stage) == [0, 0, 0]
    question = stage.last(stage.staff)
    stage.press(stage.mo, question, "同意")
    assert have(stage) == [0, 0, 0]
    stage.press(stage.owner, question, "同意")
    assert have(stage) == [200, 201, 0]
    assert "确认" in question.text


def test_the_limit_counts_the_lines_of_a_batch_together_and_a_no_gives_nothing(stage: Stage) -> None:
    tell(stage, stage.owner, "/appoint @rui 版主")
    stage.play()
    alone = stage.programme.grants.alone_member_day
    stage.press(stage.mo, sent(stage, f"/grants 到场\n@lin {alone}"), "就这样加")
    preview = sent(stage, "/grants 再来\n@lin 1\n周舟 1")
    stage.press(stage.mo, preview, "就这样加")
    stage.press(stage.rui, stage.last(stage.staff), "不同意")
    assert "一分也没加" in stage.last(stage.staff).text
    assert have(stage) == [alone, 0, 0]


def test_without_a_reason_or_for_too_many_nothing_begins(stage: Stage) -> None:
    sent(stage, "/grants")
    assert "最多 50 位" in sent(stage, "/grants 到场\n" + "\n".join(f"@p{n} 1" for n in range(51))).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM grant_batch")) == 0


def test_of_several_of_one_name_one_is_chosen_and_shown_apart(stage: Stage) -> None:
    double = stage.world.person("周舟")
    double.join(stage.group)
    double.say(stage.group, "大家好")
    stage.play()
    sent(stage, "/grants 周末自驾到场")
    asked = sent(stage, "@lin 20\n周舟，30")
    assert "第 2 行“周舟”有好几位" in asked.text
    stage.press(stage.mo, asked, "第 2 行是 周舟 @zhou")
    preview = stage.last(stage.mo)
    assert "@zhou +30" in preview.text
    stage.press(stage.mo, preview, "就这样加")
    assert have(stage) == [20, 30, 0] and points(stage, double) == 0


def test_a_mention_on_a_line_is_the_account_it_carries_and_a_number_is_nobodys_name(stage: Stage) -> None:
    fake = stage.world.person("Mary Ann", username="fake")
    numbered = stage.world.person("99999999", username="numbered")
    for one in (fake, numbered):
        one.join(stage.group)
        one.say(stage.group, "大家好")
    stage.play()
    mary = stage.world.person("Mary Ann")
    sent(stage, "/grants 周末自驾到场")
    stage.mo.say(stage.world.private(stage.mo), "Mary Ann 20", entities=[Entity("text_mention", 0, 8, user_id=mary.id)])
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "就这样加")
    assert (points(stage, mary), points(stage, fake)) == (20, 0)
    sent(stage, "/grants 周末自驾到场")
    assert "没找到“99999999”" in sent(stage, "99999999 20").text


def test_a_batch_of_who_has_left_the_team_gives_nothing(stage: Stage) -> None:
    stage.press(stage.mo, sent(stage, "/grants 大奖\n@lin 200\n周舟 201"), "就这样加")
    card = stage.last(stage.staff)
    tell(stage, stage.owner, "/dismiss @mo 版主")
    stage.play()
    assert "已经不在团队里了" in stage.press(stage.owner, card, "同意")
    assert have(stage) == [0, 0, 0]
