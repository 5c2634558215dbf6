"""Scripts: what people do in a week, as lines that anybody can read and write.

    == 周一 开工第一天                                the day, and what it is called on the page
    08:12 林晓满 @闲聊 =m1 | 早上的雾真好看            says it in that topic, and the message is called m1
    08:15 何川 >m1 | 在哪儿拍的？                      replies to m1
    08:20 何川 罗一 >m1 👍                            both react
    09:00 苏木 @挑战 图:海边 =w1 | #挑战1 收工         sends a picture with a caption
    09:30 莫莉 @私聊 图:蓝夜+白雪                     sends these pictures as one album
    10:00 许瑞秋 @运营 按:我来看                       presses the bot's latest button of that name there
    10:05 莫莉 @运营 ~田野 按:就这么定                   the same, below the bot's latest message that speaks of 田野
    10:06 莫莉 @运营 ~田野 | 我来回 TA                  replies to that message
    10:30 何川 @核心 投:赞成                           answers the latest poll there
    11:00 贺知远 进群                                 joins the community, or the chat named
    11:10 方圆 @运营 退群                              leaves it
    11:30 罗一 @私聊 进群                              follows the link under the bot's latest message there
    ★ @群 海边的照片交上来了                             what the list of a quarter says of the step above, and where

Lines that begin with blanks go on with the text above; `#` begins a remark. `{海边}` stands for the number of the challenge
with those words in its title, `{签到码:夜拍}` for the code that is said at that event. Places: a topic of the community, 群, 核心,
运营, 频道, 英文, 新群, 私聊.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from rules.values import replace
from sandbox.world.reacting import STANDARD

WEEKS = Path(__file__).parent / "weeks"
_DAY = re.compile(r"==\s*(\S+)\s+(.+)")
_DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日", "")
_MARK = re.compile(r"★\s*(?:@(\S+)\s+)?(.+)")
_STEP = re.compile(r"(\d\d):(\d\d)\s+(.+)", re.DOTALL)
_HERE = "闲聊"
_COMING_AND_GOING = {"进群": "join", "退群": "leave"}


class Unreadable(ValueError):
    """A line of a script makes no sense."""


class Mark(Struct, frozen=True):
    """What is to be found later: what happened, and the place where it is seen, empty for that of the step itself."""

    words: str
    place: str = ""


class Step(Struct, frozen=True):
    """One thing that people do: `day` counts from 0, `minute` from midnight; `verb` is say, react, press, vote, join or leave.

    It is done to the bot's latest message that holds the words `of`, where some are given. What is done on the `first` of a
    month has no day of the week; in a week without that it is not done.
    """

    day: int
    minute: int
    who: tuple[str, ...]
    verb: str = "say"
    place: str = ""
    reply: str = ""
    name: str = ""
    media: tuple[str, str] | None = None
    what: str = ""
    of: str = ""
    mark: Mark | None = None
    first: bool = False


class Script(Struct, frozen=True):
    """A week: its steps in order, and what each of its days is called."""

    name: str
    titles: tuple[str, ...]
    steps: tuple[Step, ...]


def load(name: str) -> Script:
    """The script `weeks/<name>.txt`. Raises Unreadable."""
    return parse(name, (WEEKS / f"{name}.txt").read_text("utf-8"))


def parse(name: str, text: str) -> Script:
    """Read a script. Raises Unreadable, naming the line."""
    titles: list[str] = []
    steps: list[Step] = []
    for number, line in _joined(text):
        if (day := _DAY.fullmatch(line)) and day[1] == _DAYS[len(titles)]:
            titles.append(day[2])
        elif (mark := _MARK.fullmatch(line)) and steps:
            steps[-1] = replace(steps[-1], mark=Mark(mark[2], mark[1] or ""))
        elif (found := _STEP.fullmatch(line)) and titles:
            steps.append(_step(len(titles) - 1, int(found[1]) * 60 + int(found[2]), found[3]))
        else:
            raise Unreadable(f"{name}, line {number}: {line}")
    return Script(name, tuple(titles), tuple(sorted(steps, key=lambda step: (step.day, step.minute))))


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their continuation, without remarks and empty ones."""
    held, at = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(" ") and held:
            held += "\n" + line.strip()
            continue
        if held:
            yield at, held
        held, at = ("" if line.startswith("#") else line.rstrip()), number
    if held:
        yield at, held


def _step(day: int, minute: int, rest: str) -> Step:
    head, _, text = rest.partition("|")
    step = Step(day, minute, (), what=text.strip())
    for token in head.split():
        step = _with(step, token)
    return step if step.place or step.reply else replace(step, place=_HERE)


def _with(step: Step, token: str) -> Step:
    if token in STANDARD:
        return replace(step, verb="react", what=token)
    if token in _COMING_AND_GOING:
        return replace(step, verb=_COMING_AND_GOING[token])
    kind, colon, value = token.partition(":")
    if colon and kind == "按":
        return replace(step, verb="press", what=value.replace("_", " "))
    if colon and kind == "投":
        return replace(step, verb="vote", what=value)
    if colon and kind in ("图", "视频"):
        return replace(step, media=("photo" if kind == "图" else "video", value))
    for mark, field in (("@", "place"), (">", "reply"), ("=", "name"), ("~", "of")):
        if token.startswith(mark):
            return replace(step, **{field: token[1:].replace("_", " ")})  # type: ignore[arg-type]  # all of them are words
    return replace(step, who=(*step.who, token))
