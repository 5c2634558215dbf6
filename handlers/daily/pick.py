"""Picking by a reaction: nothing to see, nobody is told; once there are enough, the staff get a card."""

from actions.daily import pick as actions
from handlers.call import Call
from handlers.daily.picked import decided, shown
from handlers.effects import Effects
from handlers.routes import MODERATORS, Job, JobCall, Observe, On, Press, Scope
from rules.people import PLAYING
from storage import groups
from storage.engine.tx import Tx

LATE_S = 3650 * 86_400


def by_reaction(call: Call, tx: Tx) -> Effects:
    """Written down, or taken back; whoever else has a use for the reaction sees it as well."""
    meant_by = call.occasion.programme.discoveries.meant_by
    if call.group.part in PLAYING and call.message is not None:
        if meant_by(call.emoji):
            actions.pick(tx, call.member, call.message.id, call.occasion)
        elif meant_by(call.withdrawn):
            actions.withdraw(tx, call.member, call.message.id, call.occasion)
    return None


def pass_over(call: Call, tx: Tx) -> Effects:
    """Not this time; nobody else hears of it."""
    return decided(actions.pass_over(tx, call.data["picked"], call.member, call.occasion))


def arrived(call: JobCall, tx: Tx) -> Effects:
    """A card for each message that enough members have picked; it waits for a staff group."""
    staff = groups.staff(tx)
    return [shown(staff.id, card) for card in actions.put_before_staff(tx, call.occasion)] if staff else None


ROUTES = (
    Observe(On.REACTION, "pick", by_reaction, turn=5),
    Press("pick.pass_over", pass_over, who=MODERATORS),
)
JOBS = (Job("picks", arrived, Scope.BRAND, cron="* * * * *", late_s=LATE_S),)
