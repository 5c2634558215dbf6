"""Anonymous words that wait to be passed on: under random keys, without a sender or a time."""

import json
from typing import Any

from msgspec import Struct

from rules.fairness.feedback import FeedbackKind
from storage.engine.tx import Tx

Files = tuple[tuple[str, str], ...]


class SealedWords(Struct, frozen=True):
    """What one message said; `kind` is None of one that goes on with a ticket."""

    key: str
    code_hash: str
    kind: FeedbackKind | None
    words: str
    files: Files


def _sealed(row: Any) -> SealedWords:
    kind = FeedbackKind(row.kind) if row.kind else None
    return SealedWords(row.key, row.code_hash, kind, row.words, tuple((a, b) for a, b in json.loads(row.files)))


def put(tx: Tx, sealed: SealedWords, album: str | None) -> None:
    """Keep it until it is passed on."""
    tx.run(
        "INSERT INTO feedback_sealed (key, code_hash, kind, words, files, album)"
        " VALUES (:key, :code_hash, :kind, :words, :files, :album)",
        key=sealed.key,
        code_hash=sealed.code_hash,
        kind=sealed.kind.value if sealed.kind else None,
        words=sealed.words,
        files=json.dumps(sealed.files),
        album=album,
    )


def of_album(tx: Tx, album: str) -> SealedWords | None:
    """What holds the first picture of that album."""
    row = tx.one("SELECT key, code_hash, kind, words, files FROM feedback_sealed WHERE album = :album", album=album)
    return _sealed(row) if row else None


def fill(tx: Tx, key: str, words: str, files: Files) -> None:
    """Another picture of the album has come, and its words."""
    tx.run(
        "UPDATE feedback_sealed SET words = :words, files = :files WHERE key = :key",
        words=words,
        files=json.dumps(files),
        key=key,
    )


def knows(tx: Tx, code_hash: str) -> bool:
    """Whether a ticket of that code waits."""
    return bool(
        tx.value(
            "SELECT count(*) FROM feedback_sealed WHERE code_hash = :code_hash AND kind IS NOT NULL",
            code_hash=code_hash,
        )
    )


def count(tx: Tx) -> int:
    """How much waits."""
    found: int = tx.value("SELECT count(*) FROM feedback_sealed")
    return found


def take_out(tx: Tx) -> list[SealedWords]:
    """All that waits, in the order of random keys, which is none; nothing waits afterwards."""
    rows = tx.all("SELECT key, code_hash, kind, words, files FROM feedback_sealed ORDER BY key")
    tx.run("DELETE FROM feedback_sealed")
    return [_sealed(row) for row in rows]
