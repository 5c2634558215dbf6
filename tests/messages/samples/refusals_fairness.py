"""What the refusals of what staff give, take back and ask speak about."""

from actions.fairness.covenant import CovenantChanged
from rules.fairness.batch import NoSuchBatch, TooManyPeople
from rules.fairness.contact import ContactTooLong
from rules.fairness.grant import (
    AgainByAnother,
    AlreadyGiven,
    AlreadyProposed,
    GrantTooLarge,
    GrantUnclear,
    NotThatMany,
    ProposerGone,
    ReasonNeeded,
    StaffGroupNeeded,
)
from rules.fairness.origin import NothingCalledThat
from rules.fairness.undo import RangeBackwards, TooManyEntries, UndoUnclear
from rules.ledger.ledger import AlreadyReversed, NoSuchEntry, NotReversible
from rules.ledger.reversals import EarnedAgain, ShareNeedsAnswer
from tests.messages.samples.moments import at

NOW = at(18, 9, 6)
SAMPLES: dict[str, object] = {
    "refusals/proposer_gone": ProposerGone("阿宁"),
    "refusals/already_proposed": AlreadyProposed("林晓", 500),
    "refusals/already_given": AlreadyGiven("林晓", 20, "莫莫", NOW - 300),
    "refusals/already_reversed": AlreadyReversed(123, 126),
    "refusals/contact_too_long": ContactTooLong(2140, 2000),
    "refusals/covenant_changed": CovenantChanged(2),
    "refusals/again_by_another": AgainByAnother(126),
    "refusals/earned_again": EarnedAgain(126),
    "refusals/grant_too_large": GrantTooLarge(10_000),
    "refusals/grant_unclear": GrantUnclear("1 000", 1000),
    "refusals/no_such_batch": NoSuchBatch(9),
    "refusals/no_such_entry": NoSuchEntry(9999),
    "refusals/not_reversible": NotReversible(124),
    "refusals/nothing_called_that": NothingCalledThat("好人卡"),
    "refusals/not_that_many": NotThatMany("林晓", 30),
    "refusals/range_backwards": RangeBackwards("3-1", "1-3"),
    "refusals/reason_needed": ReasonNeeded("grant"),
    "refusals/share_needs_answer": ShareNeedsAnswer(12),
    "refusals/staff_group_needed": StaffGroupNeeded(200),
    "refusals/too_many_entries": TooManyEntries(50),
    "refusals/too_many_people": TooManyPeople(50),
    "refusals/undo_unclear": UndoUnclear("1,234"),
}
MORE: dict[str, object] = {
    "refusals/earned_again · and taken back": EarnedAgain(126, 131),
    "refusals/nothing_called_that · a long one": NothingCalledThat("好人卡" * 16),
    "refusals/reason_needed · for a list": ReasonNeeded("grants"),
    "refusals/reason_needed · to take back": ReasonNeeded("undo"),
    "refusals/already_given · points that were taken": AlreadyGiven("林晓", -20, "莫莫", NOW - 300),
    "refusals/already_proposed · points to be taken": AlreadyProposed("林晓", -500),
    "refusals/already_reversed · along with another entry": AlreadyReversed(124, 0),
    "refusals/grant_unclear · no number": GrantUnclear("20分夜里帮新车友拖车", 0),
    "refusals/grant_unclear · nothing was written": GrantUnclear("", 0),
    "refusals/undo_unclear · nothing was written": UndoUnclear(""),
}
