"""Files of a challenge, and of the draft that is to become or change one."""

from collections.abc import Sequence
from typing import Any

from rules.files import File
from storage.engine.tx import Tx


def _files(rows: Sequence[Any]) -> tuple[File, ...]:
    return tuple(File(row.kind, row.file_id, row.unique_id) for row in rows)


def add(tx: Tx, draft: int, file: File) -> None:
    """The file goes with the draft, once."""
    tx.run(
        "INSERT INTO media_kit_file (draft, kind, file_id, unique_id) VALUES (:draft, :kind, :file_id, :unique)"
        " ON CONFLICT DO NOTHING",
        draft=draft,
        kind=file.kind,
        file_id=file.file_id,
        unique=file.unique,
    )


def of_draft(tx: Tx, draft: int) -> tuple[File, ...]:
    """The files that go with the draft, in the order in which they came."""
    sql = "SELECT kind, file_id, unique_id FROM media_kit_file WHERE draft = :draft ORDER BY id"
    return _files(tx.all(sql, draft=draft))


def of_challenge(tx: Tx, challenge: int) -> tuple[File, ...]:
    """The files of the challenge, in order."""
    sql = "SELECT kind, file_id, unique_id FROM media_kit_file WHERE challenge = :challenge ORDER BY id"
    return _files(tx.all(sql, challenge=challenge))


def clear(tx: Tx, draft: int) -> None:
    """No file goes with the draft."""
    tx.run("DELETE FROM media_kit_file WHERE draft = :draft", draft=draft)


def put(tx: Tx, challenge: int, files: Sequence[File]) -> None:
    """These are the files of the challenge now."""
    tx.run("DELETE FROM media_kit_file WHERE challenge = :challenge", challenge=challenge)
    for file in files:
        tx.run(
            "INSERT INTO media_kit_file (challenge, kind, file_id, unique_id)"
            " VALUES (:challenge, :kind, :file_id, :unique)",
            challenge=challenge,
            kind=file.kind,
            file_id=file.file_id,
            unique=file.unique,
        )
