"""Production support: staff offer help by reply or by a button, the author answers, the finished work is linked."""

from typing import Any

from actions.daily import promise, support_done
from actions.daily import support as actions
from actions.daily.promise import Promising
from actions.daily.support import SupportCard
from actions.persons import team
from handlers.call import Call, Message
from handlers.cards import name_replied
from handlers.daily import supported
from handlers.daily.featured import number_of
from handlers.effects import DAY_S, Ask, Effect, Effects, Note, Post, Reply, Whisper
from handlers.kept import form_mistaken
from handlers.persons import met, with_ids
from handlers.routes import ALL_STAFF, MODERATORS, Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf, Where
from messages.vocabulary import meant, vocabulary
from rules.daily.support import (
    FORM,
    Basis,
    DoneSaid,
    FinishedWork,
    NothingSupported,
    done_said,
    form_text,
    require_link,
)
from rules.note import Matter
from rules.people import Member, Role
from rules.reading import form_fields, forms
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.refusals import NotAllowed
from rules.values import replace
from storage import groups
from storage.daily import features
from storage.engine.tx import Tx
from storage.post import outbox


def support(call: Call, tx: Tx) -> Effects:
    """`/support 帮什么 | 什么时候前 | 谁来帮` as a reply; without words the form; with `done` the finished work."""
    assert call.reply_to is not None
    words = with_ids(call, tx)
    first, _, rest = words.strip().partition(" ")
    message = _meant(call, tx)
    if first and meant("support", "step", first) == "done":
        return _finished_by_reply(call, tx, message, done_said(rest))
    about = promise.require_promising(tx, call.group.id, message)
    return _read(call, tx, about, words, "") if first else _ask(about)


def begin(call: Call, tx: Tx) -> Effects:
    """The button of a card: the form, in private."""
    return _ask(_about(call, tx))


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it."""
    return _read(call, tx, _about(call, tx), with_ids(call, tx), call.data.get("text", ""))


def gathered(call: Call, tx: Tx) -> str:
    """The form with its day, as it was understood."""
    filled = _filled(call, with_ids(call, tx), call.data.get("text", ""))
    return forms.settled(FORM, filled, vocabulary("support", call.member.locale), call.by_the_clock_here)


def accept(call: Call, tx: Tx) -> Effects:
    """Its author is glad of it; the staff see it."""
    return _answered(tx, actions.accept(tx, call.data["support"], call.member, call.occasion))


def decline(call: Call, tx: Tx) -> Effects:
    """Its author would rather not; nothing has to be explained."""
    return _answered(tx, actions.decline(tx, call.data["support"], call.member, call.occasion))


def withdraw(call: Call, tx: Tx) -> Effects:
    """It can't be done after all; an author who has heard of it hears so with their day."""
    _hand(call, tx)
    card = actions.withdraw(tx, call.data["support"], call.member, call.occasion)
    return [supported.edited(card), *supported.told_stopped(tx, card)]


def take(call: Call, tx: Tx) -> Effects:
    """Whoever has left the team is stood in for."""
    return supported.handed(actions.take(tx, call.data["support"], call.member, call.occasion))


def ask_link(call: Call, tx: Tx) -> Effects:
    """Where does the finished work stand?"""
    _hand(call, tx)
    return _ask_link(call, tx)


def link_given(call: Call, tx: Tx) -> Effects:
    """It is linked to the idea, and both are credited."""
    _hand(call, tx)
    if not call.words.strip():
        return _ask_link(call, tx)
    return _finished(call, tx, call.data["support"], FinishedWork(link=require_link(call.words)), None)


def reopen(call: Call, tx: Tx) -> Effects:
    """That was not it yet."""
    _hand(call, tx)
    card = support_done.reopen(tx, call.data["support"], call.member, call.occasion)
    return [supported.edited(card), supported.credited_no_more(card)]


def look(call: JobCall, tx: Tx) -> Effects:
    """The list of the day for the staff; who helps is reminded in the evening, before the date."""
    day, staff = support_done.look(tx, call.occasion), groups.staff(tx)
    listed = [Post(staff.id, "support/due", day.due, quiet=True)] if staff and day.due.lines else []
    reminded = [_reminder(one) for one in day.reminded if not one.gone]
    orphaned = [supported.edited(line.card) for line in day.due.lines if line.card.gone]
    return [*listed, *reminded, *orphaned, *map(supported.edited, day.lapsed)]


def _hand(call: Call, tx: Tx) -> None:
    """Moderators have a hand in all help, whoever else of the team in their own. Raises ButtonGone, NotAllowed."""
    mine = actions.card(tx, call.data["support"]).helper_id == call.member.id
    if not mine and not MODERATORS & call.roles:
        raise NotAllowed(staff=True, who=tuple(role.value for role in Role if role in MODERATORS))


def _meant(call: Call, tx: Tx) -> int:
    """The message that is replied to, or the one for which it thanks."""
    assert call.reply_to is not None
    number = number_of(name_replied(call, tx))
    feature = features.get(tx, number) if number is not None else None
    return feature.message if feature else call.reply_to.id


def _about(call: Call, tx: Tx) -> Promising:
    return promise.known_as(tx, Basis(call.data["basis"]), call.data["number"])


def _ask(about: Promising) -> Ask:
    return Ask("support.form", "support/form", about, _data(about))


def _data(about: Promising, text: str = "") -> dict[str, Any]:
    return {"basis": about.basis.value, "number": about.number, "text": text}


def _read(call: Call, tx: Tx, about: Promising, words: str, before: str) -> Effects:
    names = vocabulary("support", call.member.locale)
    filled = _filled(call, words, before)
    helper = None if filled.mistakes else _helper(tx, filled.words("who"), call.member)
    if helper is None:
        told = filled if filled.mistakes else _nobody(tx, filled, names)
        return form_mistaken("support.form", told, _data(about, filled.text))
    due = filled.number_or_none("due")
    assert due is not None
    card = actions.offer(tx, about, filled.words("what"), due, helper, call.member, call.occasion)
    return [Whisper("support/offered", card), supported.told_offered(card), *supported.posted(tx, card)]


def _filled(call: Call, words: str, before: str) -> Filled:
    names = vocabulary("support", call.member.locale)
    return forms.read(FORM, words if before else form_text(words, names), names, call.by_the_clock_here, before=before)


def _helper(tx: Tx, named: str, caller: Member) -> Member | None:
    """Who of the team is meant; whoever offers, if nobody is named, or they themselves."""
    name = named.removeprefix("@").strip().casefold()
    if not name or meant("support", "who", name) == "me":
        return caller
    fits = [one for one in team(tx) if name in _called(one)]
    return fits[0] if len(fits) == 1 else None


def _called(helper: Member) -> tuple[str, ...]:
    """By what one of the team may be named."""
    return helper.name.casefold(), (helper.username or "").casefold(), str(helper.telegram_id)


def _nobody(tx: Tx, filled: Filled, names: Vocabulary) -> Filled:
    names_known = tuple(one.name for one in team(tx))
    mistake = Mistake(0, form_fields.shown(names.names, "who"), Flaw.CHOICE, filled.words("who"), names_known)
    return replace(filled, mistakes=(mistake,))


def _answered(tx: Tx, card: SupportCard) -> list[Effect]:
    staff, kept = groups.staff(tx), outbox.kept(tx, supported.card_name(card.id))
    below = kept[1] if kept else None
    news = [Post(staff.id, "support/answered", card, reply_to=below, quiet=True)] if staff else []
    return [Reply(f"support/{card.state.value}", card), supported.edited(card), *news]


def _finished_by_reply(call: Call, tx: Tx, message: int, said: DoneSaid) -> Effects:
    author = call.reply_to.written_by if call.reply_to else None
    if author is None:
        raise NothingSupported
    maker = met(call, author, tx)
    found = support_done.meant(tx, call.group.id, message, maker.id, said.number, linked=said.link is not None)
    if said.link is not None:
        return _finished(call, tx, found.id, FinishedWork(link=said.link), None)
    return _finished(call, tx, found.id, FinishedWork(maker.id, call.group.id, message), call.reply_to)


def _finished(call: Call, tx: Tx, number: int, work: FinishedWork, below: Message | None) -> Effects:
    done = support_done.finish(tx, number, work, call.member, call.occasion)
    card = done.card
    here = below.id if below and call.chat.group and call.chat.group.id == card.group else card.message
    public: Effect = supported.credited_anew(card) if done.again else supported.credited(card, here)
    note = Note(card.member, Matter.NEWS, f"support_done:{card.id}", "support/told_done", card)
    return [Whisper("support/finished", card), public, supported.edited(card), note]


def _ask_link(call: Call, tx: Tx) -> Ask:
    return Ask("support.link", "support/ask_link", actions.card(tx, call.data["support"]), dict(call.data))


def _reminder(card: SupportCard) -> Note:
    return Note(card.helper_id, Matter.REMINDER, f"support_due:{card.id}", "support/told_due", card, lasts_s=3 * DAY_S)


ROUTES = (
    Command(
        "support", support, shelf=Shelf.GROWING, place=24, who=MODERATORS, where=Where.GROUP, reply=True, fades=True
    ),
    Press("support.begin", begin, who=MODERATORS),
    Prompted("support.form", filled_in, Given.AHEAD, who=MODERATORS, fields="support", gathers=gathered),
    Press("support.accept", accept),
    Press("support.decline", decline),
    Press("support.withdraw", withdraw, who=ALL_STAFF),
    Press("support.take", take, who=ALL_STAFF),
    Press("support.done", ask_link, who=ALL_STAFF),
    Prompted("support.link", link_given, Given.OPEN, who=ALL_STAFF, even_empty=True),
    Press("support.reopen", reopen, who=ALL_STAFF),
)
JOBS = (Job("supports", look, Scope.BRAND, cron="30 9 * * *", late_s=6 * 3600, recalled=True),)
