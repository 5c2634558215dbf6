"""What the messages about newcomers and their mentors speak about."""

from actions.honour.mentoring import NewcomerNamed
from actions.honour.mentoring_handed import Handing
from actions.honour.mentoring_run import QuietSeen
from actions.honour.mentoring_seen import MentoringCard
from actions.honour.mentoring_thanks import MentoringOver, ThanksAsked, ThanksSaid
from handlers.honour.mentoring_cards import Named
from rules.honour.first_step import FirstStep
from rules.honour.mentor import Ways
from rules.honour.mentoring import MentorCandidate, Mentoring, MentoringFullOfNotes, MentoringState
from rules.values import replace
from rules.works.challenge import SkillTrack
from tests.messages.samples.mentor import BARE, MEETING, NOW, RUNNING, WISH

WISHING = Mentoring(5, 7, RUNNING.ways, MentoringState.WISHING, NOW, NOW)
WAITING = replace(RUNNING, state=MentoringState.WAITING, mentor=None, mentor_id=None, ends_at=None, place=False)
FITS = (
    MentorCandidate(4, "周<b>舟", (SkillTrack.PHOTO, SkillTrack.TECH), True, True, 1),
    MentorCandidate(5, "何川", (), False, False, 0),
    MentorCandidate(6, "夏天", (), True, True, 0),
)
CARD = MentoringCard(5, 7, "<b>阿木", RUNNING.ways, FITS, MentoringState.WAITING, None, False)

SAID = ThanksSaid(5, "<b>阿木", 4, "周<b>舟", "那次 <夜里> 陪我找充电桩，忘不了", False, 1)


def named(state: MentoringState) -> MentoringCard:
    """The card once somebody is named."""
    return replace(CARD, candidates=(), state=state, mentor="周<b>舟")


SAMPLES: dict[str, object] = {
    "mentoring/card_below": NewcomerNamed("<b>阿木"),
    "mentoring/wishing": WISHING,
    "mentoring/wanted": WAITING,
    "mentoring/let_be": None,
    "mentoring/told_asked": WISH,
    "mentoring/found": MEETING,
    "mentoring/willing": MEETING,
    "mentoring/passed_on": None,
    "mentoring/begun": RUNNING,
    "mentoring/told_begun": RUNNING,
    "mentoring/introduced": RUNNING,
    "mentoring/again": None,
    "mentoring/told_back": WAITING,
    "mentoring/told_unmatched": None,
    "mentoring/own": RUNNING,
    "mentoring/card": CARD,
    "mentoring/ended": MentoringOver(5, 7, "周<b>舟", False, 6, False),
    "mentoring/told_over": MentoringOver(5, 7, "周<b>舟", False, 6, True),
    "mentoring/ask_thanks": ThanksAsked("周<b>舟", 200),
    "mentoring/thanked": SAID,
    "mentoring/thanked_openly": SAID,
    "mentoring/told_thanks": SAID,
    "mentoring/thanks": SAID,
    "mentoring/taken_back": None,
    "mentoring/ask_note": ThanksAsked("", 200),
    "mentoring/handing": Handing(RUNNING, FITS),
    "mentoring/handed": NewcomerNamed("<b>阿木"),
    "mentoring/told_handed": RUNNING,
    "mentoring/told_gone": NewcomerNamed("<b>阿木"),
    "mentoring/told_quiet": QuietSeen(5, 4, "<b>阿木", 100_000_007, 6, FirstStep.ASK),
    "refusals/mentoring_full_of_notes": MentoringFullOfNotes(20),
}
MORE: dict[str, object] = {
    "mentoring/wishing · nothing told yet": replace(WISHING, ways=Ways()),
    "mentoring/told_asked · to go on, nothing shared": replace(BARE, ways=Ways()),
    "mentoring/told_asked · the same car alone": replace(WISH, shares=()),
    "mentoring/told_asked · several tracks": replace(WISH, shares=(SkillTrack.PHOTO, SkillTrack.TECH)),
    "mentoring/found · to go on, in private alone": replace(MEETING, goes_on=True, place=False, tells=Ways()),
    "mentoring/begun · in private": replace(RUNNING, openly=False),
    "mentoring/told_begun · in private": replace(RUNNING, openly=False, ways=Ways()),
    "mentoring/own · meeting": MEETING,
    "mentoring/own · waiting": WAITING,
    "mentoring/own · waiting for the next": replace(WAITING, goes_on=True),
    "mentoring/own · no notes": replace(RUNNING, notes=()),
    "mentoring/told_over · the mentor": MentoringOver(5, 4, "<b>阿木", True, 6, True),
    "mentoring/told_over · the mentor, no step": MentoringOver(5, 4, "<b>阿木", True, 0, True),
    "mentoring/told_over · ended before": MentoringOver(5, 7, "周<b>舟", False, 0, False),
    "mentoring/thanked · in private": replace(SAID, group=None),
    "mentoring/told_thanks · of the mentor": replace(SAID, by_mentor=True),
    "mentoring/thanks · of the mentor": replace(SAID, by_mentor=True),
    "mentoring/handing · nobody is free": Handing(RUNNING, ()),
    "mentoring/told_quiet · all steps taken": QuietSeen(5, 4, "<b>阿木", 100_000_007, 6, None),
    "mentoring/card · nobody is free, to go on": replace(CARD, candidates=(), ways=Ways(), goes_on=True),
    "mentoring/card · asked": named(MentoringState.ASKED),
    "mentoring/card · meeting": named(MentoringState.MEETING),
    "mentoring/card · running": named(MentoringState.RUNNING),
    "mentoring/card · over": named(MentoringState.OVER),
}
LABELS: dict[str, object] = {
    "mentoring/ask": FITS[1],
    "mentoring/take": BARE,
    "mentoring/accept_named": Named("小满"),
    "mentoring/pass_on_named": Named("小满"),
    "mentoring/note_named": Named("小满"),
    "mentoring/hand_named": Named("小满"),
    "mentoring/hand_to": FITS[1],
}
