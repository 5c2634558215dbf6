"""A list of parcels is read as it was pasted; what can't be told for certain sends nothing."""

import pytest

from rules.shop.parcel import MOST_LINES, Amiss, read


@pytest.mark.parametrize(
    "written",
    [
        "#12 SF100200",
        "12\tSF100200",
        "＃12　SF100200",
        "12，SF100200",
        "12: SF100200",
        "12号 SF100200",
        "12、SF100200",
        '12,"SF100200"',
        "１２，ＳＦ１００２００",
    ],
)
def test_a_number_and_what_its_member_reads(written: str) -> None:
    [line] = read(f"\n{written}\n\n")
    assert (line.order, line.note, line.amiss) == (12, "SF100200", None)


def test_a_number_alone_has_no_note_and_a_note_keeps_its_words() -> None:
    bare, told = read("#12\n13 顺丰 SF1 - 周五到")
    assert (bare.order, bare.note) == (12, "")
    assert (told.order, told.note) == (13, "顺丰 SF1 - 周五到")


@pytest.mark.parametrize("written", ["SF100200 12", "12SF100200", "1,200 SF1", "1. #12 SF1", "十二 SF1", "谢谢"])
def test_what_does_not_begin_with_a_number_for_certain_sends_nothing(written: str) -> None:
    [line] = read(written)
    assert line.amiss is Amiss.UNREAD and line.words == written


@pytest.mark.parametrize(
    "written",
    [
        "1、#12 SF1\n2、#13 顺丰 SF2",
        "1. #12 SF1\n2. #13 顺丰 SF2",
        "① #12 SF1\n② #13 顺丰 SF2",
        "1️⃣ #12 SF1\n2️⃣ #13 顺丰 SF2",
        "序号\t订单\t单号\n1\t#12\tSF1\n2\t#13\t顺丰 SF2",
        "(1) #12 SF1\n(2) #13 顺丰 SF2",
        "- #12 SF1\n- #13 顺丰 SF2",
        "•12 SF1\n•13 顺丰 SF2",
    ],
)
def test_what_counts_the_lines_is_no_order(written: str) -> None:
    found = [(line.order, line.note) for line in read(written) if line.amiss is None]
    assert found == [(12, "SF1"), (13, "顺丰 SF2")]


@pytest.mark.parametrize(
    "written",
    ["1 SF100200\n2 SF100201", "1、7301002003\n2、7301002004", "1 2 件，周五到\n2 1 件，周五到", "1、顺丰\n2、京东"],
)
def test_the_first_orders_of_all_may_be_what_counts_the_lines(written: str) -> None:
    assert [line.order for line in read(written)] == [1, 2]


@pytest.mark.parametrize("written", ["#12 #13 SF100200", "12、13 SF100200", "1\t12\t顺丰 SF1", "1、#12 SF1"])
def test_an_order_within_the_note_of_another_sends_neither(written: str) -> None:
    [line] = read(written)
    assert line.amiss is Amiss.SEVERAL


def test_an_order_with_two_numbers_sends_neither_and_one_that_is_only_repeated_counts_once() -> None:
    assert [line.amiss for line in read("12 SF1\n13 SF3\n12 SF2")] == [Amiss.TWICE, None, Amiss.TWICE]
    first, again = read("12 SF1\n12 SF1")
    assert first.amiss is None and again.amiss is Amiss.TWICE
    assert (again.place, again.note) == (2, "SF1")


@pytest.mark.parametrize("spoilt", ["1.23457E+15", "7.3E+12"])
def test_a_number_that_a_spreadsheet_has_spoilt_goes_to_nobody(spoilt: str) -> None:
    assert read(f"12\t{spoilt}")[0].amiss is Amiss.MANGLED


def test_a_long_note_and_a_long_list_are_named_by_their_line() -> None:
    assert read("12 " + "长" * 201)[0].amiss is Amiss.TOO_LONG
    lines = read("\n".join(f"{n} SF{n}" for n in range(1, MOST_LINES + 2)))
    assert [line.place for line in lines if line.amiss is Amiss.FURTHER] == [MOST_LINES + 1]


@pytest.mark.parametrize("number", ["1.23457E+11", "4.3E+12", "#N/A", "=B2", "顺丰 1.23457E+11", "########"])
def test_what_a_spreadsheet_has_rounded_or_lost_is_no_number_of_a_parcel(number: str) -> None:
    [line] = read(f"12\t{number}")
    assert line.amiss is Amiss.MANGLED and line.words == f"12\t{number}"


@pytest.mark.parametrize("written", ["12 SF1；13 SF2", "12 SF1, 13 SF2", "12 SF1 #13 SF2", "12 SF1，＃13：SF2"])
def test_two_orders_in_one_line_are_not_one(written: str) -> None:
    [line] = read(written)
    assert line.amiss is Amiss.SEVERAL


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ('12\t"SF 1"', "SF 1"),
        ("12\t“SF1”", "SF1"),
        ("12 顺丰 SF1，3 件一起寄的", "顺丰 SF1，3 件一起寄的"),
        ("12 SF1，SF2", "SF1，SF2"),
        ("12 SF1，周五 20:00 前到", "SF1，周五 20:00 前到"),
        ("12 顺丰，1234567890 子单号", "顺丰，1234567890 子单号"),
        ("12 说“放门口”", "说“放门口”"),
    ],
)
def test_a_note_goes_as_it_was_meant(written: str, note: str) -> None:
    [line] = read(written)
    assert (line.amiss, line.note) == (None, note)
