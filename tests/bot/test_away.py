"""Telegram is out of reach for ten minutes while a letter of every sort is due: each goes afterwards, and goes once."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from rules.letters import Kind
from storage.post.bodies import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageText,
    PinChatMessage,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    UnpinChatMessage,
)
from storage.post.letters import Letter
from storage.post.polls import SendPoll, StopPoll
from storage.post.standing import (
    ApproveChatJoinRequest,
    BanChatMember,
    CreateChatInviteLink,
    DeclineChatJoinRequest,
    RestrictChatMember,
    RevokeChatInviteLink,
    SetChatMemberTag,
    UnbanChatMember,
)
from tests.bot.telegram import Answer, refusal, telegram
from tests.bot.test_line import GROUP, free_port, outage
from tests.letters import letters_by_state
from tests.stage import Stage

CHANNEL, STAFF, LIN = -1003, -1002, 7
LETTERS = (
    Letter(GROUP, SendMessage("本周榜单"), kind=Kind.ANNOUNCEMENT, lasts_s=7 * 86_400),
    Letter(GROUP, PinChatMessage(12)),
    Letter(GROUP, EditMessageText(13, "3 位车友，5 个点子")),
    Letter(GROUP, DeleteMessage(14), kind=Kind.TIDYING),
    Letter(GROUP, RestrictChatMember(LIN, {"can_send_messages": False}, 2_000_000_000), kind=Kind.RESTRICTION),
    Letter(GROUP, SetChatMemberTag(LIN, "活跃车友"), kind=Kind.TAG),
    Letter(GROUP, CreateChatInviteLink("林晓", 2_000_000_000), kind=Kind.DOOR),
    Letter(GROUP, RevokeChatInviteLink("https://t.me/+x"), kind=Kind.DOOR),
    Letter(GROUP, ApproveChatJoinRequest(LIN), kind=Kind.DOOR),
    Letter(GROUP, UnbanChatMember(LIN), kind=Kind.DOOR),
    Letter(LIN, SendMessage("作品通过了，+40 分"), kind=Kind.RESULT),
    Letter(LIN, SendMessage("今天的三件事"), kind=Kind.PRIVATE),
    Letter(LIN, SendDocument("名册", document="f1"), kind=Kind.PRIVATE),
    Letter(CHANNEL, SendPhoto("滨江夜拍", photo="f2"), kind=Kind.ANNOUNCEMENT),
    Letter(STAFF, SendMessage("有新作品待审"), kind=Kind.RESULT),
    Letter(GROUP, SendPoll("雨天自动升窗？", [{"text": "赞成"}, {"text": "反对"}]), keep="council_vote:1"),
    Letter(GROUP, StopPoll(15)),
    Letter(CHANNEL, SendMediaGroup([{"type": "photo", "media": "f3"}, {"type": "photo", "media": "f4"}])),
    Letter(CHANNEL, EditMessageCaption(16, "滨江夜拍，更正"), kind=Kind.CORRECTION),
    Letter(GROUP, UnpinChatMessage(12)),
    Letter(GROUP, DeclineChatJoinRequest(LIN), kind=Kind.DOOR),
    Letter(GROUP, BanChatMember(LIN), kind=Kind.DOOR),
    Letter(0, SetMyCommands([{"command": "help", "description": "帮助"}], {"type": "default"})),
)
EXPECTED = Counter(letter.body.method for letter in LETTERS)
TEN_MINUTES = 10


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(None, id="no network"),
        pytest.param(Answer(502, b"<html>"), id="bad gateway"),
        pytest.param(refusal(429, "Too Many Requests: retry after 300", retry_after=300), id="too many requests"),
    ],
)
def test_each_goes_once(answer: Answer | None, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()

    async def story() -> None:
        async with outage(stage, tmp_path, port, monkeypatch) as away:
            if answer is None:
                await away.put(*LETTERS)
                for _ in range(TEN_MINUTES):
                    await away.pass_by(60)
                assert await away.database.run(letters_by_state) == {"queued": len(LETTERS)}
            async with telegram(answer, port=port) as there:
                if answer is not None:
                    await away.put(*LETTERS)
                async with asyncio.timeout(20):
                    while "queued" in (states := await away.database.run(letters_by_state)) or "sending" in states:
                        stage.clock.advance(30)
                        away.delivery.wake()
                        await asyncio.sleep(0.05)
                assert there.posted == EXPECTED

    asyncio.run(story())
