"""How a team project stands in the groups, and what its team is told. Shared by what makes and keeps one."""

from collections.abc import Sequence

from actions.teams.project import ProjectSeen, RoleLeft, RoleSeen, about, see
from actions.teams.project_led import ProjectTurned
from handlers import announcing
from handlers.effects import DAY_S, Button, Effect, Keyboard, Link, Note, Tell
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Group
from rules.teams.project import ProjectState
from storage import members
from storage.engine.tx import Tx

LONG_S = 30 * DAY_S


def lasting(seen: ProjectSeen, now: int) -> int:
    """How long buttons of a project are of use, in seconds: it may be given more time."""
    return max(seen.deadline - now, 0) + LONG_S


def announced(told: Sequence[Group], seen: ProjectSeen, now: int) -> list[Effect]:
    """Into these groups."""
    return announcing.announced("project", seen.id, told, seen, _rows(seen, now))


def announced_anew(tx: Tx, number: int, occasion: Occasion) -> list[Effect]:
    """Where it was announced it reads as it stands now."""
    seen = see(tx, number, None, occasion)
    return announcing.announced_anew(tx, "project", number, seen, _rows(seen, occasion.now))


def role_button(role: RoleSeen, lasts_s: int, *, public: bool) -> Button:
    """By which one takes a role."""
    data = {"project": role.project, "role": role.nth, "public": public}
    return Button("project/take", "project.take", data, role, anyone=public, once=False, lasts_s=lasts_s)


def open_roles(seen: ProjectSeen) -> tuple[RoleSeen, ...]:
    """Roles that somebody may take now."""
    return tuple(role for role in seen.roles if role.free) if seen.state.live and not seen.late else ()


def begun(tx: Tx, number: int, team: Sequence[int], occasion: Occasion) -> list[Effect]:
    """The team is complete: everybody is told with whom, and where they talk."""
    link = Link("project/details", start=f"project-{number}")
    seen = [(member, see(tx, number, members.get(tx, member), occasion)) for member in team]
    return [Tell(member, "project/begun", one, buttons=((link,),)) for member, one in seen]


def freed(left: RoleLeft) -> list[Effect]:
    """The rest of the team hears of it in the evening."""
    return [_note(member, left.id, "freed", left, left.nth) for member in left.team]


def extended(done: ProjectTurned) -> list[Effect]:
    """The team has more time."""
    return [_note(member, done.id, "extended", done) for member in done.team]


def met(done: ProjectTurned, but: int) -> list[Effect]:
    """The team hears where it talks."""
    return [_note(member, done.id, "chat", done) for member in done.team if member != but]


def dissolved(done: ProjectTurned) -> list[Effect]:
    """Those who had taken a role hear that it comes to nothing."""
    return [Tell(member, "project/told_dissolved", done) for member in done.team]


def turned(tx: Tx, done: ProjectTurned, occasion: Occasion) -> list[Effect]:
    """What follows for team and groups when it has more time, or is dissolved."""
    told = dissolved(done) if done.state is ProjectState.DISSOLVED else extended(done)
    return [*told, *announced_anew(tx, done.id, occasion)]


def _note(member: int, number: int, what: str, outcome: object, nth: int = 0) -> Note:
    link = Link("project/details", start=f"project-{number}")
    return Note(
        member,
        Matter.NEWS,
        about(number, what, nth),
        f"project/{what}",
        outcome,
        buttons=((link,),),
        lasts_s=7 * DAY_S,
    )


def _rows(seen: ProjectSeen, now: int) -> Keyboard:
    """A button for each role that somebody may take, two in a row, and the details."""
    if not seen.state.live:
        return ()
    taking = [role_button(role, lasting(seen, now), public=True) for role in open_roles(seen)]
    rows: list[Sequence[Button | Link]] = [taking[at : at + 2] for at in range(0, len(taking), 2)]
    return (*rows, (Link("project/details", start=f"project-{seen.id}"),))
