"""Commands, mentions, hashtags, links and addresses are found in people's words where TDLib finds them."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sandbox.text.addresses import TOP_LEVEL
from sandbox.text.entities import sliced
from sandbox.text.recognition import recognized
from tests.sandbox import tdlib

CORPUS = """签到|/checkin|/checkin@kocbot|/start abc|你/me|/me你好|/me，|/a/b|//x|/|/x@y|@linxm|@lin|@gif|@a|你好@linxm
@linxm你好|#提问 怎么充电|#挑战12|#12|#|##|a#b|#a#b|#你好@channel|$BTC|$btc|$BTC@linxm|https://example.com/a?b=c#d
看 https://x.cn/a，好|(https://x.cn/a)|“https://x.cn”|weibo.com/u/1?x|www.baidu.com|t.me/kocbot?start=abc|a@b.cn
lin.xm@example.com|mailto:a@b.cn|user:pw@x.cn|1.5|v2.0|a.b.c|http://1.2.3.4/x|http://localhost:80/|ftp://x.cn/f
sftp://x.cn/f|tg://resolve?domain=x|https://中国.cn/|x.cn:8080/p|https://x.cn/(a)|https://x.cn/a.|x_y.cn|-x.cn
谢谢 @linxm #攻略 https://x.cn/a /me@kocbot|😀/me|😀 #车友|3.com|http://x|HTTPS://X.CN|+1|a.cn.|...|。。。|x..cn"""
PIECES = """/checkin /me@kocbot /x@y / @linxm @gif @a #提问 #12 #a_b # $BTC https://example.com/a?b=c#d http://x.cn
weibo.com/u/1?x www.baidu.com t.me/kocbot?start=abc https://t.me/+abc a@b.cn lin.xm@example.com ， 。 （ ） 签到 abc 123
😀 - _ . , ! ? /a/b //x tg://resolve?domain=x x.y 1.5 v2.0 https://中国.cn/ 3.com http://1.2.3.4/x http://localhost/
(https://x.cn/a) “https://x.cn” https://x.cn/(a) https://x.cn/a. x@y user:pw@x.cn"""


@pytest.mark.parametrize("text", CORPUS.replace("\n", "|").split("|"))
def test_a_text_has_the_entities_that_tdlib_finds(text):
    assert recognized(text) == tdlib.found(text)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*PIECES.split(), " ", "\n"]), max_size=6).map("".join))
def test_any_mixture_has_the_entities_that_tdlib_finds(text):
    assert recognized(text) == tdlib.found(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20))
def test_the_worst_of_unicode_has_the_entities_that_tdlib_finds(text):
    found = tdlib.found(text)
    assume(all(is_listed(sliced(text, entity)) for entity in found if entity.type == "url"))
    assert recognized(text) == found


def is_listed(url):
    """Whether its top-level domain is among those that the sandbox knows."""
    return "://" in url or any(part.lower() in TOP_LEVEL for part in re.split(r"[./?#:]", url)[1:])
