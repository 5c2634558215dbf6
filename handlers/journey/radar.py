"""The radar, for the team: a list each week, `/radar` shows it again, and who talks to whom is a button."""

from actions.journey import radar as actions
from actions.journey.radar import RadarLine, RadarList
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Post, Reply
from handlers.journey.checklist_cards import beginning
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf, Where
from storage import groups
from storage.engine.tx import Tx

LASTS_S = 90 * DAY_S
WEEK_S = 7 * DAY_S


def radar(call: Call, tx: Tx) -> Effects:
    """The latest list."""
    found = actions.shown(tx, None, call.occasion)
    return Reply("radar/list", found, buttons=_buttons(found))


def take(call: Call, tx: Tx) -> Effects:
    """I talk to them."""
    return _edited(actions.take(tx, call.data["member"], call.data["at"], call.member, call.occasion))


def leave(call: Call, tx: Tx) -> Effects:
    """I do not after all."""
    return _edited(actions.leave(tx, call.data["member"], call.data["at"], call.member, call.occasion))


def weekly(call: JobCall, tx: Tx) -> Effects:
    """The list of the week, quietly, for the team; nothing where nobody is new or there is no staff group."""
    staff = groups.staff(tx)
    found = actions.weekly(tx, call.occasion) if staff else None
    if staff is None or found is None:
        return None
    return Post(staff.id, "radar/list", found, _buttons(found), quiet=True, lasts_s=WEEK_S)


def _edited(found: RadarList) -> Edit:
    return Edit("radar/list", found, buttons=_buttons(found))


def _buttons(found: RadarList) -> Keyboard:
    return [_row(line, found.at) for line in found.lines]


def _row(line: RadarLine, at: int) -> list[Button]:
    """Whoever talks to somebody can begin the first steps with them."""
    return [_button(line, at), *([beginning(line.member)] if line.owner else [])]


def _button(line: RadarLine, at: int) -> Button:
    key = "leave" if line.owner else "take"
    data = {"member": line.member, "at": at}
    return Button(f"radar/{key}", f"radar.{key}", data, line, anyone=True, once=False, lasts_s=LASTS_S)


ROUTES = (
    Command("radar", radar, shelf=Shelf.GROWING, place=47, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("radar.take", take, who=MODERATORS),
    Press("radar.leave", leave, who=MODERATORS),
)
JOBS = (Job("radar", weekly, Scope.BRAND, cron="0 10 * * mon", late_s=3 * DAY_S, recalled=True),)
