"""Letters that say the same kind of thing to one chat may go as one message."""

import json
from collections import deque

from bot.delivery.lane import Held
from bot.delivery.letters import TEXT_LIMIT, call_of, gathered, next_of
from rules.values import replace
from storage.post.bodies import SendMessage, SendPhoto, read, written
from storage.post.letters import Queued


def queued(id: int, text: str, gather: str | None = "milestones") -> Queued:
    body = written(SendMessage(text, reply_parameters={"message_id": id}))
    header, pin, seen_by = "<b>坚持</b>", False, None
    return Queued(
        id,
        -5,
        "sendMessage",
        body,
        gather,
        header,
        None,
        None,
        pin,
        seen_by,
        None,
        0,
        0,
        None,
        0,
        None,
        None,
        "result",
        None,
    )


def held(id: int, text: str, gather: str | None = "milestones") -> Held:
    return Held(queued(id, text, gather), 1e9, 0)


def shown(id: int, file_id: str) -> Held:
    photo = SendPhoto(photo=file_id)
    return Held(replace(queued(id, ""), method=photo.method, body=written(photo), gather="feedback:1:file"), 1e9, 0)


def taken(lane: deque[Held]) -> list[Queued]:
    return [one.letter for one in next_of(lane)]


def test_one_alone_keeps_its_reply_and_needs_no_header() -> None:
    letters = taken(deque([held(1, "林晓 7 天")]))
    assert read("sendMessage", gathered(letters)) == SendMessage("林晓 7 天", reply_parameters={"message_id": 1})


def test_several_become_a_header_and_a_line_each() -> None:
    lane = deque([held(1, "林晓"), held(2, "周舟"), held(3, "别的", gather=None)])
    letters = taken(lane)
    assert [letter.id for letter in letters] == [1, 2]
    assert read("sendMessage", gathered(letters)) == SendMessage("<b>坚持</b>\n林晓\n周舟")
    assert [one.letter.id for one in lane] == [3]


def test_pieces_of_an_album_go_as_one_and_one_alone_as_it_is() -> None:
    lane = deque(shown(n, f"file-{n}") for n in range(1, 13))
    first, rest = taken(lane), taken(lane)
    method, body = call_of(first)
    assert method == "sendMediaGroup"
    assert [piece["media"] for piece in json.loads(body)["media"]] == [f"file-{n}" for n in range(1, 11)]
    assert [letter.id for letter in rest] == [11, 12]
    assert call_of(rest[:1]) == ("sendPhoto", rest[0].body)


def test_no_line_is_lost_when_they_would_be_too_long_for_one_message() -> None:
    lane = deque(held(n, "好" * 300) for n in range(40))
    seen = 0
    while lane:
        letters = taken(lane)
        assert len(json.loads(gathered(letters))["text"]) <= TEXT_LIMIT
        seen += len(letters)
    assert seen == 40
