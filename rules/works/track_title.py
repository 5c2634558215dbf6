"""Titles of the tracks: which one somebody holds, what staff are asked about it, and how long that stays true."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec import Struct, field

from rules.programme.conditions import met, still_true
from rules.programme.track_titles import TrackTitle, TrackTitles
from rules.programme.wording import Wording
from rules.refusals import Refusal
from rules.works.challenge import SkillTrack
from rules.works.desk_proposal import DeskProposal, again_at

NO_TITLE = ""


class HeldTitle(Struct, frozen=True):
    """A title that a member holds in a track since then (UTC seconds); `needs` are empty where it was given by hand."""

    member: int
    track: SkillTrack
    title: str
    needs: Mapping[str, int] = field(default_factory=dict)
    at: int = 0
    reason: str = ""


class TitleQuestion(Struct, frozen=True):
    """From which title of the track to which (keys; empty: none), and the conditions that are met, or are no more."""

    track: SkillTrack
    stood_on: str
    title: str
    needs: Mapping[str, int]
    rises: bool


TitleProposal = DeskProposal[TitleQuestion]


@dataclass(eq=False)
class TitleSettled(Refusal):
    """Somebody else has decided that before, or its time is over."""

    over = True


@dataclass(eq=False)
class TitleMoot(Refusal):
    """What was asked is true no longer."""

    over = True


@dataclass(eq=False)
class TitleUnclear(Refusal):
    """Staff named no track and title of it, or gave no reason; `titles` are those that there are."""

    titles: tuple[Wording, ...] = ()


@dataclass(eq=False)
class TitleSame(Refusal):
    """`name` holds just that in the track; `title` is empty for none."""

    name: str
    track: SkillTrack
    title: Wording


def standing(held: Iterable[HeldTitle], ladder: TrackTitles) -> HeldTitle | None:
    """The highest of one's titles of a track, of those that there still are."""
    known = [one for one in held if ladder.place(one.title)]
    return max(known, key=lambda one: ladder.place(one.title), default=None)


def key_of(one: HeldTitle | None) -> str:
    """Its key; empty for none."""
    return one.title if one else NO_TITLE


def to_ask(
    track: SkillTrack, held: Iterable[HeldTitle], figures: Mapping[str, int], ladder: TrackTitles
) -> TitleQuestion | None:
    """What the figures ask for: back from a title that they do not carry any more, or up to the highest that is earned."""
    theirs = list(held)
    now = standing(theirs, ladder)
    if now and not still_true(now.needs, figures):
        left = standing((one for one in theirs if still_true(one.needs, figures)), ladder)
        return TitleQuestion(track, now.title, key_of(left), now.needs, rises=False)
    earned = _earned(track, key_of(now), figures, ladder)
    return TitleQuestion(track, key_of(now), earned.key, earned.asks(track), rises=True) if earned else None


def _earned(track: SkillTrack, key: str, figures: Mapping[str, int], ladder: TrackTitles) -> TrackTitle | None:
    reached = [one for one in ladder.above(key, track) if met(one.asks(track), figures)]
    return reached[-1] if reached else None


def holds(question: TitleQuestion, held: Iterable[HeldTitle], figures: Mapping[str, int], ladder: TrackTitles) -> bool:
    """Whether a question that was put is still one."""
    if question.stood_on != key_of(standing(held, ladder)):
        return False
    if not question.rises:
        return not still_true(question.needs, figures)
    one = ladder.named(question.title)
    return one is not None and one.in_track(question.track) and met(question.needs, figures)


def free_at(last: TitleProposal | None, taken_at: int | None, ladder: TrackTitles) -> int:
    """From when (UTC seconds) the same may be put again: after it was decided, or a title of the track was taken back."""
    return again_at((last.over_at if last else None, taken_at), ladder.again_days)
