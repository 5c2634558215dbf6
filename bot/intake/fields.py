"""The parts of an update that many kinds share: who, where, and how somebody stands in a chat."""

from typing import Any

from handlers.call import Arrival, Chat, ChatKind, Person

ANONYMOUS_ADMIN = 1087968824
LARGEST = 2**52  # Telegram promises that no number of its own is larger
PRESENT = {"creator", "administrator", "member", "restricted"}
ADMINISTRATORS = {"creator", "administrator"}
Json = dict[str, Any]
# Telegram does not say in which group somebody has voted.
NOWHERE = Chat(0, ChatKind.GROUP)


def number(value: object) -> int:
    """A number as Telegram promises them, whole and of 52 bits at most. Raises TypeError for whatever else stands there."""
    if type(value) is not int or abs(value) >= LARGEST:
        raise TypeError(type(value))
    return value


def the_chat(chat: Json) -> Chat:
    """A Chat of the Bot API."""
    kinds = {"private": ChatKind.PRIVATE, "channel": ChatKind.CHANNEL}
    return Chat(
        number(chat["id"]),
        kinds.get(chat["type"], ChatKind.GROUP),
        chat.get("title", ""),
        username=chat.get("username"),
    )


def the_person(user: Json) -> Person:
    """A User of the Bot API."""
    last = user.get("last_name")
    name = f"{user['first_name']} {last}" if last else user["first_name"]
    return Person(number(user["id"]), name, user.get("username"), user.get("language_code"), user["is_bot"])


def present(member: Json) -> bool:
    """Whether a ChatMember is in the chat."""
    return member["status"] in PRESENT and bool(member.get("is_member", True))


def arrival_of(changed: Json) -> Arrival:
    """How somebody came, of a ChatMemberUpdated; a link that somebody else made is told in part only."""
    by, link = number(changed["from"]["id"]), changed.get("invite_link", {}).get("invite_link")
    admin = changed["new_chat_member"]["status"] in ADMINISTRATORS
    return Arrival(link, by, admin=admin, unnamed=by == ANONYMOUS_ADMIN)
