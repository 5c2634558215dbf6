"""Thanks: who thanked whom for which message, what came of it, and the words of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from rules.daily.thanks import DAY_S, ThanksOutcome, Way
from rules.occasion import Occasion
from rules.people import NEVER_SEEN, Seniority
from rules.periods import around
from rules.programme.conditions import Source
from storage import touched
from storage.declarations import STAYS, Fate, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = (
    "chat_group, message, giver, receiver, at, day, way, outcome, points, entry, reason,"
    " since, messages, known_since, known_messages, tries, first_at"
)
_BECAUSE = (
    "giver = :giver AND at >= :began AND at < :ends AND outcome = 'giver_budget'",
    "receiver = :receiver AND at >= :dawned AND at < :dusks AND outcome = 'receiver_limit'",
    "giver = :giver AND receiver = :receiver AND outcome = 'cool_down' AND at BETWEEN :at AND :paused",
    "giver = :giver AND receiver = :receiver AND outcome = 'pair_limit' AND at BETWEEN :at AND :window",
    "giver = :receiver AND receiver = :giver AND outcome = 'pair_limit' AND at BETWEEN :at AND :window",
)


class Thank(Struct, frozen=True):
    """One thank for one message. `receiver` is None when no member wrote it; `entry` is the ledger's, if it paid.

    `day` is that of the group, by which its best assist is found. `here` and `anywhere` are the giver's seniority at
    that time, in the group and in all of ours. Of several tries to thank for the same message the one that was credited
    stands, else the latest; the first was at `first_at`.
    """

    group: int
    message: int
    giver: int
    receiver: int | None
    at: int
    day: date
    way: Way
    outcome: ThanksOutcome
    points: int = 0
    entry: int | None = None
    reason: str | None = None
    here: Seniority = NEVER_SEEN
    anywhere: Seniority = NEVER_SEEN
    tries: int = 1
    first_at: int = 0


class Helper(Struct, frozen=True):
    """How much somebody was thanked: by how many different people, how often, for how many points."""

    member: int
    givers: int
    thanks: int
    points: int


class Words(Struct, frozen=True):
    """What somebody said when they thanked, and for which message."""

    giver: int
    reason: str
    message: int


def _thank(row: Any) -> Thank:
    return Thank(
        group=row.chat_group,
        message=row.message,
        giver=row.giver,
        receiver=row.receiver,
        at=row.at,
        day=date.fromisoformat(row.day),
        way=Way(row.way),
        outcome=ThanksOutcome(row.outcome),
        points=row.points,
        entry=row.entry,
        reason=row.reason,
        here=Seniority(row.since, row.messages),
        anywhere=Seniority(row.known_since, row.known_messages),
        tries=row.tries,
        first_at=row.first_at,
    )


def get(tx: Tx, group: int, message: int, giver: int) -> Thank | None:
    """What came of that giver's thank for that message."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM thanks WHERE chat_group = :group AND message = :message AND giver = :giver",
        group=group,
        message=message,
        giver=giver,
    )
    return _thank(row) if row else None


def put(tx: Tx, thank: Thank) -> None:
    """Record a try to thank, the first for that message or one more: of tries without credit the latest stands."""
    if thank.outcome is ThanksOutcome.CREDITED:
        touched.mark(tx, Source.THANKS, thank.giver, thank.receiver)
    tx.run(
        """
        INSERT INTO thanks (chat_group, message, giver, receiver, at, day, way, outcome, points, entry, reason,
        since, messages, known_since, known_messages, first_at)
        VALUES (:group, :message, :giver, :receiver, :at, :day, :way, :outcome, :points, :entry, :reason,
        :since, :messages, :known_since, :known_messages, :at)
        ON CONFLICT (chat_group, message, giver) DO UPDATE SET receiver = excluded.receiver, at = excluded.at,
        day = excluded.day, way = excluded.way, outcome = excluded.outcome, points = excluded.points,
        entry = excluded.entry, reason = coalesce(excluded.reason, thanks.reason), since = excluded.since,
        messages = excluded.messages, known_since = excluded.known_since, known_messages = excluded.known_messages,
        tries = thanks.tries + 1 WHERE thanks.outcome <> 'credited'
        """,
        group=thank.group,
        message=thank.message,
        giver=thank.giver,
        receiver=thank.receiver,
        at=thank.at,
        day=thank.day.isoformat(),
        way=thank.way.value,
        outcome=thank.outcome.value,
        points=thank.points,
        entry=thank.entry,
        reason=thank.reason,
        since=thank.here.since,
        messages=thank.here.messages,
        known_since=thank.anywhere.since,
        known_messages=thank.anywhere.messages,
    )


def tried_again(tx: Tx, thank: Thank) -> None:
    """The giver has thanked for that message once more, which changes nothing else."""
    tx.run(
        "UPDATE thanks SET tries = tries + 1 WHERE chat_group = :group AND message = :message AND giver = :giver",
        group=thank.group,
        message=thank.message,
        giver=thank.giver,
    )


def of_entry(tx: Tx, group: int, giver: int, entry: int) -> Thank | None:
    """The thank that this entry of the ledger has paid."""
    message: int | None = tx.value(
        "SELECT message FROM thanks WHERE chat_group = :group AND giver = :giver AND entry = :entry",
        group=group,
        giver=giver,
        entry=entry,
    )
    return get(tx, group, message, giver) if message is not None else None


def take_back(tx: Tx, thank: Thank) -> None:
    """It gives no credit after all, and counts for nothing."""
    settle(tx, thank, ThanksOutcome.TAKEN_BACK)


def credit_again(tx: Tx, thank: Thank, points: int) -> None:
    """It had been taken back, and counts after all."""
    settle(tx, thank, ThanksOutcome.CREDITED, points, thank.entry)


def settle(tx: Tx, thank: Thank, outcome: ThanksOutcome, points: int = 0, entry: int | None = None) -> None:
    """Another outcome for a thank that was given before; an entry that it has stays its own."""
    touched.mark(tx, Source.THANKS, thank.giver, thank.receiver)
    tx.run(
        "UPDATE thanks SET outcome = :outcome, points = :points, entry = coalesce(:entry, entry)"
        " WHERE chat_group = :group AND message = :message AND giver = :giver",
        group=thank.group,
        message=thank.message,
        giver=thank.giver,
        outcome=outcome.value,
        points=points,
        entry=entry,
    )


def refused(tx: Tx, thank: Thank, givers: Occasion, receivers: Occasion) -> list[Thank]:
    """What was refused because of `thank`, as far as can be known, in the order of time, at most 200.

    By the limit of the day that it was for the giver or for the receiver, by that of the two within the window, by the
    pause between them.
    """
    rules = givers.programme.thanks
    rows = tx.all(
        " UNION ".join(f"SELECT {_COLUMNS} FROM thanks WHERE outcome <> 'credited' AND {which}" for which in _BECAUSE)
        + " ORDER BY at, message, giver LIMIT 200",
        giver=thank.giver,
        receiver=thank.receiver,
        began=givers.day_began_at,
        ends=givers.next_day_at,
        dawned=receivers.day_began_at,
        dusks=receivers.next_day_at,
        at=thank.at,
        paused=thank.at + rules.cooldown_s,
        window=thank.at + rules.window_days * DAY_S,
    )
    return [_thank(row) for row in rows]


def add_reason(tx: Tx, thank: Thank, reason: str) -> None:
    """Words that came after a thank that had none."""
    touched.mark(tx, Source.THANKS, thank.giver)
    tx.run(
        "UPDATE thanks SET reason = :reason WHERE chat_group = :group AND message = :message AND giver = :giver"
        " AND reason IS NULL",
        group=thank.group,
        message=thank.message,
        giver=thank.giver,
        reason=reason,
    )


def times(tx: Tx, giver: int, receiver: int, since: int, until: int) -> tuple[int, ...]:
    """When `giver` thanked `receiver` with credit after `since` and no later than `until` (UTC seconds), oldest first."""
    rows = tx.all(
        "SELECT at FROM thanks WHERE giver = :giver AND receiver = :receiver AND outcome = 'credited' AND at > :since"
        " AND at <= :until ORDER BY at LIMIT 100",
        giver=giver,
        receiver=receiver,
        since=since,
        until=until,
    )
    return tuple(row.at for row in rows)


def given_on(tx: Tx, giver: int, day: Occasion) -> int:
    """Credited thanks the member gave on the day of that occasion."""
    return _credited(tx, "giver = :member", giver, day)


def received_on(tx: Tx, receiver: int, day: Occasion) -> int:
    """Credited thanks the member received on the day of that occasion."""
    return _credited(tx, "receiver = :member", receiver, day)


def _credited(tx: Tx, whose: str, member: int, day: Occasion) -> int:
    span = {"began": day.day_began_at, "ends": day.next_day_at}
    sql = f"SELECT count(*) FROM thanks WHERE {whose} AND at >= :began AND at < :ends AND outcome = 'credited'"
    count: int = tx.value(sql, member=member, **span)
    return count


def helpers(tx: Tx, group: int, first: date, last: date, limit: int) -> list[Helper]:
    """Who was thanked in the group from `first` to `last` by most different people; what was taken back doesn't count."""
    rows = tx.all(
        """
        SELECT receiver, count(DISTINCT giver) AS givers, count(*) AS n, sum(points) AS points FROM thanks
        WHERE chat_group = :group AND day BETWEEN :first AND :last AND outcome = 'credited'
        GROUP BY receiver ORDER BY givers DESC, points DESC, receiver LIMIT :limit
        """,
        group=group,
        first=first.isoformat(),
        last=last.isoformat(),
        limit=limit,
    )
    return [Helper(row.receiver, row.givers, row.n, row.points) for row in rows]


def words_for(tx: Tx, group: int, receiver: int, first: date, last: date, limit: int) -> list[Words]:
    """What people said when they thanked the member in the group from `first` to `last`: each once, longest first.

    The unary plus keeps SQLite to the receiver's index, of that time alone, for a group's week holds many more rows.
    """
    rows = tx.all(
        """
        SELECT giver, reason, message FROM (SELECT giver, reason, message, at,
        row_number() OVER (PARTITION BY giver ORDER BY length(reason) DESC, at) AS place FROM thanks
        WHERE +chat_group = :group AND receiver = :receiver AND at BETWEEN :since AND :until
        AND day BETWEEN :first AND :last AND outcome = 'credited' AND reason IS NOT NULL) AS said
        WHERE place = 1 ORDER BY length(reason) DESC, at, giver LIMIT :limit
        """,
        group=group,
        receiver=receiver,
        **around(first, last),
        first=first.isoformat(),
        last=last.isoformat(),
        limit=limit,
    )
    return [Words(row.giver, row.reason, row.message) for row in rows]


def everything(tx: Tx) -> Iterator[Thank]:
    """Every thank, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM thanks"):
        yield _thank(row)


RENUMBERED = (Renumbered("thanks"),)

OWN = (
    Own("thanks", "giver", fate=Fate(unset=("reason",))),
    Own("thanks", "receiver", but=("since", "messages", "known_since", "known_messages", "tries"), fate=STAYS),
)
