"""Mentors: who may accompany newcomers, what they offer, and when their office ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.ends import day_begins_at
from rules.people import Member
from rules.programme.conditions import Checked, checklist
from rules.programme.programme import Programme
from rules.programme.trust import TrustStep
from rules.refusals import Refusal
from rules.works.challenge import SkillTrack

RENEWS_DAYS = 30
WORDS_MOST, CAR_MOST, REASON_MOST = 200, 40, 200


class OfferState(StrEnum):
    """What has become of an offer to be a mentor; SET_ASIDE: its author was honoured without duties meanwhile."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    SET_ASIDE = "set_aside"


class Ways(Struct, frozen=True):
    """What somebody can tell about or would like to learn: tracks, the car they drive, and their own words."""

    tracks: tuple[SkillTrack, ...] = ()
    car: str = ""
    words: str = ""

    def turned(self, track: SkillTrack) -> tuple[SkillTrack, ...]:
        """The tracks, with that one more or without it."""
        chosen = set(self.tracks) ^ {track}
        return tuple(one for one in SkillTrack if one in chosen)


class Mentor(Struct, frozen=True):
    """What a mentor has told of themselves; `away` for a while; the office ends at `until` (UTC seconds; None: it does not).

    One whose office has ended by itself may renew it before `renews_until`.
    """

    member: int
    ways: Ways = Ways()
    away: bool = False
    until: int | None = None
    renews_until: int | None = None


class MentorOffer(Struct, frozen=True):
    """An offer to be a mentor, made at `at`, on which staff decide before `until` (UTC seconds)."""

    id: int
    member: int
    at: int
    until: int
    state: OfferState
    by: int | None
    settled_at: int | None
    reason: str | None


class MentorChecked(Struct, frozen=True):
    """What is asked of a mentor, held against somebody: a level and a step of trust (None: any), and conditions."""

    level: str | None
    level_met: bool
    step: TrustStep | None
    step_met: bool
    asks: tuple[Checked, ...]

    @property
    def met(self) -> bool:
        """Whether it is all there."""
        return self.level_met and self.step_met and all(one.met for one in self.asks)


@dataclass(eq=False)
class MentorTooEarly(Refusal):
    """Something that is asked of a mentor is not there yet."""

    checked: MentorChecked


@dataclass(eq=False)
class MentorAlready(Refusal):
    """They are a mentor, or have offered to be one."""


@dataclass(eq=False)
class MentorOfferedBefore(Refusal):
    """Staff have answered an offer a while ago; another can be made from `again_at` (UTC seconds) on."""

    again_at: int


@dataclass(eq=False)
class MentorOfferSettled(Refusal):
    """Somebody has decided on the offer, or its time is over."""

    over = True


@dataclass(eq=False)
class MentorReasonShort(Refusal):
    """Why not yet has to be said in a few words."""


@dataclass(eq=False)
class MentorNotRenewable(Refusal):
    """The office can't be taken up again by oneself: it has not ended by itself, or too long ago."""


def held_against(member: Member, step: TrustStep, figures: Mapping[str, int], programme: Programme) -> MentorChecked:
    """What is asked of a mentor, held against the member on that `step` with these `figures`."""
    asked, levels = programme.mentors, programme.levels
    level = levels.named(asked.level) if levels.place(asked.level) else None
    return MentorChecked(
        level.title if level else None,
        level is None or not levels.higher(level.key, member.level),
        asked.trust if asked.trust is not TrustStep.BASE else None,
        step.place >= asked.trust.place,
        checklist(asked.needs, figures),
    )


def again_at(last: MentorOffer | None, again_days: int, zone: str) -> int:
    """From which day of that zone on another offer can be made, by its first second (UTC seconds)."""
    if last is None or last.state is not OfferState.DECLINED or last.settled_at is None:
        return 0
    return day_begins_at(last.settled_at, again_days, zone)
