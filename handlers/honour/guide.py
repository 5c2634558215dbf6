"""The scoring guide with its further pages, and the news when its numbers have changed."""

from actions.honour.core import opened_by
from actions.honour.guide import news
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Post, Reply, Whisper
from handlers.routes import Command, Job, JobCall, Press, Shelf
from messages.vocabulary import vocabulary
from rules.honour.guide import guide, section
from rules.honour.guide_group import grouped, siblings
from rules.honour.guide_page import GuidePage, pages, shown
from rules.letters import Kind
from rules.people import Purpose
from rules.programme.wording import LOCALES
from rules.reading.typed import bare
from storage.engine.tx import Tx

LASTS_S = 30 * DAY_S
GROUPS_IN_A_ROW = 2
PAGES_IN_A_ROW = 3


def show(call: Call, tx: Tx) -> Effects:
    """How points are come by, with the way to the other pages; in a group to the caller alone.

    Who asks for one thing in their own words is told that section.
    """
    core = opened_by(tx, call.occasion.programme)
    told, buttons = guide(call.occasion.programme, core), _others(call, GuidePage.POINTS, core)
    if wanted := _wanted(call):
        told, buttons = section(told, wanted), [[_to("page_points", GuidePage.POINTS)]]
    if call.chat.group:
        return Whisper("guide/guide", told, buttons=buttons)
    return Reply("guide/guide", told, buttons=buttons)


def _wanted(call: Call) -> str | None:
    """The one section that a message in one's own words is about."""
    said = bare(call.message.text) if call.message and call.shown is None and not call.words else ""
    sections = vocabulary("guide", LOCALES[0]).choices["section"]
    found = [name for name, words in sections.items() if any(bare(word) in said for word in words)]
    return found[0] if len(found) == 1 else None


def turn(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page, programme = GuidePage(call.data["page"]), call.occasion.programme
    core = opened_by(tx, programme)
    if page not in pages(programme, core):
        page = GuidePage.POINTS
    buttons = _others(call, page, core)
    if page is GuidePage.POINTS:
        return Edit("guide/guide", guide(programme, core), buttons=buttons)
    return Edit(f"guide/{page}", shown(programme, page, core), buttons=buttons)


def _others(call: Call, here: GuidePage, core: str) -> Keyboard:
    """From the page about points to the groups of pages; from each of these to the others of its group, and back."""
    there = pages(call.occasion.programme, core)
    if here is GuidePage.POINTS:
        groups = [_to(f"group_{group}", held[0]) for group, held in grouped(there).items()]
        return _rows(groups, GROUPS_IN_A_ROW)
    beside = [_to(f"page_{page}", page) for page in siblings(here, there)]
    return [*_rows(beside, PAGES_IN_A_ROW), [_to("page_points", GuidePage.POINTS)]]


def _to(label: str, page: GuidePage) -> Button:
    return Button(f"guide/{label}", "guide.page", {"page": page.value}, once=False, lasts_s=LASTS_S)


def _rows(buttons: list[Button], width: int) -> Keyboard:
    return [buttons[n : n + width] for n in range(0, len(buttons), width)]


def tell(call: JobCall, tx: Tx) -> Effects:
    """A change of rules, with its date and every number that differs."""
    assert call.group is not None
    changed = news(tx, call.group, call.occasion)
    return (
        Post(call.group.id, "guide/changed", changed, purpose=Purpose.ANNOUNCEMENTS, kind=Kind.ANNOUNCEMENT)
        if changed
        else None
    )


ROUTES = (
    Command("guide", show, shelf=Shelf.RULES, place=10, fades=True),
    Press("guide.page", turn),
)
JOBS = (Job("rules_news", tell, cron="5 9-21 * * *"),)
