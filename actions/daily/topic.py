"""Topics: opened, worded anew, shown with what was contributed, and closed with thanks."""

from msgspec import Struct

from rules.daily.topic import (
    OPEN_MOST,
    PER_PAGE,
    SHOWN,
    THANKED_MOST,
    TooManyTopics,
    Topic,
    TopicUnknown,
    require_title,
)
from rules.links import message_link
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import STAFF, Member, Part, Role
from rules.rights import BotStanding, Right
from rules.snippets import snippet
from storage import audits, groups, homes, rights
from storage.daily import ideas, topics
from storage.daily.topics import Contributor
from storage.engine.tx import Tx

LINE_SHOWN = 60


class IdeaLine(Struct, frozen=True):
    """An idea in a list: whose, the beginning of its words (empty for a mere picture), and where it stands."""

    name: str
    text: str
    link: str | None


class TopicBoard(Struct, frozen=True):
    """A topic as everybody sees it: its latest ideas, how many there are, and of how many people."""

    id: int
    group: int
    title: str
    lines: tuple[IdeaLine, ...]
    ideas: int
    people: int
    closed: bool

    @property
    def more(self) -> bool:
        """Whether there are more than are shown."""
        return self.ideas > len(self.lines)


class TopicPage(Struct, frozen=True):
    """A page of all ideas of a topic."""

    id: int
    title: str
    lines: tuple[IdeaLine, ...]
    page: Page


class TopicOpened(Struct, frozen=True):
    """A topic was opened; `pinned` tells whether the bot may hold it up in that group."""

    board: TopicBoard
    pinned: bool


class TopicClosed(Struct, frozen=True):
    """A topic takes no more ideas: who has contributed most, of so many."""

    board: TopicBoard
    contributors: tuple[Contributor, ...]


def open_topic(tx: Tx, words: str, by: Member, occasion: Occasion) -> TopicOpened:
    """A new topic in the occasion's group. Raises WordsTooLong, TooManyTopics."""
    assert occasion.group is not None
    title = require_title(words)
    if len(topics.open_in(tx, occasion.group)) >= OPEN_MOST:
        raise TooManyTopics(OPEN_MOST)
    number = topics.add(tx, occasion.group, title, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "topic.open", None, title, topic=number)
    return TopicOpened(board(tx, number), _may_pin(tx, occasion.group))


def reword(tx: Tx, number: int, words: str, by: Member, occasion: Occasion) -> TopicBoard:
    """The topic asks in other words. Raises WordsTooLong, TopicUnknown."""
    _open(tx, number)
    title = require_title(words)
    topics.reword(tx, number, title)
    audits.record(tx, occasion.now, by.id, "topic.reword", None, title, topic=number)
    return board(tx, number)


def close(tx: Tx, number: int, by: Member, occasion: Occasion) -> TopicClosed:
    """It takes no more ideas. Raises TopicUnknown when it is closed already."""
    known = _open(tx, number)
    topics.close(tx, number, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "topic.close", None, known.title, topic=number)
    return TopicClosed(board(tx, number), tuple(topics.contributors(tx, number, THANKED_MOST)))


def open_topics(tx: Tx, group: int | None) -> list[TopicBoard]:
    """Topics that are open in the group, or in all of them, the newest first."""
    return [board(tx, topic.id) for topic in topics.open_in(tx, group)]


def board(tx: Tx, number: int) -> TopicBoard:
    """The topic as it stands now. Raises TopicUnknown."""
    known = _known(tx, number)
    total, people = ideas.count(tx, number)
    lines = tuple(_line(one) for one in ideas.page(tx, number, SHOWN, 0))
    return TopicBoard(number, known.group, known.title, lines, total, people, known.closed_at is not None)


def page(tx: Tx, number: int, wanted: int, reader: Member, roles: frozenset[Role]) -> TopicPage:
    """Page `wanted` of all its ideas, the newest first. Raises TopicUnknown, also to whoever is not in its core group."""
    known = _known(tx, number)
    if not _may_read(tx, known.group, reader, roles):
        raise TopicUnknown
    at = page_of(wanted, ideas.count(tx, number)[0], PER_PAGE)
    lines = tuple(_line(one) for one in ideas.page(tx, number, PER_PAGE, at.before))
    return TopicPage(number, known.title, lines, at)


def to_show(tx: Tx) -> list[TopicBoard]:
    """Topics that have changed since they were shown."""
    return [board(tx, number) for number in topics.to_show(tx)]


def is_open(tx: Tx, number: int) -> bool:
    """Whether the topic takes ideas."""
    known = topics.get(tx, number)
    return known is not None and known.closed_at is None


def _line(one: ideas.Told) -> IdeaLine:
    return IdeaLine(one.name, snippet(one.text, LINE_SHOWN), message_link(one.chat_id, one.message))


def _known(tx: Tx, number: int) -> Topic:
    known = topics.get(tx, number)
    if known is None:
        raise TopicUnknown
    return known


def _open(tx: Tx, number: int) -> Topic:
    known = _known(tx, number)
    if known.closed_at is not None:
        raise TopicUnknown
    return known


def _may_pin(tx: Tx, group: int) -> bool:
    """As far as we know; where nothing is known yet it is tried."""
    known = rights.of_group(tx, group)
    return known is None or (known.standing is BotStanding.ADMINISTRATOR and Right.PIN in known.rights)


def _may_read(tx: Tx, group: int, reader: Member, roles: frozenset[Role]) -> bool:
    """What is said in a core group is for those who are in it, and for the team."""
    within = groups.get(tx, group).part is Part.CORE
    return not within or bool(STAFF & roles) or any(place.group == group for place in homes.places(tx, reader.id))
