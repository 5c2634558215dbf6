"""`/topicmod` and `/recommend`: staff ask a KOC to look after a topic or theme; whoever does proposes what to feature."""

from msgspec import Struct

from actions import topic_moderator as actions
from actions.honour import pin
from actions.honour.pin import PinsLeft
from actions.topic_moderator import FieldGiven, FieldOver
from handlers.call import Call, Sender
from handlers.effects import DAY_S, Button, Edit, Effect, Effects, Link, Menu, Note, Post, Tell, Whisper
from handlers.moderating import there
from handlers.persons import chosen, person_of
from handlers.routes import OPERATORS, Command, Job, JobCall, Press, Scope, Shelf, Where
from rules.daily.feature import NobodyFeatured
from rules.lengths import within
from rules.links import message_link
from rules.note import Matter
from rules.people import PLAYING, Role
from rules.snippets import snippet
from rules.topic_moderator import REASON_MOST, FieldNotTheirs, ReasonToFeature
from storage import groups, members
from storage.engine.tx import Tx
from storage.post import outbox

RENEWS_S = 60 * DAY_S
EVER_S = 3650 * DAY_S
QUOTED = 120


class Recommended(Struct, frozen=True):
    """`by` proposes to feature what `name` has said, for that reason; `quote` is how it begins, empty for what has no words."""

    by: str
    name: str
    reason: str
    group: str
    quote: str


def topicmod(call: Call, tx: Tx) -> Effects:
    """`/topicmod @who name`: of the forum topic where it is said, else of a theme; without words, who looks after what."""
    if not call.words.strip() and call.reply_to is None:
        return Whisper("topic_moderator/list", actions.listed(tx))
    named = person_of(call, tx, "topicmod", lambda word: True)
    done = actions.appoint(tx, call.member, named.member, named.words, _place(call, tx), call.occasion)
    return [Whisper("topic_moderator/given", done), *_told(tx, done)]


def renew(call: Call, tx: Tx) -> Effects:
    """One tap of the staff, and they go on."""
    done = actions.renew(tx, call.member, call.data["field"], call.occasion)
    return [Edit("topic_moderator/renewed", done), *_told(tx, done)]


def recommend(call: Call, tx: Tx) -> Effects:
    """`/recommend why` as a reply: staff read it and decide; the same message is proposed once."""
    message = call.reply_to
    if message is None or message.author is None or message.sender is not Sender.PERSON or message.forwarded:
        raise NobodyFeatured
    if not there(call, tx, call.message.topic if call.message else None, message.said):
        raise FieldNotTheirs
    if not call.words.strip():
        raise ReasonToFeature
    quote = snippet(message.said, QUOTED)
    done = Recommended(call.member.name, message.author.name, within(call.words, REASON_MOST), call.group.title, quote)
    return [Whisper("topic_moderator/recommended", done), *_proposed(call, tx, done, message.id)]


def look(call: JobCall, tx: Tx) -> Effects:
    """Terms that are over, and those who can't go on: each hears of it with their day, staff of what they held up."""
    over = [effect for one in actions.end_terms(tx, call.occasion) for effect in _over(tx, one)]
    staff = groups.staff(tx)
    return [*over, *(_held_up(staff.id, one) for one in pin.left(tx))] if staff else over


def _held_up(staff: int, one: PinsLeft) -> Post:
    """Staff let it go with a tap, or leave it to its readers."""
    clear = Button("pin/clear", "pin.clear", {"member": one.member}, one, anyone=True, lasts_s=RENEWS_S)
    return Post(staff, "pin/left", one, ((clear,),), quiet=True)


def _place(call: Call, tx: Tx) -> tuple[int, int] | None:
    """The forum topic where the command stands, also when its person was chosen by button afterwards."""
    group, message = call.chat.group, call.message
    if group is None or group.part not in PLAYING or message is None:
        return None
    thread = message.topic or groups.thread_of(tx, group.id, message.id)
    return (group.id, thread) if thread is not None else None


def _told(tx: Tx, done: FieldGiven) -> list[Effect]:
    member = members.get(tx, done.member)
    menu = Menu(member.telegram_id, member.locale, members.roles(tx, member.id))
    return [Tell(done.member, "topic_moderator/entrusted", done, says_so=True), menu]


def _proposed(call: Call, tx: Tx, done: Recommended, message: int) -> list[Effect]:
    staff, name = groups.staff(tx), f"recommended:{call.group.id}:{message}"
    if staff is None or outbox.kept(tx, name) or outbox.awaits(tx, name):
        return []
    link = message_link(call.chat.id, message)
    see = ((Link("topic_moderator/see", url=link),),) if link else ()
    return [Post(staff.id, "topic_moderator/proposed", done, see, keep=name)]


def _over(tx: Tx, one: FieldOver) -> list[Effect]:
    note = Note(one.member, Matter.ACCOUNT, f"topicmod_over:{one.id}", "topic_moderator/told_over", one)
    staff = groups.staff(tx)
    if not one.term or staff is None:
        return [note]
    again = Button("topic_moderator/renew", "topicmod.renew", {"field": one.id}, anyone=True, lasts_s=RENEWS_S)
    return [note, Post(staff.id, "topic_moderator/over", one, ((again,),))]


ROUTES = (
    Command("topicmod", topicmod, shelf=Shelf.HOUSE, place=55, menu=False, who=OPERATORS, fades=True),
    Press("topicmod.chosen", chosen(topicmod), who=OPERATORS),
    Press("topicmod.renew", renew, who=OPERATORS),
    Command(
        "recommend",
        recommend,
        shelf=Shelf.GROWING,
        place=26,
        who=frozenset({Role.TOPIC_MODERATOR}),
        where=Where.GROUP,
        reply=True,
        fades=True,
    ),
)
JOBS = (Job("topic_moderators", look, cron="*/10 * * * *", scope=Scope.BRAND, late_s=EVER_S),)
