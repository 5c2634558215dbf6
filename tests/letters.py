"""What stands in the outbox, for tests that wait for it or look into it."""

from bot.delivery import consequences as following
from bot.delivery.consequences import Answer
from sandbox.world.refusals import Refused
from storage.engine.tx import Tx
from storage.post.bodies import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageCaption,
    EditMessageText,
    PinChatMessage,
    SendAnimation,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVideo,
    SetMessageReaction,
    SetMyCommands,
    UnpinChatMessage,
    pieces,
)
from storage.post.body import Body
from storage.post.letters import Queued
from storage.post.polls import SendPoll, StopPoll
from storage.post.standing import (
    ApproveChatJoinRequest,
    BanChatMember,
    CreateChatInviteLink,
    DeclineChatJoinRequest,
    RestrictChatMember,
    RevokeChatInviteLink,
    SetChatMemberTag,
    UnbanChatMember,
)

# One of each kind.
BODIES: tuple[Body, ...] = (
    *(SendMessage("说一次"), SendPhoto(), SendVideo(), SendAnimation(), SendDocument(), SendMediaGroup([])),
    *(SendPoll("说一次", []), StopPoll(5)),
    *(PinChatMessage(5), SetMessageReaction(5, []), AnswerCallbackQuery("5"), DeleteMessage(5)),
    *(EditMessageText(5, "说一次"), EditMessageCaption(5, "说一次"), EditEphemeralMessageText(5, 5, "说一次")),
    UnpinChatMessage(5),
    *(SetMyCommands([], {"type": "default"}), RestrictChatMember(5, {}), SetChatMemberTag(5, "老手")),
    *(CreateChatInviteLink("林晓", 5), RevokeChatInviteLink("https://t.me/+a"), ApproveChatJoinRequest(5)),
    *(DeclineChatJoinRequest(5), UnbanChatMember(5), BanChatMember(5)),
)


def letters_by_state(tx: Tx) -> dict[str, int]:
    """How many letters are in each state."""
    return {row.state: row.n for row in tx.all("SELECT state, count(*) AS n FROM outbox GROUP BY state")}


def albums(letters: list[Queued]) -> list[list[Queued]]:
    """What goes one by one, and what makes one album; lines that could be joined go alone here."""
    found: dict[object, list[Queued]] = {}
    for letter in letters:
        album = letter.gather and pieces(letter.said)
        found.setdefault((letter.lane, letter.gather) if album else letter.id, []).append(letter)
    return list(found.values())


def answer_of(refusal: Refused) -> Answer:
    """What the sandbox's refusal means."""
    if refusal.code == 403:
        return following.Closed(refusal.description)
    if moved := refusal.parameters.get("migrate_to_chat_id"):
        return following.Moved(int(str(moved)))
    return following.Refused(refusal.description)
