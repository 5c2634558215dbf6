"""A real browser before the real sandbox; skipped where no browser is."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

from sandbox.api.server import serve
from sandbox.world.chats import Chat, Topic
from sandbox.world.clock import FrozenClock
from sandbox.world.people import Person
from sandbox.world.world import World
from tests.sandbox.conftest import Api

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = {"wide": ViewportSize(width=1280, height=800), "phone": ViewportSize(width=390, height=844)}
PATIENCE_MS, OPENING_MS = 12_000, 60_000
WELCOMED = "localStorage.setItem('kocbot.welcomed', 'true')"


@dataclass
class Club:
    """A small community: Lin and Zhou in a forum, An who moderates it too, and a staff group."""

    world: World
    lin: Person
    zhou: Person
    an: Person
    group: Chat
    questions: Topic
    staff: Chat


def new_club() -> Club:
    """The same small world for every story."""
    world = World(FrozenClock())
    world.brand, world.limits.enforced, world.privacy_mode = "北辰汽车", False, False
    lin, zhou, an = (world.person(name) for name in ("小满", "老周", "安然"))
    an.role = "moderator"
    group = world.group("车友会", forum=True, people=[an, lin, zhou], bot="administrator")
    questions = world.topic(group, "提问", emoji="❓")
    staff = world.group("工作台", people=[an], bot="administrator")
    group.part, staff.part = "community", "staff"
    return Club(world, lin, zhou, an, group, questions, staff)


class Screen:
    """What a person does with the page, whatever its width."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def by(self, testid: str) -> Locator:
        """The element with that test id."""
        return self.page.get_by_test_id(testid)

    def bubble(self, text: str) -> Locator:
        """The message that says `text`."""
        return self.page.locator("article.message").filter(has_text=text)

    async def open(self, chat: Chat) -> None:
        """Go to a chat, on a phone by way of the list."""
        await self.to_list()
        await self.by(f"chat-{chat.id}").click()
        await expect(self.by("messages")).to_be_visible()

    async def to_list(self) -> None:
        """Where people and chats are listed."""
        if await self.by("back").is_visible():
            await self.by("back").click()

    async def become(self, person: Person) -> None:
        """Play somebody else."""
        await self.to_list()
        await self.by(f"person-{person.id}").click()
        await expect(self.by("identity")).to_contain_text(person.name)

    async def say(self, text: str) -> None:
        """Write and press Enter."""
        await self.by("composer").fill(text)
        await self.by("composer").press("Enter")

    async def menu(self, text: str) -> None:
        """Open the menu of the message that says `text`."""
        await self.bubble(text).locator(".bubble").click(button="right")


Story = Callable[[Club, Screen, Api], Coroutine[object, object, None]]


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """The loop in which server and browser live."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


@pytest.fixture(scope="session")
def browser(loop: asyncio.AbstractEventLoop) -> Iterator[Browser]:
    """One browser for all stories."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("no Chromium on this machine: the page is tested where there is one")
    expect.set_options(timeout=PATIENCE_MS)
    driver = loop.run_until_complete(async_playwright().start())
    browser = loop.run_until_complete(driver.chromium.launch(executable_path=path, args=QUIETLY))
    yield browser
    loop.run_until_complete(browser.close())
    loop.run_until_complete(driver.stop())


@asynccontextmanager
async def visiting(
    browser: Browser, url: str, width: str, *, first_visit: bool = False, locale: str = "zh-CN"
) -> AsyncIterator[Screen]:
    """A fresh visit of the page at `url`."""
    context = await browser.new_context(viewport=WIDTHS[width], locale=locale, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    context.set_default_navigation_timeout(OPENING_MS)
    if not first_visit:
        await context.add_init_script(WELCOMED)
    screen = Screen(await context.new_page())
    try:
        await screen.page.goto(url)
        await expect(screen.by("identity")).to_be_visible()
        yield screen
    finally:
        await context.close()
    assert screen.faults == []


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> str:
    """Desktop and phone."""
    return str(request.param)


@pytest.fixture
def visit(browser: Browser, loop: asyncio.AbstractEventLoop) -> Callable[..., None]:
    """Runs a story in front of the page: `visit(story, "phone")`."""

    def run(story: Story, width: str = "wide", *, first_visit: bool = False) -> None:
        async def told() -> None:
            club = new_club()
            async with (
                serve(club.world) as server,
                aiohttp.ClientSession() as session,
                visiting(browser, server.url, width, first_visit=first_visit) as screen,
            ):
                await story(club, screen, Api(server, session))

        loop.run_until_complete(told())

    return run
