"""Numbers, as people write them: read whole, or not at all."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reading.numbers import further, leading, named, reference, whole


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("120", 120),
        ("１２０ 分", 120),
        ("1,000", 1000),
        ("1，000", 1000),
        ("1'000", 1000),
        ("20 000", 20_000),
        ("1万", 10_000),
        ("1萬", 10_000),
        ("2千", 2000),
        ("1k", 1000),
        ("1W", 10_000),
        ("1.5万", 15_000),
        ("1万2千", 12_000),
        ("12.5万积分", 125_000),
        ("-5", -5),
        ("−5", -5),
        ("十五", 15),
        ("一百二十", 120),
        ("一百零二个", 102),
        ("两千", 2000),
        ("三千五百", 3500),
        ("一万零五", 10_005),
        ("一百二", 120),
        ("一百八十", 180),
        ("一百十", 110),
        ("一百八 分", 180),
        ("两百五", 250),
        ("两千五", 2500),
        ("两千零五", 2005),
        ("一千二百五", 1250),
        ("一万二", 12_000),
        ("一万零二", 10_002),
        ("三万五千八", 35_800),
        ("一亿二", 120_000_000),
        ("1万2", 12_000),
        ("2千5", 2500),
        ("3千5", 3500),
        ("1k2", 1200),
        ("一百万", 1_000_000),
        ("1,000.0", 1000),
        ("\u200b30 人次", 30),
        ("20 元/件", 20),
        ("5️⃣", 5),
        ("①", 1),
        ("٣", 3),
        ("007", 7),
        ("十", 10),
        ("一千", 1000),
        ("5 个", 5),
        ("20pts", 20),
        ("1 k", 1000),
        ("1.5 W", 15_000),
        ("12 w 分", 120_000),
        ("2 K积分", 2000),
    ],
)
def test_a_number_is_read_as_it_is_meant(written: str, number: int) -> None:
    assert whole(written) == number


@pytest.mark.parametrize(
    "written",
    [
        *("", "很多", "1,00", "1,0000", "1.5", "3一", "1百25", "100多", "约100", "100左右"),
        *(
            "1.000",
            "1_000",
            "1e3",
            "1e",
            "0x10",
            "5²",
            "²",
            "5½",
            "½",
            "5①",
            "∞",
            "12,34",
            "100起",
            "5%",
        ),
        *(
            "1 thousand",
            "3 hundred",
            "2 dozen",
            "1 million",
            "1mio",
            "1 百万",
            "2 千万分",
            "3 打",
            "1 kk",
            "5 m",
            "7 e",
        ),
        *("100人以上", "100-200", "2千万亿", "1.2.3", "3,4,5", "五六个", "9" * 30),
        *("2佰", "3仟", "贰佰", "3成", "2倍", "1.5 倍", "3 成", "8折"),
    ],
)
def test_what_can_not_be_read_whole_is_not_read_in_part(written: str) -> None:
    assert whole(written) is None


@given(st.integers(-(10**12), 10**12), st.sampled_from(["", ",", " ", "'"]))
def test_every_whole_number_is_read_with_and_without_groups(number: int, apart: str) -> None:
    assert whole(f"{number:,}".replace(",", apart)) == number


def test_what_follows_a_number_stays_as_it_was_typed() -> None:
    found = leading(" 1，０００　修好　３ 台车")
    assert found is not None
    assert (found.whole, found.rest, found.spaced) == (1000, "　修好　３ 台车", False)


@given(st.text(max_size=30))
def test_whatever_is_written_is_a_number_with_a_rest_or_none(text: str) -> None:
    for found in (leading(text), leading(f"12{text}")):
        assert found is None or normalize("NFC", text).endswith(found.rest)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("12", (12, "")),
        ("#12 剪了三遍", (12, " 剪了三遍")),
        ("＃１２，剪了三遍", (12, "，剪了三遍")),
        ("第12期：剪了三遍", (12, "：剪了三遍")),
        ("1剪了三遍", (1, "剪了三遍")),
        ("1一遍过", (1, "一遍过")),
        ("2 345 公里", (2, " 345 公里")),
        ("1，3台车一起拍", (1, "，3台车一起拍")),
        ("5️⃣ 剪", (5, " 剪")),
        ("1_000", None),
        ("1e3", None),
        ("1-3", None),
        ("5²", None),
        ("1万公里", None),
        ("1.5倍速", None),
        ("一下自己", None),
    ],
)
def test_the_number_of_a_thing_comes_first(words: str, found: tuple[int, str] | None) -> None:
    assert named(words) == found


def test_a_reference_is_nothing_but_the_number_of_a_thing() -> None:
    assert (reference("Q12"), reference(" １２ "), reference("12 and 13"), reference("1" * 40)) == (12, 12, None, None)


@pytest.mark.parametrize("written", ["1oo 修好三台车", "10ooo 修好三台车", "1O 修好三台车", "1l 修好三台车"])
def test_a_letter_that_looks_like_a_digit_leaves_no_number(written: str) -> None:
    """Points are paid by what is read: 1oo is not 1 with a reason that begins with oo."""
    found = leading(written)
    assert found is not None and found.whole is None
    assert whole(written.split(maxsplit=1)[0]) is None
    assert named(written) is None


def test_a_word_behind_a_number_is_still_one() -> None:
    found = leading("20 old parts")
    assert found is not None and found.whole == 20
    assert named("3 look at this") == (3, " look at this")


@pytest.mark.parametrize("words", ["1、2", "1，2 下雨", "1和2", "1, 2 and 3", "#1 & #2", "1/2", "１、２", "第1、第2"])
def test_a_second_number_right_behind_the_first_is_seen(words: str) -> None:
    found = named(words)
    assert found is None or further(found[1]) == 2


@pytest.mark.parametrize(
    "words", ["1，3台车一起拍", "1 2", "1 下雨", "1，2千人", "3，2.5 小时后", "12 3天", "1，2-3 天"]
)
def test_what_is_counted_behind_a_number_is_no_second_one(words: str) -> None:
    found = named(words)
    assert found is not None and further(found[1]) is None
