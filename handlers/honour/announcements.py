"""Announcements: made by schedule, or previewed and made by staff; each once per group and period."""

from collections.abc import Sequence

from msgspec import Struct

from actions.honour.announcements import draft, publish
from actions.honour.best_assist import BestAssist, award, decline, find
from handlers.call import Call, ChatKind
from handlers.effects import Button, Delete, Edit, Effect, Effects, Keyboard, Note, Post, Reply, Whisper
from handlers.honour.assisted import candidate_card, candidate_waits, praised
from handlers.routes import MODERATORS, Command, Job, JobCall, Press, Shelf
from messages.vocabulary import meant
from rules.honour.announcements import JOBS as MADE_BY
from rules.honour.announcements import AlreadyAnnounced, AnnouncementKind, NoSuchAnnouncement, NothingToAnnounce
from rules.letters import Kind
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Group, Part, Purpose
from rules.reading.names import folded
from rules.reading.visible import shortened
from rules.refusals import NoCommunity
from rules.values import replace
from storage import groups
from storage.engine.tx import Tx

TWO_DAYS_S, WEEK_S = 2 * 86_400, 7 * 86_400
TEMPLATES = {
    AnnouncementKind.NEWCOMERS: "announcements/newcomers",
    AnnouncementKind.CHALLENGES: "announcements/challenges",
}
CLOSE = "announcements/close"
SHOWN, MOST_GROUPS = 5, 80


class Choice(Struct, frozen=True):
    """The groups, by title, in which staff may announce something: the first ones of `total`."""

    groups: tuple[str, ...]
    total: int = 1


class Where(Struct, frozen=True):
    """In which group, is asked of an announcement of that kind; of a group that was `named`, how many it fits."""

    kind: AnnouncementKind
    named: str = ""
    fits: int = 0


class Made(Struct, frozen=True):
    """What has been announced where; `declined` when people decided against it."""

    kind: AnnouncementKind
    group: str
    declined: bool = False


# By schedule ----------------------------------------------------------------------------------------------------------


def _scheduled(kind: AnnouncementKind, cron: str) -> Job:
    """A job that publishes, unless staff have done so before it."""

    def answer(call: JobCall, tx: Tx) -> Effects:
        assert call.group is not None
        try:
            return _post(call.group, kind, publish(tx, kind, call.group, call.occasion), call.occasion)
        except (AlreadyAnnounced, NothingToAnnounce):
            return None

    return Job(MADE_BY[kind], answer, cron=cron, late_s=TWO_DAYS_S, by_hand=True)


def best_assist(call: JobCall, tx: Tx) -> Effects:
    """Put before the staff first, when there is a staff group and the brand wants that."""
    assert call.group is not None
    try:
        best = find(tx, call.group, call.occasion)
    except (AlreadyAnnounced, NothingToAnnounce):
        return None
    staff = groups.staff(tx)
    if staff and call.occasion.programme.announcements.confirm_best_assist:
        name = candidate_card(call.group, best.week)
        return Post(staff.id, "announcements/candidate", best, buttons=_decide(call.group, best, ()), keep=name)
    return _awarded(tx, call.group, award(tx, call.group, best.week, best.member, call.occasion))


# By staff -------------------------------------------------------------------------------------------------------------


def post(call: Call, tx: Tx) -> Effects:
    """A preview for the caller alone, with the button that announces it; without a word, what there is to choose from."""
    communities = _communities(call, tx)
    if not call.words.strip():
        told = Choice(tuple(group.title for group in communities[:SHOWN]), len(communities))
        return _answer(call, "announcements/choose", told, KINDS)
    kind = meant("announcements", "kind", call.words)
    if kind is None:
        return _in_named(call, tx, communities)
    return _in_one(call, tx, AnnouncementKind(kind))


def _in_named(call: Call, tx: Tx, communities: Sequence[Group]) -> Effects:
    """`/post 月榜 上海`: the kind, and the group by its title or the only one with that in it. Raises NoSuchAnnouncement."""
    first, _, rest = call.words.strip().partition(" ")
    kind, sought = meant("announcements", "kind", first), folded(rest)
    if kind is None:
        raise NoSuchAnnouncement(shortened(call.words.strip(), 20))
    exact = [group for group in communities if folded(group.title) == sought]
    fits = exact or [group for group in communities if sought in folded(group.title)]
    if len(fits) == 1:
        return _preview(call, tx, AnnouncementKind(kind), fits[0])
    asked = Where(AnnouncementKind(kind), shortened(rest.strip(), 40), len(fits))
    return _where(call, asked, fits or communities)


def chosen(call: Call, tx: Tx) -> Effects:
    """A kind was chosen by button."""
    return _in_one(call, tx, AnnouncementKind(call.data["kind"]))


def preview(call: Call, tx: Tx) -> Effects:
    """The group was chosen by button as well."""
    return _preview(call, tx, AnnouncementKind(call.data["kind"]), groups.get(tx, call.data["group"]))


def announce(call: Call, tx: Tx) -> Effects:
    """The button under a preview: what is announced is read anew."""
    kind, group = AnnouncementKind(call.data["kind"]), groups.get(tx, call.data["group"])
    there = _there(call, group)
    told = publish(tx, kind, group, there, call.member)
    return _post(group, kind, told, there), Edit("announcements/made", Made(kind, group.title))


def confirm(call: Call, tx: Tx) -> Effects:
    """Award the one who was put before the staff."""
    group = groups.get(tx, call.data["group"])
    best = award(tx, group, call.data["week"], call.data["member"], _there(call, group), call.member)
    made = Edit("announcements/made", Made(AnnouncementKind.ASSIST, group.title))
    return [*_awarded(tx, group, best), made, Delete(keep=candidate_waits(group, best.week))]


def other(call: Call, tx: Tx) -> Effects:
    """Somebody else, please: the next best."""
    group, passed = groups.get(tx, call.data["group"]), (*call.data["passed"], call.data["member"])
    best = find(tx, group, _there(call, group), passed)
    return Edit("announcements/candidate", best, buttons=_decide(group, best, passed))


def nobody(call: Call, tx: Tx) -> Effects:
    """No best assist this week."""
    group = groups.get(tx, call.data["group"])
    decline(tx, group, call.data["week"], _there(call, group), call.member)
    declined = Edit("announcements/made", Made(AnnouncementKind.ASSIST, group.title, declined=True))
    return [declined, Delete(keep=candidate_waits(group, call.data["week"]))]


# What is said ---------------------------------------------------------------------------------------------------------


def _template(kind: AnnouncementKind) -> str:
    return TEMPLATES.get(kind, CLOSE)


def _post(group: Group, kind: AnnouncementKind, told: object, occasion: Occasion) -> Post:
    """Lists of the week go when the next ones come, what was decided stays."""
    fade_s = occasion.programme.tidying.stands_s(WEEK_S) if kind in TEMPLATES else None
    return Post(
        group.id, _template(kind), told, purpose=Purpose.ANNOUNCEMENTS, kind=Kind.ANNOUNCEMENT, fade_s=fade_s
    )  # fmt: skip


def _awarded(tx: Tx, group: Group, best: BestAssist) -> list[Effect]:
    """For everybody, and a word to the winner, who is not pinged in the group."""
    return [
        praised(group, best),
        Note(best.member, Matter.NEWS, f"assist:{group.id}:{best.week}", "announcements/winner", best),
    ]


def _answer(call: Call, template: str, told: object, buttons: Keyboard) -> Effect:
    if call.chat.kind is ChatKind.PRIVATE:
        return Reply(template, told, buttons=buttons)
    return Whisper(template, told, buttons=buttons)


def _preview(call: Call, tx: Tx, kind: AnnouncementKind, group: Group) -> list[Effect]:
    there = _there(call, group)
    if kind is AnnouncementKind.ASSIST:
        best = find(tx, group, there)
        return [_answer(call, "announcements/candidate", best, _decide(group, best, ()))]
    data = {"kind": kind.value, "group": group.id}
    button = Button("announcements/announce", "announcements.announce", data, outcome=Choice((group.title,)))
    return [_answer(call, _template(kind), draft(tx, kind, group, there), ((button,),))]


def _decide(group: Group, best: BestAssist, passed: tuple[int, ...]) -> Keyboard:
    data = {"group": group.id, "week": best.week, "member": best.member, "passed": list(passed)}
    return (
        (Button("announcements/confirm", "announcements.confirm", data, anyone=True, style="success"),),
        (
            Button("announcements/other", "announcements.other", data, anyone=True),
            Button("announcements/nobody", "announcements.nobody", data, anyone=True),
        ),
    )


def _in_one(call: Call, tx: Tx, kind: AnnouncementKind) -> Effects:
    """The preview in the only group; of several, one is chosen first."""
    communities = _communities(call, tx)
    if len(communities) == 1:
        return _preview(call, tx, kind, communities[0])
    return _where(call, Where(kind), communities)


def _where(call: Call, asked: Where, among: Sequence[Group]) -> Effect:
    buttons = [
        Button(
            "announcements/group",
            "announcements.preview",
            {"kind": asked.kind.value, "group": group.id},
            group,
            once=False,
        )
        for group in among[:MOST_GROUPS]
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return _answer(call, "announcements/where", asked, rows)


def _kind(kind: AnnouncementKind) -> Button:
    return Button(f"announcements/{kind}", "announcements.choose", {"kind": kind.value}, once=False)


KINDS: Keyboard = (
    (_kind(AnnouncementKind.WEEKLY), _kind(AnnouncementKind.ASSIST)),
    (_kind(AnnouncementKind.NEWCOMERS), _kind(AnnouncementKind.CHALLENGES)),
    (_kind(AnnouncementKind.MONTH), _kind(AnnouncementKind.SEASON)),
)


def _communities(call: Call, tx: Tx) -> list[Group]:
    """The community the call came from, else all of them. Raises NoCommunity."""
    here = call.chat.group
    found = [here] if here and here.part is Part.COMMUNITY else groups.active(tx, Part.COMMUNITY)
    if not found:
        raise NoCommunity
    return found


def _there(call: Call, group: Group) -> Occasion:
    """The call's moment, in that group's time zone."""
    return replace(call.occasion, group=group.id, timezone=group.timezone, message=None)


ROUTES = (
    Command("post", post, shelf=Shelf.PUBLISHING, place=10, who=MODERATORS, fades=True),
    Press("announcements.choose", chosen, who=MODERATORS),
    Press("announcements.preview", preview, who=MODERATORS),
    Press("announcements.announce", announce, who=MODERATORS, final=True),
    Press("announcements.confirm", confirm, who=MODERATORS, final=True),
    Press("announcements.other", other, who=MODERATORS),
    Press("announcements.nobody", nobody, who=MODERATORS, final=True),
)
JOBS = (
    _scheduled(AnnouncementKind.WEEKLY, "0 20 * * sun"),
    Job(MADE_BY[AnnouncementKind.ASSIST], best_assist, cron="5 20 * * sun", late_s=TWO_DAYS_S, by_hand=True),
    _scheduled(AnnouncementKind.NEWCOMERS, "0 19 * * fri"),
    _scheduled(AnnouncementKind.CHALLENGES, "0 12 * * wed"),
    _scheduled(AnnouncementKind.MONTH, "0 10 1 * *"),
    _scheduled(AnnouncementKind.SEASON, "30 10 1 jan,apr,jul,oct *"),
)
