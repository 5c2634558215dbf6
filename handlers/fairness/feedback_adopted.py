"""A ticket is adopted: the sentence for the release notes is asked for in each language of the communities."""

from collections.abc import Mapping

from msgspec import Struct

from actions import dialogue
from actions.fairness import feedback as actions
from actions.fairness import feedback_decided as decided
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Reply
from handlers.fairness.feedback_cards import FeedbackAsking, moved
from handlers.routes import MODERATORS, Given, Press, Prompted
from rules.fairness.feedback import NOTE_MOST, FeedbackMoved, require_said, require_taken_up
from rules.programme.wording import Wording, written_in
from storage.engine.tx import Tx

PROMPT, LATER = "feedback.adopted", "feedback.word"


class FeedbackInWords(Struct, frozen=True):
    """What is written of ticket `number` so far, and in which `locale` it is still missing: the language of `groups`."""

    number: int
    most: int
    written: str
    locale: str
    groups: tuple[str, ...]


def ask(call: Call, tx: Tx) -> Effects:
    """What will change? Written in private."""
    number: int = call.data["feedback"]
    actions.found_of(tx, number)
    decided.require_anothers(tx, call.member, number)
    return _first(number)


def worded(call: Call, tx: Tx) -> Effects:
    """It is adopted as soon as there are words in every language of the communities."""
    number, written = call.data["feedback"], dict(call.data.get("written", {}))
    spoken = actions.spoken_there(tx, call.member)
    if call.words.strip():
        said = require_said(call.words, NOTE_MOST)
        written[written_in(said, spoken)] = said
    elif not written:
        return _first(number)
    missing = next((locale for locale in spoken if locale not in written), None)
    return _further(tx, number, written, missing) if missing else _adopted(call, tx, number, written, answered=True)


def as_it_is(call: Call, tx: Tx) -> Effects:
    """Only the communities of the languages that there are words in read of it."""
    number: int = call.data["feedback"]
    dialogue.give_up(tx, call.member, PROMPT, call.data)
    return _adopted(call, tx, number, call.data["written"], answered=False)


def ask_word(call: Call, tx: Tx) -> Effects:
    """How is it said in the language that is missing? Its communities read it then."""
    return _missing(call, tx)


def added(call: Call, tx: Tx) -> Effects:
    """It goes to the communities of that language, and the card says so."""
    asked = _missing(call, tx)
    spoken, said = actions.spoken_there(tx, call.member), call.words.strip()
    if not said or written_in(said, spoken) != asked.outcome.locale:
        return asked
    done = decided.word(tx, call.member, call.data["feedback"], asked.outcome.locale, said, call.occasion)
    return [Reply("feedback/moved", done.ticket), *moved(done)]


def _missing(call: Call, tx: Tx) -> Ask:
    """The first language of the communities in which nobody has said what changes. Raises FeedbackMoved when there is none."""
    number: int = call.data["feedback"]
    whole = actions.found_of(tx, number)
    missing = [one for one in actions.spoken_there(tx, call.member) if one not in whole.note.by_locale]
    require_taken_up(whole)
    if not missing:
        raise FeedbackMoved(number, whole.state)
    asked = FeedbackInWords(number, NOTE_MOST, str(whole.note), missing[0], actions.communities_in(tx, missing[0]))
    return Ask(LATER, "feedback/ask_word", asked, {"feedback": number})


def _first(number: int) -> Ask:
    return Ask(PROMPT, "feedback/ask_adopted", FeedbackAsking(number, NOTE_MOST), {"feedback": number})


def _further(tx: Tx, number: int, written: Mapping[str, str], missing: str) -> Ask:
    data, so_far = {"feedback": number, "written": written}, next(iter(written.values()))
    asked = FeedbackInWords(number, NOTE_MOST, so_far, missing, actions.communities_in(tx, missing))
    leave = Button("feedback/as_it_is", "feedback.as_it_is", data, asked)
    return Ask(PROMPT, "feedback/ask_in_words", asked, data, buttons=((leave,),), another=True)


def _adopted(call: Call, tx: Tx, number: int, written: Mapping[str, str], *, answered: bool) -> list[Effect]:
    done = decided.adopt(tx, call.member, number, Wording(**written), call.occasion)
    said = Reply("feedback/moved", done.ticket) if answered else Edit("feedback/moved", done.ticket)
    return [said, *moved(done)]


ROUTES = (
    Press("feedback.adopted", ask, who=MODERATORS),
    Prompted("feedback.adopted", worded, Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("feedback.as_it_is", as_it_is, who=MODERATORS),
    Press("feedback.word", ask_word, who=MODERATORS),
    Prompted("feedback.word", added, Given.AHEAD, who=MODERATORS, even_empty=True),
)
