"""What the bot has asked a member in private and waits to be answered, the newest first: one of a kind about each thing."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from storage.declarations import GOES, Naming, Own, Purge
from storage.engine.tx import Tx
from storage.post import outbox

# By what two questions of a kind are told apart, by the first of these that they carry; and what was written into one.
SUBJECTS = (
    "ask",
    "order",
    "challenge",
    "reward",
    "submission",
    "feedback",
    "broadcast",
    "appeal",
    "round",
    "honour",
    "draft",
    "mentoring",
    "offer",
    "preference",
    "event",
    "application",
    "resource",
    "project",
    "proposal",
    "recheck",
    "look",
    "answer",
    "report",
    "ticket",
    "support",
)
# The numbers of these are nothing that people know.
UNKNOWN = ("ask", "draft", "proposal", "recheck", "look", "answer", "report")
# With this in its data, what follows goes along with what stands in the preview.
GOES_ON = "goes_on"
GATHERED = ("text", "written", GOES_ON)
MOST_WAITING = 20


class Pending(Struct, frozen=True):
    """A prompt that waits for an answer: what it has gathered so far, and when it was asked (UTC seconds).

    One that is `previewed` asks nothing: lines of its form correct what its preview shows. After which prompt its member
    was `reminded` of it last.
    """

    id: int
    prompt: str
    data: dict[str, Any]
    asked_at: int
    previewed: bool = False
    reminded: str = ""

    @property
    def begun(self) -> bool:
        """Whether something has been written into it: what an edit was opened with is nobody's writing."""
        written = [self.data.get(key) for key in GATHERED]
        return any(words and words != self.data.get("opened") for words in written)

    @property
    def number(self) -> int | None:
        """The number of what it is about, as people know it; a draft has none."""
        return number_of(self.data)

    def shows(self, message: int) -> bool:
        """Whether what stands in its preview was written in that message."""
        return str(message) in self.data.get("parts", {})

    @property
    def gathers(self) -> bool:
        """Whether a preview stands there, and what follows goes along with it."""
        return bool(self.data.get(GOES_ON))


def about(data: Mapping[str, Any]) -> str:
    """The thing that a question with that data is about; empty for one that needs none."""
    return next((f"{key}:{data[key]}" for key in SUBJECTS if key in data), "")


def number_of(data: Mapping[str, Any]) -> int | None:
    """The number by which people know what a question with that data is about."""
    kind, _, number = about(data).partition(":")
    return int(number) if number and kind not in UNKNOWN else None


def ask(tx: Tx, member: int, prompt: str, data: dict[str, Any], expires: int, now: int = 0) -> int:
    """What `member` writes in private answers `prompt`, unless another was asked since; its number.

    The same about the same thing begins anew, and takes the place of those about another that nobody has begun to fill.
    """
    for other in waiting(tx, member, now):
        if other.prompt == prompt and "draft" in other.data and not other.begun:
            close(tx, other.id)
    give_up(tx, member, prompt, data)
    _make_room(tx, member)
    return tx.add(
        """
        INSERT INTO dialogue (member, prompt, about, data, expires, asked_at, turned_at)
        VALUES (:member, :prompt, :about, :data, :expires, :now, :now)
        """,
        member=member,
        prompt=prompt,
        about=about(data),
        data=json.dumps(data, ensure_ascii=False),
        expires=expires,
        now=now,
    )


def preview(tx: Tx, member: int, prompt: str, data: dict[str, Any], expires: int, now: int) -> None:
    """A preview of what was written for `prompt` stands; the one before it about the same thing is overtaken."""
    id = ask(tx, member, prompt, data, expires, now)
    tx.run("UPDATE dialogue SET previewed = 1 WHERE id = :id", id=id)


def previews(tx: Tx, member: int, now: int) -> list[Pending]:
    """What `member` sees a preview of, the newest first."""
    return _open(tx, member, now, previewed=True)


def end_previews(tx: Tx, member: int, draft: int, now: int) -> None:
    """Lines correct the preview of that draft of `member`'s no more."""
    for one in previews(tx, member, now):
        if one.data.get("draft") == draft:
            close(tx, one.id)


def ask_again(tx: Tx, id: int, data: dict[str, Any], expires: int, now: int) -> None:
    """The same question, with what it has gathered meanwhile; it was seen before, and is the newest now."""
    said = json.dumps(data, ensure_ascii=False)
    tx.run(
        "UPDATE dialogue SET data = :data, expires = :expires, turned_at = :now WHERE id = :id",
        id=id,
        data=said,
        expires=expires,
        now=now,
    )


def recall(tx: Tx, id: int, after: str, now: int) -> None:
    """Its member is reminded of it `after` another prompt: what they wrote before they saw that is no answer.

    It expires when it would have.
    """
    tx.run(
        "UPDATE dialogue SET asked_at = :now, turned_at = :now, reminded = :after WHERE id = :id",
        id=id,
        after=after,
        now=now,
    )


def waiting(tx: Tx, member: int, now: int) -> list[Pending]:
    """The prompts that wait for `member`'s answer, the newest first."""
    return _open(tx, member, now, previewed=False)


def _open(tx: Tx, member: int, now: int, *, previewed: bool) -> list[Pending]:
    rows = tx.all(
        """
        SELECT id, prompt, data, asked_at, reminded FROM dialogue
        WHERE member = :member AND expires > :now AND previewed = :previewed
        ORDER BY turned_at DESC, id DESC LIMIT 20
        """,
        member=member,
        now=now,
        previewed=int(previewed),
    )
    return [Pending(row.id, row.prompt, json.loads(row.data), row.asked_at, previewed, row.reminded) for row in rows]


def name(member: int, id: int, asked_at: int) -> str:
    """The name under which the message that asks `member` is remembered."""
    return f"asked:{member}:{id}:{asked_at}"


def name_again(member: int, id: int, now: int) -> str:
    """The name under which a message is remembered that asks the same once more."""
    return f"asked:{member}:{id}:again:{now}"


def name_shown(data: Mapping[str, Any], now: int) -> str:
    """The name under which a message is remembered that shows a preview of what is written into that form."""
    return f"shown:{about(data)}:{now}"


def shown_by(named: str) -> str | None:
    """What the message of that name shows a preview of, as `about` has it."""
    kind, _, rest = named.partition(":")
    return rest.rpartition(":")[0] if kind == "shown" else None


def asked_by(named: str) -> int | None:
    """The number of the question that was asked by the message of that name."""
    kind, _, rest = named.partition(":")
    return int(rest.split(":")[1]) if kind == "asked" else None


def seen(tx: Tx, member: int, asked: Pending, message: int, said_at: int) -> bool:
    """Whether the question stood in the chat when that message was written there: messages are numbered in their order.

    Where the server's answer was lost nobody knows its number; what was said since it was asked counts then.
    """
    known = name(member, asked.id, asked.asked_at)
    if outbox.awaits(tx, known):
        return False
    shown = outbox.kept(tx, known)
    return said_at >= asked.asked_at if shown is None else message > shown[1]


def stood(tx: Tx, member: int, asked: Pending, message: int) -> bool:
    """Whether the question stood in the chat before that message of the bot's, or it is not known where it stands."""
    shown = outbox.kept(tx, name(member, asked.id, asked.asked_at))
    return shown is None or message >= shown[1]


def give_up(tx: Tx, member: int, prompt: str, data: Mapping[str, Any]) -> bool:
    """That prompt about what `data` names is given up; False when it does not wait for an answer."""
    sql = "DELETE FROM dialogue WHERE member = :member AND prompt = :prompt AND about = :about"
    return tx.run(sql, member=member, prompt=prompt, about=about(data)) > 0


def settled(tx: Tx, prompt: str, data: Mapping[str, Any]) -> None:
    """What that prompt asked about the thing in `data` is decided: whoever was asked is reminded of it no more."""
    tx.run("DELETE FROM dialogue WHERE prompt = :prompt AND about = :about", prompt=prompt, about=about(data))


def _make_room(tx: Tx, member: int) -> None:
    """Nobody has more questions open than can be remembered: the oldest go."""
    tx.run(
        """
        DELETE FROM dialogue WHERE member = :member AND id NOT IN
            (SELECT id FROM dialogue WHERE member = :who ORDER BY turned_at DESC, id DESC LIMIT :most)
        """,
        member=member,
        who=member,
        most=MOST_WAITING - 1,
    )


def close(tx: Tx, id: int) -> None:
    """Answered or given up."""
    tx.run("DELETE FROM dialogue WHERE id = :id", id=id)


def forget(tx: Tx, before: int) -> None:
    """Forget what was to be answered before `before` (UTC seconds)."""
    tx.run("DELETE FROM dialogue WHERE expires < :before", before=before)


PURGE = (Purge(forget),)

OWN = (Own("dialogue", fate=GOES),)
NAMING = (Naming("dialogue", ("data",)),)
