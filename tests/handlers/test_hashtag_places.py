"""A hashtag counts wherever its author may put it, and not where somebody else's words are quoted."""

import pytest

from sandbox.text.entities import Entity
from sandbox.text.recognition import recognized
from sandbox.world.messages import Message
from tests.handlers.daily.asking import TEXT, answer, ask
from tests.handlers.works.desk import card, published
from tests.stage import Stage

PLACES = [
    f"#提问 {TEXT}",
    f"{TEXT} #提问",
    f"【#提问】{TEXT}",
    f"（#提问）{TEXT}",
    f"[#Question] {TEXT}",
    f"#questions {TEXT}",
    f"#Help {TEXT}",
    f"#提问… {TEXT}",
    f"#提问｜{TEXT}",
]


def questions(stage: Stage) -> list[tuple[int, str]]:
    """Message and words of every question."""
    return stage.do(lambda tx: [tuple(row) for row in tx.all("SELECT message, text FROM question ORDER BY id")])


def works(stage: Stage) -> list[tuple[int, int]]:
    """Message and version of every work."""
    sql = "SELECT message, version FROM submission_version ORDER BY at, version"
    return stage.do(lambda tx: [tuple(row) for row in tx.all(sql)])


def quoting(stage: Stage, quoted: str, own: str, kind: str = "blockquote", reply_to: Message | None = None) -> Message:
    """Somebody writes something below a quotation."""
    words = f"{quoted}\n{own}"
    marks = [*recognized(words), Entity(kind, 0, len(quoted))]
    message = stage.he.say(stage.group, words, entities=marks, reply_to=reply_to)
    stage.play()
    return message


@pytest.mark.parametrize("words", PLACES)
def test_a_forgotten_hashtag_can_be_put_in(stage: Stage, words: str) -> None:
    message = stage.lin.say(stage.group, TEXT)
    stage.play()
    stage.clock.advance(120)
    stage.lin.edit(message, words)
    stage.play()
    assert questions(stage) == [(message.id, TEXT)]
    stage.lin.edit(message, f"{words} 急")
    stage.play()
    assert len(questions(stage)) == 1


def test_below_a_later_picture_of_an_album_as_well(stage: Stage) -> None:
    album = stage.lin.album(stage.group, [b"a", b"b", b"c"], caption=TEXT, under=2)
    stage.play()
    stage.lin.edit(album[2], f"#提问 {TEXT}")
    stage.play()
    assert questions(stage) == [(album[0].id, TEXT)]


def test_what_was_said_long_ago_stays_what_it_was(stage: Stage) -> None:
    message = stage.lin.say(stage.group, TEXT)
    stage.play()
    stage.clock.advance(3_601)
    stage.lin.edit(message, PLACES[0])
    stage.play()
    assert questions(stage) == []


def test_an_answer_becomes_no_question_by_what_is_put_in(stage: Stage) -> None:
    said = answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.zhou.edit(said, "我也想知道 #提问")
    stage.play()
    assert len(questions(stage)) == 1


@pytest.mark.parametrize("kind", ["blockquote", "expandable_blockquote"])
@pytest.mark.parametrize("quoted", [f"#提问 {TEXT}", f"提问：{TEXT}", "签到", "#挑战1 https://example.com/film"])
def test_what_is_quoted_was_said_by_somebody_else(stage: Stage, quoted: str, kind: str) -> None:
    published(stage)
    before = len(stage.said(stage.group))
    message = quoting(stage, quoted, "这个我也遇到过，换了电机就好", kind)
    assert (questions(stage), works(stage), message.reactions) == ([], [], {})
    assert len(stage.said(stage.group)) == before


def test_what_stands_below_a_quotation_is_ones_own(stage: Stage) -> None:
    message = quoting(stage, "#分享 周末去了海边", f"#提问 {TEXT}")
    assert [number for number, _ in questions(stage)] == [message.id]


def test_a_whole_message_that_looks_like_a_quotation_is_ones_own(stage: Stage) -> None:
    words = PLACES[0]
    message = stage.lin.say(stage.group, words, entities=[*recognized(words), Entity("blockquote", 0, len(words))])
    stage.play()
    assert questions(stage) == [(message.id, TEXT)]


@pytest.mark.parametrize(
    "words", ["#挑战1 剪了三遍", "（#挑战1）剪了三遍", "剪了三遍 #挑战一", "#挑战 转场练习：剪了三遍"]
)
def test_a_work_is_handed_in_by_a_caption_that_was_mended(stage: Stage, words: str) -> None:
    published(stage)
    photo = stage.lin.send(stage.group, photo=b"work", caption="剪了三遍")
    stage.play()
    stage.lin.edit(photo, words)
    stage.play()
    assert works(stage) == [(photo.id, 1)]
    assert "剪了三遍" in card(stage).text and "#挑战" not in card(stage).text
    stage.lin.edit(photo, f"{words}！")
    stage.play()
    assert [version for _, version in works(stage)] == [1, 2]


def test_whoever_has_not_agreed_reads_the_covenant_first(stage: Stage) -> None:
    published(stage)
    photo = stage.xin.send(stage.group, photo=b"work", caption="剪了三遍")
    stage.play()
    stage.xin.edit(photo, "#挑战1 剪了三遍")
    stage.play()
    assert works(stage) == []
    assert "公约" in stage.whispers(stage.xin)[-1].text
    stage.press(stage.xin, stage.whispers(stage.xin)[-1], "我同意")
    assert works(stage) == [(photo.id, 1)]


@pytest.mark.parametrize("words", ["#挑战 转场练习 剪了三遍", "#挑战转场练习剪了三遍", "/submit 转场练习 剪了三遍"])
def test_a_challenge_is_named_by_its_title(stage: Stage, words: str) -> None:
    published(stage)
    photo = stage.lin.send(stage.group, photo=b"work", caption=words)
    stage.play()
    assert works(stage) == [(photo.id, 1)]


def test_of_two_challenges_of_one_title_none_is_meant_by_it(stage: Stage) -> None:
    published(stage)
    stage.mo.say(
        stage.world.private(stage.mo),
        "/newchallenge " + "标题：转场练习\n类型：开放\n资格：基础\n赛道：视频\n积分：30\n截止：7天\n说明：怎么转？",
    )
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    stage.lin.send(stage.group, photo=b"work", caption="#挑战 转场练习 剪了三遍")
    stage.play()
    assert works(stage) == []
