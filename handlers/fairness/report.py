"""`/report` as a reply: the staff group sees the message, nobody else sees that it was shown."""

from actions.fairness import report as actions
from actions.fairness.report import Reported
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Link, Post, Whisper
from handlers.persons import met
from handlers.routes import MODERATORS, Command, Press, Shelf, Where
from handlers.ways_out import WayOut
from rules.people import Member
from rules.refusals import OnlyInGroup
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 30 * 86_400


def report(call: Call, tx: Tx) -> Effects:
    """Thanked for, also where the caller has shown it before. Raises NobodyToContact, ReportsEnough, WordsTooLong."""
    assert call.reply_to is not None
    pointed = call.reply_to
    author = met(call, pointed.author, tx) if pointed.author and not pointed.author.is_bot else None
    message = (call.group, pointed.id, pointed.text)
    shown = actions.report(tx, call.member, author, message, call.words.strip(), call.occasion)
    thanks = Whisper("report/thanked")
    return (thanks, _card(tx, shown, author)) if shown else thanks


def handled(call: Call, tx: Tx) -> Effects:
    """Somebody has seen to it."""
    data = call.data
    done = actions.handle(tx, call.member, data["group"], data["message"], data["reported"], call.occasion)
    return Edit("report/handled", done)


def _card(tx: Tx, shown: Reported, author: Member | None) -> Post | Edit:
    """One card for a message, however many show it; a new one where the last has not arrived yet."""
    data = {"group": shown.group, "message": shown.message, "reported": author.id if author else None}
    done = Button("report/handled", "report.handled", data, anyone=True, once=False, lasts_s=LASTS_S)
    keep = f"report:{shown.group}:{shown.message}"
    if outbox.kept(tx, keep) is None:
        return Post(shown.desk, "report/card", shown, buttons=((done,),), keep=keep)
    return Edit("report/card", shown, buttons=((done,),), keep=keep)


def _in_words(refusal: OnlyInGroup) -> Keyboard:
    """Whoever would report something in private can tell the moderators there."""
    return ((Link("/contact", start="contact"),),) if refusal.command == "report" else ()


ROUTES = (
    Command(
        "report",
        report,
        shelf=Shelf.RULES,
        place=45,
        where=Where.GROUP,
        reply=True,
        reasoned=True,
        fades=True,
        discreet=True,
    ),
    Press("report.handled", handled, who=MODERATORS),
    WayOut(OnlyInGroup, _in_words),
)
