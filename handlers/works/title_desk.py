"""Staff and titles of the tracks: what is proposed stands on a card until somebody decides or its time is over."""

from dataclasses import dataclass

from actions.works import title_decided, title_proposal
from actions.works.title_proposal import TitleProposed
from actions.works.track_title import TitleChanged, known_before
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Edit, Effects, Note, Post, Reply
from handlers.routes import MODERATORS, Job, JobCall, Press, Prompted, Scope
from handlers.works.title_cards import buttons, edited, posted, template, told
from rules.note import Matter
from rules.works.track_title import TitleSettled
from storage import groups
from storage.engine.tx import Tx
from storage.works import title_proposals

EVER_S = 10 * 365 * DAY_S


@dataclass(frozen=True, slots=True)
class TitlesLapsed:
    """What nobody has decided in its time."""

    proposals: tuple[TitleProposed, ...]
    again_days: int


def look(call: JobCall, tx: Tx) -> Effects:
    """What is over, what stands otherwise than its card says, and what is new."""
    desk = groups.staff(tx)
    lapsed = tuple(title_proposal.lapse(tx, call.occasion))
    edits = [edited(one) for one in title_proposal.stale(tx, call.occasion)]
    over = TitlesLapsed(lapsed, call.occasion.programme.track_titles.again_days)
    posts = [Post(desk.id, "track_title/lapsed", over, quiet=True)] if desk and lapsed else []
    new = title_proposal.lay(tx, call.occasion) if desk else None
    return [*edits, *posts, *([posted(desk.id, new)] if desk and new else [])]


def confirm(call: Call, tx: Tx) -> Effects:
    """One of them, by its own button."""
    done = title_decided.confirm(tx, call.member, call.data["proposal"], call.occasion)
    return _pressed(call, tx), _told(tx, done, call.data["proposal"])


def confirm_all(call: Call, tx: Tx) -> Effects:
    """All of the card that go up and are not the presser's own."""
    done = title_decided.confirm_all(tx, call.member, call.data["card"], call.occasion)
    return [_pressed(call, tx), *(_told(tx, one, number) for one, number in done)]


def keep(call: Call, tx: Tx) -> Effects:
    """They keep it; nobody has to hear of it."""
    title_decided.keep(tx, call.member, call.data["proposal"], call.occasion)
    return _pressed(call, tx)


def deal(call: Call, tx: Tx) -> Effects:
    """One after the other: each that waits on a card of its own."""
    number = call.data["card"]
    dealt = title_proposal.deal(tx, number, call.occasion)
    return [_pressed(call, tx), *(posted(call.group.id, one) for one in dealt if one.card != number)]


def ask_why(call: Call, tx: Tx) -> Effects:
    """Not yet, or back: for what reason? It is asked in private."""
    if title_proposals.get(tx, call.data["proposal"]).settled:
        raise TitleSettled
    return _asked(call, tx)


def answered(call: Call, tx: Tx) -> Effects:
    """The reason: its member reads it in the evening."""
    if not call.words.strip():
        return _asked(call, tx)
    one = title_proposals.get(tx, call.data["proposal"])
    if not one.question.rises:
        done = title_decided.take(tx, call.member, one.id, call.words, call.occasion)
        note = _told(tx, done, one.id)
    else:
        one = title_decided.decline(tx, call.member, one.id, call.words, call.occasion)
        answer = title_decided.answered(one, call.occasion)
        note = Note(one.member, Matter.ACCOUNT, f"title_declined:{one.id}", "track_title/told_declined", answer)
    said = title_proposal.proposed(tx, title_proposals.get(tx, one.id), call.occasion)
    card = title_proposal.card(tx, one.card or one.id, call.occasion)
    return Reply("track_title/answered", said), edited(card), note


def settled(call: Call, tx: Tx) -> Effects:
    """A line that has been decided."""
    raise TitleSettled


def _told(tx: Tx, done: TitleChanged, proposal: int) -> Note:
    before = title_proposals.get(tx, proposal).question.stood_on
    return told(done, known_before(tx, done.member, done.track, before))


def _asked(call: Call, tx: Tx) -> Ask:
    one = title_proposals.get(tx, call.data["proposal"])
    said = title_proposal.proposed(tx, one, call.occasion)
    return Ask("title.reason", "track_title/ask_why", said, {"proposal": one.id})


def _pressed(call: Call, tx: Tx) -> Edit:
    card = title_proposal.card(tx, call.data["card"], call.occasion)
    return Edit(template(card), card, buttons=buttons(card))


ROUTES = (
    Press("title.confirm", confirm, who=MODERATORS, final=True),
    Press("title.confirm_all", confirm_all, who=MODERATORS, final=True),
    Press("title.keep", keep, who=MODERATORS, final=True),
    Press("title.deal", deal, who=MODERATORS),
    Press("title.settled", settled, who=MODERATORS),
    Press("title.decline", ask_why, who=MODERATORS),
    Press("title.take", ask_why, who=MODERATORS),
    Prompted("title.reason", answered, who=MODERATORS, even_empty=True),
)
JOBS = (Job("track_titles", look, cron="* * * * *", scope=Scope.BRAND, late_s=EVER_S),)
