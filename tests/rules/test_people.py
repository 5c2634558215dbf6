"""Who takes part."""

from rules.people import Member
from rules.values import replace

LIN = Member(1, 7, "林晓", None, "zh", 0)


def test_a_sanction_holds_until_its_last_second_has_passed() -> None:
    paused = replace(LIN, suspended_until=1000)
    assert (paused.suspended(999), paused.suspended(1000), LIN.suspended(999)) == (1000, None, None)
