"""Telegram's flood limits, in time that can be advanced."""

import pytest

from sandbox.world.clock import FrozenClock
from sandbox.world.limits import Limits
from sandbox.world.world import World


class Watch:
    """Seconds that pass when told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def limits(watch):
    return Limits(watch)


def test_a_chat_takes_a_small_burst_and_then_one_a_second(limits, watch):
    sent = [limits.retry_after_s(1, group=False) for _ in range(4)]
    assert sent == [0, 0, 0, 1]
    watch.now = 1.0
    assert [limits.retry_after_s(1, group=False) for _ in range(2)] == [0, 1]


def test_a_group_takes_twenty_a_minute(limits, watch):
    accepted = 0
    for second in range(60):
        watch.now = float(second)
        accepted += limits.retry_after_s(-1, group=True) == 0
    assert accepted == 20
    assert limits.retry_after_s(-1, group=True) == 1
    watch.now = 60.0
    assert limits.retry_after_s(-1, group=True) == 0


def test_all_chats_together_take_thirty_a_second(limits, watch):
    assert sum(limits.retry_after_s(chat, group=False) == 0 for chat in range(100)) == 30
    watch.now = 1.0
    assert sum(limits.retry_after_s(chat, group=False) == 0 for chat in range(100, 200)) == 30


def test_an_album_counts_each_of_its_messages(limits, watch):
    assert limits.retry_after_s(-1, group=True, messages=10) == 0
    watch.now = 30.0
    assert limits.retry_after_s(-1, group=True, messages=10) == 0
    watch.now = 45.0
    assert limits.retry_after_s(-1, group=True, messages=1) == 15


def test_an_album_over_the_limit_is_refused_whole(play, world, lin, group):
    world.limits.enforced = True
    photo = {"type": "photo", "media": lin.send(group, photo="photo-1").media.file.file_id}

    async def story(api):
        await api.ok("sendMessage", chat_id=group.id, text="x")
        answer = await api("sendMediaGroup", chat_id=group.id, media=[photo] * 3)
        assert answer["parameters"] == {"retry_after": 1}
        assert len(world.messages(group)) == 2

    play(story)


def test_a_flooded_chat_answers_429_and_says_how_long(play, world, lin, group):
    world.limits.enforced = True

    async def story(api):
        answers = [await api("sendMessage", chat_id=lin.id, text="x") for _ in range(4)]
        assert [answer["ok"] for answer in answers] == [True, True, True, False]
        last = answers[-1]
        assert (last["error_code"], last["description"]) == (429, "Too Many Requests: retry after 1")
        assert last["parameters"] == {"retry_after": 1}
        world.advance(1)
        await api.ok("sendMessage", chat_id=lin.id, text="y")

    play(story)


def test_edits_share_the_chats_limit_but_toasts_and_reactions_do_not(play, world, lin):
    world.limits.enforced = True

    async def story(api):
        markup = {"inline_keyboard": [[{"text": "好", "callback_data": "x"}]]}
        sent = await api.ok("sendMessage", chat_id=lin.id, text="x", reply_markup=markup)
        message = world.private(lin).messages[sent["message_id"]]
        place = {"chat_id": lin.id, "message_id": message.id}
        for n in range(50):
            await api.ok("answerCallbackQuery", callback_query_id=lin.press(message, "好"))
            await api.ok("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👍" if n % 2 else "🔥"}])
            await api.ok("getChat", chat_id=lin.id)
        edits = [(await api("editMessageText", **place, text=str(n), reply_markup=markup))["ok"] for n in range(5)]
        assert edits == [True, True, False, False, False]

    play(story)


def test_limits_heal_in_real_time_though_the_clock_stands_still():
    clock = FrozenClock()
    world = World(clock)
    before = clock.pace()
    assert clock.now() == clock.now()
    assert clock.pace() >= before
    world.advance(5)
    assert clock.pace() >= before + 5
