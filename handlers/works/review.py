"""The review desk in the staff group: claim, compose feedback, decide; the author hears of it in private."""

from collections.abc import Sequence

from msgspec import Struct

from actions import showcase
from actions.works import claim as claims
from actions.works import look, review
from actions.works.remark import Remarked
from actions.works.review import Reviewed
from actions.works.review_card import seen_before
from handlers.call import Call
from handlers.effects import Button, Delete, Edit, Effect, Effects, Link, Post, React, Reply, Tell
from handlers.hanging import EVER_S, channel_buttons, hang, see_button
from handlers.pages import turning
from handlers.routes import REVIEWERS, Command, Job, JobCall, Observe, On, Press, Scope, Shelf, Start, Where
from handlers.works.desk import card_address, card_again, freed, number_of, to_desk
from handlers.works.look_card import LookLine, lines
from handlers.works.remarks import Remarks
from rules.occasion import Occasion
from rules.pages import ALONE, Page, page_of
from rules.people import Purpose
from rules.reading.numbers import reference
from rules.showcase import Exhibited
from rules.values import replace
from rules.works.review import Decision
from storage import groups, homes, members
from storage.engine.tx import Tx
from storage.works.unreviewed import Overdue, count_unreviewed

IN_LIST = 20
CHEERS = {Decision.APPROVED: "👏", Decision.FEATURED: "🏆"}


class WaitingSubmission(Struct, frozen=True):
    """A submission of `author` that waits: since when, who has claimed it, and the address of its card (empty when it has none).

    A pitch may be `talked` about; then it waits for the team, or for its author (`theirs`). `before`: its files or its
    link stand in another work too.
    """

    id: int
    title: str
    author: str
    since: int
    claimed_by: str | None
    card: str
    talked: bool = False
    theirs: bool = False
    before: bool = False


class WaitingList(Struct, frozen=True):
    """A page of what waits for review, and the drafts that wait for a first look; `hours` is the promised time."""

    waiting: Sequence[WaitingSubmission]
    hours: int
    looks: Sequence[LookLine] = ()
    page: Page = ALONE


def claim(call: Call, tx: Tx) -> Effects:
    """Take it in hand: the others see who looks at it."""
    claims.claim(tx, call.data["submission"], call.data["version"], call.member, call.occasion)
    return card_again(tx, call.data["submission"], call.occasion)


def release(call: Call, tx: Tx) -> Effects:
    """Put it back."""
    claims.release(tx, call.data["submission"], call.data["version"], call.member, call.occasion)
    return card_again(tx, call.data["submission"], call.occasion)


def take_over(call: Call, tx: Tx) -> Effects:
    """An operator takes it out of the hands of one who is away; whose it is already is told so."""
    claims.take_over(tx, call.data["submission"], call.data["version"], call.member, call.occasion)
    return card_again(tx, call.data["submission"], call.occasion)


def chip(call: Call, tx: Tx) -> Effects:
    """Choose a remark, or drop it again."""
    data = call.data
    claims.toggle(tx, data["submission"], data["version"], data["chip"], call.member, call.occasion)
    return card_again(tx, data["submission"], call.occasion)


def approve(call: Call, tx: Tx) -> Effects:
    """Good as it is; a plan is agreed to."""
    return _decide(call, tx, Decision.APPROVED)


def feature(call: Call, tx: Tx) -> Effects:
    """So good that everybody should see it."""
    return _decide(call, tx, Decision.FEATURED)


def send_back(call: Call, tx: Tx) -> Effects:
    """Back to the author, with what to improve."""
    return _decide(call, tx, Decision.RETURNED)


def waiting(call: Call, tx: Tx) -> Effects:
    """Everything that waits, works and drafts, longest first."""
    shown = _waiting(call, tx, 1)
    return Reply("review/waiting", shown, buttons=turning(shown.page, "review.waiting", anyone=True))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page of it, in place."""
    shown = _waiting(call, tx, call.data["page"])
    return Edit("review/waiting", shown, buttons=turning(shown.page, "review.waiting", anyone=True))


def _waiting(call: Call, tx: Tx, number: int) -> WaitingList:
    at = page_of(number, count_unreviewed(tx), IN_LIST)
    listed = _list(tx, review.waiting(tx, call.occasion, at.before, limit=IN_LIST), call.occasion)
    drafts = lines(tx, look.all_waiting(tx, call.occasion)) if at.number == 1 else ()
    return replace(listed, looks=drafts, page=at)


def feedback(call: Call, tx: Tx) -> Effects:
    """What was said about the caller's own work, for one whom the bot could not write to."""
    number = reference(call.words)
    told = review.told(tx, number, call.member, call.occasion) if number else None
    return (
        Reply(f"submission/{told.decision.value}", told, buttons=_next_step(told))
        if told
        else Reply("review/no_feedback")
    )


def arrived(call: JobCall, tx: Tx) -> Effects:
    """Albums that have come in full, and what waited for a staff group; cards that nobody has in hand any more."""
    numbers = review.not_on_desk(tx, call.occasion.now)
    return [*freed(tx, call.occasion), *(effect for number in numbers for effect in to_desk(tx, number, call.occasion))]


def overdue(call: JobCall, tx: Tx) -> Effects:
    """One list of what has waited longer than promised; it takes the place of the one before."""
    staff = groups.staff(tx)
    late = review.overdue(tx, call.occasion) if staff else []
    if staff is None or not late:
        return None
    name = f"overdue:{staff.id}"
    return [Delete(keep=name), Post(staff.id, "review/overdue", _list(tx, late, call.occasion), keep=name)]


def _list(tx: Tx, late: Sequence[Overdue], occasion: Occasion) -> WaitingList:
    """With a link to each card."""
    rows = [
        WaitingSubmission(
            one.id,
            one.title,
            one.author,
            one.since,
            one.claimed_by,
            card_address(tx, one.id),
            one.talked,
            one.theirs,
            seen_before(tx, one.id),
        )
        for one in late
    ]
    return WaitingList(rows, occasion.programme.reviews.within_hours)


def _decide(call: Call, tx: Tx, decision: Decision) -> Effects:
    data = call.data
    done = review.decide(tx, data["submission"], data["version"], decision, call.member, call.occasion)
    return [
        Edit("review/decided", done, buttons=channel_buttons(tx, Exhibited.WORK, done.id)),
        *_cheer(done),
        _tell(done),
        *(_celebrate(tx, done) if done.newly_featured else ()),
    ]


def _cheer(done: Reviewed) -> list[Effect]:
    """A quiet sign on the work itself; a return stays between the two."""
    where, emoji = done.work, CHEERS.get(done.decision)
    if emoji is None or where.group is None or where.message is None:
        return []
    return [React(emoji, message=where.message, group=where.group)]


def _tell(done: Reviewed) -> Tell:
    """To the author in private; one who never started the bot is called once, where the work stands."""
    call_them = None
    if done.work.group is not None:
        read = Link("review/read", start=f"reviewed-{done.id}")
        call_them = Post(done.work.group, "submission/called", done, buttons=((read,),), reply_to=done.work.message)
    return Tell(done.member, f"submission/{done.decision.value}", done, _next_step(done), unless_reachable=call_them)


def _next_step(done: Reviewed) -> tuple[tuple[Button, ...], ...]:
    data = {"challenge": done.challenge}
    if done.decision is Decision.RETURNED and not done.open:
        return ()
    if done.decision is Decision.RETURNED:
        return ((Button("submission/improve", "submission.guided", data, once=False),),)
    if done.stage == "plan":
        return ((Button("submission/deliver", "submission.guided", data, once=False),),)
    if done.decision is Decision.FEATURED and done.shown:
        return ((see_button(Exhibited.WORK, done.id),),)
    return ()


def _celebrate(tx: Tx, done: Reviewed) -> list[Effect]:
    """Featured work goes to the channel under its author's name, and the brand says thank you where everybody is."""
    found = hang(tx, showcase.exhibit(tx, Exhibited.WORK, done.id)) if done.shown else []
    community = homes.told_in(tx, members.get(tx, done.member), done.work.group)
    if community is not None:
        found.append(_thanked(done, community.id))
    return found


def _thanked(done: Reviewed, community: int) -> Post:
    """In reply to the work where it stands, else where challenges are talked about."""
    if community == done.work.group:
        return Post(community, "review/thanked", done, reply_to=done.work.message)
    return Post(community, "review/thanked", done, purpose=Purpose.CHALLENGES.value)


REMARKS = Remarks(
    Remarked.REVIEW,
    number_of,
    review.is_waiting,
    REVIEWERS,
    claims.say,
    claims.reword,
    card_again,
    lambda call, tx, number: card_again(tx, number, call.occasion),
)
ROUTES = (
    Command("reviews", waiting, shelf=Shelf.WORKS, place=10, who=REVIEWERS, where=Where.STAFF, fades=True),
    Press("review.waiting", turned, who=REVIEWERS),
    Press("review.claim", claim, who=REVIEWERS),
    Press("review.release", release, who=REVIEWERS),
    Press("review.take_over", take_over, who=REVIEWERS),
    Press("review.chip", chip, who=REVIEWERS),
    Press("review.approve", approve, who=REVIEWERS, final=True),
    Press("review.feature", feature, who=REVIEWERS, final=True),
    Press("review.return", send_back, who=REVIEWERS, final=True),
    Start("reviewed", feedback),
    Observe(On.TALK, "review_remark", REMARKS.put, turn=30),
    Observe(On.EDIT, "review_remark_edited", REMARKS.changed, turn=50),
)
JOBS = (
    Job("desk", arrived, Scope.BRAND, cron="* * * * *", late_s=EVER_S),
    Job("overdue_reviews", overdue, Scope.BRAND, cron="20 9-21 * * *", late_s=6 * 3600),
)
