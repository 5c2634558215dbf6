"""What the bot may do in a chat, and what each part of the brand needs it to be able to do."""

from enum import StrEnum

from msgspec import Struct

from rules.people import Part


class BotStanding(StrEnum):
    """How the bot stands in a chat."""

    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    ABSENT = "absent"


class Right(StrEnum):
    """What an administrator can be allowed; `can_...` in the Bot API."""

    DELETE = "delete_messages"
    PIN = "pin_messages"
    INVITE = "invite_users"
    RESTRICT = "restrict_members"
    TOPICS = "manage_topics"
    TAGS = "manage_tags"
    POST = "post_messages"


class Rights(Struct, frozen=True):
    """The bot's standing in a group and its rights there, as Telegram told at `checked_at` (UTC seconds)."""

    group: int
    checked_at: int
    standing: BotStanding
    rights: frozenset[Right]
    forum: bool = False
    title: str = ""
    username: str | None = None


# Without administrator rights Telegram hides reactions and comings and goings from a bot.
NEEDED: dict[Part, frozenset[Right]] = {
    Part.COMMUNITY: frozenset({Right.DELETE, Right.PIN, Right.TAGS, Right.RESTRICT}),
    Part.CORE: frozenset({Right.DELETE, Right.PIN, Right.TAGS, Right.INVITE, Right.RESTRICT}),
    Part.STAFF: frozenset(),
    Part.CHANNEL: frozenset({Right.POST}),
}


def lacking(part: Part, rights: Rights) -> tuple[Right, ...]:
    """The rights that a chat of that part should give the bot and does not."""
    return tuple(right for right in Right if right in NEEDED[part] and right not in rights.rights)
