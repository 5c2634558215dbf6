"""Being a mentor: offered by oneself, confirmed by staff, and for a time."""

from msgspec import Struct

from actions.honour.tag import shows_office
from actions.presence import require_here
from rules.ends import day_ends_at, term_ends_at
from rules.honour.mentor import (
    CAR_MOST,
    REASON_MOST,
    RENEWS_DAYS,
    WORDS_MOST,
    Mentor,
    MentorAlready,
    MentorChecked,
    MentorNotRenewable,
    MentorOffer,
    MentorOfferedBefore,
    MentorOfferSettled,
    MentorReasonShort,
    MentorTooEarly,
    OfferState,
    Ways,
    again_at,
    held_against,
)
from rules.lengths import within
from rules.occasion import DAY_S, Occasion
from rules.people import Member, Role
from rules.refusals import NotForYourself
from rules.values import replace
from rules.works.challenge import SkillTrack
from storage import audits, figures, members
from storage.engine.tx import Tx
from storage.honour import mentors
from storage.works import trust

REASON_LEAST = 2


class MentorOffering(Struct, frozen=True):
    """What somebody is about to offer: what they can tell about, and so many newcomers at once for so many days each."""

    ways: Ways
    at_once: int
    lasts_days: int
    term_days: int


class MentorOfferCard(Struct, frozen=True):
    """An offer before the staff: what speaks for it, until when (UTC seconds), and who decided it how."""

    id: int
    member: int
    name: str
    ways: Ways
    checked: MentorChecked
    until: int
    state: OfferState
    by: str | None
    reason: str | None


class MentorAnswered(Struct, frozen=True):
    """What staff have decided: yes, until when (UTC seconds, None: without an end), or not yet, for that reason.

    `tagged`: the title is going to stand beside their name.
    """

    confirmed: bool
    until: int | None
    at_once: int
    reason: str | None
    again_at: int
    tagged: bool = False


class MentorTerm(Struct, frozen=True):
    """An office that has ended by itself: how many newcomers they accompanied in all, and whether they may renew it."""

    member: int
    people: int
    renewable: bool


def is_mentor(tx: Tx, member: int) -> bool:
    """Whether the member has the office."""
    return Role.MENTOR in members.roles(tx, member)


def checked(tx: Tx, member: Member, occasion: Occasion) -> MentorChecked:
    """What is asked of a mentor, held against the member."""
    names = sorted(occasion.programme.mentors.needs)
    have = figures.of_member(tx, names, member.id, occasion.now)
    return held_against(member, trust.of_member(tx, member.id).step, have, occasion.programme)


def begin_offer(tx: Tx, member: Member, occasion: Occasion) -> MentorOffering:
    """What the member would offer. Raises MentorAlready, MentorOfferedBefore, MentorTooEarly."""
    _require_open(tx, member, occasion)
    known = mentors.get(tx, member.id)
    if known == Mentor(member.id):
        mentors.put(tx, replace(known, ways=Ways(_tracks_of(tx, member, occasion))))
    return offering(tx, member, occasion)


def offering(tx: Tx, member: Member, occasion: Occasion) -> MentorOffering:
    """What they have told so far, and what is asked of mentors."""
    asked = occasion.programme.mentors
    return MentorOffering(mentors.get(tx, member.id).ways, asked.at_once, asked.lasts_days, asked.term_days)


def turn(tx: Tx, member: Member, track: SkillTrack) -> None:
    """They can tell about that track, or can't after all."""
    known = mentors.get(tx, member.id)
    mentors.put(tx, replace(known, ways=replace(known.ways, tracks=known.ways.turned(track))))


def say(tx: Tx, member: Member, part: str, words: str) -> None:
    """Their `car`, or in their own `words` what they can tell about. Raises WordsTooLong."""
    known = mentors.get(tx, member.id)
    mentors.put(tx, replace(known, ways=told(known.ways, part, words)))


def told(ways: Ways, part: str, words: str) -> Ways:
    """With that car, or those words. Raises WordsTooLong."""
    said = " ".join(words.split())
    return replace(ways, car=within(said, CAR_MOST)) if part == "car" else replace(ways, words=within(said, WORDS_MOST))


def go_away(tx: Tx, member: Member, *, away: bool) -> None:
    """They take on nobody new for a while, or do again."""
    mentors.put(tx, replace(mentors.get(tx, member.id), away=away))


def offer(tx: Tx, member: Member, occasion: Occasion) -> MentorOfferCard:
    """Staff are asked. Raises MentorAlready, MentorOfferedBefore, MentorTooEarly."""
    _require_open(tx, member, occasion)
    until = day_ends_at(occasion.now, occasion.programme.mentors.answer_days, occasion.seen_from(member.timezone).zone)
    number = mentors.offer(tx, member.id, occasion.now, until)
    audits.record(tx, occasion.now, member.id, "mentor.offer", member.id, None)
    return card(tx, _known(tx, number), occasion)


def confirm(tx: Tx, staff: Member, number: int, occasion: Occasion) -> MentorOfferCard:
    """The member is a mentor from now on. Raises NotForYourself, NotHereNow, MentorOfferSettled."""
    found = _open(tx, staff, number)
    member = require_here(tx, found.member, occasion)
    mentors.settle(tx, number, OfferState.CONFIRMED, staff.id, occasion.now)
    until = _term(member, occasion)
    mentors.put(tx, replace(mentors.get(tx, found.member), until=until, renews_until=None, away=False))
    members.give_role(tx, found.member, Role.MENTOR, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "mentor.confirm", found.member, None)
    return card(tx, _known(tx, number), occasion)


def decline(tx: Tx, staff: Member, number: int, reason: str, occasion: Occasion) -> MentorOfferCard:
    """Not yet, for that reason. Raises NotForYourself, MentorOfferSettled, MentorReasonShort, WordsTooLong."""
    found = _open(tx, staff, number)
    reason = within(reason, REASON_MOST)
    if len(reason) < REASON_LEAST:
        raise MentorReasonShort
    mentors.settle(tx, number, OfferState.DECLINED, staff.id, occasion.now, reason)
    audits.record(tx, occasion.now, staff.id, "mentor.decline", found.member, reason)
    return card(tx, _known(tx, number), occasion)


def end_terms(tx: Tx, occasion: Occasion) -> list[MentorTerm]:
    """Offices whose time is over, once nobody is accompanied any more."""
    asked = occasion.programme.mentors
    found = []
    for member in mentors.ended(tx, occasion.now):
        thank(tx, member, occasion)
        people = figures.of_member(tx, ("mentored",), member, occasion.now).get("mentored", 0)
        found.append(MentorTerm(member, people, asked.renewable))
    return found


def thank(tx: Tx, member: int, occasion: Occasion) -> None:
    """Their office is over; they may take it up again for a while, where the brand wants that."""
    renews_until = occasion.now + RENEWS_DAYS * DAY_S if occasion.programme.mentors.renewable else None
    mentors.put(tx, replace(mentors.get(tx, member), until=None, renews_until=renews_until))
    members.take_role(tx, member, Role.MENTOR)


def renew(tx: Tx, member: Member, occasion: Occasion) -> MentorAnswered:
    """A mentor whose office ended by itself goes on for another term. Raises MentorNotRenewable."""
    known, asked = mentors.get(tx, member.id), occasion.programme.mentors
    if not asked.renewable or known.renews_until is None or known.renews_until <= occasion.now:
        raise MentorNotRenewable
    until = _term(member, occasion)
    mentors.put(tx, replace(known, until=until, renews_until=None, away=False))
    members.give_role(tx, member.id, Role.MENTOR, member.id, occasion.now)
    audits.record(tx, occasion.now, member.id, "mentor.renew", member.id, None)
    return MentorAnswered(True, until, asked.at_once, None, 0, shows_office(tx, member, Role.MENTOR, occasion))


def lapse(tx: Tx, occasion: Occasion) -> list[MentorOfferCard]:
    """Offers that nobody has decided on in time."""
    due = mentors.due(tx, occasion.now)
    for one in due:
        mentors.settle(tx, one.id, OfferState.LAPSED, None, occasion.now)
    return [card(tx, _known(tx, one.id), occasion) for one in due]


def set_aside(tx: Tx, member: Member, by: Member, occasion: Occasion) -> int:
    """The number of the offer that waited for an answer (0: there was none), which is nobody's any more."""
    last = mentors.last_offer(tx, member.id)
    if last is None or last.state is not OfferState.WAITING:
        return 0
    mentors.settle(tx, last.id, OfferState.SET_ASIDE, by.id, occasion.now)
    return last.id


def require_card(tx: Tx, staff: Member, number: int, occasion: Occasion) -> MentorOfferCard:
    """The offer, which staff may still decide on. Raises NotForYourself, MentorOfferSettled."""
    return card(tx, _open(tx, staff, number), occasion)


def known_card(tx: Tx, number: int, occasion: Occasion) -> MentorOfferCard:
    """The offer of that number as it is now."""
    return card(tx, _known(tx, number), occasion)


def card(tx: Tx, found: MentorOffer, occasion: Occasion) -> MentorOfferCard:
    """The offer with what speaks for it now."""
    member = members.get(tx, found.member)
    return MentorOfferCard(
        found.id,
        member.id,
        member.name,
        mentors.get(tx, member.id).ways,
        checked(tx, member, occasion),
        found.until,
        found.state,
        None if found.by is None else members.get(tx, found.by).name,
        found.reason,
    )


def answered(tx: Tx, one: MentorOfferCard, occasion: Occasion) -> MentorAnswered:
    """What the member hears of it."""
    member = members.get(tx, one.member)
    zone = occasion.seen_from(member.timezone).zone
    again = again_at(_known(tx, one.id), occasion.programme.mentors.again_days, zone)
    until, at_once = mentors.get(tx, one.member).until, occasion.programme.mentors.at_once
    tagged = shows_office(tx, member, Role.MENTOR, occasion)
    return MentorAnswered(one.state is OfferState.CONFIRMED, until, at_once, one.reason, again, tagged)


def _term(member: Member, occasion: Occasion) -> int | None:
    zone = occasion.seen_from(member.timezone).zone
    return term_ends_at(occasion.now, occasion.programme.mentors.term_days, zone)


def _require_open(tx: Tx, member: Member, occasion: Occasion) -> None:
    last = mentors.last_offer(tx, member.id)
    if is_mentor(tx, member.id) or (last and last.state is OfferState.WAITING):
        raise MentorAlready
    again = again_at(last, occasion.programme.mentors.again_days, occasion.seen_from(member.timezone).zone)
    if again > occasion.now:
        raise MentorOfferedBefore(again)
    found = checked(tx, member, occasion)
    if not found.met:
        raise MentorTooEarly(found)


def _tracks_of(tx: Tx, member: Member, occasion: Occasion) -> tuple[SkillTrack, ...]:
    """The tracks in which works of theirs were approved."""
    have = figures.of_member(tx, [f"{track}_works" for track in SkillTrack], member.id, occasion.now)
    return tuple(track for track in SkillTrack if have.get(f"{track}_works"))


def _known(tx: Tx, number: int) -> MentorOffer:
    found = mentors.offered(tx, number)
    assert found is not None, number
    return found


def _open(tx: Tx, staff: Member, number: int) -> MentorOffer:
    found = _known(tx, number)
    if found.member == staff.id:
        raise NotForYourself
    if found.state is not OfferState.WAITING:
        raise MentorOfferSettled
    return found
