"""An idea whose author has put it otherwise: what staff have gone by stays, and what they may have read they read anew."""

from enum import StrEnum

from msgspec import Struct

from rules.daily.idea import TEXT_MOST, Idea, enough
from rules.daily.share import Shown, words_mark
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Member
from rules.snippets import snippet
from storage import groups
from storage.daily import features, ideas, supports, topics
from storage.engine.tx import Tx

# So long a word that was mistyped is put right, and nobody need read it again.
FRESH_S = 300
SHOWN = 300


class Kept(StrEnum):
    """Why the list keeps what it said: staff chose it, the topic is over, or too little is said now."""

    CHOSEN = "chosen"
    OVER = "over"
    TOO_SHORT = "too_short"


class IdeaKept(Struct, frozen=True):
    """The idea was edited, and the list of the topic `title` (empty: of none) keeps what it said."""

    why: Kept
    title: str
    least: int


class IdeaReworded(Struct, frozen=True):
    """An idea in the list of the topic `title` reads `text` by now, which `name` wrote over what stood there."""

    name: str
    title: str
    text: str
    link: str | None


def reworded(tx: Tx, member: Member, now: Shown, said_at: int, occasion: Occasion) -> IdeaKept | IdeaReworded | None:
    """Its author has written the idea, said at `said_at` (UTC seconds), anew. None where nobody has to hear of that."""
    there = ideas.at(tx, now.group, now.message)
    text = now.text[:TEXT_MOST]
    if there is None or there.member != member.id or not there.listed or there.text == text:
        return None
    topic = topics.get(tx, there.topic) if there.topic is not None else None
    title, least = topic.title if topic else "", occasion.programme.discoveries.words_least
    if kept := _kept(tx, there, now, least, over=topic is not None and topic.closed_at is not None):
        return IdeaKept(kept, title, least)
    ideas.reword(tx, there.id, text)
    if topic is None or occasion.now - said_at <= FRESH_S or words_mark(text) == words_mark(there.text):
        return None
    link = message_link(groups.get(tx, there.group).chat_id, there.message)
    return IdeaReworded(member.name, title, snippet(text, SHOWN), link)


def _kept(tx: Tx, there: Idea, now: Shown, least: int, *, over: bool) -> Kept | None:
    featured = features.at(tx, there.group, there.message)
    chosen = featured is not None and featured.taken_back_at is None
    if chosen or supports.at(tx, there.group, there.message):
        return Kept.CHOSEN
    if over:
        return Kept.OVER
    return None if enough(now, least) else Kept.TOO_SHORT
