"""Roles: who runs the community, and by whom they were entrusted with it."""

from dataclasses import dataclass

from msgspec import Struct

from actions.operations import roles
from actions.operations.roles import appointable
from handlers.call import Call
from handlers.daily import supported
from handlers.effects import Button, Edit, Effects, Menu, Post, Reply, Tell, Whisper
from handlers.persons import chosen, person_of
from handlers.routes import ALL_STAFF, OPERATORS, Command, Observe, On, Press, Shelf, Start
from handlers.shop import order_cards
from handlers.works import desk, look_card
from messages.vocabulary import meant
from rules.people import STAFF, Member, Part, Role
from rules.refusals import Refusal
from storage import members
from storage.engine.tx import Tx

Said = type[Whisper] | type[Edit]


@dataclass(eq=False)
class UnknownRole(Refusal):
    """Nothing is called `named`; `allowed` are the roles that the caller may give."""

    named: str
    allowed: tuple[str, ...]


class WhichRole(Struct, frozen=True):
    """Which role `name` shall be given, or lose."""

    name: str
    held: tuple[Role, ...]


class Holders(Struct, frozen=True):
    """A role and the names of those who have it."""

    role: Role
    names: tuple[str, ...]


class LeftTheStaff(Struct, frozen=True):
    """`name` has left the staff group and still has `roles`; by the `username` they are told apart from others."""

    name: str
    username: str | None
    roles: tuple[Role, ...]


class Everybody(Struct, frozen=True):
    """Everyone with a role."""

    roles: tuple[Holders, ...]


def appoint(call: Call, tx: Tx) -> Effects:
    """`/appoint @who role`, or the choice of roles as buttons."""
    return _change(call, tx, "appoint")


def dismiss(call: Call, tx: Tx) -> Effects:
    """`/dismiss @who role`, or the choice among what they have."""
    return _change(call, tx, "dismiss")


def appoint_pressed(call: Call, tx: Tx) -> Effects:
    """The role was chosen by button; what was asked is answered in its place."""
    return _appoint(call, tx, members.get(tx, call.data["member"]), Role(call.data["role"]), Edit)


def dismiss_pressed(call: Call, tx: Tx) -> Effects:
    """The role to take back was chosen by button."""
    return _dismiss(call, tx, members.get(tx, call.data["member"]), Role(call.data["role"]), Edit)


def show(call: Call, tx: Tx) -> Effects:
    """Everyone with a role; names only, so that nobody is called by the list."""
    held = [(role, members.with_role(tx, role)) for role in Role]
    found = tuple(Holders(role, tuple(member.name for member in people)) for role, people in held if people)
    return Whisper("roles/everybody", Everybody(found))


def claim(call: Call, tx: Tx) -> Effects:
    """The link that the first start printed."""
    done = roles.claim(tx, call.member, call.words, call.occasion)
    return (Reply("roles/claimed", done), _menu(tx, call.member))


def left(call: Call, tx: Tx) -> Effects:
    """Whoever leaves the staff group leaves what they had in hand to the others, who read what they still may."""
    held = call.roles & ALL_STAFF
    if call.group.part is not Part.STAFF or not held:
        return None
    leaver = call.member
    cards = [*desk.freed(tx, call.occasion, leaver.id), *look_card.freed(tx, call.occasion, leaver.id)]
    told = LeftTheStaff(leaver.name, leaver.username, tuple(role for role in Role if role in held))
    cards += supported.left(tx, leaver.id)
    return [*order_cards.freed(tx, leaver.id), *cards, Post(call.group.id, "roles/left", told, quiet=True)]


def _change(call: Call, tx: Tx, verb: str) -> Effects:
    named = person_of(call, tx, verb, _is_role)
    may = appointable(call.roles)
    if named.words:
        role = meant("roles", "role", named.words)
        if role is None:
            raise UnknownRole(named.words.strip(), may)
        return (_appoint if verb == "appoint" else _dismiss)(call, tx, named.member, Role(role))
    held = members.roles(tx, named.member.id)
    choice = [role for role in may if (role in held) == (verb == "dismiss")]
    buttons = [Button(f"roles/{role}", f"roles.{verb}", {"member": named.member.id, "role": role}) for role in choice]
    which = WhichRole(named.member.name, tuple(role for role in Role if role in held))
    return Whisper(f"roles/which_to_{verb}", which, buttons=[buttons[n : n + 2] for n in range(0, len(buttons), 2)])


def _is_role(word: str) -> bool:
    return meant("roles", "role", word) is not None


def _appoint(call: Call, tx: Tx, member: Member, role: Role, say: Said = Whisper) -> Effects:
    done = roles.appoint(tx, call.member, call.roles, member, role, call.occasion)
    return (say("roles/appointed", done), Tell(member.id, "roles/entrusted", done, says_so=True), _menu(tx, member))


def _dismiss(call: Call, tx: Tx, member: Member, role: Role, say: Said = Whisper) -> Effects:
    done = roles.dismiss(tx, call.member, call.roles, member, role, call.occasion)
    told = (say("roles/dismissed", done), Tell(member.id, "roles/relieved", done, says_so=True), _menu(tx, member))
    helps = () if members.roles(tx, member.id) & STAFF else supported.left(tx, member.id)
    return (*told, *order_cards.freed(tx), *desk.freed(tx, call.occasion), *look_card.freed(tx, call.occasion), *helps)


def _menu(tx: Tx, member: Member) -> Menu:
    return Menu(member.telegram_id, member.locale, members.roles(tx, member.id))


ROUTES = (
    Command("roles", show, shelf=Shelf.HOUSE, place=40, who=ALL_STAFF, fades=True),
    Command("appoint", appoint, shelf=Shelf.HOUSE, place=50, who=OPERATORS, fades=True),
    Command("dismiss", dismiss, shelf=Shelf.HOUSE, place=60, who=OPERATORS, fades=True),
    Press("appoint.chosen", chosen(appoint), who=OPERATORS),
    Press("dismiss.chosen", chosen(dismiss), who=OPERATORS),
    Press("roles.appoint", appoint_pressed, who=OPERATORS),
    Press("roles.dismiss", dismiss_pressed, who=OPERATORS),
    Start("claim", claim, outside=True),
    Observe(On.LEAVE, "left_the_staff", left, turn=10),
)
