"""What thanks and what only begins like it, as people in a group of car owners write."""

from pathlib import Path

import pytest

from messages.vocabulary import spoken
from rules.daily.courtesy import thanked_for
from rules.remark import Remark

WORDS = sorted(spoken()["thanks"], key=len, reverse=True)

THANKS = (Path(__file__).parent / "thanks.txt").read_text("utf-8").splitlines()

TALK = (Path(__file__).parent / "no_thanks.txt").read_text("utf-8").splitlines()


def said(text: str, author: str = "周建国 Jianguo", about: str = "换个保险丝试试") -> bool:
    """Whether that text, as a reply to 周建国, thanks him."""
    return thanked_for(WORDS, Remark(text, author, about)) is not None


@pytest.mark.parametrize("text", THANKS)
def test_it_thanks(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("text", TALK)
def test_it_only_looks_like_thanks(text: str) -> None:
    assert not said(text)


def test_a_new_line_parts_thanks_from_the_reason() -> None:
    assert said("谢谢\n就是这个图")


@pytest.mark.parametrize("text", ["谢谢建国一直盯着", "thanks jianguo"])
def test_a_name_counts_for_its_bearer_alone(text: str) -> None:
    assert not said(text, "白鹿")


@pytest.mark.parametrize("text", ["+1", "+1 我也遇到同样的问题", "+1，同问", "+1 蹲一个"])
def test_who_joins_a_question_thanks_nobody(text: str) -> None:
    assert not said(text, about="冬天续航掉多少算正常？")


@pytest.mark.parametrize(
    "text",
    [
        "谢谢提醒，我也有这个问题",
        "谢谢，我的车也有同样的问题",
        "感谢，我这边也出现了",
        "感谢，我家也是这个毛病",
        "谢谢大佬，我车也中招了",
        "谢谢，我也在想这个",
    ],
)
def test_who_has_the_same_thanks_nobody_in_other_words_either(text: str) -> None:
    assert not said(text, about="冬天续航掉多少算正常？")


@pytest.mark.parametrize(
    "text", ["谢谢，我也是这样修好的", "谢谢，我也有这个问题，照做就好了", "谢谢，我也有一台", "谢谢，我也去试试"]
)
def test_who_has_done_the_same_thanks(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("谢谢，图很清楚", "图很清楚"),
        ("ＴＨＸ！", ""),
        ("好的谢谢", ""),
        ("🙏謝謝", ""),
        ("换了保险丝就好了，谢谢！", "换了保险丝就好了"),
        ("好的，谢谢大佬，今晚就试", "大佬，今晚就试"),
        ("解決了，謝謝！", ""),
    ],
)
def test_what_is_kept_is_what_was_typed(text: str, kept: str) -> None:
    assert thanked_for(WORDS, Remark(text, "周建国", "换个保险丝试试")) == kept


@pytest.mark.parametrize(("text", "kept"), [("谢谢 @zhou 上次帮我", "@zhou 上次帮我"), ("感谢@周建国", "@周建国")])
def test_without_a_reply_somebody_is_named(text: str, kept: str) -> None:
    assert thanked_for(WORDS, Remark(text, reply=False)) == kept


@pytest.mark.parametrize("text", ["谢谢", "谢谢大家", "谢谢 @kocbot", "好的谢谢 @zhou", "+1 @zhou"])
def test_without_a_reply_or_a_name_nobody_is_thanked(text: str) -> None:
    assert thanked_for(WORDS, Remark(text, reply=False)) is None


def test_in_private_only_the_word_alone_thanks_and_it_is_the_bot() -> None:
    assert thanked_for(WORDS, Remark("谢谢！🙏", reply=False, private=True)) == ""
    assert thanked_for(WORDS, Remark("谢谢，构图很好", reply=False, private=True)) is None
