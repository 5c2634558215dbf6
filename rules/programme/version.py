"""The version of the rules: everything that pays in one canonical form, and its fingerprint."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from rules.programme.wording import Wording
from rules.values import composed, parts

# The sections that decide what is paid, to whom, on which day, and what is spent.
PAYING: tuple[str, ...] = (
    "points",
    "streak",
    "levels",
    "limits",
    "thanks",
    "questions",
    "sharing",
    "discoveries",
    "projects",
    "shop",
    "orders",
    "boards",
    "grants",
    "announcements",
)
# Of the brand's section: when a day begins, for much is paid once a day.
DAY = ("timezone", "day_starts_at")
LENGTH = 8


def canonical(programme: Any) -> str:
    """What pays as JSON, in the shape of the configuration file; the same whatever the order of tables."""
    sections = {name: plain(getattr(programme, name)) for name in PAYING}
    sections["brand"] = {name: getattr(programme.brand, name) for name in DAY}
    return json.dumps(sections, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(body: str) -> str:
    """The version under which a canonical form is kept, and which every ledger row carries."""
    return hashlib.sha256(body.encode()).hexdigest()[:LENGTH]


def plain(value: Any) -> Any:
    """A setting as JSON keeps it, words in every language."""
    if isinstance(value, Wording):
        return dict(value.by_locale) or str(value)
    if composed(value):
        return {name: plain(part) for name, part in parts(value).items()}
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value
