"""People whom Telegram names before they ever wrote where the bot listens."""

from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import Candidate
from storage import members
from storage.engine.tx import Tx


def candidate(member: Member, rest: str = "") -> Candidate:
    """The member as one who may be meant, `rest` being what is said of them."""
    return Candidate(member.telegram_id, member.name, member.username, rest)


def meet(tx: Tx, telegram_id: int, name: str, username: str | None, occasion: Occasion) -> Member:
    """The member of that Telegram account, remembered from now on."""
    return members.remember(tx, telegram_id, name, username, occasion.programme.brand.locale, occasion.now)
