"""A featured message goes to the channel where its author agrees, under their name; their evening tells where it stands."""

from msgspec import Struct

from actions import showcase
from actions.daily.feature import told
from rules.daily.feature import TEXT_MOST, Feature
from rules.files import File
from rules.links import message_link
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.refusals import ButtonGone, NotAllowed
from rules.showcase import Exhibit, Exhibited, InChannelAlready, NotInChannel, Showcase
from rules.snippets import snippet
from storage import audits, groups, members
from storage.daily import features
from storage.engine.tx import Tx

KIND = Exhibited.DISCOVERY
TITLE_SHOWN = 100


class FeatureTold(Struct, frozen=True):
    """What its author reads with their day: where it stands in the group, and in the channel (`post`), or that it may."""

    by: str
    reason: str
    shared: bool
    link: str | None
    post: str | None
    may_agree: bool


class FeatureKept(Struct, frozen=True):
    """A featured message was edited: in the channel, or in the list of discoveries, it stays as it was chosen."""

    in_channel: bool


class Agreed(Struct, frozen=True):
    """Its author agrees: it goes to the channel."""

    exhibit: Exhibit


def may_show(tx: Tx, number: int) -> bool:
    """Whether its author may still be asked: there is a channel, and it is not there yet."""
    return bool(groups.active(tx, Part.CHANNEL)) and not showcase.is_up(tx, KIND, number)


def agree(tx: Tx, number: int, author: Member, occasion: Occasion) -> Agreed:
    """It goes to every channel. Raises ButtonGone when it is featured no more, NotAllowed, InChannelAlready."""
    known = _standing(tx, number)
    if known is None:
        raise ButtonGone
    if known.member != author.id:
        raise NotAllowed
    if not may_show(tx, number):
        raise InChannelAlready
    showcase.put_up(tx, KIND, number, 0, None, occasion.now)
    audits.record(tx, occasion.now, author.id, "feature.show", author.id, feature=number)
    return Agreed(showcase.exhibit(tx, KIND, number))


def edited(tx: Tx, group: int, message: int, text: str, file: File | None) -> FeatureKept | None:
    """A featured message says that, or shows that, now. None where nothing of it is featured or has changed."""
    known = features.at(tx, group, message)
    if known is None or known.taken_back_at is not None:
        return None
    files = features.files(tx, known.id)
    same = file is None or not files or file.unique in {one.unique for one in files}
    if same and text[:TEXT_MOST] == known.text:
        return None
    in_channel = showcase.is_up(tx, KIND, known.id)
    return FeatureKept(in_channel) if in_channel or known.share is None else None


def note(tx: Tx, number: int) -> FeatureTold:
    """How its author is told of it now."""
    done, known = told(tx, number), features.get(tx, number)
    assert known is not None, number
    link = message_link(groups.get(tx, known.group).chat_id, known.message)
    return FeatureTold(done.by, done.reason, done.shared, link, post_of(tx, number), may_show(tx, number))


def post_of(tx: Tx, number: int) -> str | None:
    """Where a channel shows it; None where none does."""
    try:
        return showcase.address(tx, KIND, number).link if showcase.is_up(tx, KIND, number) else None
    except NotInChannel:
        return None


def _standing(tx: Tx, number: int) -> Feature | None:
    known = features.get(tx, number)
    return known if known is not None and known.taken_back_at is None else None


def _exhibit(tx: Tx, shown: Showcase) -> Exhibit:
    known = features.get(tx, shown.number)
    assert known is not None, shown
    return Exhibit(
        kind=KIND,
        id=known.id,
        title=snippet(known.reason, TITLE_SHOWN),
        member=known.member,
        author=members.get(tx, known.member).name,
        reviewer=members.get(tx, known.by).name,
        text=known.text,
        praise=(),
        caption=shown.caption,
        files=features.files(tx, known.id),
        card=f"shown:{known.id}",
    )


def _still_featured(tx: Tx, waiting: WaitingNote, occasion: Occasion) -> bool | Retold:
    """With the address that it has by then."""
    number = int(waiting.subject)
    return Retold("feature/told_featured", note(tx, number)) if _standing(tx, number) else False


EXHIBITS = {KIND: _exhibit}
STILL_TRUE = {"featured": _still_featured}
