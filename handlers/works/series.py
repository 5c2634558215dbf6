"""`/series`: small challenges in line, one of a track opens each week; staff put them in line, order them, pause."""

from msgspec import Struct

from actions.works import series as actions
from actions.works.series import SeriesOpened, SeriesTaskSeen
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effect, Effects, Keyboard, Post, Reply
from handlers.kept import form_mistaken
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf, Where
from handlers.works.announced import announced, announcement
from handlers.works.told_first import told_first
from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.works import challenge
from rules.works.challenge import SkillTrack
from rules.works.series import SeriesTrack
from rules.works.told_first import FirstKind
from storage import groups
from storage.engine.tx import Tx


class SeriesOverview(Struct, frozen=True):
    """Every series, and how many days a challenge of it takes work."""

    tracks: tuple[SeriesTrack, ...]
    days: int


def listed(call: Call, tx: Tx) -> Effects:
    """What waits in each track."""
    shown = _overview(call, tx)
    return Reply("series/list", shown, buttons=_list_buttons(shown))


def back(call: Call, tx: Tx) -> Effects:
    """The list again, in place."""
    return _list_again(call, tx)


def add(call: Call, tx: Tx) -> Effects:
    """From the preview of a new challenge: it is put in line in place of being published."""
    data = dict(call.data)
    filled = challenge.read(data["text"], vocabulary("challenge", call.member.locale), call.by_the_clock_here)
    if filled.mistakes:
        return form_mistaken("challenge.form", filled, data)
    done = actions.add(tx, call.member, challenge.brief_of(filled), data["draft"], call.occasion)
    return Edit("series/queued", done)


def opened(call: Call, tx: Tx) -> Effects:
    """A task from the list."""
    return _task(actions.seen(tx, call.data["task"], call.occasion))


def up(call: Call, tx: Tx) -> Effects:
    """One place forward."""
    return _task(actions.move_up(tx, call.data["task"], call.occasion))


def skip(call: Call, tx: Tx) -> Effects:
    """Not yet: behind all others."""
    return _task(actions.skip(tx, call.data["task"], call.occasion))


def ask_drop(call: Call, tx: Tx) -> Effects:
    """Sure? What was written is gone then."""
    found = actions.seen(tx, call.data["task"], call.occasion)
    data = {"task": found.id}
    keep = Button("series/keep", "series.open", data, once=False)
    surely = Button("series/drop_surely", "series.drop_surely", data, once=False, style="danger")
    return Edit("series/drop_surely", found, buttons=((keep,), (surely,)))


def drop(call: Call, tx: Tx) -> Effects:
    """It goes."""
    actions.drop(tx, call.member, call.data["task"], call.occasion)
    return _list_again(call, tx)


def pause(call: Call, tx: Tx) -> Effects:
    """A track pauses, or goes on."""
    actions.pause(tx, call.member, SkillTrack(call.data["track"]), call.occasion)
    return _list_again(call, tx)


def ask_start(call: Call, tx: Tx) -> Effects:
    """Sure? The groups are told at once."""
    found = actions.seen(tx, call.data["task"], call.occasion)
    data = {"task": found.id}
    keep = Button("series/keep_waiting", "series.open", data, once=False)
    surely = Button("series/start_surely", "series.start_surely", data, once=False, style="success")
    return Edit("series/start_surely", found, buttons=((keep,), (surely,)))


def start(call: Call, tx: Tx) -> Effects:
    """This week's, at once."""
    done = actions.open_now(tx, call.data["task"], call.occasion)
    return [*_told(tx, done, call.occasion), _list_again(call, tx)]


def weekly(call: JobCall, tx: Tx) -> Effects:
    """The next one of each track opens."""
    return [effect for done in actions.open_due(tx, call.occasion) for effect in _told(tx, done, call.occasion)]


def empty(call: JobCall, tx: Tx) -> Effects:
    """Staff hear which track has nothing for the week to come, while there is time."""
    desk, dry = groups.staff(tx), actions.running_dry(tx)
    if desk is None or not dry:
        return None
    return Post(desk.id, "series/empty", SeriesOverview(dry, call.occasion.programme.series.days))


def _told(tx: Tx, done: SeriesOpened, occasion: Occasion) -> list[Effect]:
    number = done.challenge.id
    first = told_first(tx, FirstKind.CHALLENGE, number, done.told, occasion)
    return [*announced(done.told, announcement(tx, number, done.challenge.brief)), *first]


def _overview(call: Call, tx: Tx) -> SeriesOverview:
    return SeriesOverview(actions.overview(tx), call.occasion.programme.series.days)


def _list_again(call: Call, tx: Tx) -> Edit:
    shown = _overview(call, tx)
    return Edit("series/list", shown, buttons=_list_buttons(shown))


def _list_buttons(shown: SeriesOverview) -> Keyboard:
    return [row for one in shown.tracks for row in _track_buttons(one)]


def _track_buttons(one: SeriesTrack) -> list[tuple[Button, ...]]:
    tasks = [
        (Button("series/open", "series.open", {"task": task.id}, outcome=task, once=False, lasts_s=7 * DAY_S),)
        for task in one.tasks
    ]
    label = "series/resume" if one.paused else "series/pause"
    return [*tasks, (Button(label, "series.pause", {"track": one.track.value}, outcome=one, once=False),)]


def _task(seen: SeriesTaskSeen) -> Edit:
    data = {"task": seen.id}
    forward = (Button("series/up", "series.up", data, once=False),) if seen.before else ()
    behind = (Button("series/skip", "series.skip", data, once=False),) if seen.behind else ()
    rows = (
        (Button("series/start", "series.start", data, once=False),),
        (*forward, *behind),
        (Button("series/drop", "series.drop", data, once=False),),
        (Button("series/back", "series.back", once=False),),
    )
    return Edit("series/task", seen, buttons=tuple(row for row in rows if row))


ROUTES = (
    Command("series", listed, shelf=Shelf.WORKS, place=23, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("series.add", add, who=MODERATORS),
    Press("series.back", back, who=MODERATORS),
    Press("series.open", opened, who=MODERATORS),
    Press("series.up", up, who=MODERATORS),
    Press("series.skip", skip, who=MODERATORS),
    Press("series.drop", ask_drop, who=MODERATORS),
    Press("series.drop_surely", drop, who=MODERATORS, final=True),
    Press("series.pause", pause, who=MODERATORS),
    Press("series.start", ask_start, who=MODERATORS),
    Press("series.start_surely", start, who=MODERATORS, final=True),
)
JOBS = (
    Job("series", weekly, Scope.BRAND, cron="0 10 * * mon", late_s=4 * DAY_S, once=True, daytime=True),
    Job("series_empty", empty, Scope.BRAND, cron="30 10 * * fri", late_s=DAY_S, daytime=True, recalled=True),
)
