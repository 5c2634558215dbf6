"""By which signs an accepted answer may say otherwise than a product note."""

import pytest

from rules.daily.bulletin import BulletinWording, keywords
from rules.daily.recheck import CorrectionUnclear, Doubt, Sign, doubt_of, require_correction
from rules.values import replace

ASKED = "蓝牙钥匙连不上手机怎么办"
NOTE = BulletinWording(
    "蓝牙钥匙固件 2.3", "升级到 2.3 以后，长按 10 秒就能重新配对，不用忽略设备。", "", 0, "2.3", "蓝牙钥匙"
)


@pytest.mark.parametrize(
    ("answer", "doubt"),
    [
        ("升级到 V2.1 就好了", Doubt(Sign.VERSION, "V2.1")),
        ("要 2.1 版才行", Doubt(Sign.VERSION, "2.1 版")),
        ("升到版本2.3就好", Doubt(Sign.MATTER)),
        ("长按 5 秒再配对", Doubt(Sign.FIGURE, "5 秒")),
        ("hold it for 5 seconds", Doubt(Sign.FIGURE, "5 seconds")),
        ("长按10秒重新配对", None),
        ("先忽略这把钥匙，再重新连", Doubt(Sign.MATTER)),
        ("等 5 分钟再试", Doubt(Sign.MATTER)),
        ("", Doubt(Sign.MATTER)),
        ("升级到 2.3 以后重新配对，不用忽略设备", None),
    ],
)
def test_an_answer_on_the_theme_is_marked_by_its_plainest_sign(answer: str, doubt: Doubt | None) -> None:
    assert doubt_of(ASKED, answer, NOTE, None) == doubt


def test_what_the_note_said_once_and_says_no_more_is_a_sign() -> None:
    former = replace(NOTE, text="先在手机里忽略这把钥匙，再重新配对。")
    doubt = doubt_of(ASKED, "在手机里先忽略这把钥匙，然后重新连", NOTE, former)
    assert doubt == Doubt(Sign.FORMERLY, "先在手机里忽略这把钥匙")


def test_an_answer_that_only_mentions_the_theme_is_of_another_matter() -> None:
    assert doubt_of("冬天续航掉多少", "和蓝牙钥匙没关系，开暖风就会掉", NOTE, None) is None


def test_a_decimal_number_is_no_version_and_no_year_is_one() -> None:
    for answer in ("轮胎打到 2.5 就行", "2025 年的车都有"):
        assert doubt_of("冬天胎压打多少", answer, NOTE, None) is None


def test_the_theme_is_what_staff_wrote_or_else_the_title() -> None:
    assert [sorted(one) for one in keywords(replace(NOTE, theme="钥匙、OTA 升级"))] == [["钥匙"], ["ota"], ["升级"]]
    [title] = keywords(replace(NOTE, theme=""))
    assert {"蓝牙", "钥匙", "固件"} <= title


@pytest.mark.parametrize("words", ["", "不对", "长" * 301])
def test_a_correction_has_its_bounds(words: str) -> None:
    with pytest.raises(CorrectionUnclear):
        require_correction(words)
