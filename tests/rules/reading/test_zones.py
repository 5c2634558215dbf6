"""Time zones, by their real names."""

import pytest

from rules.programme.faults import Faulty
from rules.programme.programme import Brand
from rules.reading.zones import zone_called


@pytest.mark.parametrize("written", ["Asia/Shanghai", "asia/shanghai", " ASIA/SHANGHAI ", "Ａsia／Shanghai"])
def test_a_zone_may_be_written_in_any_case(written: str) -> None:
    assert zone_called(written) == "Asia/Shanghai"
    assert Brand(timezone=written).timezone == "Asia/Shanghai"


@pytest.mark.parametrize(
    "written",
    ["", "localtime", "Factory", "posix/Asia/Shanghai", "right/UTC", "../etc/passwd", "上海", "EST", "Etc/GMT+8"],
)
def test_what_is_no_real_name_is_refused(written: str) -> None:
    assert zone_called(written) is None
    with pytest.raises(Faulty):
        Brand(timezone=written)
