"""Whatever an announcement holds arrives as it was written, or its author is told what does not."""

from dataclasses import replace

import pytest

from sandbox.text.entities import Entity, units
from sandbox.world.chats import Chat
from sandbox.world.speaking import media_of, send
from sandbox.world.wire import message_wire
from storage import groups
from tests.places import beside
from tests.stage import Stage

FAMILY = "👨‍👩‍👧"
TEXT = f"{FAMILY}周六10点见，点这里报名"
LOOKS = [
    Entity("bold", 8, 4),
    Entity("text_link", 15, 3, url="https://brand.cn/join?a=1&b=2"),
    Entity("custom_emoji", 0, 8, custom_emoji_id="5368324170671202286"),
]
HEADING = "📣 星途汽车公告\n\n"
AFTER_HEADING = units(HEADING)


def asked(stage: Stage) -> Chat:
    """The owner has said /broadcast."""
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "/broadcast")
    stage.play()
    return private


def sent(stage: Stage) -> None:
    stage.press(stage.owner, stage.last(stage.owner), "现在发")


def looks(entities: list[Entity], shift: int) -> set[Entity]:
    """What was set by hand, without what Telegram recognizes by itself."""
    kinds = {"bold", "text_link", "custom_emoji", "italic"}
    return {
        Entity(e.type, e.offset - shift, e.length, e.url, custom_emoji_id=e.custom_emoji_id)
        for e in entities
        if e.type in kinds and e.offset >= shift
    }


def test_bold_words_links_and_joined_emoji_stand_where_they_stood(stage: Stage) -> None:
    stage.owner.say(asked(stage), TEXT, entities=LOOKS)
    stage.play()
    sent(stage)
    post = stage.last(stage.group)
    assert post.text == HEADING + TEXT
    assert looks(post.entities, AFTER_HEADING) == set(LOOKS)


def test_behind_the_command_they_do_as_well(stage: Stage) -> None:
    begin = len("/broadcast ")
    shifted = [Entity(e.type, e.offset + begin, e.length, e.url, custom_emoji_id=e.custom_emoji_id) for e in LOOKS]
    command = Entity("bot_command", 0, len("/broadcast"))
    stage.owner.say(stage.world.private(stage.owner), f"/broadcast {TEXT}", entities=[command, *shifted])
    stage.play()
    sent(stage)
    assert looks(stage.last(stage.group).entities, AFTER_HEADING) == set(LOOKS)


@pytest.mark.parametrize("kind", ["photo", "video", "document", "voice"])
def test_a_file_goes_along_with_its_caption(stage: Stage, kind: str) -> None:
    media = media_of(stage.world, {kind: b"\x89PNG of Saturday"}, "")
    send(stage.owner, asked(stage), media, caption=TEXT, reply_to=None, topic=None, entities=LOOKS)
    stage.play()
    seen = stage.messages(stage.owner)[-2]
    assert seen.media is not None
    assert seen.media.kind == kind
    sent(stage)
    post = stage.last(stage.group)
    assert post.media is not None
    assert post.media.file == seen.media.file
    assert post.text == HEADING + TEXT
    assert looks(post.entities, AFTER_HEADING) == set(LOOKS)


def test_a_picture_without_words_is_an_announcement_too(stage: Stage) -> None:
    stage.owner.send(stage.world.private(stage.owner), photo="photo", caption="/broadcast")
    stage.play()
    sent(stage)
    assert stage.last(stage.group).media is not None


def test_a_caption_too_long_for_a_picture_follows_it(stage: Stage) -> None:
    stage.owner.send(asked(stage), photo="photo", caption="长" * 1020)
    stage.play()
    sent(stage)
    picture, words = stage.messages(stage.group)[-2:]
    assert picture.media is not None
    assert words.text == HEADING + "长" * 1020


def test_an_album_arrives_whole(stage: Stage) -> None:
    stage.owner.album(asked(stage), ["photo", b"\x89PNG second", b"\x89PNG third"], caption=TEXT)
    stage.play()
    assert "收到相册" in stage.last(stage.owner).text
    stage.press(stage.owner, stage.last(stage.owner), "看预览")
    sent(stage)
    album = stage.messages(stage.group)[-3:]
    assert len({piece.album for piece in album}) == 1
    assert [piece.text for piece in album] == [HEADING + TEXT, "", ""]


def test_more_than_one_message_holds_goes_out_as_several(stage: Stage) -> None:
    text = "\n".join(f"第 {n} 条：" + "说" * 33 for n in range(100))
    stage.owner.say(asked(stage), text)
    stage.play()
    stage.advance(3)
    sent(stage)
    first, second = stage.said(stage.group)[-2:]
    assert f"{first}\n{second}" == HEADING + text


def test_what_can_not_be_sent_is_named_and_still_asked_for(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.send(private, sticker=b"RIFF0000WEBP")
    stage.play()
    assert "贴纸这里用不上" in stage.last(stage.owner).text
    stage.owner.say(private, TEXT)
    stage.play()
    sent(stage)
    assert stage.last(stage.group).text == HEADING + TEXT


def test_an_earlier_message_is_announced_by_replying_to_it(stage: Stage) -> None:
    private = stage.world.private(stage.owner)
    poster = stage.owner.send(private, photo="photo", caption="周六见")
    stage.owner.say(private, "/broadcast", reply_to=poster)
    stage.play()
    sent(stage)
    assert stage.last(stage.group).text == HEADING + "周六见"


def test_a_picture_that_a_question_can_not_use_is_said_to_be_left_out(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.say(private, TEXT)
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.send(private, photo="photo", caption="11-16 12:00")
    stage.play()
    left_out, planned = stage.said(stage.owner)[-2:]
    assert "图片没有" in left_out
    assert "定好了" in planned


def test_groups_are_chosen_by_a_tick_by_language_and_all(stage: Stage) -> None:
    other = beside(stage, "Xingtu Owners", "en", [stage.owner])
    stage.owner.say(asked(stage), TEXT)
    stage.play()
    card = stage.last(stage.owner)
    assert "全部 2 个群" in card.text
    stage.press(stage.owner, card, "英文群")
    assert "\u2068Xingtu Owners\u2069" in card.text
    assert "星途车友会" not in card.text
    assert "至少留一个群" in stage.press(stage.owner, card, "✓ Xingtu Owners")
    stage.press(stage.owner, card, "星途车友会")
    assert "全部 2 个群" in card.text
    stage.press(stage.owner, card, "✓ 星途车友会")
    sent(stage)
    assert TEXT in stage.said(other)[-1]
    assert not [text for text in stage.said(stage.group) if TEXT in text]


def test_a_tick_on_an_old_card_applies_to_what_was_chosen_since(stage: Stage) -> None:
    beside(stage, "Xingtu Owners", "en", [stage.owner])
    stage.owner.say(asked(stage), TEXT)
    stage.play()
    old = stage.last(stage.owner)
    stage.press(stage.owner, old, "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "11-16 12:00")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "✓ 星途车友会")
    assert "至少留一个群" in stage.press(stage.owner, old, "✓ Xingtu Owners")
    assert stage.last(stage.owner).button("✓ Xingtu Owners")


def test_one_whose_groups_are_gone_goes_to_no_other(stage: Stage) -> None:
    other = beside(stage, "Xingtu Owners", "en", [stage.owner])
    stage.owner.say(asked(stage), TEXT)
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "英文群")
    stage.press(stage.owner, stage.last(stage.owner), "定个时间")
    stage.owner.say(stage.world.private(stage.owner), "11-16 12:00")
    stage.play()
    stage.do(lambda tx: groups.deactivate(tx, other.id))
    for _ in range(4):
        stage.advance(3600)
    assert not [text for text in stage.said(stage.group) if TEXT in text]
    assert "没有发出" in stage.last(stage.owner).text


def covered(stage: Stage, private: Chat, content: bytes, caption: str = "") -> None:
    """The owner sends a picture that is covered, with the words above it."""
    media = media_of(stage.world, {"photo": content}, "")
    send(stage.owner, private, replace(media, spoiler=True, above=True), caption=caption, reply_to=None, topic=None)
    stage.play()


def test_a_covered_picture_stays_covered_and_words_stay_above_it(stage: Stage) -> None:
    covered(stage, asked(stage), b"launch", "新车长这样")
    preview = next(one for one in stage.messages(stage.owner) if one.media)
    sent(stage)
    for shown in (preview, stage.last(stage.group)):
        assert shown.media is not None and shown.media.spoiler and shown.media.above


def test_an_album_of_which_a_picture_is_covered_is_covered_and_others_are_not(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.album(private, [b"one", b"two"], caption="新车长这样")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "看预览")
    sent(stage)
    assert not any(one.media.spoiler or one.media.above for one in stage.messages(stage.group) if one.media)
    private = asked(stage)
    pieces = stage.owner.album(private, [b"three", b"four"], caption="内饰长这样")
    stage.world.updates.clear()
    for piece in pieces:
        assert piece.media is not None
        piece.media = replace(piece.media, spoiler=piece is pieces[1])
        stage.world.updates.add("message", message_wire(piece))
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "看预览")
    sent(stage)
    assert all(one.media.spoiler for one in stage.messages(stage.group)[-2:] if one.media)


def test_what_is_heard_has_no_cover(stage: Stage) -> None:
    private = asked(stage)
    media = media_of(stage.world, {"document": b"list"}, "list.txt")
    send(stage.owner, private, replace(media, spoiler=True, above=True), caption="名单", reply_to=None, topic=None)
    stage.play()
    sent(stage)
    assert stage.last(stage.group).media is not None
