"""What staff decide about a team project: on a card when its team is not complete in time or its work is late, and at any time."""

from actions.teams import project, project_led
from handlers.call import Call
from handlers.effects import Edit, Effects
from handlers.routes import MODERATORS, Press
from handlers.teams.project_staff import decisions, desk_button
from handlers.teams.project_told import announced_anew, begun, turned
from storage.engine.tx import Tx


def begin_as_is(call: Call, tx: Tx) -> Effects:
    """Those who are there begin."""
    done = project_led.begin_as_is(tx, call.data["project"], call.member, call.occasion)
    told = [*begun(tx, done.id, done.team, call.occasion), *announced_anew(tx, done.id, call.occasion)]
    return [Edit("project/decided", done), *told]


def more_time(call: Call, tx: Tx) -> Effects:
    """Some days more."""
    done = project_led.more_time(tx, call.data["project"], call.member, call.occasion)
    return [Edit("project/decided", done), *turned(tx, done, call.occasion)]


def ask_dissolve(call: Call, tx: Tx) -> Effects:
    """Sure?"""
    seen = project.see(tx, call.data["project"], None, call.occasion)
    surely = desk_button(seen, "dissolve_surely", style="danger")
    return Edit("project/dissolve_surely", seen, buttons=((surely, desk_button(seen, "keep")),))


def keep(call: Call, tx: Tx) -> Effects:
    """It goes on: the card as it was."""
    seen = project.see(tx, call.data["project"], None, call.occasion)
    return Edit("project/desk", seen, buttons=decisions(seen))


def dissolve(call: Call, tx: Tx) -> Effects:
    """It comes to nothing; its team is told at once."""
    done = project_led.dissolve(tx, call.data["project"], call.member, call.occasion)
    return [Edit("project/decided", done), *turned(tx, done, call.occasion)]


ROUTES = (
    Press("project.begin_as_is", begin_as_is, who=MODERATORS, final=True),
    Press("project.more_time", more_time, who=MODERATORS),
    Press("project.dissolve", ask_dissolve, who=MODERATORS),
    Press("project.keep", keep, who=MODERATORS),
    Press("project.dissolve_surely", dissolve, who=MODERATORS, final=True),
)
