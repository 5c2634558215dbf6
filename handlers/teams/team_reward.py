"""The reward of a team: a card for staff once what it made is approved, paid by a press, told to the team and the groups."""

from collections.abc import Sequence
from typing import Any

from actions.teams import team_reward
from actions.teams.team_reward import SharePaid, TeamReward
from handlers import announcing
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effect, Effects, Keyboard, Link, Note, Post, Tell, Toast
from handlers.routes import MODERATORS, Job, JobCall, Press, Scope
from handlers.teams.project_told import announced_anew
from rules.note import Matter
from rules.people import Part, Purpose
from rules.values import replace
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S, EVER_S, AT_ONCE = 90 * DAY_S, 10 * 365 * DAY_S, 20


def waiting(call: JobCall, tx: Tx) -> Effects:
    """What teams have made is approved: staff look how the reward would be split. Nothing while there is no staff group."""
    staff = groups.staff(tx)
    if staff is None:
        return None
    found = team_reward.payable(tx, call.occasion, AT_ONCE)
    return [
        Post(
            staff.id,
            "project/reward",
            one,
            buttons=_rows(one, pays=False),
            keep=f"team_reward:{one.id}",
        )
        for one in found
    ]


def look(call: Call, tx: Tx) -> Effects:
    """How it would be split as things stand now; paying stands on the other side of what was pressed."""
    reward = replace(team_reward.ahead(tx, call.data["project"], call.occasion), looked=True)
    return Edit("project/reward", reward, buttons=_rows(reward, pays=True))


def pay(call: Call, tx: Tx) -> Effects:
    """Everybody who delivered is paid, and hears of it; the groups read who has made it.

    What is not as the card said when it was looked at is shown anew, and nobody is paid.
    """
    reward = team_reward.ahead(tx, call.data["project"], call.occasion)
    if call.data.get("amounts") != _amounts(reward):
        return [Toast("project/split_changed"), Edit("project/reward", reward, buttons=_rows(reward, pays=False))]
    done, told = team_reward.pay(tx, call.data["project"], call.member, call.occasion)
    return [
        Edit("project/paid", done),
        *(_told(member, paid) for member, paid in told),
        *(_missed(one.member, done) for one in done.shares if not one.delivered),
        *announced_anew(tx, done.id, call.occasion),
        *_celebrated(tx, done),
    ]


def _rows(reward: TeamReward, *, pays: bool) -> Keyboard:
    """Looking stands on the left, paying on the right, of a card that was looked at."""
    pays = pays and not reward.waiting
    looked = {"project": reward.id, "amounts": _amounts(reward)}
    paid = _button("pay", looked, style="success") if pays else _details(reward.id)
    return ((_button("split", {"project": reward.id}), paid),)


def _amounts(reward: TeamReward) -> list[list[int]]:
    """What each of them would be paid, as a button remembers it."""
    return [[one.member, one.points] for one in reward.shares if one.delivered]


def _button(key: str, data: dict[str, Any], style: str | None = None) -> Button:
    return Button(f"project/{key}", f"project.{key}", data, anyone=True, once=False, lasts_s=LASTS_S, style=style)


def _told(member: int, paid: SharePaid) -> Tell:
    return Tell(member, "project/told_paid", paid, buttons=((_details(paid.id),),))


def _missed(member: int, done: TeamReward) -> Note:
    """Whose part was not there reads in the evening that the project is done, and not that they failed."""
    return Note(member, Matter.ACCOUNT, f"project_done:{done.id}", "project/done_without", done, lasts_s=14 * DAY_S)


def _celebrated(tx: Tx, done: TeamReward) -> list[Effect]:
    """Where it was announced."""
    told: Sequence[int] = [
        group.id
        for group in groups.active(tx, Part.COMMUNITY)
        if outbox.kept(tx, announcing.name_of("project", done.id, group.id))
    ]
    row = ((_details(done.id),),)
    return [Post(group, "project/done", done, buttons=row, purpose=Purpose.CHALLENGES.value) for group in told]


def _details(number: int) -> Link:
    return Link("project/details", start=f"project-{number}")


ROUTES = (
    Press("project.split", look, who=MODERATORS),
    Press("project.pay", pay, who=MODERATORS, final=True),
)
JOBS = (Job("team_rewards", waiting, Scope.BRAND, cron="3-59/10 * * * *", late_s=EVER_S),)
