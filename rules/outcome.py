"""Outcomes: what came of something a member did, remembered so that "why?" can be answered later."""

from collections.abc import Mapping

from msgspec import Struct


class NotedOutcome(Struct, frozen=True):
    """One outcome: `outcome` names the message that tells it, `detail` holds that message's fields (plain values).

    `rule` is the points rule it is about; `frees_at` (UTC seconds) is when the same would count again. `at` is when it
    was said, `handled_at` when we came to it.
    """

    at: int
    handled_at: int
    rule: str
    outcome: str
    frees_at: int | None
    detail: Mapping[str, object]
