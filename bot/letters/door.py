"""Letters about coming into a group: links, answers to requests, and who is to go again."""

from bot.letters.pen import NO_PREVIEW, Pen
from bot.letters.reader import Reader
from handlers.door import Admit, AtDoor, AtTheDoor, Invite, PutOut, TurnAway, Withdraw
from rules.letters import Kind
from rules.people import Group
from storage import groups, members
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from storage.post.standing import (
    ApproveChatJoinRequest,
    BanChatMember,
    CreateChatInviteLink,
    DeclineChatJoinRequest,
    RevokeChatInviteLink,
    UnbanChatMember,
)

# For so long Telegram lets a bot write to whoever has asked to join.
WRITABLE_S = 240
# Supergroups have numbers below this one, basic groups above.
SUPERGROUPS = -1_000_000_000_000


def letters(pen: Pen, effect: AtDoor) -> list[Letter]:
    """What Telegram is asked for."""
    match effect:
        case Invite(group, invitation, name, until, noun):
            made = CreateChatInviteLink(name, until)
            return [Letter(_chat(pen, group), made, keep=f"{noun}:{invitation}", lasts_s=max(until - pen.now, 0))]
        case Withdraw(group, link):
            return [Letter(_chat(pen, group), RevokeChatInviteLink(link))]
        case Admit(group, member):
            return [Letter(_chat(pen, group), ApproveChatJoinRequest(_person(pen, member)))]
        case TurnAway(group, member, after_s):
            return [Letter(_chat(pen, group), DeclineChatJoinRequest(_person(pen, member)), delay_s=after_s)]
        case PutOut(group, member):
            return [_put_out(groups.get(pen.tx, group), _person(pen, member))]
        case AtTheDoor():
            return [_word(pen, effect)]


def _chat(pen: Pen, group: int) -> int:
    return groups.get(pen.tx, group).chat_id


def _person(pen: Pen, member: int) -> int:
    return members.get(pen.tx, member).telegram_id


def _put_out(group: Group, person: int) -> Letter:
    """A supergroup keeps nobody on a list by this; a basic group has none."""
    basic = group.chat_id > SUPERGROUPS
    return Letter(group.chat_id, BanChatMember(person) if basic else UnbanChatMember(person))


def _word(pen: Pen, effect: AtTheDoor) -> Letter:
    member = members.get(pen.tx, effect.member)
    text = pen.text(Reader.alone(member), effect.template, effect.outcome)
    said = SendMessage(text, link_preview_options=NO_PREVIEW)
    return Letter(member.telegram_id, said, kind=Kind.PRIVATE, lasts_s=WRITABLE_S)
