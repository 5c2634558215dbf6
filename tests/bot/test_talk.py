"""What is counted of people's talk: messages, replies, pictures and videos by group, member and local day."""

from actions.operations import audit
from sandbox.world.people import Person
from storage import members
from tests.stage import Stage

MINUTE_S, DAY_S = 60, 86_400
PICTURE = b"a picture"


def counted(stage: Stage, person: Person) -> dict[str, tuple[int, int, int, int]]:
    """Messages, replies, pictures and videos of a person in the community, by day, since the stage was set."""
    rows = stage.connection.execute(
        "SELECT day, messages, replies, pictures, videos FROM talk WHERE member = ? AND chat_group = ? AND day >= ?",
        (stage.member(person).id, stage.community().id, "2026-11-16"),
    ).fetchall()
    return {row[0]: tuple(row[1:]) for row in rows}


def messages(stage: Stage, person: Person) -> int:
    """Messages of a person in the community as their presence there has them."""
    group, member = stage.community().id, stage.member(person).id
    found = stage.do(lambda tx: members.membership(tx, group, member))
    assert found
    return found.seniority.messages


def test_messages_replies_pictures_and_videos_of_a_day_are_counted_apart(stage: Stage) -> None:
    asked = stage.lin.say(stage.group, "胎压多少合适？")
    stage.zhou.say(stage.group, "2.3", reply_to=asked)
    stage.zhou.send(stage.group, photo=PICTURE, caption="看这里")
    stage.zhou.send(stage.group, photo=PICTURE, reply_to=asked)
    stage.zhou.send(stage.group, video=PICTURE)
    stage.play()
    assert counted(stage, stage.lin) == {"2026-11-16": (1, 0, 0, 0)}
    assert counted(stage, stage.zhou) == {"2026-11-16": (4, 2, 2, 1)}
    assert messages(stage, stage.zhou) == 104


def test_an_album_counts_once_and_the_next_one_once_more(stage: Stage) -> None:
    for _ in range(2):
        stage.lin.album(stage.group, [PICTURE] * 4, caption="#晒车")
        stage.lin.say(stage.group, "好看吗")
        stage.play()
    assert counted(stage, stage.lin) == {"2026-11-16": (4, 0, 2, 0)}
    assert messages(stage, stage.lin) == 104


def test_a_day_begins_when_the_brands_day_begins_in_the_group(stage: Stage) -> None:
    stage.clock.advance(19 * 3600 - MINUTE_S)
    stage.lin.say(stage.group, "夜里三点五十九")
    stage.play()
    stage.clock.advance(2 * MINUTE_S)
    stage.lin.say(stage.group, "四点零一")
    stage.play()
    assert counted(stage, stage.lin) == {"2026-11-16": (1, 0, 0, 0), "2026-11-17": (1, 0, 0, 0)}


def test_a_message_that_is_refused_or_edited_is_one_message(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    again = stage.lin.say(stage.group, "签到")
    stage.play()
    stage.lin.edit(again, "签到了吗")
    stage.play()
    assert counted(stage, stage.lin) == {"2026-11-16": (2, 0, 0, 0)}


def test_what_is_said_in_private_and_what_others_do_is_not_counted(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "签到")
    message = stage.zhou.say(stage.group, "早")
    stage.lin.react(message, "❤")
    stage.play()
    assert counted(stage, stage.lin) == {}
    assert messages(stage, stage.lin) == 100


def test_the_messages_of_somebodys_presence_are_those_of_all_their_days(stage: Stage) -> None:
    for _ in range(3):
        stage.lin.say(stage.group, "早")
        stage.lin.album(stage.group, [PICTURE] * 2)
        stage.play()
        stage.clock.advance(DAY_S)
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).ok
    member = stage.member(stage.lin).id
    stage.do(
        lambda tx: tx.run(
            "UPDATE talk SET messages = messages + 1 WHERE member = :id AND day > '2026-11-17'", id=member
        )
    )
    [problem] = stage.do(lambda tx: audit.verify(tx, stage.programme)).problems
    assert str(problem) == f"member {member}: messages in group {stage.community().id}: 107 expected, 106 found"
