"""Who belongs to a chat, in which standing, with which rights."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sandbox.world.people import Person

Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

GROUP_RIGHTS = frozenset(
    [
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
        "can_manage_topics",
        "can_manage_tags",
        "can_send_welcome_messages",
    ]
)
CHANNEL_RIGHTS = frozenset(
    [
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_post_messages",
        "can_edit_messages",
        "can_manage_direct_messages",
        "can_send_welcome_messages",
    ]
)
PERMISSIONS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]
USUAL_PERMISSIONS = frozenset(PERMISSIONS) - {"can_change_info", "can_pin_messages", "can_manage_topics"}
PRESENT = ("creator", "administrator", "member", "restricted")


@dataclass(slots=True, eq=False)
class Membership:
    """One person's standing in one chat."""

    person: Person
    status: Status = "member"
    rights: frozenset[str] = frozenset()
    permissions: frozenset[str] = USUAL_PERMISSIONS
    is_anonymous: bool = False
    custom_title: str = ""
    tag: str = ""
    until: int = 0
    restricted_present: bool = True
    joined_at: float = 0.0
    promoted_by_bot: bool = False
    in_channel: bool = field(default=False)

    @property
    def present(self) -> bool:
        """True while the person can read the chat."""
        return self.status in PRESENT and (self.status != "restricted" or self.restricted_present)

    @property
    def is_admin(self) -> bool:
        """True for administrators and the creator."""
        return self.status in ("creator", "administrator")

    def lapse(self) -> None:
        """A ban or restriction ends by itself."""
        here = self.status == "restricted" and self.restricted_present
        self.status = "member" if here else "left"
        self.until, self.permissions = 0, USUAL_PERMISSIONS

    def may(self, right: str) -> bool:
        """Whether an administrator's right is theirs."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def permitted(self, permission: str, chat_permissions: frozenset[str]) -> bool:
        """Whether they may do what members may do (send, react, ...)."""
        if self.is_admin:
            return True
        if not self.present or permission not in chat_permissions:
            return False
        return self.status == "member" or permission in self.permissions

    def wire(self) -> dict[str, object]:
        """A ChatMember, as the Bot API writes it."""
        body: dict[str, object] = {"user": self.person.wire(), "status": self.status}
        body.update(getattr(self, f"_{self.status}")())
        if self.tag and self.status in ("member", "restricted"):
            body["tag"] = self.tag
        return body

    def _creator(self) -> dict[str, object]:
        body: dict[str, object] = {"is_anonymous": self.is_anonymous}
        return body | ({"custom_title": self.custom_title} if self.custom_title else {})

    def _administrator(self) -> dict[str, object]:
        known = sorted(CHANNEL_RIGHTS if self.in_channel else GROUP_RIGHTS)
        body: dict[str, object] = {"can_be_edited": self.promoted_by_bot, "is_anonymous": self.is_anonymous}
        body.update({right: right in self.rights for right in known})
        return body | ({"custom_title": self.custom_title} if self.custom_title else {})

    def _member(self) -> dict[str, object]:
        return {}

    def _restricted(self) -> dict[str, object]:
        body: dict[str, object] = {"is_member": self.restricted_present, "until_date": self.until}
        return body | {permission: permission in self.permissions for permission in PERMISSIONS}

    def _left(self) -> dict[str, object]:
        return {}

    def _kicked(self) -> dict[str, object]:
        return {"until_date": self.until}
