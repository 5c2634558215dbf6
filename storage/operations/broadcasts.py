"""Announcements that staff wrote, and what became of them."""

from typing import Any

from rules.markup import Marked, Span
from rules.operations.broadcast import Broadcast, BroadcastState, Contents
from rules.values import spread
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx
from storage.packing import packed, unpacked

_COLUMNS = "id, author, text, spans, files, album, covered, above, state, due_at"


def _broadcast(row: Any) -> Broadcast:
    words = Marked(row.text, tuple(Span(**span) for span in unpacked(row.spans)))
    files = tuple((kind, file_id) for kind, file_id in unpacked(row.files))
    contents = Contents(words, files, row.album, bool(row.covered), bool(row.above))
    return Broadcast(row.id, row.author, contents, BroadcastState(row.state), row.due_at)


def _written(contents: Contents) -> dict[str, str | int]:
    spans = packed([spread(span) for span in contents.words.spans])
    looks = {"covered": int(contents.covered), "above": int(contents.above)}
    return {"text": contents.words.text, "spans": spans, "files": packed(contents.files), **looks}


def add(tx: Tx, author: int, contents: Contents, now: int, source: int | None = None) -> Broadcast:
    """A new draft; the same of the same author is one until it is sent or planned.

    `source` is the message of their private chat that it was made of.
    """
    written = _written(contents)
    open = tx.value(
        "SELECT id FROM broadcast WHERE author = :author AND text = :text AND spans = :spans AND files = :files"
        " AND covered = :covered AND above = :above AND state = 'draft' LIMIT 1",
        author=author,
        **written,
    )
    if open is not None:
        tx.run("UPDATE broadcast SET source = :source WHERE id = :id", source=source, id=open)
        return get(tx, open)
    id = tx.add(
        "INSERT INTO broadcast (author, text, spans, files, covered, above, album, source, state, made_at)"
        " VALUES (:author, :text, :spans, :files, :covered, :above, :album, :source, 'draft', :now)",
        author=author,
        album=contents.album,
        source=source,
        now=now,
        **written,
    )
    return get(tx, id)


def of_album(tx: Tx, author: int, album: str) -> Broadcast | None:
    """The draft that is being made of an album."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM broadcast WHERE author = :author AND album = :album AND state = 'draft'",
        author=author,
        album=album,
    )
    return _broadcast(row) if row else None


def of_source(tx: Tx, author: int, source: int) -> Broadcast | None:
    """The latest that was made of that message of the author's private chat."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM broadcast WHERE author = :author AND source = :source ORDER BY id DESC LIMIT 1",
        author=author,
        source=source,
    )
    return _broadcast(row) if row else None


def rewrite(tx: Tx, broadcast: int, contents: Contents) -> None:
    """The draft holds this."""
    tx.run(
        "UPDATE broadcast SET text = :text, spans = :spans, files = :files, covered = :covered, above = :above WHERE id = :id",
        id=broadcast,
        **_written(contents),
    )


def get(tx: Tx, broadcast: int) -> Broadcast:
    """The announcement with that id, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM broadcast WHERE id = :id", id=broadcast)
    assert row is not None, broadcast
    return _broadcast(row)


def plan(tx: Tx, broadcast: int, due_at: int) -> bool:
    """A draft, or one planned otherwise, is to be sent at `due_at` (UTC seconds); False when it is neither."""
    return (
        tx.run(
            "UPDATE broadcast SET state = 'planned', due_at = :due_at WHERE id = :id AND state IN ('draft', 'planned')",
            due_at=due_at,
            id=broadcast,
        )
        > 0
    )


def end(tx: Tx, broadcast: int, state: BroadcastState, now: int) -> bool:
    """Sent, cancelled or missed, in the transaction that does so; False when it has ended before."""
    return (
        tx.run(
            "UPDATE broadcast SET state = :state, sent_at = :now WHERE id = :id AND state IN ('draft', 'planned')",
            state=state.value,
            now=now,
            id=broadcast,
        )
        > 0
    )


def draft_again(tx: Tx, broadcast: int, author: int) -> None:
    """A missed one is a draft of that author's, which no message of anybody's changes; nothing where it is none any more."""
    tx.run(
        "UPDATE broadcast SET state = 'draft', author = :author, source = NULL, album = NULL, due_at = NULL,"
        " sent_at = NULL WHERE id = :id AND state = 'missed'",
        author=author,
        id=broadcast,
    )


def doubt(tx: Tx, now: int) -> int:
    """What came due up to `now` (UTC seconds) may have been sent by another hand; how many."""
    return tx.run(
        "UPDATE broadcast SET state = 'uncertain', sent_at = NULL WHERE state = 'planned' AND due_at <= :now", now=now
    )


def take_doubted(tx: Tx, now: int) -> list[Broadcast]:
    """What may have been sent, each once: from now on it is missed."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM broadcast WHERE state = 'uncertain' ORDER BY due_at, id LIMIT 20")
    for row in rows:
        tx.run("UPDATE broadcast SET state = 'missed', sent_at = :now WHERE id = :id", now=now, id=row.id)
    return [_broadcast(row) for row in rows]


def due(tx: Tx, now: int) -> list[Broadcast]:
    """Planned ones whose time has come, earliest first, at most 20."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM broadcast WHERE state = 'planned' AND due_at <= :now ORDER BY due_at LIMIT 20", now=now
    )
    return [_broadcast(row) for row in rows]


def planned(tx: Tx, limit: int, skipped: int) -> list[Broadcast]:
    """What is still to be sent, earliest first, without the first `skipped`."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM broadcast WHERE state = 'planned' ORDER BY due_at, id LIMIT :limit OFFSET :skipped",
        limit=limit,
        skipped=skipped,
    )
    return [_broadcast(row) for row in rows]


def count_planned(tx: Tx) -> int:
    """How many are still to be sent."""
    n: int = tx.value("SELECT count(*) FROM broadcast WHERE state = 'planned'")
    return n


def hand_over(tx: Tx, author: int, heir: int) -> int:
    """What that author has planned is the heir's, and no message of either changes it any more; how many those are."""
    return tx.run(
        "UPDATE broadcast SET author = :heir, source = NULL, album = NULL WHERE state = 'planned' AND author = :author",
        heir=heir,
        author=author,
    )


OWN = (Own("broadcast", "author", but=("files", "album", "source"), fate=STAYS),)
