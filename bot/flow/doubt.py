"""What waited in a database may have been done since, by a hand we know nothing of: nothing of it is done blindly."""

from msgspec import Struct

from actions.honour import award_doubted
from actions.honour.value_letter_doubted import take_as_told
from actions.journey import council_vote, preference
from actions.note import leave_for_tomorrow
from actions.operations.port import come_back
from actions.shop import shop_doubted
from bot.flow.schedule import Schedule
from bot.identity import Identity
from bot.letters.compose import Composer
from handlers.notices import to_staff
from rules.occasion import Occasion
from storage.engine.tx import Tx
from storage.operations import broadcasts
from storage.post import jobs, outbox

DIGEST, LETTERS = "digest", "value_letter"


class Doubted(Struct, frozen=True):
    """How many letters, scheduled posts and messages of the day are uncertain now, and left to people; how many letters of
    `months` count as told, and how much of the `shop`, and how many rounds of `awards`, staff have to look at.
    """

    letters: int
    posts: int
    days: int
    months: int
    shop: int = 0
    awards: int = 0


def doubt(tx: Tx, identity: Identity, now: int) -> Doubted:
    """Take over from a copy of unknown age, as after a restore."""
    come_back(tx)
    occasion = Occasion(now, identity.programme, timezone=identity.programme.brand.timezone)
    council_vote.doubt(tx, occasion)
    preference.doubt(tx, occasion)
    composer = Composer(identity)
    schedule = Schedule(identity, composer)
    shop = shop_doubted.doubt(tx, now)
    to_look_at = len(shop.taken_down) + len(shop.orders)
    since = jobs.looked_at(tx)
    awards = award_doubted.doubted(tx, since, occasion)
    posts = 0 if since is None else schedule.doubt(tx, since, now) + broadcasts.doubt(tx, now)
    letters = outbox.doubt_everything(tx, now)
    rounds = len(awards.rounds)
    if to_look_at:
        outbox.put(tx, composer.posts(tx, to_staff(tx, "order/doubted", shop), now), now)
    if rounds:
        outbox.put(tx, composer.posts(tx, to_staff(tx, "award/doubted", awards), now), now)
    if since is None:
        return Doubted(letters, 0, 0, 0, to_look_at, rounds)
    months = _months(tx, schedule, since, now)
    return Doubted(letters, posts, _days(tx, identity, schedule, since, now), months, to_look_at, rounds)


def _months(tx: Tx, schedule: Schedule, since: int, now: int) -> int:
    """Letters of a month that an evening since may have told; how many."""
    jobs_, told = schedule.scopes(tx), 0
    evenings = {scope.number: job for job, scope in jobs_ if job.name == DIGEST}
    for job, scope in jobs_:
        evening = evenings.get(scope.number) if job.name == LETTERS else None
        ended = schedule.due_since(evening, scope, since, now) if evening else None
        if ended is not None:
            due = schedule.due_since(job, scope, since, ended) is not None
            told += take_as_told(tx, schedule.call_of(scope, ended, now).occasion, due=due)
    return told


def _days(tx: Tx, identity: Identity, schedule: Schedule, since: int, now: int) -> int:
    """Members who may have had today's message, by their own clock, wait for tomorrow's; how many."""
    left = 0
    for job, scope in schedule.scopes(tx):
        due = schedule.due_since(job, scope, since, now) if job.name == DIGEST else None
        today = Occasion(now, identity.programme, timezone=scope.zone)
        if due is not None and today.day_at(due) == today.day:
            left += leave_for_tomorrow(tx, today)
    return left
