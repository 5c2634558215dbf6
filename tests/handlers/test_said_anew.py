"""A call that came to nothing is put right where it was written; one that was done is not done once more."""

import pytest

from bot.flow.flow import BATCH
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person
from sandbox.world.speaking import media_of
from storage.daily import checkins
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.works.desk import published
from tests.handlers.works.test_hand_in_pieces import work
from tests.stage import Stage

HOUR_S = 3_600


def says(stage: Stage, person: Person, chat: Chat, words: str, reply_to: Message | None = None) -> Message:
    message = person.say(chat, words, reply_to=reply_to)
    stage.play()
    return message


def edits(stage: Stage, message: Message, words: str) -> None:
    assert message.sender is not None
    message.sender.edit(message, words)
    stage.play()


def privately(stage: Stage, person: Person, words: str) -> Message:
    return says(stage, person, stage.world.private(person), words)


def done(stage: Stage, person: Person) -> int:
    """How many days the person has checked in on."""
    member, day = stage.member(person).id, stage.occasion().day
    return int(stage.do(lambda tx: len(checkins.since(tx, member, day))))


def test_a_grant_that_was_refused_is_given_once_when_it_is_put_right(stage: Stage) -> None:
    message = says(stage, stage.mo, stage.group, "/grant @nobody 20 直播帮忙答疑")
    edits(stage, message, "/grant @lin 20 直播帮忙答疑")
    assert points(stage, stage.lin) == 20
    before = len(stage.whispers(stage.mo))
    edits(stage, message, "/grant @lin 30 直播帮忙答疑")
    assert points(stage, stage.lin) == 20
    assert "不会再办一次" in stage.whispers(stage.mo)[-1].text and len(stage.whispers(stage.mo)) == before + 1


def test_one_that_is_refused_again_may_be_put_right_again(stage: Stage) -> None:
    message = says(stage, stage.mo, stage.group, "/grant @nobody 20 直播帮忙答疑")
    edits(stage, message, "/grant @noone 20 直播帮忙答疑")
    assert "noone" in stage.whispers(stage.mo)[-1].text
    edits(stage, message, "/grant @lin 20 直播帮忙答疑")
    assert points(stage, stage.lin) == 20


def test_an_edit_that_changes_no_words_says_nothing_anew(stage: Stage) -> None:
    message = says(stage, stage.mo, stage.group, "/grant @nobody 20 直播帮忙答疑")
    before = len(stage.whispers(stage.mo))
    edits(stage, message, "/grant @nobody 20 直播帮忙答疑")
    assert len(stage.whispers(stage.mo)) == before


def test_what_was_done_stays_done_and_that_is_said(stage: Stage) -> None:
    message = says(stage, stage.mo, stage.group, "/grant @lin 20 直播帮忙答疑")
    edits(stage, message, "/grant @zhou 20 直播帮忙答疑")
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (20, 0)
    assert "不会再办一次" in stage.whispers(stage.mo)[-1].text
    asked = privately(stage, stage.lin, "/me")
    edits(stage, asked, "/streak")
    assert "不会再办一次" in stage.last(stage.lin).text and "/streak" in stage.last(stage.lin).text


@pytest.mark.parametrize("wrong", ["签倒", "/chekin"])
def test_a_slip_in_private_is_put_right(stage: Stage, wrong: str) -> None:
    message = privately(stage, stage.lin, wrong)
    edits(stage, message, "签到")
    assert done(stage, stage.lin) == 1
    before = stage.last(stage.lin)
    edits(stage, message, "签到啦")
    assert stage.last(stage.lin) is before and done(stage, stage.lin) == 1


def test_a_word_mistyped_in_a_group_is_a_check_in_once_it_is_put_right(stage: Stage) -> None:
    message = says(stage, stage.lin, stage.group, "签倒")
    stage.advance(60)
    edits(stage, message, "签到")
    assert done(stage, stage.lin) == 1
    before = len(stage.whispers(stage.lin))
    edits(stage, message, "签到啦")
    assert len(stage.whispers(stage.lin)) == before, "it has counted, and nobody asked for it twice"


def test_a_check_in_by_edit_counts_within_the_hour(stage: Stage) -> None:
    message = says(stage, stage.lin, stage.group, "早上好")
    stage.advance(HOUR_S + 60)
    edits(stage, message, "签到")
    assert done(stage, stage.lin) == 0


def test_thanks_that_named_nobody_reach_who_is_named_by_an_edit(stage: Stage) -> None:
    message = says(stage, stage.lin, stage.group, "谢谢 @zhuo 帮我换胎")
    assert points(stage, stage.zhou) == 0
    edits(stage, message, "谢谢 @zhou 帮我换胎")
    assert points(stage, stage.zhou) > 0
    before = points(stage, stage.he)
    edits(stage, message, "谢谢 @he 帮我换胎")
    assert points(stage, stage.he) == before


def test_of_what_was_confided_an_edit_says_nothing_even_after_a_restart(stage: Stage) -> None:
    privately(stage, stage.lin, "/feedback")
    stage.press(stage.lin, stage.last(stage.lin), "匿名写")
    stage.press(stage.lin, stage.last(stage.lin), "一个想法")
    message = privately(stage, stage.lin, "后排出风口希望能单独关")
    stage.restart(stage.programme)
    before = stage.last(stage.lin)
    for words in ("后排出风口希望能单独开关", "/feedback 后排出风口希望能单独开关"):
        edits(stage, message, words)
    assert stage.last(stage.lin) is before
    assert not rows(stage.connection, "SELECT 1 FROM said_in")
    assert not any("出风口" in (row.body or "") for row in rows(stage.connection, "SELECT body FROM inbox"))


def _agrees(stage: Stage) -> None:
    stage.press(stage.xin, stage.whispers(stage.xin)[-1], "我同意")


def test_what_waits_for_the_covenant_is_done_as_it_reads_when_one_agrees(stage: Stage) -> None:
    number = published(stage)
    message = says(stage, stage.xin, stage.group, f"#挑战{number} 剪了三遍，开头还想再顺一顺")
    edits(stage, message, f"#挑战{number} 剪了五遍，开头也顺好了")
    _agrees(stage)
    assert work(stage)[0].endswith("剪了五遍，开头也顺好了")


def test_what_was_taken_out_again_before_one_agrees_is_not_done(stage: Stage) -> None:
    number = published(stage)
    message = says(stage, stage.xin, stage.group, "签到")
    edits(stage, message, "签完名了")
    says(stage, stage.xin, stage.group, f"#挑战{number} 剪了三遍，开头还想再顺一顺")
    _agrees(stage)
    assert done(stage, stage.xin) == 0 and work(stage)[0]


def test_what_waits_and_is_edited_twice_is_done_once(stage: Stage) -> None:
    message = says(stage, stage.xin, stage.group, "签到")
    edits(stage, message, "签到！")
    edits(stage, message, "签到啦")
    _agrees(stage)
    assert done(stage, stage.xin) == 1 and points(stage, stage.xin) > 0
    edits(stage, message, "签到了")
    assert done(stage, stage.xin) == 1


def shows(stage: Stage, message: Message, picture: bytes) -> None:
    """The picture takes the place of what stood above the same words."""
    message.media = media_of(stage.world, {"photo": picture}, "another")
    edits(stage, message, message.text)


def test_a_picture_that_is_put_in_or_exchanged_alone_puts_a_share_right(stage: Stage) -> None:
    bare = says(stage, stage.lin, stage.group, "#晒车 洗完第一天")
    assert "写满 30 个字" in stage.whispers(stage.lin)[-1].text
    edits(stage, bare, bare.text)
    assert points(stage, stage.lin) == 0
    shows(stage, bare, b"car")
    assert points(stage, stage.lin) == 2
    stage.advance(24 * HOUR_S)
    again = stage.lin.send(stage.group, photo=b"car", caption="#晒车 又洗了一次")
    stage.play()
    assert "换一张新的" in stage.whispers(stage.lin)[-1].text
    edits(stage, again, again.text)
    assert points(stage, stage.lin) == 2
    shows(stage, again, b"another car")
    assert points(stage, stage.lin) == 4
    shows(stage, again, b"yet another")
    assert points(stage, stage.lin) == 4


@pytest.mark.parametrize(("tag", "worth"), [("#晒车", 2), ("#发现", 2)])
def test_a_hashtag_that_was_forgotten_is_put_in_by_an_edit_and_counts_once_with_all_of_its_album(
    stage: Stage, tag: str, worth: int
) -> None:
    pieces = stage.lin.album(stage.group, [b"front", b"back"], caption="洗完第一天，车顶也打了蜡")
    stage.play()
    assert points(stage, stage.lin) == 0
    for words in (f"{tag} 洗完第一天，车顶也打了蜡", "洗完第一天", f"{tag} 又洗了一遍，车顶没打蜡"):
        edits(stage, pieces[0], words)
        assert points(stage, stage.lin) == worth
    stage.advance(24 * HOUR_S)
    stage.lin.send(stage.group, photo=b"back", caption=f"{tag} 车尾也洗得干干净净")
    stage.play()
    assert points(stage, stage.lin) == worth
    late = stage.lin.send(stage.group, photo=b"side", caption="侧面也洗得干干净净")
    stage.advance(HOUR_S + 60)
    edits(stage, late, f"{tag} 侧面也洗得干干净净")
    assert points(stage, stage.lin) == worth


def test_what_is_put_right_before_we_come_to_it_is_heard_as_it_reads_by_then(stage: Stage) -> None:
    given = stage.mo.say(stage.group, "/grant @lin 20 直播帮忙答疑")
    thanked = stage.lin.say(stage.group, "谢谢 @he 帮我换胎")
    left = stage.mo.say(stage.group, "/grant @he 30 夜里拖车")
    stage.world.advance(60)
    stage.mo.edit(given, "/grant @he 20 直播帮忙答疑")
    stage.lin.edit(thanked, "谢谢 @zhou 帮我换胎")
    stage.mo.edit(left, "这条先不算")
    stage.world.advance(60)
    stage.mo.edit(given, "/grant @xin 20 直播帮忙答疑")
    stage.world.advance(HOUR_S)
    stage.play()
    assert [points(stage, one) for one in (stage.lin, stage.he, stage.xin)] == [0, 0, 20]
    assert points(stage, stage.zhou) > 0
    assert not any("不会再办一次" in one.text for one in (*stage.whispers(stage.mo), *stage.whispers(stage.lin)))
    edits(stage, given, "/grant @lin 20 直播帮忙答疑")
    assert points(stage, stage.lin) == 0 and "不会再办一次" in stage.whispers(stage.mo)[-1].text


def test_a_work_that_is_edited_before_we_come_to_it_counts_from_when_it_was_sent(stage: Stage) -> None:
    number = published(stage)
    stage.clock.advance(7 * 24 * HOUR_S - 600)
    message = stage.lin.send(stage.group, photo=b"work", caption=f"#挑战{number} 剪了三遍")
    stage.world.advance(1_200)
    stage.lin.edit(message, f"#挑战{number} 剪了五遍")
    stage.play()
    assert work(stage)[0].endswith("剪了三遍")


def test_what_is_put_right_behind_much_that_others_said_is_heard_as_it_reads_by_then(stage: Stage) -> None:
    given = stage.mo.say(stage.group, "/grant @lin 20 直播帮忙答疑")
    for number in range(BATCH + 20):
        stage.he.say(stage.group, f"今天第 {number} 趟，路上真堵")
    stage.mo.edit(given, "/grant @he 20 直播帮忙答疑")
    stage.world.advance(HOUR_S)
    stage.play()
    assert [points(stage, one) for one in (stage.lin, stage.he)] == [0, 20]
