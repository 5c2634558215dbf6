"""Handing on what an event was about, to those who came."""

from msgspec import Struct

from actions.offers.event import known
from rules.files import File
from rules.lengths import within
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.attendance import WasNotThere
from rules.offers.event import Event
from rules.offers.event_material import MOST, WORDS_LIMIT, EnoughMaterial, EventMaterial, NoMaterial
from rules.people import Member
from rules.values import replace
from storage import audits
from storage.engine.tx import Tx
from storage.offers import attendances, event_materials


class Material(Struct, frozen=True):
    """What has been handed on: words, and files; `members` are those who came. More may come of an `album`."""

    id: int
    title: str
    words: tuple[str, ...]
    files: tuple[File, ...]
    pieces: int
    most: int
    members: tuple[int, ...]
    album: bool = False


def add(
    tx: Tx, number: int, words: str, file: File | None, staff: Member, occasion: Occasion, album: str | None = None
) -> Material:
    """One more piece, or the first one of an album. Raises EventUnknown, EnoughMaterial, WordsTooLong."""
    event = known(tx, number)
    if event_materials.count(tx, number) >= MOST:
        raise EnoughMaterial(MOST)
    words = within(words.strip(), WORDS_LIMIT)
    piece = EventMaterial(words, file.kind if file else None, file.file_id if file else None, album)
    event_materials.add(tx, number, piece, staff.id, occasion.now)
    return replace(_material(tx, event), album=album is not None)


def goes_on(tx: Tx, album: str, words: str, file: File, staff: Member, occasion: Occasion) -> bool:
    """A further piece of an album whose first one was given; False for any other album.

    What would be one too many is left out. Raises WordsTooLong.
    """
    number = event_materials.of_album(tx, album, staff.id)
    if number is not None and event_materials.count(tx, number) < MOST:
        add(tx, number, words, file, staff, occasion, album)
    return number is not None


def hand_on(tx: Tx, number: int, staff: Member, occasion: Occasion) -> Material:
    """Whoever came is told. Raises EventUnknown, NoMaterial."""
    found = _material(tx, known(tx, number))
    if not found.pieces:
        raise NoMaterial(found.title)
    audits.record(tx, occasion.now, staff.id, "event.material", event=number)
    return found


def see(tx: Tx, number: int, member: Member, *, staff: bool) -> Material:
    """All of it, for one who came, the speaker, or staff. Raises EventUnknown, WasNotThere, NoMaterial."""
    event = known(tx, number)
    if not staff and not may_see(tx, event, member):
        raise WasNotThere(event.plan.title)
    found = _material(tx, event)
    if not found.pieces:
        raise NoMaterial(found.title)
    return found


def may_see(tx: Tx, event: Event, member: Member) -> bool:
    """Whether it is for the member."""
    return event.spoken_by == member.id or member.id in attendances.those_who_came(tx, event.id)


def _material(tx: Tx, event: Event) -> Material:
    pieces = event_materials.of_event(tx, event.id)
    words = tuple(piece.words for piece in pieces if piece.words)
    files = tuple(File(piece.kind, piece.file_id, piece.file_id) for piece in pieces if piece.kind and piece.file_id)
    came = tuple(attendances.those_who_came(tx, event.id))
    return Material(event.id, event.plan.title, words, files, len(pieces), MOST, came)


def about(number: int) -> str:
    """What the note that tells of it is about."""
    return f"event_material:{number}"


def _still_there(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """For those who came, unless that was taken back."""
    return note.member in attendances.those_who_came(tx, int(note.subject))


STILL_TRUE = {"event_material": _still_there}
