"""Which works were made with which resource."""

from msgspec import Struct

from storage.declarations import GOES, Own
from storage.engine.tx import Tx


class MadeRow(Struct, frozen=True):
    """A work, to which challenge and by whom it was handed in, that was made with what was granted in an application."""

    submission: int
    challenge: int
    title: str
    author: str


def link(tx: Tx, application: int, submission: int, now: int) -> bool:
    """That work was made with it; False when that was known."""
    linked = tx.run(
        "INSERT INTO resource_made (application, submission, at) VALUES (:application, :submission, :now)"
        " ON CONFLICT (application, submission) DO NOTHING",
        application=application,
        submission=submission,
        now=now,
    )
    return linked > 0


def unlink(tx: Tx, application: int, submission: int) -> None:
    """It was not."""
    tx.run(
        "DELETE FROM resource_made WHERE application = :application AND submission = :submission",
        application=application,
        submission=submission,
    )


def linked(tx: Tx, application: int) -> frozenset[int]:
    """The numbers of the works that are linked."""
    sql = "SELECT submission FROM resource_made WHERE application = :application"
    return frozenset(row.submission for row in tx.all(sql, application=application))


def of_resource(tx: Tx, resource: int, limit: int) -> list[MadeRow]:
    """What passed of what was made with the resource, the latest first."""
    rows = tx.all(
        """
        SELECT resource_made.submission, submission.challenge, challenge.title, member.name AS author
        FROM resource_made JOIN resource_application ON resource_application.id = resource_made.application
        JOIN submission ON submission.id = resource_made.submission
        JOIN challenge ON challenge.id = submission.challenge JOIN member ON member.id = submission.member
        WHERE resource_application.resource = :resource AND submission.standing IN ('approved', 'featured')
        ORDER BY resource_made.at DESC, resource_made.submission DESC LIMIT :limit
        """,
        resource=resource,
        limit=limit,
    )
    return [MadeRow(row.submission, row.challenge, row.title, row.author) for row in rows]


def of_member(tx: Tx, member: int, limit: int) -> list[tuple[str, str]]:
    """What the member made with what they were lent or given: the resource's title and the challenge's, the latest first."""
    rows = tx.all(
        """
        SELECT resource.title AS resource, challenge.title FROM resource_made
        JOIN resource_application ON resource_application.id = resource_made.application
        JOIN resource ON resource.id = resource_application.resource
        JOIN submission ON submission.id = resource_made.submission
        JOIN challenge ON challenge.id = submission.challenge
        WHERE resource_application.member = :member AND submission.standing <> 'withdrawn'
        ORDER BY resource_made.at DESC, resource_made.submission DESC LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [(row.resource, row.title) for row in rows]


OWN = (
    Own(
        "resource_made",
        "",
        whose="application IN (SELECT id FROM resource_application WHERE member = :member)",
        fate=GOES,
    ),
)
