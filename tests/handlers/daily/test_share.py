"""Everyday sharing, as people do it."""

import json

import pytest

from rules.programme.programme import Programme
from rules.programme.sharing import Sharing
from rules.values import replace
from sandbox.world.files import Media
from sandbox.world.messages import Message
from sandbox.world.people import Person
from sandbox.world.speaking import media_of, send
from storage.daily import shares
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import clean, gives_back_only_into_room, newest, undo
from tests.stage import Stage

DAY_S = 86_400
WORDS = "昨晚绕着滨江大道开了一圈，江风很大，车里却静得能听见自己的呼吸声，回来电耗只有十二度。"


def shows(
    stage: Stage, caption: str = "#晒车 洗完第一天", picture: bytes = b"car", by: Person | None = None
) -> Message:
    """A picture with a hashtag."""
    message = (by or stage.lin).send(stage.group, photo=picture, caption=caption)
    stage.play()
    return message


def whispered(stage: Stage, person: Person | None = None) -> str:
    """What the person alone was told last."""
    found = stage.whispers(person or stage.lin)
    return found[-1].text if found else ""


def test_a_picture_counts_and_a_reaction_alone_says_so(stage: Stage) -> None:
    message = shows(stage)
    assert message.reactions == {stage.world.bot.id: "😍"}
    assert stage.said(stage.group) == [] and whispered(stage) == ""
    assert points(stage, stage.lin) == 2
    clean(stage)


@pytest.mark.parametrize(("kind", "worth"), [("photo", 2), ("video", 3)])
def test_a_video_is_worth_most(stage: Stage, kind: str, worth: int) -> None:
    media = media_of(stage.world, {kind: b"drive"}, "drive")
    send(stage.lin, stage.group, media, caption="#share the coast", reply_to=None, topic=None)
    stage.play()
    assert points(stage, stage.lin) == worth


def test_words_count_from_thirty_characters_on(stage: Stage) -> None:
    stage.lin.say(stage.group, "#分享 今天开心")
    stage.play()
    assert "写满 30 个字" in whispered(stage) and points(stage, stage.lin) == 0
    stage.lin.say(stage.group, f"{WORDS} #分享")
    stage.play()
    assert points(stage, stage.lin) == 1


def test_one_a_day_and_three_a_week_count(stage: Stage) -> None:
    shows(stage, picture=b"monday")
    shows(stage, picture=b"again")
    assert "今天的分享已经加过分了" in whispered(stage)
    for day in (b"tuesday", b"wednesday", b"thursday"):
        stage.clock.advance(DAY_S)
        shows(stage, picture=day)
    assert points(stage, stage.lin) == 6
    assert "这周加分的 3 次" in whispered(stage) and "3 天后" in whispered(stage)
    stage.clock.advance(3 * DAY_S)
    shows(stage, picture=b"sunday")
    assert points(stage, stage.lin) == 8, "a week begins on Sunday"


def test_what_was_said_before_the_day_ended_counts_for_that_day(stage: Stage) -> None:
    stage.clock.advance(18 * 3_600)  # Tuesday 03:00, still Monday's day
    stage.lin.send(stage.group, photo=b"night", caption="#晒车 夜里的江边")
    stage.clock.advance(2 * 3_600)
    stage.play()
    shows(stage, picture=b"morning")
    assert points(stage, stage.lin) == 4
    assert [day for (day,) in rows(stage.connection, "SELECT day FROM share ORDER BY id")] == [
        "2026-11-16",
        "2026-11-17",
    ]


def test_the_same_picture_never_counts_twice_whoever_shows_it(stage: Stage) -> None:
    first = shows(stage)
    stage.clock.advance(DAY_S)
    again = Media("photo", first.media.file) if first.media else None
    assert again
    for person in (stage.lin, stage.zhou):
        send(person, stage.group, again, caption="#分享", reply_to=None, topic=None)
    stage.play()
    assert "你分享过" in whispered(stage) and "别人先发过" in whispered(stage, stage.zhou)
    assert points(stage, stage.lin) == 2 and points(stage, stage.zhou) == 0


def test_the_same_words_never_count_twice_however_they_are_spaced(stage: Stage) -> None:
    stage.lin.say(stage.group, f"#分享 {WORDS}")
    stage.play()
    stage.clock.advance(DAY_S)
    stage.lin.say(stage.group, f"#晒车  {WORDS[:20]} {WORDS[20:]}")
    stage.play()
    assert points(stage, stage.lin) == 1


def test_an_album_is_one_share_and_none_of_its_pictures_is_another(stage: Stage) -> None:
    album = stage.lin.album(stage.group, [b"one", b"two", b"three"], caption="#晒车 三张", under=1)
    stage.play()
    assert points(stage, stage.lin) == 2
    assert album[0].reactions == {stage.world.bot.id: "😍"}
    stage.clock.advance(DAY_S)
    for piece in album:
        assert piece.media
        send(stage.lin, stage.group, piece.media, caption="#分享", reply_to=None, topic=None)
    stage.play()
    assert points(stage, stage.lin) == 2
    clean(stage)


def mixed(stage: Stage) -> Person:
    """An album whose second piece is a video."""
    group = stage.world.next_album()
    for n, kind in enumerate(("photo", "video")):
        media = media_of(stage.world, {kind: kind.encode()}, kind)
        caption = "" if n else "#晒车 一张一段"
        send(stage.lin, stage.group, media, caption=caption, reply_to=None, topic=None, album=group)
    stage.play()
    return stage.lin


def test_a_video_later_in_an_album_makes_it_worth_as_much_and_is_undone_with_it(stage: Stage) -> None:
    mixed(stage)
    assert points(stage, stage.lin) == 3
    clean(stage)
    undo(stage, newest(stage, stage.lin, "share_picture").id)
    assert points(stage, stage.lin) == 0
    clean(stage)


def test_a_reply_to_ones_own_message_shares_that_one(stage: Stage) -> None:
    mine = stage.lin.send(stage.group, photo=b"mine", caption="洗车了")
    stage.zhou.say(stage.group, "#分享", reply_to=mine)
    stage.lin.say(stage.group, "#分享", reply_to=mine)
    stage.play()
    assert "回复自己的那条" in whispered(stage, stage.zhou)
    assert mine.reactions == {stage.world.bot.id: "😍"} and points(stage, stage.lin) == 2


@pytest.mark.parametrize(
    "changed", [WORDS + "！🎉", WORDS.replace("，", " ").replace("。", ""), "～" + WORDS.replace("里", "裡")]
)
def test_the_words_of_another_are_known_however_they_are_pointed(stage: Stage, changed: str) -> None:
    stage.zhou.say(stage.group, f"#分享 {WORDS}")
    stage.lin.say(stage.group, f"#分享 {changed}")
    stage.play()
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (1, 0)
    assert "别人先发过" in whispered(stage)


def test_what_was_forwarded_does_not_count(stage: Stage) -> None:
    theirs = stage.zhou.send(stage.group, photo=b"theirs", caption="#晒车 我的")
    forwarded = stage.lin.forward(theirs, stage.group)
    stage.lin.say(stage.group, "#分享", reply_to=forwarded)
    stage.play()
    assert points(stage, stage.lin) == 0 and points(stage, stage.zhou) == 2
    assert "转发来的不加分" in whispered(stage)


def test_without_reactions_a_line_says_it_for_all_who_shared(stage: Stage) -> None:
    stage.group.reactions_allowed = frozenset({"👍"})
    shows(stage)
    [said] = stage.said(stage.group)
    assert "林晓" in said and "加上分" in said


def test_why_tells_what_counted_and_what_did_not(stage: Stage) -> None:
    shows(stage)
    shows(stage, picture=b"again")
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    told = stage.last(stage.lin).text
    assert "日常分享（图片）" in told and "那天的分享已经加过分" in told


def test_a_brand_may_let_none_count(stage: Stage) -> None:
    stage.restart(replace(Programme(), sharing=Sharing(per_day=0)))
    shows(stage)
    assert "现在的日常分享不加分" in whispered(stage)


def uncounted(stage: Stage) -> None:
    """The share that was undone has left its place."""
    member = stage.member(stage.lin).id
    assert stage.do(lambda tx: shares.moments(tx, member, 0, int(stage.clock.now()) + 1)) == []


def words(stage: Stage) -> Person:
    stage.lin.say(stage.group, f"#分享 {WORDS}")
    stage.play()
    return stage.lin


def picture(stage: Stage) -> Person:
    shows(stage)
    return stage.lin


def other_picture(stage: Stage) -> None:
    shows(stage, picture=b"another")


UNDO_STORIES = {
    "share_words": Story(words, uncounted, words, refused="你分享过"),
    "share_picture": Story(picture, uncounted, other_picture, pays=2),
    "share_video": Story(mixed, uncounted, other_picture, pays=2),
}


def test_a_share_given_back_takes_no_place_that_another_has_meanwhile(stage: Stage) -> None:
    shows(stage)
    first = newest(stage, stage.lin, "share_picture")
    undo(stage, first.id)
    back = newest(stage, stage.lin, "share_picture")
    shows(stage, picture=b"another")
    gives_back_only_into_room(stage, stage.lin, "share_picture", back.id)


def test_shares_stand_in_the_export(stage: Stage) -> None:
    shows(stage)
    stage.owner.say(stage.world.private(stage.owner), "/export")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "日常分享")
    assert json.dumps(stage.said(stage.owner), ensure_ascii=False).count("日常分享")
