"""Addresses, as people share them."""

import pytest

from rules.links import page_of, pages_in, same_page, trait_of

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


@pytest.mark.parametrize(
    "ways",
    [
        ("https://b23.tv/a1B2c3", "http://b23.tv/a1B2c3/", "看：b23.tv/a1B2c3?share_medium=a&ts=17", "b23.tv/a1B2c3。"),
        ("https://b23.tv/BV1xx", "【续航】 https://www.bilibili.com/video/BV1xx/?spm_id_from=333.1&vd_source=9f，真好看"),
        ("https://twitter.com/lin/status/17?s=20", "https://x.com/lin/status/17", "https://mobile.twitter.com/i/web/status/17/photo/1"),
        ("https://youtu.be/aB-1?si=xyz", "(https://www.youtube.com/watch?feature=share&v=aB-1&t=10)", "m.youtube.com/shorts/aB-1"),
        ("https://www.xiaohongshu.com/explore/5f?xsec_token=AB", "http://xiaohongshu.com/discovery/item/5f#top"),
        ("https://example.com:443/a?x=1&y=2", "HTTP://Example.com/a/?y=2&x=1&utm_source=k"),
    ],
)  # fmt: skip
def test_a_page_among_words_is_one_and_the_same_however_it_was_shared(ways: tuple[str, ...]) -> None:
    assert len({pages_in(words) for words in ways}) == 1
    assert len(pages_in(" ".join(ways))) == 1
    assert all(same_page(ways[0], other) for other in ways)
    assert all(trait_of(one) and trait_of(one) in other for one in ways for other in ways), "it is sought by this"


def test_other_pages_stay_apart_and_a_front_page_is_none() -> None:
    assert pages_in("https://x.com/lin/status/17 https://x.com/lin/status/18") == (
        "x.com/i/status/17",
        "x.com/i/status/18",
    )
    assert pages_in("b23.tv/aB b23.tv/ab") == ("b23.tv/aB", "b23.tv/ab")
    assert len(pages_in("e.com/?id=1 e.com/?id=2 douyin.com/user/7?modal_id=1 douyin.com/user/7?modal_id=2")) == 4
    assert pages_in("https://www.zeekr.com/ 3.5/10 me@site.com/x and/or v1.2/3 https://[::1/x") == ()
    assert pages_in(" ".join(f"e.com/{n}" for n in range(30))) == tuple(f"e.com/{n}" for n in range(10))
    assert len(pages_in(f"e.com/{'a' * 3000}")[0]) == 64
