"""Where the length of a sanction may stand, and what is no length though it looks like one."""

import pytest

from rules.fairness.sanction import Grade
from rules.fairness.sanction_asked import SanctionUnclear, asked


@pytest.mark.parametrize(
    ("words", "length", "reason"),
    [
        ("刷屏 3天", 3 * 86_400, "刷屏"),
        ("刷屏，3天", 3 * 86_400, "刷屏"),
        ("骂人 2次", None, "骂人 2次"),
        ("刷屏已经 3天", None, "刷屏已经 3天"),
        ("2小时 刷屏 3天", 7_200, "刷屏 3天"),
        ("到处发广告", None, "到处发广告"),
    ],
)
def test_a_length_alone_behind_the_reason_is_the_length(words: str, length: int | None, reason: str) -> None:
    found = asked(words, Grade.MUTE)
    assert (found.length_s, found.reason) == (length, reason)


@pytest.mark.parametrize("words", ["到明天早上 刷屏", "直到周五 刷屏", "到8点 刷屏", "until friday spam"])
def test_until_when_is_asked_back_and_never_becomes_the_reason(words: str) -> None:
    with pytest.raises(SanctionUnclear):
        asked(words, Grade.MUTE)
    assert asked(words, Grade.WARNING).reason == words
