"""Contacting a human: words are relayed both ways, and a conversation is closed by either side."""

from collections.abc import Sequence

from msgspec import Struct

from rules.fairness.contact import Contact, ContactOver, NobodyToContact, require_words
from rules.files import File
from rules.markup import Marked, html, quoted, trimmed
from rules.occasion import Occasion
from rules.people import Member
from storage import albums, audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import contacts


class Relayed(Struct, frozen=True):
    """Words on their way: from the member to the staff group `desk`, or from `by` back to `member`.

    `nth` counts the messages of the conversation; `files` came along. `looks` are the words as they were formatted.
    """

    id: int
    desk: int
    member: int
    name: str
    by: str
    words: str
    looks: str
    files: tuple[File, ...]
    nth: int


class ContactClosed(Struct, frozen=True):
    """The conversation with `name` is over, ended by `by` (the member or one of the staff)."""

    id: int
    member: int
    name: str
    by: str


def write(
    tx: Tx, member: Member, words: Marked, files: Sequence[File], album: str | None, occasion: Occasion
) -> Relayed:
    """The member's words to the staff; begins a conversation unless one is open. Raises NobodyToContact, ContactTooLong.

    Of an `album` all pictures go that have come, whichever of them had the words; the others will follow. What any of
    them is or says is not kept.
    """
    desk = _desk(tx)
    contact = contacts.open_of(tx, member.id) or contacts.add(tx, member.id, occasion.now)
    contacts.relayed(tx, contact.id, occasion.now, album)
    if album is not None:
        files = albums.files(tx, album) or files
        albums.blank(tx, album)
    said = require_words(words.text)
    who = (contact.id, desk, member.id, member.name, member.name)
    return Relayed(*who, said, html(quoted(trimmed(words))), tuple(files), contact.messages + 1)


def goes_on(tx: Tx, member: Member, album: str, words: Marked, occasion: Occasion) -> Relayed | None:
    """A further picture of an album whose first one was relayed; None of every other. Raises ContactTooLong."""
    contact = contacts.open_of(tx, member.id)
    if contact is None or contact.album != album:
        return None
    return write(tx, member, words, (), album, occasion)


def answer(tx: Tx, number: int, staff: Member, words: Marked, occasion: Occasion) -> Relayed:
    """One of the staff answers. Raises ContactOver, ContactTooLong."""
    contact = contacts.get(tx, number)
    if contact is None or not contact.open:
        raise ContactOver
    contacts.relayed(tx, number, occasion.now)
    audits.record(tx, occasion.now, staff.id, "contact.answer", contact.member, contact=number)
    name = members.get(tx, contact.member).name
    said, looks = require_words(words.text), html(quoted(trimmed(words)))
    return Relayed(number, _desk(tx), contact.member, name, staff.name, said, looks, (), contact.messages + 1)


def close(tx: Tx, number: int, by: Member, occasion: Occasion) -> ContactClosed:
    """It is over. Raises ContactOver."""
    contact = contacts.get(tx, number)
    if contact is None or not contacts.close(tx, number, occasion.now):
        raise ContactOver
    audits.record(tx, occasion.now, by.id, "contact.close", contact.member, contact=number)
    return ContactClosed(number, contact.member, members.get(tx, contact.member).name, by.name)


def of_member(tx: Tx, member: Member) -> Contact:
    """The member's open conversation. Raises ContactOver."""
    contact = contacts.open_of(tx, member.id)
    if contact is None:
        raise ContactOver
    return contact


def _desk(tx: Tx) -> int:
    staff = groups.staff(tx)
    if staff is None:
        raise NobodyToContact
    return staff.id
