"""`/growth`: one's works of a track in their order, with what was said of each, what was taken up, and the next step."""

from actions.works import growth as actions
from actions.works.growth import Growth
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.routes import Command, Press, Shelf, Start, Where
from messages.vocabulary import meant
from rules.works.challenge import SkillTrack
from rules.works.growth import NextKind
from storage.engine.tx import Tx


def growth(call: Call, tx: Tx) -> Effects:
    """The track that is named, else that of which something was said last."""
    named = meant("challenge", "track", call.words) if call.words.strip() else None
    found = actions.growth_of(tx, call.member, SkillTrack(named) if named else None, call.occasion)
    if found is None:
        return Reply("growth/nothing")
    return Reply("growth/track", found, buttons=_buttons(found))


def chosen(call: Call, tx: Tx) -> Effects:
    """Another track, in place."""
    found = actions.growth_of(tx, call.member, SkillTrack(call.data["track"]), call.occasion)
    if found is None:
        return Edit("growth/nothing")
    return Edit("growth/track", found, buttons=_buttons(found))


def _buttons(found: Growth) -> Keyboard:
    others = tuple(
        Button(f"challenge/track_{one.value}", "growth.track", {"track": one.value}, once=False)
        for one in found.tracks
        if one is not found.track
    )
    return tuple(row for row in (_next(found), others) if row)


def _next(found: Growth) -> tuple[Button, ...]:
    data = {"challenge": found.next.number}
    if found.next.kind is NextKind.IMPROVE:
        return (Button("submission/improve", "submission.guided", data, once=False, style="primary"),)
    if found.next.kind is NextKind.CHALLENGE:
        return (Button("growth/look", "challenge.open", data, once=False, style="primary"),)
    return ()


ROUTES = (
    Command("growth", growth, shelf=Shelf.CHALLENGES, place=38, where=Where.PRIVATE, fades=True),
    Start("growth", growth),
    Press("growth.track", chosen),
)
