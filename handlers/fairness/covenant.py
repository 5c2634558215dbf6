"""The covenant: shown, and agreed to with one press."""

from msgspec import Struct

from actions.fairness.covenant import agree_to
from actions.home import meetings
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Link, Reply, Toast
from handlers.honour.mentoring_cards import question
from handlers.routes import Command, Press, Shelf, Start
from handlers.ways_in import of_the_team, outside, ways_in
from handlers.ways_out import Several, Together, Waiting, WayOut
from rules.programme.covenant import Clause
from rules.refusals import CovenantFirst, Meeting, MembersOnly
from rules.values import replace
from storage.engine.tx import Tx

STANDS_S = 1_800
FOR_ALL = "covenant/several"


class CovenantText(Struct, frozen=True):
    """The covenant in force; without clauses of the brand's own the template's are shown."""

    version: int
    clauses: tuple[Clause, ...]
    agreed: bool


class Agreed(Struct, frozen=True):
    """The member has just agreed: so much of what that had stopped goes on, and for so much it is too late.

    One who is `outside`, in no group of ours, reads where members meet. `mentor`: they are asked whether they want one.
    One of the `team` is only thanked. `renewed`: they had agreed to an earlier version.
    """

    name: str
    going_on: int = 0
    too_late: int = 0
    groups: tuple[Meeting, ...] = ()
    outside: bool = False
    mentor: bool = False
    team: bool = False
    renewed: bool = False


def show(call: Call, tx: Tx) -> Effects:
    """The whole text, with the button for those who have not agreed yet."""
    programme = call.occasion.programme
    version = programme.brand.covenant_version
    agreed = call.member.covenant_version >= version
    button = Button("covenant/agree", "covenant.agree", {"version": version})
    text = CovenantText(version, programme.covenant, agreed)
    return Reply(
        "covenant/text", text, buttons=() if agreed else ((button,),), fade_s=STANDS_S if call.chat.group else None
    )


def agree(call: Call, tx: Tx) -> Effects:
    """One press is enough, in the group or in private; what the presser was about to do is done then."""
    agreed = _agreed(call, tx)
    mentor = () if agreed.outside else question(tx, call.member, call.occasion)
    buttons = ways_in(agreed.groups) if agreed.outside else mentor
    welcome = replace(agreed, mentor=bool(mentor))
    return (Toast("covenant/agreed", agreed), Edit("covenant/welcome", welcome, buttons=buttons))


def agree_together(call: Call, tx: Tx) -> Effects:
    """The button under what many were told at once: it stays for the others, the presser reads a toast."""
    return Toast("covenant/agreed", _agreed(call, tx))


def _agreed(call: Call, tx: Tx) -> Agreed:
    resumed = agree_to(tx, call.member, call.data["version"], call.chat.id, call.occasion)
    near = meetings(tx, call.member) if outside(call) else ()
    return Agreed(
        call.member.name,
        resumed.going_on,
        resumed.too_late,
        near,
        outside(call),
        team=of_the_team(call),
        renewed=call.member.covenant_version > 0,
    )


def _for_all(tx: Tx, waiting: Waiting) -> tuple[Several, Keyboard]:
    data = {"version": waiting.occasion.programme.brand.covenant_version}
    agree = Button("covenant/agree", "covenant.agree_together", data, anyone=True, once=False)
    return waiting.several, ((agree, Link("covenant/read", start="covenant")),)


def _agree_or_read(refusal: CovenantFirst) -> Keyboard:
    agree = Button("covenant/agree", "covenant.agree", {"version": refusal.version})
    return ((agree, Link("covenant/read", start="covenant")),)


def _meet(refusal: MembersOnly) -> Keyboard:
    return ways_in(refusal.groups)


ROUTES = (
    Command("covenant", show, shelf=Shelf.RULES, place=30, fades=True, outside=True),
    Start("covenant", show, outside=True),
    Press("covenant.agree", agree, outside=True),
    Press("covenant.agree_together", agree_together, outside=True),
    WayOut(CovenantFirst, _agree_or_read, gather=lambda _: FOR_ALL),
    Together(FOR_ALL, _for_all),
    WayOut(MembersOnly, _meet),
)
