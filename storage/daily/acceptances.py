"""Which answer was accepted to which question, and what it paid."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rules.daily.acceptance import Acceptance, Unpaid
from rules.occasion import Occasion
from rules.programme.conditions import Source
from storage import touched
from storage.declarations import STAYS, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = "question, n, message, topic, answerer, asker, at, answer_entry, asker_entry, withheld"


def _acceptance(row: Any) -> Acceptance:
    values = row._asdict()
    withheld = values.pop("withheld")
    return Acceptance(**values, withheld=Unpaid(withheld) if withheld else None)


def add(tx: Tx, new: Acceptance, accepted_by: int) -> None:
    """Record an acceptance; the database refuses a second one that stands."""
    touched.mark(tx, Source.ANSWERS, new.answerer, new.asker)
    tx.run(
        """
        INSERT INTO acceptance (question, n, message, topic, answerer, asker, accepted_by, at, answer_entry,
        asker_entry, withheld) VALUES (:question, :n, :message, :topic, :answerer, :asker, :accepted_by, :at,
        :answer_entry, :asker_entry, :withheld)
        """,
        question=new.question,
        n=new.n,
        message=new.message,
        topic=new.topic,
        answerer=new.answerer,
        asker=new.asker,
        accepted_by=accepted_by,
        at=new.at,
        answer_entry=new.answer_entry,
        asker_entry=new.asker_entry,
        withheld=new.withheld and new.withheld.value,
    )


def next_number(tx: Tx, question: int) -> int:
    """Which acceptance of the question the next one will be."""
    n: int = tx.value("SELECT coalesce(max(n), 0) + 1 FROM acceptance WHERE question = :question", question=question)
    return n


def standing(tx: Tx, question: int) -> Acceptance | None:
    """The acceptance of the question that has not been taken back."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM acceptance WHERE question = :question AND taken_back_at IS NULL", question=question
    )
    return _acceptance(row) if row else None


def paid_on(tx: Tx, asker: int, day: Occasion) -> int:
    """How many acceptances of the asker's questions have paid somebody on the day of that occasion and stand."""
    n: int = tx.value(
        "SELECT count(*) FROM acceptance WHERE asker = :asker AND at >= :began AND at < :ends AND taken_back_at IS NULL"
        " AND (answer_entry IS NOT NULL OR asker_entry IS NOT NULL)",
        asker=asker,
        began=day.day_began_at,
        ends=day.next_day_at,
    )
    return n


def get(tx: Tx, question: int, n: int) -> Acceptance | None:
    """The `n`-th acceptance of the question, whether it stands or not."""
    row = tx.one(f"SELECT {_COLUMNS} FROM acceptance WHERE question = :question AND n = :n", question=question, n=n)
    return _acceptance(row) if row else None


def latest(tx: Tx, question: int) -> Acceptance | None:
    """The question's last acceptance, whether it stands or not."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM acceptance WHERE question = :question ORDER BY n DESC LIMIT 1", question=question
    )
    return _acceptance(row) if row else None


def stand_again(tx: Tx, of: Acceptance) -> None:
    """It had been taken back, and stands after all; the database refuses when another one does."""
    touched.mark(tx, Source.ANSWERS, of.answerer, of.asker)
    tx.run(
        "UPDATE acceptance SET taken_back_at = NULL, taken_back_by = NULL WHERE question = :question AND n = :n",
        question=of.question,
        n=of.n,
    )


def withheld_on(tx: Tx, asker: int, day: Occasion, why: Unpaid) -> list[Acceptance]:
    """The asker's standing acceptances of the day of that occasion that paid nobody for that reason, oldest first, at most 100."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM acceptance WHERE asker = :asker AND at >= :began AND at < :ends AND withheld = :why"
        " AND taken_back_at IS NULL ORDER BY at, question LIMIT 100",
        asker=asker,
        began=day.day_began_at,
        ends=day.next_day_at,
        why=why.value,
    )
    return [_acceptance(row) for row in rows]


def take_back(tx: Tx, taken: Acceptance, actor: int, now: int) -> None:
    """The acceptance no longer stands."""
    touched.mark(tx, Source.ANSWERS, taken.answerer, taken.asker)
    tx.run(
        "UPDATE acceptance SET taken_back_at = :now, taken_back_by = :actor WHERE question = :question AND n = :n",
        question=taken.question,
        n=taken.n,
        actor=actor,
        now=now,
    )


def waiting_for_covenant(tx: Tx, answerer: int) -> list[Acceptance]:
    """Standing acceptances that pay the answerer as soon as they agree to the covenant."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM acceptance WHERE answerer = :answerer AND withheld = 'covenant' AND taken_back_at IS NULL"
        " ORDER BY question LIMIT 100",
        answerer=answerer,
    )
    return [_acceptance(row) for row in rows]


def paid(tx: Tx, now: Acceptance) -> None:
    """What had been withheld is paid, or withheld for another reason, as `now` says."""
    tx.run(
        "UPDATE acceptance SET answer_entry = :answer_entry, asker_entry = :asker_entry, withheld = :withheld"
        " WHERE question = :question AND n = :n",
        question=now.question,
        n=now.n,
        answer_entry=now.answer_entry,
        asker_entry=now.asker_entry,
        withheld=now.withheld and now.withheld.value,
    )


class Row(Struct, frozen=True):
    """An acceptance as the audit compares it: whether it stands, the question's state, whether it can be found, or need not
    be because one of the two was forgotten.
    """

    acceptance: Acceptance
    stands: bool
    state: str
    found: bool


def everything(tx: Tx) -> Iterator[Row]:
    """Every acceptance, for the audit."""
    rows = tx.each(
        """
        SELECT acceptance.question, n, acceptance.message, acceptance.topic, answerer, acceptance.asker, acceptance.at,
        answer_entry, asker_entry, withheld, taken_back_at, state, CASE WHEN knowledge.id IS NOT NULL OR EXISTS (SELECT 1
        FROM forgotten WHERE forgotten.member IN (answerer, acceptance.asker)) THEN 1 ELSE 0 END AS known FROM acceptance
        JOIN question ON question.id = acceptance.question
        LEFT JOIN knowledge ON knowledge.question = acceptance.question
        """
    )
    for row in rows:
        values = row._asdict()
        taken_back_at, state, known = (values.pop(name) for name in ("taken_back_at", "state", "known"))
        withheld = values.pop("withheld")
        acceptance = Acceptance(**values, withheld=Unpaid(withheld) if withheld else None)
        yield Row(acceptance, taken_back_at is None, state, bool(known))


def solved_by_none(tx: Tx) -> Iterator[int]:
    """Questions that count as solved or can be found although no acceptance stands, for the audit."""
    rows = tx.each(
        """
        SELECT question.id FROM question LEFT JOIN knowledge ON knowledge.question = question.id
        LEFT JOIN acceptance ON acceptance.question = question.id AND taken_back_at IS NULL
        WHERE acceptance.question IS NULL AND (state = 'solved' OR knowledge.id IS NOT NULL)
        """
    )
    for row in rows:
        yield row.id


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no acceptance names, for the audit."""
    rows = tx.each(
        """
        SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL
        AND id NOT IN (SELECT answer_entry FROM acceptance WHERE answer_entry IS NOT NULL
        UNION ALL SELECT asker_entry FROM acceptance WHERE asker_entry IS NOT NULL)
        """,
        rule=rule,
    )
    for row in rows:
        yield row.id


RENUMBERED = (Renumbered("acceptance", "question IN (SELECT id FROM question WHERE chat_group = :group)"),)

OWN = (
    Own("acceptance", "answerer", fate=STAYS),
    Own("acceptance", "asker", fate=STAYS),
    Own("acceptance", "accepted_by", fate=STAYS),
    Own("acceptance", "taken_back_by", fate=STAYS),
)
