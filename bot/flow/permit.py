"""Whether a caller may take a route here. Unknown is no."""

from collections.abc import Collection

from actions.home import meetings
from handlers.call import Call, ChatKind
from handlers.routes import Command, Observe, On, Press, Prompted, Start, Where
from handlers.ways_in import outside
from rules.fairness.covenant import require_covenant
from rules.people import PLAYING, STAFF, Part, Role
from rules.refusals import MembersOnly, NotAllowed, OnlyInGroup, OnlyInPrivate, Suspended
from storage.engine.tx import Tx


def may(route: Command | Press | Start | Prompted, call: Call) -> bool:
    """Whether the caller's roles include what the route does."""
    return not route.who or bool(route.who & call.roles)


def closed(route: Command | Start, call: Call, starts: Collection[str]) -> bool:
    """Whether the route leads nowhere from here: it is for others, or for a place to which none of the `starts` leads."""
    try:
        if isinstance(route, Command):
            _place(route, call)
    except OnlyInPrivate as elsewhere:
        return elsewhere.payload not in starts or not may(route, call)
    except OnlyInGroup:
        return True
    return not may(route, call)


def permit(route: Command | Press | Start | Prompted, call: Call, tx: Tx) -> None:
    """Raise the refusal that says why `call` may not take `route`; return when it may."""
    if not may(route, call):
        raise NotAllowed(bool(STAFF & call.roles), tuple(role.value for role in Role if role in route.who & STAFF))
    if isinstance(route, Command):
        _place(route, call)
    if isinstance(route, Start) and call.chat.kind is not ChatKind.PRIVATE:
        raise OnlyInPrivate(route.payload)
    if route.covenant:
        _belong(call, tx)
    if not (route.outside or inside(call)):
        raise MembersOnly(meetings(tx, call.member))


def inside(call: Call) -> bool:
    """Whether the caller is in a group of ours; what is said or pressed in one of them comes from inside."""
    return call.chat.group is not None or not outside(call)


def overhears(observer: Observe, on: On, call: Call) -> bool:
    """Whether it hears the caller: what is said in private from outside reaches only those that are open to it."""
    return on is not On.PRIVATE_TALK or observer.outside or inside(call)


def _belong(call: Call, tx: Tx) -> None:
    """Points are earned and spent by those who are in a group of ours and agreed to the covenant, asked in this order."""
    if call.member.home is None:
        raise MembersOnly(meetings(tx, call.member))
    require_covenant(call.member, call.occasion.programme.brand.covenant_version)
    until = call.member.suspended(call.occasion.now)
    if until:
        raise Suspended(until)


def _place(route: Command, call: Call) -> None:
    private = call.chat.kind is ChatKind.PRIVATE
    part = call.chat.group.part if call.chat.group else None
    match route.where:
        case Where.PRIVATE if not private:
            raise OnlyInPrivate(route.name)
        case Where.GROUP if part not in PLAYING:
            raise OnlyInGroup(route.name)
        case Where.STAFF if not private and part is not Part.STAFF:
            raise OnlyInPrivate(route.name)
        case Where.ANY_GROUP if private:
            raise OnlyInGroup(route.name)
