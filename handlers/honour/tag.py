"""The tag beside one's name: what it is, whether it is wanted, and how it is kept."""

from actions.honour import tag
from actions.honour.tag import OwnTag, TagTitle
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Reply, Whisper
from handlers.routes import Command, Job, JobCall, Press, Scope, Shelf
from handlers.standing import Tag
from messages.vocabulary import meant
from rules.honour.tag import TagIsEarned
from rules.works.challenge import SkillTrack
from storage.engine.tx import Tx

LASTS_S = 30 * DAY_S


def show(call: Call, tx: Tx) -> Effects:
    """`/tag`, `/tag off`, `/tag on`; a title of one's own choice is not to be had."""
    meaning = meant("tag", "wanted", call.words)
    if meaning is not None:
        return _shown(tag.choose(tx, call.member, off=meaning == "off", occasion=call.occasion))
    if call.words.strip():
        raise TagIsEarned
    return _shown(tag.own(tx, call.member, call.occasion))


def chosen(call: Call, tx: Tx) -> Effects:
    """The other way, in place."""
    own = tag.choose(tx, call.member, off=call.data["off"], occasion=call.occasion)
    return Edit("tag/own", own, buttons=_buttons(own))


def choices(call: Call, tx: Tx) -> Effects:
    """What can be shown, from somewhere else."""
    own = tag.own(tx, call.member, call.occasion)
    return Reply("tag/own", own, buttons=_buttons(own))


def track(call: Call, tx: Tx) -> Effects:
    """The title of a track, or not any more, in place."""
    own = tag.choose_track(tx, call.member, SkillTrack(call.data["track"]), call.occasion)
    return Edit("tag/own", own, buttons=_buttons(own))


def keep(call: JobCall, tx: Tx) -> Effects:
    """A few in each minute, evenly spread over it: never in the way of a message."""
    few = tag.next_few(tx, call.occasion)
    every_s = 60 // call.occasion.programme.tags.per_minute
    return [Tag(one.group, one.member, one.tag, after_s=n * every_s) for n, one in enumerate(few)]


def doubt(call: JobCall, tx: Tx) -> Effects:
    """What may have changed without our hearing of it is set anew, when there is time."""
    tag.doubt(tx, call.occasion)
    return None


def _shown(own: OwnTag) -> Whisper:
    return Whisper("tag/own", own, buttons=_buttons(own))


def _buttons(own: OwnTag) -> Keyboard:
    label = "tag/on" if own.off else "tag/off"
    titles = [_title(one) for one in own.titles] if not own.off else []
    off = Button(label, "tag.choose", {"off": not own.off}, once=False, lasts_s=LASTS_S)
    return (*(titles[n : n + 2] for n in range(0, len(titles), 2)), (off,))


def _title(one: TagTitle) -> Button:
    return Button(
        "tag/track", "tag.track", {"track": one.track.value}, one, once=False, lasts_s=LASTS_S, ticked=one.chosen
    )


ROUTES = (
    Command("tag", show, shelf=Shelf.STANDING, place=35, fades=True),
    Press("tag.choose", chosen),
    Press("tag.track", track),
    Press("tag.choices", choices),
)
JOBS = (
    Job("tags", keep, cron="* * * * *", scope=Scope.BRAND, late_s=120),
    Job("tags_anew", doubt, cron="40 3 * * *", scope=Scope.BRAND),
)
