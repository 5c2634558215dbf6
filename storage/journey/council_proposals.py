"""Proposals of the council: what is talked about and voted on, what was decided, and which ticket it has become."""

from typing import Any

from rules.journey.council_proposal import Proposal, ProposalPlan, ProposalState
from rules.journey.council_veto import VetoAnswer
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = (
    "id, author, chat_group, title, about, state, at, talk_until, decided_at, ticket, promised_at, told, against, veto,"
    " reason"
)
AT_ONCE = 20


def add(
    tx: Tx, author: int, group: int, plan: ProposalPlan, now: int, talk_until: int, against: int | None = None
) -> int:
    """A proposal that is talked about from now on, or a veto `against` a ticket; its number."""
    return tx.add(
        "INSERT INTO council_proposal (author, chat_group, title, about, state, at, talk_until, against)"
        " VALUES (:author, :group, :title, :about, 'talking', :now, :talk_until, CAST(:against AS BIGINT))",
        author=author,
        group=group,
        title=plan.title,
        about=plan.about,
        now=now,
        talk_until=talk_until,
        against=against,
    )


def get(tx: Tx, number: int) -> Proposal:
    """The proposal of that number, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM council_proposal WHERE id = :number", number=number)
    assert row is not None, number
    return _proposal(row)


def undecided(tx: Tx) -> list[Proposal]:
    """What is talked about or voted on, oldest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE state IN ('talking', 'voting') ORDER BY id LIMIT {AT_ONCE}"
    )
    return [_proposal(row) for row in rows]


def talked_over(tx: Tx, now: int) -> list[Proposal]:
    """What has been talked about for its time."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE state = 'talking' AND talk_until <= :now ORDER BY id LIMIT {AT_ONCE}",
        now=now,
    )
    return [_proposal(row) for row in rows]


def voting(tx: Tx, number: int) -> None:
    """It is voted on from now on."""
    tx.run("UPDATE council_proposal SET state = 'voting' WHERE id = :number", number=number)


def decide(tx: Tx, number: int, state: ProposalState, now: int, promised_at: int | None = None) -> None:
    """That is what became of it; of what is carried, until when the answer is promised."""
    tx.run(
        "UPDATE council_proposal SET state = :state, decided_at = :now, promised_at = CAST(:promised_at AS BIGINT)"
        " WHERE id = :number",
        state=state.value,
        now=now,
        promised_at=promised_at,
        number=number,
    )


def unbrought(tx: Tx) -> list[Proposal]:
    """What is carried and not yet before the product team."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE state = 'carried' AND ticket IS NULL AND against IS NULL"
        f" ORDER BY id LIMIT {AT_ONCE}"
    )
    return [_proposal(row) for row in rows]


def bring(tx: Tx, number: int, ticket: int, told: str) -> None:
    """It is that ticket of the product team."""
    tx.run(
        "UPDATE council_proposal SET ticket = :ticket, told = :told WHERE id = :number",
        ticket=ticket,
        told=told,
        number=number,
    )


def tell(tx: Tx, number: int, told: str) -> None:
    """The core group was told that its ticket is in that state."""
    tx.run("UPDATE council_proposal SET told = :told WHERE id = :number", told=told, number=number)


def moved_on(tx: Tx) -> list[Proposal]:
    """Those whose ticket is in another state than the core group was told, by itself or as part of another."""
    rows = tx.all(
        f"""
        SELECT {_COLUMNS} FROM council_proposal WHERE ticket IS NOT NULL AND told <> (SELECT whole.state
        FROM feedback AS own JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id)
        WHERE own.id = ticket) ORDER BY id LIMIT {AT_ONCE}
        """
    )
    return [_proposal(row) for row in rows]


def open_of(tx: Tx, author: int) -> int:
    """How many proposals of theirs are not decided yet."""
    found: int = tx.value(
        "SELECT count(*) FROM council_proposal WHERE author = :author AND state IN ('talking', 'voting')", author=author
    )
    return found


def count_decided(tx: Tx) -> int:
    """How many have been voted on to the end."""
    found: int = tx.value("SELECT count(*) FROM council_proposal WHERE decided_at IS NOT NULL AND state <> 'withdrawn'")
    return found


def decided(tx: Tx, limit: int, skip: int) -> list[Proposal]:
    """What was decided, the latest first, without the first `skip`."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE decided_at IS NOT NULL AND state <> 'withdrawn'"
        " ORDER BY decided_at DESC, id DESC LIMIT :limit OFFSET :skip",
        limit=limit,
        skip=skip,
    )
    return [_proposal(row) for row in rows]


def put_by(tx: Tx, author: int, since: int, limit: int) -> list[Proposal]:
    """What the member has put before the council since then and not taken back, the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE author = :author AND at >= :since AND state <> 'withdrawn'"
        " ORDER BY at DESC, id DESC LIMIT :limit",
        author=author,
        since=since,
        limit=limit,
    )
    return [_proposal(row) for row in rows]


def carried_since(tx: Tx, since: int, but: int, limit: int) -> list[Proposal]:
    """What others than that author have put before the council and was carried since then, the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE state = 'carried' AND decided_at >= :since AND author <> :but"
        " ORDER BY decided_at DESC, id DESC LIMIT :limit",
        since=since,
        but=but,
        limit=limit,
    )
    return [_proposal(row) for row in rows]


def unanswered(tx: Tx) -> list[Proposal]:
    """Carried ones that the product team has promised to answer and has not, the longest first."""
    rows = tx.all(
        f"""
        SELECT {_COLUMNS} FROM council_proposal WHERE state = 'carried' AND promised_at IS NOT NULL
        AND (told IS NULL OR told IN ('received', 'discussing', 'reminded')) ORDER BY promised_at, id LIMIT {AT_ONCE}
        """
    )
    return [_proposal(row) for row in rows]


def against(tx: Tx, ticket: int) -> bool:
    """Whether a veto against that ticket is not decided yet."""
    found = tx.one(
        "SELECT 1 AS yes FROM council_proposal WHERE against = :ticket AND state IN ('talking', 'voting') LIMIT 1",
        ticket=ticket,
    )
    return found is not None


def unanswered_vetoes(tx: Tx) -> list[Proposal]:
    """Vetoes that are carried and wait for the team, oldest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM council_proposal WHERE state = 'carried' AND against IS NOT NULL AND veto IS NULL"
        f" ORDER BY id LIMIT {AT_ONCE}"
    )
    return [_proposal(row) for row in rows]


def answer_veto(tx: Tx, number: int, answer: VetoAnswer, reason: str) -> None:
    """That is what the team says to it, for that reason."""
    tx.run(
        "UPDATE council_proposal SET veto = :answer, reason = :reason, told = 'answered' WHERE id = :number",
        answer=answer.value,
        reason=reason,
        number=number,
    )


def _proposal(row: Any) -> Proposal:
    plan = ProposalPlan(row.title, row.about)
    return Proposal(
        row.id,
        row.author,
        row.chat_group,
        plan,
        ProposalState(row.state),
        row.at,
        row.talk_until,
        row.decided_at,
        row.ticket,
        row.promised_at,
        row.told,
        row.against,
        VetoAnswer(row.veto) if row.veto else None,
        row.reason,
    )


OWN = (Own("council_proposal", "author", fate=STAYS),)
