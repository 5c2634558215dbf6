"""Work that is sent in private in several messages: one preview after the other, and only the newest is handed in."""

import pytest

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.works import submissions
from tests.handlers.honour.announcing import plain
from tests.handlers.works.desk import handed_in, labels, published
from tests.handlers.works.test_look import THEME
from tests.stage import Stage

HALF_AN_HOUR_S = 1800


def asked(stage: Stage, number: int) -> None:
    """Lin is asked for her work."""
    stage.lin.start(f"submit-{number}")
    stage.play()


def sent(stage: Stage, words: str = "", photo: str = "", person: Person | None = None) -> Message:
    """Words, or a photo, in private; what is answered."""
    who = person or stage.lin
    private = stage.world.private(who)
    if photo:
        who.send(private, photo=photo, caption=words)
    else:
        who.say(private, words)
    stage.play()
    return stage.last(who)


def work(stage: Stage) -> tuple[str, int]:
    """The words and the number of files of the only submission, in its latest version."""
    [(id, version)] = stage.do(lambda tx: [(r.id, r.version) for r in tx.all("SELECT id, version FROM submission")])
    found = stage.do(lambda tx: submissions.work(tx, id, version))
    return found.text, len(found.files)


def test_words_and_then_pictures_are_one_work_and_an_older_preview_hands_in_nothing(stage: Stage) -> None:
    asked(stage, published(stage))
    first = sent(stage, "先拍路面，再拍车窗里的灯")
    assert "接着发就行" in first.text
    second = sent(stage, photo="灯")
    third = sent(stage, "第三个镜头", photo="绿灯")
    assert "先拍路面" in third.text and "第三个镜头" in third.text and "附件 2 个" in third.text
    assert "按那张就好" in stage.press(stage.lin, second, "交上去")
    stage.press(stage.lin, third, "交上去")
    assert work(stage) == ("先拍路面，再拍车窗里的灯\n第三个镜头", 2)
    assert "当聊天听" in sent(stage, "拍的时候风好大呀").text, "handed in: nothing is added any more"


def test_a_yes_below_the_preview_hands_in_what_stands_there_and_a_wait_shows_it_again(stage: Stage) -> None:
    asked(stage, published(stage))
    sent(stage, "三个镜头都在这里", photo="路面")
    assert "三个镜头都在这里" in sent(stage, "等一下").text
    assert "收到了" in sent(stage, "交上去吧！").text
    assert work(stage) == ("三个镜头都在这里", 1)
    assert len([one for one in stage.messages(stage.staff) if one.buttons]) == 1


@pytest.mark.parametrize("words", ["就这些", "没了", "发完了！", "that's all"])
def test_words_that_end_it_hand_it_in_and_are_no_part_of_it(stage: Stage, words: str) -> None:
    asked(stage, published(stage))
    sent(stage, "三个镜头都在这里", photo="路面")
    assert "收到了" in sent(stage, words).text
    assert work(stage) == ("三个镜头都在这里", 1)


@pytest.mark.parametrize("words", ["再改改", "发错了", "不对", "write it anew"])
def test_words_that_want_it_otherwise_begin_it_anew(stage: Stage, words: str) -> None:
    asked(stage, published(stage))
    sent(stage, "三个镜头都在这里", photo="路面")
    assert "交上去前看一眼" not in sent(stage, words).text
    sent(stage, "重新剪过的", photo="车灯")
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    assert work(stage) == ("重新剪过的", 1)


def test_so_it_is_with_a_draft(stage: Stage) -> None:
    number = published(stage, THEME)
    stage.lin.say(stage.world.private(stage.lin), f"/look {number}")
    stage.play()
    sent(stage, "落叶那条路", photo="落叶")
    assert "请人看看" not in labels(sent(stage, "不对"))
    sent(stage, "河边那条路", photo="河")
    assert "送到了" in sent(stage, "就这个").text


def test_what_a_preview_did_not_say_it_would_replace_is_said_first_and_not_under_the_finger(stage: Stage) -> None:
    number = published(stage)
    asked(stage, number)
    older = sent(stage, "在家剪的那一版")
    handed_in(stage, stage.lin, number)
    stage.press(stage.lin, older, "交上去")
    assert work(stage) == ("剪了三遍", 1)
    assert "还在等审核" in older.text and "接着发就行" not in older.text
    assert labels(older) == ["再改改", "交上去，换掉 1"]
    stage.press(stage.lin, older, "交上去，换掉 1")
    assert work(stage) == ("在家剪的那一版", 0) and "换成第 2 版" in plain(older.text)


def test_what_is_sent_long_after_the_preview_is_no_part_of_the_work(stage: Stage) -> None:
    asked(stage, published(stage))
    preview = sent(stage, "三个镜头都在这里")
    stage.clock.advance(HALF_AN_HOUR_S)
    assert "当聊天听" in sent(stage, "今天路上风好大呀").text
    stage.press(stage.lin, preview, "交上去")
    assert work(stage) == ("三个镜头都在这里", 0)


def test_more_files_than_may_go_along_are_said_before(stage: Stage) -> None:
    asked(stage, published(stage))
    for n in range(11):
        shown = sent(stage, photo=f"第 {n} 张")
    assert "附件 10 个。一件作品最多带 10 个，后面 1 个带不上" in shown.text
    stage.press(stage.lin, shown, "交上去")
    assert work(stage) == ("", 10)


def test_a_draft_that_is_shown_to_somebody_comes_in_several_messages_as_well(stage: Stage) -> None:
    number = published(stage, THEME)
    sent(stage, f"/look {number}")
    first = sent(stage, "开头还想换")
    second = sent(stage, photo="开头")
    assert "开头还想换" in second.text and "附件 1 个" in second.text
    assert "按那张就好" in stage.press(stage.lin, first, labels(first)[0])
    assert "送到了" in sent(stage, "好的").text


def test_what_is_edited_below_the_preview_is_handed_in_as_it_is_now(stage: Stage) -> None:
    asked(stage, published(stage))
    private = stage.world.private(stage.lin)
    first = stage.lin.say(private, "先拍路面，在拍车窗")
    stage.play()
    older = stage.last(stage.lin)
    sent(stage, "最后一个镜头留给红绿灯")
    stage.lin.edit(first, "先拍路面，再拍车窗")
    stage.play()
    shown = stage.last(stage.lin)
    assert "再拍车窗" in shown.text and "红绿灯" in shown.text and "在拍" not in shown.text
    assert "按那张就好" in stage.press(stage.lin, older, "交上去")
    stage.press(stage.lin, shown, "交上去")
    assert work(stage) == ("先拍路面，再拍车窗\n最后一个镜头留给红绿灯", 0)


def test_the_words_under_a_picture_are_edited_with_the_picture_in_its_place(stage: Stage) -> None:
    asked(stage, published(stage))
    picture = stage.lin.send(stage.world.private(stage.lin), photo="路面", caption="清晨六点")
    stage.play()
    sent(stage, "拍了三遍")
    stage.lin.edit(picture, "清晨五点")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    assert work(stage) == ("清晨五点\n拍了三遍", 1)


def test_what_is_edited_but_stands_in_no_preview_is_no_part_of_it(stage: Stage) -> None:
    other = stage.lin.say(stage.world.private(stage.lin), "在吗")
    asked(stage, published(stage))
    sent(stage, "三个镜头都在这里")
    preview = stage.last(stage.lin)
    stage.lin.edit(other, "在不在")
    stage.play()
    assert "不在" not in preview.text
    stage.press(stage.lin, preview, "交上去")
    assert work(stage) == ("三个镜头都在这里", 0)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("怎么换头像？", "没放进上面那件作品"),
        ("积分什么时候到账呀？", "没放进上面那件作品"),
        ("签到", "天"),
        ("活动", "活动"),
        ("谢谢你啊", ""),
        ("我有几分", "积分"),
    ],
)
def test_what_is_meant_for_the_bot_is_no_part_of_the_work(stage: Stage, words: str, answer: str) -> None:
    asked(stage, published(stage))
    preview = sent(stage, "三个镜头都在这里")
    assert answer in sent(stage, words).text
    sent(stage, "再补一句：用的是手机")
    assert "按那张就好" in stage.press(stage.lin, preview, "交上去")
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    assert work(stage) == ("三个镜头都在这里\n再补一句：用的是手机", 0)


def test_a_question_that_replies_to_the_preview_goes_along(stage: Stage) -> None:
    asked(stage, published(stage))
    preview = sent(stage, "三个镜头都在这里")
    stage.lin.say(stage.world.private(stage.lin), "你猜猜第几个是清晨拍的？", reply_to=preview)
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "交上去")
    assert work(stage) == ("三个镜头都在这里\n你猜猜第几个是清晨拍的？", 0)


def with_album(stage: Stage) -> None:
    """Words by voice, and then ten pictures as one album, of which the first alone has come when it is previewed."""
    private = stage.world.private(stage.lin)
    stage.lin.send(private, voice=b"why")
    stage.play()
    stage.lin.album(private, [f"picture {n}".encode() for n in range(10)], caption="十张")
    stage.play()


def test_an_album_after_something_else_is_handed_in_with_every_piece(stage: Stage) -> None:
    asked(stage, published(stage))
    with_album(stage)
    preview = stage.last(stage.lin)
    assert "这组图片收齐了一起交" in preview.text and "附件 2 个" not in preview.text
    stage.press(stage.lin, preview, "交上去")
    text, files = work(stage)
    assert (text, files) == ("十张", 10), "as many as a work may hold: the voice and nine of them"
    assert "最多带 10 个附件，后面 1 个没带上" in preview.text


def test_an_album_after_something_else_goes_whole_to_whoever_looks_first(stage: Stage) -> None:
    stage.lin.start(f"look-{published(stage, THEME)}")
    stage.play()
    with_album(stage)
    preview = stage.last(stage.lin)
    assert "这组图片收齐了一起看" in preview.text
    stage.press(stage.lin, preview, labels(preview)[0])
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM look_file")) == 10
