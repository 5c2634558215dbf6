"""The community covenant: a versioned text that a member agrees to once per version."""

from dataclasses import dataclass

from rules.faults import Faulty, require
from rules.people import Member
from rules.refusals import CovenantFirst


@dataclass(frozen=True)
class Clause:
    """One numbered clause; sanctions cite its number. `text` is what members read, by locale."""

    title: str
    text: str


@dataclass(frozen=True)
class Covenant:
    """The covenant in force. Without clauses of the brand's own, the ones in `messages/` are shown."""

    version: int = 1
    clauses: tuple[Clause, ...] = ()

    def __post_init__(self) -> None:
        empty = [
            (f"clauses.{n}.{key}", "must not be empty")
            for n, clause in enumerate(self.clauses)
            for key in ("title", "text")
            if not getattr(clause, key).strip()
        ]
        if empty:
            raise Faulty(empty)
        require((self.version >= 1, "version", "counts from 1; raise it by one when the text changes"))


def require_covenant(member: Member, covenant: Covenant) -> None:
    """Raise CovenantFirst unless `member` has agreed to the version in force."""
    if member.covenant_version < covenant.version:
        raise CovenantFirst(covenant.version)
