"""Sheets for spreadsheets and other programs, row by row. People appear by Telegram id, times in ISO 8601 UTC."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from rules.money import Money, decimal
from rules.periods import ONE_DAY
from rules.programme.programme import Programme
from rules.sheets import Cell, Sheet, SheetName
from storage.engine.tx import Tx

Row = tuple[Cell, ...]


def sheet(tx: Tx, name: SheetName, programme: Programme, day: date) -> Sheet:
    """The sheet of that name as of `day`."""
    columns, rows = SHEETS[name]
    return Sheet(columns, rows(tx, programme, day))


def count(tx: Tx, name: SheetName) -> int:
    """How many rows the sheet has, at most."""
    n: int = tx.value(COUNTED[name])
    return n


def _iso(at: int | None) -> str | None:
    return None if at is None else datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _members(tx: Tx, programme: Programme, day: date) -> Iterator[Row]:
    """`points` can be spent, `held` are reserved for pending orders; `level` is its title."""
    ladder = programme.levels
    rows = tx.each(
        """
        SELECT telegram_id, name, coalesce(posted, 0) - coalesce(held, 0) AS points, coalesce(held, 0) AS held,
        contribution, level, coalesce(step, 'base') AS trust, CASE WHEN last.day >= :yesterday THEN last.streak
        ELSE 0 END AS streak FROM member LEFT JOIN account ON account.member = member.id
        LEFT JOIN trust ON trust.member = member.id LEFT JOIN check_in AS last ON last.member = member.id
        AND last.day = (SELECT max(day) FROM check_in WHERE check_in.member = member.id) ORDER BY member.id
        """,
        yesterday=(day - ONE_DAY).isoformat(),
    )
    for row in rows:
        title = ladder[min(row.level, len(ladder) - 1)].title
        yield row.telegram_id, row.name, row.points, row.held, row.contribution, title, row.streak, "", row.trust


def _ledger(tx: Tx, programme: Programme, day: date) -> Iterator[Row]:
    """`amount` is what the entry changes the points to spend by, so that a member's amounts add up to their points."""
    rows = tx.each(
        """
        SELECT transfer.id, transfer.at, owner.telegram_id, rule, transfer.key, by.telegram_id AS actor, reason,
        chat_group, reverses, CASE phase WHEN 'post' THEN 0 WHEN 'hold' THEN -amount WHEN 'single' THEN
        CASE WHEN credit = account.id THEN amount ELSE -amount END ELSE amount END AS amount
        FROM transfer JOIN account ON account.id IN (debit, credit) AND account.member IS NOT NULL
        JOIN member AS owner ON owner.id = account.member LEFT JOIN member AS by ON by.id = transfer.actor
        ORDER BY transfer.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            _iso(row.at),
            row.telegram_id,
            row.rule,
            row.amount,
            row.key,
            row.actor,
            row.reason,
            row.chat_group,
            row.reverses,
        )


def _orders(tx: Tx, programme: Programme, day: date) -> Iterator[Row]:
    """`cost` is what the piece cost the brand when it was ordered, or costs today where nobody had said so then."""
    rows = tx.each(
        """
        SELECT o.id, placed_at, telegram_id, o.reward, o.title, o.price, state, sent_at, ended_at,
        coalesce(o.cost, reward.cost) AS cost, coalesce(o.currency, reward.currency) AS currency FROM shop_order AS o
        JOIN member ON member.id = o.member JOIN reward ON reward.id = o.reward ORDER BY o.id
        """,
    )
    for row in rows:
        placed, sent, ended = _iso(row.placed_at), _iso(row.sent_at), _iso(row.ended_at)
        cost = decimal(Money(row.cost, row.currency)) if row.currency else None
        yield (
            row.id,
            placed,
            row.telegram_id,
            row.reward,
            row.title,
            row.price,
            row.state,
            sent,
            ended,
            cost,
            row.currency,
        )


def _submissions(tx: Tx, programme: Programme, day: date) -> Iterator[Row]:
    rows = tx.each(
        """
        SELECT submission.id, submission.made_at, author.telegram_id, challenge, title, stage, standing, submission.version,
        reader.telegram_id AS reviewer, review.at AS reviewed_at, words FROM submission
        JOIN member AS author ON author.id = submission.member JOIN challenge ON challenge.id = submission.challenge
        LEFT JOIN review ON review.submission = submission.id AND review.version = submission.version
        LEFT JOIN member AS reader ON reader.id = review.reviewer ORDER BY submission.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            _iso(row.made_at),
            row.telegram_id,
            row.challenge,
            row.title,
            row.stage,
            row.standing,
            row.version,
            row.reviewer,
            _iso(row.reviewed_at),
            row.words,
        )


def _questions(tx: Tx, programme: Programme, day: date) -> Iterator[Row]:
    rows = tx.each(
        """
        SELECT question.id, asked_at, by.telegram_id, question.chat_group, state, text, helper.telegram_id AS answerer,
        acceptance.at AS accepted_at FROM question JOIN member AS by ON by.id = question.asker
        LEFT JOIN acceptance ON acceptance.question = question.id AND taken_back_at IS NULL
        LEFT JOIN member AS helper ON helper.id = acceptance.answerer ORDER BY question.id
        """,
    )
    for row in rows:
        asked, accepted = _iso(row.asked_at), _iso(row.accepted_at)
        yield row.id, asked, row.telegram_id, row.chat_group, row.state, row.text, row.answerer, accepted


SHEETS: dict[SheetName, tuple[tuple[str, ...], Callable[[Tx, Programme, date], Iterator[Row]]]] = {
    SheetName.MEMBERS: (
        ("telegram_id", "name", "points", "held", "contribution", "level", "streak", "stage", "trust"),
        _members,
    ),
    SheetName.LEDGER: (
        ("id", "at", "telegram_id", "rule", "amount", "key", "actor", "reason", "group_id", "reverses"),
        _ledger,
    ),
    SheetName.ORDERS: (
        ("id", "at", "telegram_id", "reward", "title", "price", "state", "sent_at", "ended_at", "cost", "currency"),
        _orders,
    ),
    SheetName.SUBMISSIONS: (
        (
            "id",
            "at",
            "telegram_id",
            "challenge",
            "title",
            "stage",
            "state",
            "version",
            "reviewer",
            "reviewed_at",
            "feedback",
        ),
        _submissions,
    ),
    SheetName.QUESTIONS: (
        ("id", "at", "telegram_id", "group_id", "state", "text", "answerer", "accepted_at"),
        _questions,
    ),
}
COUNTED = {
    SheetName.MEMBERS: "SELECT count(*) FROM member",
    SheetName.LEDGER: "SELECT count(*) FROM transfer",
    SheetName.ORDERS: "SELECT count(*) FROM shop_order",
    SheetName.SUBMISSIONS: "SELECT count(*) FROM submission",
    SheetName.QUESTIONS: "SELECT count(*) FROM question",
}
