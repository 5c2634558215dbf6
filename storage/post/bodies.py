"""What a letter says: one class per method of the Bot API, its fields the parameters that method has.

The chat it goes to is not among them: that is the letter's lane. None means that a parameter is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from storage.packing import packed, unpacked
from storage.post.body import AboutMessage, Body, Json
from storage.post.polls import SendPoll, StopPoll
from storage.post.standing import STANDING


@dataclass(frozen=True, slots=True)
class SendMessage(Body):
    """Words, with buttons, in a topic, as a reply."""

    method: ClassVar[str] = "sendMessage"

    text: str
    parse_mode: str | None = "HTML"
    link_preview_options: Json | None = None
    reply_markup: Json | None = None
    message_thread_id: int | None = None
    reply_parameters: Json | None = None
    disable_notification: bool | None = None


@dataclass(frozen=True, slots=True)
class _SendFile(Body):
    caption: str | None = None
    parse_mode: str | None = "HTML"
    reply_markup: Json | None = None
    message_thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class SendPhoto(_SendFile):
    """A picture that Telegram has already."""

    method: ClassVar[str] = "sendPhoto"

    photo: str | None = None


@dataclass(frozen=True, slots=True)
class SendVideo(_SendFile):
    """A film that Telegram has already."""

    method: ClassVar[str] = "sendVideo"

    video: str | None = None


@dataclass(frozen=True, slots=True)
class SendAnimation(_SendFile):
    """A short film without sound that Telegram has already."""

    method: ClassVar[str] = "sendAnimation"

    animation: str | None = None


@dataclass(frozen=True, slots=True)
class SendDocument(_SendFile):
    """A file that Telegram has already; one made here goes along with the letter instead."""

    method: ClassVar[str] = "sendDocument"

    document: str | None = None


@dataclass(frozen=True, slots=True)
class SendAudio(_SendFile):
    """Music that Telegram has already."""

    method: ClassVar[str] = "sendAudio"

    audio: str | None = None


@dataclass(frozen=True, slots=True)
class SendVoice(_SendFile):
    """Something spoken that Telegram has already."""

    method: ClassVar[str] = "sendVoice"

    voice: str | None = None


@dataclass(frozen=True, slots=True)
class SendMediaGroup(Body):
    """Several files as one album; its words stand below the first."""

    method: ClassVar[str] = "sendMediaGroup"

    media: Sequence[Json]
    message_thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class EditMessageText(AboutMessage):
    """A message of ours gets other words and buttons."""

    method: ClassVar[str] = "editMessageText"

    text: str
    parse_mode: str | None = "HTML"
    link_preview_options: Json | None = None
    reply_markup: Json | None = None


@dataclass(frozen=True, slots=True)
class EditMessageCaption(AboutMessage):
    """A picture of ours gets other words and buttons."""

    method: ClassVar[str] = "editMessageCaption"

    caption: str
    parse_mode: str | None = "HTML"
    reply_markup: Json | None = None


@dataclass(frozen=True, slots=True)
class DeleteMessage(AboutMessage):
    """A message goes."""

    method: ClassVar[str] = "deleteMessage"


@dataclass(frozen=True, slots=True)
class PinChatMessage(AboutMessage):
    """A message is pinned, without a sound."""

    method: ClassVar[str] = "pinChatMessage"

    disable_notification: bool = True


@dataclass(frozen=True, slots=True)
class UnpinChatMessage(AboutMessage):
    """A message is held up no more."""

    method: ClassVar[str] = "unpinChatMessage"


@dataclass(frozen=True, slots=True)
class SetMessageReaction(AboutMessage):
    """The bot reacts to a message, or takes its reaction back."""

    method: ClassVar[str] = "setMessageReaction"

    reaction: Sequence[Json]


@dataclass(frozen=True, slots=True)
class EditEphemeralMessageText(Body):
    """What one person alone sees in a group gets other words and buttons."""

    method: ClassVar[str] = "editEphemeralMessageText"

    receiver_user_id: int
    ephemeral_message_id: int
    text: str
    parse_mode: str | None = "HTML"
    link_preview_options: Json | None = None
    reply_markup: Json | None = None


@dataclass(frozen=True, slots=True)
class AnswerCallbackQuery(Body):
    """The answer to a press, with or without words."""

    method: ClassVar[str] = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None


@dataclass(frozen=True, slots=True)
class SetMyCommands(Body):
    """The command menu of some people in some chats."""

    method: ClassVar[str] = "setMyCommands"

    commands: Sequence[Json]
    scope: Json
    language_code: str | None = None


FILES: dict[str, type[_SendFile]] = {
    "photo": SendPhoto,
    "video": SendVideo,
    "animation": SendAnimation,
    "document": SendDocument,
    "audio": SendAudio,
    "voice": SendVoice,
}
_SAID: tuple[type[Body], ...] = (SendMessage, *FILES.values(), SendMediaGroup, SendPoll)
_CHANGED: tuple[type[Body], ...] = (
    EditMessageText,
    EditMessageCaption,
    EditEphemeralMessageText,
    DeleteMessage,
    StopPoll,
)
_SHOWN: tuple[type[Body], ...] = (
    PinChatMessage,
    UnpinChatMessage,
    SetMessageReaction,
    AnswerCallbackQuery,
    SetMyCommands,
)
KINDS = {kind.method: kind for kind in (*_SAID, *_CHANGED, *_SHOWN, *STANDING)}
# Carried out twice they do no more than once; of two links that were made only the one is known to anybody.
REPEATABLE = frozenset(kind.method for kind in (*_CHANGED, *_SHOWN, *STANDING) if kind is not PinChatMessage)
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in KINDS.values()}


def parameters(body: Body) -> dict[str, Any]:
    """The parameters that are given."""
    found = ((name, getattr(body, name)) for name in _NAMES[type(body)])
    return {name: value for name, value in found if value is not None}


def written(body: Body) -> str:
    """The given parameters as JSON, as the server takes them."""
    return packed(parameters(body))


def of(method: str, given: dict[str, Any]) -> Body:
    """The call of that method with those parameters. Raises TypeError for one that the method does not have."""
    return KINDS[method](**given)


def read(method: str, text: str) -> Body:
    """What `written` made of a body."""
    return of(method, unpacked(text))


def file(kind: str, file_id: str, caption: str | None, markup: Json | None, topic: int | None) -> Body:
    """A file of that kind, which Telegram has already, with words under it."""
    said: dict[str, Any] = {"caption": caption, "reply_markup": markup, "message_thread_id": topic, kind: file_id}
    return FILES[kind](**said)


def pieces(body: Body) -> list[Json]:
    """The files that it shows, as pieces of an album; nothing of what shows none."""
    if isinstance(body, SendMediaGroup):
        return list(body.media)
    given = parameters(body)
    return [{"type": kind, "media": given[kind]} for kind, shown in FILES.items() if isinstance(body, shown)]


def album(bodies: Sequence[Body]) -> SendMediaGroup:
    """What several show, as one album where the first of them would have stood."""
    topic = parameters(bodies[0]).get("message_thread_id")
    return SendMediaGroup([piece for body in bodies for piece in pieces(body)], topic)


def words(body: Body) -> str:
    """What people read of it, in HTML; nothing of what has no words."""
    given = parameters(body)
    said: str = given.get("text") or given.get("caption") or given.get("question") or ""
    return said


def reply_to(message: int | None) -> Json | None:
    """The parameter of a reply; nothing where the message stayed behind when its group moved."""
    return {"message_id": message, "allow_sending_without_reply": True} if message and message > 0 else None


def elsewhere(body: Body) -> Body | None:
    """What of it can be said where the old messages are not: without being a reply; None for what is done to a message."""
    if isinstance(body, AboutMessage | EditEphemeralMessageText):
        return None
    return replace(body, reply_parameters=None) if isinstance(body, SendMessage | SendPoll) else body
