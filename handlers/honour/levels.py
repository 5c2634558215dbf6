"""Levels: the ladder on demand, and the news of those who climbed, gathered."""

from msgspec import Struct

from actions.honour import core
from actions.honour.levels import Climber, ladder, news
from handlers.call import Call
from handlers.effects import Effect, Effects, Note, Post, Reply, Whisper
from handlers.honour.core_buttons import way_in
from handlers.routes import Command, Job, JobCall, Scope, Shelf
from rules.note import LEVEL, Matter
from rules.occasion import Occasion
from rules.people import Purpose
from storage.engine.tx import Tx

NAMED = 20
STANDS_S = 3 * 86_400


class Climbed(Struct, frozen=True):
    """Those who have reached a new level; `more` are not named for there are so many."""

    climbers: tuple[Climber, ...]
    more: int


def show(call: Call, tx: Tx) -> Effects:
    """The ladder, where the caller stands on it, and in private the way into the core group for those who may."""
    steps = ladder(tx, call.member, call.occasion)
    if call.chat.group:
        return Whisper("levels/ladder", steps)
    seen = core.own(tx, call.member, call.occasion)
    return Reply("levels/ladder", steps, buttons=() if seen.inside else way_in(seen))


def tell(call: JobCall, tx: Tx) -> Effects:
    """One message a group for all who climbed, and a word to each in private with what else the day brings."""
    effects: list[Effect] = []
    for there in news(tx, call.occasion):
        if there.group is not None and there.public:
            told = Climbed(there.public[:NAMED], max(len(there.public) - NAMED, 0))
            fade_s = _stands_s(told, call.occasion)
            effects.append(Post(there.group.id, "levels/climbed", told, purpose=Purpose.ANNOUNCEMENTS, fade_s=fade_s))
        effects.extend(
            Note(climber.member, Matter.NEWS, LEVEL, "levels/congratulations", climber) for climber in there.everyone
        )
    return effects


def _stands_s(told: Climbed, occasion: Occasion) -> int | None:
    """Whoever is at the top is named for good; of smaller steps the title beside a name goes on telling."""
    top = any(climber.next_title is None for climber in told.climbers)
    return None if top else occasion.programme.tidying.stands_s(STANDS_S)


ROUTES = (Command("levels", show, shelf=Shelf.STANDING, place=30, fades=True),)
JOBS = (Job("promotions", tell, cron="*/15 8-22 * * *", scope=Scope.BRAND),)
