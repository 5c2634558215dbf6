"""`/nominate`: who should have an award and why; by reply, by name, in the group or in private."""

from dataclasses import dataclass

from actions.honour import nomination as actions
from actions.honour.nomination import Nominated, OpenAward
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Whisper
from handlers.persons import Named, chosen, person_of
from handlers.routes import Command, Press, Shelf
from rules.honour.nomination import require_reason
from rules.programme.awards import Award, Awards
from rules.programme.wording import each_of
from rules.typed import typed
from storage import members
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class WhichAward:
    """Several awards are open: which one is meant for `name`?"""

    name: str
    awards: tuple[OpenAward, ...]


def nominate(call: Call, tx: Tx) -> Effects:
    """The award may go before the reason; without it the only one that is open is meant, or one is chosen."""
    awards = call.occasion.programme.awards
    taken = actions.taken_now(tx, call.occasion)
    named = person_of(call, tx, "nominate", lambda word: _award_at_start(word, awards) is not None)
    award = _award_at_start(named.words, awards)
    wanted = [one for one in taken if award is None or one.key == award[0].key]
    reason = require_reason(award[1] if award else named.words)
    if len(wanted) == 1:
        return _nominated(actions.nominate(tx, call.member, named.member, wanted[0].round, reason, call.occasion))
    return _which(named, reason, taken)


def for_that(call: Call, tx: Tx) -> Effects:
    """The award was chosen by button."""
    data = call.data
    nominee = members.get(tx, data["nominee"])
    done = actions.nominate(tx, call.member, nominee, data["round"], data["reason"], call.occasion)
    return Edit("nomination/done", done, buttons=_buttons(done))


def withdraw(call: Call, tx: Tx) -> Effects:
    """Not them after all."""
    data = call.data
    return Edit(
        "nomination/withdrawn", actions.withdraw(tx, call.member, data["round"], data["nominee"], call.occasion)
    )


def decline(call: Call, tx: Tx) -> Effects:
    """Somebody would rather not stand."""
    return Edit("nomination/declined", actions.decline(tx, call.member, call.data["round"], call.occasion))


def _which(named: Named, reason: str, taken: tuple[OpenAward, ...]) -> Whisper:
    data = {"nominee": named.member.id, "reason": reason}
    rows = [(Button("nomination/award", "nomination.for", {**data, "round": one.round}, outcome=one),) for one in taken]
    return Whisper("nomination/which", WhichAward(named.member.name, taken), buttons=rows)


def _nominated(done: Nominated) -> Whisper:
    return Whisper("nomination/done", done, buttons=_buttons(done))


def _buttons(done: Nominated) -> Keyboard:
    data = {"round": done.round, "nominee": done.nominee}
    return ((Button("nomination/withdraw", "nomination.withdraw", data),),)


def _award_at_start(words: str, awards: Awards) -> tuple[Award, str] | None:
    """The award by whose title or key the words begin, and what they say after it."""
    said = words.lstrip()
    titles = [(award, name) for award in awards for name in (*each_of(award.title), award.key)]
    for award, name in sorted(titles, key=lambda one: -len(one[1])):
        if typed(said[: len(name)]) == typed(name):
            return award, said[len(name) :].lstrip(" ：:，,")
    return None


ROUTES = (
    Command("nominate", nominate, shelf=Shelf.STANDING, place=61, reply=False, names=True, fades=True, covenant=True),
    Press("nominate.chosen", chosen(nominate), covenant=True),
    Press("nomination.for", for_that, covenant=True),
    Press("nomination.withdraw", withdraw),
    Press("nomination.decline", decline),
)
