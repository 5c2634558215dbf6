"""How people write what became of a work outside."""

from datetime import UTC, date, datetime

import pytest

from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.works.result import Figures, ResultUnclear, Written
from rules.works.result_reading import read

LINK = "https://www.example.com/n/1?a=1"


def written(words: str, today: date = date(2026, 11, 20)) -> Written:
    """What is read on that day."""
    noon = int(datetime(today.year, today.month, today.day, 12, tzinfo=UTC).timestamp())
    return read(words, vocabulary("result", "zh"), Occasion(noon, Programme(), timezone="UTC"))


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("阅读 1.2万 赞 300 评论 45", Figures(12_000, 300, 45)),
        ("阅读 1.2 w 赞 1 k 评论 45", Figures(12_000, 1000, 45)),
        ("阅读量：1.2万，点赞：300，评论：45", Figures(12_000, 300, 45)),
        ("1.2万阅读，300赞，45 评论", Figures(12_000, 300, 45)),
        ("12k views 300 likes", Figures(12_000, 300)),
        ("reads: 1,234\nlikes: 5", Figures(1_234, 5)),
        ("播放１０w＋", Figures(100_000)),
        ("赞 0", Figures(likes=0)),
        ("看看这个，阅读真不错，赞 三百", Figures(likes=300)),
        ("阅读 300，发了 2 天，赞 40 个", Figures(300, 40)),
        ("阅读 300，赞 40，阅读 300", Figures(300, 40)),
    ],
)
def test_figures_stand_before_or_behind_their_words(words: str, figures: Figures) -> None:
    assert written(words).figures == figures


def test_a_link_is_found_in_what_a_platform_shares() -> None:
    shared = f"【3个阅读技巧】 😆 {LINK}，复制打开看看 阅读 8千 日期 11月18日"
    assert written(shared) == Written(LINK, Figures(8_000), date(2026, 11, 18))
    assert written("example.com/n/2 赞 3").link == "https://example.com/n/2"


def test_a_day_is_never_to_come() -> None:
    assert written("赞 3").day == date(2026, 11, 20)
    assert written("赞 3 截至 昨天").day == date(2026, 11, 19)
    assert written("赞 3 日期 12月28日", date(2027, 1, 3)).day == date(2026, 12, 28)
    with pytest.raises(ResultUnclear) as refused:
        written("赞 3 日期 11月25日")
    assert refused.value.figure == "day"


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("阅读 1.234", "reads"),
        ("赞 -3", "likes"),
        ("https:///", "link"),
        ("挺好的", ""),
        ("赞 3 日期 哪天", "day"),
        ("阅读 1e4", "reads"),
        ("阅读 300%", "reads"),
        ("赞 2倍", "likes"),
        ("昨天阅读 300，今天 500", "reads"),
        ("阅读 300，阅读 500", "reads"),
    ],
)
def test_what_cannot_be_read_is_asked_again(words: str, figure: str) -> None:
    with pytest.raises(ResultUnclear) as refused:
        written(words)
    assert refused.value.figure == figure
