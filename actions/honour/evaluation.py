"""Badges and what staff are asked about trust and titles follow deeds: a moment after a deed for whom it touched, and
once a day for everybody.

Both ask the same statements and decide by the same function, so that they find the same.
"""

import json
from collections.abc import Collection, Mapping, Sequence

from actions.works import title_proposal, trust_proposal
from rules.honour.badge import BadgeState, Held
from rules.occasion import Occasion
from rules.programme.badges import Badge
from rules.programme.conditions import NAMED, met, still_true
from rules.programme.programme import Programme
from storage import facts, figures, members, touched
from storage.engine.tx import Tx
from storage.honour import badges

KNOWN = "badges_known"
COMPLETE = "badges_complete"
AT_ONCE = 100


def begin(tx: Tx, programme: Programme) -> None:
    """At the very first start nobody has a past, and no badge is new."""
    if facts.get(tx, KNOWN) is None and not members.agreed_after(tx, 0, 1):
        _know(tx, programme)


def unsettled(tx: Tx, programme: Programme) -> frozenset[str]:
    """Badges that are new or ask for something else, until everybody's past has been looked at."""
    known = json.loads(facts.get(tx, KNOWN) or "{}")
    return frozenset(badge.key for badge in programme.badges if known.get(badge.key) != badge.needs)


def after_deeds(tx: Tx, occasion: Occasion) -> int:
    """Look at some of those whose deeds were touched, by what touched them alone; at how many."""
    aside = unsettled(tx, occasion.programme)
    waiting = touched.waiting(tx, AT_ONCE)
    for member, sources in waiting.items():
        wanted = [badge for badge in occasion.programme.badges.reading(sources) if badge.key not in aside]
        if members.get(tx, member).covenant_version:
            _evaluate(tx, (member,), wanted, occasion, ())
            if sources & occasion.programme.trust.sources:
                trust_proposal.weigh(tx, member, member, occasion)
            if sources & occasion.programme.track_titles.sources:
                title_proposal.weigh(tx, member, member, occasion)
        touched.looked_at(tx, member, member)
    return len(waiting)


def is_due(tx: Tx, occasion: Occasion) -> bool:
    """Whether everybody has to be looked at: once a day, and when a badge is new."""
    return facts.get(tx, COMPLETE) != occasion.day.isoformat() or bool(unsettled(tx, occasion.programme))


def sweep(tx: Tx, after: int, many: int, occasion: Occasion) -> int | None:
    """Look at the next `many` members after that number, at all of their deeds; the number to go on from, None at the end."""
    people = members.agreed_after(tx, after, many)
    if not people:
        _know(tx, occasion.programme)
        facts.put(tx, COMPLETE, occasion.day.isoformat())
        return None
    _evaluate(tx, people, occasion.programme.badges, occasion, unsettled(tx, occasion.programme))
    trust_proposal.weigh(tx, people[0], people[-1], occasion)
    title_proposal.weigh(tx, people[0], people[-1], occasion)
    touched.looked_at(tx, people[0], people[-1])
    return people[-1]


def _know(tx: Tx, programme: Programme) -> None:
    facts.put(tx, KNOWN, json.dumps({badge.key: badge.needs for badge in programme.badges}))


def _evaluate(
    tx: Tx, people: Sequence[int], wanted: Sequence[Badge], occasion: Occasion, quiet: Collection[str]
) -> None:
    """Bring these badges of these members (by rising numbers) to where their deeds are."""
    held = badges.between(tx, people[0], people[-1])
    names = {name for badge in wanted for name in badge.needs} | _once_asked(held)
    found = figures.between(tx, sorted(names), people[0], people[-1], occasion.now) if wanted else {}
    for member in people:
        theirs, have = held.get(member, {}), found.get(member, {})
        for badge in wanted:
            if badge.needs:
                _settle(tx, member, badge, theirs.get(badge.key), have, occasion, quiet=badge.key in quiet)


def _once_asked(held: Mapping[int, Mapping[str, Held]]) -> set[str]:
    """What was asked for when they were earned, which may be something else by now."""
    return {name for theirs in held.values() for one in theirs.values() for name in one.needs if name in NAMED}


def _settle(
    tx: Tx, member: int, badge: Badge, one: Held | None, have: Mapping[str, int], occasion: Occasion, *, quiet: bool
) -> None:
    """Award what is earned; doubt what was earned and is true no longer, which staff decide."""
    if one is None or one.state is BadgeState.LAPSED:
        if met(badge.needs, have):
            badges.award(tx, member, badge.key, badge.needs, occasion.now, quiet=quiet)
    elif one.state is BadgeState.HELD and not still_true(one.needs, have):
        badges.doubt(tx, member, badge.key, doubted=True)
    elif one.state is BadgeState.DOUBTED and still_true(one.needs, have):
        badges.doubt(tx, member, badge.key, doubted=False)
