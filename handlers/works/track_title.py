"""`/title`: one's titles of the tracks and what the next ones take; staff look at others, give and take them by hand."""

from actions.works import track_title as actions
from handlers.call import Call
from handlers.effects import DAY_S, Button, Effects, Keyboard, Reply, Whisper
from handlers.persons import about_somebody, chosen, person_of
from handlers.routes import ALL_STAFF, MODERATORS, Command, Press, Shelf, Start
from handlers.works.title_told import told
from messages.vocabulary import meant, vocabulary
from rules.people import Member
from rules.programme.track_titles import TrackTitle
from rules.programme.wording import Wording, each_of
from rules.refusals import NotAllowed
from rules.works.challenge import SkillTrack
from rules.works.track_title import NO_TITLE, TitleUnclear, key_of, standing
from storage import members
from storage.engine.tx import Tx
from storage.works import track_titles


def title(call: Call, tx: Tx) -> Effects:
    """One's own; with a person named, what staff do."""
    return of_somebody(call, tx) if about_somebody(call) else own(call, tx)


def own(call: Call, tx: Tx) -> Effects:
    """Each track with what is held, and what the next title takes."""
    seen = actions.seen(tx, call.member, call.member, call.occasion)
    if call.chat.group is None:
        return Reply("track_title/seen", seen, buttons=_ways())
    return Whisper("track_title/seen", seen)


def _ways() -> Keyboard:
    return ((Button("track_title/tag", "tag.choices", once=False, lasts_s=30 * DAY_S),),)


def of_somebody(call: Call, tx: Tx) -> Effects:
    """`/title @who` shows theirs to staff, `/title @who track title reason` gives or takes one."""
    if not call.roles & ALL_STAFF:
        raise NotAllowed
    words = vocabulary("challenge", call.member.locale)
    named = person_of(call, tx, "title", lambda word: words.choice_called("track", word) is not None)
    track, _, rest = named.words.strip().partition(" ")
    if not track:
        return Whisper("track_title/seen", actions.seen(tx, call.member, named.member, call.occasion))
    if not call.roles & MODERATORS:
        raise NotAllowed(staff=True)
    craft = words.choice_called("track", track)
    if craft is None:
        raise TitleUnclear(_titles(call))
    return _put(call, tx, named.member, SkillTrack(craft), rest.strip())


def _put(call: Call, tx: Tx, member: Member, track: SkillTrack, words: str) -> Effects:
    key, reason = _named(call, track, words)
    held = standing(track_titles.in_track(tx, member.id, track), call.occasion.programme.track_titles)
    before = actions.known_before(tx, member.id, track, key_of(held))
    done = actions.entrust(tx, call.member, member, track, key, reason, call.occasion)
    return Reply("track_title/set", done), told(done, before)


def _named(call: Call, track: SkillTrack, words: str) -> tuple[str, str]:
    """Which title of the track the words begin with (empty: none), and the reason after it. Raises TitleUnclear."""
    ladder = call.occasion.programme.track_titles
    spelled = [(name, one.key) for one in ladder.of(track.value) for name in _names(one)]
    for name, key in sorted(spelled, key=lambda pair: -len(pair[0])):
        if words.casefold().startswith(name.casefold()):
            return key, words[len(name) :].strip()
    first, _, rest = words.partition(" ")
    if first and meant("track_title", "held", first) == "none":
        return NO_TITLE, rest.strip()
    raise TitleUnclear(_titles(call))


def _names(one: TrackTitle) -> tuple[str, ...]:
    return (one.key, *each_of(one.title))


def _titles(call: Call) -> tuple[Wording, ...]:
    return tuple(one.title for one in call.occasion.programme.track_titles.titles)


def shown(call: Call, tx: Tx) -> Effects:
    """From a member's card, for one of the staff alone."""
    member = members.get(tx, call.data["member"])
    return Whisper("track_title/seen", actions.seen(tx, call.member, member, call.occasion))


ROUTES = (
    Command("title", title, shelf=Shelf.CHALLENGES, place=39, menu=False, fades=True, discreet=True),
    Start("title", own),
    Press("title.chosen", chosen(title), who=MODERATORS),
    Press("title.shown", shown, who=ALL_STAFF),
)
