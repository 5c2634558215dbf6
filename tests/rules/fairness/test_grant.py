"""Points given by hand: what a command says, and when a second person has to look."""

import pytest

from rules.fairness.grant import (
    MOST_POINTS,
    REASON_LIMIT,
    GrantTooLarge,
    GrantUnclear,
    ReasonNeeded,
    needs_second,
    wanted,
)
from rules.lengths import WordsTooLong
from rules.programme.grants import Grants

GRANTS = Grants(alone_member_day=200, alone_staff_day=1000)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("50 夜里拖车", (50, "夜里拖车")),
        ("+50分 夜里拖车", (50, "夜里拖车")),
        ("-20：误领", (-20, "误领")),
        ("50 分，夜里拖车", (50, "夜里拖车")),
        (f"{MOST_POINTS} 年度贡献", (MOST_POINTS, "年度贡献")),
        ("1,000 修好三台车", (1000, "修好三台车")),
        ("1，０００ 修好三台车", (1000, "修好三台车")),
        ("2千 年度贡献", (2000, "年度贡献")),
        ("一千 年度贡献", (1000, "年度贡献")),
        ("2千5 修好三台车", (2500, "修好三台车")),
        ("两百五 修好三台车", (250, "修好三台车")),
        ("5️⃣ 热心", (5, "热心")),
        ("1.5k points：年度贡献", (1500, "年度贡献")),
        ("20 百忙之中来帮忙", (20, "百忙之中来帮忙")),
        ("20 打卡三十天", (20, "打卡三十天")),
        ("20 千里送饭", (20, "千里送饭")),
        ("20 小时候的故事讲得好", (20, "小时候的故事讲得好")),
        ("20 天天在群里答疑", (20, "天天在群里答疑")),
        ("20 元旦活动帮忙", (20, "元旦活动帮忙")),
        ("20 多次帮助新车友", (20, "多次帮助新车友")),
        ("20 月度之星", (20, "月度之星")),
        ("20 timesaver guide", (20, "timesaver guide")),
        ("20 分 3 次活动帮忙", (20, "3 次活动帮忙")),
        ("二十积分 １，０００ 公里救援", (20, "１，０００ 公里救援")),
    ],
)
def test_points_come_first_and_the_reason_after_them(words: str, found: tuple[int, str]) -> None:
    assert wanted(words) == found


@pytest.mark.parametrize("words", ["", "夜里拖车", "夜里拖车 50", "0 夜里拖车", "50x 夜里拖车"])
def test_without_points_it_is_unclear(words: str) -> None:
    with pytest.raises(GrantUnclear):
        wanted(words)


@pytest.mark.parametrize(
    ("words", "given", "meant"),
    [
        ("20 000 修好三台车", "20 000", 20_000),
        ("1 k 修好三台车", "1 k", 1000),
        ("1.5 w 修好三台车", "1.5 w", 15_000),
        ("1 thousand for three cars", "1 thousand", 0),
        ("2 百万 修好三台车", "2 百万", 0),
        ("1,00 修好三台车", "1,00", 0),
        ("20分钟就修好了", "20分钟就修好了", 0),
        ("1.5 修好三台车", "1.5", 0),
        ("1,,000 修好三台车", "1,,000", 0),
        ("12:30 修好三台车", "12:30", 0),
        ("1 0 0 修好三台车", "1", 0),
        ("1.000 修好三台车", "1.000", 0),
        ("5² 修好三台车", "5²", 0),
        ("1e3 修好三台车", "1e3", 0),
        ("一直在帮忙", "", 0),
        ("20 + 5 修好三台车", "20 + 5", 0),
        ("20 - 5 修好三台车", "20 - 5", 0),
        ("20 * 2 修好三台车", "20 * 2", 0),
        ("20 ／ 5 修好三台车", "20 ／ 5", 0),
        ("+20 ＋5", "+20 ＋5", 0),
        ("30 分钟修好了车机", "30 分钟", 0),
        ("30 分鐘修好了車機", "30 分钟", 0),
        ("-3 次违规", "-3 次", 0),
        ("5 月活动帮忙", "5 月", 0),
        ("30 minutes of help", "30 minutes", 0),
    ],
)
def test_a_number_is_read_whole_or_refused_with_what_was_understood(words: str, given: str, meant: int) -> None:
    with pytest.raises(GrantUnclear) as told:
        wanted(words)
    assert (told.value.given, told.value.meant) == (given, meant)


@pytest.mark.parametrize("sign", ["", "-"])
def test_ten_thousand_are_meant_and_one_more_are_not(sign: str) -> None:
    assert wanted(f"{sign}{MOST_POINTS} x")[1] == "x"
    with pytest.raises(GrantTooLarge) as told:
        wanted(f"{sign}{MOST_POINTS + 1} x")
    assert told.value.most == MOST_POINTS


def test_nothing_is_given_without_a_reason_nor_with_one_that_is_too_long() -> None:
    with pytest.raises(ReasonNeeded) as told:
        wanted("50 ")
    assert told.value.command == "grant"
    assert wanted("50 " + "长" * REASON_LIMIT) == (50, "长" * REASON_LIMIT)
    with pytest.raises(WordsTooLong) as long:
        wanted("50 " + "长" * 300)
    assert (long.value.length, long.value.most) == (300, REASON_LIMIT)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_second_person_looks_above_what_one_may_give_to_one_or_to_all_on_a_day(sign: int) -> None:
    assert not needs_second(sign * 200, 0, 0, GRANTS)
    assert needs_second(sign * 201, 0, 0, GRANTS)
    assert not needs_second(sign * 50, 150, 150, GRANTS)
    assert needs_second(sign * 50, 151, 151, GRANTS)
    assert not needs_second(sign * 50, 0, 950, GRANTS)
    assert needs_second(sign * 50, 0, 951, GRANTS)
