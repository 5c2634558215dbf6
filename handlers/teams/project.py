"""Team projects: the list, who does what in one, taking a role and giving it back, milestones, and where the team talks."""

from msgspec import Struct

from actions.teams import project, project_kept, project_led
from actions.teams.project import ProjectSeen
from handlers.call import Call
from handlers.effects import (
    DAY_S,
    Ask,
    Button,
    Edit,
    Effect,
    Effects,
    Keyboard,
    Link,
    Note,
    Reply,
    Tell,
    Toast,
    Whisper,
)
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf, Start
from handlers.teams.project_card import buttons, card
from handlers.teams.project_staff import desk
from handlers.teams.project_told import announced_anew, begun, freed, met, turned
from rules.note import Matter
from rules.pages import Page, page_of
from rules.reading.numbers import reference
from rules.teams.project import NoRole, ProjectNumberNeeded
from storage.engine.tx import Tx
from storage.teams import projects

IN_LIST = 6
EVER_S = 10 * 365 * DAY_S


class ProjectList(Struct, frozen=True):
    """Projects that are forming or running, the one that ends first before the others."""

    projects: tuple[ProjectSeen, ...]
    page: Page


def listed(call: Call, tx: Tx) -> Effects:
    """What teams are for now, for the one who asks."""
    shown = _list(call, tx, 1)
    return Whisper("project/list", shown, buttons=_openings(shown))


def page(call: Call, tx: Tx) -> Effects:
    """From a project to the list, or another page of it."""
    shown = _list(call, tx, call.data.get("page", 1))
    return Edit("project/list", shown, buttons=_openings(shown))


def detail(call: Call, tx: Tx) -> Effects:
    """`/project 3`."""
    seen = project.see(tx, _number(call), call.member, call.occasion)
    return Whisper("project/detail", seen, buttons=buttons(call, seen))


def started(call: Call, tx: Tx) -> Effects:
    """The deep link under an announcement."""
    seen = project.see(tx, _number(call), call.member, call.occasion)
    return Reply("project/detail", seen, buttons=buttons(call, seen))


def opened(call: Call, tx: Tx) -> Effects:
    """A project chosen from the list."""
    return card(call, _seen(call, tx))


def take(call: Call, tx: Tx) -> Effects:
    """Take a role; pressed in a group, the card comes in private, where the team's place is told."""
    took = project.take(tx, call.data["project"], call.data["role"], call.member, call.occasion)
    told: list[Effect] = [*announced_anew(tx, took.id, call.occasion), *begun(tx, took.id, took.begun, call.occasion)]
    toast = Toast("project/taken", took)
    if not call.data.get("public"):
        return [toast, card(call, _seen(call, tx)), *told]
    if took.begun:
        return [toast, *told]
    seen = _seen(call, tx)
    return [toast, Tell(call.member.id, "project/detail", seen, buttons=buttons(call, seen, private=True)), *told]


def ask_leave(call: Call, tx: Tx) -> Effects:
    """Sure?"""
    seen = _seen(call, tx)
    if seen.role is None:
        raise NoRole(seen.title)
    data = {"project": seen.id}
    surely = Button("project/leave_surely", "project.leave_surely", data, once=False, style="danger")
    return Edit(
        "project/leave_surely", seen, buttons=((surely, Button("project/stay", "project.open", data, once=False)),)
    )


def leave(call: Call, tx: Tx) -> Effects:
    """Somebody else may have the role."""
    left = project.leave(tx, call.data["project"], call.member, call.occasion)
    told = announced_anew(tx, left.id, call.occasion)
    return [Toast("project/left", left), card(call, _seen(call, tx)), *freed(left), *told]


def reach(call: Call, tx: Tx) -> Effects:
    """A milestone is reached, or after all not yet."""
    done = project_led.reach(
        tx, call.data["project"], call.data["nth"], call.member, call.occasion, staff=bool(call.roles & MODERATORS)
    )
    return [Toast("project/reached", done), card(call, _seen(call, tx))]


def ask_chat(call: Call, tx: Tx) -> Effects:
    """Where does the team talk?"""
    staff = bool(call.roles & MODERATORS)
    project_led.require_lead(tx, call.data["project"], call.member, call.occasion, staff=staff)
    return Ask("project.chat", "project/ask_chat", _seen(call, tx), data={"project": call.data["project"]})


def chat(call: Call, tx: Tx) -> Effects:
    """It talks there; its members are told with the rest of their evening."""
    staff = bool(call.roles & MODERATORS)
    done = project_led.meet(tx, call.data["project"], call.words, call.member, call.occasion, staff=staff)
    return [Reply("project/chat_kept", done), *met(done, call.member.id)]


def look_after(call: JobCall, tx: Tx) -> Effects:
    """What time does to projects."""
    kept = project_kept.look_after(tx, call.occasion)
    told: list[Effect] = [
        effect for one in kept.freed for effect in (*freed(one), *announced_anew(tx, one.id, call.occasion))
    ]
    told += [effect for one in kept.dissolved for effect in turned(tx, one, call.occasion)]
    told += [effect for one in (*kept.unformed, *kept.overdue) for effect in desk(tx, one.id, call.occasion)]
    return [*told, *(_reminder(one, call.occasion.now) for one in kept.soon)]


def _reminder(soon: project_kept.ProjectSoon, now: int) -> Note:
    about = project.about(soon.id, "milestone" if soon.milestone else "deadline", soon.nth)
    link = Link("project/details", start=f"project-{soon.id}")
    lasts_s = max(soon.due - now, 0)
    return Note(soon.member, Matter.REMINDER, about, "project/reminder", soon, buttons=((link,),), lasts_s=lasts_s)


def _number(call: Call) -> int:
    number = reference(call.words)
    if number is None:
        raise ProjectNumberNeeded
    return number


def _list(call: Call, tx: Tx, number: int) -> ProjectList:
    at = page_of(number, projects.count_live(tx), IN_LIST)
    found = projects.live(tx, IN_LIST, at.before)
    return ProjectList(tuple(project.seen(tx, one, call.member, call.occasion) for one in found), at)


def _openings(shown: ProjectList) -> Keyboard:
    opening = [
        (Button("project/open", "project.open", {"project": one.id}, outcome=one, once=False),)
        for one in shown.projects
    ]
    return [*opening, *turning(shown.page, "project.list")]


def _seen(call: Call, tx: Tx) -> ProjectSeen:
    return project.see(tx, call.data["project"], call.member, call.occasion)


ROUTES = (
    Command("projects", listed, shelf=Shelf.CHALLENGES, place=55, fades=True),
    Command("project", detail, menu=False, fades=True),
    Start("project", started),
    Press("project.open", opened),
    Press("project.list", page),
    Press("project.take", take, covenant=True),
    Press("project.leave", ask_leave, outside=True),
    Press("project.leave_surely", leave, final=True, outside=True),
    Press("project.reach", reach),
    Press("project.chat", ask_chat),
    Prompted("project.chat", chat, Given.OPEN, plain=True),
)
JOBS = (Job("projects", look_after, Scope.BRAND, cron="*/10 * * * *", late_s=EVER_S),)
