"""Taking back: `/undo 123 reason`, several numbers, or as a reply to a credited message; a preview, then one press."""

from collections.abc import Callable

from msgspec import Struct

from actions.fairness import batch, undo
from actions.fairness.undo import Told, Undone
from actions.fairness.undo_told import listed
from handlers.call import Call
from handlers.daily import asked, featured
from handlers.effects import Button, Edit, Effect, Effects, Note, React, Whisper
from handlers.fairness import granted
from handlers.given_back import noted
from handlers.honour import assisted
from handlers.routes import MODERATORS, Command, Press, Shelf
from handlers.teams import prized
from rules.fairness.batch import batch_in
from rules.fairness.grant import REASON_LIMIT, ReasonNeeded
from rules.fairness.undo import MOST_ENTRIES, UndoUnclear, entries_in
from rules.ledger.reversals import Aftermath, Also
from rules.lengths import within
from rules.note import Matter
from rules.occasion import Occasion
from storage.engine.tx import Tx


class Left(Struct, frozen=True):
    """Nothing was taken back."""


def answer(call: Call, tx: Tx) -> Effects:
    """The preview, for the caller alone."""
    entries, reason = _meant(call, tx)
    if not entries and call.reply_to and call.chat.group:
        pointed = call.reply_to
        entries = undo.entries_of(tx, call.chat.group.id, pointed.id, pointed.at, MOST_ENTRIES)
    if not entries:
        raise UndoUnclear
    if not reason:
        raise ReasonNeeded("undo")
    ahead = undo.preview(tx, call.member, entries, within(reason, REASON_LIMIT), call.occasion)
    data = {"entries": entries, "reason": ahead.reason, "forced": ahead.missing > 0}
    buttons = (
        Button("undo/confirm", "undo.confirm", data, lasts_s=600, style="danger"),
        Button("undo/leave", "undo.leave", lasts_s=600),
    )
    return Whisper("undo/preview", ahead, buttons=(buttons,))


def _meant(call: Call, tx: Tx) -> tuple[tuple[int, ...], str]:
    """The entries by their numbers, or those of a whole batch, and the reason."""
    named = batch_in(call.words)
    return (batch.entries(tx, named[0]), named[1]) if named else entries_in(call.words)


def confirm(call: Call, tx: Tx) -> Effects:
    """All of it is taken back, and each member told why."""
    data = call.data
    done = undo.undo(tx, call.member, data["entries"], data["reason"], call.occasion, forced=data["forced"])
    told = [_told(one) for one in done.told if one.points]
    return (Edit("undo/done", done), *told, *noted(done.given), *_shown(tx, done, call.occasion))


def leave(call: Call, tx: Tx) -> Effects:
    """Nothing is taken back."""
    return Edit("undo/left", Left())


def _told(told: Told) -> Note:
    return Note(told.member, Matter.ACCOUNT, f"undo:{listed(told.entries)}", "undo/told", told)


FOLLOWS: dict[Aftermath, Callable[[Tx, Also, Occasion], list[Effect]]] = {
    Aftermath.REOPENED: lambda tx, also, occasion: asked.accepted_no_longer(tx, also.number),
    Aftermath.ACCEPTED_AGAIN: lambda tx, also, occasion: asked.accepted_again(tx, also.number),
    Aftermath.UNFEATURED: lambda tx, also, occasion: featured.gone(tx, also.number),
    Aftermath.FEATURED_AGAIN: lambda tx, also, occasion: featured.again(tx, also.number),
    Aftermath.PRIZE_GONE: lambda tx, also, occasion: prized.gone(tx, also.answer),
    Aftermath.PRIZE_AGAIN: lambda tx, also, occasion: prized.again(tx, also.answer),
    Aftermath.AWARD_GONE: lambda tx, also, occasion: assisted.gone(also.number, also.day),
    Aftermath.AWARD_AGAIN: lambda tx, also, occasion: assisted.again(tx, also.number, also.day, occasion),
}


def _shown(tx: Tx, done: Undone, occasion: Occasion) -> list[Effect]:
    """What the group sees of it: our reactions go, and what we said of it; that comes again with what it was about."""
    marks = [line.reacted for line in done.lines if line.reacted is not None]
    effects: list[Effect] = [React("", message=message, group=group) for group, message in marks]
    for line in done.lines:
        if line.grant:
            effects += granted.again(tx, line.grant) if line.points > 0 else granted.gone(line.grant)
    for also in done.also:
        if also.kind in FOLLOWS:
            effects += FOLLOWS[also.kind](tx, also, occasion)
    return effects


ROUTES = (
    Command("undo", answer, shelf=Shelf.PEOPLE, place=20, who=MODERATORS, fades=True),
    Press("undo.confirm", confirm, who=MODERATORS, final=True),
    Press("undo.leave", leave, who=MODERATORS),
)
