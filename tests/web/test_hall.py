"""The hall of honour as the brand puts it outside: opened from its file in a real browser, and printed."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Request

from actions.honour.hall import whole
from messages.web import page
from rules.programme.wording import spoken
from tests.handlers.daily.test_feature import featured
from tests.handlers.honour.test_hall import named
from tests.honoured import AMBASSADOR, HELPER, hall
from tests.stage import Stage
from tests.web.conftest import PATIENCE_MS, WIDTHS

BRAND = "星途汽车"


def written(stage: Stage, locale: str, folder: Path) -> Path:
    """The exported file, of a community that everybody may read."""
    said = stage.lin.say(stage.group, "外放电接 <灯串>，亮了一整夜")
    stage.play()
    featured(stage, said)
    hall(stage)
    named(stage, stage.group, "xingtu")
    file = folder / f"hall.{locale}.html"
    file.write_text(page(locale, "hall", stage.programme.brand.name, date(2026, 12, 1), stage.do(whole)), "utf-8")
    return file


async def looked_at(shown: Page, title: str) -> None:
    """Everything is on the page, nothing beside it, the photo is a photo and a name is a name."""
    assert title in await shown.inner_text("body") and "<b>林晓" in await shown.inner_text("body")
    assert "何川" not in await shown.content()
    sides = await shown.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert sides[0] <= sides[1]
    assert await shown.evaluate("[...document.images].map(image => image.complete && image.naturalWidth > 0)") == [True]
    assert await shown.evaluate("document.scripts.length") == 0
    [deed] = await shown.locator(".deeds a").all()
    assert await deed.inner_text() == "外放电接 <灯串>，亮了一整夜"
    assert str(await deed.get_attribute("href")).startswith("https://t.me/xingtu/")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_page_stands_alone_at_any_width_and_on_paper(
    stage: Stage, tmp_path: Path, browser: Browser, loop: asyncio.AbstractEventLoop, width: str, locale: str
) -> None:
    file, asked = written(stage, locale, tmp_path), list[str]()

    def note(request: Request) -> None:
        asked.append(request.url)

    async def visited() -> bytes:
        context = await browser.new_context(viewport=WIDTHS[width], offline=True)
        context.set_default_timeout(PATIENCE_MS)
        shown = await context.new_page()
        shown.on("request", note)
        await shown.goto(file.as_uri())
        for title in (HELPER, AMBASSADOR):
            await looked_at(shown, spoken(title, locale))
        printed = await shown.pdf(format="A4")
        await context.close()
        return printed

    printed = loop.run_until_complete(visited())
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
