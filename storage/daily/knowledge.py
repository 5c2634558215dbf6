"""What was asked and answered, and what was discovered, found again by pairs of Chinese characters and by words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rules.daily.similarity import filed
from storage.declarations import Renumbered
from storage.engine.tx import Tx

GRAMS = 32
MOST_FOUND = 50
LOOKED_AT = 500
_AMONG = ", ".join(f":g{n}" for n in range(GRAMS))


@dataclass(frozen=True, slots=True)
class Known:
    """A solved question: its number, words, the accepted answer's words, and where that stands.

    A discovery has no number; its title is what was new about it.
    """

    question: int | None
    title: str
    body: str
    chat_id: int
    message: int
    at: int
    group: int


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
    for in_title, text in ((1, title), (0, body)):
        for gram in sorted(filed(text)):
            tx.run(
                "INSERT INTO knowledge_gram (gram, knowledge, in_title) VALUES (:gram, :known, :in_title)",
                gram=gram,
                known=known,
                in_title=in_title,
            )


def remove(tx: Tx, question: int) -> None:
    """What was filed of that question is found no more."""
    tx.run("DELETE FROM knowledge WHERE question = :question", question=question)


def remove_feature(tx: Tx, feature: int) -> None:
    """What was filed of that discovery is found no more."""
    tx.run("DELETE FROM knowledge WHERE feature = :feature", feature=feature)


def found(tx: Tx, grams: Iterable[str], reader: int, least: int, *, titles: bool = False) -> list[Known]:
    """What contains `least` of the grams (32 of them are looked at), the best first, `MOST_FOUND` at most.

    From community groups, and from others where `reader` is. `titles` looks at questions alone.
    """
    wanted = sorted(grams)[:GRAMS]
    rows = tx.all(
        "SELECT k.question, k.title, k.body, chat_group.chat_id, k.message, k.at, k.chat_group"
        " FROM (SELECT knowledge, count(DISTINCT gram) AS n, sum(in_title) AS titles FROM knowledge_gram"
        f" WHERE gram IN ({_AMONG}) AND (in_title = 1 OR :titles = 0) GROUP BY knowledge"
        " HAVING count(DISTINCT gram) >= :least ORDER BY n DESC, titles DESC, knowledge DESC LIMIT :looked_at) AS hit"
        " JOIN knowledge AS k ON k.id = hit.knowledge"
        " JOIN chat_group ON chat_group.id = k.chat_group AND chat_group.active = 1"
        " WHERE (:titles = 0 OR k.question IS NOT NULL) AND (chat_group.part = 'community' OR EXISTS (SELECT 1 FROM membership"
        " WHERE membership.chat_group = k.chat_group AND member = :reader AND present = 1))"
        " ORDER BY hit.n DESC, hit.titles DESC, k.id DESC LIMIT :limit",
        **_numbered(wanted),
        titles=int(titles),
        reader=reader,
        least=least,
        looked_at=LOOKED_AT,
        limit=MOST_FOUND,
    )
    return [Known(*row[:7]) for row in rows]


def _numbered(grams: list[str]) -> dict[str, Any]:
    return {f"g{n}": grams[n] if n < len(grams) else None for n in range(GRAMS)}


RENUMBERED = (Renumbered("knowledge"),)
