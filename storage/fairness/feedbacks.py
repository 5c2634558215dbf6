"""Tickets of criticism: what was said, how far it has come, what was answered."""

from typing import Any

from rules.fairness.feedback import Feedback, FeedbackKind, FeedbackState
from rules.programme.conditions import Source
from rules.programme.wording import Wording, as_kept, kept
from storage import touched
from storage.declarations import DAY_S, GOES, STAYS, Fate, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, member, anonymous, kind, words, at, state, since, note, version, named, merged_into, promised_at"
_UNDECIDED = "state IN ('received', 'discussing')"
_NEWEST_FIRST = "ORDER BY since DESC, id DESC LIMIT :limit"


def _feedback(row: Any) -> Feedback:
    return Feedback(
        row.id,
        row.member,
        bool(row.anonymous),
        FeedbackKind(row.kind),
        row.words,
        row.at,
        FeedbackState(row.state),
        row.since,
        as_kept(row.note),
        row.version,
        None if row.named is None else bool(row.named),
        row.merged_into,
        row.promised_at,
    )


def add(
    tx: Tx,
    member: int,
    kind: FeedbackKind,
    words: str,
    album: str | None,
    now: int,
    day: str | None,
    promised_at: int | None = None,
) -> int:
    """Take in a member's ticket; its number. Of an `album` more may follow; the answer may be promised until then."""
    return tx.add(
        "INSERT INTO feedback (member, anonymous, kind, words, at, day, since, album, promised_at)"
        " VALUES (:member, 0, :kind, :words, :now, :day, :now, :album, CAST(:promised_at AS BIGINT))",
        member=member,
        kind=kind.value,
        words=words,
        now=now,
        day=day,
        album=album,
        promised_at=promised_at,
    )


def add_anonymous(tx: Tx, code_hash: str, kind: FeedbackKind, words: str, now: int) -> int:
    """Take in a ticket of nobody's; its number."""
    return tx.add(
        "INSERT INTO feedback (anonymous, code_hash, kind, words, at, since) VALUES (1, :code_hash, :kind, :words, :now, :now)",
        code_hash=code_hash,
        kind=kind.value,
        words=words,
        now=now,
    )


def get(tx: Tx, number: int) -> Feedback | None:
    """The ticket of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM feedback WHERE id = :number", number=number)
    return _feedback(row) if row else None


def by_code(tx: Tx, code_hash: str) -> Feedback | None:
    """The anonymous ticket that goes with a code."""
    row = tx.one(f"SELECT {_COLUMNS} FROM feedback WHERE code_hash = :code_hash", code_hash=code_hash)
    return _feedback(row) if row else None


def on(tx: Tx, member: int, day: str) -> int:
    """How many the member has sent under their name on that local day."""
    found: int = tx.value("SELECT count(*) FROM feedback WHERE member = :member AND day = :day", member=member, day=day)
    return found


def of_album(tx: Tx, member: int, album: str) -> int | None:
    """The member's ticket whose first picture was one of that album."""
    number: int | None = tx.value(
        "SELECT id FROM feedback WHERE member = :member AND album = :album", member=member, album=album
    )
    return number


def move(tx: Tx, number: int, to: FeedbackState, now: int, note: str = "", version: str = "") -> None:
    """It is in that state from now on; a note or version that it has stays unless there is another."""
    tx.run(
        "UPDATE feedback SET state = :to, since = :now, reminded_at = NULL,"
        " note = CASE WHEN :note <> '' THEN :note ELSE note END,"
        " version = CASE WHEN :version <> '' THEN :version ELSE version END WHERE id = :number",
        to=to.value,
        now=now,
        note=kept(note),
        version=version,
        number=number,
    )
    _touched(tx, number)


def word(tx: Tx, number: int, note: Wording) -> None:
    """What changes, in these languages from now on."""
    tx.run("UPDATE feedback SET note = :note WHERE id = :number", note=kept(note), number=number)


def merge(tx: Tx, number: int, into: int) -> None:
    """It goes on as part of another one, with all that had been merged into it, and with what was promised for it."""
    tx.run(
        "UPDATE feedback SET promised_at = (SELECT promised_at FROM feedback WHERE id = :number)"
        " WHERE id = :into AND promised_at IS NULL",
        into=into,
        number=number,
    )
    tx.run(
        "UPDATE feedback SET merged_into = :into WHERE id = :number OR merged_into = :number", into=into, number=number
    )
    _touched(tx, into)


def with_merged(tx: Tx, number: int) -> list[Feedback]:
    """The ticket and those that were merged into it, oldest first; at most fifty."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM feedback WHERE id = :number OR merged_into = :number ORDER BY id LIMIT 50",
        number=number,
    )
    return [_feedback(row) for row in rows]


def name(tx: Tx, number: int, *, named: bool) -> None:
    """Whether its author may be named."""
    _touched(tx, number)
    tx.run("UPDATE feedback SET named = :named WHERE id = :number", named=int(named), number=number)
    _touched(tx, number)


def claim(tx: Tx, number: int, member: int) -> bool:
    """Its author has put their name to it; False when somebody had before."""
    claimed = tx.run(
        "UPDATE feedback SET member = :member, named = 1 WHERE id = :number AND member IS NULL",
        member=member,
        number=number,
    )
    _touched(tx, number)
    return claimed > 0


def say(tx: Tx, number: int, by: int | None, words: str, now: int) -> int:
    """Keep what one of the staff (`by`) has answered, or its author (None) has added; which-th line that is."""
    n: int = tx.value("SELECT coalesce(max(n), 0) + 1 FROM feedback_line WHERE feedback = :number", number=number)
    tx.run(
        "INSERT INTO feedback_line (feedback, n, by, words, at) VALUES (:number, :n, :by, :words, :now)",
        number=number,
        n=n,
        by=by,
        words=words,
        now=now,
    )
    return n


def lines(tx: Tx, number: int, limit: int) -> list[tuple[bool, str, int]]:
    """What was said since, as (by staff, words, when), the latest so many, oldest first."""
    rows = tx.all(
        "SELECT by, words, at FROM feedback_line WHERE feedback = :number ORDER BY n DESC LIMIT :limit",
        number=number,
        limit=limit,
    )
    return [(row.by is not None, row.words, row.at) for row in reversed(rows)]


def waiting(tx: Tx, after: int, limit: int) -> list[Feedback]:
    """Tickets that are not decided, by number, from behind `after` on; without those that go before all others."""
    where = f"{_UNDECIDED} AND promised_at IS NULL AND id > :after ORDER BY id LIMIT :limit"
    return _unmerged(tx, where, after=after, limit=limit)


def first(tx: Tx, limit: int) -> list[Feedback]:
    """Tickets that are not decided and go before all others, in the order of what was promised."""
    return _unmerged(tx, f"{_UNDECIDED} AND promised_at IS NOT NULL ORDER BY promised_at, id LIMIT :limit", limit=limit)


def taken_up(tx: Tx, skip: int, limit: int) -> list[Feedback]:
    """What was adopted or has shipped, the newest first, without the first `skip`."""
    where = f"state IN ('adopted', 'shipped') {_NEWEST_FIRST} OFFSET :skip"
    return _unmerged(tx, where, limit=limit, skip=skip)


def adopted(tx: Tx, limit: int) -> list[Feedback]:
    """What is adopted and not there yet, the newest first."""
    return _unmerged(tx, f"state = 'adopted' {_NEWEST_FIRST}", limit=limit)


def overdue(tx: Tx, received: int, discussing: int, now: int) -> list[Feedback]:
    """At most ten that nobody was reminded of: received, or in talk, since before these moments (UTC seconds), or promised
    until now.
    """
    where = (
        "reminded_at IS NULL AND ((promised_at IS NULL AND ((state = 'received' AND since <= :received)"
        " OR (state = 'discussing' AND since <= :discussing)))"
        f" OR (promised_at <= :now AND {_UNDECIDED})) ORDER BY since, id LIMIT 10"
    )
    return _unmerged(tx, where, received=received, discussing=discussing, now=now)


def _unmerged(tx: Tx, where: str, **values: int) -> list[Feedback]:
    rows = tx.all(f"SELECT {_COLUMNS} FROM feedback WHERE merged_into IS NULL AND {where}", **values)
    return [_feedback(row) for row in rows]


def reminded(tx: Tx, number: int, now: int) -> None:
    """Staff were told that its time is over."""
    tx.run("UPDATE feedback SET reminded_at = :now WHERE id = :number", now=now, number=number)


def adopted_of(tx: Tx, member: int) -> int:
    """How many suggestions of a member who may be named were adopted or have shipped, also merged into others."""
    found: int = tx.value(
        "SELECT count(*) FROM feedback AS own JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id)"
        " WHERE own.member = :member AND own.named = 1 AND whole.state IN ('adopted', 'shipped')",
        member=member,
    )
    return found


def _touched(tx: Tx, number: int) -> None:
    """Whose suggestions count may have changed: only what may be named counts, so nobody else is marked."""
    rows = tx.all(
        "SELECT DISTINCT member FROM feedback WHERE (id = :number OR merged_into = :number) AND named = 1"
        " AND member IS NOT NULL",
        number=number,
    )
    touched.mark(tx, Source.SUGGESTIONS, *(row.member for row in rows))


def purge(tx: Tx, before: int) -> None:
    """Forget the words of what was declined, or has shipped, before `before` (UTC seconds); what changed is kept."""
    closed = "SELECT id FROM feedback WHERE state IN ('declined', 'shipped') AND since < :before"
    tx.run(f"DELETE FROM feedback_line WHERE feedback IN ({closed})", before=before)
    tx.run(f"UPDATE feedback SET words = '' WHERE words <> '' AND id IN ({closed})", before=before)


PURGE = (Purge(purge, kept_s=180 * DAY_S),)

OWN = (
    Own("feedback", but=("code_hash", "album"), fate=Fate(emptied=("words",), unset=("named",))),
    Own("feedback_line", "by", fate=STAYS),
    Own(
        "feedback_line",
        "",
        whose="by IS NULL AND feedback IN (SELECT id FROM feedback WHERE member = :member)",
        fate=GOES,
    ),
)
