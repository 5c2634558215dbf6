"""What is said from memory waits until Telegram can be reached, and is said once."""

import asyncio
from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.delivery import directly
from bot.delivery.directly import PATIENCE_S, say_directly
from bot.intake.attachments import CONTENT, WAITS_S, Attachments
from bot.intake.memberships import Memberships
from bot.telegram.request import NotConnected, TurnedAway
from storage.post.bodies import SendMessage
from storage.post.letters import Letter

LETTERS = (Letter(7, SendMessage("凭证 ABCD")), Letter(7, SendMessage("收好它")))


class Away:
    """A Telegram that says these things first, one for each call, and then takes everything."""

    def __init__(self, *answers: TelegramError, told: Any = None) -> None:
        self.answers, self.told, self.said, self.asked = list(answers), told, list[str](), 0

    async def call(self, method: str, **parameters: Any) -> Any:
        self.asked += 1
        if self.answers:
            raise self.answers.pop(0)
        self.said.append(parameters.get("text", method))
        return self.told

    async def get_file(self, file_id: str) -> "Away":
        self.asked += 1
        if self.answers:
            raise self.answers.pop(0)
        return self

    async def download_as_bytearray(self) -> bytearray:
        return bytearray("谁,分数\n".encode())


class Loop:
    """A steady clock that runs as fast as somebody sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(directly.asyncio, "sleep", self.sleep)
        monkeypatch.setattr(directly.asyncio, "get_running_loop", lambda: self)

    async def sleep(self, seconds: float) -> None:
        self.now += seconds

    def time(self) -> float:
        return self.now


@pytest.mark.parametrize(
    "away",
    [
        [NotConnected("refused")] * 12,
        [NotConnected("dropped"), TurnedAway("502"), TurnedAway("503")],
        [TurnedAway("502")] * 20,
        [RetryAfter(90), NotConnected("refused")],
    ],
)
def test_what_never_left_waits_and_is_said_in_order(away: list[TelegramError], monkeypatch: pytest.MonkeyPatch) -> None:
    Loop(monkeypatch)
    there = Away(*away)
    asyncio.run(say_directly(there, LETTERS))  # type: ignore[arg-type]
    assert there.said == ["凭证 ABCD", "收好它"]


@pytest.mark.parametrize("lost", [NetworkError("reset"), TimedOut(), BadRequest("chat not found")])
def test_what_may_have_been_said_or_was_refused_is_not_said_again(
    lost: TelegramError, monkeypatch: pytest.MonkeyPatch
) -> None:
    Loop(monkeypatch)
    there = Away(lost)
    asyncio.run(say_directly(there, LETTERS))  # type: ignore[arg-type]
    assert (there.said, there.asked) == (["收好它"], 2)


def test_after_ten_minutes_nobody_waits_for_it_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = Loop(monkeypatch)
    there = Away(*[NotConnected("refused")] * 1000)
    asyncio.run(say_directly(there, LETTERS))  # type: ignore[arg-type]
    assert not there.said and PATIENCE_S <= loop.now < PATIENCE_S + 60


USER = {"id": 7, "is_bot": False, "first_name": "林晓"}
SAID = {"message": {"chat": {"type": "private"}, "from": USER}}


class Base:
    """A database whose answers are given."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)

    async def run(self, work: Any) -> Any:
        return self.answers.pop(0)


def test_who_could_not_be_asked_about_is_asked_about_with_the_next_message() -> None:
    group = type("Group", (), {"chat_id": -1})()
    doubt = type("Doubt", (), {"user": USER, "groups": (group,)})()
    there = Away(NotConnected("refused"), told={"status": "left"})
    known = Memberships(Base([doubt], [doubt], [doubt]), there)  # type: ignore[arg-type]

    async def story() -> None:
        for _ in range(3):
            await known.learn([SAID], 0)

    asyncio.run(story())
    assert there.asked == 2, "once more after it was away, and then not for a minute"


@pytest.mark.parametrize(("times", "content"), [(1, "谁,分数\n"), (len(WAITS_S), "谁,分数\n"), (9, None)])
def test_a_file_is_fetched_though_telegram_was_away_for_a_moment(
    times: int, content: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(seconds: float) -> None: ...

    monkeypatch.setattr("bot.intake.attachments.asyncio.sleep", at_once)
    document = {"file_id": "f", "file_name": "list.csv", "file_size": 20}
    update = {"message": {"chat": {"type": "private"}, "from": USER, "document": document}}
    there = Away(*[TurnedAway("502")] * times)
    asyncio.run(Attachments(Base(True), there).fetch(update))  # type: ignore[arg-type]
    assert document.get(CONTENT) == content
