"""What is longer than Telegram takes is cut, and stays well-formed. The sandbox's parser is TDLib's judge of it."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bot.letters.cutting import bare, fits, shortened, units
from sandbox.text.html_parser import parse_html

TAGS = ("b", "i", "blockquote", "code")


@st.composite
def messages(draw: st.DrawFn) -> str:
    """Rendered messages: lines of words in nested tags that may span lines."""
    html, standing = "", []
    for _ in range(draw(st.integers(1, 30))):
        step = draw(st.sampled_from(("words", "line", "open", "close")))
        if step == "words":
            html += escape(draw(st.text(alphabet="签到 a<&>🔥é", max_size=12)), quote=False)
        elif step == "line":
            html += "\n"
        elif step == "open" and len(standing) < len(TAGS):
            standing.append(TAGS[len(standing)])
            html += f"<{standing[-1]}>"
        elif standing:
            html += f"</{standing.pop()}>"
    return html + "".join(f"</{tag}>" for tag in reversed(standing))


@given(messages(), st.integers(8, 60))
def test_what_is_cut_is_short_enough_and_still_html(html: str, limit: int) -> None:
    cut = shortened(html, limit)
    text, _ = parse_html(cut)
    assert units(text.strip()) <= limit
    assert fits(cut, limit)


@given(messages())
def test_what_fits_is_left_as_it_is(html: str) -> None:
    assert shortened(html, 10_000) == html


def test_it_is_cut_behind_a_line_and_says_so() -> None:
    html = "<b>榜单</b>\n<blockquote>第一行很长\n第二行很长</blockquote>"
    assert shortened(html, 12) == "<b>榜单</b>\n<blockquote>第一行很长</blockquote>\n…"


def test_one_endless_line_is_cut_between_characters() -> None:
    cut = shortened("<b>" + "🔥" * 50 + "</b>", 21)
    assert bare(cut) == "🔥" * 9 + "…"


def test_a_long_line_below_others_is_cut_within_itself_and_not_left_out() -> None:
    html = "你写的在这儿：\n<blockquote expandable>缺货 &lt;<b>" + "等下一批" * 10 + "</b></blockquote>"
    cut = shortened(html, 30)
    assert cut.startswith("你写的在这儿：\n<blockquote expandable>缺货 &lt;<b>等下一批") and cut.endswith(
        "…</b></blockquote>"
    )
    assert units(bare(cut)) == 29
