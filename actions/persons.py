"""People whom Telegram names before they ever wrote where the bot listens; and those of the team."""

from collections.abc import Iterable

from rules.occasion import Occasion
from rules.people import STAFF, Member, Role
from rules.refusals import Candidate
from storage import members
from storage.engine.tx import Tx


def candidate(member: Member, rest: str = "") -> Candidate:
    """The member as one who may be meant, `rest` being what is said of them."""
    return Candidate(member.telegram_id, member.name, member.username, rest)


def meet(tx: Tx, telegram_id: int, name: str, username: str | None, occasion: Occasion) -> Member:
    """The member of that Telegram account, remembered from now on."""
    return members.remember(tx, telegram_id, name, username, occasion.programme.brand.locale, occasion.now)


def team(tx: Tx, roles: Iterable[Role] = STAFF) -> list[Member]:
    """The people of the team, each once, or those of it with one of these roles."""
    found = {one.id: one for role in sorted(roles) for one in members.with_role(tx, role)}
    return list(found.values())
