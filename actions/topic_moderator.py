"""Topic moderators: appointed for a field and a time by staff, thanked at the end, renewed with a tap."""

from msgspec import Struct

from actions.presence import require_here
from rules.ends import term_ends_at
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member, Role
from rules.programme.conditions import checklist
from rules.refusals import ButtonGone, NotForYourself
from rules.topic_moderator import (
    NAME_MOST,
    AskerMayCome,
    Field,
    FieldEnded,
    FieldEnding,
    FieldHeld,
    FieldNeeded,
    FieldNeedsMore,
)
from storage import audits, figures, members, topic_moderators
from storage.engine.tx import Tx

HOUR_S = 3600


class FieldGiven(Struct, frozen=True):
    """`name` looks after `field` until then (UTC seconds; None: without an end), as `by` has asked them to.

    `theme`: wherever it is asked about, not in one forum topic. They may accept for an asker after so many `hours`,
    and hold so many messages up (`pins`; 0: none). `reachable`: they can be told in private.
    """

    id: int
    member: int
    name: str
    field: str
    theme: bool
    until: int | None
    by: str
    hours: int
    pins: int = 0
    reachable: bool = True


class FieldOver(Struct, frozen=True):
    """`name` looks after `field` no more, after so many questions of others; `term`: because its time was over."""

    id: int
    member: int
    name: str
    field: str
    helped: int
    term: bool


class FieldLine(Struct, frozen=True):
    """Who looks after what, until when (UTC seconds; None: without an end)."""

    name: str
    field: str
    theme: bool
    until: int | None


class Fields(Struct, frozen=True):
    """All that is looked after."""

    fields: tuple[FieldLine, ...]


def appoint(
    tx: Tx, by: Member, member: Member, name: str, place: tuple[int, int] | None, occasion: Occasion
) -> FieldGiven:
    """`member` looks after the forum topic at `place` (group, thread), or a theme, under that name.

    Raises NotForYourself, FieldNeeded, FieldHeld, NotHereNow, FieldNeedsMore.
    """
    if member.id == by.id:
        raise NotForYourself
    called = " ".join(name.split())
    if not called or len(called) > NAME_MOST:
        raise FieldNeeded
    if any(_same(one, called, place) for one in topic_moderators.of_member(tx, member.id)):
        raise FieldHeld(member.name, called)
    _require_fit(tx, member, occasion)
    return _given(tx, by, member, called, place, occasion, "topicmod.give")


def renew(tx: Tx, by: Member, number: int, occasion: Occasion) -> FieldGiven:
    """Another term of what has ended by itself. Raises NotForYourself, FieldEnded, NotHereNow, FieldNeedsMore, ButtonGone."""
    before = topic_moderators.get(tx, number)
    if before is None:
        raise ButtonGone
    member, place = members.get(tx, before.member), _place(before)
    if member.id == by.id:
        raise NotForYourself
    if any(_same(one, before.name, place) for one in topic_moderators.of_member(tx, member.id)):
        raise FieldEnded
    _require_fit(tx, member, occasion)
    return _given(tx, by, member, before.name, place, occasion, "topicmod.renew")


def listed(tx: Tx) -> Fields:
    """All that is looked after now."""
    return Fields(
        tuple(
            FieldLine(members.get(tx, one.member).name, one.name, one.thread is None, one.until)
            for one in topic_moderators.everything(tx)
        )
    )


def end_terms(tx: Tx, occasion: Occasion) -> list[FieldOver]:
    """What is over: by its time, or because whoever looked after it may not write, or is gone."""
    due = [(one, FieldEnding.TERM) for one in topic_moderators.over(tx, occasion.now)]
    return [_over(tx, one, ending, occasion) for one, ending in (*topic_moderators.parted(tx), *due)]


def take_all(tx: Tx, member: int, now: int) -> None:
    """Staff have taken the office back."""
    for one in topic_moderators.of_member(tx, member):
        topic_moderators.end(tx, one.id, FieldEnding.TAKEN, now)


def honour(tx: Tx, member: int, now: int) -> tuple[str, ...]:
    """They are honoured without duties: what they looked after, by its names, is looked after by all again."""
    fields = topic_moderators.of_member(tx, member)
    for one in fields:
        topic_moderators.end(tx, one.id, FieldEnding.HONOURED, now)
    members.take_role(tx, member, Role.TOPIC_MODERATOR)
    return tuple(one.name for one in fields)


def looks_after(tx: Tx, member: Member, group: int, thread: int | None, words: str) -> bool:
    """Whether what is said there belongs to what the member looks after."""
    return any(one.covers(group, thread, words) for one in topic_moderators.of_member(tx, member.id))


def require_absent(number: int, asked_at: int, occasion: Occasion) -> None:
    """Others accept only for an asker who has stayed away. Raises AskerMayCome."""
    at = asked_at + occasion.programme.topic_moderators.absent_hours * HOUR_S
    if occasion.now < at:
        raise AskerMayCome(number, at)


def _place(field: Field) -> tuple[int, int] | None:
    return (field.group, field.thread) if field.group is not None and field.thread is not None else None


def _same(field: Field, name: str, place: tuple[int, int] | None) -> bool:
    return _place(field) == place and (place is not None or field.name.casefold() == name.casefold())


def _require_fit(tx: Tx, member: Member, occasion: Occasion) -> None:
    require_here(tx, member.id, occasion)
    needs = occasion.programme.topic_moderators.needs
    asks = checklist(needs, figures.of_member(tx, sorted(needs), member.id, occasion.now))
    if not all(one.met for one in asks):
        raise FieldNeedsMore(member.name, asks)


def _given(
    tx: Tx, by: Member, member: Member, name: str, place: tuple[int, int] | None, occasion: Occasion, act: str
) -> FieldGiven:
    asked = occasion.programme.topic_moderators
    until = term_ends_at(occasion.now, asked.term_days, occasion.seen_from(member.timezone).zone)
    field = topic_moderators.add(tx, member.id, place, name, by.id, occasion.now, until)
    assert field is not None, name
    members.give_role(tx, member.id, Role.TOPIC_MODERATOR, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, act, member.id, field=name)
    return FieldGiven(
        field.id,
        member.id,
        member.name,
        name,
        place is None,
        until,
        by.name,
        asked.absent_hours,
        asked.pins,
        member.reachable,
    )


def _over(tx: Tx, one: Field, ending: FieldEnding, occasion: Occasion) -> FieldOver:
    topic_moderators.end(tx, one.id, ending, occasion.now)
    if not topic_moderators.of_member(tx, one.member):
        members.take_role(tx, one.member, Role.TOPIC_MODERATOR)
    helped = topic_moderators.helped(tx, one.member, one.given_at)
    name = members.get(tx, one.member).name
    return FieldOver(one.id, one.member, name, one.name, helped, ending is FieldEnding.TERM)


def _still_over(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether nobody has renewed it since."""
    before = topic_moderators.get(tx, int(note.subject))
    return before is not None and not any(
        _same(one, before.name, _place(before)) for one in topic_moderators.of_member(tx, note.member)
    )


STILL_TRUE = {"topicmod_over": _still_over}
