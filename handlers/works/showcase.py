"""The showcase: a reviewer sees and words what goes to the channel; what stands there is put right, or taken out."""

from actions.works import showcase as actions
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Note, Post, Reply, Tell, Toast
from handlers.routes import REVIEWERS, Press, Prompted
from handlers.works.desk import LASTS_S, card_again, card_message, channel_buttons
from handlers.works.hanging import hang, reword, take_down
from rules.note import Matter
from rules.works.showcase import Exhibit
from storage import groups
from storage.engine.tx import Tx


def preview(call: Call, tx: Tx) -> Effects:
    """The card becomes the post as it would stand in the channel."""
    return _previewed(call, _seen(call, tx))


def back(call: Call, tx: Tx) -> Effects:
    """To the remarks again."""
    return card_again(tx, call.data["submission"], call.occasion)


def ask_caption(call: Call, tx: Tx) -> Effects:
    """Which words shall stand there?"""
    return [Toast("order/write_in_private"), _ask("showcase.caption", call, _seen(call, tx))]


def caption_given(call: Call, tx: Tx) -> Effects:
    """They stand on the card now; nothing has been sent to the channel."""
    data, said = call.data, call.words.strip()
    if not said:
        return _ask("showcase.caption", call, _seen(call, tx))
    shown = actions.draft(tx, data["submission"], data["version"], said, call.member, call.occasion)
    return [Reply("showcase/drafted", shown), _previewed(call, shown)]


def plain(call: Call, tx: Tx) -> Effects:
    """The work's own words after all."""
    data = call.data
    shown = actions.draft(tx, data["submission"], data["version"], None, call.member, call.occasion)
    return _previewed(call, shown)


def ask_correction(call: Call, tx: Tx) -> Effects:
    """Which words shall stand there instead?"""
    return [
        Toast("order/write_in_private"),
        _ask("showcase.correction", call, actions.up(tx, call.data["submission"])),
    ]


def correction_given(call: Call, tx: Tx) -> Effects:
    """The post in the channel changes; the author hears of it with their day."""
    said = call.words.strip()
    if not said:
        return _ask("showcase.correction", call, actions.up(tx, call.data["submission"]))
    done = actions.correct(tx, call.data["submission"], said, call.member, call.occasion)
    about = f"showcase:{done.exhibit.id}"
    told = Note(done.exhibit.member, Matter.ACCOUNT, about, "showcase/told_corrected", done)
    return [
        Reply("showcase/corrected", done),
        *reword(tx, done.exhibit),
        told,
        *_noted(tx, "showcase/note_corrected", done.exhibit.id, done),
    ]


def ask_reason(call: Call, tx: Tx) -> Effects:
    """Why does it go? The author reads it."""
    shown = actions.up(tx, call.data["submission"])
    return [Toast("order/write_in_private"), Ask("showcase.reason", "showcase/ask_reason", shown, dict(call.data))]


def reason_given(call: Call, tx: Tx) -> Effects:
    """It goes from the channel; the author hears at once, and that nothing else changes."""
    if not call.words.strip():
        shown = actions.up(tx, call.data["submission"])
        return Ask("showcase.reason", "showcase/ask_reason", shown, dict(call.data))
    done = actions.take_out(tx, call.data["submission"], call.words, call.member, call.occasion)
    return [
        Reply("showcase/taken_out", done),
        *take_down(tx, done.exhibit),
        Tell(done.exhibit.member, "showcase/told_taken_out", done),
        *_noted(tx, "showcase/note_taken_out", done.exhibit.id, done),
    ]


def put_back(call: Call, tx: Tx) -> Effects:
    """It stands in the channel again; the author hears of it with their day."""
    done = actions.put_back(tx, call.data["submission"], call.member, call.occasion)
    about = f"showcase:{done.exhibit.id}"
    return [
        *hang(tx, done.exhibit, done.work),
        Note(done.exhibit.member, Matter.ACCOUNT, about, "showcase/told_put_back", done),
        *_noted(tx, "showcase/note_put_back", done.exhibit.id, done),
    ]


def _seen(call: Call, tx: Tx) -> Exhibit:
    data = call.data
    return actions.preview(tx, data["submission"], data["version"], call.member, call.occasion)


def _ask(prompt: str, call: Call, shown: Exhibit) -> Ask:
    return Ask(prompt, "showcase/ask_words", shown, dict(call.data))


def _previewed(call: Call, shown: Exhibit) -> Edit:
    """What is final stands neither where the preview was asked for nor where words are written."""
    data = {"submission": shown.id, "version": call.data["version"]}
    plain = (_button("plain", data),) if shown.caption is not None else ()
    publish = Button(
        "showcase/publish", "review.feature", data, anyone=True, once=False, lasts_s=LASTS_S, style="success"
    )
    rows = ((publish,), (_button("write", data), *plain), (_button("back", data),))
    return Edit("showcase/preview", shown, buttons=rows, keep=f"review:{shown.id}")


def _button(key: str, data: dict[str, int]) -> Button:
    return Button(f"showcase/{key}", f"showcase.{key}", data, anyone=True, once=False, lasts_s=LASTS_S)


def _noted(tx: Tx, template: str, number: int, done: object) -> list[Effect]:
    """For the rest of the staff, below the work's card, with what can be done next."""
    staff = groups.staff(tx)
    if staff is None:
        return []
    below, further = card_message(tx, number), channel_buttons(tx, number)
    return [Post(staff.id, template, done, buttons=further, reply_to=below, quiet=True)]


ROUTES = (
    Press("showcase.preview", preview, who=REVIEWERS),
    Press("showcase.back", back, who=REVIEWERS),
    Press("showcase.write", ask_caption, who=REVIEWERS),
    Prompted("showcase.caption", caption_given, who=REVIEWERS),
    Press("showcase.plain", plain, who=REVIEWERS),
    Press("showcase.correct", ask_correction, who=REVIEWERS),
    Prompted("showcase.correction", correction_given, who=REVIEWERS),
    Press("showcase.take_out", ask_reason, who=REVIEWERS),
    Press("showcase.put_back", put_back, who=REVIEWERS),
    Prompted("showcase.reason", reason_given, who=REVIEWERS),
)
