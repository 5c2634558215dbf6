"""How a topic stands in its group: one message that is edited. Shared by all who change it."""

from actions.daily.topic import TopicBoard
from handlers.effects import Edit, Keyboard, Link, Post

NAME = "topic"


def shown(board: TopicBoard, thread: int | None, *, pinned: bool) -> Post:
    """Into its group, in the forum topic where it was opened."""
    return Post(board.group, "topic/board", board, _buttons(board), topic=thread, keep=name_of(board.id), pin=pinned)


def shown_anew(board: TopicBoard) -> Edit:
    """As it stands now."""
    return Edit("topic/board", board, _buttons(board), keep=name_of(board.id))


def name_of(number: int) -> str:
    """The name under which the message is remembered."""
    return f"{NAME}:{number}"


def number_in(name: str) -> int | None:
    """The topic whose message is remembered under that name."""
    noun, _, number = name.partition(":")
    return int(number) if noun == NAME and number.isdigit() else None


def _buttons(board: TopicBoard) -> Keyboard:
    return ((Link("topic/all", start=f"topic-{board.id}"),),) if board.more else ()
