"""Topics: staff open one in a group, word it anew by reply, and close it from the list, asked once."""

from collections.abc import Sequence

from msgspec import Struct

from actions.daily import topic as actions
from actions.daily.topic import TopicBoard, TopicOpened
from handlers.call import Call
from handlers.cards import name_replied
from handlers.daily.topic_board import name_of, number_in, shown, shown_anew
from handlers.effects import Button, Delete, Edit, Effects, Post, Reply, Whisper
from handlers.pages import turning
from handlers.pinning import Unpin
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf, Start
from rules.daily.topic import TopicUnknown
from rules.people import PLAYING
from rules.reading.numbers import reference
from rules.refusals import OnlyInGroup
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LATE_S = 3650 * 86_400


class TopicList(Struct, frozen=True):
    """The topics that are open."""

    topics: Sequence[TopicBoard]


def topic(call: Call, tx: Tx) -> Effects:
    """With words it opens one, or words the one anew that it replies to; without any it lists those that are open."""
    if not call.words.strip():
        return _listed(call, tx)
    if call.chat.group is None or call.chat.group.part not in PLAYING:
        raise OnlyInGroup
    number = number_replied(call, tx)
    if number is not None:
        board = actions.reword(tx, number, call.words, call.member, call.occasion)
        return [shown_anew(board), Whisper("topic/reworded", board), *_replaced(call)]
    opened = actions.open_topic(tx, call.words, call.member, call.occasion)
    thread = call.message.topic if call.message else None
    said = Whisper("topic/opened", opened)
    return [
        shown(opened.board, thread, pinned=opened.pinned),
        said,
        *([] if opened.pinned else _not_pinned(tx, opened)),
        *_replaced(call),
    ]


def _replaced(call: Call) -> list[Delete]:
    """The bot's message says the same; below the call an idea would be lost, for it looks like the topic."""
    return [Delete(call.message.id)] if call.message else []


def ask(call: Call, tx: Tx) -> Effects:
    """Shall it be closed? Asked once, apart from the list, so that nothing final lies under the finger."""
    board = actions.board(tx, call.data["topic"])
    if board.closed:
        raise TopicUnknown
    leave = Button("topic/leave", "topic.leave")
    close_it = Button("topic/close", "topic.close", {"topic": board.id}, style="danger")
    return Whisper("topic/ask_close", board, ((close_it, leave),))


def leave(call: Call, tx: Tx) -> Effects:
    """It goes on; the list again."""
    found = _list(call, tx)
    return Edit("topic/list", found, _closing(found))


def close(call: Call, tx: Tx) -> Effects:
    """Unpinned; the list stays, and everybody who contributed is thanked."""
    done = actions.close(tx, call.data["topic"], call.member, call.occasion)
    thanks = Post(done.board.group, "topic/thanked", done, reply_to=_message(tx, done.board.id))
    return [
        Edit("topic/closed", done.board),
        shown_anew(done.board),
        Unpin(name_of(done.board.id)),
        *([thanks] if done.contributors else []),
    ]


def all_ideas(call: Call, tx: Tx) -> Effects:
    """Every idea of a topic, in private, page by page."""
    number = reference(call.words)
    if number is None:
        raise TopicUnknown
    page = actions.page(tx, number, 1, call.member, call.roles)
    return Reply("topic/page", page, turning(page.page, "topic.page", {"topic": number}))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    number = call.data["topic"]
    page = actions.page(tx, number, call.data["page"], call.member, call.roles)
    return Edit("topic/page", page, turning(page.page, "topic.page", {"topic": number}))


def gathered(call: JobCall, tx: Tx) -> Effects:
    """What was contributed in the last minute is shown by one edit."""
    return [shown_anew(board) for board in actions.to_show(tx)]


def number_replied(call: Call, tx: Tx) -> int | None:
    """The topic whose message the call replies to."""
    name = name_replied(call, tx)
    return number_in(name) if name else None


def _not_pinned(tx: Tx, opened: TopicOpened) -> list[Post]:
    """The owner reads in the staff group which right is missing."""
    staff = groups.staff(tx)
    return [Post(staff.id, "topic/not_pinned", opened, quiet=True)] if staff else []


def _listed(call: Call, tx: Tx) -> Whisper:
    found = _list(call, tx)
    return Whisper("topic/list", found, _closing(found))


def _list(call: Call, tx: Tx) -> TopicList:
    group = call.chat.group
    return TopicList(actions.open_topics(tx, group.id if group and group.part in PLAYING else None))


def _closing(found: TopicList) -> list[list[Button]]:
    return [[Button("topic/close_named", "topic.ask", {"topic": one.id}, one, once=False)] for one in found.topics]


def _message(tx: Tx, number: int) -> int | None:
    known = outbox.kept(tx, name_of(number))
    return known[1] if known else None


ROUTES = (
    Command("topic", topic, shelf=Shelf.PUBLISHING, place=40, who=MODERATORS, fades=True),
    Press("topic.ask", ask, who=MODERATORS),
    Press("topic.leave", leave, who=MODERATORS),
    Press("topic.close", close, who=MODERATORS, final=True),
    Press("topic.page", turned),
    Start("topic", all_ideas),
)
JOBS = (Job("topics", gathered, Scope.BRAND, cron="* * * * *", late_s=LATE_S),)
