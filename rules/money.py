"""Money: an amount in the smallest unit of its currency, so that nothing is ever rounded."""

import re
from dataclasses import dataclass

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
_AMOUNT = re.compile(r"(?P<before>[^\d.]*?)\s*(?P<whole>\d{1,9})(?:\.(?P<part>\d{1,3}))?\s*(?P<after>[^\d.]*)")


@dataclass(frozen=True, slots=True)
class Money:
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
    found = _AMOUNT.fullmatch(written.replace(",", ""))
    if found is None or (found["before"] and found["after"]):
        return None
    return (found["before"] or found["after"]).strip(), found["whole"], found["part"] or ""


def money_of(whole: str, part: str, currency: str) -> Money | None:
    """The amount; None when that currency has no such small unit."""
    digits, part = DIGITS[currency], part.rstrip("0")
    if len(part) > digits:
        return None
    return Money(int(whole) * 10**digits + int(part.ljust(digits, "0") or "0"), currency)
