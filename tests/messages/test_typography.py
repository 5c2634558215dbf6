"""How sentences are set: units beside numbers, one form for one and another for many, each language's own signs."""

import html
import re
from pathlib import Path

import pytest

from messages.filters import isolated

GOLDEN = Path(__file__).parent / "golden"
HAN = r"[\u4e00-\u9fff]"
COPIED = re.compile(r"<(pre|code)>.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
# What people are shown how to type, and what the samples themselves have typed.
TYPED = re.compile(
    r"/[a-z]+[^，。；\n]*|\d+天|[明今]晚\d+点|上午\d+点|下午\d+点|\d+小时|批\d+|车友\d+|第\d+条|“[^”]*”|\[Errno[^）\n]*|20towed|Don't"
)
DATE = re.compile(r"\d+年|\d{1,2}月(?:\d{1,2}日)?|\d{4}-\d\d-\d\d|\d\d?-\d\d")

WRONG = {
    "zh": {
        "half-width signs": re.compile(rf"{HAN}[,;:!?()]|[,;:!?()]{HAN}"),
        "straight quotes": re.compile(r"[\"']"),
        "no space between words and numbers": re.compile(rf"{HAN}\d|\d{HAN}"),
        "points without their unit": re.compile(r"(?<![\w（-])[+-]\d+(?! 分)(?!\d)"),
    },
    "en": {
        "Chinese signs": re.compile("[\u3000，。、；（）]"),
        "straight quotes": re.compile(r"[\"']"),
        "many where there is one": re.compile(
            r"(?<![\d.:+-])1 (?:point|day|hour|member|message|place|order|time|version)s\b"
        ),
        "one where there are many": re.compile(r"\b(?!1 )\d+ (?:point|day|hour|member|message|place|order|time)\b"),
        "points without their unit": re.compile(r"(?<![\w(-])[+-]\d+(?! points?\b)(?!\d)"),
    },
}

# A date begins where the Chinese before it ends, as 明天 and 周六 do; in English it is a word of its own.
BEFORE_DATES = {
    "zh": re.compile(rf"{HAN} (?:(?:\d+年)?\d{{1,2}}月\d{{1,2}}日|[今明昨后]天|下?周[一二三四五六日] \d\d:)"),
    "en": re.compile(r"[A-Za-z,]\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"),
}


def lines(locale: str) -> list[str]:
    """Every line of the golden files as a reader sees it, without what is copied or typed."""
    texts = (file.read_text("utf-8") for file in sorted((GOLDEN / locale).glob("*.txt")))
    shown = html.unescape(TAG.sub("", COPIED.sub("", "\n".join(texts))))
    return [TYPED.sub("…", line) for line in shown.splitlines() if not line.startswith("== ")]


def sentences(locale: str) -> list[str]:
    """The same lines without the dates in them, whose numbers stand by rules of their own."""
    return [DATE.sub("", line) for line in lines(locale)]


@pytest.mark.parametrize("locale", BEFORE_DATES)
def test_a_date_stands_in_its_sentence_in_one_way(locale: str) -> None:
    found = {line for line in lines(locale) if BEFORE_DATES[locale].search(line)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize(("locale", "fault"), [(locale, fault) for locale, faults in WRONG.items() for fault in faults])
def test_sentences_are_set_as_their_readers_set_them(locale: str, fault: str) -> None:
    found = {line for line in sentences(locale) if WRONG[locale][fault].search(line)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("name", ["t.me/shop", "www.x.cn", "@other", "/grant", "#活动", "tg://resolve", "$USD"])
def test_a_name_is_neither_a_link_nor_a_command(name: str) -> None:
    shown = str(isolated(name))
    assert shown.replace("\u2060", "") == f"\u2068{name}\u2069"
    assert not re.search(r"[@#$/.:][\w/]", shown)


@pytest.mark.parametrize("name", ["Dr. Wu", "小林 & 阿宁", "J-P"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert html.unescape(str(isolated(name))) == f"\u2068{name}\u2069"
