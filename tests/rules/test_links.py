"""Addresses, as people share them."""

import pytest

from rules.links import page_of

PAGE = "https://www.xiaohongshu.com/user/profile/5f"


@pytest.mark.parametrize(
    "shared",
    [
        PAGE,
        f"{PAGE}/",
        f"{PAGE}#top",
        f"{PAGE}?xhsshare=CopyLink&appuid=1&utm_source=x",
        "HTTPS://WWW.xiaohongshu.com/user/profile/5f",
    ],
)
def test_a_page_is_the_same_however_it_was_shared(shared: str) -> None:
    assert page_of(shared) == PAGE


def test_what_a_query_asks_for_stays() -> None:
    assert page_of("https://example.com/u?id=7&from=app") == "https://example.com/u?id=7"
    assert page_of("https://example.com/u?id=8") != page_of("https://example.com/u?id=7")
