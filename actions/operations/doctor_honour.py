"""What is wrong with honours as they are configured: badges out of reach, votes for too few, jobs that are off."""

from collections.abc import Iterator

from actions.ballot import able_levels
from rules.honour.award import RoundState
from rules.honour.badge_reach import BEST_ASSIST, JOBS, Lack, Offered, out_of_reach
from rules.occasion import Occasion
from rules.operations.doctor import Ailment, Finding
from rules.people import Part
from rules.programme.awards import Award
from rules.programme.levels import EVERYBODY
from rules.programme.programme import Programme
from rules.works.challenge import SkillTrack
from storage import ballots, groups
from storage.engine.tx import Tx
from storage.honour import awards
from storage.works import track_titles, trust_reach

NAMED = 6


def honours(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Everything that keeps members from what the brand promises."""
    programme = occasion.programme
    if not groups.active(tx, Part.COMMUNITY):
        return
    yield from _badges(tx, programme)
    for award in programme.awards:
        yield from _vote(tx, award, occasion)
    yield from _titles_gone(tx, programme)
    for job in JOBS:
        if programme.schedule.get(job) == "":
            yield Finding(Ailment.JOB_OFF, names=(job,))


def _badges(tx: Tx, programme: Programme) -> Iterator[Finding]:
    for lack, those in out_of_reach(programme.badges, offered(tx, programme)).items():
        ailment = Ailment.BADGE_WAITS if lack is Lack.CHALLENGES else Ailment.BADGE_OUT_OF_REACH
        titles = tuple(badge.title for badge in those[:NAMED])
        yield Finding(ailment, count=len(those), names=(lack.value, *titles))


def offered(tx: Tx, programme: Programme) -> Offered:
    """What the brand has to offer by now."""
    return Offered(len(SkillTrack), trust_reach.kinds_published(tx), assists=programme.schedule.get(BEST_ASSIST) != "")


def _titles_gone(tx: Tx, programme: Programme) -> Iterator[Finding]:
    """Titles that people hold, and that the configuration does not know any more."""
    for key, many in track_titles.counted(tx).items():
        if programme.track_titles.named(key) is None:
            yield Finding(Ailment.TITLE_GONE, count=many, names=(key,))


def _vote(tx: Tx, award: Award, occasion: Occasion) -> Iterator[Finding]:
    """A vote that fewer may take part in than it takes: it runs, or it asks for a level that hardly anybody has."""
    if not award.vote:
        return
    running, programme = awards.running(tx, award.key), occasion.programme
    votes = running is not None and running.state is RoundState.VOTING
    if award.voters == EVERYBODY and not votes:
        return
    able = ballots.electors(tx, able_levels(award.voters, occasion), occasion.now)
    if able < programme.voting.quorum:
        level = programme.levels.named(award.voters).title
        yield Finding(Ailment.VOTE_TOO_FEW, level, able, names=(award.title, str(programme.voting.quorum)))
