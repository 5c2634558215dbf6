"""Announcing to community groups: a draft that its author looks at, sent now or later, once."""

from msgspec import Struct

from actions import audience
from rules.audience import Choice, Meant, NobodyReads, Reader
from rules.looked_at import mark_of
from rules.occasion import Occasion
from rules.operations.broadcast import (
    LATE_S,
    Broadcast,
    BroadcastGone,
    BroadcastState,
    Contents,
    Page,
    pages,
    require_length,
)
from rules.people import OPERATING, Group, Member, Role
from rules.refusals import NoCommunity
from rules.values import replace
from storage import audits, members
from storage.engine.tx import Tx
from storage.operations import broadcasts


class Drafted(Struct, frozen=True):
    """The draft as it will be read, and every group, with whether it reads it; `due_at` once it is planned."""

    id: int
    pages: tuple[Page, ...]
    files: tuple[tuple[str, str], ...]
    readers: tuple[Reader, ...]
    due_at: int | None
    covered: bool = False
    above: bool = False

    @property
    def mark(self) -> str:
        """By this it is known whether it says something else by now, or is read elsewhere."""
        read_by = [one.id for one in self.readers if one.reads]
        return mark_of(self.pages, self.files, read_by, self.covered, self.above)


class Sent(Struct, frozen=True):
    """Sent to these groups."""

    id: int
    pages: tuple[Page, ...]
    files: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    covered: bool = False
    above: bool = False


class Missed(Struct, frozen=True):
    """Its time passed long ago while the bot was down, or the groups it was meant for are gone; it was not sent.

    `doubted`: it may have been, for the bot goes on with a restored backup. `by` is who had planned it, where that is
    somebody who announces nothing any more.
    """

    id: int
    author: int
    text: str
    due_at: int
    doubted: bool = False
    by: str = ""


def draft(tx: Tx, author: Member, contents: Contents, source: int, occasion: Occasion) -> Drafted:
    """Keep what is announced for its author to look at, made of that message of theirs. Raises BroadcastTooLong,
    NoCommunity.
    """
    require_length(contents.words)
    return _shown(tx, broadcasts.add(tx, author.id, contents, occasion.now, source))


def reword(tx: Tx, author: Member, source: int, contents: Contents) -> Drafted | None:
    """The message that it was made of was edited: it says that now, planned or not; None where there was none, or it
    says so already. Raises BroadcastTooLong, BroadcastGone, NoCommunity.
    """
    found = broadcasts.of_source(tx, author.id, source)
    if found is None or not (contents.words.text or contents.files):
        return None
    files = found.contents.files if contents.album else contents.files
    now = replace(found.contents, words=contents.words, files=files)
    if not contents.album:
        now = replace(now, covered=contents.covered, above=contents.above)
    if now == found.contents:
        return None
    look(tx, found.id)
    require_length(now.words)
    broadcasts.rewrite(tx, found.id, now)
    return look(tx, found.id)


def add_piece(tx: Tx, author: Member, album: str, piece: Contents) -> bool:
    """A further file of an album joins the draft that is being made of it; False when there is none."""
    found = broadcasts.of_album(tx, author.id, album)
    if found is None:
        return False
    before = found.contents
    words = before.words if before.words.text else piece.words
    files = tuple(dict.fromkeys((*before.files, *piece.files)))
    covered, above = before.covered or piece.covered, before.above or piece.above
    broadcasts.rewrite(tx, found.id, replace(before, words=words, files=files, covered=covered, above=above))
    return True


def look(tx: Tx, number: int) -> Drafted:
    """An announcement as it stands, while it can still be changed. Raises BroadcastGone, NoCommunity."""
    found = broadcasts.get(tx, number)
    if found.state not in (BroadcastState.DRAFT, BroadcastState.PLANNED):
        raise BroadcastGone
    return _shown(tx, found)


def choose(tx: Tx, number: int, choice: Choice) -> Drafted:
    """Other groups read it. Raises BroadcastGone, NoCommunity, NobodyReads."""
    look(tx, number)
    audience.choose(tx, Meant.BROADCAST, number, choice)
    return look(tx, number)


def plan(tx: Tx, by: Member, broadcast: int, due_at: int, occasion: Occasion) -> Drafted:
    """It will be sent at `due_at` (UTC seconds). Raises BroadcastGone, NoCommunity."""
    if not broadcasts.plan(tx, broadcast, due_at):
        raise BroadcastGone
    audits.record(tx, occasion.now, by.id, "broadcast.plan", None, None, broadcast=broadcast, due_at=due_at)
    return _shown(tx, broadcasts.get(tx, broadcast))


def send(tx: Tx, by: Member, broadcast: int, occasion: Occasion) -> Sent:
    """Send it now, once. Raises BroadcastGone, NoCommunity, NobodyReads."""
    if not broadcasts.end(tx, broadcast, BroadcastState.SENT, occasion.now):
        raise BroadcastGone
    audits.record(tx, occasion.now, by.id, "broadcast.send", None, None, broadcast=broadcast)
    contents = broadcasts.get(tx, broadcast).contents
    require_length(contents.words)
    groups = audience.addressed(tx, Meant.BROADCAST, broadcast)
    return Sent(broadcast, pages(contents.words), contents.files, groups, contents.covered, contents.above)


def cancel(tx: Tx, by: Member, broadcast: int, occasion: Occasion) -> None:
    """It will not be sent. Raises BroadcastGone."""
    if not broadcasts.end(tx, broadcast, BroadcastState.CANCELLED, occasion.now):
        raise BroadcastGone
    audits.record(tx, occasion.now, by.id, "broadcast.cancel", None, None, broadcast=broadcast)


def send_due(tx: Tx, occasion: Occasion) -> list[Sent | Missed]:
    """Everything whose time has come; what is half a day late, or may have been sent, is not sent any more."""
    done: list[Sent | Missed] = [_missed(tx, one, doubted=True) for one in broadcasts.take_doubted(tx, occasion.now)]
    for waiting in broadcasts.due(tx, occasion.now):
        assert waiting.due_at is not None, waiting
        if occasion.now - waiting.due_at > LATE_S or not _read(tx, waiting.id):
            broadcasts.end(tx, waiting.id, BroadcastState.MISSED, occasion.now)
            done.append(_missed(tx, waiting))
        else:
            done.append(send(tx, members.get(tx, waiting.author), waiting.id, occasion))
    return done


def upcoming(tx: Tx, limit: int, skipped: int) -> list[Broadcast]:
    """What is still to be sent, soonest first, without the first `skipped`."""
    return broadcasts.planned(tx, limit, skipped)


def count_upcoming(tx: Tx) -> int:
    """How many are still to be sent."""
    return broadcasts.count_planned(tx)


def heirs(tx: Tx, missed: Missed) -> list[int]:
    """Who hears of one that was missed: its author, or whoever owns the bot where the author announces nothing any more."""
    return [owner.id for owner in members.with_role(tx, Role.OWNER)] if missed.by else [missed.author]


def again(tx: Tx, author: Member, number: int) -> Drafted:
    """One that was missed is a draft again, whoever of those who heard of it begins. Raises BroadcastGone, NoCommunity."""
    broadcasts.draft_again(tx, number, author.id)
    return look(tx, number)


def _missed(tx: Tx, one: Broadcast, *, doubted: bool = False) -> Missed:
    by = "" if _announces(tx, one.author) else members.get(tx, one.author).name
    return Missed(one.id, one.author, one.text, one.due_at or 0, doubted, by)


def _announces(tx: Tx, author: int) -> bool:
    return bool(members.roles(tx, author) & OPERATING)


def _read(tx: Tx, number: int) -> bool:
    try:
        return bool(audience.addressed(tx, Meant.BROADCAST, number))
    except (NoCommunity, NobodyReads):
        return False


def _shown(tx: Tx, made: Broadcast) -> Drafted:
    contents = made.contents
    readers = audience.readers(tx, Meant.BROADCAST, made.id)
    looks = (contents.covered, contents.above)
    return Drafted(made.id, pages(contents.words), contents.files, readers, made.due_at, *looks)
