"""Private messages that matter so much that staff hear of it when they have to wait for their person."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Effect, Post, Tell, Whisper
from handlers.notices import to_staff
from rules.people import STAFF, Member
from rules.values import replace
from storage import members
from storage.engine.tx import Tx

NAMED = 10

# What each is about, by its label in messages/<locale>/missed/labels.toml. What one says in confidence to the team
# (feedback/*) is not among them: that somebody waits for an answer of that kind is nobody's to know.
WEIGHTY = {
    "sanction/told": "sanction",
    "sanction/lifted": "sanction",
    "appeal/told": "appeal",
    "contact/answered": "answer",
    "order/code": "code",
    "order/sent": "order",
    "order/returned": "order",
    "cocreation/told_prize": "prize",
    "cocreation/told_back": "prize",
    "ceremony/told_revoked": "award",
    "event/told_off": "event",
    "event/changed": "event",
    "event/speaker_changed": "event",
    "event/told_removed": "event",
    "event/offered": "event",
    "project/begun": "project",
    "project/told_dissolved": "project",
    "project/told_paid": "project",
    "resource/granted": "resource",
    "resource/handed": "resource",
    "resource/longer": "resource",
    "resource/not_longer": "resource",
    "resource/told": "resource",
    "resource/changed": "resource",
    "plan/said": "plan",
    "plan/offered": "plan",
    "plan/answered": "plan",
    "plan/agreed": "plan",
    "look/answered": "look",
    "submission/approved": "review",
    "submission/featured": "review",
    "submission/returned": "review",
    "core/put_out": "core",
    "core/goodbye": "core",
    "council/invited": "council",
    "roles/entrusted": "role",
    "roles/relieved": "role",
    "topic_moderator/entrusted": "role",
    "mentor/told": "role",
}


class Waits(Struct, frozen=True):
    """What was told waits for those `names`, and `more`, who can't be written to; `about` says what it was."""

    about: str
    names: tuple[str, ...]
    more: int = 0


class Unreached(Struct, frozen=True):
    """What was just told does not arrive: `names` of those who can't be written to, and how many `more` there are."""

    names: tuple[str, ...]
    more: int


def unreached(call: Call, tx: Tx, effects: Sequence[Effect]) -> list[Effect]:
    """Staff by whose act somebody is told what has to wait hear of it themselves; else all of them do, if it matters."""
    if not call.roles & STAFF:
        return told_to_wait(tx, effects)
    told = dict.fromkeys(one.member for one in effects if isinstance(one, Tell) and _silently(one))
    people = [members.get(tx, member) for member in told if member != call.member.id]
    away = [one.name for one in people if not one.reachable and not one.forgotten]
    if not away:
        return []
    return [Whisper("welcome/unreached", Unreached(tuple(away[:NAMED]), len(away[NAMED:])))]


def _silently(told: Tell) -> bool:
    return told.unless_reachable is None and not told.says_so


def told_to_wait(tx: Tx, effects: Sequence[Effect]) -> list[Effect]:
    """Staff hear of what was told by nobody's hand of theirs and waits for its person."""
    found: dict[str, list[Member]] = {}
    for one in effects:
        if isinstance(one, Tell) and one.template in WEIGHTY and _silently(one):
            member = members.get(tx, one.member)
            if not (member.reachable or member.forgotten):
                found.setdefault(WEIGHTY[one.template], []).append(member)
    return [post for about, waiting in found.items() for post in waits(tx, about, waiting)]


def waits(tx: Tx, about: str, waiting: Iterable[Member]) -> list[Effect]:
    """One line about it; those that wait for the same chat are gathered."""
    names = tuple(dict.fromkeys(member.name for member in waiting))
    told = to_staff(tx, "missed/waits", Waits(about, names[:NAMED], len(names[NAMED:])))
    return [replace(one, gather="missed/waiting") if isinstance(one, Post) else one for one in told]
