"""Making a challenge: a form to fill in and send back, or one question after the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions import audience as audiences
from actions import dialogue, draft
from actions.works import challenge
from handlers import audience
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Link, Reply
from handlers.routes import MODERATORS, Command, Press, Prompted, Shelf, Start, Where
from handlers.works.announced import Announcement, announced
from messages.vocabulary import vocabulary
from rules import forms
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.forms import Field, Filled, Mistake, Vocabulary
from rules.works import challenge as rules
from rules.works.challenge import BY_NAME, FORM, Brief
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class FieldAsked:
    """One field of the form is asked for: its key and name, what has been written so far, and what was wrong last time.

    It is the `step`-th of `steps`.
    """

    step: int
    steps: int
    field: str
    name: str
    kind: str
    written: Mapping[str, str]
    mistake: Mistake | None
    optional: bool


@dataclass(frozen=True, slots=True)
class ChallengePreview:
    """The challenge as it will be announced, and every group, with whether it is told."""

    brief: Brief
    readers: tuple[Reader, ...]


def new(call: Call, tx: Tx) -> Effects:
    """With nothing, the form comes in private; with a filled form, the preview."""
    text = call.words.strip()
    if text:
        return _read(call, tx, text, "", _begin(call, tx, text))
    if call.chat.kind is not ChatKind.PRIVATE and not call.member.reachable:
        return Reply("challenge/form_waits", buttons=((Link("challenge/fetch_form", start="newchallenge"),),))
    form = started(call, tx)
    if call.chat.kind is ChatKind.PRIVATE:
        return form
    return form, Reply(
        "challenge/form_sent", buttons=((Link("welcome/open_private", start="newchallenge"),),), fade_s=60
    )


def started(call: Call, tx: Tx) -> Ask:
    """The deep link: the form."""
    number = _begin(call, tx)
    steps = Button("challenge/step_by_step", "challenge.steps", {"draft": number}, once=False)
    return Ask("challenge.form", "challenge/form", data={"text": "", "draft": number}, buttons=((steps,),))


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it."""
    return _read(call, tx, call.words, call.data["text"], call.data["draft"])


def change(call: Call, tx: Tx) -> Effects:
    """The form once more, filled in as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("challenge.form", "challenge/form_again", Filled(call.data["text"]), data=dict(call.data))


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    return Edit("challenge/dropped")


def publish(call: Call, tx: Tx) -> Effects:
    """Open it and announce it in every community, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = rules.read(call.data["text"], _words(call), call.occasion)
    if filled.mistakes:
        return _mistaken(filled, number)
    told = audiences.addressed(tx, Meant.DRAFT, number)
    published = challenge.publish(tx, call.member, rules.brief_of(filled), call.occasion)
    draft.publish(tx, number, published.id, call.occasion)
    shown = Announcement(published.id, published.brief)
    return [Edit("challenge/published", shown), *announced(told, shown)]


def choose(call: Call, tx: Tx) -> Effects:
    """One group more or less is told, or those of one language, or all."""
    number = draft.require_open(tx, call.data["draft"]).id
    audiences.choose(tx, Meant.DRAFT, number, audience.chosen(call.data))
    filled = rules.read(call.data["text"], _words(call), call.occasion)
    if filled.mistakes:
        return _mistaken(filled, number)
    shown = _shown(tx, filled, number)
    return Edit("challenge/preview", shown, buttons=_decide(shown, filled, number))


def first_step(call: Call, tx: Tx) -> Effects:
    """One question after the other."""
    draft.require_open(tx, call.data["draft"])
    dialogue.give_up(tx, call.member, "challenge.form", call.data)
    return _next(call, tx, {}, ())


def step(call: Call, tx: Tx) -> Effects:
    """The answer to one question."""
    return _answered(call, tx, call.words)


def chosen(call: Call, tx: Tx) -> Effects:
    """The answer to one question, by button."""
    words = _words(call).choices[call.data["field"]]
    return _answered(call, tx, forms.shown(words, call.data["word"]))


def skipped(call: Call, tx: Tx) -> Effects:
    """A field that stays empty."""
    return _next(call, tx, call.data["written"], (*call.data["skipped"], call.data["field"]))


def step_back(call: Call, tx: Tx) -> Effects:
    """The question before, once more."""
    before = rules.last_asked(call.data["written"], tuple(call.data["skipped"]), _words(call))
    assert before is not None, "the first question has no way back"
    written = {name: text for name, text in call.data["written"].items() if name != before.name}
    skipped_ = tuple(name for name in call.data["skipped"] if name != before.name)
    return _ask(call, before, written, skipped_, None)


def give_up(call: Call, tx: Tx) -> Effects:
    """No more questions."""
    dialogue.give_up(tx, call.member, "challenge.step", call.data)
    return Edit("challenge/dropped")


def _words(call: Call) -> Vocabulary:
    return vocabulary("challenge", call.member.locale)


def _begin(call: Call, tx: Tx, text: str = "") -> int:
    return draft.begin(tx, call.member, DraftKind.CHALLENGE, call.occasion, text)


def _read(call: Call, tx: Tx, text: str, before: str, number: int) -> Effects:
    filled = rules.read(text, _words(call), call.occasion, before)
    if filled.mistakes:
        return _mistaken(filled, number)
    shown = _shown(tx, filled, number)
    return Reply("challenge/preview", shown, buttons=_decide(shown, filled, number))


def _mistaken(filled: Filled, number: int) -> Ask:
    return Ask("challenge.form", "forms/wrong", filled, data={"text": filled.text, "draft": number})


def _shown(tx: Tx, filled: Filled, number: int) -> ChallengePreview:
    return ChallengePreview(rules.brief_of(filled), audiences.readers(tx, Meant.DRAFT, number))


def _decide(shown: ChallengePreview, filled: Filled, number: int) -> Keyboard:
    data = {"text": filled.text, "draft": number}
    return (
        (Button("challenge/publish", "challenge.publish", data, style="success"),),
        *audience.choices(shown.readers, "challenge.audience", data),
        (Button("challenge/change", "challenge.change", data), Button("challenge/drop", "challenge.drop")),
    )


def _answered(call: Call, tx: Tx, written: str) -> Effects:
    part = BY_NAME[call.data["field"]]
    found = forms.check(part, written, _words(call), call.occasion)
    if isinstance(found, Mistake):
        return _ask(call, part, call.data["written"], tuple(call.data["skipped"]), found)
    return _next(call, tx, {**call.data["written"], part.name: written.strip()}, tuple(call.data["skipped"]))


def _next(call: Call, tx: Tx, written: Mapping[str, str], skipped: tuple[str, ...]) -> Effects:
    part = rules.next_to_ask(written, skipped, _words(call))
    if part is not None:
        return _ask(call, part, written, skipped, None)
    dialogue.give_up(tx, call.member, "challenge.step", call.data)
    return _read(call, tx, forms.plain_text(FORM, written, _words(call)), "", call.data["draft"])


def _ask(call: Call, part: Field, written: Mapping[str, str], skipped: tuple[str, ...], mistake: Mistake | None) -> Ask:
    words = _words(call)
    kind = rules.kind_of(written, words)
    asking: dict[str, Any] = {"field": part.name, "written": dict(written), "skipped": list(skipped)}
    data = {**asking, "draft": call.data["draft"]}
    optional = rules.may_skip(part, kind)
    choices = [
        Button(f"challenge/{part.name}_{one}", "challenge.choose", {**data, "word": one}, once=False)
        for one in part.choices
    ]
    rows: list[tuple[Button, ...]] = [tuple(choices[at : at + 3]) for at in range(0, len(choices), 3)]
    if optional:
        rows.append((Button("challenge/skip", "challenge.skip", data, once=False),))
    back = (Button("challenge/step_back", "challenge.step_back", data, once=False),) if written or skipped else ()
    rows.append((*back, Button("challenge/give_up", "challenge.give_up", {"draft": call.data["draft"]}, once=False)))
    name = forms.shown(words.names, part.name)
    asked = FieldAsked(
        *rules.progress(written, skipped, words), part.name, name, kind.value, written, mistake, optional
    )
    return Ask("challenge.step", "challenge/ask", asked, data=data, buttons=rows, another=mistake is None)


ROUTES = (
    Command(
        "newchallenge",
        new,
        shelf=Shelf.WORKS,
        place=20,
        who=MODERATORS,
        where=Where.STAFF,
        stays="a filled-in form",
        plain=True,
    ),
    Start("newchallenge", started, who=MODERATORS),
    Prompted("challenge.form", filled_in, who=MODERATORS, plain=True),
    Prompted("challenge.step", step, who=MODERATORS, plain=True),
    Press("challenge.steps", first_step, who=MODERATORS),
    Press("challenge.choose", chosen, who=MODERATORS),
    Press("challenge.skip", skipped, who=MODERATORS),
    Press("challenge.step_back", step_back, who=MODERATORS),
    Press("challenge.give_up", give_up, who=MODERATORS),
    Press("challenge.audience", choose, who=MODERATORS),
    Press("challenge.publish", publish, who=MODERATORS, final=True),
    Press("challenge.change", change, who=MODERATORS),
    Press("challenge.drop", drop, who=MODERATORS),
)
