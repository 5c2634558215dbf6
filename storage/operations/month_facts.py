"""What happened in a span of time, for the monthly report; `since` and `until` are UTC seconds. Every statement reads an
index of the span; the days of talk are read once, for those who came.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rules.links import message_link
from rules.operations.monthly import Scarce, Waiting, Wished, lasts_days
from storage.engine.tx import Tx

DAY_S = 86_400
# A month of so many people and entries is counted in a few hundredths of a second.
SMALL_PEOPLE, SMALL_ENTRIES = 5_000, 50_000
_ANSWERED_AT = "(SELECT min(at) FROM answer WHERE answer.question = question.id AND answer.member <> question.asker)"
_ON_SHELF = "closed_at IS NULL AND (closes_at IS NULL OR closes_at >= :now) AND (opens_at IS NULL OR opens_at <= :now)"


def small(tx: Tx) -> bool:
    """Whether there are few members and entries, by their numbers."""
    people = tx.value("SELECT max(id) FROM member") or 0
    return people <= SMALL_PEOPLE and (tx.value("SELECT max(id) FROM transfer") or 0) <= SMALL_ENTRIES


def answer_times(tx: Tx, since: int, until: int, end: int) -> list[int | None]:
    """For each question asked in the span: after how many seconds somebody else answered, or its asker found the answer in an
    earlier question; None where nobody had by `end`.
    """
    rows = tx.each(
        f"SELECT asked_at, found_at, {_ANSWERED_AT} AS answered_at FROM question WHERE asked_at >= :since AND asked_at < :until",
        since=since,
        until=until,
    )
    return [_after(row.asked_at, (row.answered_at, row.found_at), end) for row in rows]


def _after(asked_at: int, times: tuple[int | None, ...], end: int) -> int | None:
    known = [at for at in times if at is not None and at < end]
    return max(min(known) - asked_at, 0) if known else None


def unanswered(tx: Tx, since: int, until: int, limit: int) -> list[Waiting]:
    """Questions of the span that are open and have no answer by somebody else, the oldest first."""
    rows = tx.all(
        f"SELECT question.id, text, message, chat_id FROM question JOIN chat_group ON chat_group.id = chat_group"
        f" WHERE asked_at >= :since AND asked_at < :until AND state = 'open' AND found_at IS NULL"
        f" AND {_ANSWERED_AT} IS NULL AND active = 1"
        " AND NOT EXISTS (SELECT 1 FROM forgotten WHERE forgotten.member = asker) ORDER BY question.id LIMIT :limit",
        since=since,
        until=until,
        limit=limit,
    )
    return [Waiting(row.id, row.text, message_link(row.chat_id, row.message)) for row in rows]


def helps(tx: Tx, since: int, until: int, first: date, following: date) -> dict[int, int]:
    """How often each helped: a thank that counted, an accepted answer that stands, each once.

    Thanks are found by the days they were said on, which are those of their givers: a day around the span is looked at.
    """
    rows = tx.each(
        """
        SELECT helper, count(*) AS n FROM (
        SELECT receiver AS helper FROM thanks WHERE chat_group IN (SELECT id FROM chat_group) AND outcome = 'credited'
        AND day >= :first AND day <= :following AND at >= :since AND at < :until
        UNION ALL SELECT answerer FROM acceptance WHERE taken_back_at IS NULL AND answerer <> asker
        AND at >= :since AND at < :until) AS deed GROUP BY helper
        """,
        since=since,
        until=until,
        first=(first - timedelta(days=1)).isoformat(),
        following=(following + timedelta(days=1)).isoformat(),
    )
    return {row.helper: row.n for row in rows}


def arrivals(tx: Tx, since: int, until: int, begins: int) -> list[tuple[int, int]]:
    """Members who came to a community of ours in the span, and to none of our groups before it all `begins`, with when."""
    rows = tx.each(
        """
        SELECT member, min(joined_at) AS came_at FROM membership WHERE chat_group IN (SELECT id FROM chat_group
        WHERE part = 'community') AND joined_at >= :since AND joined_at < :until AND NOT EXISTS (SELECT 1 FROM membership
        AS earlier WHERE earlier.member = membership.member AND earlier.since < :begins) GROUP BY member
        """,
        since=since,
        until=until,
        begins=begins,
    )
    return [(row.member, row.came_at) for row in rows]


def seen_days(tx: Tx, since: int, until: int, first: date, last: date) -> Iterator[tuple[int, date]]:
    """On which days from the first to the last one somebody who came in the span wrote or checked in."""
    rows = tx.each(
        """
        SELECT member, day FROM talk WHERE chat_group IN (SELECT id FROM chat_group) AND day >= :first AND day <= :last
        AND member IN (SELECT member FROM membership WHERE chat_group IN (SELECT id FROM chat_group)
        AND joined_at >= :since AND joined_at < :until)
        UNION ALL SELECT member, day FROM check_in WHERE member IN (SELECT member FROM membership
        WHERE chat_group IN (SELECT id FROM chat_group) AND joined_at >= :since AND joined_at < :until)
        AND day >= :first AND day <= :last AND how <> 'passed'
        """,
        since=since,
        until=until,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    for row in rows:
        yield row.member, date.fromisoformat(row.day)


def reviewed(tx: Tx, since: int, until: int, within_s: int) -> tuple[int, int]:
    """Versions handed in whose promised time ended in the span, and how many of them had been reviewed by then.

    One that its author replaced or took back before anybody decided is nobody's delay.
    """
    row = tx.one(
        """
        SELECT count(*) AS due, CAST(coalesce(sum(CASE WHEN review.at <= handed.at + :within THEN 1 ELSE 0 END), 0) AS INTEGER)
        AS in_time FROM submission_version AS handed JOIN submission ON submission.id = handed.submission
        LEFT JOIN review ON review.submission = handed.submission AND review.version = handed.version
        WHERE handed.at >= :since - :within AND handed.at < :until - :within
        AND (review.at IS NOT NULL OR (standing = 'waiting' AND submission.version = handed.version))
        """,
        since=since,
        until=until,
        within=within_s,
    )
    return row.due, row.in_time


def scarce(tx: Tx, since: int, until: int, now: int, within_days: int) -> list[Scarce]:
    """Rewards on sale that are sold out, or will be within so many days at the span's pace; the soonest first."""
    return sorted(
        (
            one
            for row in _sold(tx, since, until, now)
            if (one := _lasting(row, since, until)) and one.days < within_days
        ),
        key=lambda one: (one.days, one.number),
    )


def _sold(tx: Tx, since: int, until: int, now: int) -> list[Any]:
    return tx.all(
        f"""
        SELECT id, title, stock, made_at, coalesce(n, 0) AS n FROM reward LEFT JOIN (SELECT reward, count(*) AS n FROM shop_order
        WHERE placed_at >= :since AND placed_at < :until AND state NOT IN ('cancelled', 'returned') GROUP BY reward) AS sold
        ON sold.reward = reward.id WHERE {_ON_SHELF} ORDER BY id LIMIT 1000
        """,
        since=since,
        until=until,
        now=now,
    )


def _lasting(row: Any, since: int, until: int) -> Scarce | None:
    """A reward that came onto the shelf in the span is judged by the days since then."""
    sold_for = (until - max(since, min(row.made_at, until))) // DAY_S
    days = lasts_days(row.stock, row.n, sold_for)
    return None if days is None else Scarce(row.id, row.title, row.stock, days)


def wishes(tx: Tx, now: int) -> list[Wished]:
    """Rewards on sale that people wait for, those that most wait for first."""
    rows = tx.all(
        f"SELECT reward.id, title, count(*) AS people FROM want JOIN reward ON reward.id = want.reward"
        f" WHERE told_at IS NULL AND {_ON_SHELF} GROUP BY reward.id, title ORDER BY people DESC, reward.id LIMIT 1000",
        now=now,
    )
    return [Wished(*row) for row in rows]
