"""The ladder in force, and what another one changes at start: only what its thresholds say."""

import json

from msgspec import Struct

from actions.honour.tag import settle_titles
from actions.shop.reward import settle_terms
from rules.programme.levels import Levels, succeeding
from rules.programme.programme import Programme
from storage import ballots, facts, standings
from storage.engine.tx import Tx
from storage.ledger import promotions
from storage.offers import resources
from storage.standings import MemberFigures

IN_FORCE = "ladder_in_force"


class LadderInForce(Struct, frozen=True):
    """A ladder by keys and thresholds, lowest first, and since when (UTC seconds); without any, it never was another."""

    since: int
    thresholds: dict[str, int]

    def is_that_of(self, levels: Levels) -> bool:
        """Whether these levels, under whatever titles, are the ones in force."""
        return not self.thresholds or list(self.thresholds.items()) == list(levels.thresholds().items())


class Settled(Struct, frozen=True):
    """How many people climbed by another ladder, and the numbers of the rewards whose terms it moved."""

    climbed: int
    rewards: tuple[int, ...]


def in_force(tx: Tx) -> LadderInForce:
    """The ladder with which the bot started last."""
    known = json.loads(facts.get(tx, IN_FORCE) or "[0, {}]")
    return LadderInForce(*known)


def settle(tx: Tx, programme: Programme, now: int) -> Settled:
    """Put the programme's levels in force.

    Nobody falls because of another ladder. Whose level is no longer there stands where the thresholds say, and is not
    congratulated: it is the ladder that moved.
    """
    settle_titles(tx, programme)
    before, levels = in_force(tx), programme.levels
    moved = settle_terms(tx, programme, before.thresholds)
    _reopen_votes(tx, levels, before)
    _reopen_resources(tx, levels, before)
    if before.thresholds and before.is_that_of(levels):
        return Settled(0, moved)
    facts.put(tx, IN_FORCE, json.dumps([now, levels.thresholds()]))
    _leave(tx, before, levels)
    return Settled(sum(_place(tx, one, levels, now) for one in list(standings.everybody(tx))), moved)


def _reopen_votes(tx: Tx, levels: Levels, before: LadderInForce) -> None:
    """A vote for those of a level that is gone is for those of the nearest that asks for no less."""
    for level in ballots.levels_asked_for(tx):
        if not levels.knows(level):
            ballots.ask_for(tx, level, succeeding(levels, level, before.thresholds))


def _reopen_resources(tx: Tx, levels: Levels, before: LadderInForce) -> None:
    """What is lent to those of a level that is gone is for those of the nearest that asks for no less."""
    for level in resources.levels_asked_for(tx):
        if not levels.knows(level):
            resources.ask_for(tx, level, succeeding(levels, level, before.thresholds))


def _leave(tx: Tx, before: LadderInForce, levels: Levels) -> None:
    """Whoever stands on the first level by having reached none keeps it by name; news of levels that are gone are moot."""
    first = next(iter(before.thresholds), levels[0].key)
    if first != levels[0].key:
        promotions.add_first(tx, first)
        standings.name_first_level(tx, first)
    for gone in before.thresholds.keys() - levels.thresholds().keys():
        promotions.withdraw_all(tx, gone)


def _place(tx: Tx, one: MemberFigures, levels: Levels, now: int) -> bool:
    """Whether the member has climbed."""
    stands, known = levels.standing(one.contribution, one.level), levels.knows(one.level)
    if stands == levels.named(one.level) and known:
        return False
    standings.set_level(tx, one.member, stands.key)
    promotions.add(tx, one.member, stands.key, one.level, None, now, told=not known)
    return known
