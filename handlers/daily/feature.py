"""Featuring: staff reply to what a member said or showed; the author is thanked at once, where everybody is."""

from actions.daily import feature as actions
from actions.daily import pick as picks
from actions.daily.feature import DiscoveriesPage
from handlers.call import Call, Message, Sender
from handlers.daily.featured import name_of, thanked
from handlers.daily.picked import decided
from handlers.effects import Delete, Edit, Effects, Note, React, Whisper
from handlers.pages import turning
from handlers.persons import met
from handlers.routes import MODERATORS, Command, Press, Shelf, Where
from messages.vocabulary import tagged
from rules.daily.feature import NobodyFeatured
from rules.daily.share import shared_text
from rules.note import Matter
from storage.engine.tx import Tx


def feature(call: Call, tx: Tx) -> Effects:
    """`/feature 理由` as a reply: thanked by what is new about it, under the message itself."""
    message = _pointed_at(call)
    assert message.author is not None
    author = met(call, message.author, tx)
    text = shared_text(message.said, tagged()["share"])
    done = actions.feature(tx, author, message.id, text, call.words, call.member, call.occasion)
    waited = picks.settle(tx, call.group.id, message.id, call.member, call.occasion.now)
    return [React("🏆", message=message.id), thanked(tx, done.id), *([decided(waited)] if waited else [])]


def unfeature(call: Call, tx: Tx) -> Effects:
    """It was a mistake: what was said of it goes, and the author reads why with their day."""
    assert call.reply_to is not None
    done = actions.unfeature(tx, call.reply_to.id, call.words, call.member, call.occasion)
    note = Note(done.member, Matter.ACCOUNT, name_of(done.id), "feature/told_taken_back", done)
    mark = React("😍" if done.shared else "", message=call.reply_to.id)
    return [mark, Delete(keep=name_of(done.id)), note, Whisper("feature/taken_back", done)]


def discoveries(call: Call, tx: Tx) -> Effects:
    """What was discovered so far, for the caller alone."""
    page = actions.discoveries(tx, call.member, 1)
    return Whisper("feature/discoveries", page, buttons=turning(page.page, "feature.page"))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page: DiscoveriesPage = actions.discoveries(tx, call.member, call.data["page"])
    return Edit("feature/discoveries", page, buttons=turning(page.page, "feature.page"))


def _pointed_at(call: Call) -> Message:
    message = call.reply_to
    if message is None or message.author is None or message.sender is not Sender.PERSON or message.forwarded:
        raise NobodyFeatured
    return message


ROUTES = (
    Command("discoveries", discoveries, shelf=Shelf.QUESTIONS, place=35, fades=True),
    Press("feature.page", turned),
    Command(
        "feature", feature, shelf=Shelf.PEOPLE, place=22, who=MODERATORS, where=Where.GROUP, reply=True, fades=True
    ),
    Command(
        "unfeature", unfeature, shelf=Shelf.PEOPLE, place=23, who=MODERATORS, where=Where.GROUP, reply=True, fades=True
    ),
)
