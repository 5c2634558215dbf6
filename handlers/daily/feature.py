"""Featuring: staff reply to what a member said or showed; the author is thanked at once, where everybody is."""

from actions.daily import feature as actions
from actions.daily import feature_shown as shown
from actions.daily import pick as picks
from actions.daily.feature import DiscoveriesPage
from handlers.call import Call, Message, Sender
from handlers.daily.featured import gone, number_of, thanked, thanked_anew, thanks_name
from handlers.daily.picked import decided
from handlers.daily.supported import offering, resumed
from handlers.effects import Edit, Effects, Note, Post, React, Toast, Whisper
from handlers.hanging import channel_buttons, hang
from handlers.pages import turning
from handlers.persons import met
from handlers.routes import MODERATORS, Command, Observe, On, Press, Shelf, Where
from handlers.showing import files_of
from messages.vocabulary import tagged
from rules.daily.feature import NobodyFeatured, Said
from rules.daily.idea import idea_text
from rules.daily.share import shared_text
from rules.daily.support import Basis
from rules.note import Matter
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox


def feature(call: Call, tx: Tx) -> Effects:
    """`/feature 理由` as a reply: thanked by what is new about it, under the message itself."""
    message = _pointed_at(call)
    assert message.author is not None
    author = met(call, message.author, tx)
    done = actions.feature(tx, author, _said(tx, message), call.words, call.member, call.occasion)
    waited = picks.settle(tx, call.group.id, message.id, call.member, call.occasion.now)
    told = Note(done.member, Matter.NEWS, f"featured:{done.id}", "feature/told_featured", shown.note(tx, done.id))
    settled = [decided(waited)] if waited else []
    return [React("🏆", message=message.id), thanked(tx, done.id), told, *settled, *resumed(tx, done.group, message.id)]


def show(call: Call, tx: Tx) -> Effects:
    """Its author agrees: it goes to the channel under their name, and staff see what they can do about it there."""
    number = call.data["feature"]
    done = shown.agree(tx, number, call.member, call.occasion)
    staff = groups.staff(tx)
    buttons = (*channel_buttons(tx, done.exhibit.kind, number), (offering(Basis.FEATURE, number),))
    card = [Post(staff.id, "feature/shown", done, buttons, keep=done.exhibit.card, quiet=True)] if staff else []
    return [Toast("feature/agreed"), thanked_anew(tx, number), *hang(tx, done.exhibit), *card]


def edited(call: Call, tx: Tx) -> Effects:
    """What staff chose stays as they chose it, and its author hears so."""
    message = call.message
    if message is None or call.chat.group is None:
        return None
    now = _said(tx, message)
    kept = shown.edited(tx, call.chat.group.id, now.message, now.text, message.file)
    return Whisper("feature/kept", kept) if kept else None


def unfeature(call: Call, tx: Tx) -> Effects:
    """It was a mistake: what was said of it goes, and the author reads why with their day.

    Where the message itself is gone, a reply to the thanks under it will do.
    """
    assert call.reply_to is not None
    message = _featured(tx, call.chat.id, call.reply_to.id)
    done = actions.unfeature(tx, message, call.words, call.member, call.occasion)
    note = Note(done.member, Matter.ACCOUNT, thanks_name(done.id), "feature/told_taken_back", done)
    mark = React("😍" if done.shared else "✍" if done.listed else "", message=message)
    return [mark, *gone(tx, done.id), note, Whisper("feature/taken_back", done)]


def discoveries(call: Call, tx: Tx) -> Effects:
    """What was discovered so far, for the caller alone."""
    page = actions.discoveries(tx, call.member, 1)
    return Whisper("feature/discoveries", page, buttons=turning(page.page, "feature.page"))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page: DiscoveriesPage = actions.discoveries(tx, call.member, call.data["page"])
    return Edit("feature/discoveries", page, buttons=turning(page.page, "feature.page"))


def _featured(tx: Tx, chat_id: int, message: int) -> int:
    """The message that is meant: the one that is replied to, or the one for which it thanks."""
    number = number_of(outbox.named(tx, chat_id, message))
    return message if number is None else actions.told(tx, number).message


def _pointed_at(call: Call) -> Message:
    message = call.reply_to
    if message is None or message.author is None or message.sender is not Sender.PERSON or message.forwarded:
        raise NobodyFeatured
    return message


def _said(tx: Tx, message: Message) -> Said:
    words = idea_text(shared_text(message.said, tagged()["share"]), tagged()["discover"])
    return Said(message.id, words, files_of(tx, message))


ROUTES = (
    Command("discoveries", discoveries, shelf=Shelf.QUESTIONS, place=35, fades=True),
    Press("feature.page", turned),
    Press("feature.show", show),
    Command(
        "feature", feature, shelf=Shelf.GROWING, place=22, who=MODERATORS, where=Where.GROUP, reply=True, fades=True
    ),
    Command(
        "unfeature",
        unfeature,
        shelf=Shelf.GROWING,
        place=23,
        menu=False,
        who=MODERATORS,
        where=Where.GROUP,
        reply=True,
        fades=True,
    ),
    Observe(On.EDIT, "feature_edited", edited, turn=40),
)
