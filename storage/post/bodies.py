"""What a letter says: one class per method of the Bot API, its fields the parameters that method has.

The chat it goes to is not among them: that is the letter's lane. None means that a parameter is left out.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from rules.values import names, replace
from storage.packing import packed, unpacked
from storage.post.body import AboutMessage, Body, Json
from storage.post.polls import SendPoll, StopPoll
from storage.post.standing import STANDING


class SendMessage(Body, frozen=True):
    """Words, with buttons, in a topic, as a reply."""

    method: ClassVar[str] = "sendMessage"

    text: str
    parse_mode: str | None = "HTML"
    link_preview_options: Json | None = None
    reply_markup: Json | None = None
    message_thread_id: int | None = None
    reply_parameters: Json | None = None
    disable_notification: bool | None = None


class _SendFile(Body, frozen=True):
    caption: str | None = None
    parse_mode: str | None = "HTML"
    reply_markup: Json | None = None
    message_thread_id: int | None = None


class _SendSeen(_SendFile, frozen=True):
    has_spoiler: bool | None = None
    show_caption_above_media: bool | None = None


class SendPhoto(_SendSeen, frozen=True):
    """A picture that Telegram has already."""

    method: ClassVar[str] = "sendPhoto"

    photo: str | None = None


class SendVideo(_SendSeen, frozen=True):
    """A film that Telegram has already."""

    method: ClassVar[str] = "sendVideo"

    video: str | None = None


class SendAnimation(_SendSeen, frozen=True):
    """A short film without sound that Telegram has already."""

    method: ClassVar[str] = "sendAnimation"

    animation: str | None = None


class SendDocument(_SendFile, frozen=True):
    """A file that Telegram has already; one made here goes along with the letter instead."""

    method: ClassVar[str] = "sendDocument"

    document: str | None = None


class SendAudio(_SendFile, frozen=True):
    """Music that Telegram has already."""

    method: ClassVar[str] = "sendAudio"

    audio: str | None = None


class SendVoice(_SendFile, frozen=True):
    """Something spoken that Telegram has already."""

    method: ClassVar[str] = "sendVoice"

    voice: str | None = None


class SendMediaGroup(Body, frozen=True):
    """Several files as one album; its words stand below the first."""

    method: ClassVar[str] = "sendMediaGroup"

    media: Sequence[Json]
    message_thread_id: int | None = None


class EditMessageText(AboutMessage, frozen=True):
    """A message of ours gets other words and buttons."""

    method: ClassVar[str] = "editMessageText"

    text: str
    parse_mode: str | None = "HTML"
    link_preview_options: Json | None = None
    reply_markup: Json | None = None


class EditMessageCaption(AboutMessage, frozen=True):
    """A picture of ours gets other words and buttons."""

    method: ClassVar[str] = "editMessageCaption"

    caption: str
    parse_mode: str | None = "HTML"
    reply_markup: Json | None = None


class DeleteMessage(AboutMessage, frozen=True):
    """A message goes."""

    method: ClassVar[str] = "deleteMessage"


class PinChatMessage(AboutMessage, frozen=True):
    """A message is pinned, without a sound."""

    method: ClassVar[str] = "pinChatMessage"

    disable_notification: bool = True


class UnpinChatMessage(AboutMessage, frozen=True):
    """A message is held up no more."""

    method: ClassVar[str] = "unpinChatMessage"


class SetMessageReaction(AboutMessage, frozen=True):
    """The bot reacts to a message, or takes its reaction back."""

    method: ClassVar[str] = "setMessageReaction"

    reaction: Sequence[Json]


class EditEphemeralMessageText(Body, frozen=True):
    """What one person alone sees in a group gets other words and buttons."""

    method: ClassVar[str] = "editEphemeralMessageText"

    receiver_user_id: int
    ephemeral_message_id: int
    text: str
    parse_mode: str | None = "HTML"
    link_preview_options: Json | None = None
    reply_markup: Json | None = None


class AnswerCallbackQuery(Body, frozen=True):
    """The answer to a press, with or without words."""

    method: ClassVar[str] = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None


class SetMyCommands(Body, frozen=True):
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
_NAMES = {kind: names(kind) for kind in KINDS.values()}


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


SEEN = ("photo", "video", "animation")


def looks(kind: str, *, covered: bool, above: bool) -> Json:
    """How a file of that kind looks: what is heard or opened is never covered."""
    chosen = {"has_spoiler": covered, "show_caption_above_media": above} if kind in SEEN else {}
    return {name: True for name, is_so in chosen.items() if is_so}


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
