"""A quiz over the network: its questions come as a file, and a bot that is stopped goes on where somebody was."""

import asyncio
from functools import partial
from pathlib import Path

from tests.chat.live import live
from tests.handlers.works.quizzing import labels, table
from tests.stage import Stage


def test_questions_come_as_a_file_and_a_bot_that_is_stopped_goes_on_where_somebody_was(
    stage: Stage, tmp_path: Path
) -> None:
    async def story() -> None:
        def last(words: str) -> bool:
            return any(words in said for said in stage.said(stage.lin)[-1:])

        def staff_read(words: str) -> bool:
            return words in stage.last(stage.mo).text

        async with live(stage, tmp_path) as bot:
            private = stage.world.private(stage.mo)
            stage.mo.say(private, "/newquiz")
            await bot.quiet()
            stage.mo.send(private, document=table(3).encode("gb18030"), name="冬季用车.csv")
            await bot.until(lambda: "要给“冬季用车”加 3 题" in stage.last(stage.mo).text)
            for label, said in (
                ("入库 3 题", "题够了"),
                ("看这份问答", "题库有 3 题"),
                ("发布…", "会发到"),
                ("发布", "发布了"),
            ):
                stage.mo.press(stage.last(stage.mo), label)
                await bot.until(partial(staff_read, said))
            stage.lin.say(stage.world.private(stage.lin), "/start quiz-1")
            await bot.until(lambda: last("还有 3 次机会"))
            stage.lin.press(stage.last(stage.lin), "开始答题")
            await bot.until(lambda: last("第 1 题"))
            stage.lin.press(stage.last(stage.lin), labels(stage.last(stage.lin))[0])
            await bot.until(lambda: last("第 2 题"))
        asked = stage.last(stage.lin)
        async with live(stage, tmp_path) as bot:
            first, other, _ = labels(asked)
            stage.lin.press(asked, first)
            stage.lin.press(asked, other)
            await bot.until(lambda: last("第 3 题"))
            await bot.quiet()
            assert last("第 3 题"), "the first answer counts"

    asyncio.run(story())
