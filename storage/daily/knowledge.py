"""What was asked and answered, was discovered, or the brand says of its product: found again by pairs of Chinese
characters and by words.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from rules.daily.similarity import filed
from rules.ends import minute_of
from rules.mydata import Untold
from storage.declarations import GOES, Own, Purge, Renumbered
from storage.engine.tx import Tx

GRAMS = 32
MOST_FOUND = 50
LOOKED_AT = 500
_AMONG = ", ".join(f":g{n}" for n in range(GRAMS))
# What staff decided last about how the standing answer `k` is found.
_DECIDED = (
    "SELECT max(recheck.id) FROM recheck JOIN acceptance ON acceptance.question = recheck.question"
    " AND acceptance.n = recheck.n AND acceptance.taken_back_at IS NULL"
    " WHERE recheck.question = k.question AND recheck.state IN ('corrected', 'withdrawn')"
)
_SEEN = (
    "(chat_group.id IS NOT NULL AND (chat_group.part = 'community' OR EXISTS (SELECT 1 FROM membership"
    " WHERE membership.chat_group = k.chat_group AND membership.member = :reader AND present = 1)))"
)
_OFFICIAL = (
    "(note.id IS NOT NULL AND note.withdrawn_at IS NULL AND note.until_at >= :minute AND (note.open_at <= :now OR EXISTS"
    " (SELECT 1 FROM bulletin_helper WHERE bulletin_helper.bulletin = note.id AND bulletin_helper.member = :reader)"
    " OR EXISTS (SELECT 1 FROM role WHERE role.member = :reader)))"
)


class Place(Struct, frozen=True):
    """Where an answer or a discovery stands."""

    chat_id: int
    message: int
    group: int


class Official(Struct, frozen=True):
    """A product note as it is found: its number, its `link`, the product's `version`, until when it is valid (UTC seconds)."""

    number: int

    link: str
    version: str
    until: int


class Known(Struct, frozen=True):
    """A solved question: its number, words, the accepted answer's words, and where that stands.

    A discovery has no number; its title is what was new about it. A product note is `official`, and stands nowhere.
    `correction` is what staff say in the answer's place.
    """

    question: int | None
    title: str
    body: str
    at: int
    place: Place | None
    official: Official | None = None
    correction: str = ""


class Spoken(Struct, frozen=True):
    """A standing accepted answer, the `n`-th to its question, and who gave it."""

    question: int
    n: int
    answerer: int
    title: str
    body: str
    at: int


def add(
    tx: Tx,
    question: int | None,
    group: int,
    message: int,
    title: str,
    body: str,
    now: int,
    *,
    feature: int | None = None,
) -> None:
    """File a solved question, or a discovery (`feature`), to be found by every word of it."""
    known = tx.add(
        "INSERT INTO knowledge (question, feature, chat_group, message, title, body, at)"
        " VALUES (:question, :feature, :group, :message, :title, :body, :now)",
        question=question,
        feature=feature,
        group=group,
        message=message,
        title=title,
        body=body,
        now=now,
    )
    _file(tx, known, title, body)


def add_bulletin(tx: Tx, bulletin: int, title: str, theme: str, body: str, now: int) -> None:
    """File a product note as it reads now, in the place of how it read before; its theme finds it like its title."""
    remove_bulletin(tx, bulletin)
    known = tx.add(
        "INSERT INTO knowledge (bulletin, title, body, at) VALUES (:bulletin, :title, :body, :now)",
        bulletin=bulletin,
        title=title,
        body=body,
        now=now,
    )
    _file(tx, known, f"{title}\n{theme}", body)


def reword(tx: Tx, question: int, body: str) -> None:
    """The accepted answer to that question says this now, and is found by it."""
    known = tx.value("SELECT id FROM knowledge WHERE question = :question", question=question)
    if known is not None:
        tx.run("UPDATE knowledge SET body = :body WHERE id = :known", body=body, known=known)
        tx.run("DELETE FROM knowledge_gram WHERE knowledge = :known AND in_title = 0", known=known)
        _file_part(tx, known, body, in_title=0)


def _file(tx: Tx, known: int, title: str, body: str) -> None:
    _file_part(tx, known, title, in_title=1)
    _file_part(tx, known, body, in_title=0)


def _file_part(tx: Tx, known: int, text: str, *, in_title: int) -> None:
    tx.many(
        "INSERT INTO knowledge_gram (gram, knowledge, in_title) VALUES (?, ?, ?)",
        [(gram, known, in_title) for gram in sorted(filed(text))],
    )


def remove(tx: Tx, question: int) -> None:
    """What was filed of that question is found no more."""
    tx.run("DELETE FROM knowledge WHERE question = :question", question=question)


def remove_feature(tx: Tx, feature: int) -> None:
    """What was filed of that discovery is found no more."""
    tx.run("DELETE FROM knowledge WHERE feature = :feature", feature=feature)


def remove_bulletin(tx: Tx, bulletin: int) -> None:
    """That product note is found no more."""
    tx.run("DELETE FROM knowledge WHERE bulletin = :bulletin", bulletin=bulletin)


def found(tx: Tx, grams: Iterable[str], reader: int, least: int, now: int, *, titles: bool = False) -> list[Known]:
    """What contains `least` of the grams (32 of them are looked at), the best first, `MOST_FOUND` at most.

    From community groups, and from others where `reader` is; product notes that are valid, once everybody finds them,
    or `reader` hears first or is of the team. `titles` looks at questions alone. Answers that staff took out are left out.
    """
    rows = tx.all(
        "SELECT k.question, k.title, k.body, k.at, k.chat_group, k.message, chat_group.chat_id, decided.words,"
        " note.id AS note, note.link, note.version, note.until_at"
        " FROM (SELECT knowledge, count(DISTINCT gram) AS n, sum(in_title) AS titles FROM knowledge_gram"
        f" WHERE gram IN ({_AMONG}) AND (in_title = 1 OR :titles = 0) GROUP BY knowledge"
        " HAVING count(DISTINCT gram) >= :least ORDER BY n DESC, titles DESC, knowledge DESC LIMIT :looked_at) AS hit"
        " JOIN knowledge AS k ON k.id = hit.knowledge"
        " LEFT JOIN chat_group ON chat_group.id = k.chat_group AND chat_group.active = 1"
        " LEFT JOIN bulletin AS note ON note.id = k.bulletin"
        f" LEFT JOIN recheck AS decided ON decided.id = ({_DECIDED})"
        f" WHERE (:titles = 0 OR k.question IS NOT NULL) AND ({_SEEN} OR {_OFFICIAL})"
        " AND (decided.id IS NULL OR decided.state <> 'withdrawn')"
        " ORDER BY hit.n DESC, hit.titles DESC, CASE WHEN k.bulletin IS NULL THEN 1 ELSE 0 END, k.id DESC LIMIT :limit",
        **_numbered(sorted(grams)[:GRAMS]),
        titles=int(titles),
        reader=reader,
        least=least,
        now=now,
        minute=minute_of(now),
        looked_at=LOOKED_AT,
        limit=MOST_FOUND,
    )
    return [_known(row) for row in rows]


def of_question(tx: Tx, question: int, reader: int) -> Known | None:
    """The answer that stands to the question of that number, where `reader` may see it and staff did not take it out."""
    row = tx.one(
        "SELECT k.question, k.title, k.body, k.at, k.chat_group, k.message, chat_group.chat_id, decided.words,"
        " NULL AS until_at FROM knowledge AS k"
        " JOIN chat_group ON chat_group.id = k.chat_group AND chat_group.active = 1"
        f" LEFT JOIN recheck AS decided ON decided.id = ({_DECIDED})"
        f" WHERE k.question = :question AND {_SEEN} AND (decided.id IS NULL OR decided.state <> 'withdrawn')",
        question=question,
        reader=reader,
    )
    return _known(row) if row else None


def _known(row: Any) -> Known:
    place = Place(row.chat_id, row.message, row.chat_group) if row.chat_group else None
    official = Official(row.note, row.link, row.version, row.until_at) if row.until_at else None
    return Known(row.question, row.title, row.body, row.at, place, official, row.words or "")


def words(tx: Tx, question: int) -> str:
    """What was filed as the accepted answer to that question; those of an answer are forgotten earlier."""
    body: str | None = tx.value("SELECT body FROM knowledge WHERE question = :question", question=question)
    return body or ""


def spoken(tx: Tx, grams: Iterable[str], least: int, limit: int) -> list[Spoken]:
    """Standing accepted answers that hold `least` of the grams in question or answer and that staff did not take out,
    the newest first.
    """
    rows = tx.all(
        "SELECT k.question, acceptance.n, acceptance.answerer, k.title, k.body, acceptance.at FROM"
        f" (SELECT knowledge FROM knowledge_gram WHERE gram IN ({_AMONG}) GROUP BY knowledge"
        " HAVING count(DISTINCT gram) >= :least) AS hit JOIN knowledge AS k ON k.id = hit.knowledge"
        " JOIN acceptance ON acceptance.question = k.question AND acceptance.taken_back_at IS NULL"
        f" LEFT JOIN recheck AS decided ON decided.id = ({_DECIDED})"
        " WHERE decided.id IS NULL OR decided.state <> 'withdrawn' ORDER BY k.id DESC LIMIT :limit",
        **_numbered(sorted(grams)[:GRAMS]),
        least=least,
        limit=limit,
    )
    return [Spoken(*tuple(row)) for row in rows]


def _numbered(grams: list[str]) -> dict[str, Any]:
    return {f"g{n}": grams[n] if n < len(grams) else None for n in range(GRAMS)}


def forget(tx: Tx, before: int) -> int:
    """Product notes that ended before `before` (UTC seconds) need not be found any more."""
    over = minute_of(before)
    return tx.run("DELETE FROM knowledge WHERE bulletin IN (SELECT id FROM bulletin WHERE until_at < :over)", over=over)


RENUMBERED = (Renumbered("knowledge"),)
PURGE = (Purge(forget),)
OWN = (
    Own(
        "knowledge",
        "",
        whose=(
            "question IN (SELECT id FROM question WHERE asker = :member) OR question IN (SELECT question FROM acceptance"
            " WHERE answerer = :member AND taken_back_at IS NULL) OR feature IN (SELECT id FROM feature WHERE member = :member)"
        ),
        untold=Untold.ELSEWHERE,
        fate=GOES,
    ),
)
