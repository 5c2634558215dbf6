"""A small text file of staff's is read before the flow handles its message."""

import asyncio
from pathlib import Path

import pytest

from bot.intake.attachments import NoText, decoded, text_document
from rules.shop.reward import RewardKind
from rules.values import replace
from storage.shop import codes
from tests.chat.live import live
from tests.shopping import KEYRING, put_up
from tests.stage import Stage


def test_codes_come_as_a_spreadsheet_writes_them(stage: Stage, tmp_path: Path) -> None:
    put_up(stage, replace(KEYRING, kind=RewardKind.CODE))

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            private = stage.world.private(stage.owner)
            stage.owner.say(private, "/codes 1")
            await bot.quiet()
            sheet = "兑换码,备注\r\nXT-1,首批\r\nXT-2,首批\r\n".encode("gb18030")
            stage.owner.send(private, document=sheet, name="codes.csv")
            await bot.until(lambda: "导入 2 个" in stage.last(stage.owner).text)
            stage.owner.press(stage.last(stage.owner), "入库 2 个")
            await bot.until(lambda: "现在有 2 个可用" in stage.last(stage.owner).text)
            assert await bot.app.database.run(lambda tx: codes.free(tx, 1)) == 2
            kept = await bot.app.database.run(lambda tx: tx.value("SELECT count(*) FROM inbox WHERE body IS NOT NULL"))
            assert kept == 0, "what a file said is blanked with the update it came in"

    asyncio.run(story())


def test_a_table_that_comes_with_the_reason_is_read_as_a_pasted_list(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            sheet = "谁,积分\r\n@lin,20\r\n周舟,30\r\n".encode("gb18030")
            private = stage.world.private(stage.mo)
            stage.mo.send(private, document=sheet, name="到场.csv", caption="/grants 周末自驾到场")
            await bot.until(lambda: "2 位，共 50 分" in "".join(stage.said(stage.mo)))

    asyncio.run(story())


def test_files_of_members_are_not_fetched(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.lin.send(stage.world.private(stage.lin), document=b"a,b", name="codes.csv")
            await bot.quiet()
            assert bot.server.bot_api.calls["getfile"] == 0

    asyncio.run(story())


def test_only_small_text_files_in_private_are_of_interest() -> None:
    def update(name: str, size: int, chat: str) -> dict[str, object]:
        return {
            "message": {"from": {"id": 7}, "chat": {"type": chat}, "document": {"file_name": name, "file_size": size}}
        }

    assert text_document(update("codes.CSV", 10, "private"))
    assert not text_document(update("codes.csv", 10, "supergroup"))
    assert not text_document(update("codes.csv", 200_001, "private"))
    assert not text_document(update("codes.exe", 10, "private"))
    assert not text_document({"callback_query": {}})


def test_texts_are_read_in_the_encodings_spreadsheets_use() -> None:
    assert [decoded(data) for data in (b"\xef\xbb\xbfA", "码".encode(), "码".encode("gb18030"))] == ["A", "码", "码"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
@pytest.mark.parametrize("marked", [False, True])
def test_a_table_is_read_in_whatever_encoding_spreadsheets_write(encoding: str, marked: bool) -> None:
    for text in ("XT-1\t首批\r\nXT-2\t首批", "兑换码\t面值\r\nXT-1\t十元"):
        assert decoded(("\ufeff" * marked + text).encode(encoding)) == text


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\0\x06", b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7", b"\x1f\x8b\x08"])
def test_a_workbook_that_was_renamed_is_no_text(data: bytes) -> None:
    with pytest.raises(NoText):
        decoded(data)
