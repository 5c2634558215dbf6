"""sendMessage and the methods that send one file."""

from __future__ import annotations

from typing import cast

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.outgoing import caption_of, drafted, posted, text_of, write
from sandbox.api.methods.places import chat_of, inside, writable
from sandbox.api.params import Upload
from sandbox.world.events import Event
from sandbox.world.files import Media, MediaKind, StoredFile
from sandbox.world.refusals import bad_request

NAMES: dict[str, str] = {
    "photo": "photo.jpg", "video": "video.mp4", "document": "file", "animation": "animation.mp4",
    "sticker": "sticker.webp", "audio": "audio.mp3", "voice": "voice.ogg",
}  # fmt: skip
PERMISSIONS = {
    "photo": "can_send_photos", "video": "can_send_videos", "document": "can_send_documents",
    "audio": "can_send_audios", "voice": "can_send_voice_notes",
    "animation": "can_send_other_messages", "sticker": "can_send_other_messages",
}  # fmt: skip
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
MOST_PHOTO_BYTES, MOST_FILE_BYTES = 10 * 1024 * 1024, 50 * 1024 * 1024


@method("sendMessage")
def send_message(call: Call) -> object:
    """Words."""
    chat = writable(call)
    content = text_of(call.params)
    message = drafted(call, chat)
    write(call.world, message, content)
    return posted(call, message)


@method("sendPhoto", "sendVideo", "sendDocument", "sendAnimation", "sendSticker", "sendAudio", "sendVoice")
def send_file(call: Call) -> object:
    """One file, with a caption."""
    kind = cast(MediaKind, call.method.removeprefix("send").lower())
    chat = writable(call, PERMISSIONS[kind])
    stored = file_of(call, kind, call.params.values.get(kind))
    content = caption_of(call.params)
    message = drafted(call, chat)
    message.media = Media(kind, stored, call.params.flag("has_spoiler"), call.params.flag("show_caption_above_media"))
    write(call.world, message, content)
    return posted(call, message)


def file_of(call: Call, kind: str, given: object) -> StoredFile:
    """The file a parameter means: an upload, attach://part, or a file_id known to the server."""
    if isinstance(given, str) and given.startswith("attach://"):
        given = call.params.uploads.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        return _uploaded(call, kind, given)
    stored = call.world.files.by_id(given) if isinstance(given, str) else None
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not stored.file_id.startswith(f"{kind}-"):
        held = stored.file_id.partition("-")[0]
        raise bad_request(f"can't use file of type {held.title()} as {kind.title()}")
    return stored


def _uploaded(call: Call, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > (MOST_PHOTO_BYTES if kind == "photo" else MOST_FILE_BYTES):
        raise bad_request("file is too big")
    stored = call.world.files.store(upload.data, upload.name or NAMES[kind], kind)
    if kind == "photo" and not stored.mime.startswith("image/"):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if kind == "photo" and (stored.width + stored.height > 10000 or not _proportionate(stored)):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return stored


def _proportionate(stored: StoredFile) -> bool:
    short, long = sorted((stored.width or 1, stored.height or 1))
    return long <= 20 * short


@method("sendChatAction")
def send_chat_action(call: Call) -> object:
    """Typing …"""
    chat = chat_of(call)
    if chat.person is None:
        inside(call.world, chat)
    if call.params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.emit(Event("typing", chat, person=call.world.bot))
    return True
