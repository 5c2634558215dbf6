"""The card: who somebody has become, as others see it."""

from collections import Counter

from msgspec import Struct

from actions.honour.featured_post import in_short
from actions.honour.portrait import standing
from actions.honour.tag import lasting_title, stage_title, track_title, track_titles_of
from rules.daily.feature import FeaturedPost
from rules.honour.badge import Held
from rules.honour.card import INTRO_MOST, OFFICES, CardPart, without
from rules.honour.tag import tag_of
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import STAFF, Member, Role
from rules.programme.badges import Badge
from rules.programme.wording import Wording, spoken
from rules.snippets import snippet
from rules.works import certificate
from rules.works.challenge import SkillTrack
from storage import audits, council_terms, figures, members, topic_moderators
from storage.engine.tx import Tx
from storage.honour import badges, cards, core_standings, featured_posts, honours, mentorings
from storage.teams import teammates
from storage.works import quiz_attempts

BADGES_SHOWN, WORKS_SHOWN, POSTS_SHOWN, IDEAS_SHOWN, MENTORED_SHOWN, TEAMS_SHOWN = 6, 3, 3, 3, 5, 5
WORDS_SHOWN = 16


class CardBadge(Struct, frozen=True):
    """A badge on a card."""

    emoji: str
    title: str


class CardHonour(Struct, frozen=True):
    """An award on a card."""

    title: str
    year: int


class CardWork(Struct, frozen=True):
    """Featured work on a card. Where another of the same challenge stands beside it, they are told apart by when each was
    handed in (`at`, UTC seconds) and its first `words`.
    """

    title: str
    link: str | None
    at: int | None = None
    words: str = ""


class CardIdea(Struct, frozen=True):
    """A suggestion that changed something; `version` is empty until it has shipped."""

    words: str
    version: str


class CardTeam(Struct, frozen=True):
    """A team project that was brought to its end, on a card: in which role."""

    title: str
    role: str


class CardTitle(Struct, frozen=True):
    """What somebody is called in a track, on a card."""

    track: SkillTrack
    title: Wording


class Card(Struct, frozen=True):
    """A member's card, by `title`, or by `role` for one of the staff. Of their `own` they see which parts they hide.

    `closed`: they want to be shown nowhere; `withdrawn`: so does its owner, who reads it.
    `more` badges are not among those that are shown; `since` is when they came to
    the groups (UTC seconds); `core`: they are in the core group. `portrayed`: whether they agree to have their photo in the
    hall of honour, None for one who is not in it, and on the cards of others.
    `mentored` are newcomers whom they accompany or have, by name.
    `talks`: at how many events they have spoken; `looks_after`: topics and themes whose moderator they are.
    `stage_title` is what they are called by their stage. They sit in the `council` until then (UTC seconds; None: without
    an end). `level` is the title of their level where `title` is another. `titles` are those of tracks,
    `posts` featured discoveries and shares; `certificates` are quizzes that certify. `lasting_title` is the honour that
    they keep beside the title of their stage.
    """

    member: int
    name: str
    role: Role | None
    title: str
    intro: str
    since: int | None
    stage_title: Wording | None
    honours: tuple[CardHonour, ...]
    badges: tuple[CardBadge, ...]
    more: int
    helped: int
    works: tuple[CardWork, ...]
    ideas: tuple[CardIdea, ...]
    mentored: tuple[str, ...]
    talks: int
    teams: tuple[CardTeam, ...]
    core: bool
    hides: tuple[CardPart, ...]
    own: bool
    closed: bool
    portrayed: bool | None
    looks_after: tuple[str, ...] = ()
    council: bool = False
    council_until: int | None = None
    level: str = ""
    titles: tuple[CardTitle, ...] = ()
    posts: tuple[FeaturedPost, ...] = ()
    withdrawn: bool = False
    certificates: tuple[str, ...] = ()
    lasting_title: Wording | None = None


def card(tx: Tx, viewer: Member, member: Member, occasion: Occasion) -> Card:
    """The member's card, without what they hide."""
    hides, own = cards.hidden(tx, member.id), viewer.id == member.id
    closed = member.hidden and not own
    shown = frozenset() if closed else frozenset(CardPart) - hides
    held = best_badges(tx, member, occasion) if CardPart.BADGES in shown else ()
    seat = council_terms.of_member(tx, member.id) if CardPart.COUNCIL in shown else None
    title = _title(tx, member, occasion, viewer.locale, shown)
    return Card(
        member.id,
        member.name,
        _role(tx, member),
        title,
        "" if closed else cards.intro(tx, member.id),
        cards.since(tx, member.id) if CardPart.SINCE in shown else None,
        stage_title(tx, member.id, occasion.programme) if CardPart.HONOURS in shown else None,
        _honours(tx, member) if CardPart.HONOURS in shown else (),
        held[:BADGES_SHOWN],
        max(len(held) - BADGES_SHOWN, 0),
        figures.people_helped(tx, member.id, occasion.now) if CardPart.HELPED in shown else 0,
        _works(tx, member) if CardPart.WORKS in shown else (),
        tuple(CardIdea(*one) for one in cards.ideas(tx, member.id, IDEAS_SHOWN)) if CardPart.IDEAS in shown else (),
        tuple(mentorings.accompanied(tx, member.id, MENTORED_SHOWN)) if CardPart.MENTORED in shown else (),
        figures.events_spoken(tx, member.id, occasion.now) if CardPart.TALKS in shown else 0,
        _teams(tx, member) if CardPart.TEAMS in shown else (),
        CardPart.CORE in shown and bool(core_standings.inside(tx, member.id)),
        tuple(sorted(hides)) if own else (),
        own,
        closed,
        standing(tx, member.id) if own else None,
        tuple(one.name for one in topic_moderators.of_member(tx, member.id)) if CardPart.LOOKS_AFTER in shown else (),
        seat is not None,
        seat.until if seat else None,
        "" if closed else _level(member, title, occasion, viewer.locale),
        _titles(tx, member, occasion) if CardPart.TITLES in shown else (),
        in_short(tx, featured_posts.shown_to(tx, member.id, viewer.id, POSTS_SHOWN)) if CardPart.WORKS in shown else (),
        withdrawn=own and member.hidden,
        certificates=_certificates(tx, member) if CardPart.CERTIFICATES in shown else (),
        lasting_title=_lasting(tx, member, occasion) if CardPart.HONOURS in shown else None,
    )


def introduce(tx: Tx, member: Member, words: str, occasion: Occasion) -> Card:
    """The member's line about themselves. Raises WordsTooLong."""
    cards.write(tx, member.id, within(" ".join(words.split()), INTRO_MOST))
    return card(tx, member, member, occasion)


def clear(tx: Tx, by: Member, member: Member, occasion: Occasion) -> Card:
    """The line goes from the card; where it was somebody else's, that is on record."""
    cards.write(tx, member.id, "")
    if by.id != member.id:
        audits.record(tx, occasion.now, by.id, "card.clear", member.id, None)
    return card(tx, by, member, occasion)


def change(tx: Tx, member: Member, part: CardPart, *, shown: bool, occasion: Occasion) -> Card:
    """Show or hide a part."""
    cards.hide(tx, member.id, without(cards.hidden(tx, member.id), part, shown=shown))
    return card(tx, member, member, occasion)


def _role(tx: Tx, member: Member) -> Role | None:
    """As what somebody of the staff stands beside the levels."""
    held = members.roles(tx, member.id) & STAFF
    return next((role for role in Role if role in held), None)


def _title(tx: Tx, member: Member, occasion: Occasion, locale: str, shown: frozenset[CardPart]) -> str:
    """As beside their name, without what they hide here."""
    programme, unsaid = occasion.programme, {role for part, role in OFFICES.items() if part not in shown}
    honoured, titled = CardPart.HONOURS in shown, CardPart.TITLES in shown
    awards = honours.awards_of(tx, member.id) if honoured else frozenset[str]()
    stage = stage_title(tx, member.id, programme) if honoured else None
    track = track_title(tx, member.id, programme) if titled else None
    roles = members.roles(tx, member.id) - unsaid
    return tag_of(member, roles, awards, programme, locale, stage, track) or programme.levels.named(member.level).title


def _lasting(tx: Tx, member: Member, occasion: Occasion) -> Wording | None:
    kept, programme = lasting_title(tx, member.id, occasion.programme), occasion.programme
    return None if kept == stage_title(tx, member.id, programme) else kept


def _level(member: Member, title: str, occasion: Occasion, locale: str) -> str:
    level = spoken(occasion.programme.levels.named(member.level).title, locale)
    return "" if level == spoken(title, locale) else level


def _titles(tx: Tx, member: Member, occasion: Occasion) -> tuple[CardTitle, ...]:
    return tuple(CardTitle(one.track, one.title) for one in track_titles_of(tx, member.id, occasion.programme))


def _honours(tx: Tx, member: Member) -> tuple[CardHonour, ...]:
    return tuple(CardHonour(one.title, one.year) for one in honours.of(tx, member.id))


def _works(tx: Tx, member: Member) -> tuple[CardWork, ...]:
    found = cards.works(tx, member.id, WORKS_SHOWN)
    many = Counter(title for title, *_ in found)
    return tuple(
        CardWork(title, link, at, snippet(words, WORDS_SHOWN)) if many[title] > 1 else CardWork(title, link)
        for title, link, at, words in found
    )


def _teams(tx: Tx, member: Member) -> tuple[CardTeam, ...]:
    return tuple(CardTeam(*one) for one in teammates.honours(tx, member.id, TEAMS_SHOWN))


def _certificates(tx: Tx, member: Member) -> tuple[str, ...]:
    return tuple(quiz_attempts.certificates(tx, member.id, certificate.SHOWN))


def best_badges(tx: Tx, member: Member, occasion: Occasion) -> tuple[CardBadge, ...]:
    """What the member has: the rare ones first, then the latest."""
    known = {badge.key: badge for badge in occasion.programme.badges}
    held = [(known[one.badge], one) for one in badges.of_member(tx, member.id) if one.badge in known]
    return tuple(CardBadge(badge.emoji, badge.title) for badge, _ in sorted(held, key=_worth))


def _worth(pair: tuple[Badge, Held]) -> tuple[bool, int]:
    badge, held = pair
    return not badge.rare, -held.at
