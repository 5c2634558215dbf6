"""Through the real router, with the real permits: what people write means what they mean, and ordinary talk means nothing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.flow.permit import closed
from bot.flow.router import Router
from bot.intake.incoming import Incoming, What
from handlers import routes
from handlers.call import Call, Chat, ChatKind, Mention, Message, Person, Sender
from handlers.operations.likely import likely
from handlers.routes import Command
from rules.daily.question import asks_plainly
from rules.occasion import Occasion
from rules.people import Group, Member, Part, Role
from rules.programme.programme import Programme
from rules.reading.hashtags import hashtags
from rules.reading.moments import moment_of
from rules.reading.numbers import whole
from rules.reading.slashed import slashed
from rules.reading.spans import whole_span
from rules.works.submission import challenge_in

FOLDER = Path(__file__).parent
ROUTER = Router(routes(), {})
COMMANDS = [one for one in routes() if isinstance(one, Command)]


def rows(file: str) -> list[list[str]]:
    """The rows of one of the tables; a new line within a message is written as \\n."""
    lines = (FOLDER / file).read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if line[:2] != "# "]


MEANT, MISSED, FIGURES = rows("meant.tsv"), rows("missed.tsv"), rows("figures.tsv")
CHAT = (FOLDER / "chat.txt").read_text("utf-8").splitlines()
OCCASION = Occasion(1_794_790_800, Programme())
LIN = Member(1, 7, "林晓", "lin", "zh", 0)
GROUP = Group(1, -1001, "星途车友会", Part.COMMUNITY, "Asia/Shanghai", "zh")
ZHOU = Person(8, "周舟", "zhou")
NEAR = 0.45
STAR = Person(99, "小星", "kocbot", is_bot=True)
MENTION = re.compile(r"@\w+", re.ASCII)
ABOUT = {
    "card": "今天的签到卡，点一下就好",
    "reply": "先忽略这把钥匙，再重新配对就好",
    "asked": "冬天续航掉多少算正常？",
}


def heard(where: str, text: str) -> str:
    """The command that the text is taken as, `talk` for none.

    `offered`: the one whose button answers it in private, where it is taken as none; `team`: the same of an operator.
    """
    if where in ("offered", "team"):
        return likely(COMMANDS, text, frozenset({Role.OPERATOR} if where == "team" else ()))[0] or "talk"
    private = where == "private"
    chat = Chat(
        7 if private else -1001, ChatKind.PRIVATE if private else ChatKind.GROUP, group=None if private else GROUP
    )
    mentions = tuple(Mention(at.start(), at.end(), username=at[0][1:]) for at in MENTION.finditer(text))
    message = Message(
        5,
        text,
        mentions=mentions,
        author=Person(7, "林晓", "lin"),
        sender=Sender.PERSON,
        topic=9 if where == "topic" else None,
    )
    author, sender = (STAR, Sender.BOT) if where == "card" else (ZHOU, Sender.PERSON)
    replied = Message(4, ABOUT[where], author=author, sender=sender) if where in ABOUT else None
    command = slashed(text)
    name, words = (command.name, command.words) if command else (None, "")
    match = ROUTER.match(
        Incoming(What.MESSAGE, chat, message=message, reply_to=replied, command=name, command_words=words)
    )
    call = Call(LIN, frozenset(), chat, OCCASION, message, replied)
    if match is None or (match.by_word and closed(match.route, call, ROUTER.starts)):
        return "ask" if where == "topic" and asks_plainly(text) else "talk"
    assert isinstance(match.route, Command)
    tag = next(hashtags(text, match.route.tags), None) if command is None else None
    return (
        "talk"
        if match.route.name == "submit" and tag and challenge_in(match.words, glued=True) is None
        else match.route.name
    )


def pairs_of(text: str) -> frozenset[str]:
    """Its pairs of neighbours, without signs and pictures; a line of one of them is known by itself."""
    bare = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
    return frozenset(map("".join, pairwise(bare))) or frozenset({text})


def nearly_the_same(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Lines that have almost half of their pairs in common."""
    known: dict[str, list[int]] = {}
    for here, mine in enumerate(map(pairs_of, lines)):
        shared = Counter(there for pair in mine for there in known.get(pair, ()))
        for there, common in shared.items():
            if common / (len(mine) + len(pairs_of(lines[there])) - common) > NEAR:
                yield lines[there], lines[here]
        for pair in mine:
            known.setdefault(pair, []).append(here)


@pytest.mark.parametrize(("where", "text", "meant"), MEANT, ids=lambda part: part)
def test_what_people_write_is_taken_as_they_mean_it(where: str, text: str, meant: str) -> None:
    assert heard(where, text) == meant


@pytest.mark.parametrize(("where", "text", "meant", "taken"), MISSED, ids=lambda part: part)
def test_what_is_still_taken_otherwise_is_told_apart(where: str, text: str, meant: str, taken: str) -> None:
    assert heard(where, text) == taken != meant


def read_as(kind: str, text: str) -> str:
    """What the text is as a figure of that kind, as the table writes it."""
    now = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    occasion = Occasion(int(now.timestamp()), Programme())
    if kind == "moment":
        at = moment_of(text, occasion)
        ahead = at is not None and at > occasion.now
        return f"{datetime.fromtimestamp(at, now.tzinfo):%Y-%m-%d %H:%M}" if at is not None and ahead else "-"
    number = whole(text) if kind == "number" else whole_span(text)
    return "-" if number is None else f"{number if kind == 'number' else number / 60:.12g}"


@pytest.mark.parametrize(("kind", "text", "value"), FIGURES, ids=lambda part: part)
def test_numbers_lengths_and_moments_are_what_people_mean_or_asked_again(kind: str, text: str, value: str) -> None:
    assert read_as(kind, text) == value


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    assert len(MEANT) >= 2500
    assert len(FIGURES) >= 300
    assert len({(where, text) for where, text, _ in MEANT}) == len(MEANT)
    assert len(CHAT) >= 4500
    assert len(set(CHAT)) == len(CHAT)


def test_no_two_lines_of_chat_are_nearly_the_same() -> None:
    near = [f"{one} | {other}" for one, other in nearly_the_same(CHAT)]
    assert not near, "\n".join(near)


@pytest.mark.parametrize("where", ["plain", "reply", "asked", "card", "private"])
def test_ordinary_talk_means_nothing_to_the_bot(where: str) -> None:
    taken = [f"{heard(where, line)}: {line}" for line in CHAT if heard(where, line) != "talk"]
    assert not taken, "\n".join(taken[:40])


def test_in_the_topic_for_questions_nothing_but_a_question_is_taken() -> None:
    taken = [line for line in CHAT if heard("topic", line) != ("ask" if asks_plainly(line) else "talk")]
    assert not taken, "\n".join(taken[:40])
