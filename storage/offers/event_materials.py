"""What is handed on after an event to those who came: words, links and files."""

from rules.offers.event_material import EventMaterial
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


def add(tx: Tx, event: int, material: EventMaterial, by: int, now: int) -> None:
    """One more piece."""
    tx.run(
        "INSERT INTO event_material (event, nth, words, kind, file_id, album, by, at)"
        " VALUES (:event, :nth, :words, :kind, :file_id, :album, :by, :now)",
        event=event,
        nth=count(tx, event),
        words=material.words,
        kind=material.kind,
        file_id=material.file_id,
        album=material.album,
        by=by,
        now=now,
    )


def count(tx: Tx, event: int) -> int:
    """How many pieces there are."""
    many: int = tx.value("SELECT count(*) FROM event_material WHERE event = :event", event=event)
    return many


def of_album(tx: Tx, album: str, by: int) -> int | None:
    """The event to which they gave the first piece of that album."""
    event: int | None = tx.value(
        "SELECT min(event) FROM event_material WHERE album = :album AND by = :by", album=album, by=by
    )
    return event


def of_event(tx: Tx, event: int) -> list[EventMaterial]:
    """All pieces, in the order in which they came."""
    rows = tx.all("SELECT words, kind, file_id FROM event_material WHERE event = :event ORDER BY nth", event=event)
    return [EventMaterial(row.words, row.kind, row.file_id) for row in rows]


OWN = (Own("event_material", "by", but=("file_id", "album"), fate=STAYS),)
