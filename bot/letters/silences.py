"""Letters by which Telegram keeps somebody from writing in a group, or lets them again."""

from bot.letters.pen import Pen
from handlers.standing import Silence
from storage import groups, members
from storage.post import outbox
from storage.post.letters import Letter
from storage.post.standing import RestrictChatMember

# What Telegram is asked for later than so long before its end would count for ever.
BEFORE_END_S = 60
SILENT = {"can_send_messages": False}
# Everything that a group can allow: the group's own permissions still hold.
SPEAKING = dict.fromkeys(
    (
        *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
        *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
        *("can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users"),
        *("can_pin_messages", "can_manage_topics"),
    ),
    True,
)


def silence(pen: Pen, effect: Silence) -> list[Letter]:
    """Until its end, or (None) no longer; what Telegram did not take before about the same is moot."""
    member, chat_id = members.get(pen.tx, effect.member), groups.get(pen.tx, effect.group).chat_id
    name = f"silence:{member.id}"
    outbox.overtaken(pen.tx, name, chat_id)
    if effect.until is None:
        return [Letter(chat_id, RestrictChatMember(member.telegram_id, SPEAKING), keep=name)]
    left_s = effect.until - pen.now - BEFORE_END_S
    silent = RestrictChatMember(member.telegram_id, SILENT, effect.until)
    return [Letter(chat_id, silent, keep=name, lasts_s=left_s)] if left_s > 0 else []
