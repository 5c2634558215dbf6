"""The card by which staff decide about a team project. Shared by what asks them and what they press."""

from actions.teams import project
from actions.teams.project import ProjectSeen
from handlers.effects import DAY_S, Button, Effect, Keyboard, Post
from rules.occasion import Occasion
from rules.teams.project import ProjectState
from storage import groups
from storage.engine.tx import Tx

LASTS_S = 90 * DAY_S


def desk(tx: Tx, number: int, occasion: Occasion) -> list[Effect]:
    """The card in the staff group; nothing while there is no such group."""
    staff, seen = groups.staff(tx), project.see(tx, number, None, occasion)
    if staff is None:
        return []
    return [Post(staff.id, "project/desk", seen, buttons=decisions(seen), keep=f"project_desk:{number}")]


def decisions(seen: ProjectSeen) -> Keyboard:
    """What there is to decide."""
    if not seen.state.live:
        return ()
    forming = seen.state is ProjectState.FORMING
    begin = ((desk_button(seen, "begin_as_is", style="success"),),) if forming else ()
    return (*begin, (desk_button(seen, "more_time"), desk_button(seen, "dissolve")))


def desk_button(seen: ProjectSeen, key: str, style: str | None = None) -> Button:
    """For anybody of the staff, as long as the project may matter."""
    data = {"project": seen.id}
    return Button(f"project/{key}", f"project.{key}", data, anyone=True, once=False, lasts_s=LASTS_S, style=style)
