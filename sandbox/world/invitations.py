"""Invite links and requests to join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.world.people import Person


@dataclass(slots=True, eq=False)
class Invitation:
    """One invite link of a chat."""

    link: str
    creator: Person
    name: str = ""
    expires_at: int = 0
    member_limit: int = 0
    by_request: bool = False
    primary: bool = False
    revoked: bool = False
    used: int = 0
    pending: int = 0

    def usable(self, now: float) -> bool:
        """Whether it still lets somebody in."""
        spent = bool(self.member_limit) and self.used >= self.member_limit
        return not self.revoked and not spent and not (self.expires_at and now >= self.expires_at)

    def wire(self) -> dict[str, object]:
        """A ChatInviteLink, as the Bot API writes it."""
        body: dict[str, object] = {
            "invite_link": self.link,
            "creator": self.creator.wire(),
            "creates_join_request": self.by_request,
            "is_primary": self.primary,
            "is_revoked": self.revoked,
        }
        optional = {
            "name": self.name,
            "expire_date": self.expires_at,
            "member_limit": self.member_limit,
            "pending_join_request_count": self.pending,
        }
        return body | {key: value for key, value in optional.items() if value}


@dataclass(slots=True, eq=False)
class JoinRequest:
    """Somebody waits at the door."""

    person: Person
    at: float
    invitation: Invitation | None = None
