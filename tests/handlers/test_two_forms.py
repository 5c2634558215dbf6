"""Two forms are open at once: each takes what is its own, and says which one it is."""

import re
from pathlib import Path

import pytest

from sandbox.world.people import Person
from tests.stage import Stage

QUIZ = "标题：冬季用车\n出几题：3\n答对几题及格：2\n积分：20\n几次机会：2"
PROJECT = (
    "标题：夜行长片\n赛道：视频\n奖励：300\n组队截止：11-20 20:00\n截止：11-29 20:00\n"
    "角色：\n导演 | 1 | 40% | 写分镜\n剪辑 | 1 | 60% | 剪成片\n带头：导演\n说明：一起拍一支夜行的片子。"
)


def says(stage: Stage, person: Person, *texts: str) -> str:
    """What the bot answers to the last of it."""
    for text in texts:
        person.say(stage.world.private(person), text)
        stage.play()
    return stage.last(person).text


@pytest.mark.parametrize("first", ["/newquiz", "/newproject"])
def test_a_filled_form_goes_to_the_one_whose_fields_it_names(stage: Stage, first: str) -> None:
    second = "/newproject" if first == "/newquiz" else "/newquiz"
    says(stage, stage.mo, first, second, QUIZ)
    assert any("冬季用车" in text and "题" in text for text in stage.said(stage.mo)[-2:])
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM quiz")) == 1
    says(stage, stage.mo, PROJECT)
    assert any(text.startswith("看看") or "夜行长片" in text for text in stage.said(stage.mo)[-2:])
    stage.press(stage.mo, next(one for one in reversed(stage.messages(stage.mo)) if "发布" in str(one.buttons)), "发布")
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM project")) == 1


def test_a_line_that_only_the_older_form_knows_is_the_older_ones(stage: Stage) -> None:
    told = says(stage, stage.mo, "/newquiz", "/newproject", "答对几题及格：2")
    assert told.startswith("“新问答的表”")
    assert says(stage, stage.mo, "带头：导演").startswith("“新团队项目的表”")


def test_what_is_wrong_names_its_form_and_lists_once_what_can_be_written(stage: Stage) -> None:
    told = says(stage, stage.mo, "/newproject", "标题：夜行长片\n甲\n乙\n丙")
    assert told.startswith("“新团队项目的表”")
    assert (told.count("没看懂"), told.count("能写的有")) == (3, 1)


def test_an_answer_that_is_no_form_goes_to_the_newest_question(stage: Stage) -> None:
    told = says(stage, stage.mo, "/newquiz", "/newproject", "随便一句话")
    assert told.startswith("“新团队项目的表”")


def test_a_filled_form_needs_no_command_before_it(stage: Stage) -> None:
    assert "冬季用车" in says(stage, stage.mo, QUIZ)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM quiz")) == 1
    says(stage, stage.mo, PROJECT)
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM project")) == 1


def test_a_filled_form_is_taken_at_the_desk_as_well_and_nowhere_else(stage: Stage) -> None:
    for group in (stage.group, stage.staff):
        stage.mo.say(group, PROJECT)
        stage.play()
    assert not [one for one in stage.world.messages(stage.group) if one.by_bot]
    [preview] = [one for one in stage.world.messages(stage.staff) if one.by_bot]
    assert "夜行长片" in preview.text


def test_a_form_of_the_team_is_nothing_but_words_from_anybody_else(stage: Stage) -> None:
    assert "冬季用车" not in says(stage, stage.lin, QUIZ)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM draft")) == 0


def test_a_form_of_others_in_the_team_is_not_read_as_one_of_ones_own(stage: Stage) -> None:
    told = says(stage, stage.mo, "标题：帆布包\n分层：入门好礼\n类型：实物\n价格：80\n库存：20")
    assert "不在你的职责里，由主理人或运营来办" in told
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM draft")) == 0


def test_lines_that_may_be_of_several_forms_are_told_how_one_begins(stage: Stage) -> None:
    assert "先发 /" in says(stage, stage.mo, "标题：夜行\n截止：11-20\n说明：一起拍")
    assert "先发" not in says(stage, stage.mo, "标题：只有一行")


def test_every_form_that_says_what_is_wrong_is_known_by_its_fields(stage: Stage) -> None:
    source = "\n".join(file.read_text("utf-8") for file in Path("handlers").rglob("*.py"))
    spoken = set(re.findall(r'form_mistaken\(\s*"([^"]+)"', source))
    assert len(spoken) > 8
    assert not [prompt for prompt in spoken if not stage.flow.reception.router.prompts[prompt].fields]


REWARD = "名称：{}\n分层：入门好礼\n类型：实物\n价格：200\n库存：5"


def test_a_line_that_fits_two_previews_is_asked_about_and_a_reply_says_which_is_meant(stage: Stage) -> None:
    for title in ("周年 T 恤", "冬季帽子"):
        says(stage, stage.owner, "/newreward", REWARD.format(title))
    first, second = (one for one in stage.messages(stage.owner) if one.text.startswith("上架前看一眼"))
    assert "回复那一张" in says(stage, stage.owner, "价格：150")
    for preview, title in ((first, "周年 T 恤"), (second, "冬季帽子"), (first, "周年 T 恤")):
        stage.advance(1)
        stage.owner.say(stage.world.private(stage.owner), "价格：150", reply_to=preview)
        stage.play()
        assert f"{title}　150 分" in stage.last(stage.owner).text


def test_a_reply_to_what_was_given_up_corrects_nothing_else(stage: Stage) -> None:
    for title in ("周年 T 恤", "冬季帽子"):
        says(stage, stage.owner, "/newreward", REWARD.format(title))
    first = next(one for one in stage.messages(stage.owner) if one.text.startswith("上架前看一眼"))
    stage.press(stage.owner, first, "不要了")
    stage.owner.say(stage.world.private(stage.owner), "价格：150", reply_to=first)
    stage.play()
    assert "150" not in stage.last(stage.owner).text
    assert "冬季帽子　150 分" in says(stage, stage.owner, "价格：150")
