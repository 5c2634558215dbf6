"""What the radar sees: each sign of everybody by one statement, and whom it has named."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from rules.journey.radar import DAY_S, Named, Seen, SproutKind, WhyNow
from rules.mydata import Untold
from rules.programme.programme import Programme
from rules.programme.radar import Radar
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import GOES, STAYS, Own, Purge, SheetSource
from storage.engine.tx import Tx

KEPT_S = 400 * DAY_S
MOST, AT_ONCE = 5000, 10
_STANDS = "acceptance.taken_back_at IS NULL AND acceptance.answerer <> acceptance.asker"
_NEW = (
    "EXISTS (SELECT 1 FROM membership WHERE membership.chat_group = question.chat_group"
    " AND membership.member = question.asker AND membership.since >= question.asked_at - :newcomer_s)"
)
_THANKED = (
    "JOIN thanks ON thanks.chat_group = {0}.chat_group AND thanks.message = {0}.message"
    " AND thanks.outcome = 'credited' AND thanks.receiver = {0}.member"
)
# Each sign as rows of member, whom or what it is about (counted once), when, and the message that shows it.
_SIGNS = {
    "thanked_by": "SELECT receiver AS member, giver AS about, at, chat_group, message FROM thanks"
    " WHERE outcome = 'credited' AND receiver <> giver AND at >= :since AND at < :until",
    "answers_accepted": "SELECT answerer AS member, acceptance.asker AS about, at, question.chat_group, acceptance.message"
    f" FROM acceptance JOIN question ON question.id = acceptance.question WHERE {_STANDS} AND at >= :since AND at < :until",
    "newcomers_helped": "SELECT answerer AS member, acceptance.asker AS about, at, question.chat_group, acceptance.message"
    " FROM acceptance JOIN question ON question.id = acceptance.question"
    f" WHERE {_STANDS} AND at >= :since AND at < :until AND {_NEW}"
    " UNION ALL SELECT answer.member, question.asker AS about, answer.at, answer.chat_group, answer.message FROM answer"
    f" JOIN question ON question.id = answer.question {_THANKED.format('answer')} AND thanks.giver = question.asker"
    f" WHERE answer.member <> question.asker AND answer.at >= :since AND answer.at < :until AND {_NEW}",
    "first_reports": "SELECT question.asker AS member, bulletin.id AS about, question.asked_at AS at, question.chat_group,"
    " question.message FROM bulletin JOIN question ON question.id = (SELECT min(early.id) FROM question AS early"
    " WHERE early.asked_at >= bulletin.at AND early.asked_at < bulletin.at + :release_s"
    " AND early.text LIKE '%' || bulletin.version || '%') WHERE bulletin.version <> '' AND bulletin.withdrawn_at IS NULL"
    " AND question.asked_at >= :since AND question.asked_at < :until"
    " UNION ALL SELECT idea.member, bulletin.id AS about, idea.at, idea.chat_group, idea.message FROM bulletin JOIN idea"
    " ON idea.id = (SELECT min(early.id) FROM idea AS early WHERE early.taken_back_at IS NULL AND early.at >= bulletin.at"
    " AND early.at < bulletin.at + :release_s AND early.text LIKE '%' || bulletin.version || '%')"
    " WHERE bulletin.version <> '' AND bulletin.withdrawn_at IS NULL AND idea.at >= :since AND idea.at < :until"
    " UNION ALL SELECT first.member, -first.id AS about, first.at, NULL, NULL FROM feedback AS first"
    " WHERE first.anonymous = 0 AND first.kind <> 'community' AND first.merged_into IS NULL AND first.at >= :since"
    " AND first.at < :until AND (first.state IN ('adopted', 'shipped')"
    " OR EXISTS (SELECT 1 FROM feedback AS later WHERE later.merged_into = first.id))",
    "deep_valued_by": "SELECT answerer AS member, acceptance.asker AS about, acceptance.at, knowledge.chat_group,"
    " knowledge.message FROM acceptance JOIN knowledge ON knowledge.question = acceptance.question"
    f" WHERE {_STANDS} AND acceptance.at >= :since AND acceptance.at < :until AND length(knowledge.body) >= :long"
    " UNION ALL SELECT answer.member, thanks.giver AS about, answer.at, answer.chat_group, answer.message"
    f" FROM answer {_THANKED.format('answer')} LEFT JOIN knowledge ON knowledge.question = answer.question"
    " AND knowledge.message = answer.message WHERE answer.at >= :since AND answer.at < :until"
    " AND length(coalesce(knowledge.body, answer.text)) >= :long"
    " UNION ALL SELECT idea.member, thanks.giver AS about, idea.at, idea.chat_group, idea.message"
    f" FROM idea {_THANKED.format('idea')}"
    " WHERE idea.taken_back_at IS NULL AND idea.at >= :since AND idea.at < :until AND length(idea.text) >= :long"
    " UNION ALL SELECT feature.member, feature.by AS about, feature.at, feature.chat_group, feature.message FROM feature"
    " WHERE feature.taken_back_at IS NULL AND feature.at >= :since AND feature.at < :until AND length(feature.text) >= :long",
}
# Whom the team has not come upon yet: members of a community without an office or an award, whom nothing stands against.
_UNRECOGNISED = (
    "EXISTS (SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group AND chat_group.active = 1"
    " AND chat_group.part = 'community' WHERE membership.member = member.id AND membership.present = 1)"
    " AND NOT EXISTS (SELECT 1 FROM role WHERE role.member = member.id)"
    " AND NOT EXISTS (SELECT 1 FROM honour WHERE honour.member = member.id AND honour.revoked_at IS NULL)"
    " AND (member.suspended_until IS NULL OR member.suspended_until <= :until) AND member.contribution < :recognised"
    " AND NOT EXISTS (SELECT 1 FROM radar_name WHERE radar_name.member = member.id AND radar_name.at > :named_after)"
)
_THEIRS = "member.id IN (" + ", ".join(f":m{n}" for n in range(AT_ONCE)) + ")"


def seen(tx: Tx, radar: Radar, until: int, recognised: int) -> dict[int, dict[str, Seen]]:
    """What was seen of everybody whom the team has not come upon yet, in the window up to `until` (UTC seconds).

    Who has earned `recognised` points in their life is known well enough.
    """
    found: dict[int, dict[str, Seen]] = {}
    after = until - radar.again_after_days * DAY_S
    for sign in _SIGNS:
        for row in _rows(tx, sign, radar, until, _UNRECOGNISED, recognised=recognised, named_after=after):
            found.setdefault(row.member, {})[sign] = _seen(row)
    return found


def seen_of(tx: Tx, radar: Radar, until: int, members: Collection[int]) -> dict[int, dict[str, Seen]]:
    """What was seen of these members, ten at most, whether the team knows them by now or not."""
    found: dict[int, dict[str, Seen]] = {}
    for sign in _SIGNS:
        for row in _rows(tx, sign, radar, until, _THEIRS, **_numbered(members)):
            found.setdefault(row.member, {})[sign] = _seen(row)
    return found


def _numbered(members: Collection[int]) -> dict[str, int]:
    numbers = [*members][:AT_ONCE]
    return {f"m{n}": numbers[n] if n < len(numbers) else 0 for n in range(AT_ONCE)}


def _seen(row: Any) -> Seen:
    return Seen(row.times, row.recent, row.chat_id or 0, row.message or 0)


def _rows(tx: Tx, sign: str, radar: Radar, until: int, whose: str, **of: int) -> list[Any]:
    return tx.all(
        "SELECT sign.member, count(DISTINCT sign.about) AS times,"
        " count(DISTINCT CASE WHEN sign.at >= :recent THEN sign.about END) AS recent, max(sign.message) AS message,"
        f" max(chat_group.chat_id) AS chat_id FROM ({_SIGNS[sign]}) AS sign JOIN member ON member.id = sign.member"
        f" LEFT JOIN chat_group ON chat_group.id = sign.chat_group WHERE {whose}"
        " GROUP BY sign.member ORDER BY times DESC, sign.member LIMIT :most",
        **_used(
            sign,
            since=until - radar.window_days * DAY_S,
            until=until,
            recent=until - radar.recent_days * DAY_S,
            most=MOST,
            newcomer_s=radar.newcomer_days * DAY_S,
            release_s=radar.recent_days * DAY_S,
            long=radar.long_characters,
        ),
        **of,
    )


def _used(sign: str, **values: int) -> dict[str, int]:
    """The values that the statement of that sign names."""
    aside = {"newcomer_s", "release_s", "long"}
    return {name: value for name, value in values.items() if name not in aside or f":{name}" in _SIGNS[sign]}


def name(tx: Tx, member: int, kind: SproutKind, why: WhyNow, now: int) -> None:
    """The member is named in the list of that moment."""
    tx.run(
        "INSERT INTO radar_name (member, at, kind, why) VALUES (:member, :now, :kind, :why)",
        member=member,
        now=now,
        kind=kind.value,
        why=why.value,
    )


def latest(tx: Tx) -> int | None:
    """When the last list was made that named anybody (UTC seconds)."""
    at: int | None = tx.value("SELECT max(at) FROM radar_name")
    return at


def named(tx: Tx, at: int) -> list[Named]:
    """Whom the list of that moment named."""
    rows = tx.all("SELECT member, kind, why, owner FROM radar_name WHERE at = :at ORDER BY member LIMIT 10", at=at)
    return [Named(row.member, SproutKind(row.kind), WhyNow(row.why), row.owner) for row in rows]


def own(tx: Tx, member: int, at: int, owner: int, now: int) -> bool:
    """Somebody of the team talks to them; False when somebody did before."""
    owned = tx.run(
        "UPDATE radar_name SET owner = :owner, owned_at = :now WHERE member = :member AND at = :at AND owner IS NULL",
        member=member,
        at=at,
        owner=owner,
        now=now,
    )
    return owned > 0


def disown(tx: Tx, member: int, at: int, owner: int) -> bool:
    """They do not after all; False when they did not."""
    gone = tx.run(
        "UPDATE radar_name SET owner = NULL, owned_at = NULL WHERE member = :member AND at = :at AND owner = :owner",
        member=member,
        at=at,
        owner=owner,
    )
    return gone > 0


def forget_names(tx: Tx, before: int) -> int:
    """Forget who was named before `before` (UTC seconds)."""
    return tx.run("DELETE FROM radar_name WHERE at < :before", before=before)


def _sheet(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        "SELECT radar_name.at, who.telegram_id, who.name, radar_name.kind, radar_name.why, staff.telegram_id AS actor,"
        " staff.name AS actor_name, radar_name.owned_at FROM radar_name JOIN member AS who ON who.id = radar_name.member"
        " LEFT JOIN member AS staff ON staff.id = radar_name.owner ORDER BY radar_name.at, who.id"
    )
    for row in rows:
        yield tuple(row)


PURGE = (Purge(forget_names, kept_s=KEPT_S),)
SHEETS = (
    SheetSource(
        "radar",
        (
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("sprout", Cells.WORD, "radar/"),
            Column("why_now", Cells.WORD, "export/why_"),
            Column("actor"),
            beside("actor_name"),
            moment("in_touch_at"),
        ),
        _sheet,
    ),
)

OWN = (
    Own("radar_name", untold=Untold.INSIDE, fate=GOES),
    Own("radar_name", "owner", but=("kind", "why"), fate=STAYS),
)
