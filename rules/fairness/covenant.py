"""The community covenant: a versioned text that a member agrees to once per version."""

from rules.people import Member
from rules.refusals import CovenantFirst


def require_covenant(member: Member, version: int) -> None:
    """Raise CovenantFirst unless `member` has agreed to `version`, the one in force."""
    if member.covenant_version < version:
        raise CovenantFirst(version, renewed=member.covenant_version > 0)
