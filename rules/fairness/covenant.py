"""The community covenant: a versioned text that a member agrees to once per version."""

from rules.people import Member
from rules.programme.covenant import Covenant
from rules.refusals import CovenantFirst


def require_covenant(member: Member, covenant: Covenant) -> None:
    """Raise CovenantFirst unless `member` has agreed to the version in force."""
    if member.covenant_version < covenant.version:
        raise CovenantFirst(covenant.version)
