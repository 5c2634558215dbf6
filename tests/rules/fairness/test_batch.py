"""Lists of people and points as they are typed, pasted from a table, or exported."""

import pytest

from rules.fairness.batch import BatchLine, TooManyPeople, batch_in, lines_in


def test_a_line_names_somebody_and_ends_with_the_points() -> None:
    text = "@lin 20\n\nMary Ann，3\n周舟\t１2\n@he：10分"
    assert lines_in(text) == [
        BatchLine(1, "@lin", 20),
        BatchLine(3, "Mary Ann", 3),
        BatchLine(4, "周舟", 12),
        BatchLine(5, "@he", 10),
    ]


def test_a_table_has_a_heading_quotes_and_a_mark_at_its_beginning() -> None:
    assert lines_in('\ufeff姓名,积分\n"周舟","30"\n') == [BatchLine(2, "周舟", 30)]
    assert lines_in("周舟,30") == [BatchLine(1, "周舟", 30)]


@pytest.mark.parametrize(
    "line",
    [
        "@lin",
        "@lin 很多",
        "@lin 0",
        "@lin -5",
        "@lin 10001",
        "@lin 1.5",
        "@lin,1,000",
        "@lin 12,34",
        "周舟,1,000",
        "周舟，1，000",
        "周舟,1,000,理由",
        "周舟 1,000 理由",
        "周舟 20 1,000",
        "周舟 1,00",
        "周舟 1,0000",
        "周舟 10,001",
        "@lin 5²",
        "@lin 1.000",
        "@lin 12:30",
        "周舟 3次",
        "周舟，30分钟",
        "@lin 3days",
    ],
)
def test_what_is_no_whole_number_of_points_is_not_guessed(line: str) -> None:
    assert [one.points for one in lines_in(line)] == [None]


@pytest.mark.parametrize(
    ("line", "who", "points"),
    [
        ("周舟 1,000", "周舟", 1000),
        ("周舟 1，000", "周舟", 1000),
        ("周舟\t1,000", "周舟", 1000),
        ("Mary Ann 1,200", "Mary Ann", 1200),
        ("周舟：1,000", "周舟", 1000),
        ("周舟;1,000", "周舟", 1000),
        ("@lin 10,000", "@lin", 10000),
        ("123456789 1,000", "123456789", 1000),
        ("周舟 1,000分", "周舟", 1000),
        ('周舟,"1,000"', "周舟", 1000),
        ('"周舟","1,000"', "周舟", 1000),
    ],
)
def test_thousands_parted_by_a_comma_are_one_number_where_nothing_else_can_be_meant(
    line: str, who: str, points: int
) -> None:
    assert lines_in(line) == [BatchLine(1, who, points)]


def test_fifty_people_are_a_batch_and_fifty_one_are_too_many() -> None:
    assert len(lines_in("\n".join(f"@p{n} 1" for n in range(50)))) == 50
    with pytest.raises(TooManyPeople):
        lines_in("\n".join(f"@p{n} 1" for n in range(51)))


def test_a_batch_is_named_by_its_number() -> None:
    assert batch_in("批3 重复了") == (3, "重复了")
    assert batch_in("batch 12, by mistake") == (12, "by mistake")
    assert batch_in("批3，重复了") == (3, "重复了")
    assert batch_in("批1,000 重复了") is None
    assert batch_in("3 重复了") is None


@pytest.mark.parametrize(
    "text",
    [
        "序号,姓名,积分\n1,周舟,30\n2,@lin,20",
        "1. 周舟 30\n2. @lin 20",
        "sep=;\n周舟;30\n@lin;20",
        '="周舟",30\n@lin\u00a020\x00',
        "\ufeff谁\t分数\n周舟\t30\n\n@lin\t20",
        "姓名,积分,,\n周舟,30,,\n,,,\n@lin,20,,",
        "- 周舟 30\n- @lin 20",
        "• 周舟：30\n• @lin：20",
        "① 周舟 30\n②@lin 20",
        "1️⃣ 周舟 30\n2️⃣@lin 20",
        "* 1. 周舟 30\n* 2. @lin 20",
    ],
)
def test_lists_are_read_as_spreadsheets_write_them(text: str) -> None:
    assert [(line.who, line.points) for line in lines_in(text)] == [("周舟", 30), ("@lin", 20)]
