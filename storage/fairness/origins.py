"""What a member's badges, awards, levels and steps of trust came from, as the rows and the log tell it."""

import json

from msgspec import Struct

from rules.links import message_link
from rules.programme.wording import as_kept
from rules.works.trust_proposal import TrustProposal
from storage.audits import Act
from storage.engine.tx import Tx
from storage.works import desk_proposals, trust_proposals

MOST = 20


class OfficeGiven(Struct, frozen=True):
    """Since when an office is held (UTC seconds), and by whom it was given; None where nobody put their name to it."""

    at: int
    by: int | None


class HonourGiven(Struct, frozen=True):
    """An award as it was given, also one that was taken back since."""

    title: str
    year: int
    citation: str
    by: str
    given_at: int
    revoked_at: int | None
    revoked_for: str | None


class AnswerAccepted(Struct, frozen=True):
    """An answer that was accepted: to which question, which words of it, and where it stands."""

    question: int
    text: str
    link: str | None


def decided(tx: Tx, member: int) -> list[Act]:
    """What staff have decided about the member's badges and steps, oldest first; the latest so many."""
    rows = tx.all(
        """
        SELECT id, at, actor, act, subject, reason, detail FROM audit WHERE subject = :member AND act IN
        ('badge.give', 'badge.revoked', 'badge.kept', 'badge.lapsed', 'trust.set') ORDER BY id DESC LIMIT :limit
        """,
        member=member,
        limit=10 * MOST,
    )
    found = [Act(row.id, row.at, row.actor, row.act, row.subject, row.reason, json.loads(row.detail)) for row in rows]
    return found[::-1]


def honoured(tx: Tx, member: int, award: str) -> list[HonourGiven]:
    """Each time that the member was given that award, oldest first."""
    rows = tx.all(
        """
        SELECT title, year, citation, giver.name, given_at, revoked_at, revoked_for FROM honour
        JOIN member AS giver ON giver.id = honour.given_by WHERE member = :member AND award = :award
        ORDER BY given_at, honour.id LIMIT :limit
        """,
        member=member,
        award=award,
        limit=MOST,
    )
    return [HonourGiven(as_kept(row.title), *row[1:]) for row in rows]


def reached(tx: Tx, member: int, level: str) -> int | None:
    """When the member reached that level (UTC seconds)."""
    at: int | None = tx.value(
        "SELECT reached_at FROM promotion WHERE member = :member AND level = :level", member=member, level=level
    )
    return at


def office(tx: Tx, member: int, role: str) -> OfficeGiven | None:
    """Since when the member holds that office, and who gave it."""
    row = tx.one(
        "SELECT given_at, given_by FROM role WHERE member = :member AND role = :role", member=member, role=role
    )
    return OfficeGiven(row.given_at, row.given_by) if row else None


def proposed(tx: Tx, member: int) -> list[TrustProposal]:
    """What has been decided about steps that the member was proposed for, oldest first; the latest so many."""
    return desk_proposals.decided(tx, trust_proposals.KIND, member, MOST)


def answers(tx: Tx, member: int, limit: int) -> list[AnswerAccepted]:
    """The member's answers that were accepted and still are, latest first."""
    rows = tx.all(
        """
        SELECT question.id, question.text, chat_group.chat_id, acceptance.message FROM acceptance
        JOIN question ON question.id = acceptance.question JOIN chat_group ON chat_group.id = question.chat_group
        WHERE answerer = :member AND taken_back_at IS NULL ORDER BY acceptance.at DESC, question.id DESC LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [AnswerAccepted(row.id, row.text, message_link(row.chat_id, row.message)) for row in rows]
