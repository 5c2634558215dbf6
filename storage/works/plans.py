"""What stands between a pitch and its delivery: the plan, what the brand is asked for, what is said."""

from typing import Any

from rules.works.plan import AskStanding, Plan, PlanAsk, PlanWord
from storage.declarations import GOES, STAYS, Fate, Own
from storage.engine.tx import Tx

_ASK = "SELECT id, submission, what, due, standing, words, answered_by FROM plan_ask"


def _ask(row: Any) -> PlanAsk:
    standing = AskStanding(row.standing)
    return PlanAsk(row.id, row.submission, row.what, row.due, standing, row.words, row.answered_by)


def get(tx: Tx, submission: int) -> Plan | None:
    """The text that was written last."""
    row = tx.one(
        "SELECT text, due, proposer, staff, at, agreed_at FROM plan WHERE submission = :submission",
        submission=submission,
    )
    return Plan(row.text, row.due, row.proposer, bool(row.staff), row.at, row.agreed_at) if row else None


def put(tx: Tx, submission: int, plan: Plan) -> None:
    """This text instead of any before."""
    tx.run(
        """
        INSERT INTO plan (submission, text, due, proposer, staff, at)
        VALUES (:submission, :text, :due, :proposer, :staff, :at)
        ON CONFLICT (submission) DO UPDATE SET text = excluded.text, due = excluded.due,
        proposer = excluded.proposer, staff = excluded.staff, at = excluded.at WHERE plan.agreed_at IS NULL
        """,
        submission=submission,
        text=plan.text,
        due=plan.due,
        proposer=plan.proposer,
        staff=int(plan.staff),
        at=plan.at,
    )


def agree(tx: Tx, submission: int, by: int, now: int) -> None:
    """The other side agrees."""
    tx.run(
        "UPDATE plan SET agreed_at = :now, agreed_by = :by WHERE submission = :submission AND agreed_at IS NULL",
        submission=submission,
        by=by,
        now=now,
    )


def add_ask(tx: Tx, submission: int, what: str, due: int, now: int) -> int:
    """The brand is asked for something; its number."""
    return tx.add(
        "INSERT INTO plan_ask (submission, what, due, at) VALUES (:submission, :what, :due, :now)",
        submission=submission,
        what=what,
        due=due,
        now=now,
    )


def get_ask(tx: Tx, ask: int) -> PlanAsk | None:
    """What was asked under that number."""
    row = tx.one(f"{_ASK} WHERE id = :ask", ask=ask)
    return _ask(row) if row else None


def asks(tx: Tx, submission: int) -> list[PlanAsk]:
    """All that was asked for, in order; at most 20."""
    rows = tx.all(f"{_ASK} WHERE submission = :submission ORDER BY id LIMIT 20", submission=submission)
    return [_ask(row) for row in rows]


def answer(tx: Tx, ask: int, standing: AskStanding, words: str, by: int, now: int) -> bool:
    """Granted, or not now; False when it was answered before."""
    done = tx.run(
        "UPDATE plan_ask SET standing = :standing, words = :words, answered_by = :by, answered_at = :now"
        " WHERE id = :ask AND standing = 'waiting'",
        ask=ask,
        standing=standing.value,
        words=words,
        by=by,
        now=now,
    )
    return done > 0


def say(tx: Tx, submission: int, word: PlanWord) -> int:
    """Something is said; its number."""
    return tx.add(
        "INSERT INTO plan_word (submission, author, staff, at, text) VALUES (:submission, :author, :staff, :at, :text)",
        submission=submission,
        author=word.author,
        staff=int(word.staff),
        at=word.at,
        text=word.text,
    )


def talk(tx: Tx, submission: int, limit: int) -> list[PlanWord]:
    """The last words, oldest of them first."""
    rows = tx.all(
        "SELECT author, staff, text, at FROM plan_word WHERE submission = :submission ORDER BY id DESC LIMIT :limit",
        submission=submission,
        limit=limit,
    )
    return [PlanWord(row.author, bool(row.staff), row.text, row.at) for row in reversed(rows)]


_MINE = "submission IN (SELECT id FROM submission WHERE member = :member)"
OWN = (
    Own("plan", "", whose=_MINE, fate=Fate(emptied=("text",))),
    Own("plan", "proposer", but=("text",), fate=STAYS),
    Own("plan", "agreed_by", but=("text",), fate=STAYS),
    Own("plan_ask", "", whose=_MINE, fate=Fate(emptied=("what", "words"))),
    Own("plan_ask", "answered_by", but=("what",), fate=STAYS),
    Own("plan_word", "", whose=f"{_MINE} AND author <> :member", fate=GOES),
    Own("plan_word", "author", fate=GOES),
)
