"""A file belongs to whoever posted it first in a group: copying it pays nobody, and words below it are no work."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.daily import shares
from tests.handlers.daily.asking import points
from tests.handlers.works.desk import published
from tests.stage import Stage

DAY_S = 86_400


def posts(stage: Stage, who: Person, picture: bytes, caption: str = "", reply_to: Message | None = None) -> Message:
    """A picture in the group."""
    message = who.send(stage.group, photo=picture, caption=caption, reply_to=reply_to)
    stage.play()
    return message


def works(stage: Stage) -> int:
    """How many works were handed in."""
    return int(stage.do(lambda tx: tx.value("SELECT count(*) FROM submission")))


def test_a_picture_that_somebody_else_posted_is_paid_to_nobody_who_copies_it(stage: Stage) -> None:
    posts(stage, stage.zhou, b"dawn")
    posts(stage, stage.lin, b"dawn", "#分享 清晨的路")
    assert points(stage, stage.lin) == 0
    assert "别人" in stage.whispers(stage.lin)[-1].text
    posts(stage, stage.zhou, b"dawn", "#分享 清晨的路")
    assert points(stage, stage.zhou) > 0


def test_whose_copy_came_first_by_a_hashtag_keeps_nothing_from_who_posted_it(stage: Stage) -> None:
    posts(stage, stage.zhou, b"dawn")
    posts(stage, stage.lin, b"dawn", "看")
    stage.advance(40 * DAY_S)
    posts(stage, stage.zhou, b"dawn", "#分享 清晨的路")
    assert points(stage, stage.zhou) > 0


def test_a_later_piece_of_an_album_is_known_as_the_first_one_is(stage: Stage) -> None:
    stage.zhou.album(stage.group, [b"one", b"two", b"three"])
    stage.play()
    posts(stage, stage.lin, b"three", "#分享 路上拍的")
    assert points(stage, stage.lin) == 0
    assert stage.do(lambda tx: list(shares.everything(tx))) == []


def test_a_copy_is_no_work_either_and_own_pictures_are(stage: Stage) -> None:
    published(stage)
    posts(stage, stage.zhou, b"dawn")
    posts(stage, stage.lin, b"dawn", "#挑战1 剪了三遍")
    assert works(stage) == 0
    posts(stage, stage.zhou, b"dawn", "#挑战1 剪了三遍")
    assert works(stage) == 1


def test_what_is_only_passed_on_is_nobodys(stage: Stage) -> None:
    word = stage.zhou.send(stage.world.private(stage.zhou), photo=b"dawn")
    stage.play()
    stage.lin.forward(word, stage.group)
    stage.play()
    posts(stage, stage.zhou, b"dawn", "#分享 清晨的路")
    assert points(stage, stage.zhou) > 0


def test_words_below_somebody_elses_picture_are_no_work_of_who_says_them(stage: Stage) -> None:
    published(stage)
    theirs = posts(stage, stage.zhou, b"dawn")
    stage.lin.say(stage.group, "#挑战1 这张转场真好看，学到了", reply_to=theirs)
    stage.play()
    assert works(stage) == 0
    assert "别人发的" in stage.whispers(stage.lin)[-1].text
    stage.zhou.say(stage.group, "#挑战1", reply_to=theirs)
    stage.play()
    assert works(stage) == 1


def test_a_picture_of_ones_own_below_theirs_is_a_work(stage: Stage) -> None:
    published(stage)
    theirs = posts(stage, stage.zhou, b"dawn")
    posts(stage, stage.lin, b"dusk", "#挑战1 我也拍了一张", reply_to=theirs)
    assert works(stage) == 1
