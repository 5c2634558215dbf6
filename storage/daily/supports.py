"""Help that staff offer with promising messages, and the finished work that came of it."""

from collections.abc import Iterable
from typing import Any

from rules.daily.support import STANDING, FinishedWork, Made, Support, SupportState
from rules.links import message_link
from rules.values import replace
from storage.declarations import STAYS, Fate, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = "id, chat_group, message, member, what, helper, by, due_at, at, state"
_STANDING = ", ".join(f"'{state.value}'" for state in sorted(STANDING))


def _support(row: Any) -> Support:
    found = Support(*tuple(row))
    return replace(found, state=SupportState(found.state))


def add(tx: Tx, new: Support) -> int:
    """An offer; its number."""
    return tx.add(
        "INSERT INTO support (chat_group, message, member, what, helper, by, due_at, at)"
        " VALUES (:group, :message, :member, :what, :helper, :by, :due_at, :at)",
        group=new.group,
        message=new.message,
        member=new.member,
        what=new.what,
        helper=new.helper,
        by=new.by,
        due_at=new.due_at,
        at=new.at,
    )


def get(tx: Tx, support: int) -> Support | None:
    """The offer of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM support WHERE id = :support", support=support)
    return row and _support(row)


def at(tx: Tx, group: int, message: int) -> Support | None:
    """The offer about that message that was neither turned down nor taken back."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM support WHERE chat_group = :group AND message = :message AND state IN ({_STANDING})",
        group=group,
        message=message,
    )
    return row and _support(row)


def concerning(tx: Tx, member: int) -> list[Support]:
    """Accepted help with ideas of the member's, or that the member gives; the newest first, ten at most."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM support WHERE state = 'accepted' AND (member = :member OR helper = :member)"
        " ORDER BY id DESC LIMIT 10",
        member=member,
    )
    return [_support(row) for row in rows]


def due(tx: Tx, state: SupportState, until: int, limit: int) -> list[Support]:
    """Offers in that state whose date is `until` (UTC seconds) or earlier, the earliest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM support WHERE state = :state AND state IN ('offered', 'accepted') AND due_at <= :until"
        " ORDER BY due_at, id LIMIT :limit",
        state=state.value,
        until=until,
        limit=limit,
    )
    return [_support(row) for row in rows]


def helped_by(tx: Tx, member: int) -> list[Support]:
    """What the member offered to help with, or was asked to, and is not done yet; the earliest date first, fifty at most."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM support WHERE helper = :member AND state IN ('offered', 'accepted')"
        " ORDER BY due_at, id LIMIT 50",
        member=member,
    )
    return [_support(row) for row in rows]


def hand_on(tx: Tx, support: int, helper: int) -> None:
    """Somebody else helps from now on, and is reminded in their turn."""
    tx.run("UPDATE support SET helper = :helper, reminded = 0 WHERE id = :support", support=support, helper=helper)


def move(tx: Tx, support: int, state: SupportState) -> None:
    """It is in that state now."""
    tx.run("UPDATE support SET state = :state WHERE id = :support", state=state.value, support=support)


def remind(tx: Tx, supports: Iterable[int]) -> list[int]:
    """Whose helper has not been reminded before; each is from now on."""
    return [
        one for one in supports if tx.run("UPDATE support SET reminded = 1 WHERE id = :id AND reminded = 0", id=one)
    ]


def finish(tx: Tx, support: int, work: FinishedWork, now: int) -> None:
    """What came of it, told now, in the place of what was said before."""
    forget_work(tx, support)
    tx.run(
        "INSERT INTO support_work (support, member, chat_group, message, link, at)"
        " VALUES (:support, :member, :group, :message, :link, :now)",
        support=support,
        member=work.member,
        group=work.group,
        message=work.message,
        link=work.link,
        now=now,
    )


def forget_work(tx: Tx, support: int) -> None:
    """Nothing has come of it yet."""
    tx.run("DELETE FROM support_work WHERE support = :support", support=support)


def made(tx: Tx, group: int, message: int) -> Made | None:
    """The finished work that came of that message, as it is credited."""
    row = tx.one(
        """
        SELECT author.name AS author, maker.name AS maker, helper.name AS helper, support.what, support_work.link,
        chat_group.chat_id, support_work.message FROM support
        JOIN support_work ON support_work.support = support.id JOIN member AS author ON author.id = support.member
        JOIN member AS helper ON helper.id = support.helper LEFT JOIN member AS maker ON maker.id = support_work.member
        LEFT JOIN chat_group ON chat_group.id = support_work.chat_group
        WHERE support.chat_group = :group AND support.message = :message AND support.state = 'done'
        """,
        group=group,
        message=message,
    )
    if row is None:
        return None
    link = row.link if row.link else message_link(row.chat_id, row.message)
    return Made(row.author, row.maker, row.helper, row.what, link)


RENUMBERED = (Renumbered("support"), Renumbered("support_work"))

OWN = (
    Own("support", fate=STAYS),
    Own("support", "helper", fate=STAYS),
    Own("support", "by", fate=STAYS),
    Own("support_work", fate=Fate(dashed=("link",))),
)
