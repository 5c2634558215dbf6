"""What people said when they thanked, and whom most of them thanked."""

from datetime import date

import pytest

from storage.daily import thanks
from storage.ledger import ledger
from tests.handlers.daily.thanking import MONDAY, helped
from tests.stage import Stage


def test_words_that_follow_a_reaction_are_kept_as_its_reason(stage: Stage) -> None:
    message = helped(stage)
    stage.lin.react(message, "❤")
    stage.lin.say(stage.group, "谢谢，图很清楚", reply_to=message)
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert (words.giver, words.reason) == (stage.member(stage.lin).id, "图很清楚")


def test_the_most_thanked_are_those_whom_most_different_people_thanked(stage: Stage) -> None:
    for giver, helper, word in (
        (stage.lin, stage.zhou, "谢谢，视频一看就会"),
        (stage.he, stage.zhou, "感谢"),
        (stage.mo, stage.zhou, "thanks for the torque values"),
        (stage.zhou, stage.he, "谢谢"),
    ):
        giver.say(stage.group, word, reply_to=helped(stage, helper))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    best, second = stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))
    assert (best.member, best.givers, best.thanks, best.points) == (zhou, 3, 3, 12)
    assert second.givers == 1
    words = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert [said.reason for said in words] == ["for the torque values", "视频一看就会"]
    assert stage.do(lambda tx: thanks.helpers(tx, group, date(2026, 11, 17), date(2026, 11, 30), 10)) == []


def test_of_somebody_who_thanked_twice_the_longest_words_are_quoted(stage: Stage) -> None:
    for giver, word in ((stage.lin, "谢谢，好用"), (stage.lin, "谢谢，视频一看就会"), (stage.he, "谢谢，省了一趟")):
        giver.say(stage.group, word, reply_to=helped(stage, stage.zhou))
        stage.play()
        stage.clock.advance(60)
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    words = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert [said.reason for said in words] == ["视频一看就会", "省了一趟"]


def test_what_was_refused_does_not_count_towards_the_best(stage: Stage) -> None:
    for _ in range(4):
        stage.lin.say(stage.group, "谢谢，又学到了", reply_to=helped(stage))
        stage.play()
        stage.advance(60)
    stage.he.say(stage.group, "谢谢", reply_to=helped(stage, stage.mo))
    stage.rui.say(stage.group, "谢谢", reply_to=helped(stage, stage.mo))
    stage.play()
    group = stage.community().id
    best, second = stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))
    assert (best.member, best.givers) == (stage.member(stage.mo).id, 2)
    assert (second.givers, second.thanks, second.points) == (1, 3, 7)


def test_a_thank_taken_back_is_not_among_the_most_thanked_and_given_again_it_is(stage: Stage) -> None:
    stage.lin.say(stage.group, "谢谢，讲得真细", reply_to=helped(stage))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id

    def seen() -> tuple[list[int], list[str]]:
        most = stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))
        words = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
        return [helper.member for helper in most], [said.reason for said in words]

    for standing in (([zhou], ["讲得真细"]), ([], []), ([zhou], ["讲得真细"])):
        assert seen() == standing
        newest = stage.do(lambda tx: ledger.of_member(tx, zhou, 1)[0].id)
        stage.owner.say(stage.world.private(stage.owner), f"/undo {newest} 再看看")
        stage.play()
        stage.press(stage.owner, stage.last(stage.owner), "确认撤回")


def test_a_reason_given_before_it_counted_is_not_lost(stage: Stage) -> None:
    first, second = helped(stage), helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=first)
    stage.lin.say(stage.group, "谢谢，这张图救了我", reply_to=second)
    stage.play()
    stage.advance(60)
    stage.lin.react(second, "❤")
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert (words.reason, words.message) == ("这张图救了我", second.id)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("谢谢罗师傅，绑带拧一圈真的不响了", "绑带拧一圈真的不响了"),
        ("谢谢，就是这个图，不过在哪买", "就是这个图"),
        ("谢谢各位大佬", None),
        ("thx bro, the second clip did it", "the second clip did it"),
    ],
)
def test_what_is_quoted_of_a_thank_is_what_it_was_for(stage: Stage, said: str, reason: str | None) -> None:
    stage.lin.say(stage.group, said, reply_to=helped(stage))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    assert stage.member(stage.zhou).contribution == 4
    assert [words.reason for words in stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))] == (
        [reason] if reason else []
    )


@pytest.mark.parametrize(
    "said",
    [
        *("谢谢，还是不行", "谢谢提醒，但没用", "谢谢你啊，越修越坏", "thanks, still doesn't work"),
        *(
            "谢谢，没兴趣",
            "感谢推荐，太贵了",
            "谢谢，滚",
            "谢谢你替我做决定",
            "谢谢，饿了",
            "谢谢，你认错人了",
            "谢谢🙄",
        ),
        *("感谢我家师傅给我修好了", "谢谢楼下的兄弟", "感谢，但我不打算换", "thanks, not interested"),
    ],
)
def test_a_refusal_mockery_or_thanks_to_somebody_else_that_begin_politely_thank_nobody(stage: Stage, said: str) -> None:
    word = stage.lin.say(stage.group, said, reply_to=helped(stage))
    stage.play()
    assert stage.member(stage.zhou).contribution == 0 and not word.reactions
    assert stage.whispers(stage.lin) == [] and stage.said(stage.group) == []


@pytest.mark.parametrize(
    "said", ["mark，谢谢", "码住谢谢", "蹲一个谢谢", "先收藏了谢谢", "感谢，+1", "+1", "bookmarked, thanks"]
)
@pytest.mark.parametrize("question", ["#提问 蓝牙钥匙连不上车机", "求助：启停关不掉", "怎么关启停？我的是去年的车"])
def test_who_marks_a_question_would_like_to_know_as_well(stage: Stage, question: str, said: str) -> None:
    asked = stage.zhou.say(stage.group, question)
    stage.play()
    word = stage.lin.say(stage.group, said, reply_to=asked)
    stage.play()
    assert stage.member(stage.zhou).contribution == 0 and not word.reactions
    assert stage.whispers(stage.lin) == []


@pytest.mark.parametrize(
    "said", ["mark，谢谢", "马克，谢谢", "码住谢谢", "蹲一个谢谢", "先收藏了谢谢", "感谢，+1", "saved, thanks"]
)
@pytest.mark.parametrize("told", ["换个保险丝试试", "胎压怎么重置：先点车辆，再长按", "你重启过吗，不行就换保险丝"])
def test_who_marks_an_answer_thanks_for_it(stage: Stage, told: str, said: str) -> None:
    asked = stage.lin.say(stage.group, "#提问 蓝牙钥匙连不上车机")
    stage.play()
    answer = stage.zhou.say(stage.group, told, reply_to=asked)
    stage.play()
    stage.he.say(stage.group, said, reply_to=answer)
    stage.play()
    assert stage.member(stage.zhou).contribution == 4
