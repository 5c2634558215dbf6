"""Words that answer a question are shown as they would be read, found by doing it and letting nothing of it stand."""

from collections.abc import Sequence

from handlers.ahead import AHEAD, Ahead, SaysNothing, preview
from handlers.call import Call
from handlers.effects import Ask, Effect, Effects, Note, Post, Tell, flat
from handlers.routes import Given, Prompted
from rules.people import Part
from rules.reading.visible import shortened
from rules.refusals import Refusal
from rules.values import replace
from storage import groups, members
from storage.engine.tx import Tx
from storage.post import dialogues
from storage.post.dialogues import GOES_ON, Pending

# So many are named; the others are counted.
NAMED = 1
# Long enough to be any answer; nothing of it stays.
TRIED = "would these words still count"
SAID_MOST = 24


class _OnlyLooked(Exception):
    """Carries what would be said out of the savepoint that undoes it."""

    def __init__(self, effects: Effects) -> None:
        super().__init__()
        self.effects = flat(effects)


def ahead(route: Prompted, call: Call, tx: Tx) -> list[Effect]:
    """What `call.words` would lead to, shown; asked again where they lead to nothing yet. Raises what refuses them.

    What says nothing leaves the preview that stands there, if one does, and is told so else. A form is carried whole.
    """
    said = call.words or call.data.get(AHEAD, "")
    asked = {key: value for key, value in call.data.items() if key != AHEAD}
    effects = _rehearsed(route, replace(call, data=asked, words=said), tx)
    if any(isinstance(effect, Ask) for effect in effects):
        return [_nothing_said(effect, route, call) for effect in effects]
    if route.gathers is None:
        return [preview(route, asked, _ahead(route, call, said, effects, tx))]
    text = route.gathers(replace(call, data=asked, words=said), tx)
    shown = replace(_ahead(route, call, text, effects, tx), form=True)
    return [preview(route, {**asked, "text": text}, shown)]


def over_by_now(route: Prompted, call: Call, asked: Pending, tx: Tx) -> Refusal | None:
    """What an answer would be told, if none counts any more: somebody else has decided, or it is gone."""
    if not (route.moves or route.given is Given.AHEAD):
        return None
    data = {key: value for key, value in asked.data.items() if key not in (AHEAD, GOES_ON)}
    try:
        tried = "" if route.gathers else TRIED
        _rehearsed(route, replace(call, data=data, words=tried, words_at=None, message=None), tx)
    except Refusal as refusal:
        return refusal if refusal.over else None
    return None


def _rehearsed(route: Prompted, call: Call, tx: Tx) -> list[Effect]:
    try:
        with tx.savepoint():
            raise _OnlyLooked(route.answer(call, tx))
    except _OnlyLooked as looked:
        return looked.effects


def _nothing_said(effect: Effect, route: Prompted, call: Call) -> Effect:
    """The question again says what is the matter with the words."""
    said = call.message.text.strip() if call.message else ""
    if not isinstance(effect, Ask) or effect.prompt != route.prompt or effect.another or route.gathers or not said:
        return effect
    nothing = SaysNothing(shortened(said, SAID_MOST), effect.template, effect.outcome)
    return replace(effect, template="ahead/nothing", outcome=nothing)


def _others(route: Prompted, call: Call, tx: Tx) -> list[Pending]:
    """What else waits for an answer of the caller's."""
    this = (route.prompt, dialogues.about(call.data))
    open_ = dialogues.waiting(tx, call.member.id, call.occasion.now)
    return [one for one in open_ if (one.prompt, dialogues.about(one.data)) != this]


def _ahead(route: Prompted, call: Call, said: str, effects: Sequence[Effect], tx: Tx) -> Ahead:
    """Who would read what: a person before a group."""
    told = [one for one in effects if isinstance(one, Tell | Note) and one.member != call.member.id]
    posts = [one for one in effects if isinstance(one, Post) and groups.get(tx, one.group).part is not Part.STAFF]
    readers = tuple(dict.fromkeys(one.member for one in told))
    places = tuple(dict.fromkeys(groups.get(tx, one.group).title for one in posts))
    names = tuple(members.get(tx, one).name for one in readers[:NAMED])
    first = next(iter((*told, *posts)), None)
    among, number = bool(_others(route, call, tx)), dialogues.number_of(call.data)
    found = Ahead(route.prompt, said, names, len(readers) - len(names), places, among=among, number=number)
    if first is None:
        return found
    return replace(found, later=isinstance(first, Note), template=first.template, outcome=first.outcome)
