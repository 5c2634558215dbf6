"""What follows when Telegram has answered a letter about the core group's door."""

from actions.honour import core
from actions.honour.core import ByHand, LinkMade
from actions.honour.core_arrival import StillThere, still_there
from handlers.door import Withdraw
from handlers.effects import Delete, Effect, Link, Post, Tell
from handlers.honour.core_buttons import link_of
from rules.letters import Kind
from rules.occasion import Occasion
from rules.programme.programme import Programme
from storage import groups
from storage.engine.tx import Tx
from storage.honour import core_invitations
from storage.post.letters import Queued
from storage.post.standing import BanChatMember, CreateChatInviteLink, UnbanChatMember


def followed(tx: Tx, letter: Queued, link: str, why: str, now: int, programme: Programme) -> list[Effect]:
    """A link that was made goes to whose it is; what Telegram did not do is for people to do."""
    said = letter.said
    if isinstance(said, CreateChatInviteLink):
        noun, _, number = (letter.keep or "").partition(":")
        return _link(tx, int(number), link, Occasion(now, programme)) if noun == "invitation" else []
    if isinstance(said, UnbanChatMember | BanChatMember) and why:
        return _stays(tx, still_there(tx, letter.lane, said.user_id))
    return []


def _link(tx: Tx, id: int, link: str, occasion: Occasion) -> list[Effect]:
    invitation = core_invitations.get(tx, id)
    if invitation is None:
        return []
    if not link:
        refused = core.link_refused(tx, invitation, occasion.now)
        return without_link(tx, refused) if refused else []
    made = core.link_made(tx, invitation, link, occasion)
    return _sent(made) if made else [Withdraw(invitation.group, link)]


def _sent(made: LinkMade) -> list[Effect]:
    """In place of the older one, which lets nobody in any more."""
    name = link_of(made.member)
    come_in = ((Link("core/come_in", url=made.link),),)
    return [Delete(keep=name), Tell(made.member, "core/link", made, buttons=come_in, keep=name, kind=Kind.PRIVATE)]


def without_link(tx: Tx, asked: ByHand) -> list[Effect]:
    """The member reads that somebody is going to let them in, and staff, once, who it is."""
    staff = groups.staff(tx) if asked.case is not None else None
    told = Tell(asked.member, "core/no_link", asked, kind=Kind.PRIVATE)
    return [told, Post(staff.id, "core/by_hand", asked)] if staff else [told]


def _stays(tx: Tx, found: StillThere | None) -> list[Effect]:
    staff = groups.staff(tx)
    return [Post(staff.id, "core/still_there", found)] if staff and found else []
