"""What can be wrong with a line of a form."""

from enum import StrEnum

from msgspec import Struct

from rules.reading.spans import Unit
from rules.reading.unreal import Unreal


class Flaw(StrEnum):
    """What is wrong with a line."""

    UNKNOWN = "unknown"
    TWICE = "twice"
    MISSING = "missing"
    LENGTH = "length"
    LINES = "lines"
    COUNT = "count"
    NUMBER = "number"
    RANGE = "range"
    TOTAL = "total"
    SPAN = "span"
    MOMENT = "moment"
    HOUR = "hour"
    PAST = "past"
    LATE = "late"
    CHOICE = "choice"
    MONEY = "money"
    ORDER = "order"
    LINK = "link"
    TAG = "tag"
    ROLE = "role"
    SHARES = "shares"
    LEAD = "lead"
    MILESTONE = "milestone"


class Mistake(Struct, frozen=True):
    """One mistake: the line of the message (0: the field is not there), the field's name as shown, what is allowed, of a
    moment what there is not."""

    line: int
    name: str
    flaw: Flaw
    given: str = ""
    allowed: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    unit: Unit | None = None
    unreal: Unreal | None = None
