"""In which message stands what is shown before it goes: whoever edits the message means what is shown.

Of what is confided nothing is remembered: it never comes here.
"""

from msgspec import Struct

from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx

# So long a message can be edited.
EDITABLE_S = 2 * DAY_S


class SaidIn(Struct, frozen=True):
    """The `words` of a message of `member`, or a mark of them: the answer to `prompt` about that thing.

    It is `gone` once somebody else has it.
    """

    number: int
    member: int
    prompt: str
    about: str
    words: str
    gone: bool


def put(tx: Tx, chat_id: int, said: SaidIn, now: int) -> None:
    """The message says that, in place of what it said before."""
    tx.run(
        """
        INSERT INTO said_in (chat_id, number, member, prompt, about, words, gone, at)
        VALUES (:chat_id, :number, :member, :prompt, :about, :words, :gone, :now)
        ON CONFLICT (chat_id, number) DO UPDATE SET member = excluded.member, prompt = excluded.prompt,
        about = excluded.about, words = excluded.words, gone = excluded.gone, at = excluded.at
        """,
        chat_id=chat_id,
        number=said.number,
        member=said.member,
        prompt=said.prompt,
        about=said.about,
        words=said.words,
        gone=int(said.gone),
        now=now,
    )


def of(tx: Tx, chat_id: int, number: int) -> SaidIn | None:
    """What stands in that message."""
    row = tx.one(
        "SELECT number, member, prompt, about, words, gone FROM said_in WHERE chat_id = :chat_id AND number = :number",
        chat_id=chat_id,
        number=number,
    )
    return SaidIn(row.number, row.member, row.prompt, row.about, row.words, bool(row.gone)) if row else None


def drop(tx: Tx, chat_id: int, number: int) -> None:
    """Nothing that counts stands in that message any more."""
    tx.run("DELETE FROM said_in WHERE chat_id = :chat_id AND number = :number", chat_id=chat_id, number=number)


def is_last(tx: Tx, chat_id: int, said: SaidIn) -> bool:
    """Whether nothing was said after it that answers the same."""
    sql = (
        "SELECT max(number) FROM said_in WHERE member = :member AND prompt = :prompt AND about = :about"
        " AND chat_id = :chat_id"
    )
    last: int = tx.value(sql, member=said.member, prompt=said.prompt, about=said.about, chat_id=chat_id)
    return last == said.number


def went(tx: Tx, member: int, about: str, prompt: str = "") -> None:
    """What `member` said about that thing is with others now: in answer to that prompt, or to any."""
    tx.run(
        "UPDATE said_in SET gone = 1 WHERE member = :member AND about = :about AND (prompt = :prompt OR :prompt_ = '')",
        member=member,
        about=about,
        prompt=prompt,
        prompt_=prompt,
    )


def forget(tx: Tx, before: int) -> None:
    """Forget what was said before `before` (UTC seconds)."""
    tx.run("DELETE FROM said_in WHERE at < :before", before=before)


PURGE = (Purge(forget, kept_s=EDITABLE_S),)

OWN = (Own("said_in", fate=GOES),)
