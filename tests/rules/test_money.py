"""Money, as it is written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.money import DIGITS, Money, decimal, money_of, parted
from rules.programme.faults import Faulty
from rules.programme.shop import Shop


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("35", ("", "35", "")),
        ("35 元", ("元", "35", "")),
        ("35.5CNY", ("CNY", "35", "5")),
        ("一千二百元", ("元", "1200", "")),
        ("¥1,299.00", ("¥", "1299", "00")),
        ("US$ 12", ("US$", "12", "")),
        ("12 US dollars", ("US dollars", "12", "")),
    ],
)
def test_an_amount_may_have_its_currency_before_or_after_it(written: str, parts: tuple[str, str, str]) -> None:
    assert parted(written) == parts


@pytest.mark.parametrize("written", ["", "元", "¥ 35 元", "35.", "1.2.3", "35 元 2 角", "1.2345", "9" * 10])
def test_what_is_no_single_amount_is_none(written: str) -> None:
    assert parted(written) is None


def test_no_currency_is_divided_further_than_it_is() -> None:
    assert money_of("35", "5", "CNY") == Money(3550, "CNY")
    assert money_of("35", "05", "CNY") == Money(3505, "CNY")
    assert money_of("35", "505", "CNY") is None
    assert money_of("1", "000", "CNY") is None, "one to some, a thousand to others"
    assert money_of("35", "505", "KWD") == Money(35_505, "KWD")
    assert money_of("1200", "", "JPY") == Money(1200, "JPY")
    assert money_of("1200", "5", "JPY") is None
    assert money_of("1200", "00", "JPY") == Money(1200, "JPY"), "nothing behind the point is nothing"


def test_an_amount_is_shown_with_all_its_digits() -> None:
    amounts = [Money(3505, "CNY"), Money(5, "USD"), Money(0, "CNY"), Money(1200, "JPY"), Money(35_505, "KWD")]
    assert [str(one) for one in amounts] == ["35.05 CNY", "0.05 USD", "0.00 CNY", "1200 JPY", "35.505 KWD"]


@given(st.integers(0, 10**9 - 1), st.sampled_from(sorted(DIGITS)))
def test_what_is_shown_is_read_as_the_same_amount(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    found = parted(str(money))
    assert found is not None
    word, whole, part = found
    assert (word, money_of(whole, part, currency)) == (currency, money)
    assert decimal(money) == str(money).removesuffix(f" {currency}")


def test_a_shop_reckons_in_a_currency_that_there_is() -> None:
    assert Shop(currency="JPY").currency == "JPY"
    with pytest.raises(Faulty):
        Shop(currency="元")
