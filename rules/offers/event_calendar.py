"""An event as a calendar file, after RFC 5545."""

from collections.abc import Iterator
from datetime import UTC, datetime

from rules.offers.event import Event

OCTETS = 75


def calendar_of(event: Event, speaker: str, organiser: str, now: int) -> str:
    """The file that puts the event into somebody's calendar; put in again after a change, it takes the place of the first."""
    return "".join(f"{line}\r\n" for written in _lines(event, speaker, organiser, now) for line in _folded(written))


def _lines(event: Event, speaker: str, organiser: str, now: int) -> Iterator[str]:
    plan = event.plan
    about = "\n".join(part for part in (speaker, plan.about) if part)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kocbot//events//EN", "METHOD:PUBLISH", "BEGIN:VEVENT")
    yield f"UID:event-{event.id}-{event.made_at}@kocbot"
    yield f"SEQUENCE:{event.revision}"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"DTSTART:{_utc(plan.starts_at)}"
    yield f"DTEND:{_utc(plan.ends_at)}"
    yield f"SUMMARY:{_text(f'{organiser} · {plan.title}')}"
    if plan.place:
        yield f"LOCATION:{_text(plan.place)}"
    yield f"DESCRIPTION:{_text(about)}"
    yield from ("STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR")


def _utc(at: int) -> str:
    """A moment that no change of clocks moves."""
    return f"{datetime.fromtimestamp(at, UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    for mark in "\\;,":
        words = words.replace(mark, f"\\{mark}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, none of which ends within a character; further ones begin with a space."""
    piece, octets = "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > OCTETS:
            yield piece
            piece, octets = " ", 1
        piece, octets = piece + sign, octets + size
    yield piece
