"""Through the real router, with the real permits: what people write means what they mean, and ordinary talk means nothing."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from bot.flow.permit import closed
from bot.flow.router import Router
from bot.intake.incoming import Incoming, What
from handlers import routes
from handlers.call import Call, Chat, ChatKind, Mention, Message, Person, Sender
from handlers.routes import Command
from rules.daily.question import asks_plainly
from rules.hashtags import hashtags
from rules.occasion import Occasion
from rules.people import Group, Member, Part
from rules.programme.programme import Programme
from rules.works.submission import challenge_in

FOLDER = Path(__file__).parent
ROUTER = Router(routes(), {})
MEANT = [line.split("\t") for line in (FOLDER / "meant.tsv").read_text("utf-8").splitlines() if line[:1] != "#"]
CHAT = (FOLDER / "chat.txt").read_text("utf-8").splitlines()
OCCASION = Occasion(1_794_790_800, Programme())
LIN = Member(1, 7, "林晓", "lin", "zh", 0)
GROUP = Group(1, -1001, "星途车友会", Part.COMMUNITY, "Asia/Shanghai", "zh")
ZHOU = Person(8, "周舟", "zhou")
NEAR = 0.45
ABOUT = {"reply": "先忽略这把钥匙，再重新配对就好", "asked": "冬天续航掉多少算正常？"}


def heard(where: str, text: str) -> str:
    """The command that the text is taken as, `talk` for none."""
    private = where == "private"
    chat = Chat(
        7 if private else -1001, ChatKind.PRIVATE if private else ChatKind.GROUP, group=None if private else GROUP
    )
    at = text.find("@")
    mentions = (Mention(at, len(text), username="zhou"),) if at >= 0 else ()
    message = Message(
        5,
        text,
        mentions=mentions,
        author=Person(7, "林晓", "lin"),
        sender=Sender.PERSON,
        topic=9 if where == "topic" else None,
    )
    replied = Message(4, ABOUT[where], author=ZHOU, sender=Sender.PERSON) if where in ABOUT else None
    match = ROUTER.match(Incoming(What.MESSAGE, chat, message=message, reply_to=replied))
    call = Call(LIN, frozenset(), chat, OCCASION, message, replied)
    if match is None or (match.by_word and closed(match.route, call, ROUTER.starts)):
        return "ask" if where == "topic" and asks_plainly(text) else "talk"
    assert isinstance(match.route, Command)
    tag = next(hashtags(text, match.route.tags), None)
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


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    assert len(MEANT) >= 1000
    assert len({(where, text) for where, text, _ in MEANT}) == len(MEANT)
    assert len(CHAT) >= 2200
    assert len(set(CHAT)) == len(CHAT)


def test_no_two_lines_of_chat_are_nearly_the_same() -> None:
    near = [f"{one} | {other}" for one, other in nearly_the_same(CHAT)]
    assert not near, "\n".join(near)


@pytest.mark.parametrize("where", ["plain", "reply", "asked", "private"])
def test_ordinary_talk_means_nothing_to_the_bot(where: str) -> None:
    taken = [f"{heard(where, line)}: {line}" for line in CHAT if heard(where, line) != "talk"]
    assert not taken, "\n".join(taken[:40])


def test_in_the_topic_for_questions_nothing_but_a_question_is_taken() -> None:
    taken = [line for line in CHAT if heard("topic", line) != ("ask" if asks_plainly(line) else "talk")]
    assert not taken, "\n".join(taken[:40])
