"""How mentors, newcomers and their pairs stand before everybody: cards, notes and buttons that several routes share."""

from msgspec import Struct

from actions.honour import mentoring, mentoring_seen
from actions.honour.mentor import MentorOfferCard
from actions.honour.mentoring_seen import MentoringCard, MentoringSeen
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard, Link, Note, Post, Tell
from rules.honour.mentor import OfferState, Ways
from rules.honour.mentoring import Mentoring
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Member
from rules.works.challenge import SkillTrack
from storage import groups
from storage.engine.tx import Tx
from storage.honour import mentors

LASTS_S = 60 * DAY_S
STAFF_S = 180 * DAY_S


class Named(Struct, frozen=True):
    """Whom a button is about."""

    name: str


def question(tx: Tx, member: Member, occasion: Occasion) -> Keyboard:
    """The way to a mentor below an answer that is due anyway; asked once, and nothing where it is not due."""
    return ((Link("mentor/question", start="mentor"),),) if mentoring.question_due(tx, member, occasion) else ()


def ways_buttons(noun: str, ways: Ways, on: tuple[str, ...]) -> Keyboard:
    """What is told, each track in its place; then the car and one's own words; then how it goes `on`."""
    tracks = [_track(noun, track, ticked=track in ways.tracks) for track in SkillTrack]
    parts = tuple(button(f"mentor/{part}", f"{noun}.write", {"part": part}) for part in ("car", "words"))
    return (tuple(tracks[:3]), tuple(tracks[3:]), parts, *((button(f"{noun}/{key}", f"{noun}.{key}"),) for key in on))


def _track(noun: str, track: SkillTrack, *, ticked: bool) -> Button:
    data = {"track": track.value}
    label = f"challenge/track_{track}"
    return Button(label, f"{noun}.turn", data, once=False, lasts_s=LASTS_S, ticked=ticked)


def button(label: str, action: str, data: dict[str, int | str] | None = None, outcome: object = None) -> Button:
    """A button that may be pressed again."""
    return Button(label, action, data or {}, outcome, once=False, lasts_s=LASTS_S)


def staff_button(label: str, action: str, data: dict[str, int], outcome: object = None) -> Button:
    """A button below a card of the staff."""
    return Button(label, action, data, outcome, anyone=True, once=False, lasts_s=STAFF_S)


# Offers to be a mentor -------------------------------------------------------------------------------------------


def offer_posted(tx: Tx, card: MentorOfferCard) -> list[Effect]:
    """The offer is put before the staff, if they have a group."""
    desk = groups.staff(tx)
    return [Post(desk.id, "mentor/card", card, offer_buttons(card), keep=f"mentor:{card.id}")] if desk else []


def offer_edited(card: MentorOfferCard) -> Edit:
    """The card says what has become of it."""
    return Edit("mentor/card", card, offer_buttons(card), keep=f"mentor:{card.id}")


def offer_buttons(card: MentorOfferCard) -> Keyboard:
    """What staff decide."""
    if card.state is not OfferState.WAITING:
        return ()
    data = {"offer": card.id}
    return (tuple(staff_button(f"mentor/{key}", f"mentor.{key}", data) for key in ("confirm", "decline")),)


# A newcomer's wish -----------------------------------------------------------------------------------------------


def posted(tx: Tx, found: Mentoring, occasion: Occasion) -> list[Effect]:
    """The wish is put before the staff, if they have a group."""
    desk, card = groups.staff(tx), mentoring_seen.card(tx, found, occasion)
    return [Post(desk.id, "mentoring/card", card, buttons(card), keep=_name(found))] if desk else []


def posted_anew(tx: Tx, found: Mentoring, occasion: Occasion) -> list[Effect]:
    """The wish is put before the staff once more; its card further up has no buttons any more and says where it is."""
    named = mentoring.named(tx, found)
    return [Edit("mentoring/card_below", named, keep=_name(found)), *posted(tx, found, occasion)]


def edited(tx: Tx, found: Mentoring, occasion: Occasion) -> Edit:
    """The card says how it stands."""
    card = mentoring_seen.card(tx, found, occasion)
    return Edit("mentoring/card", card, buttons(card), keep=_name(found))


def buttons(card: MentoringCard) -> Keyboard:
    """A button for each mentor who fits."""
    return [
        [staff_button("mentoring/ask", "mentoring.ask", {"mentoring": card.id, "mentor": one.member}, one)]
        for one in card.candidates
    ]


def _name(found: Mentoring) -> str:
    return f"mentoring:{found.id}"


def told_asked(tx: Tx, found: Mentoring) -> Note:
    """The mentor reads it with their day, and answers by a button."""
    assert found.mentor is not None
    seen = mentoring_seen.wish_seen(tx, found, mentors.get(tx, found.mentor).ways)
    return Note(found.mentor, Matter.ANSWER, f"mentoring:{found.id}", "mentoring/told_asked", seen, asked(found.id))


def asked(number: int, name: str = "") -> Keyboard:
    """The mentor's answers; with the newcomer's name where several stand together."""
    data: dict[str, int | str] = {"mentoring": number}
    suffix, whom = ("_named", Named(name)) if name else ("", None)
    return (tuple(button(f"mentoring/{key}{suffix}", f"mentoring.{key}", data, whom) for key in ("accept", "pass_on")),)


def told_found(tx: Tx, found: Mentoring, occasion: Occasion) -> Tell:
    """The newcomer hears who is willing, and says how they want to meet."""
    seen = mentoring_seen.seen(tx, found, occasion)
    return Tell(found.newcomer, "mentoring/found", seen, meeting(seen))


def meeting(seen: MentoringSeen) -> Keyboard:
    """In the group if both are there, in private, or with another mentor."""
    data: dict[str, int | str] = {"mentoring": seen.id}
    keys = (*(("openly",) if seen.place else ()), "privately")
    ways = tuple(button(f"mentoring/{key}", f"mentoring.{key}", data) for key in keys)
    return (ways, (button("mentoring/another", "mentoring.another", data),))


def told_back(tx: Tx, found: Mentoring, mentor: int, occasion: Occasion) -> Note:
    """A mentor who was willing hears that it does not come to it, and why that means nothing."""
    seen = mentoring_seen.seen(tx, found, occasion)
    return Note(mentor, Matter.HELPING, f"mentoring_back:{found.id}", "mentoring/told_back", seen)
