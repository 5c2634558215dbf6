"""Handing work in."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.works.desk import (
    OPEN,
    STANDARD,
    card,
    confirmed,
    handed_in,
    labels,
    published,
    replaced,
    reviewed,
    written,
)
from tests.stage import Stage


def works(stage: Stage) -> list[tuple[int, str, int]]:
    """Number, standing and version of every submission."""
    return stage.do(
        lambda tx: [tuple(row) for row in tx.all("SELECT id, standing, version FROM submission ORDER BY id")]
    )


def files(stage: Stage) -> list[int]:
    """How many files each version has."""
    sql = "SELECT count(f.position) AS n FROM submission_version v LEFT JOIN submission_file f USING (submission, version)"
    return stage.do(lambda tx: [row.n for row in tx.all(f"{sql} GROUP BY v.submission, v.version ORDER BY 1")])


def whisper(stage: Stage, person: str = "lin") -> str:
    """The latest thing that only this person sees in the group."""
    message: Message = stage.whispers(getattr(stage, person))[-1]
    return message.text


def test_a_caption_with_the_tag_hands_the_photo_in_quietly(stage: Stage) -> None:
    published(stage)
    photo = handed_in(stage, stage.lin, 1)
    assert photo.reactions == {stage.world.bot.id: "👀"}
    assert "作品收到了" in whisper(stage)
    assert len(stage.said(stage.group)) == 1
    shown, desk_card = stage.messages(stage.staff)[-2:]
    assert shown.media is not None
    assert "剪了三遍" in desk_card.text
    assert "#挑战" not in desk_card.text
    assert works(stage) == [(1, "waiting", 1)]


def test_a_reply_to_ones_own_work_hands_it_in(stage: Stage) -> None:
    published(stage)
    film = stage.lin.send(stage.group, video=b"film", name="film.mp4", caption="周末剪的")
    stage.lin.say(stage.group, "/submit 1", reply_to=film)
    stage.play()
    assert film.reactions == {stage.world.bot.id: "👀"}
    assert "周末剪的" in card(stage).text
    assert files(stage) == [1]


def test_the_number_may_be_left_out_by_one_who_takes_part_in_a_single_challenge(stage: Stage) -> None:
    published(stage)
    stage.lin.say(stage.group, "/submit 我的剪辑笔记")
    stage.play()
    assert "写上编号就行" in whisper(stage)
    stage.press(stage.lin, stage.last(stage.group), "参加")
    stage.lin.say(stage.group, "/submit 我的剪辑笔记")
    stage.play()
    assert "我的剪辑笔记" in card(stage).text


def test_the_tag_among_others_counts_and_talk_about_it_does_not(stage: Stage) -> None:
    published(stage)
    stage.lin.say(stage.group, "这次的 #挑战 真难")
    stage.play()
    assert works(stage) == []
    stage.lin.say(stage.group, "#星途 #挑战1 https://example.com/film")
    stage.play()
    assert works(stage) == [(1, "waiting", 1)]


@pytest.mark.parametrize("caption", ["#挑战", "夜里的桥 #挑战", "夜里的桥\n#challenge"])
def test_below_a_picture_a_tag_without_a_number_is_never_passed_over_in_silence(stage: Stage, caption: str) -> None:
    published(stage)
    stage.lin.send(stage.group, photo=b"bridge", caption=caption)
    stage.play()
    assert "写上编号就行" in whisper(stage)
    assert works(stage) == []


def test_where_there_is_nothing_to_hand_in_it_is_a_tag_like_any_other(stage: Stage) -> None:
    before = len(stage.said(stage.group))
    stage.lin.send(stage.group, photo=b"bridge", caption="#挑战 自己一天不喝奶茶")
    stage.play()
    assert len(stage.said(stage.group)) == before


@pytest.mark.parametrize("words", ["#挑战", "＃挑战 那个", "#challenge"])
def test_in_private_a_tag_without_a_number_is_said_to_the_bot_and_answered(stage: Stage, words: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert "写上编号就行" in stage.last(stage.lin).text


def test_what_is_not_the_members_own_work_is_refused(stage: Stage) -> None:
    published(stage)
    work = stage.zhou.send(stage.group, photo=b"zhou", caption="看我的")
    stage.lin.say(stage.group, "/submit 1", reply_to=work)
    stage.play()
    assert "别人发的" in whisper(stage)
    copy = stage.lin.forward(work, stage.group)
    stage.lin.say(stage.group, "/submit 1", reply_to=copy)
    stage.play()
    assert "转发" in whisper(stage)
    assert works(stage) == []


def test_without_any_work_the_ways_to_hand_in_are_shown(stage: Stage) -> None:
    published(stage)
    stage.lin.say(stage.group, "/submit 1")
    stage.play()
    assert "三个办法" in whisper(stage)
    assert works(stage) == []


def test_guided_in_private_everything_but_forwards_is_taken(stage: Stage) -> None:
    published(stage)
    private = stage.world.private(stage.lin)
    stage.lin.start("submit-1")
    stage.play()
    assert "把作品发给我" in stage.last(stage.lin).text
    foreign = stage.zhou.say(stage.group, "周舟的文章")
    stage.lin.forward(foreign, private)
    stage.play()
    assert "转发" in stage.last(stage.lin).text
    stage.lin.send(private, document=b"report", name="report.txt", caption="续航实测")
    stage.play()
    assert "续航实测" in stage.last(stage.lin).text
    assert works(stage) == []
    assert "作品收到了" in confirmed(stage, stage.lin).text
    assert "续航实测" in card(stage).text
    assert works(stage) == [(1, "waiting", 1)]


def test_the_same_file_is_refused_whoever_sends_it(stage: Stage) -> None:
    published(stage, STANDARD + "\n每人次数：2")
    handed_in(stage, stage.lin, 1, b"film")
    handed_in(stage, stage.zhou, 1, b"film")
    assert "别人先发过" in whisper(stage, "zhou")
    handed_in(stage, stage.lin, 1, b"film")
    assert "你在这个挑战里交过" in whisper(stage)
    assert works(stage) == [(1, "waiting", 1)]


def test_the_file_of_another_is_refused_in_every_challenge_and_ones_own_is_marked_for_the_reviewers(
    stage: Stage,
) -> None:
    published(stage)
    published(stage, STANDARD)
    handed_in(stage, stage.lin, 1, b"film")
    assert "同一个文件" not in card(stage).text
    handed_in(stage, stage.zhou, 2, b"film")
    assert "别人先发过" in whisper(stage, "zhou")
    assert works(stage) == [(1, "waiting", 1)]
    handed_in(stage, stage.lin, 2, b"film")
    assert [one[1:] for one in works(stage)] == [("waiting", 1), ("waiting", 1)]
    assert "⚠️ 同一个文件，作者在挑战 1“转场练习”里也交过（作品 1）" in card(stage).text
    handed_in(stage, stage.lin, 2, b"another film")
    replaced(stage, stage.lin)
    assert "同一个文件" not in card(stage).text


def test_what_was_picked_of_another_is_no_work_of_ones_own(stage: Stage) -> None:
    published(stage)
    shown = stage.lin.send(stage.group, photo=b"film", caption="看我拍的")
    stage.play()
    stage.mo.say(stage.group, "/feature 光线好，车身的线条都出来了", reply_to=shown)
    stage.play()
    handed_in(stage, stage.zhou, 1, b"film")
    assert "别人先发过" in whisper(stage, "zhou")
    assert works(stage) == []
    handed_in(stage, stage.lin, 1, b"film")
    assert [one[1:] for one in works(stage)] == [("waiting", 1)]


def test_further_work_is_a_new_submission_only_as_often_as_allowed(stage: Stage) -> None:
    published(stage, STANDARD + "\n每人次数：2")
    for photo in (b"one", b"two", b"three"):
        handed_in(stage, stage.lin, 1, photo)
    assert works(stage) == [(1, "waiting", 1), (2, "waiting", 1)]
    assert "你的作品 2 还在等审核" in whisper(stage)
    replaced(stage, stage.lin)
    assert works(stage) == [(1, "waiting", 1), (2, "waiting", 2)]
    assert "换成第 2 版" in whisper(stage)


def test_when_all_are_approved_nothing_more_is_taken(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "通过", "转场利落")
    handed_in(stage, stage.lin, 1, b"more")
    assert "都交齐" in whisper(stage)


def test_a_full_challenge_takes_no_work_from_outside(stage: Stage) -> None:
    published(stage, STANDARD + "\n名额：1")
    handed_in(stage, stage.lin, 1)
    handed_in(stage, stage.zhou, 1, b"zhou")
    assert "名额满了" in whisper(stage, "zhou")
    assert len(works(stage)) == 1


def test_an_edit_before_the_review_replaces_the_card(stage: Stage) -> None:
    published(stage)
    words = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    first = card(stage)
    stage.lin.edit(words, "#挑战1 定稿")
    stage.play()
    assert "交了新的一版（第 2 版）" in first.text
    assert labels(first) == []
    assert "定稿" in card(stage).text
    assert works(stage) == [(1, "waiting", 2)]


def test_an_edit_of_approved_work_is_reviewed_again_and_never_paid_twice(stage: Stage) -> None:
    published(stage)
    words = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    reviewed(stage, "通过", "节奏舒服")
    assert stage.member(stage.lin).contribution == 30
    stage.lin.edit(words, "#挑战1 改成广告")
    stage.play()
    assert works(stage) == [(1, "waiting", 2)]
    assert "不会重复加" in card(stage).text
    stage.advance(86_400)
    reviewed(stage, "通过", "节奏舒服", by=stage.mo)
    assert "+30" not in stage.last(stage.lin).text
    assert stage.member(stage.lin).contribution == 30


def test_an_edit_that_changes_nothing_is_no_version(stage: Stage) -> None:
    published(stage)
    words = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    stage.lin.edit(words, "初稿 #挑战1")
    stage.lin.edit(words, "#挑战1  初稿")
    stage.play()
    assert works(stage) == [(1, "waiting", 1)]
    assert len(stage.whispers(stage.lin)) == 1


def test_what_was_refused_can_be_asked_about(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1, b"film")
    handed_in(stage, stage.zhou, 1, b"film")
    stage.zhou.say(stage.world.private(stage.zhou), "/why")
    stage.play()
    assert "别人先交过" in stage.last(stage.zhou).text


def test_an_open_challenge_agrees_on_a_plan_first(stage: Stage) -> None:
    published(stage, OPEN)
    stage.lin.start("submit-1")
    stage.play()
    assert "先说说你的方案" in stage.last(stage.lin).text
    stage.lin.say(stage.world.private(stage.lin), "拍一周通勤，每天记录电量")
    stage.play()
    confirmed(stage, stage.lin)
    assert "提案 1" in card(stage).text
    written(stage, stage.rui, card(stage), "写方案", "方案：七天，一天一条\n交付：6天")
    stage.press(stage.lin, stage.last(stage.lin), "同意这份方案")
    assert "放手去做" in stage.last(stage.lin).text
    assert stage.member(stage.lin).contribution == 0
    stage.press(stage.lin, stage.last(stage.lin), "交作品")
    stage.lin.send(stage.world.private(stage.lin), photo=b"chart", caption="一周电量表")
    stage.play()
    confirmed(stage, stage.lin)
    reviewed(stage, "通过", "数据有用")
    assert stage.member(stage.lin).contribution == 80


def test_an_empty_or_endless_work_is_told_so(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.send(stage.world.private(stage.lin), sticker=b"smile")
    stage.lin.say(stage.world.private(stage.lin), "长" * 3600)
    stage.play()
    stage.advance(3)
    assert "贴纸这里用不上：可以发文字、图片、视频、文件和语音" in stage.said(stage.lin)[-2]
    assert "最多 3500 个" in stage.said(stage.lin)[-1]
    assert works(stage) == []
