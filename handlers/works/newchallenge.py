"""Making a challenge: a form to fill in and send back, or one question after the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from actions import dialogue, draft
from actions.works import challenge, media_kit
from handlers.call import Call
from handlers.effects import Ask, Button, Effects, Keyboard
from handlers.making import Made, Making
from handlers.routes import MODERATORS, Given, Press, Prompted
from handlers.works.announced import Announcement, announced
from handlers.works.told_first import told_first
from rules.audience import Reader
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.people import Group
from rules.reading import form_fields, forms
from rules.reading.flaws import Mistake
from rules.reading.form_fields import Field, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.reading.moments import written_moment
from rules.same_again import SameAgain, same_again
from rules.works import challenge as rules
from rules.works import challenge_form
from rules.works import challenge_steps as steps
from rules.works.challenge import BY_NAME, FORM, Brief
from rules.works.told_first import FirstKind
from storage.engine.tx import Tx


class FieldAsked(Struct, frozen=True):
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


class ChallengePreview(Struct, frozen=True):
    """The challenge as it will be announced, with so many files, and every group, with whether it is told."""

    brief: Brief
    readers: tuple[Reader, ...]
    files: int = 0


def _make(call: Call, tx: Tx, filled: Filled, told: Sequence[Group]) -> Made:
    made = challenge.publish(tx, call.member, rules.brief_of(filled), call.occasion)
    media_kit.settle(tx, call.data["draft"], made.id)
    shown = Announcement(made.id, made.brief)
    return Made(
        made.id, shown, [*announced(told, shown), *told_first(tx, FirstKind.CHALLENGE, made.id, told, call.occasion)]
    )


def first_step(call: Call, tx: Tx) -> Effects:
    """One question after the other."""
    draft.require_open(tx, call.data["draft"])
    dialogue.give_up(tx, call.member, "challenge.form", call.data)
    return _next(call, tx, {}, ())


def step(call: Call, tx: Tx) -> Effects:
    """The answer to one question; one that says nothing leaves it asked."""
    if not call.words.strip():
        part = BY_NAME[call.data["field"]]
        return _ask(call, part, call.data["written"], tuple(call.data["skipped"]), None)
    return _answered(call, tx, call.words)


def chosen(call: Call, tx: Tx) -> Effects:
    """The answer to one question, by button."""
    words = MAKING.words(call).choices[call.data["field"]]
    return _answered(call, tx, form_fields.shown(words, call.data["word"]))


def skipped(call: Call, tx: Tx) -> Effects:
    """A field that stays empty."""
    return _next(call, tx, call.data["written"], (*call.data["skipped"], call.data["field"]))


def step_back(call: Call, tx: Tx) -> Effects:
    """The question before, once more."""
    before = steps.last_asked(call.data["written"], tuple(call.data["skipped"]), MAKING.words(call))
    assert before is not None, "the first question has no way back"
    written = {name: text for name, text in call.data["written"].items() if name != before.name}
    skipped_ = tuple(name for name in call.data["skipped"] if name != before.name)
    return _ask(call, before, written, skipped_, None)


def preview_again(call: Call, tx: Tx) -> Effects:
    """Its files are together: the preview once more."""
    number = draft.require_open(tx, call.data["draft"]).id
    dialogue.give_up(tx, call.member, "media_kit.file", call.data)
    return MAKING.looked_at(call, tx, call.data["text"], "", number)


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> ChallengePreview:
    return ChallengePreview(rules.brief_of(filled), readers, media_kit.open_files(tx, number, None).files)


def _below(data: Mapping[str, Any]) -> Keyboard:
    """What goes with it; and waiting in line in place of being published."""
    files = Button("media_kit/open", "media_kit.open", {**data, "back": "challenge.preview"})
    return ((files,), (Button("series/add", "series.add", data),))


def _step_by_step(number: int) -> Keyboard:
    return ((Button("challenge/step_by_step", "challenge.steps", {"draft": number}, once=False),),)


def _answered(call: Call, tx: Tx, written: str) -> Effects:
    part = BY_NAME[call.data["field"]]
    found = form_fields.check(part, written, MAKING.words(call), call.by_the_clock_here)
    if isinstance(found, Mistake):
        return _ask(call, part, call.data["written"], tuple(call.data["skipped"]), found)
    said = (
        written_moment(found, call.by_the_clock_here)
        if isinstance(found, int) and part.shape is Shape.MOMENT
        else written
    )
    return _next(call, tx, {**call.data["written"], part.name: said.strip()}, tuple(call.data["skipped"]))


def _next(call: Call, tx: Tx, written: Mapping[str, str], skipped: tuple[str, ...]) -> Effects:
    part = steps.next_to_ask(written, skipped, MAKING.words(call))
    if part is not None:
        return _ask(call, part, written, skipped, None)
    dialogue.give_up(tx, call.member, "challenge.step", call.data)
    text = forms.plain_text(FORM, written, MAKING.words(call))
    return MAKING.looked_at(call, tx, text, "", call.data["draft"])


def _ask(call: Call, part: Field, written: Mapping[str, str], skipped: tuple[str, ...], mistake: Mistake | None) -> Ask:
    words = MAKING.words(call)
    kind = steps.kind_of(written, words)
    asking: dict[str, Any] = {"field": part.name, "written": dict(written), "skipped": list(skipped)}
    data = {**asking, "draft": call.data["draft"]}
    optional = steps.may_skip(part, kind)
    choices = [
        Button(f"challenge/{part.name}_{one}", "challenge.choose", {**data, "word": one}, once=False)
        for one in part.choices
    ]
    rows: list[tuple[Button, ...]] = [tuple(choices[at : at + 3]) for at in range(0, len(choices), 3)]
    if optional:
        rows.append((Button("challenge/skip", "challenge.skip", data, once=False),))
    if written or skipped:
        rows.append((Button("challenge/step_back", "challenge.step_back", data, once=False),))
    name = form_fields.shown(words.names, part.name)
    asked = FieldAsked(
        *steps.progress(written, skipped, words), part.name, name, kind.value, written, mistake, optional
    )
    return Ask("challenge.step", "challenge/ask", asked, data=data, buttons=rows, another=mistake is None)


def _same(tx: Tx, number: int, words: Vocabulary, occasion: Occasion) -> SameAgain:
    found = challenge.known(tx, number)
    rules.require_own(found)
    return same_again(FORM, challenge_form.text_of(found.brief, words, occasion), words)


def _carry(tx: Tx, number: int, draft: int) -> None:
    """Its files go along."""
    media_kit.open_files(tx, draft, number)


MAKING = Making(
    noun="challenge",
    command="newchallenge",
    kind=DraftKind.CHALLENGE,
    read=rules.read,
    preview=_preview,
    make=_make,
    same=_same,
    beside=_step_by_step,
    below=_below,
    carry=_carry,
)
ROUTES = (
    *MAKING.routes(place=20),
    Prompted("challenge.step", step, Given.PREVIEWED, who=MODERATORS, plain=True, even_empty=True),
    Press("challenge.steps", first_step, who=MODERATORS),
    Press("challenge.choose", chosen, who=MODERATORS),
    Press("challenge.skip", skipped, who=MODERATORS),
    Press("challenge.step_back", step_back, who=MODERATORS),
    Press("challenge.preview", preview_again, who=MODERATORS),
)
