"""Check-in by word, command, or the button under the day's card."""

from actions.checkin import check_in
from handlers.call import Call
from handlers.effects import Effects, React, Reply, Toast
from handlers.routes import Command, Press
from storage.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """Quiet in a group: a reaction, words at milestones only. In private there is room for words."""
    done = check_in(tx, call.member, call.occasion)
    if done.milestone:
        return Reply("checkin/milestone", done, gather="checkin/milestones")
    return React("🔥") if call.chat.group else Reply("checkin/done", done)


def pressed(call: Call, tx: Tx) -> Effects:
    """The button under the card answers by a toast, which Telegram does not limit."""
    return Toast("checkin/done", check_in(tx, call.member, call.occasion))


ROUTES = (
    Command("checkin", answer, words=("签到", "打卡"), covenant=True),
    Press("checkin.now", pressed, covenant=True),
)
