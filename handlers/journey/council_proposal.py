"""`/propose`: a form in private, looked at before it is put before the core group, and taken back while there is no vote."""

from actions import draft
from actions.journey import council_proposal as actions
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Edit, Effects, Link, Post, Reply, Whisper
from handlers.journey.proposals import ProposalPreview, proposal_name
from handlers.kept import form_mistaken
from handlers.routes import Command, Given, Press, Prompted, Shelf, Start
from messages.vocabulary import vocabulary
from rules.draft import DraftKind
from rules.journey import council_proposal as rules
from rules.reading.forms import Filled
from storage.engine.tx import Tx


def propose(call: Call, tx: Tx) -> Effects:
    """The form; in a group the way there."""
    actions.begin(tx, call.member)
    if call.chat.kind is not ChatKind.PRIVATE:
        return Whisper("council/propose_in_private", buttons=((Link("council/propose", start="propose"),),))
    return _asked(call, tx, call.words.strip())


def pressed(call: Call, tx: Tx) -> Effects:
    """The same by a button of the council."""
    actions.begin(tx, call.member)
    return _asked(call, tx)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it."""
    filled = _read(call, call.words, call.data["text"])
    data = {"text": filled.text, "draft": call.data["draft"]}
    if filled.mistakes:
        return form_mistaken("council.form", filled, data)
    asked = call.occasion.programme.council
    shown = ProposalPreview(call.member.name, rules.plan_of(filled), asked.talk_hours, asked.vote_hours)
    buttons = (
        (Button("council/publish", "council.publish", data, style="success"),),
        (
            Button("council/change", "council.change", data, corrects="council.form"),
            Button("council/drop", "council.drop_draft", {"draft": data["draft"]}),
        ),
    )
    return Reply("council/preview", shown, buttons=buttons)


def change(call: Call, tx: Tx) -> Effects:
    """The form once more, filled in as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("council.form", "council/form_again", Filled(call.data["text"]), dict(call.data))


def drop_draft(call: Call, tx: Tx) -> Effects:
    """Propose nothing; what was written is corrected no more."""
    draft.drop(tx, call.member, call.data["draft"], call.occasion)
    return drop(call, tx)


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    return Edit("council/dropped")


def publish(call: Call, tx: Tx) -> Effects:
    """It stands in the core group, once of all the previews that are open."""
    number = draft.require_open(tx, call.data["draft"]).id
    done = actions.publish(tx, call.member, rules.plan_of(_read(call, call.data["text"], "")), call.occasion)
    draft.publish(tx, number, done.id, call.occasion)
    said = Post(done.group, "council/proposed", done, keep=proposal_name(done.id))
    return [Edit("council/published", done), said]


def withdraw(call: Call, tx: Tx) -> Effects:
    """Its author takes it back; the core group reads so below it."""
    done = actions.withdraw(tx, call.member, call.data["proposal"], call.occasion)
    return [Edit("council/taken_back", done), Edit("council/taken_back", done, keep=proposal_name(done.id))]


def _asked(call: Call, tx: Tx, written: str = "") -> Ask:
    number = draft.begin(tx, call.member, DraftKind.PROPOSAL, call.occasion)
    return Ask("council.form", "council/form", data={"text": "", "draft": number}, first=written)


def _read(call: Call, text: str, before: str) -> Filled:
    return rules.read(text, vocabulary("council", call.member.locale), call.occasion, before)


ROUTES = (
    Command("propose", propose, shelf=Shelf.STANDING, place=74, menu=False, fades=True),
    Start("propose", propose),
    Prompted("council.form", filled_in, Given.PREVIEWED, covenant=True, plain=True, fields="council"),
    Press("council.propose", pressed),
    Press("council.change", change),
    Press("council.drop_draft", drop_draft),
    Press("council.drop", drop),
    Press("council.publish", publish, covenant=True, final=True),
    Press("council.take_back", withdraw, final=True),
)
