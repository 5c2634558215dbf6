"""What somebody has formatted is told on as they formatted it."""

import pytest

from rules.markup import Marked, Span, cut, ending, html, parts, plain, units

TEXT = "周六 10 点，<滨江>集合"
LINK = Span("text_link", 8, 12, "https://x.cn/?a=1&b=2")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), "周六 10 点，&lt;滨江&gt;集合"),
        ((Span("bold", 0, 2),), "<b>周六</b> 10 点，&lt;滨江&gt;集合"),
        ((LINK,), '周六 10 点，<a href="https://x.cn/?a=1&amp;b=2">&lt;滨江&gt;</a>集合'),
        ((Span("bold", 0, 14), Span("italic", 3, 5)), "<b>周六 <i>10</i> 点，&lt;滨江&gt;集合</b>"),
        ((Span("bold", 0, 5), Span("italic", 3, 9)), "<b>周六 <i>10</i></b> 点，&lt;滨江&gt;集合"),
        ((Span("bold", 0, 14), Span("italic", 0, 14)), "<b><i>周六 10 点，&lt;滨江&gt;集合</i></b>"),
        ((Span("url", 0, 2), Span("hashtag", 3, 5)), "周六 10 点，&lt;滨江&gt;集合"),
        (
            (Span("expandable_blockquote", 0, 14), Span("spoiler", 0, 2)),
            "<blockquote expandable><tg-spoiler>周六</tg-spoiler> 10 点，&lt;滨江&gt;集合</blockquote>",
        ),
        ((Span("bold", 0, 2), Span("bold", 2, 5)), "<b>周六</b><b> 10</b> 点，&lt;滨江&gt;集合"),
        (
            (Span("pre", 0, 5, "python"),),
            '<pre><code class="language-python">周六 10</code></pre> 点，&lt;滨江&gt;集合',
        ),
        ((Span("custom_emoji", 0, 2, "536"),), '<tg-emoji emoji-id="536">周六</tg-emoji> 10 点，&lt;滨江&gt;集合'),
        (
            (Span("date_time", 0, 7, "1794790800", "wdt"),),
            '<tg-time unix="1794790800" format="wdt">周六 10 点</tg-time>，&lt;滨江&gt;集合',
        ),
    ],
)
def test_each_look_is_kept(spans: tuple[Span, ...], expected: str) -> None:
    assert html(Marked(TEXT, spans)) == expected


def test_words_behind_a_command_keep_their_looks() -> None:
    whole = Marked("/broadcast  周六👨‍👩‍👧见 \n", (Span("bot_command", 0, 10), Span("bold", 12, 19)))
    assert html(ending(whole, "周六👨‍👩‍👧见")) == "<b>周六👨‍👩‍👧</b>见"
    assert cut(whole, 12, 14) == Marked("周六", (Span("bold", 0, 2),))


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("短", 10, ["短"]),
        ("第一段。\n\n第二段", 8, ["第一段。", "第二段"]),
        ("一二三四五。六七八九", 8, ["一二三四五。", "六七八九"]),
        ("一二三四五六七八九十", 4, ["一二三四", "五六七八", "九十"]),
        ("一👨‍👩‍👧二", 9, ["一👨‍👩‍👧", "二"]),
        ("一👨‍👩‍👧二", 8, ["一", "👨‍👩‍👧", "二"]),
    ],
)
def test_what_is_too_long_is_cut_where_something_ends(text: str, most: int, expected: list[str]) -> None:
    cut_up = [part.text for part in parts(Marked(text), most)]
    assert cut_up == expected
    assert "".join(cut_up) == text.replace("\n\n", "")


def test_a_look_that_is_cut_goes_on_in_the_next_part() -> None:
    both = parts(Marked("第一段落在此。\n\n第二段落", (Span("bold", 2, 13),)), 10)
    assert [html(part) for part in both] == ["第一<b>段落在此。</b>", "<b>第二段落</b>"]
    assert units("👨‍👩‍👧") == 8


def test_in_plain_words_a_hidden_link_is_written_out() -> None:
    text = "看官网，或 x.cn"
    spans = (Span("text_link", 1, 3, "https://brand.cn/a"), Span("text_link", 6, 10, "https://x.cn/"))
    assert plain(Marked(text, spans)) == "看官网（https://brand.cn/a），或 x.cn"
