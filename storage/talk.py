"""How much was said: messages, replies, pictures and videos per group, member and local day. Numbers, never words."""

from collections.abc import Iterator

from msgspec import Struct

from rules.talk import Said
from storage.declarations import GOES, Own
from storage.engine.tx import Tx


class Miscounted(Struct, frozen=True):
    """A member's messages in a group, as their presence there has them and as their days add up."""

    group: int
    member: int
    messages: int
    days: int


def count(tx: Tx, group: int, member: int, said: Said) -> None:
    """Count a message."""
    tx.run(
        """
        INSERT INTO talk (chat_group, day, member, messages, replies, pictures, videos)
        VALUES (:group, :day, :member, 1, :reply, :picture, :video)
        ON CONFLICT (chat_group, day, member) DO UPDATE SET messages = talk.messages + 1,
        replies = talk.replies + excluded.replies, pictures = talk.pictures + excluded.pictures,
        videos = talk.videos + excluded.videos
        """,
        group=group,
        day=said.day.isoformat(),
        member=member,
        reply=int(said.reply),
        picture=int(said.picture),
        video=int(said.video),
    )


def miscounted(tx: Tx) -> Iterator[Miscounted]:
    """Where a member's messages in a group are not those of all their days there, for the audit."""
    rows = tx.each(
        """
        SELECT membership.chat_group, membership.member, messages, coalesce(said, 0) AS said FROM membership
        LEFT JOIN (SELECT chat_group, member, CAST(sum(messages) AS INTEGER) AS said FROM talk GROUP BY chat_group, member)
        AS days ON days.chat_group = membership.chat_group AND days.member = membership.member
        WHERE messages <> coalesce(said, 0)
        """
    )
    for row in rows:
        yield Miscounted(*row)


OWN = (Own("talk", fate=GOES),)
