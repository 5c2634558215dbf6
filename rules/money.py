"""Money: an amount in the smallest unit of its currency, so that nothing is ever rounded."""

import re
from collections.abc import Callable

from msgspec import Struct

from rules.reading.numbers import HAN, leading
from rules.reading.typed import even

# ISO 4217, by how many digits the smallest unit stands behind the point.
_DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC"
        " CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD"
        " KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO"
        " NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL"
        " THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
}
DIGITS: dict[str, int] = {code: digits for digits, codes in _DIGITS.items() for code in codes.split()}
_WORD = re.compile(rf"[^\d.+{HAN}-]*")
_MOST_WHOLE, _MOST_PART = 10**9, 3


class Money(Struct, frozen=True):
    """So many of the smallest unit (`minor`) of a currency (ISO 4217)."""

    minor: int
    currency: str

    def __str__(self) -> str:
        return f"{decimal(self)} {self.currency}"


def decimal(money: Money) -> str:
    """The amount in whole units with what stands behind the point, without its currency."""
    digits = DIGITS[money.currency]
    whole, part = divmod(money.minor, 10**digits)
    return f"{whole}.{part:0{digits}}" if digits else str(whole)


def parted(written: str) -> tuple[str, str, str] | None:
    """The word for a currency (empty if there is none), the whole units and what stands behind the point."""
    said = even(written).strip()
    before = _WORD.match(said)
    found = leading(said[before.end() :]) if before else None
    if before is None or found is None or found.value is None or not _WORD.fullmatch(found.rest):
        return None
    units, _, part = f"{found.value:f}".partition(".")
    words = [word for word in (before[0].strip(), found.rest.strip()) if word]
    if len(words) > 1 or found.value < 0 or found.value >= _MOST_WHOLE or len(part.rstrip("0")) > _MOST_PART:
        return None
    return (words or [""])[0], units, part


def money_of(whole: str, part: str, currency: str) -> Money | None:
    """The amount; None when that currency has no such small unit: `1.000` of it may be a thousand."""
    digits, either = DIGITS[currency], len(part) == _MOST_PART
    part = part.rstrip("0")
    if len(part) > digits or (either and digits < _MOST_PART):
        return None
    return Money(int(whole) * 10**digits + int(part.ljust(digits, "0") or "0"), currency)


def money_in(written: str, usual: str, called: Callable[[str], str | None]) -> Money | None:
    """The amount that was written, in the `usual` currency unless its word, which people may have `called`, names one."""
    found = parted(written)
    if found is None:
        return None
    word, whole, behind = found
    code = (called(word) or word.upper()) if word else usual
    return money_of(whole, behind, code) if code in DIGITS else None
