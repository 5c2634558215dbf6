"""The community covenant: a versioned text that a member agrees to once per version."""

from msgspec import Struct

from rules.people import Member
from rules.programme.covenant import Covenant
from rules.refusals import CovenantFirst

# How many the standard covenant in `messages/` has, which is in force without clauses of the brand's own.
STANDARD_CLAUSES = 5


class Cited(Struct, frozen=True):
    """A clause of the covenant by its number; of the standard covenant the title stands in `messages/`, here nothing."""

    number: int
    title: str


def clauses_of(covenant: Covenant) -> tuple[Cited, ...]:
    """The clauses in force, as they are cited."""
    if not covenant:
        return tuple(Cited(number, "") for number in range(1, STANDARD_CLAUSES + 1))
    return tuple(Cited(number, clause.title) for number, clause in enumerate(covenant, 1))


def number_now(cited: Cited, covenant: Covenant) -> int | None:
    """Where that clause stands in the covenant in force, which may have been changed since; None where it is gone."""
    same = (one.number for one in clauses_of(covenant) if one.title == cited.title and (one.title or one == cited))
    return next(same, None)


def require_covenant(member: Member, version: int) -> None:
    """Raise CovenantFirst unless `member` has agreed to `version`, the one in force."""
    if member.covenant_version < version:
        raise CovenantFirst(version, renewed=member.covenant_version > 0)
