"""Writing, hearing, pressing, reacting and replying on the page, at both widths."""

import asyncio
from functools import partial

from playwright.async_api import expect


def test_what_one_writes_and_what_others_write_stands_there_at_once(visit, width):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.say("早上好")
        await expect(screen.bubble("早上好")).to_have_class("message is-mine is-first is-last is-new")
        club.zhou.say(club.group, "早！昨晚的流星看到了吗")
        await expect(screen.bubble("流星")).to_contain_text("老周")
        await expect(screen.by("composer")).to_have_value("")
        assert [m.text for m in club.world.messages(club.group)][-2:] == ["早上好", "早！昨晚的流星看到了吗"]

    visit(story, width)


def test_a_reply_points_to_its_message_and_thanks_are_one_tap(visit, width):
    async def story(club, screen, api):
        advice = club.zhou.say(club.group, "冷车补到 2.5 就好")
        await screen.open(club.group)
        await screen.menu("冷车")
        await screen.by("menu-reply").click()
        await screen.by("phrase-谢谢").click()
        await expect(screen.bubble("谢谢").locator(".quote")).to_contain_text("老周冷车补到 2.5 就好")
        assert list(club.world.messages(club.group))[-1].reply_to is advice

    visit(story, width)


def test_a_reaction_can_be_given_and_taken_back(visit):
    async def story(club, screen, api):
        message = club.zhou.say(club.group, "周末上山")
        await screen.open(club.group)
        await screen.menu("周末上山")
        await screen.by("reaction-picker").get_by_label("🔥").click()
        given = screen.by(f"reactions-{message.id}").get_by_role("button")
        await expect(given).to_have_attribute("aria-pressed", "true")
        assert message.reactions == {club.lin.id: "🔥"}
        await given.click()
        await expect(given).to_have_count(0)
        assert message.reactions == {}

    visit(story, "phone")


async def answer_presses(api, **shown):
    """The bot answers the next press."""
    offset = 0
    while True:
        for update in await api.ok("getUpdates", offset=offset, timeout=5):
            offset = update["update_id"] + 1
            if query := update.get("callback_query"):
                await api.ok("answerCallbackQuery", callback_query_id=query["id"], **shown)
                await api.ok("getUpdates", offset=offset)
                return


async def card(club, api):
    """A card of the bot with two buttons."""
    row = [{"text": "打卡", "callback_data": "in", "style": "success"}, {"text": "公约", "callback_data": "rules"}]
    await api.ok("sendMessage", chat_id=club.group.id, text="早安", reply_markup={"inline_keyboard": [row]})


def test_a_press_is_answered_by_a_toast_or_a_dialog(visit, width):
    async def story(club, screen, api):
        await card(club, api)
        await screen.open(club.group)
        await asyncio.gather(
            answer_presses(api, text="今天第 3 位"), screen.page.get_by_role("button", name="打卡").click()
        )
        await expect(screen.by("toast")).to_have_text("今天第 3 位")
        alert = answer_presses(api, text="就事论事，对人友善", show_alert=True)
        await asyncio.gather(alert, screen.page.get_by_role("button", name="公约").click())
        await expect(screen.by("alert")).to_contain_text("就事论事")
        await screen.by("dialog-ok").click()
        await expect(screen.by("alert")).to_have_count(0)

    visit(story, width)


def test_only_its_person_sees_a_whisper_and_it_says_so(visit, width):
    async def story(club, screen, api):
        club.lin.say(club.group, "我的积分呢")
        whisper = {"receiver_user_id": club.lin.id}
        await api.ok("sendMessage", chat_id=club.group.id, text="你有 120 分", ephemeral_message_parameters=whisper)
        await screen.open(club.group)
        await expect(screen.bubble("你有 120 分")).to_contain_text("仅你可见")
        await screen.become(club.zhou)
        await screen.open(club.group)
        await expect(screen.bubble("我的积分呢")).to_be_visible()
        await expect(screen.bubble("你有 120 分")).to_have_count(0)

    visit(story, width)


def test_each_person_has_other_chats(visit):
    async def story(club, screen, api):
        await screen.to_list()
        await expect(screen.by(f"chat-{club.staff.id}")).to_have_count(0)
        await screen.become(club.an)
        await screen.open(club.staff)
        await screen.say("开工")
        await expect(screen.bubble("开工")).to_be_visible()
        assert [m.sender for m in club.world.messages(club.staff)] == [club.an]

    visit(story, "phone")


def test_what_is_edited_changes_and_what_is_deleted_vanishes(visit):
    async def story(club, screen, api):
        sent = partial(api.ok, chat_id=club.group.id)
        first = await sent("sendMessage", text="三人已打卡")
        await screen.open(club.group)
        await sent("editMessageText", message_id=first["message_id"], text="四人已打卡")
        await expect(screen.bubble("四人已打卡")).to_contain_text("已编辑")
        await sent("deleteMessage", message_id=first["message_id"])
        await expect(screen.page.locator("article.message")).to_have_count(0)

    visit(story)


def test_what_is_pinned_stands_above(visit):
    async def story(club, screen, api):
        board = await api.ok("sendMessage", chat_id=club.group.id, text="本周贡献榜")
        await screen.open(club.group)
        await api.ok("pinChatMessage", chat_id=club.group.id, message_id=board["message_id"])
        await expect(screen.by("pinned")).to_contain_text("本周贡献榜")

    visit(story)


def test_a_topic_shows_its_own_messages_and_takes_ones_own(visit):
    async def story(club, screen, api):
        club.zhou.say(club.group, "闲聊一句")
        await screen.open(club.group)
        await screen.by(f"topic-{club.questions.id}").click()
        await expect(screen.bubble("闲聊一句")).to_have_count(0)
        club.zhou.say(club.group, "又一句闲聊")
        await screen.say("#提问 胎压多少合适")
        await expect(screen.bubble("胎压")).to_be_visible()
        await expect(screen.bubble("闲聊")).to_have_count(0)
        assert list(club.world.messages(club.group))[-1].topic is club.questions

    visit(story)


def test_older_messages_come_when_one_scrolls_up(visit):
    async def story(club, screen, api):
        for number in range(1, 71):
            club.zhou.say(club.group, f"第{number}句话")
        await screen.page.reload()
        await screen.open(club.group)
        await expect(screen.bubble("第70句话")).to_be_in_viewport()
        await expect(screen.bubble("第5句话")).to_have_count(0)
        await screen.page.locator(".scroller").evaluate("element => element.scrollTop = 0")
        await expect(screen.bubble("第5句话")).to_have_count(1)
        await screen.by("to-bottom").click()
        await expect(screen.bubble("第70句话")).to_be_in_viewport()

    visit(story)


def test_a_chat_that_goes_on_for_weeks_lets_go_of_its_oldest_messages_and_finds_them_again(visit):
    async def story(club, screen, api):
        first = club.zhou.say(club.group, "第1句话")
        await screen.open(club.group)
        await expect(screen.bubble("第1句话")).to_be_visible()
        for number in range(2, 402):
            club.zhou.say(club.group, f"第{number}句话")
        await expect(screen.bubble("第401句话")).to_be_in_viewport()
        assert await screen.page.locator("article.message").count() <= 300
        await expect(screen.bubble("第1句话")).to_have_count(0)
        club.zhou.say(club.group, "还记得吗", reply_to=first)
        await screen.page.locator(".quote").click()
        await expect(screen.page.locator(".is-found")).to_be_in_viewport()
        for number in range(402, 412):
            club.zhou.say(club.group, f"第{number}句话")
        await screen.page.wait_for_timeout(1_500)
        await expect(screen.page.locator(".is-found")).to_be_in_viewport()

    visit(story)


def test_a_long_quote_is_folded_until_it_is_touched(visit, width):
    async def story(club, screen, api):
        lines = "\n".join(f"第 {n} 行" for n in range(1, 9))
        text = f"每日封账\n<blockquote expandable>{lines}</blockquote>"
        await api.ok("sendMessage", chat_id=club.group.id, text=text, parse_mode="HTML")
        await screen.open(club.group)
        quote, sign = screen.bubble("每日封账").locator("blockquote"), screen.by("unfold")
        folded = await quote.bounding_box()
        await quote.click()
        await expect(sign).to_have_attribute("aria-expanded", "true")
        whole = await quote.bounding_box()
        assert whole["height"] > folded["height"] + 60
        await sign.click()
        await expect(sign).to_have_attribute("aria-expanded", "false")

    visit(story, width)


def test_the_page_in_english_plays_somebody_spoken_to_in_english(visit):
    async def story(club, screen, api):
        emily = club.world.person("Emily", language_code="en")
        club.group.language, english = "zh", club.world.group("Owners", people=[emily], bot="administrator")
        english.part, english.language = "community", "en"
        await screen.page.reload()
        await screen.by("language").click()
        await expect(screen.by("identity")).to_contain_text("Emily")
        await screen.open(english)
        await expect(screen.by("phrase-/checkin")).to_be_visible()
        await expect(screen.by(f"chat-{club.group.id}")).to_have_count(0)

    visit(story)


def test_a_quote_is_followed_by_the_next_line_and_only_an_empty_line_is_one(visit, width):
    async def story(club, screen, api):
        text = "问题\n<blockquote>座椅加热在哪开</blockquote>\n看原文\n\n<blockquote>再一句</blockquote>\n\n完"
        await screen.open(club.group)
        await api.ok("sendMessage", chat_id=club.group.id, text=text, parse_mode="HTML")
        quotes = screen.bubble("看原文").locator("blockquote")
        await expect(quotes).to_have_count(2)
        behind = "node => node.nextSibling.data"
        assert (await quotes.first.evaluate(behind)).startswith("看原文")
        assert (await quotes.last.evaluate(behind)).startswith("\n完")

    visit(story, width)


def test_a_chat_that_is_left_while_it_is_drawn_is_no_fault(visit):
    async def story(club, screen, api):
        answered = asyncio.Event()

        async def late(route):
            await answered.wait()
            await route.continue_()

        await screen.page.route("**/commands?*", late)
        await screen.open(club.group)
        await screen.to_list()
        async with screen.page.expect_response("**/commands?*"):
            answered.set()
        await asyncio.sleep(0.2)
        assert screen.faults == []

    visit(story, "phone")
