"""The page itself: first visit, time, a broken line, languages, hostile words."""

import re

import pytest
from playwright.async_api import expect

from sandbox.api.pages import PAGE
from sandbox.api.server import serve
from sandbox.world.events import Event
from tests.web.conftest import new_club, visiting

HOSTILE = "<img src=x onerror=pwned=1><script>pwned=1</script>"


def test_the_first_visit_is_shown_where_to_begin_until_it_is_closed(visit):
    async def story(club, screen, api):
        await expect(screen.by("welcome")).to_contain_text("机器人“kocbot”是真的")
        await screen.by("step-checkin").click()
        await expect(screen.by("composer")).to_have_value("签到")
        await screen.to_list()
        await expect(screen.by("step-checkin")).to_have_class("step is-done")
        await screen.become(club.an)
        await screen.by("step-review").click()
        await expect(screen.by("composer")).to_have_value("/reviews")
        await screen.to_list()
        await screen.by("welcome-close").click()
        await screen.page.reload()
        await expect(screen.by("identity")).to_be_visible()
        await expect(screen.by("welcome")).to_be_hidden()
        await screen.by("help").click()
        await expect(screen.by("welcome")).to_be_visible()

    visit(story, "phone", first_visit=True)


def test_an_hour_passes_at_a_press(visit):
    async def story(club, screen, api):
        before = club.world.clock.now()
        shown = await screen.by("clock").inner_text()
        await screen.by("skip").click()
        await expect(screen.by("skip-sheet")).to_contain_text("大家过完这一周")
        await screen.by("advance-hour").click()
        await expect(screen.by("clock")).not_to_have_text(shown)
        assert club.world.clock.now() - before == 3600

    visit(story, "phone")


def test_the_week_is_played_by_its_hook_and_can_be_stopped(visit):
    async def story(club, screen, api):
        asked = []

        async def season(body):
            asked.append(body["action"])
            club.world.emit(Event("season", data={"playing": len(asked) == 1, "title": "第一周", "day": 3}))
            return {}

        club.world.hooks["season"] = season
        await screen.by("play-week").click()
        await screen.by("stop-week").click()
        await expect(screen.by("play-week")).to_be_visible()
        assert asked == ["play-week", "stop"]

    visit(story, "phone")


def test_what_has_happened_is_listed_by_week_and_leads_to_its_message_as_whoever_saw_it(visit):
    async def story(club, screen, api):
        said = club.zhou.say(club.group, "第一场工作坊", topic=club.questions)
        seen = {"week": 7, "day": 3, "title": "名额只有两个", "words": "工作坊开始报名", "person": club.zhou.id}
        seen |= {"chat": club.group.id, "message": said.id}
        club.world.emit(Event("season", data={"playing": False, "title": "", "day": 0, "landmarks": [seen]}))
        await screen.by("happenings-open").click()
        await expect(screen.by("happenings")).to_contain_text("第 7 周")
        await screen.by("happening").click()
        await expect(screen.by("identity")).to_contain_text("老周")
        await expect(screen.bubble("第一场工作坊")).to_be_visible()

    visit(story, "phone")


@pytest.mark.parametrize("pixels", [390, 900, 1100, 1280, 1600])
def test_the_list_of_what_happened_is_never_cut_off(visit, pixels):
    async def story(club, screen, api):
        await screen.page.set_viewport_size({"width": pixels, "height": 800})
        seen = {"week": 7, "day": 3, "title": "周三", "words": "工作坊开始报名", "person": club.zhou.id}
        seen |= {"chat": club.group.id, "message": club.zhou.say(club.group, "第一场").id}
        club.world.emit(Event("season", data={"playing": False, "title": "", "day": 0, "landmarks": [seen]}))
        await expect(screen.by("happenings-open")).to_be_in_viewport(ratio=1)
        await expect(screen.by("play-week")).to_be_in_viewport(ratio=1)
        await screen.by("language").click()
        await expect(screen.by("happenings-open")).to_be_in_viewport(ratio=1)

    visit(story, "phone" if pixels < 760 else "wide")


def test_the_ways_to_move_on_stand_side_by_side_on_an_ordinary_screen(visit):
    async def story(club, screen, api):
        await screen.page.set_viewport_size({"width": 1280, "height": 800})
        seen = {"week": 7, "day": 3, "title": "周三", "words": "工作坊开始报名", "person": club.zhou.id}
        seen |= {"chat": club.group.id, "message": club.zhou.say(club.group, "第一场").id}
        club.world.emit(Event("season", data={"playing": False, "title": "", "day": 0, "landmarks": [seen]}))
        ways = ("happenings-open", "play-week", "advance-hour", "advance-day", "advance-sunday", "play-quarter")
        for way in ways:
            await expect(screen.by(way)).to_be_in_viewport(ratio=1)
        await screen.by("language").click()
        for way in ways:
            await expect(screen.by(way)).to_be_in_viewport(ratio=1)

    visit(story, "wide")


def test_what_stands_beside_a_chat_does_not_cover_it_once_the_page_is_narrow(visit):
    async def story(club, screen, api):
        await screen.open(club.group)
        if await screen.by("info-pane").is_hidden():
            await screen.by("info").click()
        await expect(screen.by("info-pane")).to_be_visible()
        await screen.page.set_viewport_size({"width": 390, "height": 844})
        await expect(screen.by("info-pane")).to_be_hidden()
        await screen.by("language").click()
        await screen.page.set_viewport_size({"width": 1280, "height": 800})
        await expect(screen.by("info-pane")).to_be_visible()

    visit(story, "wide")


def test_a_played_day_goes_by_its_name_in_chinese_and_by_its_weekday_in_english(visit, width):
    async def story(club, screen, api):
        seen = {"week": 7, "day": 3, "title": "周三", "words": "工作坊开始报名", "person": club.zhou.id}
        seen |= {"chat": club.group.id, "message": club.zhou.say(club.group, "第一场").id}
        club.world.emit(Event("season", data={"playing": True, "title": "周日", "day": 7, "landmarks": [seen]}))
        await expect(screen.by("season-day")).to_contain_text("周日")
        await screen.by("happenings-open").click()
        await expect(screen.by("happening")).to_contain_text("周三")
        await screen.page.keyboard.press("Escape")
        await screen.by("language").click()
        await expect(screen.by("season-day")).to_contain_text("Day 7 of 7")
        await expect(screen.by("season-day")).to_contain_text("Sunday")
        await expect(screen.by("season-day")).not_to_contain_text("周日")
        await screen.by("happenings-open").click()
        await expect(screen.by("happening")).to_contain_text("Wednesday")
        await expect(screen.by("happening")).not_to_contain_text("周三")

    visit(story, width)


def test_a_broken_line_is_shown_and_what_was_missed_comes_after(browser, loop):
    async def told():
        club = new_club()
        async with serve(club.world) as server:
            port = int(server.url.rsplit(":", 1)[1])
            visit = visiting(browser, server.url, "wide")
            screen = await visit.__aenter__()
            await screen.open(club.group)
        await expect(screen.by("reconnecting")).to_be_visible()
        club.zhou.say(club.group, "断线时说的")
        async with serve(club.world, port=port):
            await expect(screen.bubble("断线时说的")).to_be_visible()
            await expect(screen.by("reconnecting")).to_be_hidden()
            await visit.__aexit__(None, None, None)

    loop.run_until_complete(told())


def test_hostile_names_and_words_never_become_markup(visit):
    async def story(club, screen, api):
        club.zhou.rename(HOSTILE)
        club.group.title = HOSTILE
        club.zhou.say(club.group, f"{HOSTILE} #{HOSTILE} javascript:alert(1)")
        link = {"text": HOSTILE, "url": "https://t.me/kocbot"}
        await api.ok("sendMessage", chat_id=club.group.id, text=HOSTILE, reply_markup={"inline_keyboard": [[link]]})
        await screen.page.reload()
        await screen.open(club.group)
        await expect(screen.bubble(HOSTILE).first).to_be_visible()
        await screen.menu("javascript:")
        await screen.by("menu-reply").click()
        await expect(screen.page.locator("main, aside").locator("img, script")).to_have_count(0)
        assert await screen.page.evaluate("window.pwned") is None

    visit(story)


REBUILT = {
    "<b onclick=pwned=1>粗</b>": "<b>粗</b>",
    "<a href='javascript:pwned=1'>点</a>": "<span>点</span>",
    "<a href='https://example.org/' onclick=pwned=1>点</a>": (
        '<a href="https://example.org/" rel="noopener noreferrer" target="_blank">点</a>'
    ),
    "<img src=x onerror=pwned=1>": "&lt;img&gt;&lt;/img&gt;",
    "<svg onload=pwned=1><style>*{}</style></svg>": "&lt;svg&gt;&lt;style&gt;*{}&lt;/style&gt;&lt;/svg&gt;",
}


def test_html_is_rebuilt_by_an_allow_list(visit):
    rebuild = """async (html) => {
        const { safeNodes } = await import("/page/js/safehtml.js");
        const box = document.createElement("div");
        box.append(...safeNodes(html));
        return box.innerHTML;
    }"""

    async def story(club, screen, api):
        assert {html: await screen.page.evaluate(rebuild, html) for html in REBUILT} == REBUILT
        assert await screen.page.evaluate("window.pwned") is None

    visit(story)


def test_both_languages_have_all_the_words(visit):
    compare = """async () => {
        const { zh } = await import("/page/js/words.zh.js");
        const { en } = await import("/page/js/words.en.js");
        return [Object.keys(zh).filter((key) => !(key in en)), Object.keys(en).filter((key) => !(key in zh))];
    }"""

    async def story(club, screen, api):
        assert await screen.page.evaluate(compare) == [[], []]
        await screen.by("language").click()
        await expect(screen.by("play-week")).to_contain_text("Play a week")

    visit(story)


def test_nothing_sticks_out_of_a_phone(visit):
    async def story(club, screen, api):
        club.zhou.say(club.group, "https://example.org/" + "x" * 300)
        await screen.open(club.group)
        await expect(screen.bubble("example.org")).to_be_visible()
        widths = "element => [element.scrollWidth, element.clientWidth]"
        inside, seen = await screen.page.locator(".scroller").evaluate(widths)
        assert inside == seen
        assert await screen.page.evaluate("document.documentElement.scrollWidth") == 390

    visit(story, "phone")


def test_every_module_is_fetched_ahead():
    index = (PAGE / "index.html").read_text("utf-8")
    ahead = set(re.findall(r'rel="modulepreload" href="/page/js/([^"]+)"', index))
    assert ahead == {file.name for file in (PAGE / "js").glob("*.js")} - {"main.js"}


def test_no_script_writes_markup():
    words = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")
    said = [
        (file.name, word) for file in (PAGE / "js").glob("*.js") for word in words if word in file.read_text("utf-8")
    ]
    assert said == []
