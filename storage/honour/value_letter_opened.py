"""What came to a member in a month and is still theirs: awards, trust, titles, a seat; `since` and `until` are UTC seconds."""

import json
from collections.abc import Iterator

from rules.honour.value_letter import Honoured, IdeaMade, Lent
from rules.links import message_link
from rules.offers.resource import ResourceKind
from rules.programme.trust import TrustStep
from rules.programme.wording import as_kept
from rules.works.challenge import SkillTrack
from storage.engine.tx import Tx
from storage.works import trust


def made(tx: Tx, member: int, since: int, until: int) -> list[IdeaMade]:
    """Finished works that came of an idea of theirs, or that they made of another's, the latest first."""
    rows = tx.all(
        """
        SELECT coalesce(feature.reason, nullif(idea.text, ''), support.what) AS title, support_work.link,
        chat_group.chat_id, support_work.message, helper.name AS helper,
        CASE WHEN support.member = :member THEN '' ELSE author.name END AS author FROM support_work
        JOIN support ON support.id = support_work.support AND support.state = 'done'
        JOIN member AS helper ON helper.id = support.helper JOIN member AS author ON author.id = support.member
        LEFT JOIN chat_group ON chat_group.id = support_work.chat_group
        LEFT JOIN feature ON feature.chat_group = support.chat_group AND feature.message = support.message
        AND feature.taken_back_at IS NULL
        LEFT JOIN idea ON idea.chat_group = support.chat_group AND idea.message = support.message
        WHERE (support.member = :member OR support_work.member = :member)
        AND support_work.at >= :since AND support_work.at < :until
        ORDER BY support_work.at DESC, support.id DESC LIMIT 5
        """,
        member=member,
        since=since,
        until=until,
    )
    return [IdeaMade(row.title, _link(row.link, row.chat_id, row.message), row.helper, row.author) for row in rows]


def honours(tx: Tx, member: int, since: int, until: int) -> list[Honoured]:
    """Awards that were given, the first one first."""
    rows = tx.all(
        "SELECT title, year, citation FROM honour WHERE member = :member AND revoked_at IS NULL"
        " AND given_at >= :since AND given_at < :until ORDER BY id LIMIT 5",
        member=member,
        since=since,
        until=until,
    )
    return [Honoured(as_kept(row.title), row.year, row.citation) for row in rows]


def step(tx: Tx, member: int, since: int, until: int) -> TrustStep | None:
    """The highest step of the trust ladder to which staff raised them, unless they stand lower by now."""
    now = trust.of_member(tx, member).step
    reached = [to for before, to in _steps(tx, member, since, until) if before.place < to.place <= now.place]
    return max(reached, key=lambda one: one.place, default=None)


def _steps(tx: Tx, member: int, since: int, until: int) -> Iterator[tuple[TrustStep, TrustStep]]:
    """From which to which: as it was confirmed, and by hand."""
    time = {"member": member, "since": since, "until": until}
    confirmed = tx.all(
        "SELECT stood_on, step FROM trust_proposal WHERE member = :member AND state = 'confirmed'"
        " AND settled_at >= :since AND settled_at < :until",
        **time,
    )
    yield from ((TrustStep(row.stood_on), TrustStep(row.step)) for row in confirmed)
    by_hand = tx.all(
        "SELECT detail FROM audit WHERE subject = :member AND act = :given AND at >= :since AND at < :until",
        given=trust.GIVEN,
        **time,
    )
    for row in by_hand:
        detail = json.loads(row.detail)
        yield TrustStep(detail["before"]), TrustStep(detail["step"])


def titles(tx: Tx, member: int, since: int, until: int) -> list[tuple[SkillTrack, str]]:
    """Titles of the tracks that were given, by their keys, the first one first."""
    rows = tx.all(
        "SELECT track, title FROM track_title WHERE member = :member AND taken_at IS NULL"
        " AND given_at >= :since AND given_at < :until ORDER BY id",
        member=member,
        since=since,
        until=until,
    )
    return [(SkillTrack(row.track), row.title) for row in rows]


def lent(tx: Tx, member: int, since: int, until: int) -> list[Lent]:
    """Resources that were handed to them, the first one first; nothing of one that was lost."""
    rows = tx.all(
        "SELECT resource.id, resource.title, resource.kind FROM resource_application"
        " JOIN resource ON resource.id = resource_application.resource WHERE member = :member"
        " AND state IN ('out', 'used', 'returned', 'kept') AND handed_at >= :since AND handed_at < :until"
        " ORDER BY handed_at, resource_application.id LIMIT 5",
        member=member,
        since=since,
        until=until,
    )
    return [Lent(row.id, row.title, ResourceKind(row.kind)) for row in rows]


def council(tx: Tx, member: int, since: int, until: int) -> bool:
    """Whether they took a seat in the council, and sit in it."""
    found = tx.value(
        "SELECT 1 FROM role WHERE member = :member AND role = 'council' AND given_at >= :since AND given_at < :until",
        member=member,
        since=since,
        until=until,
    )
    return found is not None


def _link(link: str | None, chat_id: int | None, message: int | None) -> str | None:
    return message_link(chat_id, message) if chat_id is not None and message is not None else link
