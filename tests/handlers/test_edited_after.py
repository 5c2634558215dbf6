"""What has been handed in, shown or noted in private stays as it was, and who edits their message hears so."""

from collections.abc import Callable

import pytest

from sandbox.world.messages import Message
from sandbox.world.posting import tell_edited
from sandbox.world.speaking import media_of
from tests.databases import rows
from tests.handlers.shop.test_code import WASH
from tests.handlers.works.desk import STANDARD, published
from tests.handlers.works.test_look import THEME
from tests.shopping import put_up, redeemed, tell
from tests.stage import Stage

ADDRESS = "林晓 13800138000 上海市浦东新区星途路 1 号"


def said(stage: Stage, words: str) -> Message:
    """What Lin says in private."""
    message = stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    return message


def handed_in(stage: Stage) -> Message:
    published(stage)
    said(stage, "/submit 1")
    message = stage.lin.send(stage.world.private(stage.lin), photo=b"work", caption="剪了三遍")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    return message


def shown_first(stage: Stage) -> Message:
    published(stage, THEME)
    said(stage, "/look 1")
    message = stage.lin.send(stage.world.private(stage.lin), photo=b"draft", caption="落叶那条路")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "请人看看")
    return message


def addressed(stage: Stage) -> Message:
    redeemed(stage)
    message = said(stage, ADDRESS)
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    return message


def exchanged(stage: Stage, message: Message, picture: bytes = b"another") -> None:
    """Another picture takes the place of the one that it shows."""
    message.media, message.edited = media_of(stage.world, {"photo": picture}, "another"), int(stage.clock.now())
    tell_edited(stage.world, message)
    stage.play()


def without_words(stage: Stage) -> Message:
    published(stage)
    said(stage, "/submit 1")
    message = stage.lin.send(stage.world.private(stage.lin), photo=b"work")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    return message


@pytest.mark.parametrize("done", [handed_in, shown_first, without_words])
def test_a_picture_that_is_exchanged_afterwards_is_said_to_change_nothing(
    stage: Stage, done: Callable[[Stage], Message]
) -> None:
    message = done(stage)
    before, staff = stage.last(stage.lin), stage.said(stage.staff)
    exchanged(stage, message)
    told = stage.last(stage.lin)
    assert told is not before and "不会跟着变" in told.text
    exchanged(stage, message)
    assert stage.last(stage.lin) is told and stage.said(stage.staff) == staff


def test_a_picture_of_an_album_that_is_exchanged_afterwards_is_said_to_change_nothing(stage: Stage) -> None:
    published(stage)
    said(stage, "/submit 1")
    album = stage.lin.album(stage.world.private(stage.lin), [b"one", b"two", b"three"], caption="剪了三遍")
    stage.play()
    stage.advance(60)
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    before = stage.last(stage.lin)
    exchanged(stage, album[1])
    assert stage.last(stage.lin) is not before and "不会跟着变" in stage.last(stage.lin).text


@pytest.mark.parametrize("done", [handed_in, shown_first, addressed])
def test_an_edit_afterwards_is_said_to_change_nothing(stage: Stage, done: Callable[[Stage], Message]) -> None:
    message = done(stage)
    before, staff = stage.last(stage.lin), stage.said(stage.staff)
    stage.lin.edit(message, f"{message.text}，改过了")
    stage.play()
    told = stage.last(stage.lin)
    assert told is not before and "不会跟着变" in told.text and "“”" not in told.text
    assert stage.said(stage.staff) == staff


@pytest.mark.parametrize("done", [handed_in, shown_first, addressed])
def test_an_edit_that_changes_no_words_is_silent(stage: Stage, done: Callable[[Stage], Message]) -> None:
    message = done(stage)
    before = stage.last(stage.lin)
    stage.lin.edit(message, message.text)
    stage.play()
    assert stage.last(stage.lin) is before


def test_an_address_that_is_written_anew_is_the_one_that_is_edited(stage: Stage) -> None:
    addressed(stage)
    receipt = next(
        one for one in stage.messages(stage.lin) if any("修改收货地址" in b.text for r in one.buttons for b in r)
    )
    stage.press(stage.lin, receipt, "修改收货地址")
    message = said(stage, ADDRESS.replace("1 号", "8 号"))
    stage.lin.edit(message, ADDRESS.replace("1 号", "9 号"))
    stage.play()
    assert "重写" in stage.last(stage.lin).text


def test_words_behind_a_button_of_their_own_are_said_to_stay(stage: Stage) -> None:
    put_up(stage, WASH)
    tell(stage, stage.owner, "/codes 1")
    stage.play()
    message = stage.owner.say(stage.world.private(stage.owner), "XT-1\nXT-2")
    stage.play()
    preview = stage.last(stage.owner)
    stage.owner.edit(message, "XT-1\nXT-3")
    stage.play()
    told = stage.last(stage.owner).text
    assert "不会跟着变" in told and "重新来一次" in told
    stage.press(stage.owner, preview, "入库 2 个")
    assert [row.code for row in rows(stage.connection, "SELECT code FROM code ORDER BY code")] == [
        "XT-1",
        "XT-2",
    ]


def whispered(stage: Stage) -> str:
    return stage.whispers(stage.lin)[-1].text


def versions(stage: Stage) -> list[tuple[int, int, str]]:
    """Which challenge each version is for, and what it says."""
    found = rows(
        stage.connection,
        "SELECT s.challenge, v.version, v.text FROM submission_version v JOIN submission s ON s.id = v.submission",
    )
    return [tuple(row) for row in found]


def test_a_work_whose_hashtag_names_another_challenge_stays_and_that_is_said(stage: Stage) -> None:
    published(stage)
    published(stage, STANDARD.replace("转场练习", "夜景练习"))
    message = stage.lin.send(stage.group, photo=b"work", caption="#挑战1 剪了三遍")
    stage.play()
    stage.lin.edit(message, "#挑战2 剪了三遍")
    stage.play()
    assert "改标签不会换过去" in whispered(stage) and "#挑战2" in whispered(stage)
    assert versions(stage) == [(1, 1, "剪了三遍")]
    before = len(stage.whispers(stage.lin))
    stage.lin.edit(message, "#挑战1 剪了三遍")
    stage.play()
    assert len(stage.whispers(stage.lin)) == before


def test_a_work_that_is_edited_after_the_deadline_stays_and_that_is_said(stage: Stage) -> None:
    published(stage)
    message = stage.lin.send(stage.group, photo=b"work", caption="#挑战1 剪了三遍")
    stage.play()
    stage.advance(8 * 86_400)
    before = len(stage.whispers(stage.lin))
    stage.lin.edit(message, "#挑战1 剪了三遍")
    stage.play()
    assert len(stage.whispers(stage.lin)) == before
    stage.lin.edit(message, "#挑战1 剪了五遍")
    stage.play()
    assert "没有跟着变" in whispered(stage) and versions(stage) == [(1, 1, "剪了三遍")]
