"""`/nominate`: who should have an award and why; by reply, by name, in the group or in private."""

from msgspec import Struct

from actions.honour import nomination as actions
from actions.honour.nomination import MyNomination, Nominated, OpenAward
from actions.honour.shortlist import joined
from handlers.call import Call
from handlers.effects import Button, Delete, Edit, Effect, Effects, Keyboard, Whisper
from handlers.honour.award_posts import card_of_names, names_card
from handlers.persons import Named, chosen, person_of
from handlers.routes import Command, Press, Shelf
from rules.honour.nomination import NotTakenNow, require_reason
from rules.programme.awards import Award, Awards
from rules.programme.wording import each_of
from rules.reading.typed import typed
from rules.values import replace
from storage import members
from storage.engine.tx import Tx


class Mine(Struct, frozen=True):
    """Whom the caller nominates, and the awards that are open."""

    made: tuple[MyNomination, ...]
    taken: tuple[OpenAward, ...]


class WhichAward(Struct, frozen=True):
    """Several awards are open: which one is meant for `name`?"""

    name: str
    awards: tuple[OpenAward, ...]


def nominate(call: Call, tx: Tx) -> Effects:
    """The award may go before the name or the reason; without it the only one that is open is meant, or one is chosen.

    Said alone it lists whom the caller nominates.
    """
    taken = actions.taken_now(tx, call.occasion)
    if not call.words.strip() and call.reply_to is None:
        return _mine(actions.made_by(tx, call.member, taken), taken)
    return _named(call, tx, taken)


def _named(call: Call, tx: Tx, taken: tuple[OpenAward, ...]) -> list[Effect]:
    awards = call.occasion.programme.awards
    first = _award_at_start(call.words, awards)
    wanted = _wanted(first, taken)
    named = person_of(_after(call, first), tx, "nominate", lambda word: _award_at_start(word, awards) is not None)
    award = first or _award_at_start(named.words, awards)
    wanted = _wanted(award, taken)
    reason = require_reason(award[1] if award and award is not first else named.words, wanted[0].title)
    if len(wanted) > 1:
        return [_which(named, reason, taken)]
    done = actions.nominate(tx, call.member, named.member, wanted[0].round, reason, call.occasion)
    return [_nominated(done), *_on_the_card(call, tx, done)]


def _wanted(award: tuple[Award, str] | None, taken: tuple[OpenAward, ...]) -> list[OpenAward]:
    """The awards that may be meant. Raises NotTakenNow."""
    wanted = [one for one in taken if award is None or one.key == award[0].key]
    if award and not wanted:
        raise NotTakenNow(award[0].title, tuple(one.title for one in taken))
    return wanted


def _after(call: Call, award: tuple[Award, str] | None) -> Call:
    """What the call says behind the award's name."""
    if award is None:
        return call
    at = None if call.words_at is None else call.words_at + len(call.words) - len(award[1])
    return replace(call, words=award[1], words_at=at)


def _mine(made: tuple[MyNomination, ...], taken: tuple[OpenAward, ...]) -> Whisper:
    rows = [
        (
            Button(
                "nomination/take_back", "nomination.withdraw", {"round": one.award.round, "nominee": one.nominee}, one
            ),
        )
        for one in made
    ]
    return Whisper("nomination/mine", Mine(made, taken), buttons=rows)


def for_that(call: Call, tx: Tx) -> Effects:
    """The award was chosen by button."""
    data = call.data
    nominee = members.get(tx, data["nominee"])
    done = actions.nominate(tx, call.member, nominee, data["round"], data["reason"], call.occasion)
    return [Edit("nomination/done", done, buttons=_buttons(done)), *_on_the_card(call, tx, done)]


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


def _on_the_card(call: Call, tx: Tx, done: Nominated) -> list[Effect]:
    """The staff are choosing already: they see the name that was said in time."""
    if not done.late:
        return []
    found = joined(tx, done.round, done.nominee, call.occasion)
    return [Delete(keep=names_card(done.round)), *card_of_names(tx, found)]


def _buttons(done: Nominated) -> Keyboard:
    if done.late:
        return ()
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
    Command(
        "nominate",
        nominate,
        shelf=Shelf.STANDING,
        place=61,
        reply=False,
        names=True,
        fades=True,
        discreet=True,
        covenant=True,
    ),
    Press("nominate.chosen", chosen(nominate), covenant=True),
    Press("nomination.for", for_that, covenant=True),
    Press("nomination.withdraw", withdraw, outside=True),
    Press("nomination.decline", decline, outside=True),
)
