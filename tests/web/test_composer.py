"""Sending more than words, losing nothing, and the bot's own chat."""

from playwright.async_api import expect


def test_a_picture_is_sent_with_its_caption(visit, width):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.by("attach").click()
        await screen.by("sample-camp").click()
        await screen.by("composer").fill("#挑战12 山里扎营")
        await screen.by("send").click()
        await expect(screen.bubble("山里扎营").locator("img")).to_be_visible()
        sent = list(club.world.messages(club.group))[-1]
        assert (sent.media.kind, sent.text) == ("photo", "#挑战12 山里扎营")

    visit(story, width)


def test_a_sticker_and_a_voice_message_are_sent_at_a_tap(visit, width):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.by("composer").fill("还没写完")
        await screen.by("attach").click()
        await screen.by("sticker-thanks").click()
        await expect(screen.page.locator("img.sticker")).to_be_visible()
        await screen.by("attach").click()
        await screen.by("attach-tune").click()
        await expect(screen.page.locator(".voice audio")).to_be_visible()
        await expect(screen.by("composer")).to_have_value("还没写完")
        *_, sticker, voice = club.world.messages(club.group)
        assert (sticker.media.kind, voice.media.kind) == ("sticker", "voice")
        assert await screen.page.locator(".voice audio").evaluate("sound => sound.duration") == 2

    visit(story, width)


SLOWLY = """() => {
  const drawn = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (...given) { setTimeout(() => drawn.apply(this, given), 600); };
}"""


def test_a_picture_that_is_still_being_drawn_goes_along(visit):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.page.evaluate(SLOWLY)
        await screen.by("attach").click()
        await screen.by("sample-camp").click()
        await screen.say("#挑战12 山里扎营")
        await expect(screen.bubble("山里扎营").locator("img")).to_be_visible()
        [sent] = [message for message in club.world.messages(club.group) if "山里扎营" in message.text]
        assert sent.media.kind == "photo"

    visit(story, "wide")


def test_nothing_typed_is_lost_when_sending_fails(visit, width):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.page.route("**/play/act", lambda route: route.abort())
        await screen.say("写了很久的一段话")
        await expect(screen.by("toast")).to_contain_text("还在输入框里")
        await expect(screen.by("composer")).to_have_value("写了很久的一段话")
        await screen.page.unroute("**/play/act")
        await screen.by("send").click()
        await expect(screen.bubble("写了很久的一段话")).to_be_visible()

    visit(story, width)


def test_a_draft_waits_in_its_chat(visit):
    async def story(club, screen, api):
        await screen.become(club.an)
        await screen.open(club.group)
        await screen.by("composer").fill("还没写完")
        await screen.open(club.staff)
        await expect(screen.by("composer")).to_have_value("")
        await screen.open(club.group)
        await expect(screen.by("composer")).to_have_value("还没写完")

    visit(story)


def test_enter_while_choosing_characters_sends_nothing(visit):
    async def story(club, screen, api):
        await screen.open(club.group)
        await screen.by("composer").fill("nihao")
        await screen.by("composer").dispatch_event("keydown", {"key": "Enter", "isComposing": True, "keyCode": 229})
        await expect(screen.by("composer")).to_have_value("nihao")
        assert [m.text for m in club.world.messages(club.group) if m.text] == []

    visit(story)


def test_the_command_menu_lists_what_the_bot_offers_and_sends_it(visit):
    async def story(club, screen, api):
        await api.ok(
            "setMyCommands",
            commands=[{"command": "mentor", "description": "导师团"}, {"command": "me", "description": "我的贡献"}],
        )
        await screen.open(club.group)
        await screen.by("composer").fill("/me")
        await expect(screen.by("command-me")).to_contain_text("我的贡献")
        await screen.by("composer").press("Enter")
        await expect(screen.bubble("/me")).to_be_visible()

    visit(story)


def test_a_private_chat_begins_with_its_button(visit):
    async def story(club, screen, api):
        await screen.open(club.world.private(club.lin))
        await screen.by("start").click()
        await expect(screen.bubble("/start")).to_be_visible()
        await expect(screen.by("composer")).to_be_visible()
        assert club.lin.started

    visit(story, "phone")


def test_a_deep_link_opens_the_private_chat_and_starts_with_its_payload(visit):
    async def story(club, screen, api):
        link = {"text": "私聊兑换", "url": "https://t.me/kocbot?start=shop"}
        await api.ok("sendMessage", chat_id=club.group.id, text="商城", reply_markup={"inline_keyboard": [[link]]})
        await screen.open(club.group)
        await screen.page.get_by_role("button", name="私聊兑换").click()
        await expect(screen.bubble("/start shop")).to_be_visible()
        assert [m.text for m in club.world.messages(club.world.private(club.lin))] == ["/start shop"]

    visit(story)
