"""Letters by which Telegram shows a tag beside somebody's name."""

from bot.letters.pen import Pen
from handlers.standing import Tag
from storage import groups, members
from storage.post.letters import Letter
from storage.post.standing import SetChatMemberTag


def tag(pen: Pen, effect: Tag) -> list[Letter]:
    """It goes when its second has come, outside the group's line of messages."""
    member, group = members.get(pen.tx, effect.member), groups.get(pen.tx, effect.group)
    account = effect.account or member.telegram_id
    return [Letter(group.chat_id, SetChatMemberTag(account, effect.tag), delay_s=effect.after_s)]
