"""The HTML that the server takes and refuses is what TDLib takes and refuses, word for word."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.text.entities import Entity
from sandbox.text.formatting import styled
from sandbox.text.html_parser import NotHtml, parse_html
from sandbox.text.nesting import disentangled
from sandbox.world.refusals import Refused
from tests.sandbox import tdlib

CORPUS = (
    """<b>a</b>|<b>a|a < b|1 &lt; 2|<b>a<i>b</b></i>|</b>|<b>x</>|<br>|<p>x</p>|<h1>x</h1>|<B>x</B >|<b\n>x</b>|<b x>y</b>
<a href="https://example.com/?a=1&amp;b=2">q</a>|<a>x.cn</a>|<a href='x'>q</a>|<a href="tg://user?id=7">林</a>|<a href=x.cn>y</a>
<pre>x</pre>|<pre><code class="language-py">x</code></pre>|<code class="language-py">x</code>|<code><pre>x</pre></code>
<blockquote>q</blockquote>|<blockquote expandable>q</blockquote>|<blockquote expandable=1>q</blockquote>|<tg-spoiler>x</tg-spoiler>
<span class="tg-spoiler">x</span>|<span>x</span>|<span class="red">x</span>|<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>
<tg-emoji emoji-id="x">👍</tg-emoji>|<tg-emoji>👍</tg-emoji>|<tg-time unix="1790000000" format="wDT">x</tg-time>
<tg-time unix="1790000000">x</tg-time>|<tg-time unix="5" format="zz">x</tg-time>|<tg-time>x</tg-time>|<tg-time unix="-5">x</tg-time>
&lt;&gt;&amp;&quot;&apos;&nbsp;&#65;&#x4e2d;|&#xd83d;&#xde00;|&#0;|&#1114111;|&|&;|&lt|&#x1F600;|<b>😀你好</b>😀<i>x</i>|<b></b>|<b>|<|<>|</|</>
<b a="|<b a='1|<b a=|<b a|<b |<b =1>x</b>|<b a=1=2>x</b>|<b />x</b>|<b a='1'b='2'>x</b>|<u><ins>x</ins></u>|<s><del>x</del>y</s>
""".replace("\n|", "|")
    .replace("|\n", "|")
    .split("|")
)
SIMPLE = "<b> <i> <u> <s> <del> <pre> <code> <blockquote> <a> <tg-spoiler> <B>"
BROKEN = "</> < & &lt &#65; &lt; &#x1F600; &#xd800;"
ENDS = "b i u s del pre code blockquote a tg-spoiler span tg-emoji tg-time x"
TAGS = [
    *SIMPLE.split(),
    "<code class='language-py'>",
    "<blockquote expandable>",
    "<a href='https://x.cn'>",
    '<a href="tg://user?id=12">',
    "<span class='tg-spoiler'>",
    "<tg-emoji emoji-id='123'>",
    "<tg-time unix='17' format='r'>",
    "<b a=1>",
    "<x>",
]
OPEN = [*TAGS, *BROKEN.split(), "<b a='"]
CLOSE = [f"</{tag}>" for tag in ENDS.split()]
PLAIN = ["x", "你好", "😀", " ", "\n", "a.cn", "'", '"', "=", ">", "/"]
PIECES = st.lists(st.sampled_from(OPEN + CLOSE + PLAIN), max_size=8).map("".join)


def closed(made):
    tag, inner = made
    return f"{tag}{inner}</{tag.strip('<>').split()[0]}>"


def nested(inner):
    return st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=3).map("".join)).map(closed)


WELL_FORMED = st.recursive(st.sampled_from(PLAIN), nested, max_leaves=8)


def ours(text):
    try:
        plain, entities = parse_html(text)
    except NotHtml as wrong:
        return str(wrong)
    return plain, [replace(entity, date_time_format="") for entity in entities]


def same(one, other):
    """Entities of one span and rank may come in any order."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return one[0] == other[0] and sorted(map(repr, one[1])) == sorted(map(repr, other[1]))


@pytest.mark.parametrize("text", [text.strip("\n") for text in CORPUS])
def test_a_text_is_parsed_or_refused_as_tdlib_does(text):
    assert same(ours(text), tdlib.html(text)), (ours(text), tdlib.html(text))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.one_of(PIECES, WELL_FORMED))
def test_any_text_is_parsed_or_refused_as_tdlib_does(text):
    assert same(ours(text), tdlib.html(text)), (ours(text), tdlib.html(text))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=30))
def test_the_worst_of_unicode_is_parsed_or_refused_as_tdlib_does(text):
    if "\0" not in text:
        assert same(ours(text), tdlib.html(text))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(WELL_FORMED)
def test_nested_entities_are_disentangled_as_tdlib_does(text):
    parsed = ours(text)
    if not isinstance(parsed, str) and parsed[0].strip():
        mine = disentangled(parsed[1], [])
        assert sorted(map(repr, mine)) == sorted(map(repr, tdlib.disentangled(text)))


def test_control_characters_and_the_like_are_taken_out():
    text = "a\r\x01b\u202ec\u0333d\u200be\ufeff\u2028f\n中😀"
    assert styled(text, "", None)[0] == tdlib.cleaned(text)


ADDRESSES = """x.cn|https://example.com/Path?a=1#f|http://a.cn:80/x|http://a.cn:99999|ftp://a.cn|localhost|http://localhost:8080/|1.2.3.4
mailto:a@b.cn|javascript:alert(1)|tg://resolve?domain=x|tg:resolve?domain=x|tg://user?id=5|tg://user?id=x|http://[::1]/|中国.cn|https://x
//a.cn|/path|t.me/kocbot?start=abc|https://a..cn|.|http://a.cn/ x|a.cn |HTTP://A.CN/X|user:pw@a.cn|ton://abc|http://a.cn:0
""".strip().replace("\n", "|")


@pytest.mark.parametrize("address", ADDRESSES.split("|"))
def test_a_link_is_taken_dropped_or_rewritten_as_tdlib_does(address):
    text = f'<a href="{address}">x</a>'
    assert ours(text) == tdlib.html(text)


def test_limits_hold_for_the_text_after_parsing():
    assert len(styled("<b>" + "x" * 4096 + "</b>", "HTML", None)[0]) == 4096
    for text, most, words in (
        ("x" * 4097, 4096, "message is too long"),
        ("😀" * 513, 1024, "message caption is too long"),
    ):
        with pytest.raises(Refused) as refused:
            styled(f"<b>{text}</b>", "HTML", None, most=most)
        assert refused.value.description == f"Bad Request: {words}"


def test_entities_beyond_a_hundred_are_dropped_silently():
    _, entities = styled("<b>x</b> " * 120, "HTML", None)
    assert len(entities) == 100


def test_a_text_is_trimmed_and_its_entities_move_along():
    assert styled("\n <b> 你好 </b> ", "HTML", None) == ("你好", [Entity("bold", 0, 2)])
    assert styled("  ", "", None) == ("", [])


def test_an_unknown_parse_mode_is_refused():
    with pytest.raises(Refused) as refused:
        styled("x", "BBCode", None)
    assert refused.value.description == "Bad Request: unsupported parse_mode"
