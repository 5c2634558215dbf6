"""Featured messages: whose, where, for which reason, what they paid, and what was taken back."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from rules.daily.feature import Feature
from rules.files import File
from rules.programme.conditions import Source
from storage import touched
from storage.declarations import GOES, STAYS, Fate, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = "id, member, chat_group, message, share, text, reason, by, at, points, entry, taken_back_at"
# Discoveries of community groups, and of others where the reader is; shares are not among them.
_FOUND = (
    "FROM feature JOIN chat_group ON chat_group.id = feature.chat_group AND chat_group.active = 1"
    " JOIN member ON member.id = feature.member WHERE feature.taken_back_at IS NULL AND feature.share IS NULL"
    " AND (chat_group.part = 'community' OR EXISTS (SELECT 1 FROM membership"
    " WHERE membership.chat_group = feature.chat_group AND membership.member = :reader AND membership.present = 1))"
)


class Discovered(Struct, frozen=True):
    """A featured discovery in a list; `topic` is the title of the one that it was an idea for, empty for none."""

    name: str
    text: str
    reason: str
    chat_id: int
    message: int
    topic: str
    group: int


def _feature(row: Any) -> Feature:
    return Feature(*tuple(row))


def add(tx: Tx, new: Feature) -> int:
    """Feature a message, or once more one whose featuring was taken back; its number."""
    touched.mark(tx, Source.FEATURES, new.member)
    number: int = tx.value(
        """
        INSERT INTO feature (member, chat_group, message, share, text, reason, by, at)
        VALUES (:member, :group, :message, :share, :text, :reason, :by, :at)
        ON CONFLICT (chat_group, message) DO UPDATE SET share = excluded.share, text = excluded.text,
        reason = excluded.reason, by = excluded.by, at = excluded.at, taken_back_at = NULL RETURNING id
        """,
        member=new.member,
        group=new.group,
        message=new.message,
        share=new.share,
        text=new.text,
        reason=new.reason,
        by=new.by,
        at=new.at,
    )
    return number


def show(tx: Tx, feature: int, files: Sequence[File]) -> None:
    """What the message shows, as it is now."""
    tx.run("DELETE FROM feature_file WHERE feature = :feature", feature=feature)
    for n, file in enumerate(files):
        tx.run(
            "INSERT INTO feature_file (feature, n, kind, file_id, unique_id)"
            " VALUES (:feature, :n, :kind, :file_id, :unique)",
            feature=feature,
            n=n,
            kind=file.kind,
            file_id=file.file_id,
            unique=file.unique,
        )


def files(tx: Tx, feature: int) -> tuple[File, ...]:
    """What the message shows."""
    rows = tx.all(
        "SELECT kind, file_id, unique_id FROM feature_file WHERE feature = :feature ORDER BY n", feature=feature
    )
    return tuple(File(*tuple(row)) for row in rows)


def pay(tx: Tx, feature: int, points: int, entry: int | None) -> None:
    """What it paid."""
    tx.run(
        "UPDATE feature SET points = :points, entry = :entry WHERE id = :feature",
        points=points,
        entry=entry,
        feature=feature,
    )


def get(tx: Tx, feature: int) -> Feature | None:
    """The featured message of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM feature WHERE id = :feature", feature=feature)
    return row and _feature(row)


def by_files(tx: Tx, unique: str) -> list[int]:
    """Whose featured messages show that file, but for those that were taken back."""
    rows = tx.all(
        "SELECT member FROM feature_file JOIN feature ON feature.id = feature_file.feature"
        " WHERE unique_id = :mark AND taken_back_at IS NULL ORDER BY feature.id LIMIT 5",
        mark=unique,
    )
    return [row.member for row in rows]


def said(tx: Tx, member: int) -> list[str]:
    """The words of the member's featured messages, but for those that were taken back."""
    rows = tx.all(
        "SELECT text FROM feature WHERE member = :member AND taken_back_at IS NULL AND text <> ''", member=member
    )
    return [row.text for row in rows]


def words(tx: Tx) -> Iterator[tuple[int, str]]:
    """Whose each featured message is, and its words, but for those that were taken back."""
    for row in tx.each("SELECT member, text FROM feature WHERE taken_back_at IS NULL AND text <> '' ORDER BY id"):
        yield row.member, row.text


def at(tx: Tx, group: int, message: int) -> Feature | None:
    """What became of featuring a message of the group."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM feature WHERE chat_group = :group AND message = :message", group=group, message=message
    )
    return row and _feature(row)


def of_entry(tx: Tx, entry: int) -> Feature | None:
    """The featured message that an entry of the ledger paid."""
    row = tx.one(f"SELECT {_COLUMNS} FROM feature WHERE entry = :entry", entry=entry)
    return row and _feature(row)


def take_back(tx: Tx, feature: int, now: int | None) -> None:
    """It is featured no more since `now`, or with None again."""
    member = tx.value(
        "UPDATE feature SET taken_back_at = :now WHERE id = :feature RETURNING member", now=now, feature=feature
    )
    touched.mark(tx, Source.FEATURES, member)


def count(tx: Tx, reader: int) -> int:
    """How many discoveries the reader may see."""
    found: int = tx.value(f"SELECT count(*) {_FOUND}", reader=reader)
    return found


def page(tx: Tx, reader: int, limit: int, before: int) -> list[Discovered]:
    """Discoveries that the reader may see, the newest first, without the first `before`."""
    rows = tx.all(
        "SELECT member.name, feature.text, feature.reason, chat_group.chat_id, feature.message,"
        " coalesce((SELECT topic.title FROM idea JOIN topic ON topic.id = idea.topic"
        " WHERE idea.chat_group = feature.chat_group AND idea.message = feature.message), '') AS topic, feature.chat_group"
        f" {_FOUND}"
        " ORDER BY feature.at DESC, feature.id DESC LIMIT :limit OFFSET :before",
        reader=reader,
        limit=limit,
        before=before,
    )
    return [Discovered(*tuple(row)) for row in rows]


def everything(tx: Tx) -> Iterator[Feature]:
    """Every featured message, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM feature ORDER BY id"):
        yield _feature(row)


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no featured message names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM feature WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


RENUMBERED = (Renumbered("feature"),)

OWN = (
    Own("feature", fate=Fate(emptied=("text",))),
    Own("feature", "by", fate=STAYS),
    Own(
        "feature_file",
        "",
        whose="feature IN (SELECT id FROM feature WHERE member = :member)",
        but=("file_id", "unique_id"),
        fate=GOES,
    ),
)
