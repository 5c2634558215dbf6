"""Check-in by word, command, or the button under the day's card; the streak, and a missed day mended."""

from datetime import date

from msgspec import Struct

from actions import home
from actions.daily.checkin import CheckedIn, DayTaken, StreakShown, check_in, make_up, show
from handlers.call import Call, ChatKind
from handlers.effects import Button, Delete, Edit, Effect, Effects, Keyboard, Post, React, Reply, Toast, Whisper
from handlers.home import with_question
from handlers.routes import Command, Job, JobCall, Press, Shelf
from rules.home import HomeChoice
from rules.letters import Kind
from rules.occasion import Occasion
from rules.people import Purpose
from rules.periods import ONE_DAY
from rules.values import replace
from storage.daily import checkins
from storage.engine.tx import Tx
from storage.post import outbox

MAKE_UP = ((Button("checkin/make_up", "checkin.make_up"),),)
CARD_LASTS_S = 2 * 86_400
# Telegram lets a bot delete its messages for 48 hours; an older card is closed by an edit.
DELETABLE_S = 47 * 3600
# Milestones of shorter streaks than that stand for a day.
LONG_STREAK, WEEKS_STAND_S = 30, 86_400


class CheckinCard(Struct, frozen=True):
    """The morning's card: its day, the weekday (0 is Monday), and how many checked in the day before."""

    day: date
    weekday: int
    yesterday: int


def answer(call: Call, tx: Tx) -> Effects:
    """Quiet in a group: a reaction, words at milestones only. In private there is room for words."""
    done = check_in(tx, call.member, call.occasion)
    if isinstance(done, DayTaken):
        return Whisper("checkin/taken", done)
    if not call.chat.group:
        return with_question(call, tx, Reply(_told(done), done, buttons=_way_out(done)))
    if done.milestone:
        gather, fade_s = _celebrated(done, call.occasion)
        seen: Effect = Reply("checkin/milestone", done, gather=gather, fade_s=fade_s)
    else:
        seen = React("🔥", otherwise=Reply("checkin/line", done, gather="checkin/gathered"))
    if done.over_day:
        return (seen, Whisper(_told(done), done, buttons=_way_out(done)))
    if done.silent:
        return (seen, Whisper("checkin/silent", done))
    return (seen, Whisper("checkin/lapsed", done, buttons=MAKE_UP)) if done.lapsed else seen


def pressed(call: Call, tx: Tx) -> Effects:
    """The button under the card answers by a toast, which Telegram does not limit; the group reads of milestones."""
    done = check_in(tx, call.member, call.occasion)
    if isinstance(done, DayTaken):
        return Toast("checkin/taken", done)
    toast = Toast(_told(done), done)
    if not (done.milestone and call.chat.group):
        return toast
    gather, fade_s = _celebrated(done, call.occasion)
    purpose = Purpose.CHECKINS.value
    return (toast, Post(call.group.id, "checkin/milestone", done, purpose=purpose, gather=gather, fade_s=fade_s))


def _celebrated(done: CheckedIn, occasion: Occasion) -> tuple[str, int | None]:
    """Under which heading a milestone is gathered, and for how long it stands: those of a long streak for good."""
    if done.streak >= LONG_STREAK:
        return "checkin/milestones", None
    return "checkin/weeks", occasion.programme.tidying.stands_s(WEEKS_STAND_S)


def _told(done: CheckedIn) -> str:
    """The message that tells it: what we come to after its day names that day."""
    return "checkin/read_late" if done.over_day else "checkin/done"


def _way_out(done: CheckedIn) -> Keyboard:
    return MAKE_UP if done.lapsed else ()


def streak(call: Call, tx: Tx) -> Effects:
    """The month at a glance, for the caller alone, with the buttons that help now."""
    shown = show(tx, call.member, call.occasion)
    if call.chat.kind is ChatKind.PRIVATE:
        shown = replace(shown, home=home.shown(tx, call.member))
    return Whisper("checkin/streak", shown, buttons=_streak_buttons(shown))


def at_home(call: Call, tx: Tx) -> Effects:
    """Another home, in place: the day may begin at another time there."""
    member = home.choose(tx, call.member, call.data["group"], call.occasion)
    shown = replace(show(tx, member, call.occasion.seen_from(member.timezone)), home=home.shown(tx, member))
    return Edit("checkin/streak", shown, buttons=_streak_buttons(shown))


def answered_home(call: Call, tx: Tx) -> Effects:
    """Where they are at home, as they were asked with another answer."""
    chosen = home.shown(tx, home.choose(tx, call.member, call.data["group"], call.occasion))
    return Edit("home/chosen", chosen) if chosen else Delete()


def _streak_buttons(shown: StreakShown) -> Keyboard:
    """What helps now, and below it the groups in one of which the member may be at home."""
    today = () if shown.done_today else (Button("checkin/now", "checkin.now"),)
    mend = MAKE_UP[0] if shown.lapsed else ()
    places = [_home_button(choice) for choice in shown.home.choices] if shown.home else []
    by_itself = [Button("checkin/home_by_itself", "checkin.home", {"group": None}, once=False)]
    again = [by_itself] if shown.home and shown.home.chosen else []
    return (*(((*today, *mend),) if today or mend else ()), *((button,) for button in places), *again)


def _home_button(choice: HomeChoice) -> Button:
    return Button("checkin/home", "checkin.home", {"group": choice.group}, choice, once=False, ticked=choice.here)


def _not_yet(call: Call, tx: Tx) -> bool:
    """Whether an edit that makes a message a check-in is the first one of the day."""
    return checkins.on(tx, call.member.id, call.occasion.day) is None


def mend(call: Call, tx: Tx) -> Effects:
    """A shield for the latest missed day."""
    return Whisper("checkin/made_up", make_up(tx, call.member, call.occasion))


def card(call: JobCall, tx: Tx) -> Effects:
    """The morning's card; yesterday's goes, so that one card stands."""
    assert call.group is not None
    day = call.occasion.day
    name = f"checkin_card:{call.group.id}"
    told = CheckinCard(day, day.weekday(), checkins.count_on(tx, day - ONE_DAY, call.group.id))
    button = Button("checkin/now", "checkin.now", anyone=True, once=False, lasts_s=CARD_LASTS_S)
    post = Post(
        call.group.id,
        "checkin/card",
        told,
        buttons=((button,),),
        purpose=Purpose.CHECKINS.value,
        keep=name,
        kind=Kind.ANNOUNCEMENT,
    )
    posted_at = outbox.kept_at(tx, name)
    if posted_at is None or call.preview:
        return post
    young = call.occasion.now - posted_at < DELETABLE_S
    return (Delete(keep=name) if young else Edit("checkin/card_over", keep=name), post)


ROUTES = (
    Command(
        "checkin",
        answer,
        shelf=Shelf.DAILY,
        place=10,
        covenant=True,
        stays="a check-in",
        afterwards=_not_yet,
        afterwards_by_word=True,
    ),
    Command("streak", streak, shelf=Shelf.DAILY, place=20, fades=True),
    Command("makeup", mend, shelf=Shelf.DAILY, place=30, covenant=True, stays="a check-in"),
    Press("checkin.now", pressed, covenant=True, does="checkin"),
    Press("checkin.make_up", mend, covenant=True, does="makeup"),
    Press("checkin.home", at_home),
    Press("home.answered", answered_home),
)

JOBS = (Job("checkin_card", card, cron="0 7 * * *", late_s=6 * 3600),)
