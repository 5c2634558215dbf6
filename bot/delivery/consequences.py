"""What follows from the server's answer to a letter: one pure function, whoever has made the call."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from bot.delivery.lesser import lesser
from bot.delivery.letters import UNCOUNTED, fallback, where_gone
from bot.delivery.words import Knocked, Words
from messages.renderer import Speech
from rules.letters import Kind
from rules.values import replace
from storage import albums, members, tags
from storage.engine.tx import Tx
from storage.post import misses, moves, outbox
from storage.post.bodies import DeleteMessage, PinChatMessage
from storage.post.letters import Letter, Queued
from storage.post.standing import SetChatMemberTag

TRIES = 8
TURNED_AWAY = 90  # with a minute between them, an hour and a half
LONGEST_WAIT_S = 60.0
DONE_ALREADY = (
    "message is not modified",
    "message to delete not found",
    "poll has already been closed",
    "message with poll to stop not found",
)
NOT_THERE = "not found"
TOO_LATE = "query is too old"


class Taken(Struct, frozen=True):
    """Telegram has done it. `message` is the number of what stands in the chat now, for everybody there.

    `whispered`: it stands there for one person alone. Of an `album` it is the first piece, before the `further` ones.
    `link` is the invite link that was made, `poll` the number of the poll that was sent.
    """

    message: int | None = None
    whispered: bool = False
    album: str | None = None
    further: tuple[int, ...] = ()
    link: str = ""
    poll: str | None = None


class Refused(Struct, frozen=True):
    """Telegram will never take it."""

    why: str


class Closed(Struct, frozen=True):
    """Who is behind the chat can't be written to (any more)."""

    why: str


class Hasty(Struct, frozen=True):
    """Certainly not done: to be asked for again after a while."""

    wait_s: float


class Moved(Struct, frozen=True):
    """The group became a supergroup, with another address."""

    chat_id: int


class Lost(Struct, frozen=True):
    """No answer: the server may have had the question."""

    why: str


class Unsent(Struct, frozen=True):
    """It never got there. `turned_away`: a gateway said so, which it may go on saying of this letter alone."""

    why: str
    turned_away: bool = False


Answer = Taken | Refused | Closed | Hasty | Moved | Lost | Unsent


class Fate(StrEnum):
    """What becomes of the letters' rows. `gone`: nobody will ever ask for them."""

    SENT = "sent"
    GONE = "gone"
    AGAIN = "again"
    RENEWED = "renewed"
    PARKED = "parked"
    FAILED = "failed"
    DROPPED = "dropped"
    UNCERTAIN = "uncertain"


# What can be undone of a letter that was withdrawn while it was on its way.
UNDONE = (Fate.SENT, Fate.AGAIN, Fate.RENEWED, Fate.PARKED)


class Consequences(Struct, frozen=True):
    """What follows: the letters' fate, further letters, and what else is known now.

    `keep` is a name for the sent message; `wait_s` how long the chat rests; `moved_to` the group's new address. A named
    `album` is known by its first one of `pieces`, the others are remembered with it.
    `link` is an invite link, `poll` the number of a poll.
    """

    fate: Fate
    why: str = ""
    message: int | None = None
    keep: str | None = None
    further: tuple[Letter, ...] = ()
    wait_s: float = 0.0
    moved_to: int | None = None
    album: str | None = None
    pieces: tuple[int, ...] = ()
    link: str = ""
    poll: str | None = None


def consequences(letters: Sequence[Queued], answer: Answer, tries: int, speech: Speech) -> Consequences:
    """What follows from the answer to these letters, which are one call, made for the `tries`-th time after the first."""
    first = letters[0]
    match answer:
        case Taken():
            return _taken(first, answer, speech)
        case Hasty(wait_s):
            return Consequences(Fate.AGAIN, wait_s=wait_s)
        case Moved(chat_id):
            return Consequences(Fate.RENEWED, moved_to=chat_id)
        case Closed(why) if first.lane > 0:
            return Consequences(Fate.PARKED, why)
        case Lost(why):
            return _lost(first, why, tries)
        case Unsent():
            return _unsent(answer, tries)
        case Closed(why) | Refused(why):
            return _refused(letters, why, speech)


def _taken(letter: Queued, answer: Taken, speech: Speech) -> Consequences:
    if letter.method in UNCOUNTED:
        return Consequences(Fate.GONE)
    further = _afterwards(letter, answer.message)
    if letter.seen_by and not answer.whispered:
        further += _exposed(letter, answer.message, speech)
    keep = letter.keep if answer.message else None
    pieces = (answer.message, *answer.further) if keep and answer.message and answer.album else ()
    return Consequences(
        Fate.SENT,
        message=answer.message,
        keep=keep,
        further=tuple(further),
        album=answer.album,
        pieces=pieces,
        link=answer.link,
        poll=answer.poll,
    )


def _afterwards(letter: Queued, message: int | None) -> list[Letter]:
    """What follows a sent message: its deletion after a while, or its pin."""
    if message is None:
        return []
    fade = [Letter(letter.lane, DeleteMessage(message), delay_s=letter.fade_s)] if letter.fade_s else []
    return fade + ([Letter(letter.lane, PinChatMessage(message))] if letter.pin else [])


def _exposed(letter: Queued, message: int | None, speech: Speech) -> list[Letter]:
    """An older server has shown a whisper to everyone: delete it at once, and whisper elsewhere."""
    gone = [Letter(letter.lane, DeleteMessage(message))] if message else []
    return gone + fallback(letter, speech)


def _lost(letter: Queued, why: str, tries: int) -> Consequences:
    """What can't be repeated without harm is uncertain, for people to look at."""
    if not letter.repeatable:
        return Consequences(Fate.UNCERTAIN, why)
    if letter.standing.harmless or tries + 1 < TRIES:
        return Consequences(Fate.AGAIN, wait_s=_pause_s(tries))
    return Consequences(Fate.FAILED, why)


def _unsent(answer: Unsent, tries: int) -> Consequences:
    """It keeps its place until it gets there, or is too late to matter to anybody."""
    if answer.turned_away and tries + 1 >= TURNED_AWAY:
        return Consequences(Fate.FAILED, answer.why)
    return Consequences(Fate.AGAIN, wait_s=_pause_s(tries))


def _pause_s(tries: int) -> float:
    """Seconds before it is tried once more."""
    return min(2.0 ** min(tries, 10), LONGEST_WAIT_S)


def too_late(letter: Queued) -> Consequences:
    """It matters to nobody any more; staff hear of what they would miss."""
    return Consequences(Fate.FAILED if letter.standing.missed else Fate.DROPPED, "too late to matter")


def _refused(letters: Sequence[Queued], why: str, speech: Speech) -> Consequences:
    """The fall-backs go instead, or what is left of it without what was refused; or it ends here."""
    said = why.lower()
    gone = NOT_THERE in said
    if any(known in said for known in DONE_ALREADY):
        done = _taken(letters[0], Taken(), speech)
        return replace(done, further=(*done.further, *where_gone(letters[0], speech))) if gone else done
    instead = tuple(other for letter in letters for other in fallback(letter, speech, gone=gone))
    instead = instead or tuple(lesser(letters, why, speech))
    return Consequences(Fate.DROPPED if TOO_LATE in said else Fate.FAILED, why, further=instead)


def note(tx: Tx, letters: Sequence[Queued], found: Consequences, now: int) -> None:
    """Write down what follows, all of it in one transaction."""
    first, ids = letters[0], [letter.id for letter in letters]
    if first.keep and found.fate in UNDONE and outbox.is_withdrawn(tx, first.id):
        _undo(tx, first.lane, ids, found.message, now)
        return
    match found.fate:
        case Fate.SENT:
            for id in ids:
                outbox.sent(tx, id, found.message)
        case Fate.GONE:
            outbox.done_with(tx, ids)
        case Fate.AGAIN:
            outbox.later(tx, ids, now)
        case Fate.RENEWED:
            _renew(tx, first.lane, ids, found.moved_to, now)
        case Fate.PARKED:
            _park(tx, first.lane, ids)
        case _:
            for id in ids:
                outbox.ended(tx, id, found.fate.value, found.why, now, replaced=bool(found.further))
            if isinstance(first.said, SetChatMemberTag):
                tags.not_taken(tx, first.lane, first.said.user_id)
    if found.keep and found.message:
        outbox.keep(tx, found.keep, first.lane, found.message, now, found.pieces[1:], found.poll)
        for piece in found.pieces:
            albums.belongs(tx, first.lane, found.album or "", piece, now)
    outbox.put(tx, found.further, now)


def _undo(tx: Tx, lane: int, ids: Sequence[int], message: int | None, now: int) -> None:
    """They were withdrawn while they were on their way: what has arrived goes again, the others are not sent any more."""
    outbox.done_with(tx, ids)
    if message is not None:
        outbox.put(tx, [Letter(lane, DeleteMessage(message))], now)


def settle(tx: Tx, letters: Sequence[Queued], found: Consequences, now: int, words: Words) -> None:
    """Write down what follows, and tell at once whom it concerns: of a link that was made, of what did not arrive."""
    note(tx, letters, found, now)
    if letters[0].kind == Kind.DOOR and found.fate not in (Fate.AGAIN, Fate.RENEWED):
        outbox.put(tx, words.door(tx, Knocked(letters[0], found.link, found.why), now), now)
    if found.fate in (Fate.FAILED, Fate.UNCERTAIN):
        tell_missed(tx, now, words)
    if found.fate is Fate.PARKED:
        for about in sorted({letter.weighs for letter in letters if letter.weighs}):
            outbox.put(tx, words.waits(tx, about, letters[0].lane, now), now)


def tell_missed(tx: Tx, now: int, words: Words) -> int:
    """Staff hear of every letter they would miss and have not heard of; how many letters that makes."""
    if not misses.untold(tx):
        return 0
    letters = words.missed(tx, now)
    misses.told(tx)
    outbox.put(tx, letters, now)
    return len(letters)


def _renew(tx: Tx, old: int, ids: Sequence[int], new: int | None, now: int) -> None:
    """Queued anew, for the group's new address."""
    assert new is not None
    outbox.later(tx, ids, now)  # so that the move takes them along
    moves.migrate(tx, old, new)
    for id in ids:
        outbox.renew(tx, id, now)


def _park(tx: Tx, lane: int, ids: Sequence[int]) -> None:
    """They wait for their person's start."""
    member = members.by_telegram_id(tx, lane)
    if member:
        members.set_reachable(tx, member.id, False)
    for id in ids:
        outbox.park(tx, id)
