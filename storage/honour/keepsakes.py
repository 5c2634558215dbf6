"""What members were told once of their own way, and what has happened lately that may be told."""

from collections.abc import Iterable, Iterator

from rules.honour.keepsake import Happened, Lately
from storage.declarations import GOES, Own
from storage.engine.tx import Tx


def keep(tx: Tx, member: int, what: str, now: int) -> bool:
    """Whether this is told now; False when it has been told before."""
    return bool(
        tx.run(
            "INSERT INTO keepsake (member, what, at) VALUES (:member, :what, :now) ON CONFLICT DO NOTHING",
            member=member,
            what=what,
            now=now,
        )
    )


def forget(tx: Tx, member: int, names: Iterable[str]) -> None:
    """These were not told to the member after all."""
    for what in names:
        tx.run("DELETE FROM keepsake WHERE member = :member AND what = :what", member=member, what=what)


def thanked_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """Thanked for the first time: by whom, and in which words."""
    rows = tx.all(
        """
        SELECT t.receiver, giver.name, t.reason FROM thanks t JOIN member giver ON giver.id = t.giver
        WHERE t.outcome = 'credited' AND t.at BETWEEN :since AND :until
        AND t.chat_group IN (SELECT id FROM chat_group) AND t.day >= :day
        AND NOT EXISTS (SELECT 1 FROM thanks e WHERE e.receiver = t.receiver AND e.outcome = 'credited' AND e.at < t.at)
        ORDER BY t.at, t.message
        """,
        **_of(lately),
    )
    return (Happened(row.receiver, who=row.name, words=row.reason or "") for row in rows)


def accepted_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """An answer of theirs accepted for the first time: whose question it was."""
    rows = tx.all(
        """
        SELECT a.answerer, asker.name, q.id, q.text FROM acceptance a JOIN member asker ON asker.id = a.asker
        JOIN question q ON q.id = a.question
        WHERE a.taken_back_at IS NULL AND a.at BETWEEN :since AND :until AND a.answerer <> a.asker
        AND NOT EXISTS (SELECT 1 FROM acceptance e WHERE e.answerer = a.answerer AND e.at < a.at
                        AND e.taken_back_at IS NULL)
        ORDER BY a.at, a.question
        """,
        **_window(lately),
    )
    return (Happened(row.answerer, who=row.name, title=row.text, number=row.id) for row in rows)


def found_again(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """An accepted answer of theirs settled the question of somebody else, who found it."""
    rows = tx.all(
        """
        SELECT a.answerer, asker.name, q.id, q.found_in, solved.text FROM question q
        JOIN acceptance a ON a.question = q.found_in AND a.taken_back_at IS NULL
        JOIN member asker ON asker.id = q.asker JOIN question solved ON solved.id = q.found_in
        WHERE q.found_at BETWEEN :since AND :until AND a.answerer <> q.asker ORDER BY q.found_at, q.id
        """,
        **_window(lately),
    )
    return (Happened(row.answerer, nth=row.id, who=row.name, title=row.text, number=row.found_in) for row in rows)


def asked_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """Their first question, if nobody else registered it for them."""
    rows = tx.all(
        """
        SELECT q.asker, q.id, q.text, q.state, (SELECT COUNT(*) FROM answer WHERE question = q.id) AS n FROM question q
        WHERE q.asked_at BETWEEN :since AND :until AND q.registrar = q.asker
        AND NOT EXISTS (SELECT 1 FROM question e WHERE e.asker = q.asker AND e.id < q.id) ORDER BY q.id
        """,
        **_window(lately),
    )
    return (Happened(row.asker, words=row.state, title=row.text, number=row.id, n=row.n) for row in rows)


def handed_in_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """Their first work."""
    rows = tx.all(
        """
        SELECT s.member, s.id, c.title FROM submission s JOIN challenge c ON c.id = s.challenge
        WHERE s.made_at BETWEEN :since AND :until AND s.stage = 'work' AND s.standing <> 'withdrawn'
        AND NOT EXISTS (SELECT 1 FROM submission e WHERE e.member = s.member AND e.stage = 'work' AND e.id < s.id)
        ORDER BY s.id
        """,
        **_window(lately),
    )
    return (Happened(row.member, title=row.title, number=row.id) for row in rows)


def returned_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """Their first work that came back with suggestions."""
    return _reviewed(tx, lately, "returned")


def featured_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """The first of theirs that was featured: a work, with what was said of it, or a discovery or share."""
    yield from _reviewed(tx, lately, "featured")
    rows = tx.all(
        """
        SELECT f.member, f.id, f.text, f.reason, by_whom.name FROM feature f JOIN member by_whom ON by_whom.id = f.by
        WHERE f.taken_back_at IS NULL AND f.at BETWEEN :since AND :until
        AND NOT EXISTS (SELECT 1 FROM feature e WHERE e.member = f.member AND e.taken_back_at IS NULL
                        AND (e.at < f.at OR (e.at = f.at AND e.id < f.id)))
        AND NOT EXISTS (SELECT 1 FROM submission s JOIN review r ON r.submission = s.id
                        WHERE s.member = f.member AND s.standing = 'featured' AND r.decision = 'featured' AND r.at <= f.at)
        ORDER BY f.at, f.id
        """,
        **_window(lately),
    )
    # Why it was featured stands in the same evening's message.
    yield from (Happened(row.member, who=row.name, title=row.text or row.reason, number=row.id) for row in rows)


def _reviewed(tx: Tx, lately: Lately, decision: str) -> Iterator[Happened]:
    rows = tx.all(
        """
        SELECT s.member, s.id, c.title, r.words, reviewer.name FROM review r JOIN submission s ON s.id = r.submission
        JOIN challenge c ON c.id = s.challenge JOIN member reviewer ON reviewer.id = r.reviewer
        WHERE r.decision = :decision AND s.standing = :decision AND r.at BETWEEN :since AND :until AND s.stage = 'work'
        AND NOT EXISTS (SELECT 1 FROM submission f JOIN review e ON e.submission = f.id
                        WHERE f.member = s.member AND e.decision = :decision AND e.at < r.at)
        AND (:decision <> 'featured' OR NOT EXISTS (SELECT 1 FROM feature p WHERE p.member = s.member
                                                    AND p.taken_back_at IS NULL AND p.at < r.at))
        ORDER BY r.at, s.id
        """,
        decision=decision,
        **_window(lately),
    )
    return (Happened(row.member, who=row.name, words=row.words, title=row.title, number=row.id) for row in rows)


def passed_after_return(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """A work that had come back and was improved until it passed: `n` is the version that did."""
    rows = tx.all(
        """
        SELECT s.member, s.id, c.title, r.version FROM review r JOIN submission s ON s.id = r.submission
        JOIN challenge c ON c.id = s.challenge
        WHERE r.decision IN ('approved', 'featured') AND r.at BETWEEN :since AND :until AND s.stage = 'work'
        AND EXISTS (SELECT 1 FROM review e WHERE e.submission = s.id AND e.decision = 'returned') ORDER BY r.at, s.id
        """,
        **_window(lately),
    )
    return (Happened(row.member, title=row.title, number=row.id, n=row.version) for row in rows)


def shields_earned(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """Each shield earned lately by one who has it still: the `n` they have now."""
    rows = tx.all(
        """
        SELECT o.member, o.id, s.have FROM outcome o JOIN shield s ON s.member = o.member
        WHERE o.outcome = 'checkin/shield_earned' AND o.at BETWEEN :since AND :until AND s.have > 0 ORDER BY o.id
        """,
        **_window(lately),
    )
    return (Happened(row.member, nth=row.id, n=row.have) for row in rows)


def streak_ended(tx: Tx, lately: Lately, long: int) -> Iterator[Happened]:
    """A run of at least `long` check-ins whose last day was `lately.day`, and that nothing has continued: `n` days."""
    rows = tx.all(
        """
        SELECT c.member, c.streak FROM member m JOIN check_in c ON c.member = m.id AND c.day = :day
        WHERE c.streak >= :long AND NOT EXISTS (SELECT 1 FROM check_in l WHERE l.member = m.id AND l.day > :day)
        """,
        day=lately.day,
        long=long,
    )
    return (Happened(row.member, nth=int(lately.day.replace("-", "")), n=row.streak, title=lately.day) for row in rows)


def came_back(tx: Tx, lately: Lately, first: str, last: str) -> Iterator[tuple[int, str]]:
    """Who was seen on `lately.day`, writing or checking in, but on no day from `first` to `last`; and when before that."""
    for member in sorted(_seen(tx, lately.day, lately.day) - _seen(tx, first, last)):
        before = tx.value(
            """
            SELECT max(day) FROM (SELECT max(day) AS day FROM talk WHERE member = :member AND day < :first
            UNION ALL SELECT max(day) FROM check_in WHERE member = :member AND day < :first AND how <> 'passed') AS seen
            """,
            member=member,
            first=first,
        )
        if before is not None:
            yield member, before


def _seen(tx: Tx, first: str, last: str) -> set[int]:
    """Who has agreed to the covenant and wrote or checked in on one of those days."""
    rows = tx.all(
        """
        SELECT t.member FROM talk t JOIN member m ON m.id = t.member AND m.covenant_version > 0
        WHERE t.chat_group IN (SELECT id FROM chat_group) AND t.day BETWEEN :first AND :last
        UNION SELECT c.member FROM member m JOIN check_in c ON c.member = m.id
        WHERE c.day BETWEEN :first AND :last AND c.how <> 'passed'
        """,
        first=first,
        last=last,
    )
    return {row.member for row in rows}


def acquainted(tx: Tx, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Members who have been there since a moment between those two: who, since when, and with how many messages."""
    rows = tx.all(
        """
        SELECT s.member, MIN(s.since) AS since, SUM(s.messages) AS messages FROM membership s
        JOIN member m ON m.id = s.member AND m.covenant_version > 0
        GROUP BY s.member HAVING MIN(s.since) BETWEEN :first AND :last AND MAX(s.present) = 1
        """,
        first=first,
        last=last,
    )
    return ((row.member, row.since, row.messages) for row in rows)


def written_since(tx: Tx, day: str) -> dict[int, int]:
    """How many messages each wrote from that day on."""
    rows = tx.all(
        "SELECT member, SUM(messages) AS n FROM talk WHERE chat_group IN (SELECT id FROM chat_group) AND day >= :day"
        " GROUP BY member",
        day=day,
    )
    return {row.member: int(row.n) for row in rows}


def helped_lately(tx: Tx, lately: Lately) -> set[int]:
    """Who has helped somebody: was thanked, or had an answer accepted."""
    rows = tx.all(
        """
        SELECT receiver AS member FROM thanks WHERE outcome = 'credited' AND at BETWEEN :since AND :until
        AND chat_group IN (SELECT id FROM chat_group) AND day >= :day
        UNION SELECT answerer FROM acceptance WHERE at BETWEEN :since AND :until AND taken_back_at IS NULL
        """,
        **_of(lately),
    )
    return {row.member for row in rows}


def redeemed_first(tx: Tx, lately: Lately) -> Iterator[Happened]:
    """The first reward they redeemed: `n` is how many days they had been there."""
    rows = tx.all(
        """
        SELECT o.member, o.id, o.title, o.price, (o.placed_at - m.first_seen) / 86400 AS days FROM shop_order o
        JOIN member m ON m.id = o.member
        WHERE o.placed_at BETWEEN :since AND :until AND o.state IN ('pending', 'preparing', 'sent', 'received')
        AND NOT EXISTS (SELECT 1 FROM shop_order e WHERE e.member = o.member AND e.id < o.id
                        AND e.state NOT IN ('cancelled', 'returned')) ORDER BY o.id
        """,
        **_window(lately),
    )
    return (Happened(row.member, title=row.title, number=row.price, n=int(row.days)) for row in rows)


def _window(lately: Lately) -> dict[str, int]:
    return {"since": lately.since, "until": lately.until}


def _of(lately: Lately) -> dict[str, int | str]:
    return {**_window(lately), "day": lately.day}


OWN = (Own("keepsake", fate=GOES),)
