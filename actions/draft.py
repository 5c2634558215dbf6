"""Beginning a draft by form, and publishing it once."""

from rules.draft import AlreadyPublished, Draft, DraftKind
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import ButtonGone
from storage import drafts
from storage.engine.tx import Tx
from storage.post import dialogues, said


def begin(tx: Tx, staff: Member, kind: DraftKind, occasion: Occasion, text: str = "") -> int:
    """The number of a new draft; the same filled form sent twice is one draft until something is made of it."""
    known = drafts.of_text(tx, staff.id, kind, text) if text else None
    return known or drafts.add(tx, staff.id, kind, text, occasion.now)


def require_open(tx: Tx, number: int) -> Draft:
    """The draft, while nothing has been made of it. Raises AlreadyPublished, ButtonGone."""
    draft = drafts.get(tx, number)
    if draft is None:
        raise ButtonGone
    if draft.became is not None:
        raise AlreadyPublished(draft.kind.value, draft.became)
    return draft


def publish(tx: Tx, number: int, became: int, occasion: Occasion) -> None:
    """It is out as the one of that number. Raises AlreadyPublished, ButtonGone."""
    draft = require_open(tx, number)
    used = drafts.use(tx, number, became, occasion.now)
    assert used, draft
    dialogues.end_previews(tx, draft.member, number, occasion.now)
    said.went(tx, draft.member, dialogues.about({"draft": number}))


def drop(tx: Tx, member: Member, number: int, occasion: Occasion) -> None:
    """Nobody thinks of it any more: what is said next corrects no preview of it."""
    dialogues.end_previews(tx, member.id, number, occasion.now)
