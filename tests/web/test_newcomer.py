"""What a first visitor meets: their language, who everybody is, what is unread, what is told and what is copied."""

import asyncio

from playwright.async_api import expect

from sandbox.api.server import serve
from tests.web.conftest import new_club, visiting
from tests.web.test_conversation import answer_presses

BADGE = ".badge"


def badge(screen, chat):
    return screen.by(f"chat-{chat.id}").locator(BADGE)


def test_what_is_unread_stays_so_when_messages_are_tidied_away(visit, width):
    async def story(club, screen, api):
        for number in range(3):
            club.zhou.say(club.group, f"早先的第 {number} 句")
        private = club.world.private(club.lin)
        await screen.open(club.group)
        club.lin.say(club.group, "我的积分")
        whisper = {"receiver_user_id": club.lin.id}
        seen = await api.ok(
            "sendMessage", chat_id=club.group.id, text="你有 12 分", ephemeral_message_parameters=whisper
        )
        await expect(screen.bubble("你有 12 分")).to_be_visible()
        await screen.open(private)
        await screen.to_list()
        club.zhou.say(club.group, "新的一句")
        await expect(badge(screen, club.group)).to_have_text("1")
        whispered = {"receiver_user_id": club.lin.id, "ephemeral_message_id": seen["ephemeral_message_id"]}
        await api.ok("deleteEphemeralMessage", chat_id=club.group.id, **whispered)
        await expect(badge(screen, club.group)).to_have_text("1")
        await screen.open(club.group)
        await expect(screen.bubble("新的一句")).to_be_visible()
        await screen.to_list()
        await expect(badge(screen, club.group)).to_have_count(0)

    visit(story, width)


def test_one_topic_read_leaves_the_others_unread(visit, width):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.open(club.world.private(club.lin))
        await screen.to_list()
        club.zhou.say(club.group, "闲聊一句")
        club.zhou.say(club.group, "#提问 胎压多少合适", topic=club.questions)
        await expect(badge(screen, club.group)).to_have_text("2")
        await screen.open(club.group)
        await screen.to_list()
        await expect(badge(screen, club.group)).to_have_count(0)
        await screen.open(club.group)
        await screen.by("topic-0").click()
        club.zhou.say(club.group, "我也想知道", topic=club.questions)
        await expect(screen.by(f"topic-{club.questions.id}").locator(BADGE)).to_have_text("1")
        await screen.to_list()
        await expect(badge(screen, club.group)).to_have_text("1")
        await screen.open(club.group)
        await screen.by(f"topic-{club.questions.id}").click()
        await screen.to_list()
        await expect(badge(screen, club.group)).to_have_count(0)

    visit(story, width)


async def told(club, screen, api):
    """The bot has told somebody something by a toast."""
    row = [{"text": "打卡", "callback_data": "in"}]
    await api.ok("sendMessage", chat_id=club.group.id, text="早安", reply_markup={"inline_keyboard": [row]})
    await screen.open(club.group)
    await asyncio.gather(
        answer_presses(api, text="今天第 3 位"), screen.page.get_by_role("button", name="打卡").click()
    )
    await expect(screen.by("toast")).to_have_text("今天第 3 位")


def test_a_toast_leaves_the_title_free_and_goes_with_its_person(visit, width):
    async def story(club, screen, api):
        await told(club, screen, api)
        await screen.by("toast").evaluate("toast => Promise.all(toast.getAnimations().map(one => one.finished))")
        toast, top = await screen.by("toast").bounding_box(), await screen.page.locator(".chat-top").bounding_box()
        assert toast["y"] >= top["y"] + top["height"]
        await screen.become(club.zhou)
        await expect(screen.page.locator(".toast.is-answer")).to_have_count(0)

    visit(story, width)


def test_a_member_has_a_card_and_is_played_from_it(visit, width):
    async def story(club, screen, api):
        club.zhou.bio = "六十二岁，新人的事就是他的事。"
        club.zhou.say(club.group, "早")
        await screen.page.reload()
        await screen.open(club.group)
        await screen.bubble("早").get_by_role("button", name="老周").first.click()
        await expect(screen.by("person-card")).to_contain_text("新人的事")
        await expect(screen.by("person-card")).to_contain_text("KOC")
        await expect(screen.by("person-card")).to_contain_text("关键意见消费者")
        await screen.page.keyboard.press("Escape")
        await expect(screen.by("identity")).to_contain_text("小满")
        if await screen.by("info-pane").is_hidden():
            await screen.by("info").click()
        await screen.by(f"member-{club.an.id}").click()
        await expect(screen.by("person-card")).to_contain_text("版主")
        await screen.by("card-become").click()
        await expect(screen.by("identity")).to_contain_text("安然")

    visit(story, width)


def test_the_page_speaks_the_browsers_language_until_one_chooses(browser, loop):
    async def story():
        club = new_club()
        emily = club.world.person("Emily", language_code="en")
        club.world.group("Owners", people=[emily], bot="administrator")
        async with serve(club.world) as server:
            async with visiting(browser, server.url, "wide", locale="en-GB") as screen:
                await expect(screen.by("play-week")).to_contain_text("Play a week")
                await expect(screen.by("identity")).to_contain_text("Emily")
                await screen.by("language").click()
                await screen.page.reload()
                await expect(screen.by("play-week")).to_contain_text("播放一周")
            async with visiting(browser, server.url, "wide", locale="zh-TW") as screen:
                await expect(screen.by("play-week")).to_contain_text("播放一周")
                await expect(screen.by("identity")).to_contain_text("小满")

    loop.run_until_complete(story())


CLIPBOARD = "navigator.clipboard.readText()"
WITHOUT = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSED = "document.execCommand = () => false"


async def code(club, screen, api):
    """The bot has sent a code with a button that copies it."""
    row = [{"text": "复制", "copy_text": {"text": "XT-2048"}}]
    await api.ok("sendMessage", chat_id=club.group.id, text="你的兑换码", reply_markup={"inline_keyboard": [row]})
    await screen.open(club.group)


def test_copying_copies_and_says_so_or_shows_the_words(visit, width):
    async def story(club, screen, api):
        await code(club, screen, api)
        press = screen.page.get_by_role("button", name="复制").last
        await screen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await press.click()
        await expect(screen.by("toast")).to_have_text("已复制：XT-2048")
        assert await screen.page.evaluate(CLIPBOARD) == "XT-2048"
        await screen.page.evaluate(WITHOUT)
        await screen.page.evaluate(REFUSED)
        await press.click()
        await expect(screen.by("copy-sheet").locator("textarea")).to_have_value("XT-2048")

    visit(story, width)


def test_what_is_set_in_monospace_is_copied_at_a_touch_as_in_the_apps(visit, width):
    async def story(club, screen, api):
        form = "<pre>标题：\n截止：7天</pre> 或者 <code>XT-2048</code>"
        await api.ok("sendMessage", chat_id=club.group.id, text=form, parse_mode="HTML")
        await screen.open(club.group)
        await screen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await screen.page.locator("article.message pre").click()
        await expect(screen.by("toast")).to_have_text("已复制：标题：\n截止：7天")
        assert await screen.page.evaluate(CLIPBOARD) == "标题：\n截止：7天"
        await screen.page.locator("article.message code").click()
        await expect(screen.by("toast").last).to_have_text("已复制：XT-2048")
        assert await screen.page.evaluate(CLIPBOARD) == "XT-2048"

    visit(story, width)


def test_what_happens_in_a_chat_is_told_in_the_pages_language(visit):
    async def story(club, screen, api):
        club.world.person("夏天").join(club.group)
        await screen.open(club.group)
        await expect(screen.page.locator(".service").last).to_have_text("夏天 加入了")
        await screen.by("language").click()
        await expect(screen.page.locator(".service").last).to_have_text("夏天 joined")

    visit(story)


def test_commands_one_tap_away_go_by_their_names(visit):
    async def story(club, screen, api):
        listed = [
            {"command": "me", "description": "我的积分与等级"},
            {"command": "top", "description": "排行榜（本周）"},
        ]
        await api.ok("setMyCommands", commands=listed)
        await screen.open(club.group)
        await expect(screen.by("phrase-/me")).to_have_text("我的积分与等级")
        await expect(screen.by("phrase-/top")).to_have_text("排行榜")
        await expect(screen.by("phrase-/shop")).to_have_count(0)
        await screen.by("phrase-/me").click()
        await expect(screen.bubble("/me")).to_be_visible()

    visit(story)


def test_what_grows_below_does_not_take_one_from_the_newest(visit, width):
    async def story(club, screen, api):
        for number in range(30):
            club.zhou.say(club.group, f"第 {number} 句")
        await screen.page.reload()
        await screen.open(club.group)
        await expect(screen.bubble("第 29 句")).to_be_in_viewport()
        grow = "list => { list.style.paddingBottom = '400px'; }"
        await screen.by("messages").evaluate(grow)
        await screen.by("messages").evaluate("list => { list.style.paddingTop = '300px'; }")
        await expect(screen.by("to-bottom")).to_be_hidden()

    visit(story, width)
