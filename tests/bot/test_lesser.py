"""A topic that is gone, or a file that Telegram refuses: what else the letter says still arrives, where it makes sense."""

from collections.abc import Sequence

import pytest

from rules.letters import Kind
from sandbox.world.chats import Topic
from storage.post import outbox
from storage.post.bodies import SendMediaGroup, SendMessage, SendPhoto
from storage.post.letters import Letter
from tests.stage import Stage

GONE, THERE = 88, 77
BUTTONS = {"inline_keyboard": [[{"text": "看看", "url": "https://example.com/"}]]}


def sent(stage: Stage, *letters: Letter) -> Sequence[str]:
    """They are sent, as far as they can be; what staff are told of the rest."""
    stage.do(lambda tx: outbox.put(tx, list(letters), int(stage.clock.now())))
    stage.play()
    return stage.said(stage.staff)


def forum(stage: Stage) -> None:
    """The group has topics; one of them was deleted."""
    stage.group.forum = True
    stage.group.topics[THERE] = Topic(THERE, "公告")


@pytest.mark.parametrize("kind", [Kind.ANNOUNCEMENT, Kind.RESULT, Kind.NOTICE])
def test_what_everybody_waits_for_stands_outside_of_a_topic_that_is_gone(stage: Stage, kind: Kind) -> None:
    forum(stage)
    board = SendMessage("本周榜单", message_thread_id=GONE, reply_markup=BUTTONS)
    told = sent(stage, Letter(stage.group.id, board, kind=kind, keep="board"))
    [said] = stage.messages(stage.group)
    assert (said.text, said.topic, len(said.buttons)) == ("本周榜单", None, 1)
    assert stage.do(lambda tx: outbox.kept(tx, "board")) == (stage.group.id, said.id)
    assert not told


def test_what_goes_to_a_topic_that_is_there_stays_in_it_and_an_answer_goes_nowhere_else(stage: Stage) -> None:
    forum(stage)
    board = SendMessage("本周榜单", message_thread_id=THERE)
    answer = SendMessage("查到了", message_thread_id=GONE)
    told = sent(stage, Letter(stage.group.id, board), Letter(stage.group.id, answer, kind=Kind.ANSWER))
    [said] = stage.messages(stage.group)
    assert said.topic is not None and said.topic.id == THERE
    assert not told


def test_whoever_asked_reads_the_words_of_a_picture_that_is_refused(stage: Stage) -> None:
    told = sent(stage, Letter(stage.lin.id, SendPhoto("限量钥匙扣 · 80 分", reply_markup=BUTTONS, photo="gone")))
    [*_, said] = stage.messages(stage.lin)
    assert (said.text, len(said.buttons)) == ("限量钥匙扣 · 80 分", 1)
    assert not told


def test_of_an_album_with_a_file_that_is_refused_the_others_arrive_and_staff_hear_of_it(stage: Stage) -> None:
    photo = stage.lin.send(stage.group, photo=b"one").media
    assert photo is not None
    files = [{"type": "photo", "media": photo.file.file_id}, {"type": "photo", "media": "gone"}]
    [told] = sent(stage, Letter(stage.channel.id, SendMediaGroup(files), kind=Kind.ANNOUNCEMENT))
    [said] = stage.messages(stage.channel)
    assert said.media is not None and said.media.file.file_id == photo.file.file_id
    assert "没发出去" in told


def test_an_announcement_without_its_picture_is_left_to_staff(stage: Stage) -> None:
    [told] = sent(stage, Letter(stage.channel.id, SendPhoto("滨江夜拍", photo="gone"), kind=Kind.ANNOUNCEMENT))
    assert stage.messages(stage.channel) == []
    assert "滨江夜拍" in told
