"""Stages, for the team: proposals with evidence each week, `/stage` shows and moves somebody, alumni after a talk."""

from actions.journey import stage as actions
from actions.journey import stage_found
from actions.journey.stage_found import StagesLapsed
from handlers.call import Call
from handlers.effects import DAY_S, Edit, Effects, Post, Reply, Toast
from handlers.journey import stage_cards as cards
from handlers.parts import More
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf, Where
from rules.journey.stage_proposal import StageSettled
from rules.stage import Stage
from storage import groups, members
from storage.engine.tx import Tx


def shown(call: Call, tx: Tx) -> Effects:
    """Where somebody stands, with evidence and history."""
    named = person_of(call, tx, "stage")
    seen = actions.seen(tx, named.member, call.occasion)
    return Reply("stage/seen", seen, buttons=cards.choices(seen))


def put(call: Call, tx: Tx) -> Effects:
    """By hand; an honour without duties begins with a talk."""
    member, stage = call.data["member"], Stage(call.data["stage"])
    put_before = stage_found.waiting(tx, member)
    if stage is Stage.ALUMNI:
        card = stage_found.talk_first(tx, member, call.member, call.occasion)
        return [*_overtaken(call, tx, put_before), cards.said(card)]
    done = actions.move(tx, member, stage, call.member, call.occasion)
    seen = actions.seen(tx, members.get(tx, member), call.occasion)
    news = [] if stage is Stage.SPROUT else cards.told(tx, done)
    return [Edit("stage/seen", seen, buttons=cards.choices(seen)), *_overtaken(call, tx, put_before), *news]


def _overtaken(call: Call, tx: Tx, number: int | None) -> list[Edit]:
    """The card of what was put before the staff, and is decided by hand, says so."""
    return [cards.edited(stage_found.card(tx, number, call.occasion))] if number is not None else []


def accept(call: Call, tx: Tx) -> Effects:
    """As proposed; the member hears of it in the evening."""
    if stage_found.is_decided(tx, call.data["proposal"]):
        return _decided_before(call, tx)
    done = stage_found.accept(tx, call.data["proposal"], call.member, call.occasion)
    return [
        cards.pressed(stage_found.card(tx, call.data["proposal"], call.occasion)),
        *cards.told(tx, done),
        *cards.handed_over(tx, done, call.occasion),
    ]


def decline(call: Call, tx: Tx) -> Effects:
    """Not now; nobody has to hear of it."""
    if stage_found.is_decided(tx, call.data["proposal"]):
        return _decided_before(call, tx)
    return cards.pressed(stage_found.decline(tx, call.data["proposal"], call.member, call.occasion))


def _decided_before(call: Call, tx: Tx) -> Effects:
    """Another card of the same, which somebody has decided on the first one, says so as well."""
    return Toast("refusals/stage_settled", StageSettled()), cards.pressed(
        stage_found.card(tx, call.data["proposal"], call.occasion)
    )


def look(call: JobCall, tx: Tx) -> Effects:
    """Everybody in parts; then what nobody has decided, and what is new."""
    if stage_found.look(tx, call.occasion):
        return More()
    desk = groups.staff(tx)
    lapsed = stage_found.lapse(tx, call.occasion)
    if desk is None:
        return [cards.edited(one) for one in lapsed]
    line = [Post(desk.id, "stage/lapsed", StagesLapsed(tuple(lapsed)), quiet=True)] if lapsed else []
    new = [cards.posted(desk.id, one) for one in stage_found.lay(tx, call.occasion)]
    return [*map(cards.edited, lapsed), *line, *new]


ROUTES = (
    Command("stage", shown, shelf=Shelf.GROWING, place=55, menu=False, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("stage.chosen", chosen(shown), who=MODERATORS),
    Press("stage.to", put, who=MODERATORS),
    Press("stage.accept", accept, who=MODERATORS, final=True),
    Press("stage.decline", decline, who=MODERATORS, final=True),
)
JOBS = (Job("stages", look, Scope.BRAND, cron="0 11 * * tue", late_s=3 * DAY_S, recalled=True),)
