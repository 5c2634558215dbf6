"""Featuring a message of a member's: paid once, thanked in public, found again; and taking that back."""

from msgspec import Struct

from actions.ledger import lineage, paying
from actions.ledger.reversals import take_back
from actions.presence import is_here
from rules.daily.feature import (
    PER_PAGE,
    TEXT_MOST,
    AlreadyFeatured,
    Feature,
    FeaturedBefore,
    NotFeatured,
    Said,
    require_feature_reason,
)
from rules.daily.share import FILES, TELLING, words_mark
from rules.daily.support import Made
from rules.links import message_link
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.refusals import NotForYourself
from rules.showcase import Exhibited
from rules.snippets import one_line, snippet
from rules.values import replace
from storage import audits, members, originals, showcases
from storage.daily import features, ideas, knowledge, shares, supports
from storage.engine.tx import Tx

RULE = "featured_post"
LINE_SHOWN = 100


class Featured(Struct, frozen=True):
    """A message of the `member` of that `name` is featured by `by`, for `reason`; `shared`: it was an everyday share."""

    id: int
    member: int
    group: int
    message: int
    name: str
    by: str
    reason: str
    points: int
    shared: bool


class Unfeatured(Struct, frozen=True):
    """It is featured no more: whose it was, the points that went back, and why. `shared`: it still counts as a share,
    `listed`: as an idea.
    """

    id: int
    member: int
    name: str
    points: int
    reason: str
    shared: bool
    listed: bool = False


class DiscoveryLine(Struct, frozen=True):
    """A discovery in the list: what was new about it, its own words, where it stands, for which topic it was an idea, and
    what came of it.
    """

    name: str
    reason: str
    text: str
    link: str | None
    topic: str = ""
    made: Made | None = None


class DiscoveriesPage(Struct, frozen=True):
    """A page of discoveries."""

    lines: tuple[DiscoveryLine, ...]
    page: Page


def feature(tx: Tx, author: Member, said: Said, words: str, by: Member, occasion: Occasion) -> Featured:
    """Feature a message of the occasion's group. What somebody said before they were forgotten stays theirs.

    Raises NotForYourself, FeatureReasonNeeded, AlreadyFeatured, FeaturedBefore.
    """
    assert occasion.group is not None
    if author.id == by.id:
        raise NotForYourself
    reason = require_feature_reason(words)
    message = said.message
    author = _whose(tx, author, occasion.group, message)
    known = features.at(tx, occasion.group, message)
    if known is not None and known.taken_back_at is None:
        raise AlreadyFeatured(author.name)
    _require_new(tx, author, said)
    share = shares.at(tx, occasion.group, message)
    new = Feature(
        0,
        author.id,
        occasion.group,
        message,
        share.id if share else None,
        said.text[:TEXT_MOST],
        reason,
        by.id,
        occasion.now,
    )
    new = replace(new, id=features.add(tx, new))
    features.show(tx, new.id, said.files)
    file(tx, new)
    _pay(tx, author, new, by, replace(occasion, message=message))
    audits.record(tx, occasion.now, by.id, "feature.give", author.id, reason, feature=new.id)
    return told(tx, new.id)


def _whose(tx: Tx, author: Member, group: int, message: int) -> Member:
    """Its author, or the account that was theirs when it counted for something, and was forgotten since."""
    rows = (features.at(tx, group, message), shares.at(tx, group, message), ideas.at(tx, group, message))
    found = (members.get(tx, row.member) for row in rows if row is not None and row.member != author.id)
    return next((one for one in found if one.forgotten), author)


def _require_new(tx: Tx, author: Member, said: Said) -> None:
    """One thing is featured once, of whoever showed it first; words that are few may be anybody's."""
    marks = {file.unique for file in said.files if file.kind in FILES}
    found = {member for mark in marks for member in features.by_files(tx, mark)}
    others = any(originals.of_another(tx, author.id, mark) for mark in marks)
    if not marks and len(said.text) >= TELLING:
        mark = words_mark(said.text[:TEXT_MOST])
        found = {author.id} if any(words_mark(text) == mark for text in features.said(tx, author.id)) else set()
        others = originals.of_another(tx, author.id, mark)
    if others or found - {author.id}:
        raise FeaturedBefore(author.name, mine=False)
    if found:
        raise FeaturedBefore(author.name, mine=True)


def unfeature(tx: Tx, message: int, words: str, by: Member, occasion: Occasion) -> Unfeatured:
    """Take it back, with what it paid. Raises NotFeatured, NotForYourself, FeatureReasonNeeded."""
    assert occasion.group is not None
    known = features.at(tx, occasion.group, message)
    if known is None or known.taken_back_at is not None:
        raise NotFeatured
    if known.member == by.id:
        raise NotForYourself
    reason, name = require_feature_reason(words, taking_back=True), members.get(tx, known.member).name
    points = 0
    if known.entry is not None and lineage.stands(tx, known.entry):
        standing = lineage.latest(tx, known.entry)
        points = -take_back(tx, standing, occasion, by, reason, forced=True).points
    withdraw(tx, known, occasion.now)
    audits.record(tx, occasion.now, by.id, "feature.take_back", known.member, reason, feature=known.id)
    share = shares.at(tx, known.group, message)
    shared = share is not None and share.taken_back_at is None
    idea = ideas.at(tx, known.group, message)
    listed = idea is not None and idea.taken_back_at is None
    return Unfeatured(known.id, known.member, name, points, reason, shared, listed)


def told(tx: Tx, number: int) -> Featured:
    """How the group is told of it."""
    known = features.get(tx, number)
    assert known is not None, number
    name, by = members.get(tx, known.member).name, members.get(tx, known.by).name
    shared = known.share is not None
    return Featured(number, known.member, known.group, known.message, name, by, known.reason, known.points, shared)


def file(tx: Tx, known: Feature) -> None:
    """A discovery is found by every word of it."""
    if known.share is None:
        where = (known.group, known.message)
        knowledge.add(tx, None, *where, known.reason, one_line(known.text), known.at, feature=known.id)


def withdraw(tx: Tx, known: Feature, now: int) -> None:
    """It is neither listed, found nor shown in a channel any more."""
    features.take_back(tx, known.id, now)
    knowledge.remove_feature(tx, known.id)
    showcases.remove(tx, Exhibited.DISCOVERY, known.id)


def discoveries(tx: Tx, reader: Member, number: int) -> DiscoveriesPage:
    """Page `number` of the discoveries that the reader may see, the newest first."""
    page = page_of(number, features.count(tx, reader.id), PER_PAGE)
    found = features.page(tx, reader.id, PER_PAGE, page.before)
    return DiscoveriesPage(tuple(_line(tx, one) for one in found), page)


def _line(tx: Tx, one: features.Discovered) -> DiscoveryLine:
    link, made = message_link(one.chat_id, one.message), supports.made(tx, one.group, one.message)
    reason, text = snippet(one.reason, LINE_SHOWN), snippet(one.text, LINE_SHOWN)
    return DiscoveryLine(one.name, reason, text, link, one.topic, made)


def _pay(tx: Tx, author: Member, new: Feature, by: Member, occasion: Occasion) -> None:
    """Who has not agreed to the covenant, has left or is suspended, is thanked all the same but earns nothing."""
    agreed = author.covenant_version >= occasion.programme.brand.covenant_version
    if not agreed or not is_here(author, occasion):
        features.pay(tx, new.id, 0, None)
        return
    payment = paying.give(tx, author, RULE, new.id, occasion, actor=by, reason=new.reason)
    features.pay(tx, new.id, payment.points, payment.entry or None)


def _still_unfeatured(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Unless it is featured again."""
    known = features.get(tx, int(note.subject))
    return known is not None and known.taken_back_at is not None


STILL_TRUE = {"feature": _still_unfeatured}
