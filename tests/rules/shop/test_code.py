"""Codes are read from whatever a spreadsheet or a person sends: the first column, each once, nothing that can't be seen."""

import pytest

from rules.shop.code import CODE_LIMIT, CODES_AT_ONCE, CodesRead, codes_in

HEADINGS = ("兑换码", "优惠码", "Code")
COUNTS = ("序号", "No.")


@pytest.mark.parametrize(
    "text",
    [
        "XT-1,首批\nXT-2,首批",
        "XT-1\t10\nXT-2\t10",
        "XT-1;10\nXT-2;10",
        "XT-1；10\r\nXT-2；10",
        "XT-1，首批\nXT-2、首批",
        "优惠码,备注\nXT-1,a\nXT-2,b",
        "code\tnote\nXT-1\ta\nXT-2\tb",
        "\ufeffXT-1\nX\u200bT-2\u00a0",
        '"XT-1","a, b"\n"XT-2","c"',
        '"XT-1\nXT-2"\n',
        "“XT-1”\n\n 'XT-2' ",
        "序号,兑换码,面值\n1,XT-1,10\n2,XT-2,10",
        "面值\t兑换码\n10\tXT-1\n10\tXT-2",
        "序号\t券\n1\tXT-1\n2\tXT-2",
        '"面值","优惠码"\n"10","XT-1"\n"10","XT-2"',
        "1、XT-1\n2、XT-2",
        "1. XT-1\n2. XT-2",
        "1）XT-1\n\n2）XT-2",
        "1,XT-1\n2,XT-2",
        "- XT-1\n• XT-2",
        "优惠码：XT-1\n优惠码: XT-2",
        "XT-1 | 10\nXT-2 | 10",
        "XT-1,兑换码\nXT-2,兑换码",
        "兑换码（共 2 个）\nXT-1\nXT-2",
        "兑换码：\nXT-1\nXT-2",
        "发给车友的码\nXT-1\nXT-2",
        "sep=;\nXT-1;10\nXT-2;10",
        '"兑换码\n(勿外传)",备注\nXT-1,x\nXT-2,y',
        'XT-1,"第一批\n六月"\nXT-2,"第一批\n\n六月"',
        '="XT-1"\n="XT-2"',
        "XT-1\x00\u3000\nXT-2 \u00a0\x0b",
        "星途 咖啡,XT-1\n星途 咖啡,XT-2",
    ],
)
def test_two_codes_are_two_codes(text: str) -> None:
    assert codes_in(text, HEADINGS, COUNTS).codes == ("XT-1", "XT-2")


def test_what_is_left_out_is_counted() -> None:
    read = codes_in(f"兑换码\nXT-1\nXT-1\n{'x' * (CODE_LIMIT + 1)}\nXT-2", HEADINGS)
    assert (read.codes, read.doubles, read.headings, read.refused) == (("XT-1", "XT-2"), 1, 1, 1)
    many = codes_in("\n".join(f"XT-{n}" for n in range(CODES_AT_ONCE + 3)), HEADINGS)
    assert (len(many.codes), many.refused) == (CODES_AT_ONCE, 3)


@pytest.mark.parametrize("spoilt", ["1.23457E+15", "=1+1", "=VLOOKUP(A1", "#N/A", "#REF!", "########", "1e+12"])
def test_what_a_spreadsheet_has_spoilt_is_no_code(spoilt: str) -> None:
    read = codes_in(f"XT-1\n{spoilt}\n{spoilt}", HEADINGS)
    assert (read.codes, read.mangled, read.broken) == (("XT-1",), 2, spoilt)


def test_long_numbers_that_were_all_rounded_are_no_codes_and_one_that_ends_with_zeros_is() -> None:
    rounded = ["123456789012345000", "123456789012346000", "123456789012347000"]
    assert codes_in("\n".join(rounded), HEADINGS) == CodesRead((), mangled=3, broken=rounded[0])
    assert codes_in("\n".join([*rounded, "123456789012347001"]), HEADINGS).mangled == 0
    assert codes_in(rounded[0], HEADINGS).codes == (rounded[0],)


def test_a_quote_within_a_cell_and_commas_inside_quotes_stay() -> None:
    assert codes_in('"A,B",x\nC"D', HEADINGS).codes == ("A,B", 'C"D')


@pytest.mark.parametrize("text", ["2024.1\n2025.1", "1\n2", "3、A-3\n4、A-4", "1.5\n2.5"])
def test_numbers_that_count_nothing_are_codes(text: str) -> None:
    assert codes_in(text, HEADINGS, COUNTS).codes == tuple(line.partition("、")[0] for line in text.splitlines())


@pytest.mark.parametrize("code", ["请把这些发给大家", "hello there", "好的。"])
def test_a_sentence_does_not_look_like_a_code(code: str) -> None:
    assert CodesRead(("XT-1", code)).unlikely == (code,)


@pytest.mark.parametrize(
    "text",
    [
        "---\nXT-1\n---\nXT-2",
        "* XT-1\n* XT-2",
        "·XT-1\n·XT-2",
        "①XT-1\n② XT-2",
        "1️⃣XT-1\n2️⃣ XT-2",
        "~~~~\nXT-1\n\nXT-2\n**",
    ],
)
def test_what_points_at_lines_or_parts_them_is_no_code(text: str) -> None:
    assert codes_in(text, HEADINGS) == CodesRead(("XT-1", "XT-2"))


def test_a_code_in_another_width_is_the_same_one_and_words_stay_as_they_were_typed() -> None:
    assert codes_in("XT-1\nＸＴ－１\n星途 咖啡！", HEADINGS) == CodesRead(("XT-1", "星途 咖啡！"), doubles=1)


def test_nothing_is_read_from_headings_and_empty_lines() -> None:
    assert codes_in("\n兑换码\n ,x\n\u200b\n", HEADINGS) == CodesRead((), headings=1)
