"""What an address seems to lack, and how what follows is joined to it."""

import pytest

from rules.shop.address import ADDRESS_LIMIT, Address, AddressTooLong, Lack, joined


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("林晓 13800001111 上海市徐汇区星途路 1 号", ()),
        ("13800001111", (Lack.PLACE,)),
        ("138 0000 1111", (Lack.PLACE,)),
        ("林晓", (Lack.PHONE, Lack.PLACE)),
        ("林晓 13800001111", (Lack.PLACE,)),
        ("林晓 上海市徐汇区星途路 12 弄 3 号 401", (Lack.PHONE,)),
        ("Ann Lee, 5 Elm Street, Springfield, +1 217 555 0100", ()),
        ("Ann Lee, 5 Elm Street, Springfield", (Lack.PHONE,)),
    ],
)
def test_phone_and_place_are_missed(text: str, lacks: tuple[Lack, ...]) -> None:
    assert Address(text, confirmed=False).lacks == lacks


def test_what_follows_stands_on_the_same_line_as_far_as_it_has_room() -> None:
    assert joined("", " 林晓\n上海 ") == "林晓 上海"
    assert joined("13800001111", "林晓") == "13800001111 林晓"
    with pytest.raises(AddressTooLong) as long:
        joined("x" * ADDRESS_LIMIT, "y")
    assert (long.value.length, long.value.limit) == (ADDRESS_LIMIT + 2, ADDRESS_LIMIT)
