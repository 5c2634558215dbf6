"""Where members come from, as the team has noted it."""

from typing import Any

from rules.source import Domain, Source
from storage.engine.tx import Tx


def source_in(row: Any) -> Source:
    """The source that stands in a row of those who were noted."""
    return Source(Domain(row.domain), row.platform, row.link, row.reason)


def of(tx: Tx, member: int) -> Source | None:
    """Where the member comes from; None where nobody has noted it."""
    row = tx.one("SELECT domain, platform, link, reason FROM scouted WHERE member = :member", member=member)
    return source_in(row) if row else None
