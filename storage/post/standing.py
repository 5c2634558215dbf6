"""What a letter asks about somebody's standing in a group: what they may do, what is shown of them, whether they come in."""

from typing import ClassVar

from storage.post.body import Body, Json


class RestrictChatMember(Body, frozen=True):
    """What somebody may do in a group, until then (UTC seconds), or for good."""

    method: ClassVar[str] = "restrictChatMember"

    user_id: int
    permissions: Json
    until_date: int | None = None


class SetChatMemberTag(Body, frozen=True):
    """What is shown beside somebody's name in a group; empty for nothing."""

    method: ClassVar[str] = "setChatMemberTag"

    user_id: int
    tag: str


class CreateChatInviteLink(Body, frozen=True):
    """A link by which so many may enter until then (UTC seconds); administrators read its `name`."""

    method: ClassVar[str] = "createChatInviteLink"

    name: str
    expire_date: int
    member_limit: int = 1


class RevokeChatInviteLink(Body, frozen=True):
    """A link lets nobody in any more."""

    method: ClassVar[str] = "revokeChatInviteLink"

    invite_link: str


class ApproveChatJoinRequest(Body, frozen=True):
    """Who has asked to join comes in."""

    method: ClassVar[str] = "approveChatJoinRequest"

    user_id: int


class DeclineChatJoinRequest(Body, frozen=True):
    """Who has asked to join does not come in."""

    method: ClassVar[str] = "declineChatJoinRequest"

    user_id: int


class UnbanChatMember(Body, frozen=True):
    """Whoever is in a supergroup is put out, and may come back by a link."""

    method: ClassVar[str] = "unbanChatMember"

    user_id: int


class BanChatMember(Body, frozen=True):
    """Whoever is in a basic group is put out; there a link lets them in again."""

    method: ClassVar[str] = "banChatMember"

    user_id: int


STANDING: tuple[type[Body], ...] = (
    RestrictChatMember,
    SetChatMemberTag,
    CreateChatInviteLink,
    RevokeChatInviteLink,
    ApproveChatJoinRequest,
    DeclineChatJoinRequest,
    UnbanChatMember,
    BanChatMember,
)
