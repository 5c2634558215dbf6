"""Points, sanctions and records are of the one who was named, and of nobody who is called alike or stands behind."""

import pytest

from sandbox.world.people import Person
from storage.ledger import ledger
from tests.stage import Stage


def points(stage: Stage) -> dict[str, int]:
    """Who of the community has points."""
    found = {}
    for person in (stage.lin, stage.zhou, stage.he):
        member = stage.member(person)
        found[person.name] = stage.do(lambda tx, of=member.id: ledger.balance(tx, of).posted)
    return {name: posted for name, posted in found.items() if posted}


def whisper(stage: Stage, command: str, to: Person | None = None) -> str:
    """What only the moderator reads of a command in the group, in reply to that person if there is one."""
    word = to.say(stage.group, "原话") if to else None
    stage.mo.say(stage.group, command, reply_to=word)
    stage.play()
    return stage.whispers(stage.mo)[-1].text


@pytest.mark.parametrize(
    "command",
    [
        *(
            "/grant @linn 20 好图",
            "/grant @li 20 好图",
            "/grant 林晓2 20 好图",
            "/grant @林晓2 20 好图",
            "/grant 林晓晓 20 好图",
        ),
        *(
            "/grant 林 20 好图",
            "/grant 林晓 2 20 好图",
            "/grant 林晓20 30 好图",
            "/grant ＠linn 20 好图",
            "/grant 1in 20 好图",
        ),
    ],
)
def test_a_near_name_is_paid_nothing_without_a_question(stage: Stage, command: str) -> None:
    stage.mo.say(stage.staff, command)
    stage.play()
    assert points(stage) == {}


def test_of_a_name_that_was_cut_it_is_asked_whose_it_is(stage: Stage) -> None:
    stage.lin.rename("ABCDEFGHIJKLMNOPQRSTUVWXYZone", "lin")
    stage.lin.say(stage.group, "大家好")
    stage.play()
    assert "是下面这位吗" in whisper(stage, "/grant ABCDEFGHIJKLMNOPQRSTUVWXYZtwo 20 好图")
    assert points(stage) == {}
    stage.press(stage.mo, stage.whispers(stage.mo)[-1], "ABCDEFGHIJKLMNOPQRSTUVW… @lin")
    assert sum(points(stage).values()) == 20


@pytest.mark.parametrize(
    "command",
    [
        *(
            "/grant @lin 20 @zhou 10",
            "/grant @lin 20 @zhou 10 好图",
            "/grant @lin 20 好图，@zhou 10",
            "/grant @lin @zhou 20 好图",
        ),
        *(
            "/grant @lin 20 给 @zhou 10",
            "/grant @lin 20 好图\n@zhou 10 好图",
            "/grant 林晓 20 周舟 10 好图",
            "/grant @lin 20 好图 周舟 10",
        ),
        *("/grant @lin 20, @zhou 10分", "/grant @lin 和 @zhou 20 好图", "/grant @lin 20 和 何川 10"),
    ],
)
def test_nobody_is_passed_over_who_was_given_points_beside_another(stage: Stage, command: str) -> None:
    said = whisper(stage, command)
    assert "一次只给一位" in said and "/grants" in said
    assert points(stage) == {}


@pytest.mark.parametrize(
    "command",
    ["/grant @lin 20 帮 @zhou 修好了车机", "/grant @lin 20 感谢 @zhou 10 分钟内回复", "/grant @lin 20 3台车一起修好"],
)
def test_who_is_only_spoken_of_in_the_reason_is_no_second_one(stage: Stage, command: str) -> None:
    stage.mo.say(stage.staff, command)
    stage.play()
    assert points(stage) == {"林晓": 20}


@pytest.mark.parametrize(
    "command", ["/warn @lin @zhou 刷屏", "/mute @lin、@zhou 2h 刷屏", "/suspend @lin and @zhou 3d 刷屏"]
)
def test_a_sanction_of_two_is_given_to_neither(stage: Stage, command: str) -> None:
    assert "这里一次只写一位" in whisper(stage, command)


@pytest.mark.parametrize("command", ["/warn @李莎 骂人", "/grant @李莎 20 好图", "/lift @李莎 看错了"])
def test_who_is_called_something_else_in_a_reply_is_not_the_one_replied_to(stage: Stage, command: str) -> None:
    assert "还没有见过“\u2068@李莎\u2069”" in whisper(stage, command, to=stage.lin)
    assert points(stage) == {}


def test_whoever_is_replied_to_may_be_named_as_well(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "原话")
    stage.mo.say(stage.group, "/grant @林晓 20 好图", reply_to=word)
    stage.play()
    assert points(stage) == {"林晓": 20}


def test_a_record_is_of_whom_staff_name_and_of_nobody_else_for_members(stage: Stage) -> None:
    assert "\u2068林晓\u2069" in whisper(stage, "/record @lin")
    assert "\u2068林晓\u2069" in whisper(stage, "/record", to=stage.lin)
    for command in ("/record @lin", "/me @lin"):
        stage.zhou.say(stage.group, command)
        stage.play()
        assert "只看自己的" in stage.whispers(stage.zhou)[-1].text
    assert "/member" in whisper(stage, "/me @lin")
