"""Tags: what is shown beside members' names, kept as it should be a few at a time."""

import json
from collections.abc import Iterator

from msgspec import Struct

from rules.honour.tag import tag_of, wanted
from rules.occasion import Occasion
from rules.people import PLAYING, Group, Member, Role
from rules.programme.programme import Programme
from rules.programme.version import plain
from rules.programme.wording import Wording, spoken
from rules.rights import Right
from rules.stage import Stage
from rules.works.challenge import SkillTrack
from rules.works.track_title import standing
from storage import facts, groups, members, rights, stages, tags
from storage.engine.tx import Tx
from storage.honour import honours
from storage.works import track_titles

EXAMINED = 200
DOUBTED = 500
SETTLED_S = 7 * 86_400
TITLES = "titles_shown"


class Shown(Struct, frozen=True):
    """The tag (empty: none) that Telegram shall show of the member in the group."""

    group: int
    member: int
    tag: str


class TagThere(Struct, frozen=True):
    """One group of a member's: whether the bot may set tags there."""

    title: str
    may: bool


class TagTitle(Struct, frozen=True):
    """A title of a track that can be shown; `chosen`: it is, where nothing goes before it."""

    track: SkillTrack
    title: Wording
    chosen: bool


class OwnTag(Struct, frozen=True):
    """A member's tag: what it is in their language (empty: nothing yet), whether they want none, where they are.

    `opened_by` is the title of the level that opens it, None when no level does. `titles` are those of tracks from which
    they may choose; `behind` is the one that they chose, where something goes before it.
    """

    tag: str
    off: bool
    opened_by: str | None
    places: tuple[TagThere, ...]
    titles: tuple[TagTitle, ...] = ()
    behind: Wording | None = None


def next_few(tx: Tx, occasion: Occasion) -> list[Shown]:
    """What Telegram shall be asked for in this minute: no more than the brand says, each group its share."""
    open_to = [group for group in groups.active(tx) if group.part in PLAYING and may(tx, group.id)]
    share = max(occasion.programme.tags.per_minute // max(len(open_to), 1), 1)
    found = [shown for group in open_to for shown in _of_group(tx, group, share, occasion)]
    return found[: occasion.programme.tags.per_minute]


def title_of(tx: Tx, member: Member, programme: Programme, locale: str) -> str:
    """What is to be shown beside the member's name in a group of that language; empty when nothing is."""
    roles, awards = members.roles(tx, member.id), honours.awards_of(tx, member.id)
    stage, track = stage_title(tx, member.id, programme), track_title(tx, member.id, programme)
    return tag_of(member, roles, awards, programme, locale, stage, track)


def stage_title(tx: Tx, member: int, programme: Programme) -> Wording | None:
    """What the member is called by the stage on which they stand, else by the honour that they keep; None without any."""
    standing, domain = stages.now_on(tx, member), stages.domain_of(tx, member)
    return programme.stages.title(standing.stage if standing else None, domain) or lasting_title(tx, member, programme)


def lasting_title(tx: Tx, member: int, programme: Programme) -> Wording | None:
    """What somebody is called for life who was honoured without duties, wherever they stand now."""
    return (
        programme.stages.title(Stage.ALUMNI, stages.domain_of(tx, member)) if stages.was_honoured(tx, member) else None
    )


def track_title(tx: Tx, member: int, programme: Programme) -> Wording | None:
    """The title of the track that the member wants to be shown; None where they hold none there."""
    return next((one.title for one in track_titles_of(tx, member, programme) if one.chosen), None)


def track_titles_of(tx: Tx, member: int, programme: Programme) -> tuple[TagTitle, ...]:
    """The member's titles, one for each track in which they hold one."""
    wanted_track, ladder = tags.track(tx, member), programme.track_titles
    held = {where: standing(theirs, ladder) for where, theirs in track_titles.of_member(tx, member).items()}
    return tuple(
        TagTitle(where, ladder.called(one.title), where.value == wanted_track)
        for where in SkillTrack
        if (one := held.get(where))
    )


def may(tx: Tx, group: int) -> bool:
    """Whether the bot may set tags there."""
    known = rights.of_group(tx, group)
    return known is not None and Right.TAGS in known.rights


def _of_group(tx: Tx, group: Group, share: int, occasion: Occasion) -> Iterator[Shown]:
    for one in tags.due(tx, group.id, EXAMINED):
        if share < 1:
            return
        member = members.get(tx, one.member)
        title = title_of(tx, member, occasion.programme, group.locale)
        tag = wanted(title, one.known, one.ours, off=one.off)
        if tag == (one.known or "") and not (one.doubted and title and not one.off):
            tags.settled(tx, group.id, member.id, occasion.now)
            continue
        share -= 1
        tags.asked_for(tx, group.id, member.id, tag, occasion.now)
        yield Shown(group.id, member.id, tag)


def doubt(tx: Tx, occasion: Occasion) -> int:
    """Once a night: what has stood for a week, and what was seen to differ, is looked at again."""
    return tags.doubt(tx, occasion.now - SETTLED_S, DOUBTED)


def settle_titles(tx: Tx, programme: Programme) -> None:
    """At start: with other titles, other levels that open the tag or other honours everybody is looked at again."""
    if not titles_settled(tx, programme) and facts.get(tx, TITLES) is not None:
        tags.mark_all(tx)
    facts.put(tx, TITLES, _titles(programme))


def titles_settled(tx: Tx, programme: Programme) -> bool:
    """Whether the titles are those of the last start."""
    return facts.get(tx, TITLES) == _titles(programme)


def _titles(programme: Programme) -> str:
    honoured = tuple((award.key, award.tag) for award in programme.awards)
    crafts = tuple((one.key, one.title) for one in programme.track_titles.titles)
    return json.dumps(plain((tuple(programme.levels), programme.tags.honours, honoured, crafts)), ensure_ascii=False)


def own(tx: Tx, member: Member, occasion: Occasion) -> OwnTag:
    """The member's tag as they see it."""
    programme = occasion.programme
    opened_by = programme.levels.opening("tag")
    tag = title_of(tx, member, programme, member.locale)
    there = tuple(TagThere(place.title, may(tx, place.group)) for place in tags.places(tx, member.id))
    titles = track_titles_of(tx, member.id, programme)
    chosen = next((one.title for one in titles if one.chosen), None)
    behind = None if chosen is None or tag == spoken(chosen, member.locale) else chosen
    return OwnTag(tag, tags.off(tx, member.id), opened_by.title if opened_by else None, there, titles, behind)


def is_shown(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """Whether something of ours stands beside the member's name in a group, or is going to."""
    own_ = own(tx, member, occasion)
    return bool(own_.tag) and not own_.off and any(place.may for place in own_.places)


def shows_office(tx: Tx, member: Member, role: Role, occasion: Occasion) -> bool:
    """Whether the title of that office stands beside the member's name in a group, or is going to: theirs goes first."""
    titles = (spoken(one.title, member.locale) for one in occasion.programme.tags.honours if one.role is role)
    return is_shown(tx, member, occasion) and own(tx, member, occasion).tag in titles


def choose(tx: Tx, member: Member, *, off: bool, occasion: Occasion) -> OwnTag:
    """Ours, or their own: from now on."""
    tags.set_off(tx, member.id, off)
    return own(tx, member, occasion)


def choose_track(tx: Tx, member: Member, track: SkillTrack, occasion: Occasion) -> OwnTag:
    """The title of that track, or that of none where it was chosen before: from now on."""
    tags.set_track(tx, member.id, None if tags.track(tx, member.id) == track.value else track.value)
    return own(tx, member, occasion)
