"""Every form, set as people set them who paste from a spreadsheet, a chat or a document: it reads the same."""

import re
from collections.abc import Callable

import pytest

from messages.vocabulary import vocabulary
from rules.daily import bulletin
from rules.draft import corrects
from rules.journey import preference_form
from rules.occasion import Occasion
from rules.offers import event_form, resource_form
from rules.programme.programme import Programme
from rules.reading import forms
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.shop import reward_form
from rules.teams import cocreation_form, project_form
from rules.works import challenge, quiz_form
from tests.rules.reading.test_forms import FORM, MONDAY, WORDS

Set = Callable[[str], str]
NOW = Occasion(1_794_790_800, Programme())
_HEADING = re.compile(r"^([^：]{1,10})：")


def _titled(words: Vocabulary) -> Vocabulary:
    return reward_form.with_titles(words, NOW.programme, "zh")


FORMS: dict[str, tuple[str, Callable[[str, Vocabulary], Filled]]] = {
    "challenge": (
        "标题：转场练习\n类型：标准\n赛道：视频\n积分：30\n截止：7天\n步骤：\n拍三个镜头\n剪到 30 秒",
        lambda text, words: challenge.read(text, words, NOW),
    ),
    "event": (
        "标题：夜拍工作坊\n类型：工作坊\n形式：线下\n开始：11-21 20:00\n时长：90\n名额：20\n"
        "地点：星光路 8 号\n主讲：@he\n说明：带上三脚架。",
        lambda text, words: event_form.read(text, words, NOW),
    ),
    "reward": (
        "标题：周年 T 恤\n分层：入门好礼\n类型：实物\n价格：200\n库存：30\n截止：11-30\n成本：35 元\n说明：尺码齐全。",
        lambda text, words: reward_form.read(text, _titled(words), NOW),
    ),
    "resource": (
        "标题：微单相机\n类型：借用\n数量：1\n借几天：14\n地点：星光路 8 号前台\n说明：带两个镜头。",
        lambda text, words: resource_form.read(text, words, NOW),
    ),
    "project": (
        "标题：夏夜长途\n赛道：视频\n奖励：100\n组队截止：11-20 20:00\n截止：11-28 20:00\n角色：\n"
        "导演 | 1 | 40% | 写分镜\n拍摄 | 2 | 60% | 拍夜景\n"
        "带头：导演\n节点：\n11-24 20:00 | 分镜定稿\n说明：一条三分钟的夜路。",
        lambda text, words: project_form.read(text, words, NOW),
    ),
    "cocreation": (
        "标题：冬天上车那一下\n问题：方向盘是冰的。\n为什么：第一分钟的印象。\n截止：7天\n奖励：80",
        lambda text, words: cocreation_form.read(text, words, NOW),
    ),
    "bulletin": (
        "标题：蓝牙钥匙固件\n内容：长按 10 秒就能重新配对。\n链接：example.com/ota\n有效期至：90天\n版本：2.3",
        lambda text, words: forms.read(bulletin.FORM, text, words, NOW),
    ),
    "newquiz": (
        "标题：冬季用车\n出几题：3\n答对几题及格：2\n积分：30\n几次机会：2\n几天内：7\n发证书：是",
        lambda text, words: quiz_form.read(text, words, NOW),
    ),
    "preference": (
        "标题：冬季脚垫\n说明：三款脚垫。\n方面：\n好看\n实用\n谁来选：顾问委员会\n记名：记名\n设计：\n夜幕蓝\n晨雾白\n松针绿\n截止：3天",
        lambda text, words: preference_form.read(preference_form.FORM, text, words, NOW),
    ),
    "quizbank": (
        "题目：冬天胎压怎么变\n选项：\n变低\n变高\n不变\n答案：变低\n解析：热胀冷缩",
        lambda text, words: quiz_form.read_question(text, words, NOW),
    ),
}


def _headed(pattern: str) -> Set:
    """Each heading as the pattern has it, which stands before its value."""
    return lambda text: "\n".join(_HEADING.sub(lambda at: pattern.format(at[1]), line) for line in text.split("\n"))


def _blocks(text: str) -> list[str]:
    found: list[list[str]] = []
    for line in text.split("\n"):
        if _HEADING.match(line):
            found.append([line])
        else:
            found[-1].append(line)
    return ["\n".join(block) for block in found]


SET: dict[str, Set] = {
    **{
        pattern: _headed(pattern)
        for pattern in (
            *(
                "{}\t",
                "{}：\t",
                '"{}"\t',
                "{}: ",
                "{} ",
                "{}=",
                "{} = ",
                "{} - ",
                "{}——",
                "{}；",
                "| {} | ",
                "{}∶",
                "{}︰",
                "{}：：",
            ),
            *(
                "- {}：",
                "• {}：",
                "📌{}：",
                "✅ {}：",
                "【{}】",
                "【{}】：",
                "**{}**：",
                "**{}：** ",
                "{}*：",
                "*{}：",
                "★ {}：",
            ),
            *(
                "{}（必填）：",
                "{}(填这里)：",
                '"{}"：',
                "「{}」：",
                "\u200b{}\u200b：",
                " {} ： ",
                "1. {}：",
                "# {}：",
                "{}∶",
                "{}︰",
            ),
        )
    },
    "below": lambda text: "\n".join(_HEADING.sub(r"\1：\n", line).rstrip("\n") for line in text.split("\n")),
    "apart": lambda text: text.replace("\n", "\n\n"),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "set in": lambda text: "\n".join(f"  　{line}  " for line in text.split("\n")),
    "numbered": lambda text: "\n".join(f"{n}. {block}" for n, block in enumerate(_blocks(text), 1)),
    "upside down": lambda text: "\n".join(reversed(_blocks(text))),
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "code": lambda text: f"```\n{text}\n```",
}


def _plainly(filled: Filled) -> dict[str, object]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in filled.values.items()}


@pytest.mark.parametrize("how", SET)
@pytest.mark.parametrize("noun", FORMS)
def test_a_form_reads_the_same_however_it_is_set(noun: str, how: str) -> None:
    text, read = FORMS[noun]
    words = vocabulary(noun, "zh")
    clean, clumsy = read(text, words), read(SET[how](text), words)
    assert (clean.mistakes, clumsy.mistakes) == ((), ())
    assert _plainly(clumsy) == _plainly(clean)
    assert _plainly(read(clumsy.text, words)) == _plainly(clean)


def test_lines_of_a_text_that_are_set_off_stay_its_own_where_the_form_is_plain() -> None:
    about = "来露营\n📌 积分：另算\n【截止】周五前报名\n步骤 见群公告"
    filled = forms.read(FORM, f"标题：露营夜\n积分：30\n说明：{about}", WORDS, MONDAY)
    assert (filled.words("about"), filled.number("points")) == (about, 30)


def test_a_line_set_off_outside_a_text_is_the_field_that_it_names() -> None:
    filled = forms.read(FORM, "标题：露营夜\n📌 积分 30\n【类型】开放", WORDS, MONDAY)
    assert (filled.number("points"), filled.words("kind")) == (30, "open")


def test_a_sentence_that_begins_like_a_field_corrects_no_preview() -> None:
    assert not corrects("积分 这个怎么算", WORDS)
    assert corrects("【积分】30", WORDS) and corrects("积分=30", WORDS)
