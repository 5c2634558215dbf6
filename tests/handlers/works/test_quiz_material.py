"""What to read before a quiz: named by staff, opened by members, gone with the note, named on the note itself."""

from sandbox.world.messages import Message
from tests.handlers.daily import noting
from tests.handlers.daily.noting import TITLE, found
from tests.handlers.honour.announcing import plain
from tests.handlers.works.quizzing import FORM, labels, published, say, taken
from tests.stage import Stage

PAGE = "https://example.com/winter"


def shown(stage: Stage) -> Message:
    """The quiz as a member opens it."""
    return say(stage, stage.lin, "/start quiz-1")


def on_button(message: Message, label: str) -> str:
    """Where the button leads."""
    return next(str(one.url) for row in message.buttons for one in row if one.text == label)


def test_a_note_is_read_before_the_quiz_and_again_after_it_was_not_passed(stage: Stage) -> None:
    noting.published(stage)
    published(stage, f"{FORM}\n资料：{TITLE}\n{PAGE}")
    assert f"答之前可以先看看资料“{TITLE}”" in plain(stage.last(stage.group).text)
    card = shown(stage)
    stage.press(stage.lin, card, "📖 先看看资料")
    material = stage.last(stage.lin)
    assert "长按 10 秒就能重新配对" in plain(material.text) and on_button(material, "打开网页") == PAGE
    assert "“冬季用车”问的就是这些" in plain(material.text)
    stage.press(stage.lin, material, "开始答题")
    assert "第 1 题" in plain(stage.last(stage.lin).text)
    taken(stage, stage.lin, 0)
    again = stage.last(stage.lin)
    assert labels(again) == ["📖 再看看资料", "再答一次"]
    stage.press(stage.lin, again, "📖 再看看资料")
    assert "长按 10 秒" in plain(stage.last(stage.lin).text)


def test_a_page_alone_opens_at_once(stage: Stage) -> None:
    published(stage, f"{FORM}\n资料：example.com/winter")
    assert on_button(shown(stage), "📖 先看看资料") == PAGE


def test_without_material_nothing_is_said_of_it(stage: Stage) -> None:
    published(stage)
    assert "资料" not in plain(stage.last(stage.group).text) + plain(shown(stage).text)
    taken(stage, stage.lin, 0)
    assert labels(stage.last(stage.lin)) == ["再答一次"]


def test_whoever_passed_is_not_sent_back_to_read(stage: Stage) -> None:
    published(stage, f"{FORM}\n资料：{PAGE}")
    taken(stage, stage.lin, 3)
    assert labels(shown(stage)) == ["全部问答"]


def test_a_note_that_there_is_not_is_refused_kindly_and_the_form_stays(stage: Stage) -> None:
    noting.published(stage)
    answer = say(stage, stage.mo, f"/newquiz\n{FORM}\n资料：资讯 9")
    assert f"“9”没对上现有的产品资讯。现在有：1 {TITLE}" in plain(answer.text) and "标题：冬季用车" in plain(
        answer.text
    )
    answer = say(stage, stage.mo, "资料：资讯 1")
    assert f"📖 资料：1 {TITLE}" in plain(answer.text)


def test_where_there_is_no_note_at_all_it_says_how_one_is_written(stage: Stage) -> None:
    answer = say(stage, stage.mo, f"/newquiz\n{FORM}\n资料：蓝牙钥匙")
    assert "先用 /newnote 写一条" in plain(answer.text)


def test_two_notes_or_two_pages_are_refused(stage: Stage) -> None:
    answer = say(stage, stage.mo, f"/newquiz\n{FORM}\n资料：{PAGE}\nexample.com/ota")
    assert "一条产品资讯、一个网址" in plain(answer.text)


def test_editing_keeps_it_changes_it_and_takes_it_away(stage: Stage) -> None:
    noting.published(stage)
    published(stage, f"{FORM}\n资料：1\n{PAGE}")
    card = say(stage, stage.mo, "/quizbank 1")
    stage.press(stage.mo, card, "改设置")
    assert f"资料：\n资讯 1\n{PAGE}" in plain(stage.last(stage.mo).text)
    assert f"📖 资料：1 {TITLE}，网页" in plain(say(stage, stage.mo, "积分：40").text), "an untouched line stays"
    stage.press(stage.mo, stage.last(stage.mo), "改设置")
    assert "没对上" in plain(say(stage, stage.mo, "资料：胎压").text)
    assert f"📖 资料：1 {TITLE}" in plain(say(stage, stage.mo, "资料：资讯 1").text)
    stage.press(stage.mo, stage.last(stage.mo), "改设置")
    assert "📖" not in plain(say(stage, stage.mo, "资料：").text)


def test_a_note_that_was_withdrawn_is_not_shown_and_staff_see_why(stage: Stage) -> None:
    noting.published(stage)
    published(stage, f"{FORM}\n资料：1")
    card = shown(stage)
    listed = say(stage, stage.mo, "/notes")
    stage.press(stage.mo, listed, "撤回 1")
    stage.press(stage.mo, listed, "撤回")
    assert "这份资料过期了" in stage.press(stage.lin, card, "📖 先看看资料") + plain(stage.last(stage.lin).text)
    assert "📖 先看看资料" not in labels(shown(stage))
    assert "⚠️ 资料里的资讯 1 过期或撤回了" in plain(say(stage, stage.mo, "/quizbank 1").text)


def test_the_note_names_its_quiz_where_members_and_staff_find_it(stage: Stage) -> None:
    noting.published(stage)
    assert "配套问答" not in found(stage)
    published(stage, f"{FORM}\n资料：1")
    assert "📝 配套问答：冬季用车（/quiz 1）" in plain(found(stage))
    assert "📝 配套问答：冬季用车（/quiz 1）" in plain(say(stage, stage.mo, "/notes").text)
