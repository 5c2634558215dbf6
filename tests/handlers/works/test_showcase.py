"""The showcase: words are looked at before they go to the channel, put right there, and taken out again."""

from sandbox.world.messages import Message
from sandbox.world.speaking import erase
from tests.handlers.works.desk import STANDARD, card, handed_in, hung, labels, published, reviewed, written
from tests.stage import Stage

DAY_S = 86_400


def previewed(stage: Stage) -> Message:
    """The card of a work, as the post that would go to the channel."""
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    for label in ("我来看", "开头抓人", "通过并精选"):
        stage.press(stage.rui, shown, label)
    return shown


def act(stage: Stage, name: str) -> list[str]:
    """The details of what the log holds under that name."""
    rows = stage.do(lambda tx: tx.all("SELECT detail, reason FROM audit WHERE act = :act", act=name))
    return [f"{row.detail} {row.reason}" for row in rows]


def test_the_post_is_shown_before_it_goes_and_nothing_happens_until_then(stage: Stage) -> None:
    shown = previewed(stage)
    assert "发到频道是这样" in shown.text
    assert "剪了三遍" in shown.text
    assert "开头抓人" in shown.text
    assert stage.said(stage.channel) == []
    assert stage.member(stage.lin).contribution == 0
    stage.press(stage.rui, shown, "返回评语")
    assert "✓ 开头抓人" in labels(shown)
    stage.press(stage.rui, shown, "通过并精选")
    stage.press(stage.rui, shown, "发布精选")
    assert "剪了三遍" in stage.last(stage.channel).text
    assert stage.member(stage.lin).contribution == 50


def test_the_reviewer_writes_other_words_and_they_go_as_they_were_seen(stage: Stage) -> None:
    shown = previewed(stage)
    written(stage, stage.rui, shown, "改配文", "转场三遍练成 <3>\n值得一看")
    assert "还没发出去" in stage.last(stage.rui).text
    assert "转场三遍练成 <3>" in shown.text
    assert stage.said(stage.channel) == []
    stage.press(stage.rui, shown, "发布精选")
    post = stage.last(stage.channel)
    assert "转场三遍练成 <3>\n值得一看" in post.text
    assert "林晓" in post.text
    assert "剪了三遍" not in post.text
    assert "转场三遍练成" in stage.last(stage.lin).text
    assert "转场三遍练成" in act(stage, "showcase.word")[0]


def test_the_works_own_words_can_be_had_back(stage: Stage) -> None:
    shown = previewed(stage)
    written(stage, stage.rui, shown, "改配文", "别的话")
    stage.press(stage.rui, shown, "用回原文")
    stage.press(stage.rui, shown, "发布精选")
    assert "剪了三遍" in stage.last(stage.channel).text


def test_words_that_no_picture_can_carry_are_refused_and_those_that_can_are_not_cut(stage: Stage) -> None:
    shown = previewed(stage)
    written(stage, stage.rui, shown, "改配文", "长" * 801)
    assert "801 个字，最多 800 个" in stage.last(stage.rui).text
    written(stage, stage.rui, shown, "改配文", "车" + "🚗" * 399)
    stage.press(stage.rui, shown, "发布精选")
    assert stage.last(stage.channel).text.endswith("车" + "🚗" * 399)


def test_words_for_an_older_version_do_not_go_with_a_newer_one(stage: Stage) -> None:
    published(stage)
    draft = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    shown = card(stage)
    for label in ("我来看", "开头抓人", "通过并精选"):
        stage.press(stage.rui, shown, label)
    written(stage, stage.rui, shown, "改配文", "说的是初稿")
    stage.lin.edit(draft, "#挑战1 定稿")
    stage.play()
    stage.advance(60)
    newer = card(stage)
    stage.press(stage.rui, newer, "通过并精选")
    stage.press(stage.rui, newer, "发布精选")
    assert "定稿" in stage.last(stage.channel).text


def test_the_post_in_the_channel_gets_other_words(stage: Stage) -> None:
    shown = hung(stage)
    written(stage, stage.mo, shown, "改频道配文", "更正：是第四遍")
    post = stage.last(stage.channel)
    assert "更正：是第四遍" in post.text
    assert "林晓" in post.text
    assert "剪了三遍" not in post.text
    assert "莫莫" in stage.last(stage.staff).text
    assert stage.last(stage.staff).reply_to is shown
    assert "更正" in act(stage, "showcase.correct")[0]
    assert "更正" not in "".join(stage.said(stage.lin))
    stage.evening()
    assert "更正：是第四遍" in stage.last(stage.lin).text


def test_a_post_of_words_alone_and_an_album_get_other_words_too(stage: Stage) -> None:
    published(stage, STANDARD + "\n每人次数：2")
    stage.lin.say(stage.group, "#挑战1 只有字")
    stage.play()
    words = reviewed(stage, "通过并精选", "开头抓人")
    written(stage, stage.mo, words, "改频道配文", "字改了")
    assert "字改了" in stage.last(stage.channel).text
    stage.lin.album(stage.group, [b"one", b"two", b"three"], caption="#挑战1 三张")
    stage.play()
    stage.advance(60)
    album = reviewed(stage, "通过并精选", "节奏舒服")
    written(stage, stage.mo, album, "改频道配文", "图改了")
    assert ["图改了" in message.text for message in stage.messages(stage.channel)[-3:]] == [True, False, False]
    written(stage, stage.mo, album, "从频道撤下", "车牌没打码")
    assert len(stage.messages(stage.channel)) == 1, "the album goes with all its pieces"


def test_a_post_is_taken_out_and_its_author_hears_why(stage: Stage) -> None:
    shown = hung(stage)
    written(stage, stage.mo, shown, "从频道撤下", "车牌没打码")
    assert stage.said(stage.channel) == []
    assert "车牌没打码" in stage.last(stage.lin).text
    assert "积分也都在" in stage.last(stage.lin).text
    assert "车牌没打码" in stage.last(stage.staff).text
    assert "车牌没打码" in act(stage, "showcase.take_out")[0]
    assert stage.member(stage.lin).contribution == 50
    assert "已经从频道撤下" in stage.press(stage.rui, shown, "从频道撤下")
    assert "已经从频道撤下" in stage.press(stage.rui, shown, "改频道配文")


def test_taking_it_out_can_be_thought_better_of(stage: Stage) -> None:
    shown = hung(stage)
    written(stage, stage.mo, shown, "从频道撤下", "算了")
    assert len(stage.said(stage.channel)) == 1


def test_a_post_that_was_deleted_by_hand_is_said_to_be_gone(stage: Stage) -> None:
    shown = hung(stage)
    erase(stage.world, stage.last(stage.channel))
    written(stage, stage.mo, shown, "改频道配文", "改不到了")
    assert "有人手动删过" in stage.last(stage.staff).text
    written(stage, stage.mo, shown, "从频道撤下", "反正没了")
    assert [text for text in stage.said(stage.staff) if "有人手动删过" in text][1:], "told of each"


def test_a_post_too_old_to_delete_is_left_to_people(stage: Stage) -> None:
    shown = hung(stage)
    stage.channel.members[stage.world.bot.id].rights -= {"can_delete_messages"}
    stage.world.advance(3 * DAY_S)
    written(stage, stage.mo, shown, "从频道撤下", "不合适了")
    assert len(stage.said(stage.channel)) == 1
    assert "手动删除" in stage.last(stage.staff).text


def test_nobody_words_or_takes_out_their_own(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.rui, 1)
    shown = reviewed(stage, "通过并精选", "开头抓人", by=stage.mo)
    written(stage, stage.rui, shown, "改频道配文", "我自己写")
    assert "自己的事" in stage.last(stage.rui).text
    assert "我自己写" not in stage.last(stage.channel).text


def test_a_new_version_leaves_the_channel_and_its_buttons_alone(stage: Stage) -> None:
    published(stage)
    draft = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    first = reviewed(stage, "通过并精选", "开头抓人")
    stage.lin.edit(draft, "#挑战1 定稿")
    stage.play()
    stage.advance(60)
    assert "改频道配文" in labels(first)
    again = reviewed(stage, "通过并精选", "节奏舒服")
    assert len(stage.said(stage.channel)) == 1
    assert "从频道撤下" in labels(again)


def test_without_a_channel_it_is_featured_at_once(stage: Stage) -> None:
    stage.do(lambda tx: tx.run("UPDATE chat_group SET active = 0 WHERE part = 'channel'"))
    shown = hung(stage)
    assert labels(shown) == []
    assert "频道" not in stage.last(stage.lin).text


def test_one_who_is_dismissed_words_nothing_and_takes_nothing_out(stage: Stage) -> None:
    shown = previewed(stage)
    stage.press(stage.rui, shown, "改配文")
    stage.owner.say(stage.world.private(stage.owner), "/dismiss @rui 审核员")
    stage.play()
    assert labels(shown)[0] == "我来看"
    stage.rui.say(stage.world.private(stage.rui), "还是我来写")
    stage.play()
    for label in ("我来看", "开头抓人", "通过并精选"):
        stage.press(stage.mo, shown, label)
    assert "还是我来写" not in shown.text


def test_published_by_three_presses_it_stands_there_once(stage: Stage) -> None:
    shown = previewed(stage)
    for person in (stage.rui, stage.rui, stage.mo):
        person.press(shown, "发布精选")
    stage.play()
    assert len(stage.said(stage.channel)) == 1
    assert stage.member(stage.lin).contribution == 50


def test_its_author_finds_it_in_the_channel_from_what_they_are_told(stage: Stage) -> None:
    stage.press(stage.rui, previewed(stage), "发布精选")
    told = stage.last(stage.lin)
    assert "入选精选" in told.text
    assert stage.press(stage.lin, told, "去频道看") == "", "a popup has no links"
    assert "频道里的那条" in stage.last(stage.lin).text
