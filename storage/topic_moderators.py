"""Who looks after which forum topic or theme, since when and until when."""

from typing import Any

from rules.topic_moderator import Field, FieldEnding
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, member, chat_group, thread, name, given_at, until"
AT_ONCE = 200


def _field(row: Any) -> Field:
    return Field(*tuple(row))


def add(
    tx: Tx, member: int, place: tuple[int, int] | None, name: str, by: int, now: int, until: int | None
) -> Field | None:
    """Somebody looks after it from now on: the topic at `place` (group, thread), or a theme; None when they do already."""
    group, thread = place or (None, None)
    number = tx.add(
        "INSERT INTO topic_moderator (member, chat_group, thread, name, given_by, given_at, until)"
        " VALUES (:member, :group, :thread, :name, :by, :now, :until)",
        member=member,
        group=group,
        thread=thread,
        name=name,
        by=by,
        now=now,
        until=until,
    )
    return get(tx, number)


def get(tx: Tx, number: int) -> Field | None:
    """The field of that number, also when it has ended."""
    row = tx.one(f"SELECT {_COLUMNS} FROM topic_moderator WHERE id = :number", number=number)
    return _field(row) if row else None


def of_member(tx: Tx, member: int) -> list[Field]:
    """What the member looks after now."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM topic_moderator WHERE member = :member AND ended_at IS NULL ORDER BY id LIMIT {AT_ONCE}",
        member=member,
    )
    return [_field(row) for row in rows]


def everything(tx: Tx) -> list[Field]:
    """All that is looked after now, by name."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM topic_moderator WHERE ended_at IS NULL ORDER BY name, id LIMIT {AT_ONCE}")
    return [_field(row) for row in rows]


def end(tx: Tx, number: int, ending: FieldEnding, now: int) -> bool:
    """It ends so; False when it had ended before."""
    ended = tx.run(
        "UPDATE topic_moderator SET ended_at = :now, ending = :ending WHERE id = :number AND ended_at IS NULL",
        now=now,
        ending=ending.value,
        number=number,
    )
    return ended > 0


def over(tx: Tx, now: int) -> list[Field]:
    """What was to end by now."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM topic_moderator WHERE ended_at IS NULL AND until <= :now ORDER BY id LIMIT {AT_ONCE}",
        now=now,
    )
    return [_field(row) for row in rows]


def parted(tx: Tx) -> list[tuple[Field, FieldEnding]]:
    """What is looked after by somebody who may not write, or is not there any more."""
    rows = tx.all(
        f"""
        SELECT {_COLUMNS}, EXISTS (SELECT 1 FROM sanction WHERE sanction.member = topic_moderator.member
        AND sanction.state = 'running') AS silenced FROM topic_moderator WHERE ended_at IS NULL
        AND (EXISTS (SELECT 1 FROM sanction WHERE sanction.member = topic_moderator.member AND sanction.state = 'running')
        OR NOT EXISTS (SELECT 1 FROM membership JOIN chat_group AS place ON place.id = membership.chat_group
        WHERE membership.member = topic_moderator.member AND present = 1 AND active = 1 AND part IN ('community', 'core')
        AND (topic_moderator.chat_group IS NULL OR topic_moderator.chat_group = place.id))) ORDER BY id LIMIT {AT_ONCE}
        """
    )
    return [(_field(row[:-1]), FieldEnding.SANCTION if row.silenced else FieldEnding.LEFT) for row in rows]


def helped(tx: Tx, member: int, since: int) -> int:
    """How many questions of others they have looked after since then (UTC seconds)."""
    many: int = tx.value(
        """
        SELECT (SELECT count(*) FROM audit WHERE actor = :member AND at >= :since AND act IN ('question.accept',
        'question.close')) + (SELECT count(*) FROM question WHERE registrar = :member AND asker <> :member
        AND asked_at >= :since)
        """,
        member=member,
        since=since,
    )
    return many


OWN = (
    Own("topic_moderator", fate=GOES),
    Own("topic_moderator", "given_by", fate=STAYS),
)
