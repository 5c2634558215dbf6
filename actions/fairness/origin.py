"""Why somebody has a badge, an award, a level, a title or a step of trust, or has it no more: what happened, when, on what."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rules.fairness.origin import OriginKind, Thing, Turn
from rules.honour.badge import BadgeState
from rules.occasion import Occasion
from rules.people import Member, Role
from rules.programme.conditions import NAMED, Checked, Needs, Source, checklist
from rules.programme.privileges import COUNCIL_SEAT
from rules.programme.trust import TrustStep
from rules.source import Domain
from rules.stage import Stage
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.desk_proposal import ProposalState
from rules.works.track_title import TitleProposal
from rules.works.trust_proposal import TrustProposal
from storage import figures, members, stages
from storage.audits import Act
from storage.engine.tx import Tx
from storage.fairness import origins
from storage.fairness.origins import AnswerAccepted
from storage.honour import badges
from storage.works import desk_proposals, growth, title_proposals, track_titles, trust, trust_evidence, work_evidence
from storage.works.track_titles import TitleHistory

SHOWN = 5
PEOPLE = frozenset({"people_helped", "newcomers_helped"})
OF_ACT = {
    "badge.give": Turn.GIVEN,
    "badge.kept": Turn.KEPT,
    "badge.revoked": Turn.REVOKED,
    "badge.lapsed": Turn.LAPSED,
}


class TurnTold(Struct, frozen=True):
    """One thing that happened, `at` that moment (UTC seconds; None: it is so now), in `year` where that counts.

    `asks` are the conditions that were met, `reason` the words of whoever decided (`by`, where they put their name to it).
    """

    what: Turn
    at: int | None
    reason: str = ""
    by: str = ""
    asks: tuple[Checked, ...] = ()
    year: int = 0


class OriginWork(Struct, frozen=True):
    """A work that counted: of which challenge, and where it stands."""

    title: str
    link: str | None


class Origin(Struct, frozen=True):
    """What became of one thing, oldest first, and what speaks for it. `stands`: the member has it.

    Of what they may still earn: what it `asks`, as far as they have come; `missing` is the contribution that a level
    still asks for, also the one that an office needs. A title is that of a `track`; a stage and an office have a `key`.
    """

    kind: OriginKind
    emoji: str
    title: str
    stands: bool
    turns: tuple[TurnTold, ...]
    asks: tuple[Checked, ...] = ()
    missing: int = 0
    works: tuple[OriginWork, ...] = ()
    helped: tuple[str, ...] = ()
    answers: tuple[AnswerAccepted, ...] = ()
    track: SkillTrack | None = None
    key: str = ""


class Origins(Struct, frozen=True):
    """Everything of the name that was asked about."""

    things: tuple[Origin, ...]


def trace(tx: Tx, member: Member, things: Iterable[Thing], occasion: Occasion) -> Origins:
    """Where the member's things of these kinds come from."""
    return Origins(tuple(TRACED[one.kind](tx, member, one.key, occasion) for one in things))


def _badge(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    badge, held = occasion.programme.badges.named(key), badges.of_key(tx, member.id, key)
    assert badge is not None, key
    turns = [_decided(tx, act, occasion) for act in origins.decided(tx, member.id) if act.detail.get("badge") == key]
    if held is not None and held.given_by is None:
        turns.append(TurnTold(Turn.EARNED, held.at, asks=checklist(held.needs, held.needs)))
    if held is not None and held.state is BadgeState.DOUBTED:
        turns.append(TurnTold(Turn.DOUBTED, None))
    stands = held is not None and held.state not in (BadgeState.REVOKED, BadgeState.LAPSED)
    told = Origin(OriginKind.BADGE, badge.emoji, badge.title, stands, _in_order(turns))
    return _with_evidence(tx, member, told, badge.needs, occasion)


def _decided(tx: Tx, act: Act, occasion: Occasion) -> TurnTold:
    """One that came with an award names it."""
    given = act.act == "badge.give"
    award = occasion.programme.awards.named(act.detail.get("award", ""))
    if given and award is not None:
        return TurnTold(Turn.CAME_ALONG, act.at, award.title, year=act.detail["year"])
    return TurnTold(OF_ACT[act.act], act.at, act.reason or "", members.get(tx, act.actor).name if given else "")


def _award(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    award, given = occasion.programme.awards.named(key), origins.honoured(tx, member.id, key)
    assert award is not None, key
    turns = [TurnTold(Turn.HONOURED, one.given_at, one.citation, one.by, year=one.year) for one in given]
    turns += [TurnTold(Turn.TAKEN_BACK, one.revoked_at, one.revoked_for or "") for one in given if one.revoked_at]
    stands = any(one.revoked_at is None for one in given)
    return Origin(OriginKind.AWARD, "🏆", award.title, stands, _in_order(turns))


def _level(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    levels, at = occasion.programme.levels, origins.reached(tx, member.id, key)
    level, stands = levels.named(key), not levels.higher(key, member.level)
    turns = (TurnTold(Turn.REACHED, at),) if at is not None and stands else ()
    return Origin(OriginKind.LEVEL, "", level.title, stands, turns, missing=max(level.at - member.contribution, 0))


def _trust(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    step, standing = TrustStep(key), trust.of_member(tx, member.id)
    turns = [turn for one in origins.proposed(tx, member.id) if (turn := _proposed(one, step))]
    by_hand = [act for act in origins.decided(tx, member.id) if act.act == trust.GIVEN]
    turns += [turn for act in by_hand if (turn := _put(act, step))]
    stands = standing.step.place >= step.place
    told = Origin(OriginKind.TRUST, "🧭", step.value, stands, _in_order(turns))
    return _with_evidence(tx, member, told, occasion.programme.trust.asks(step), occasion)


def _proposed(one: TrustProposal, step: TrustStep) -> TurnTold | None:
    question, confirmed = one.question, one.state is ProposalState.CONFIRMED
    if question.rises and question.step is step:
        what = Turn.CONFIRMED if confirmed else Turn.DECLINED
        asks = checklist(question.needs, question.needs) if confirmed else ()
        return TurnTold(what, one.settled_at, one.reason or "", asks=asks)
    if not question.rises and question.stood_on is step:
        return TurnTold(Turn.LAPSED if confirmed else Turn.KEPT, one.settled_at)
    return None


def _put(act: Act, step: TrustStep) -> TurnTold | None:
    if act.detail.get("step") == step.value:
        return TurnTold(Turn.PUT, act.at, act.reason or "")
    return TurnTold(Turn.LEFT, act.at, act.reason or "") if act.detail.get("before") == step.value else None


def _in_order(turns: Sequence[TurnTold]) -> tuple[TurnTold, ...]:
    """Oldest first; what is so now stands at the end."""
    return tuple(sorted(turns, key=lambda turn: (turn.at is None, turn.at or 0)))


def _with_evidence(tx: Tx, member: Member, told: Origin, needs: Needs, occasion: Occasion) -> Origin:
    """What counted for it, where the member has it; else what it asks for."""
    if not told.stands and told.turns and told.turns[-1].what is Turn.REVOKED:
        return told
    if not told.stands:
        asks = checklist(needs, figures.of_member(tx, sorted(needs), member.id, occasion.now))
        return Origin(told.kind, told.emoji, told.title, False, told.turns, asks)
    met = {line.condition for turn in told.turns for line in turn.asks}
    reads = {source for name in met & NAMED.keys() for source in NAMED[name].reads}
    works = work_evidence.latest(tx, member.id, SHOWN) if Source.WORKS in reads else []
    helped = trust_evidence.helped(tx, member.id, SHOWN) if met & PEOPLE else []
    answers = origins.answers(tx, member.id, SHOWN) if Source.ANSWERS in reads else []
    shown = tuple(OriginWork(title, link) for title, link, _ in works)
    return Origin(
        told.kind,
        told.emoji,
        told.title,
        True,
        told.turns,
        works=shown,
        helped=tuple(helped),
        answers=tuple(answers),
    )


def _title(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    """In the one track in which there is most to tell of it."""
    ladder = occasion.programme.track_titles
    one, track = ladder.named(key), _track_of(tx, member.id, key, occasion)
    assert one is not None, key
    turns = [turn for row in track_titles.history(tx, member.id, track, key) for turn in _given(row)]
    decided = desk_proposals.decided(tx, title_proposals.KIND, member.id, 10 * SHOWN)
    turns += [turn for asked in decided if asked.question.track is track and (turn := _asked(asked, key))]
    told = Origin(OriginKind.TITLE, "🎨", one.title, False, _in_order(turns), track=track)
    if track_titles.has_at_least(tx, member.id, key, ladder, track):
        works = work_evidence.of_track(tx, member.id, track, SHOWN)
        return replace(told, stands=True, works=tuple(OriginWork(title, link) for title, link, _ in works))
    needs = one.asks(track)
    return replace(told, asks=checklist(needs, figures.of_member(tx, sorted(needs), member.id, occasion.now)))


def _track_of(tx: Tx, member: int, key: str, occasion: Occasion) -> SkillTrack:
    """Where they hold it, else where something became of it, else where they have begun."""
    ladder = occasion.programme.track_titles
    holds = [track for track in SkillTrack if track_titles.has_at_least(tx, member, key, ladder, track)]
    had = [track for track in SkillTrack if track_titles.history(tx, member, track, key)]
    asked = [
        one.question.track
        for one in desk_proposals.decided(tx, title_proposals.KIND, member, SHOWN)
        if one.question.title == key
    ]
    found: list[SkillTrack] = [*holds, *had, *asked, *growth.tracks(tx, member), *SkillTrack]
    return found[0]


def _given(row: TitleHistory) -> list[TurnTold]:
    given = TurnTold(Turn.CONFIRMED, row.given_at, asks=checklist(row.needs, row.needs))
    if not row.needs:
        given = TurnTold(Turn.PUT, row.given_at, row.reason)
    return [given, *([TurnTold(Turn.REVOKED, row.taken_at, row.taken_for or "")] if row.taken_at else [])]


def _asked(one: TitleProposal, key: str) -> TurnTold | None:
    question = one.question
    if one.state is not ProposalState.DECLINED:
        return None
    if question.rises and question.title == key:
        return TurnTold(Turn.DECLINED, one.settled_at, one.reason or "")
    return TurnTold(Turn.KEPT, one.settled_at) if not question.rises and question.stood_on == key else None


def _stage(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    """The title of a stage, for whoever comes from there; that of an honour without duties stays."""
    name, _, domain = key.partition("_")
    stage, asked = Stage(name), occasion.programme.stages
    title = asked.title(stage, Domain(domain))
    assert title is not None, key
    known = stages.history(tx, member.id) if stages.domain_of(tx, member.id).value == domain else []
    stood = [one for one in known if one.stage is stage]
    turns = [TurnTold(Turn.BEGUN, one.since, by=members.get(tx, one.by).name if one.by else "") for one in stood]
    stays = stage is Stage.ALUMNI and bool(stood) and stages.was_honoured(tx, member.id)
    turns += [TurnTold(Turn.ENDED, one.until) for one in stood if one.until and not stays]
    stands = stays or any(one.until is None for one in stood)
    told = Origin(OriginKind.STAGE, "🌿", title, stands, _in_order(turns), key=name)
    return told if stands else replace(told, asks=_asked_now(tx, member, asked.asks(stage), occasion))


def _office(tx: Tx, member: Member, key: str, occasion: Occasion) -> Origin:
    """An office that they hold, or what is asked of whoever does."""
    programme, given = occasion.programme, origins.office(tx, member.id, key)
    title = next(one.title for one in programme.tags.honours if one.role == key)
    if given is not None:
        by = members.get(tx, given.by).name if given.by else ""
        return Origin(OriginKind.OFFICE, "🤲", title, True, (TurnTold(Turn.BEGUN, given.at, by=by),), key=key)
    needs = {
        Role.MENTOR: programme.mentors.needs,
        Role.COUNCIL: programme.council.needs,
        Role.TOPIC_MODERATOR: programme.topic_moderators.needs,
    }[Role(key)]
    missing = _to_council(member, occasion) if key == Role.COUNCIL else 0
    return Origin(OriginKind.OFFICE, "🤲", title, False, (), _asked_now(tx, member, needs, occasion), missing, key=key)


def _to_council(member: Member, occasion: Occasion) -> int:
    """The contribution that is missing to the level that opens a seat."""
    levels = occasion.programme.levels
    level = levels.opening(COUNCIL_SEAT)
    if level is None or levels.opens(levels.standing(member.contribution, member.level).key, COUNCIL_SEAT):
        return 0
    return max(level.at - member.contribution, 0)


def _asked_now(tx: Tx, member: Member, needs: Needs, occasion: Occasion) -> tuple[Checked, ...]:
    return checklist(needs, figures.of_member(tx, sorted(needs), member.id, occasion.now))


TRACED = {
    OriginKind.BADGE: _badge,
    OriginKind.AWARD: _award,
    OriginKind.LEVEL: _level,
    OriginKind.TRUST: _trust,
    OriginKind.TITLE: _title,
    OriginKind.STAGE: _stage,
    OriginKind.OFFICE: _office,
}
