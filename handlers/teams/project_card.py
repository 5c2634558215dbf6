"""The buttons under a team project, for whoever looks at it. Shared by what shows one."""

from collections.abc import Sequence

from actions.teams.project import ProjectSeen
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Keyboard, Link
from handlers.routes import MODERATORS
from handlers.same_again import same_again
from handlers.teams.project_told import lasting, open_roles, role_button
from rules.people import Part
from rules.teams.project import ProjectState
from rules.works.submission import SubmissionStanding

Rows = list[Sequence[Button | Link]]


def buttons(call: Call, seen: ProjectSeen, *, private: bool = False) -> Keyboard:
    """What the caller can do about a project here. Giving a role back stands on the right, and is asked about on the left."""
    lasts_s = lasting(seen, call.occasion.now)
    private = private or call.chat.kind is ChatKind.PRIVATE
    rows: Rows = []
    if seen.role is None:
        rows += [(role_button(role, lasts_s, public=False),) for role in open_roles(seen)]
    elif seen.state.live and not seen.late:
        rows += _team(seen, lasts_s, private=private)
    if call.roles & MODERATORS and seen.state.live and _at_desk(call, private=private):
        more = _button(seen, "more_time", "project.more_time", lasts_s)
        rows += [
            (more, _button(seen, "dissolve", "project.dissolve", lasts_s)),
            (*_split(seen, lasts_s), _button(seen, "chat", "project.chat", lasts_s)),
        ]
    rows += same_again(call, "project", seen.id)
    back = Button("project/back", "project.list", once=False)
    leaves = seen.role is not None and seen.state.live and not seen.late
    rows.append((back, _button(seen, "leave", "project.leave", lasts_s)) if leaves else (back,))
    return rows


def _split(seen: ProjectSeen, lasts_s: int) -> tuple[Button, ...]:
    """How the reward would be split, once what the team made is approved; on the left, as paying stands on the right."""
    approved = seen.handed_in in (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED)
    return (_button(seen, "split", "project.split", lasts_s),) if approved else ()


def _at_desk(call: Call, *, private: bool) -> bool:
    return private or (call.chat.group is not None and call.chat.group.part is Part.STAFF)


def _team(seen: ProjectSeen, lasts_s: int, *, private: bool) -> Rows:
    """Handing in, a first look, and for whoever leads the whole, the milestones and where the team talks."""
    rows: Rows = []
    if seen.state is ProjectState.RUNNING and private:
        rows += _handing_in(seen, lasts_s)
    if seen.leads and private:
        chat = () if seen.chat else (_button(seen, "chat", "project.chat", lasts_s),)
        rows += [
            (
                Button(
                    "project/reach",
                    "project.reach",
                    {"project": seen.id, "nth": one.nth},
                    one,
                    once=False,
                    ticked=one.done,
                ),
            )
            for one in seen.milestones
            if seen.state is ProjectState.RUNNING
        ]
        rows += [chat] if chat else []
    return rows


def _handing_in(seen: ProjectSeen, lasts_s: int) -> Rows:
    part = {"challenge": seen.part}
    hand_in = Button("project/hand_in", "submission.guided", part, once=False, lasts_s=lasts_s, style="primary")
    look = Button("look/ask", "look.guided", part, once=False, lasts_s=lasts_s)
    rows: Rows = [(hand_in, look) if seen.own in (None, SubmissionStanding.RETURNED) else (hand_in,)]
    if seen.own in (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED):
        rows = []
    if seen.leads and seen.handed_in not in (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED):
        whole = {"challenge": seen.whole}
        rows.append((Button("project/hand_in_whole", "submission.guided", whole, once=False, lasts_s=lasts_s),))
    return rows


def _button(seen: ProjectSeen, label: str, action: str, lasts_s: int) -> Button:
    return Button(f"project/{label}", action, {"project": seen.id}, once=False, lasts_s=lasts_s)


def card(call: Call, seen: ProjectSeen) -> Edit:
    """The project again, in place of the card that was pressed."""
    return Edit("project/detail", seen, buttons=buttons(call, seen))
