"""What a sentence is about: by the words in it, and by parts that stand anywhere."""

import pytest

from rules.reading.nearest import Known, known_by, standing

KNOWN: dict[str, Known] = {
    "points": known_by(["积分", "points"]),
    "shop": known_by(["商城"], ["积分|分 花|换"]),
    "orders": known_by(["订单"], ["改|换 地址", "cancel order"]),
}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("积分", ["points"]),
        ("我想把积分花掉", ["shop", "points"]),
        ("花掉一点积分", ["shop", "points"]),
        ("地址能換嗎", ["orders"]),
        ("地址", []),
        ("Cancel my ORDER", ["orders"]),
        ("canceled order", []),
        ("disappoints", []),
        ("", []),
    ],
)
def test_most_likely_is_what_tells_most_of_the_sentence(said: str, found: list[str]) -> None:
    assert list(standing(said, KNOWN)) == found


def test_of_as_much_a_whole_word_counts_more() -> None:
    known = {"parts": known_by([], ["换 手机"]), "whole": known_by(["换手机"])}
    assert next(iter(standing("换手机了", known))) == "whole"
