"""`/broadcast`: written in private, looked at, then sent to the chosen community groups now or later."""

from msgspec import Struct

from actions import dialogue
from actions.operations import broadcast
from actions.operations.broadcast import Drafted, Missed, Sent
from handlers import audience
from handlers.call import Call, Message
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Post, Reply, Show, Tell, Toast, flat
from handlers.pages import turning
from handlers.routes import (
    FILES,
    OPERATORS,
    Command,
    Given,
    Job,
    JobCall,
    Observe,
    On,
    Press,
    Prompted,
    Scope,
    Shelf,
    Where,
)
from rules.ends import over_at
from rules.letters import Kind
from rules.markup import Marked, behind
from rules.operations.broadcast import FARTHEST_S, LATE_S, Broadcast, Contents
from rules.pages import ALONE, Page, page_of
from rules.people import Purpose
from rules.reading.moments import moment_of, names_an_hour
from rules.reading.unreal import Unreal, unreal
from rules.snippets import snippet
from rules.values import replace
from storage.engine.tx import Tx

PLANNED_LASTS_S = FARTHEST_S + 86_400
BEGINNING = 40
IN_A_ROW, IN_LIST = 3, 12


class PlannedBroadcast(Struct, frozen=True):
    """One announcement still to be sent, the `number`-th of the list: the beginning of its words, how many files it has."""

    id: int
    number: int
    beginning: str
    files: int
    due_at: int


class PlannedBroadcasts(Struct, frozen=True):
    """A page of what is still to be sent, soonest first."""

    planned: tuple[PlannedBroadcast, ...]
    page: Page = ALONE


class Unclear(Struct, frozen=True):
    """The time that was written makes none, or lies in the past; with an `hour` it is the day that is missing, or its half.

    `unreal` is what of it there is not; of a `day` the hour is missing.
    """

    written: str
    hour: bool = False
    unreal: Unreal | None = None
    day: bool = False


def answer(call: Call, tx: Tx) -> Effects:
    """With contents, or as a reply to them, their preview; without they are asked for, as by a link."""
    assert call.message is not None
    if call.words.strip() or call.message.media or call.reply_to is None:
        written = behind(call.message.marked) if call.words.strip() else Marked("")
        return _drafted(call, tx, written, call.message)
    return _drafted(call, tx, call.reply_to.marked, call.reply_to)


def text(call: Call, tx: Tx) -> Effects:
    """The contents have come."""
    assert call.message is not None
    return _drafted(call, tx, call.message.marked, call.message)


def piece(call: Call, tx: Tx) -> Effects:
    """A further file of an album joins its draft; it is seen in the preview."""
    message = call.message
    if message is None or message.album is None:
        return None
    return () if broadcast.add_piece(tx, call.member, message.album, _contents(message.marked, message)) else None


def reworded(call: Call, tx: Tx) -> Effects:
    """The message that an announcement was made of was edited: its preview is seen anew, and one already sent is said to be."""
    message = call.message
    if message is None or not OPERATORS & call.roles:
        return None
    words = behind(message.marked) if message.text.startswith("/") else message.marked
    shown = broadcast.reword(tx, call.member, message.id, _contents(words, message))
    return _preview(call, shown) if shown else None


def planned(call: Call, tx: Tx) -> Effects:
    """What is still to be sent, each a press away from being looked at, moved or cancelled."""
    shown = _upcoming(tx, 1)
    return Reply("broadcast/list", shown, buttons=_openings(shown))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page of it, in place."""
    shown = _upcoming(tx, call.data["page"])
    return Edit("broadcast/list", shown, buttons=_openings(shown))


def _upcoming(tx: Tx, number: int) -> PlannedBroadcasts:
    at = page_of(number, broadcast.count_upcoming(tx), IN_LIST)
    found = broadcast.upcoming(tx, IN_LIST, at.before)
    return PlannedBroadcasts(tuple(_planned(nth, one) for nth, one in enumerate(found, at.before + 1)), at)


def _openings(shown: PlannedBroadcasts) -> Keyboard:
    found = [
        Button("broadcast/open", "broadcast.look", {"broadcast": one.id}, one, once=False) for one in shown.planned
    ]
    rows = [tuple(found[at : at + IN_A_ROW]) for at in range(0, len(found), IN_A_ROW)]
    return [*rows, *turning(shown.page, "broadcast.listed")]


def _planned(number: int, found: Broadcast) -> PlannedBroadcast:
    beginning = snippet(found.text, BEGINNING)
    return PlannedBroadcast(found.id, number, beginning, len(found.contents.files), found.due_at or 0)


def look(call: Call, tx: Tx) -> Effects:
    """The preview, now that all of an album has come, or once more."""
    return _preview(call, broadcast.look(tx, call.data["broadcast"]))


def choose(call: Call, tx: Tx) -> Effects:
    """One group more or less, those of one language, or all."""
    shown = broadcast.choose(tx, call.data["broadcast"], audience.chosen(call.data))
    return Edit("broadcast/card", shown, buttons=_choices(shown))


def send(call: Call, tx: Tx) -> Effects:
    """Now. What its author, or another operator, has changed since it was looked at is shown first."""
    if (otherwise := _otherwise(call, tx)) is not None:
        return [Toast("broadcast/otherwise"), *flat(_preview(call, otherwise))]
    done = broadcast.send(tx, call.member, call.data["broadcast"], call.occasion)
    return (*_posts(done), Edit("broadcast/sent", done))


def later(call: Call, tx: Tx) -> Effects:
    """When?"""
    return Ask("broadcast.time", "broadcast/when", data=dict(call.data))


def time(call: Call, tx: Tx) -> Effects:
    """The time has come: it is planned, or asked for once more."""
    otherwise = _otherwise(call, tx)
    due_at = moment_of(call.words, call.by_the_clock_here, exact=True)
    now = call.occasion.now
    if due_at is None or over_at(due_at) <= now or due_at > now + FARTHEST_S:
        wrong = unreal(call.words, call.by_the_clock_here) if due_at is None else None
        day = due_at is None and moment_of(call.words, call.by_the_clock_here) is not None
        unclear = Unclear(snippet(call.words, 40), due_at is None and names_an_hour(call.words), wrong, day)
        return Ask("broadcast.time", "broadcast/unclear", unclear, data=dict(call.data))
    planned = broadcast.plan(tx, call.member, call.data["broadcast"], due_at, call.occasion)
    return _preview(call, planned) if otherwise else Reply("broadcast/card", planned, buttons=_choices(planned))


def _otherwise(call: Call, tx: Tx) -> Drafted | None:
    """What is to be sent, where it is not what the caller has looked at. Raises BroadcastGone, NoCommunity."""
    now = broadcast.look(tx, call.data["broadcast"])
    return None if call.data.get("seen") == now.mark else now


def cancel(call: Call, tx: Tx) -> Effects:
    """It will not be sent."""
    broadcast.cancel(tx, call.member, call.data["broadcast"], call.occasion)
    return Edit("broadcast/cancelled")


def again(call: Call, tx: Tx) -> Effects:
    """One that was missed, as a draft: the same to all who heard of it, so that it goes out once."""
    return _preview(call, broadcast.again(tx, call.member, call.data["broadcast"]))


def due(call: JobCall, tx: Tx) -> Effects:
    """What was planned for this time goes out; authors are told of what was missed."""
    effects: list[Effect] = []
    for done in [] if call.preview else broadcast.send_due(tx, call.occasion):
        effects += _missed(tx, done) if isinstance(done, Missed) else _posts(done)
    return effects


def _contents(words: Marked, message: Message) -> Contents:
    media = message.media
    files = ((media.kind, media.file_id),) if media else ()
    return Contents(words, files, message.album, message.covered, message.above)


def _drafted(call: Call, tx: Tx, words: Marked, message: Message) -> Effects:
    contents = _contents(words, message)
    if not words.text and not contents.files:
        return Ask("broadcast.text", "broadcast/ask")
    dialogue.give_up(tx, call.member, "broadcast.text", {})
    shown = broadcast.draft(tx, call.member, contents, message.id, call.occasion)
    if contents.album is None:
        return _preview(call, shown)
    button = Button("broadcast/look", "broadcast.look", {"broadcast": shown.id}, once=False)
    return Reply("broadcast/album", shown, buttons=((button,),))


def _preview(call: Call, shown: Drafted) -> Effects:
    """As it will be read, and below it what becomes of it."""
    first, rest = shown.pages[0], shown.pages[1:]
    seen: list[Effect] = [Reply("broadcast/post", page) for page in rest]
    if shown.files:
        seen.insert(
            0,
            Show(shown.files, "broadcast/post", first, member=call.member.id, covered=shown.covered, above=shown.above),
        )
    else:
        seen.insert(0, Reply("broadcast/post", first))
    return *seen, Reply("broadcast/card", shown, buttons=_choices(shown))


def _choices(shown: Drafted) -> Keyboard:
    data, leave = {"broadcast": shown.id}, "broadcast/cancel" if shown.due_at else "broadcast/drop"
    seen = {**data, "seen": shown.mark}
    now = Button("broadcast/now", "broadcast.send", seen, lasts_s=PLANNED_LASTS_S, style="success")
    then = Button("broadcast/later", "broadcast.later", seen, once=False, lasts_s=PLANNED_LASTS_S)
    readers = audience.choices(shown.readers, "broadcast.choose", data, PLANNED_LASTS_S)
    return ((now, then), *readers, (Button(leave, "broadcast.cancel", data, lasts_s=PLANNED_LASTS_S),))


def _posts(sent: Sent) -> list[Effect]:
    return [effect for group in sent.groups for effect in _post(group.id, sent)]


def _post(group: int, sent: Sent) -> list[Effect]:
    """One message after the other, the files with the first."""
    purpose, kind = Purpose.ANNOUNCEMENTS.value, Kind.ANNOUNCEMENT
    said: list[Effect] = [
        Post(group, "broadcast/post", page, purpose=purpose, kind=kind, lasts_s=LATE_S) for page in sent.pages
    ]
    if sent.files:
        shown = Show(sent.files, "broadcast/post", sent.pages[0], group, purpose=purpose, kind=kind, lasts_s=LATE_S)
        said[0] = replace(shown, covered=sent.covered, above=sent.above)
    return said


def _missed(tx: Tx, missed: Missed) -> list[Effect]:
    button = Button("broadcast/again", "broadcast.again", {"broadcast": missed.id})
    readers = broadcast.heirs(tx, missed)
    return [Tell(reader, "broadcast/missed", missed, buttons=((button,),)) for reader in readers]


ROUTES = (
    Command(
        "broadcast",
        answer,
        shelf=Shelf.PUBLISHING,
        place=30,
        who=OPERATORS,
        where=Where.PRIVATE,
        stays="the text of an announcement",
        takes=FILES,
    ),
    Command("broadcasts", planned, shelf=Shelf.PUBLISHING, place=31, who=OPERATORS, where=Where.PRIVATE, fades=True),
    Prompted("broadcast.text", text, Given.PREVIEWED, who=OPERATORS, takes=FILES),
    Prompted("broadcast.time", time, Given.PREVIEWED, who=OPERATORS),
    Observe(On.PRIVATE_TALK, "broadcast_piece", piece, turn=22),
    Observe(On.PRIVATE_EDIT, "broadcast_reworded", reworded, turn=30),
    Press("broadcast.listed", turned, who=OPERATORS),
    Press("broadcast.look", look, who=OPERATORS),
    Press("broadcast.choose", choose, who=OPERATORS),
    Press("broadcast.send", send, who=OPERATORS, final=True),
    Press("broadcast.later", later, who=OPERATORS),
    Press("broadcast.cancel", cancel, who=OPERATORS, final=True),
    Press("broadcast.again", again, who=OPERATORS),
)
JOBS = (Job("broadcasts", due, cron="* * * * *", scope=Scope.BRAND),)
