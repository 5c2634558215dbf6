"""Titles of the tracks: what a member holds and what the next one takes; giving and taking them back by hand."""

from collections.abc import Mapping

from msgspec import Struct

from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import Checked, checklist
from rules.programme.track_titles import TrackTitle
from rules.programme.wording import Wording
from rules.refusals import NotForYourself
from rules.works.challenge import SkillTrack
from rules.works.desk_proposal import ProposalState, clear_reason
from rules.works.track_title import (
    NO_TITLE,
    HeldTitle,
    TitleQuestion,
    TitleSame,
    TitleUnclear,
    free_at,
    key_of,
    standing,
)
from storage import audits, figures, members, notes
from storage.engine.tx import Tx
from storage.works import desk_proposals, growth, title_proposals, track_titles


class TitleChanged(Struct, frozen=True):
    """The member is called `title` in the track now, `before` something else (empty: nothing); `rises`: a higher one.

    For that `reason`, or by what it `asks`. `following` is the next one there.
    """

    member: int
    name: str
    track: SkillTrack
    title: Wording
    before: Wording
    rises: bool
    reason: str
    asks: tuple[Checked, ...] = ()
    following: Wording | None = None


class TrackSeen(Struct, frozen=True):
    """One track: the title held (empty: none), the next one with what it `asks` (None: there is none above).

    `waiting`: staff have been asked. `declined` is what they said when they wanted to wait, until `again_at` (UTC seconds).
    `former`: the title that they held is given no more.
    """

    track: SkillTrack
    title: Wording
    following: Wording | None
    asks: tuple[Checked, ...]
    waiting: bool
    declined: str | None
    again_at: int | None
    former: bool = False


class TitlesSeen(Struct, frozen=True):
    """Somebody's titles: the tracks in which they have one or have begun, and those in which they have not."""

    member: int
    name: str
    own: bool
    tracks: tuple[TrackSeen, ...]
    others: tuple[SkillTrack, ...]


def seen(tx: Tx, reader: Member, member: Member, occasion: Occasion) -> TitlesSeen:
    """What the member holds in each track, and what the next title needs."""
    ladder, held = occasion.programme.track_titles, track_titles.of_member(tx, member.id)
    begun = {*growth.tracks(tx, member.id), *held}
    there = [track for track in SkillTrack if ladder.of(track) or track in held]
    shown = tuple(in_track(tx, member, track, occasion) for track in there if track in begun)
    return TitlesSeen(
        member.id, member.name, reader.id == member.id, shown, tuple(one for one in there if one not in begun)
    )


def in_track(tx: Tx, member: Member, track: SkillTrack, occasion: Occasion) -> TrackSeen:
    """What the member holds in that track, and what the next title needs."""
    ladder = occasion.programme.track_titles
    held = track_titles.in_track(tx, member.id, track)
    now = standing(held, ladder)
    following = next(iter(ladder.above(key_of(now), track)), None)
    asked = desk_proposals.unsettled(tx, title_proposals.KIND, member.id, member.id)
    waiting = any(put.hopeful for put in asked if put.question.track is track)
    declined, again_at = _declined(tx, member.id, track, now, occasion)
    return TrackSeen(
        track,
        ladder.called(key_of(now)),
        following.title if following else None,
        _asks(tx, member.id, track, following, occasion),
        waiting,
        declined,
        None if waiting else again_at,
        former=now is None and bool(held),
    )


def _asks(
    tx: Tx, member: int, track: SkillTrack, following: TrackTitle | None, occasion: Occasion
) -> tuple[Checked, ...]:
    needs: Mapping[str, int] = following.asks(track) if following else {}
    return checklist(needs, figures.of_member(tx, sorted(needs), member, occasion.now))


def _declined(
    tx: Tx, member: int, track: SkillTrack, now: HeldTitle | None, occasion: Occasion
) -> tuple[str | None, int | None]:
    """What staff said when they wanted to wait, and when they are asked again: of the highest of which they said it."""
    ladder = occasion.programme.track_titles
    for one in reversed(ladder.above(key_of(now), track)):
        last = title_proposals.last(tx, member, TitleQuestion(track, key_of(now), one.key, {}, rises=True))
        if last is None or last.state is not ProposalState.DECLINED or last.question.stood_on != key_of(now):
            continue
        if (free := free_at(last, None, ladder)) > occasion.now:
            return last.reason, free
    return None, None


def entrust(
    tx: Tx, staff: Member, member: Member, track: SkillTrack, key: str, reason: str, occasion: Occasion
) -> TitleChanged:
    """The member holds that title of the track from now on (empty: none). Raises NotForYourself, TitleUnclear, TitleSame,
    WordsTooLong.
    """
    if staff.id == member.id:
        raise NotForYourself
    ladder = occasion.programme.track_titles
    reason = clear_reason(reason, TitleUnclear)
    before = key_of(standing(track_titles.in_track(tx, member.id, track), ladder))
    if key == before:
        raise TitleSame(member.name, track, ladder.called(key))
    _overtake(tx, staff, member.id, track, occasion)
    give(tx, staff, member.id, track, key, reason, occasion)
    take_above(tx, staff, member.id, track, key, reason, occasion)
    act = track_titles.GIVEN if ladder.place(key) > ladder.place(before) else track_titles.TAKEN
    record(tx, staff, act, member.id, reason, track, before, key, occasion)
    return changed(member, track, key, before, reason, (), occasion)


def give(
    tx: Tx,
    staff: Member,
    member: int,
    track: SkillTrack,
    key: str,
    reason: str,
    occasion: Occasion,
    proposal: int | None = None,
) -> None:
    """That title and those below it, so that one that is gone from the configuration leaves the next lower."""
    ladder = occasion.programme.track_titles
    for one in ladder.of(track):
        if ladder.place(one.key) <= ladder.place(key):
            needs = {} if proposal is None else one.asks(track)
            track_titles.give(tx, member, track, one.key, staff.id, occasion.now, reason, needs, proposal)


def take_above(
    tx: Tx, staff: Member, member: int, track: SkillTrack, key: str, reason: str, occasion: Occasion
) -> None:
    """Everything above that title goes; with none, everything."""
    ladder = occasion.programme.track_titles
    for one in track_titles.in_track(tx, member, track):
        if key == NO_TITLE or ladder.place(one.title) > ladder.place(key):
            track_titles.take(tx, member, track, one.title, staff.id, occasion.now, reason)


def record(
    tx: Tx,
    staff: Member,
    act: str,
    member: int,
    reason: str | None,
    track: SkillTrack,
    before: str,
    key: str,
    occasion: Occasion,
) -> None:
    """For the log: from which title of the track to which."""
    audits.record(tx, occasion.now, staff.id, act, member, reason, track=track.value, before=before, title=key)


def changed(
    member: Member,
    track: SkillTrack,
    key: str,
    before: str,
    reason: str,
    asks: tuple[Checked, ...],
    occasion: Occasion,
) -> TitleChanged:
    """From one title of the track to another."""
    ladder = occasion.programme.track_titles
    above = next(iter(ladder.above(key, track)), None)
    rises = ladder.place(key) > ladder.place(before)
    called = ladder.called(key), ladder.called(before)
    return TitleChanged(member.id, member.name, track, *called, rises, reason, asks, above.title if above else None)


def _overtake(tx: Tx, staff: Member, member: int, track: SkillTrack, occasion: Occasion) -> None:
    """What staff were asked about that track has been decided without it."""
    for put in desk_proposals.unsettled(tx, title_proposals.KIND, member, member):
        if put.question.track is track:
            desk_proposals.settle(tx, title_proposals.KIND, put.id, ProposalState.OVERTAKEN, staff.id, occasion.now)


def known_before(tx: Tx, member: int, track: SkillTrack, before: str) -> str:
    """Which title of the track the member last heard of: a change that waits to be told is none to them yet."""
    for subject in notes.subjects(tx, member, "track_title"):
        where, _, key = subject.partition(":")
        if where == track.value:
            return key
    return before


def _as_it_stands(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """The title that the member holds this evening, when that is another one than they knew."""
    where, _, before = note.subject.partition(":")
    track, ladder = SkillTrack(where), occasion.programme.track_titles
    held = track_titles.in_track(tx, note.member, track)
    now = standing(held, ladder)
    if key_of(now) == before:
        return False
    rises = ladder.place(key_of(now)) > ladder.place(before)
    reason = now.reason if now and rises else track_titles.last_reason(tx, note.member, track)
    asks = checklist(now.needs, now.needs) if now and rises else ()
    member = members.get(tx, note.member)
    return Retold("track_title/told", changed(member, track, key_of(now), before, reason, asks, occasion))


STILL_TRUE = {"track_title": _as_it_stands}
