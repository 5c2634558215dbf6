"""The letters that wait for one chat, and whose turn it is: fair to everybody there, what concerns all of them first. Pure."""

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from bot.delivery.letters import next_of
from bot.delivery.pace import Room
from rules.letters import Kind
from storage.post.bodies import SendMessage
from storage.post.body import AboutMessage
from storage.post.letters import Queued

PATIENT = 5  # so many answers to one caller wait at most; a flood ends in silence
ALONE = 3  # so many of a kind go to each alone in a minute, before those that wait become one message
CROWD_EVERY_S = 12.0


@dataclass(slots=True)
class Held:
    """A letter in memory: until when it matters and since when it waits, on the steady clock; how often it was tried."""

    letter: Queued
    until: float
    since: float
    tries: int = 0


class Turn(Struct, frozen=True):
    """What goes now: letters that are one message. A `crowd` is to be told the same by one message for all of them.

    `whose` uses up the chat's minute with it.
    """

    held: tuple[Held, ...]
    whose: Hashable
    crowd: bool = False


class Crowd(Struct, frozen=True):
    """Those whose answers may be gathered into one message, by the same, in one topic."""

    gather: str
    topic: int | None


class Joined(Struct, frozen=True):
    """Lines of one kind, which become one message when they wait together."""

    gather: str


def whose(letter: Queued) -> Hashable:
    """For whom a letter uses up a chat's limits: its caller, those who are told the same, or (None) everybody."""
    if letter.kind == Kind.ANNOUNCEMENT:
        return None
    if letter.gather and letter.seen_by:
        said = letter.said
        return Crowd(letter.gather, said.message_thread_id if isinstance(said, SendMessage) else None)
    return Joined(letter.gather) if letter.gather else letter.caller


@dataclass(slots=True)
class Lane:
    """One chat's letters. With `fair` each of those who call has their share; without, the first in is the first out."""

    fair: bool
    waiting: dict[Hashable, deque[Held]] = field(default_factory=dict)
    _changes: dict[int, tuple[Hashable, Held]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(map(len, self.waiting.values()))

    def __iter__(self) -> Iterator[Held]:
        return (held for queue in self.waiting.values() for held in queue)

    def add(self, held: Held) -> list[Held]:
        """It waits; what is moot by that, or was one too many, is given back."""
        key = whose(held.letter) if self.fair else None
        moot = self._replaced(key, held)
        queue = self.waiting.setdefault(key, deque())
        if isinstance(key, Crowd) and (before := _same_reader(queue, held)):
            queue[queue.index(before)], held.since = held, before.since
            return [*moot, before]
        queue.append(held)
        patient = [other for other in queue if not other.letter.standing.first]
        if isinstance(key, int) and len(patient) > PATIENT:
            queue.remove(patient[0])
            moot.append(patient[0])
        return moot

    def put_back(self, turn: Turn) -> list[Held]:
        """It did not go: it keeps its place, unless what waits has made it moot; what is moot is given back."""
        moot = [held for held in turn.held if _changed(held.letter) in self._changes]
        stays = [held for held in turn.held if held not in moot]
        self.waiting.setdefault(turn.whose, deque()).extendleft(reversed(stays))
        return moot

    def _replaced(self, key: Hashable, held: Held) -> list[Held]:
        """The change of the same message that waits: only the newer words matter, whoever brought them."""
        message = _changed(held.letter) if self.fair else None
        if message is None:
            return []
        before = self._changes.get(message)
        self._changes[message] = (key, held)
        if before is None:
            return []
        whose_, older = before
        self.waiting[whose_].remove(older)
        return [older]

    def turn(self, room: Room, now: float) -> Turn | None:
        """What goes now, taken out of the lane; None while nothing may."""
        open_to = [key for key, queue in self.waiting.items() if queue and self._may(key, queue, room, now)]
        if not open_to:
            return None
        key = min(open_to, key=lambda key: self._place(key, room))
        taken = self._take(key, room, now)
        for held in taken.held:
            self._changes.pop(_changed(held.letter) or 0, None)
        self._tidy()
        return taken

    def _tidy(self) -> None:
        for key in [key for key, queue in self.waiting.items() if not queue]:
            del self.waiting[key]

    def _may(self, key: Hashable, queue: deque[Held], room: Room, now: float) -> bool:
        """Whether the chat has room for it: nobody called for it, or those who did have not had their share."""
        if not self.fair or key is None:
            return room.left > 0
        if isinstance(key, Crowd):
            return room.left > 0 and self._ripe(key, queue, room, now)
        return room.allows(key, first=queue[0].letter.standing.first)

    def _ripe(self, crowd: Crowd, queue: deque[Held], room: Room, now: float) -> bool:
        """The first few are told alone, and so is one who has company no more; the others wait a moment for each other."""
        if now - room.crowded.get(crowd, -CROWD_EVERY_S) < CROWD_EVERY_S:
            return False
        return len(queue) > 1 or room.had[crowd] < ALONE or now - queue[0].since >= CROWD_EVERY_S

    def _place(self, key: Hashable, room: Room) -> tuple[bool, int, int]:
        """What concerns all of them, then results, then answers; whoever had least of the minute, then the oldest."""
        first = self.waiting[key][0].letter
        alone = key is not None and not isinstance(key, Crowd) and not first.standing.first
        return alone, 0 if key is None else room.had[key], first.id

    def _take(self, key: Hashable, room: Room, now: float) -> Turn:
        queue = self.waiting[key]
        if isinstance(key, Crowd) and (len(queue) >= ALONE or (len(queue) > 1 and room.had[key] >= ALONE)):
            room.crowded[key] = now
            everybody = tuple(queue)
            queue.clear()
            return Turn(everybody, key, crowd=True)
        return Turn(tuple(next_of(queue)), key)


def _same_reader(queue: deque[Held], held: Held) -> Held | None:
    """What waits for the same reader among those who are told the same: who asks again is no crowd."""
    return next((other for other in queue if other.letter.seen_by == held.letter.seen_by), None)


def _changed(letter: Queued) -> int | None:
    """The message that gets other words by it."""
    if letter.kind != Kind.CHANGE:
        return None
    said = letter.said
    return said.message_id if isinstance(said, AboutMessage) else None
