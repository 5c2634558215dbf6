"""Staff and the core group: who may no longer be there, and who would like to come back."""

from actions.honour import core, core_settled, core_watch
from actions.honour.core_watch import CoreAnswered
from handlers.call import Call
from handlers.door import PutOut
from handlers.effects import Edit, Effect, Effects, Tell
from handlers.honour.core_buttons import answered_card, question_card, way_in
from handlers.routes import MODERATORS, Job, JobCall, Press, Scope
from rules.honour.core import Story
from storage import members
from storage.engine.tx import Tx


def look(call: JobCall, tx: Tx) -> Effects:
    """Once a day: whose right is gone is asked about; what needs no decision any more, or had none, says so."""
    effects: list[Effect] = [answered_card(done) for done in core_watch.over(tx, call.occasion)]
    for asked in core_watch.lost(tx, call.occasion):
        effects.extend(question_card(tx, asked))
    return effects


def keep(call: Call, tx: Tx) -> Effects:
    """They are guests of the team; who had asked to come back reads so, with the way in."""
    done = core_settled.keep(tx, call.member, call.data["case"], call.occasion)
    told = Edit("core/answered", done)
    if done.story is Story.LOST:
        return told
    seen = core.own(tx, members.get(tx, done.member), call.occasion)
    return [told, Tell(done.member, "core/back", done, buttons=way_in(seen))]


def let_go(call: Call, tx: Tx) -> Effects:
    """They go with a kind word, or read that it is not now."""
    done = core_settled.let_go(tx, call.member, call.data["case"], call.occasion)
    return [Edit("core/answered", done), *_parted(done)]


def _parted(done: CoreAnswered) -> list[Effect]:
    if done.story is Story.RETURNING:
        return [Tell(done.member, "core/not_now", done)]
    return [PutOut(done.group, done.member), Tell(done.member, "core/goodbye", done)]


ROUTES = (
    Press("core.keep", keep, who=MODERATORS, final=True),
    Press("core.let_go", let_go, who=MODERATORS, final=True),
)
JOBS = (Job("core_cases", look, cron="20 10 * * *", scope=Scope.BRAND, recalled=True),)
