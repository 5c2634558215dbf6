"""Answers to co-creation briefs: one of each member, the prize, and the case."""

from collections.abc import Iterator
from typing import Any

from rules.files import File
from rules.teams.cocreation import CocreationAnswer
from rules.works.submission import Work
from storage.declarations import GOES, Fate, Own
from storage.engine.tx import Tx

_COLUMNS = "id, cocreation, member, at, text, won_at, reason, points, entry, taken_back_at, case_at, unexpected"


def _answer(tx: Tx, row: Any) -> CocreationAnswer:
    files = tx.all(
        "SELECT kind, file_id, unique_id FROM cocreation_file WHERE answer = :answer ORDER BY position LIMIT 20",
        answer=row.id,
    )
    return CocreationAnswer(**row._asdict(), files=tuple(File(*file) for file in files))


def put(tx: Tx, cocreation: int, member: int, work: Work, now: int) -> None:
    """That is the member's answer from now on."""
    tx.run(
        "DELETE FROM cocreation_file WHERE answer IN"
        " (SELECT id FROM cocreation_answer WHERE cocreation = :cocreation AND member = :member)",
        cocreation=cocreation,
        member=member,
    )
    tx.run(
        "INSERT INTO cocreation_answer (cocreation, member, at, text) VALUES (:cocreation, :member, :now, :text)"
        " ON CONFLICT (cocreation, member) DO UPDATE SET at = excluded.at, text = excluded.text",
        cocreation=cocreation,
        member=member,
        now=now,
        text=work.text,
    )
    answer = of_member(tx, cocreation, member)
    assert answer is not None
    for position, file in enumerate(work.files):
        tx.run(
            "INSERT INTO cocreation_file (answer, position, kind, file_id, unique_id)"
            " VALUES (:answer, :position, :kind, :file_id, :unique)",
            answer=answer.id,
            position=position,
            kind=file.kind,
            file_id=file.file_id,
            unique=file.unique,
        )


def of_member(tx: Tx, cocreation: int, member: int) -> CocreationAnswer | None:
    """What the member has answered."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM cocreation_answer WHERE cocreation = :cocreation AND member = :member",
        cocreation=cocreation,
        member=member,
    )
    return _answer(tx, row) if row else None


def get(tx: Tx, answer: int) -> CocreationAnswer | None:
    """The answer of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM cocreation_answer WHERE id = :answer", answer=answer)
    return _answer(tx, row) if row else None


def of_brief(tx: Tx, cocreation: int, limit: int, skipped: int = 0) -> list[CocreationAnswer]:
    """Answers side by side, in the order in which they came: none stands above another."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM cocreation_answer WHERE cocreation = :cocreation ORDER BY id"
        " LIMIT :limit OFFSET :skipped",
        cocreation=cocreation,
        limit=limit,
        skipped=skipped,
    )
    return [_answer(tx, row) for row in rows]


def count(tx: Tx, cocreation: int) -> int:
    """How many have answered."""
    many: int = tx.value("SELECT count(*) FROM cocreation_answer WHERE cocreation = :cocreation", cocreation=cocreation)
    return many


def prized(tx: Tx, cocreation: int) -> CocreationAnswer | None:
    """The answer that has the prize."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM cocreation_answer WHERE cocreation = :cocreation AND won_at IS NOT NULL"
        " AND taken_back_at IS NULL",
        cocreation=cocreation,
    )
    return _answer(tx, row) if row else None


def case_of(tx: Tx, cocreation: int) -> CocreationAnswer | None:
    """The answer that has become the case."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM cocreation_answer WHERE cocreation = :cocreation AND case_at IS NOT NULL",
        cocreation=cocreation,
    )
    return _answer(tx, row) if row else None


def cases(tx: Tx, limit: int, skipped: int = 0) -> list[CocreationAnswer]:
    """All cases, the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM cocreation_answer WHERE case_at IS NOT NULL ORDER BY case_at DESC, id DESC"
        " LIMIT :limit OFFSET :skipped",
        limit=limit,
        skipped=skipped,
    )
    return [_answer(tx, row) for row in rows]


def count_cases(tx: Tx) -> int:
    """How many cases there are."""
    many: int = tx.value("SELECT count(*) FROM cocreation_answer WHERE case_at IS NOT NULL")
    return many


def win(tx: Tx, answer: int, reason: str, points: int, entry: int | None, now: int) -> None:
    """It has the prize, for that reason, paid by that entry."""
    tx.run(
        "UPDATE cocreation_answer SET won_at = :now, reason = :reason, points = :points, entry = :entry,"
        " taken_back_at = NULL WHERE id = :answer",
        answer=answer,
        reason=reason,
        points=points,
        entry=entry,
        now=now,
    )


def pay(tx: Tx, answer: int, points: int, entry: int) -> None:
    """The prize that it has is paid by that entry."""
    tx.run(
        "UPDATE cocreation_answer SET points = :points, entry = :entry WHERE id = :answer",
        answer=answer,
        points=points,
        entry=entry,
    )


def take_back(tx: Tx, answer: int, at: int | None) -> None:
    """The prize is taken back at that moment (UTC seconds), or with None given again."""
    tx.run("UPDATE cocreation_answer SET taken_back_at = :at WHERE id = :answer", answer=answer, at=at)


def of_entry(tx: Tx, entry: int) -> CocreationAnswer | None:
    """What an entry of the ledger paid."""
    row = tx.one(f"SELECT {_COLUMNS} FROM cocreation_answer WHERE entry = :entry", entry=entry)
    return _answer(tx, row) if row else None


def make_case(tx: Tx, answer: int, unexpected: str, now: int) -> None:
    """It is the case, for what was unexpected about it."""
    tx.run(
        "UPDATE cocreation_answer SET case_at = :now, unexpected = :unexpected WHERE id = :answer",
        answer=answer,
        unexpected=unexpected,
        now=now,
    )


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no answer names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM cocreation_answer WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


def everything(tx: Tx) -> Iterator[CocreationAnswer]:
    """Whatever has won a prize, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM cocreation_answer WHERE won_at IS NOT NULL ORDER BY id"):
        yield CocreationAnswer(**row._asdict())


OWN = (
    Own("cocreation_answer", fate=Fate(emptied=("text",))),
    Own(
        "cocreation_file",
        "",
        whose="answer IN (SELECT id FROM cocreation_answer WHERE member = :member)",
        but=("file_id", "unique_id"),
        fate=GOES,
    ),
)
