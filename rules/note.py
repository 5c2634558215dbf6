"""Notes: what the bot would tell somebody unasked. They gather, at most one message a day, and each may ask for less."""

from enum import StrEnum

from msgspec import Struct


class Matter(StrEnum):
    """What a note is about, in the order in which a day's notes are told.

    An ANSWER is what somebody is asked and has to say by a day, or what they have asked for: it comes to everybody.
    """

    ANSWER = "answer"
    NEWS = "news"
    ACCOUNT = "account"
    REMINDER = "reminder"
    HELPING = "helping"


class Quiet(StrEnum):
    """How much somebody wants to hear unasked. Results, orders and what staff ask always come, at once."""

    ALL = "all"
    NEWS = "news"
    LEAST = "least"


# What each still brings. That points or standing were corrected, and what waits for a yes, is never kept from anybody.
WANTED: dict[Quiet, frozenset[Matter]] = {
    Quiet.ALL: frozenset(Matter),
    Quiet.NEWS: frozenset({Matter.ANSWER, Matter.NEWS, Matter.ACCOUNT}),
    Quiet.LEAST: frozenset({Matter.ANSWER, Matter.ACCOUNT}),
}

# What those are spared who are honoured without duties.
RESTING = frozenset({Matter.REMINDER, Matter.HELPING})

# What the note is about that congratulates on a new level; a higher one takes its place, a lost one takes it back.
LEVEL = "level"

MOST_TOLD = 8
LONGEST_TOLD = 3_400


class WaitingNote(Struct, frozen=True):
    """A note that waits for its member's day: its words, and its buttons as they were written down, since `made_at`."""

    id: int
    matter: Matter
    text: str
    buttons: str
    member: int = 0
    about: str = ""
    made_at: int = 0
    retold: "Retold | None" = None

    @property
    def subject(self) -> str:
        """Which one of its kind it is about."""
        return self.about.partition(":")[2]


class Retold(Struct, frozen=True):
    """What is true now in place of a note's words: a message and what it speaks about."""

    template: str
    outcome: object


def kind_of(about: str) -> str:
    """The kind of a note, by which its feature declares in STILL_TRUE how to look whether it is true."""
    return about.partition(":")[0]


def fitting(waiting: list[WaitingNote]) -> list[WaitingNote]:
    """Those that one message holds, of `waiting` in the order of urgency; told in the order of their matters."""
    chosen: list[WaitingNote] = []
    room = LONGEST_TOLD
    for note in waiting[:MOST_TOLD]:
        room -= len(note.text)
        if chosen and room < 0:
            break
        chosen.append(note)
    order = list(Matter)
    return sorted(chosen, key=lambda note: (order.index(note.matter), note.id))
