"""How a note about somebody is read."""

import pytest

from rules.journey.scout import ScoutTooLong, ScoutUnclear, outsider, source_of
from rules.source import Domain, Source

PAGE = "https://example.com/u/7"


def domain(word: str) -> Domain | None:
    """The two words of these tests."""
    return {"公域": Domain.PUBLIC, "私域": Domain.PRIVATE}.get(word)


@pytest.mark.parametrize("words", [f"小 夏 小红书 {PAGE} 测 续航", f"小 夏 公域 小红书 {PAGE} 测 续航"])
def test_the_link_tells_where_the_name_ends(words: str) -> None:
    assert outsider(words, domain) == ("小 夏", Source(Domain.PUBLIC, "小红书", PAGE, "测 续航"))


@pytest.mark.parametrize("words", ["", "小夏", "@xia 私域 帮新人", f"小红书 {PAGE} 帮新人", f"公域 小红书 {PAGE} 好"])
def test_without_name_platform_and_link_it_is_about_nobody_outside(words: str) -> None:
    assert outsider(words, domain) is None


def test_for_the_private_domain_a_reason_is_enough() -> None:
    assert source_of("私域 总在 帮新人", domain) == Source(Domain.PRIVATE, "", "", "总在 帮新人")


@pytest.mark.parametrize("words", ["", "私域", "小红书", f"小红书 {PAGE}", "小红书 没有链接 好", f"公域 {PAGE} 好"])
def test_what_lacks_something_is_unclear(words: str) -> None:
    with pytest.raises(ScoutUnclear):
        source_of(words, domain)


def test_nothing_is_cut_off() -> None:
    with pytest.raises(ScoutTooLong):
        outsider(f"小夏 小红书 {PAGE} " + "好" * 201, domain)
