"""Warnings, mutes and suspensions: weighed first, given by one person, or proposed to another one."""

from msgspec import Struct

from rules.ends import freed_at
from rules.fairness.covenant import Cited, clauses_of
from rules.fairness.sanction import (
    COMMANDS,
    ClauseFirst,
    Grade,
    Measure,
    NobodyElseDecides,
    NoSuchClause,
    Sanction,
    SanctionDecided,
    SanctionState,
    StaffStandOutside,
    Tally,
    in_conflict,
    measure,
    needs_second,
    proposal,
    weight,
)
from rules.fairness.sanction_asked import Asked
from rules.occasion import DAY_S, Occasion
from rules.people import PLAYING, STAFF, Member
from rules.refusals import NotForYourself
from rules.rights import Right
from storage import audits, groups, members, rights
from storage.engine.tx import Tx
from storage.fairness import sanctions, silences
from storage.ledger import ledger

SHOWN = 3


class About(Struct, frozen=True):
    """What a sanction is for: group and message, where there is one, and whether the message names the one who asks."""

    group: int | None
    message: int | None
    names_actor: bool = False


class Past(Struct, frozen=True):
    """One sanction of the past: what, for which clause, when (UTC seconds)."""

    grade: Grade
    length_s: int
    cited: Cited
    at: int


class Weighed(Struct, frozen=True):
    """What is asked for against `name`, what their past proposes, and whether somebody else has to decide it.

    `chosen` is the clause, 0 while none is; `tally` is how often there was something before.
    """

    member: int
    name: str
    measure: Measure
    proposed: Measure
    reason: str
    clauses: tuple[Cited, ...]
    chosen: int
    past: tuple[Past, ...]
    tally: Tally
    conflict: bool
    second: bool

    @property
    def differs(self) -> bool:
        """Whether the past proposes something else."""
        return self.proposed != self.measure


class Imposed(Struct, frozen=True):
    """Done: what `member` reads, and where it is asked of Telegram. `until` is its end (UTC seconds), None of a warning.

    `points` stay theirs. `hindered` are groups in which the bot is known to lack the right; `call_in` the group where one
    who never started the bot is called; `link` leads to what it is about; one can appeal for `appeal_s` seconds.
    """

    sanction: int
    member: int
    name: str
    grade: Grade
    length_s: int
    until: int | None
    cited: Cited
    reason: str
    by: str
    asked_by: str | None
    points: int
    silent_until: int | None
    places: tuple[int, ...]
    hindered: tuple[str, ...]
    call_in: int | None
    appeal_s: int
    link: str | None = None


class Put(Struct, frozen=True):
    """Proposed to somebody else of the staff, in their group `desk`: too long for one, or `conflict`.

    It waits for so many `hours`.
    """

    sanction: int
    desk: int
    name: str
    measure: Measure
    cited: Cited
    reason: str
    by: str
    conflict: bool
    past: tuple[Past, ...]
    tally: Tally
    hours: int
    link: str | None = None


def weigh(tx: Tx, actor: Member, member: Member, asked: Asked, about: About, occasion: Occasion) -> Weighed:
    """What would come of it; writes nothing. Raises NotForYourself, StaffStandOutside, NoSuchClause, LengthOutOfBounds."""
    _outside(tx, actor, member)
    order, clauses = occasion.programme.order, clauses_of(occasion.programme.covenant)
    if asked.clause is not None and not 1 <= asked.clause <= len(clauses):
        raise NoSuchClause(len(clauses))
    load = weight(sanctions.weighed(tx, member.id), occasion.now, order.half_life_days)
    proposed = proposal(load, order)
    wanted = measure(asked.grade, asked.length_s, proposed, order)
    conflict = is_side(tx, actor, member, about, occasion)
    return Weighed(
        member.id,
        member.name,
        wanted,
        proposed,
        asked.reason,
        clauses,
        asked.clause or 0,
        past(tx, member),
        sanctions.tally(tx, member.id),
        conflict,
        conflict or needs_second(wanted, order),
    )


def impose(
    tx: Tx, actor: Member, member: Member, asked: Asked, about: About, command: tuple[int, int], occasion: Occasion
) -> Imposed | Put:
    """Give it, or propose it where somebody else has to decide. Raises what `weigh` does, ClauseFirst, NobodyElseDecides,
    SanctionDecided.
    """
    weighed = weigh(tx, actor, member, asked, about, occasion)
    if not weighed.chosen:
        raise ClauseFirst
    cited = weighed.clauses[weighed.chosen - 1]
    if weighed.second and sanctions.waiting(tx, actor.id, member.id, weighed.measure, command):
        raise SanctionDecided
    sanction, fresh = sanctions.add(
        tx,
        member.id,
        actor.id,
        weighed.measure,
        cited,
        asked.reason,
        occasion.now,
        command,
        (about.group, about.message),
        conflict=weighed.conflict,
    )
    if not fresh:
        raise SanctionDecided
    return (
        _propose(tx, sanction, weighed, actor, occasion) if weighed.second else carry_out(tx, sanction, None, occasion)
    )


def past(tx: Tx, member: Member, apart: int | None = None) -> tuple[Past, ...]:
    """The latest of what was given to the member and stands, `apart` from that one."""
    given = [
        one
        for one in sanctions.given(tx, member.id, SHOWN * 2)
        if one.state is not SanctionState.LIFTED and one.id != apart
    ]
    return tuple(Past(one.measure.grade, one.measure.length_s, one.cited, one.at) for one in given[:SHOWN])


def is_side(tx: Tx, actor: Member, member: Member, about: About, occasion: Occasion) -> bool:
    """Whether the actor is a side of the conflict that it is about."""
    order = occasion.programme.order
    addressed = about.names_actor
    if about.group is not None and about.message is not None:
        addressed = addressed or silences.answered(tx, about.group, about.message) == actor.id
    since = occasion.now - order.conflict_hours * 3_600
    return in_conflict(silences.answers(tx, member.id, actor.id, since), order, addressed=addressed)


def _outside(tx: Tx, actor: Member, member: Member) -> None:
    if member.id == actor.id:
        raise NotForYourself
    _require_no_staff(tx, member)


def _require_no_staff(tx: Tx, member: Member) -> None:
    """Raises StaffStandOutside."""
    if members.roles(tx, member.id) & STAFF:
        raise StaffStandOutside(member.name)


def _propose(tx: Tx, sanction: Sanction, weighed: Weighed, actor: Member, occasion: Occasion) -> Put:
    staff = groups.staff(tx)
    if staff is None:
        raise NobodyElseDecides(weighed.conflict)
    audits.record(
        tx,
        occasion.now,
        actor.id,
        "order.propose",
        sanction.member,
        sanction.reason,
        sanction=sanction.id,
        grade=sanction.measure.grade.value,
    )
    return Put(
        sanction.id,
        staff.id,
        weighed.name,
        sanction.measure,
        sanction.cited,
        sanction.reason,
        actor.name,
        weighed.conflict,
        weighed.past,
        weighed.tally,
        occasion.programme.order.decide_hours,
        sanctions.link(tx, sanction),
    )


def carry_out(tx: Tx, sanction: Sanction, second: Member | None, occasion: Occasion) -> Imposed:
    """It is in force from now on, once for ever. Raises SanctionDecided, StaffStandOutside."""
    _require_no_staff(tx, members.get(tx, sanction.member))
    grade, length_s = sanction.measure.grade, sanction.measure.length_s
    until = freed_at(occasion.now + length_s) if length_s else None
    state = SanctionState.RUNNING if until else SanctionState.OVER
    by = second.id if second else None
    if not sanctions.decide(tx, sanction.id, state, until, by, occasion.now):
        raise SanctionDecided
    sanctions.settle(tx, sanction.member)
    given = second.id if second else sanction.actor
    act = f"order.{COMMANDS[grade]}"
    audits.record(
        tx, occasion.now, given, act, sanction.member, sanction.reason, sanction=sanction.id, seconds=length_s
    )
    return _imposed(tx, sanction, until, second, occasion)


def _imposed(tx: Tx, sanction: Sanction, until: int | None, second: Member | None, occasion: Occasion) -> Imposed:
    member, actor = members.get(tx, sanction.member), members.get(tx, sanction.actor)
    places = silences.places(tx, member.id, present=True) if until else ()
    return Imposed(
        sanction.id,
        member.id,
        member.name,
        sanction.measure.grade,
        sanction.measure.length_s,
        until,
        sanction.cited,
        sanction.reason,
        second.name if second else actor.name,
        actor.name if second else None,
        ledger.balance(tx, member.id).posted,
        silences.until(tx, member.id, occasion.now),
        places,
        tuple(groups.get(tx, place).title for place in places if _hindered(tx, place)),
        None if member.reachable else call_in(tx, sanction.group, member),
        occasion.programme.order.appeal_days * DAY_S,
        sanctions.link(tx, sanction),
    )


def _hindered(tx: Tx, group: int) -> bool:
    known = rights.of_group(tx, group)
    return known is not None and Right.RESTRICT not in known.rights


def call_in(tx: Tx, group: int | None, member: Member) -> int | None:
    """Where one who can't be written to in private is called: where it happened, else at home."""
    if group is not None and groups.get(tx, group).part in PLAYING:
        return group
    return member.home
