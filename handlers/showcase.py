"""What stands in the channels is put right, taken out or put back by staff; its author finds it there."""

from actions import showcase as actions
from handlers.call import Call
from handlers.effects import Ask, Effect, Effects, Note, Post, Reply, Tell, Whisper
from handlers.hanging import card_message, channel_buttons, hang, reword, take_down
from handlers.routes import REVIEWERS, Given, Press, Prompted
from rules.note import Matter
from rules.showcase import Exhibit, Exhibited
from storage import groups
from storage.engine.tx import Tx


def see(call: Call, tx: Tx) -> Effects:
    """Where it stands."""
    return Whisper("showcase/address", actions.address(tx, *_which(call)))


def ask_correction(call: Call, tx: Tx) -> Effects:
    """Which words shall stand there instead?"""
    return _ask("correction", "ask_words", call, tx)


def correction_given(call: Call, tx: Tx) -> Effects:
    """The post in the channel changes; the author hears of it with their day."""
    said = call.words.strip()
    if not said:
        return _ask("correction", "ask_words", call, tx)
    done = actions.correct(tx, *_which(call), said, call.member, call.occasion)
    return [
        Reply("showcase/corrected", done),
        *reword(tx, done.exhibit),
        _note(done.exhibit, "showcase/told_corrected", done),
        *_noted(tx, "showcase/note_corrected", done.exhibit, done),
    ]


def ask_reason(call: Call, tx: Tx) -> Effects:
    """Why does it go? The author reads it."""
    return _ask("reason", "ask_reason", call, tx)


def reason_given(call: Call, tx: Tx) -> Effects:
    """It goes from the channel; the author hears at once, and that nothing else changes."""
    if not call.words.strip():
        return _ask("reason", "ask_reason", call, tx)
    done = actions.take_out(tx, *_which(call), call.words, call.member, call.occasion)
    return [
        Reply("showcase/taken_out", done),
        *take_down(tx, done.exhibit),
        Tell(done.exhibit.member, "showcase/told_taken_out", done),
        *_noted(tx, "showcase/note_taken_out", done.exhibit, done),
    ]


def put_back(call: Call, tx: Tx) -> Effects:
    """It stands in the channel again; the author hears of it with their day."""
    done = actions.put_back(tx, *_which(call), call.member, call.occasion)
    return [
        *hang(tx, done.exhibit),
        _note(done.exhibit, "showcase/told_put_back", done),
        *_noted(tx, "showcase/note_put_back", done.exhibit, done),
    ]


def _which(call: Call) -> tuple[Exhibited, int]:
    return Exhibited(call.data["kind"]), call.data["number"]


def _ask(prompt: str, template: str, call: Call, tx: Tx) -> Ask:
    shown = actions.up(tx, *_which(call))
    return Ask(f"showcase.{prompt}", f"showcase/{template}", shown, dict(call.data))


def _note(exhibit: Exhibit, template: str, done: object) -> Note:
    return Note(exhibit.member, Matter.ACCOUNT, f"showcase:{exhibit.kind.value}:{exhibit.id}", template, done)


def _noted(tx: Tx, template: str, exhibit: Exhibit, done: object) -> list[Effect]:
    """For the rest of the staff, below its card, with what can be done next."""
    staff = groups.staff(tx)
    if staff is None:
        return []
    below, further = card_message(tx, exhibit), channel_buttons(tx, exhibit.kind, exhibit.id)
    return [Post(staff.id, template, done, buttons=further, reply_to=below, quiet=True)]


ROUTES = (
    Press("showcase.see", see),
    Press("showcase.correct", ask_correction, who=REVIEWERS),
    Prompted("showcase.correction", correction_given, Given.AHEAD, who=REVIEWERS, even_empty=True),
    Press("showcase.take_out", ask_reason, who=REVIEWERS),
    Press("showcase.put_back", put_back, who=REVIEWERS),
    Prompted("showcase.reason", reason_given, Given.AHEAD, who=REVIEWERS, even_empty=True),
)
