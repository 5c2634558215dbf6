"""How a preference vote stands in the core group and before the team. Shared by what begins, holds and answers one."""

from msgspec import Struct

from actions.journey.preference import NOUN, RoundOpened
from actions.journey.preference_seen import DesignStanding, PreferenceSeen, RoundSeen
from handlers.effects import DAY_S, Button, Delete, Edit, Effect, Keyboard, Note, Post, Show
from rules.journey.preference import DAYS_MOST, album_name, card_name
from rules.letters import Kind
from rules.note import Matter
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 180 * DAY_S
BEST = (2, 3)


class CriterionCard(Struct, frozen=True):
    """The card of a round on which one is chosen by this `criterion`."""

    seen: RoundSeen
    criterion: str


class DesignOption(Struct, frozen=True):
    """A design as it stands on a button."""

    number: int
    name: str


class BestLiked(Struct, frozen=True):
    """The designs that lead by some criterion, below their pictures."""

    title: str
    winners: tuple[DesignStanding, ...]


class BestDesigns(Struct, frozen=True):
    """So many of the best go on."""

    many: int


def opened(tx: Tx, done: RoundOpened, now: int) -> list[Effect]:
    """The album and a card for each criterion in the core group, a card before the team, a note for whoever is asked."""
    seen = done.seen
    album = Show(
        _files(seen), "preference/album", seen, group=seen.group, keep=album_name(seen.id), kind=Kind.ANNOUNCEMENT
    )
    cards = [
        Post(
            seen.group,
            "preference/card",
            CriterionCard(seen, criterion),
            _choices(seen, place),
            keep=card_name(seen.id, place),
            kind=Kind.ANNOUNCEMENT,
        )
        for place, criterion in enumerate(seen.criteria, 1)
    ]
    lasts_s = max(seen.closes_at - now, 1)
    about = f"{NOUN}:{seen.id}"
    notes = [Note(one, Matter.REMINDER, about, "preference/asked", seen, lasts_s=lasts_s) for one in done.told]
    return [album, *cards, *desk(tx, seen), *notes]


def closed(tx: Tx, seen: RoundSeen) -> list[Effect]:
    """The cards take no more choices, the result is read below the album, and the team has the next step before it."""
    over = [
        Edit("preference/card_over", CriterionCard(seen, criterion), keep=card_name(seen.id, place))
        for place, criterion in enumerate(seen.criteria, 1)
    ]
    below = outbox.kept(tx, album_name(seen.id))
    said = Post(seen.group, "preference/result", seen, keep=result_name(seen), reply_to=below[1] if below else None)
    winners = [seen.files[one.number - 1] for one in seen.winners]
    shown = [(file.kind, file.file_id) for file in winners]
    picture = (
        [Show(shown, "preference/winners", BestLiked(seen.title, seen.winners), group=seen.group)] if shown else []
    )
    return [*over, *picture, said, Delete(keep=desk_name(seen.id, open_=True)), *desk(tx, seen)]


def desk(tx: Tx, seen: RoundSeen) -> list[Effect]:
    """The card from which the team goes on."""
    staff = groups.staff(tx)
    if staff is None:
        return []
    return [Post(staff.id, "preference/desk", seen, desk_buttons(seen), keep=desk_name(seen.id, open_=seen.open))]


def desk_buttons(seen: RoundSeen) -> Keyboard:
    """A round that is open can be stopped; after one there is another, or the answer."""
    if seen.open:
        return ((_staff("stop", {"round": seen.id}), _staff("open", {"preference": seen.preference}, seen)),)
    data = {"preference": seen.preference}
    again = tuple(
        _staff("best", {**data, "best": many}, BestDesigns(many)) for many in BEST if many < len(seen.designs)
    )
    further = (*(again if seen.results else ()), _staff("revised", {**data, "best": 0}))
    return ((_staff("decide", data),), further)


def result_name(seen: RoundSeen) -> str:
    """The name under which the result of a round is remembered."""
    return f"preference_result:{seen.id}"


def desk_name(round_id: int, *, open_: bool) -> str:
    """The name under which the team's card is remembered: that of a round that is open, or the one after it."""
    return f"preference_{'open' if open_ else 'desk'}:{round_id}"


def answered(tx: Tx, done: PreferenceSeen) -> list[Effect]:
    """The core group reads what the team says, below the last result."""
    below = outbox.kept(tx, result_name(done.rounds[-1]))
    return [
        Post(done.group, "preference/decided", done, reply_to=below[1] if below else None),
        Edit("preference/decided", done, keep=desk_name(done.rounds[-1].id, open_=False)),
    ]


def _choices(seen: RoundSeen, place: int) -> Keyboard:
    buttons = [
        Button(
            "preference/choose",
            "preference.choose",
            {"round": seen.id, "criterion": place, "choice": number},
            DesignOption(number, name),
            anyone=True,
            once=False,
            lasts_s=(DAYS_MOST + 10) * DAY_S,
        )
        for number, name in enumerate(seen.designs, 1)
    ]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def _staff(verb: str, data: dict[str, int], about: object = None) -> Button:
    actions = {"best": "again", "revised": "again", "open": "rounds"}
    return Button(
        f"preference/{verb}",
        f"preference.{actions.get(verb, verb)}",
        data,
        about,
        anyone=True,
        once=False,
        lasts_s=LASTS_S,
    )


def _files(seen: RoundSeen) -> list[tuple[str, str]]:
    return [(file.kind, file.file_id) for file in seen.files]
