"""Albums that are handed in: one work, however many messages Telegram makes of it."""

from sandbox.world.messages import Message
from sandbox.world.posting import post, tell_edited
from tests.handlers.works.desk import STANDARD, card, confirmed, handed_in, labels, published
from tests.handlers.works.test_submission import files, whisper, works
from tests.stage import Stage

DAY_S = 86_400


def test_an_album_is_one_submission_and_comes_to_the_desk_whole(stage: Stage) -> None:
    published(stage)
    stage.advance(60)
    stage.lin.album(stage.group, [b"one", b"two", b"three"], caption="#挑战1 三张")
    stage.play()
    assert stage.messages(stage.staff) == []
    stage.advance(60)
    assert works(stage) == [(1, "waiting", 1)]
    assert files(stage) == [3]
    shown = stage.messages(stage.staff)
    assert [message.media is not None for message in shown] == [True, True, True, False]
    stage.advance(60)
    assert len(stage.messages(stage.staff)) == 4


def test_an_album_in_private_is_one_submission_too(stage: Stage) -> None:
    published(stage)
    stage.advance(60)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.album(stage.world.private(stage.lin), [b"one", b"two"], caption="两张")
    stage.play()
    confirmed(stage, stage.lin)
    stage.advance(60)
    assert files(stage) == [2]
    assert sum("作品收到了" in text for text in stage.said(stage.lin)) == 1
    assert not any("不太懂" in text for text in stage.said(stage.lin))


def test_a_reply_to_one_picture_of_an_album_means_all_of_it(stage: Stage) -> None:
    published(stage)
    pictures = stage.lin.album(stage.group, [b"one", b"two", b"three"], caption="出去玩")
    stage.play()
    stage.lin.say(stage.group, "/submit 1", reply_to=pictures[1])
    stage.play()
    assert files(stage) == [3]


def test_a_picture_that_comes_late_brings_the_whole_album_to_the_desk_again(stage: Stage) -> None:
    published(stage)
    stage.advance(55)
    stage.lin.album(stage.group, [b"one", b"two"], caption="#挑战1 两张")
    stage.play()
    stage.advance(10)
    first = card(stage)
    late = stage.lin.send(stage.group, photo=b"three")
    album = stage.do(lambda tx: tx.value("SELECT album FROM album_piece LIMIT 1"))
    stage.world.updates.clear()
    late.album = album
    post(stage.world, late)
    stage.play()
    stage.advance(60)
    assert labels(first) == []
    assert "3 个文件" in card(stage).text


def test_a_further_picture_of_an_album_that_is_another_persons_is_refused(stage: Stage) -> None:
    published(stage)
    published(stage, STANDARD)
    handed_in(stage, stage.lin, 1, b"two")
    stage.zhou.album(stage.group, [b"one", b"two"], caption="#挑战2 两张")
    stage.play()
    assert "别人先发过" in whisper(stage, "zhou")


def waiting_to_be_confirmed(stage: Stage) -> list[Message]:
    """An album of Lin's that is previewed in private an hour before the challenge closes."""
    published(stage)
    stage.advance(7 * DAY_S - 3_600)
    stage.lin.start("submit-1")
    stage.play()
    album = stage.lin.album(stage.world.private(stage.lin), [b"one", b"two"], caption="截止前写的")
    stage.play()
    return album


def rewritten(stage: Stage, message: Message, words: str) -> None:
    """Its author edits it."""
    message.text, message.edited = words, int(stage.clock.now())
    tell_edited(stage.world, message)
    stage.play()


def test_an_album_edited_after_the_deadline_is_late_and_its_author_hears_why(stage: Stage) -> None:
    album = waiting_to_be_confirmed(stage)
    preview = stage.last(stage.lin)
    stage.advance(2 * DAY_S // 4)
    rewritten(stage, album[0], "截止后改的")
    told = stage.press(stage.lin, preview, "交上去")
    assert works(stage) == []
    assert "截止后又改过" in f"{told} {stage.said(stage.lin)}"


def test_an_album_edited_in_time_or_edited_to_the_same_words_is_in_time_as_it_stands(stage: Stage) -> None:
    album = waiting_to_be_confirmed(stage)
    rewritten(stage, album[0], "截止前改好的")
    stage.advance(2 * DAY_S // 4)
    rewritten(stage, album[0], "截止前改好的")
    confirmed(stage, stage.lin)
    stage.advance(60)
    assert works(stage) == [(1, "waiting", 1)]
    assert "截止前改好的" in card(stage).text


def test_an_album_beside_other_words_that_is_edited_after_the_deadline_is_late_as_well(stage: Stage) -> None:
    album = waiting_to_be_confirmed(stage)
    stage.lin.say(stage.world.private(stage.lin), "三遍才剪好")
    stage.play()
    preview = stage.last(stage.lin)
    assert "三遍才剪好" in preview.text and "截止前写的" in preview.text
    stage.advance(2 * DAY_S // 4)
    rewritten(stage, album[0], "截止后改的")
    told = stage.press(stage.lin, stage.last(stage.lin), "交上去")
    assert works(stage) == []
    assert "截止后" in f"{told} {stage.said(stage.lin)}"
