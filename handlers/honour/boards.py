"""The boards: read by anybody, turned by button, stepped back from by those who would rather not be shown."""

import re

from msgspec import Struct

from actions.honour.boards import STANDS_S, Board, posted, read, standing, stands, step_back, step_forward
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Effects, Keyboard, Reply, Toast, Whisper
from handlers.routes import Command, Press, Shelf
from handlers.ways_out import Together, Waiting, gathered_by
from messages.vocabulary import meant
from rules.honour.boards import NoSuchBoard, Standing, WhichBoard
from rules.occasion import Occasion
from rules.people import BRAND, PLAYING
from rules.periods import Span
from rules.programme.metrics import Metric
from rules.reading.visible import shortened
from storage.engine.tx import Tx

FOR_ALL = "boards/several"


class OwnPlace(Struct, frozen=True):
    """The caller's own place on a board; None when they have none there (`hidden`: by their own wish)."""

    span: Span
    metric: Metric
    last: bool
    own: Standing | None
    hidden: bool


class BoardAsked(Struct, frozen=True):
    """One board for `names`, who asked for it at the same time."""

    names: tuple[str, ...]
    board: Board


class VisibilityChanged(Struct, frozen=True):
    """Whether something has changed for `name` by what they asked."""

    name: str
    changed: bool


def asked(words: str) -> WhichBoard:
    """The board that the words after /top ask for. Raises NoSuchBoard."""
    span, metric, last = Span.WEEK, Metric.POINTS, False
    for word in re.split(r"[\s,，]+", words.strip().casefold())[:4]:
        if named := meant("boards", "span", word):
            span = Span(named)
        elif named := meant("boards", "metric", word):
            metric = Metric(named)
        elif named := meant("boards", "last", word):
            span, last = span if named == "any" else Span(named), True
        elif word:
            raise NoSuchBoard(shortened(word, 20))
    return WhichBoard(span, metric, last and span is not Span.ALL)


def top(call: Call, tx: Tx) -> Effects:
    """In a group one board stands at a time, for a while; who asks meanwhile sees one that is theirs alone."""
    which = asked(call.words)
    if call.chat.kind is ChatKind.PRIVATE:
        board = _board(call, tx, which, 0, personal=True)
        return Reply("boards/board", board, buttons=_buttons(which, board))
    if stands(tx, call.chat.id, call.occasion):
        board = _board(call, tx, which, 0, personal=True)
        gather = gathered_by(FOR_ALL, f"{which.span} {which.metric} {int(which.last)}")
        return Whisper("boards/board", board, buttons=_buttons(which, board), gather=gather)
    posted(tx, call.chat.id, call.occasion)
    board = _board(call, tx, which, 0, personal=False)
    return Reply("boards/board", board, buttons=_buttons(which, board), fade_s=STANDS_S)


def _for_all(tx: Tx, waiting: Waiting) -> tuple[BoardAsked, Keyboard]:
    """One board in the place of all that wait to be sent; one's own place is behind its button."""
    span, metric, last = waiting.about.split()
    which = WhichBoard(Span(span), Metric(metric), last == "1")
    group, occasion = waiting.group, waiting.occasion
    posted(tx, group.chat_id, occasion)
    scope, title = (group.id, group.title) if group.part in PLAYING else (BRAND, None)
    board = read(tx, which, scope, title, 0, occasion.seen_from(group.timezone if title else None), None)
    return BoardAsked(waiting.several.names, board), _buttons(which, board)


def turn(call: Call, tx: Tx) -> Effects:
    """Another span, metric or page, in place."""
    which = _from(call)
    seen_by_one = call.message is not None and call.message.ephemeral is not None
    personal = call.chat.kind is ChatKind.PRIVATE or seen_by_one
    board = _board(call, tx, which, int(call.data["page"]), personal=personal)
    return Edit("boards/board", board, buttons=_buttons(which, board))


def mine(call: Call, tx: Tx) -> Effects:
    """The presser's own place, to them alone."""
    which = _from(call)
    own = standing(tx, _scope(call), which.period(_there(call).day), which.metric, call.member)
    return Toast("boards/own", OwnPlace(which.span, which.metric, which.last, own, call.member.hidden), alert=True)


def hide(call: Call, tx: Tx) -> Effects:
    """Not to be shown any more."""
    return Whisper("boards/hidden", VisibilityChanged(call.member.name, step_back(tx, call.member)))


def show(call: Call, tx: Tx) -> Effects:
    """To be shown again."""
    return Whisper("boards/shown", VisibilityChanged(call.member.name, step_forward(tx, call.member)))


def _from(call: Call) -> WhichBoard:
    return WhichBoard(Span(call.data["span"]), Metric(call.data["metric"]), bool(call.data["last"]))


def _scope(call: Call) -> int:
    group = call.chat.group
    return group.id if group and group.part in PLAYING else BRAND


def _there(call: Call) -> Occasion:
    """The call's moment by the day of the group whose board it is, or of the brand."""
    return call.occasion.seen_from(call.group.timezone if _scope(call) != BRAND else None)


def _board(call: Call, tx: Tx, which: WhichBoard, page: int, *, personal: bool) -> Board:
    scope = _scope(call)
    title = call.group.title if scope != BRAND else None
    return read(tx, which, scope, title, page, _there(call), call.member if personal else None)


def _buttons(which: WhichBoard, board: Board) -> Keyboard:
    """Spans, metrics and pages; on a board that everybody reads also the way to one's own place."""

    def to(label: str, span: Span, metric: Metric, page: int = 0) -> Button:
        data = {"span": span.value, "metric": metric.value, "last": which.last and span is not Span.ALL, "page": page}
        return Button(f"boards/{label}", "boards.turn", data, outcome=board, anyone=True, once=False)

    spans = [to(f"span_{span}", span, which.metric) for span in Span]
    metrics = [to(f"metric_{metric}", which.span, metric) for metric in Metric]
    pages = [to("back", which.span, which.metric, board.page - 1)] if board.page else []
    if board.you is None:
        data = {"span": which.span.value, "metric": which.metric.value, "last": which.last}
        pages.append(Button("boards/mine", "boards.mine", data, anyone=True, once=False))
    if board.more:
        pages.append(to("forward", which.span, which.metric, board.page + 1))
    return [row for row in (spans, metrics, pages) if row]


ROUTES = (
    Command("top", top, shelf=Shelf.STANDING, place=20, fades=True),
    Together(FOR_ALL, _for_all, fade_s=STANDS_S),
    Press("boards.turn", turn),
    Press("boards.mine", mine),
    Command("hideme", hide, shelf=Shelf.STANDING, place=40, menu=False, fades=True, outside=True),
    Command("showme", show, shelf=Shelf.STANDING, place=41, menu=False, fades=True),
)
