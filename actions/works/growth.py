"""Growth: how somebody's works of a track went on, what they took up of what was said, and what comes next."""

from collections.abc import Sequence

from msgspec import Struct

from actions.works.challenge import ChallengeSeen, known, seen
from actions.works.track_title import TrackSeen, in_track
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.growth import GrowthWork, NextKind, NextStep, Reviewing, Turned, turned, unanswered, works
from rules.works.submission import SubmissionStanding
from storage.engine.tx import Tx
from storage.works import challenges, growth, results

SHOWN, TURNED_SHOWN, BEFORE_SHOWN = 6, 5, 3
RUNNING = 50


class Growth(Struct, frozen=True):
    """One track of a member's: the last works (`earlier` more came before), what was taken up, and the next step.

    `passed` of all works passed, `featured` of them are featured; `of_series` of the track's series. `tracks` are all
    in which they have works. `titled`: what they are called there, and what the next title takes; None without titles.
    """

    track: SkillTrack
    tracks: tuple[SkillTrack, ...]
    works: tuple[GrowthWork, ...]
    earlier: int
    passed: int
    featured: int
    of_series: int
    turned: tuple[Turned, ...]
    next: NextStep
    titled: TrackSeen | None = None


def growth_of(tx: Tx, member: Member, track: SkillTrack | None, occasion: Occasion) -> Growth | None:
    """The member's growth in that track, or in the one of which something was said last; None while nothing was said of any."""
    tracks = tuple(growth.tracks(tx, member.id))
    if not tracks:
        return None
    chosen = track if track in tracks else tracks[0]
    said = growth.reviewings(tx, member.id, chosen)
    found = works(said)
    standings = [one.standing for one in found]
    featured = standings.count(SubmissionStanding.FEATURED)
    return Growth(
        chosen,
        tracks,
        tuple(_with_results(tx, one) for one in found[-SHOWN:]),
        max(len(found) - SHOWN, 0),
        standings.count(SubmissionStanding.APPROVED) + featured,
        featured,
        growth.of_series(tx, member.id, chosen),
        turned(said)[-TURNED_SHOWN:],
        _next(tx, member, chosen, found, said, occasion),
        _titled(tx, member, chosen, occasion),
    )


def _titled(tx: Tx, member: Member, track: SkillTrack, occasion: Occasion) -> TrackSeen | None:
    seen_there = in_track(tx, member, track, occasion)
    return seen_there if seen_there.title or seen_there.following else None


def before(tx: Tx, member: int, track: SkillTrack, but: int) -> tuple[GrowthWork, ...]:
    """The member's last works of the track besides that one, so that what is said of it builds on what was."""
    others = [one for one in works(growth.reviewings(tx, member, track)) if one.id != but]
    return tuple(others[-BEFORE_SHOWN:])


def _with_results(tx: Tx, work: GrowthWork) -> GrowthWork:
    return replace(work, results=results.of_work(tx, work.id))


def _next(
    tx: Tx,
    member: Member,
    track: SkillTrack,
    found: Sequence[GrowthWork],
    said: Sequence[Reviewing],
    occasion: Occasion,
) -> NextStep:
    """What was returned is improved first; then a challenge they may take on; then a remark is tried out."""
    remark = unanswered(said)
    if (back := _to_improve(tx, found, occasion)) is not None:
        return NextStep(NextKind.IMPROVE, back.challenge, back.title, remark)
    if (fitting := _fitting(tx, member, track, occasion)) is not None:
        return NextStep(NextKind.CHALLENGE, fitting.id, fitting.brief.title, remark)
    return NextStep(NextKind.REMARK if remark else NextKind.ANY, remark=remark)


def _to_improve(tx: Tx, found: Sequence[GrowthWork], occasion: Occasion) -> GrowthWork | None:
    """The latest that was returned and can still be handed in again."""
    returned = (one for one in reversed(found) if one.standing is SubmissionStanding.RETURNED)
    return next((one for one in returned if known(tx, one.challenge).is_open(occasion.now)), None)


def _fitting(tx: Tx, member: Member, track: SkillTrack, occasion: Occasion) -> ChallengeSeen | None:
    """The running challenge of the track that ends first of those they can take on and have handed in nothing for."""
    running = challenges.running(tx, occasion.now, RUNNING)
    mine = (seen(tx, one, member, occasion) for one in running if one.brief.track is track)
    return next((one for one in mine if one.trusted and not one.standing and (one.taking_part or one.left != 0)), None)
