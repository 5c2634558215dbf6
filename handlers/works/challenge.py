"""Challenges: the list, the detail, taking part; closing, extending and reminding."""

from collections.abc import Sequence

from msgspec import Struct

from actions.works import challenge
from actions.works.challenge import ChallengeChanged, ChallengeSeen, DeadlineReminder
from handlers import announcing
from handlers.call import Call, ChatKind
from handlers.effects import DAY_S, Button, Edit, Effect, Effects, Keyboard, Link, Note, Reply, Toast, Whisper
from handlers.numbered import one_numbered
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Scope, Shelf, Start
from handlers.same_again import same_again
from handlers.ways_out import ShownToAll, Together, Waiting, into_private
from handlers.works.example_shown import examples_shown
from handlers.works.media_kit_handed import again, handed
from rules.ends import over_at
from rules.note import Matter
from rules.pages import ALONE, Page, page_of
from rules.people import Member, Part
from rules.reading.moments import moment_of
from rules.reading.numbers import reference
from rules.reading.unreal import unreal
from rules.works.challenge import Challenge as Published
from rules.works.challenge import ChallengeKind, ChallengeNumberNeeded, ChallengeOver, DeadlineNotLater, DeadlineUnclear
from storage.engine.tx import Tx
from storage.works import challenges

IN_LIST = 8
FOR_ALL = "challenge/several"
DAYS_MORE = 3
EVER_S = 10 * 365 * DAY_S


class ChallengeList(Struct, frozen=True):
    """A page of the running challenges, those that end soon first."""

    challenges: Sequence[ChallengeSeen]
    page: Page = ALONE


def listed(call: Call, tx: Tx) -> Effects:
    """The running challenges, for the one who asks."""
    shown = _list(call, tx)
    return Whisper("challenge/list", shown, buttons=_openings(shown), gather=FOR_ALL)


def listed_privately(call: Call, tx: Tx) -> Effects:
    """The same, by a link from a group."""
    shown = _list(call, tx)
    return Reply("challenge/list", shown, buttons=_openings(shown))


def _for_all(tx: Tx, waiting: Waiting) -> tuple[ShownToAll, Keyboard]:
    """One list in the place of all that wait to be sent; who takes part and who may is behind its button."""
    running = challenges.running(tx, waiting.occasion.now, IN_LIST)
    shown = ChallengeList([challenge.public(one, waiting.occasion) for one in running])
    return ShownToAll(waiting.several.names, shown), into_private("challenges")


def back(call: Call, tx: Tx) -> Effects:
    """From a challenge to the list, or another page of it."""
    shown = _list(call, tx, call.data.get("page", 1))
    return Edit("challenge/list", shown, buttons=_openings(shown))


def detail(call: Call, tx: Tx) -> Effects:
    """`/challenge 12`."""
    seen = challenge.see(tx, _number(call, "challenge"), call.member, call.occasion)
    return [*examples_shown(call, tx, seen.id), Whisper("challenge/detail", seen, buttons=_buttons(call, seen))]


def started(call: Call, tx: Tx) -> Effects:
    """The deep link under an announcement."""
    seen = challenge.see(tx, _number(call, "challenge"), call.member, call.occasion)
    return [*examples_shown(call, tx, seen.id), Reply("challenge/detail", seen, buttons=_buttons(call, seen))]


def opened(call: Call, tx: Tx) -> Effects:
    """A challenge chosen from the list."""
    return [_again(call, tx, call.data["challenge"]), *examples_shown(call, tx, call.data["challenge"])]


def join(call: Call, tx: Tx) -> Effects:
    """Take part: a toast, the kit in private, and the detail brought up to date where it is the caller's own."""
    joined = challenge.join(tx, call.data["challenge"], call.member, call.occasion)
    own = () if call.data.get("public") else (_again(call, tx, joined.id),)
    kit = handed(call, joined.kit) if joined.kit else ()
    return [Toast("challenge/joined", joined), *own, *kit]


def leave(call: Call, tx: Tx) -> Effects:
    """Give the place to somebody else."""
    challenge.leave(tx, call.data["challenge"], call.member)
    return Toast("challenge/left"), _again(call, tx, call.data["challenge"])


def close(call: Call, tx: Tx) -> Effects:
    """`/closechallenge 12`: sure?"""
    seen = challenge.see(tx, _number(call, "closechallenge"), call.member, call.occasion)
    if not seen.open:
        raise ChallengeOver(seen.brief.title)
    return Reply("challenge/close_surely", seen, buttons=_surely(seen))


def ask_close(call: Call, tx: Tx) -> Effects:
    """The button under the detail: sure?"""
    seen = challenge.see(tx, call.data["challenge"], call.member, call.occasion)
    return Edit("challenge/close_surely", seen, buttons=_surely(seen))


def _surely(seen: ChallengeSeen) -> Keyboard:
    data = {"challenge": seen.id}
    surely = Button("challenge/close_surely", "challenge.close_surely", data, style="danger")
    return ((surely, Button("challenge/keep", "challenge.open", data, once=False)),)


def close_pressed(call: Call, tx: Tx) -> Effects:
    """Sure."""
    done = challenge.close(tx, call.data["challenge"], call.member, call.occasion)
    return [Edit("challenge/closed", done), *_over(tx, done)]


def extend(call: Call, tx: Tx) -> Effects:
    """`/extendchallenge 12 3天`: a later deadline; days are added to the present one while it is running."""
    number, given = one_numbered(call.words, "extendchallenge", ChallengeNumberNeeded)
    given = given.strip()
    seen = challenge.see(tx, number, call.member, call.occasion)
    present = seen.brief.deadline if seen.open else call.occasion.now
    deadline = moment_of(given, call.by_the_clock_here, since=present)
    if deadline is None or over_at(deadline) <= call.occasion.now:
        raise DeadlineUnclear(given, unreal(given, call.by_the_clock_here))
    if deadline <= present:
        raise DeadlineNotLater(given, present)
    return Reply("challenge/extended", challenge.extend(tx, number, deadline, call.member, call.occasion))


def extend_pressed(call: Call, tx: Tx) -> Effects:
    """Three days more, from the deadline or from now, whichever is later."""
    number = call.data["challenge"]
    seen = challenge.see(tx, number, call.member, call.occasion)
    deadline = max(seen.brief.deadline, call.occasion.now) + DAYS_MORE * DAY_S
    done = challenge.extend(tx, number, deadline, call.member, call.occasion)
    return Toast("challenge/extended", done), _again(call, tx, number)


def look_after(call: JobCall, tx: Tx) -> Effects:
    """Close what has reached its deadline, free the places of who has left, remind those who have handed in nothing yet."""
    challenge.give_back(tx, call.occasion)
    over = [effect for closed in challenge.close_due(tx, call.occasion.now) for effect in _over(tx, _changed(closed))]
    now = call.occasion.now
    return [*over, *(_reminder(*late, now) for late in challenge.to_remind(tx, call.occasion) if late[1].reachable)]


def _list(call: Call, tx: Tx, number: int = 1) -> ChallengeList:
    at = page_of(number, challenges.count_running(tx, call.occasion.now), IN_LIST)
    running = challenges.running(tx, call.occasion.now, IN_LIST, at.before)
    return ChallengeList([challenge.seen(tx, one, call.member, call.occasion) for one in running], at)


def _openings(shown: ChallengeList) -> Keyboard:
    opening = [
        (Button("challenge/open", "challenge.open", {"challenge": one.id}, outcome=one, once=False),)
        for one in shown.challenges
    ]
    return [*opening, *turning(shown.page, "challenge.back")]


def _again(call: Call, tx: Tx, number: int) -> Edit:
    seen = challenge.see(tx, number, call.member, call.occasion)
    return Edit("challenge/detail", seen, buttons=_buttons(call, seen))


def _buttons(call: Call, seen: ChallengeSeen) -> Keyboard:
    """What the caller can do about a challenge here; staff close and extend it in private or in their own group.

    Leaving stands last, far from where one has just joined.
    """
    data = {"challenge": seen.id}
    rows: list[tuple[Button | Link, ...]] = []
    if seen.open and not seen.taking_part:
        rows.append((Button("challenge/join", "challenge.join", data, once=False, style="primary"),))
    elif seen.open:
        rows.append((_hand_in(call, seen), *_first_look(call, seen)))
        rows.extend([(_plan(call, seen.id),)] if seen.brief.kind is ChallengeKind.OPEN and seen.standing else [])
        rows.extend([(again(seen.id),)] if seen.kit else [])
    desk = call.chat.kind is ChatKind.PRIVATE or (call.chat.group is not None and call.chat.group.part is Part.STAFF)
    if call.roles & MODERATORS and desk:
        close_ = (Button("challenge/close", "challenge.close", data, once=False),) if seen.open else ()
        rows.append((Button("challenge/extend", "challenge.extend", data, once=False), *close_))
        rows += same_again(call, "challenge", seen.id) if seen.piece is None else ()
    if seen.examples and call.chat.kind is not ChatKind.PRIVATE:
        rows.append((Link("challenge/examples", start=f"challenge-{seen.id}"),))
    rows.append((Button("challenge/back", "challenge.back", once=False),))
    if seen.open and seen.taking_part and not seen.standing:
        rows.append((Button("challenge/leave", "challenge.leave", data, once=False),))
    return rows


def _hand_in(call: Call, seen: ChallengeSeen) -> Button | Link:
    """In a group it leads to the private chat, where one may not have been yet; what is open begins with a plan."""
    plan = "_plan" if seen.plan_first else ""
    if call.chat.kind is not ChatKind.PRIVATE:
        return Link(f"submission/in_private{plan}", start=f"submit-{seen.id}")
    return Button(f"submission/hand_in{plan}", "submission.guided", {"challenge": seen.id}, once=False, style="primary")


def _plan(call: Call, number: int) -> Button | Link:
    """In an open challenge there is a pitch to talk about."""
    if call.chat.kind is not ChatKind.PRIVATE:
        return Link("plan/in_private", start=f"plan-{number}")
    return Button("plan/own", "plan.own", {"challenge": number}, once=False)


def _first_look(call: Call, seen: ChallengeSeen) -> tuple[Button | Link, ...]:
    """Drafts of a theme may be shown before they are handed in, until something was."""
    themed = seen.brief.kind is ChallengeKind.FRAMEWORK and call.occasion.programme.reviews.looks_each
    if not themed or seen.standing:
        return ()
    if call.chat.kind is not ChatKind.PRIVATE:
        return (Link("look/in_private", start=f"look-{seen.id}"),)
    return (Button("look/ask", "look.guided", {"challenge": seen.id}, once=False),)


def _number(call: Call, command: str) -> int:
    """The challenge's number, and nothing else."""
    number = reference(call.words)
    if number is None:
        raise ChallengeNumberNeeded(command)
    return number


def _changed(closed: Published) -> ChallengeChanged:
    return ChallengeChanged(closed.id, closed.brief.title, closed.brief.deadline)


def _over(tx: Tx, done: ChallengeChanged) -> list[Effect]:
    """The announcements say that it is over; no new message."""
    return announcing.announced_anew(tx, "challenge", done.id, done, template="over")


def _reminder(published: Published, member: Member, now: int) -> Note:
    told = DeadlineReminder(published.id, published.brief.title, published.brief.deadline)
    hand_in = Button("challenge/hand_in", "submission.guided", {"challenge": told.id}, told, once=False)
    return Note(
        member.id,
        Matter.REMINDER,
        challenge.reminder(told.id),
        "challenge/reminder",
        told,
        buttons=((hand_in,),),
        lasts_s=told.deadline - now,
    )


ROUTES = (
    Command("challenges", listed, shelf=Shelf.CHALLENGES, place=10, fades=True),
    Start("challenges", listed_privately),
    Together(FOR_ALL, _for_all),
    Command("challenge", detail, menu=False, fades=True),
    Command("closechallenge", close, shelf=Shelf.WORKS, place=40, menu=False, who=MODERATORS, fades=True),
    Command("extendchallenge", extend, shelf=Shelf.WORKS, place=30, menu=False, who=MODERATORS, fades=True),
    Start("challenge", started),
    Press("challenge.open", opened),
    Press("challenge.back", back),
    Press("challenge.join", join, covenant=True),
    Press("challenge.leave", leave, final=True, outside=True),
    Press("challenge.close", ask_close, who=MODERATORS),
    Press("challenge.close_surely", close_pressed, who=MODERATORS, final=True),
    Press("challenge.extend", extend_pressed, who=MODERATORS),
)
JOBS = (Job("challenges", look_after, Scope.BRAND, cron="*/10 * * * *", late_s=EVER_S),)
