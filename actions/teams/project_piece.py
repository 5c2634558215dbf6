"""What a team hands in: parts and whole are challenges for the team alone, looked at and reviewed as all works are."""

from rules.occasion import Occasion
from rules.teams.project import Project, Teammate, brief_of
from rules.works.challenge import Challenge, Piece, WorkHandedIn
from rules.works.submission import Submission, SubmissionStanding
from storage.engine.tx import Tx
from storage.teams import projects, teammates
from storage.works import challenges, submissions


def begin(tx: Tx, project: Project, occasion: Occasion) -> tuple[int, ...]:
    """The team begins, with the places that are taken; its members."""
    if not projects.begin(tx, project.id, occasion.now):
        return ()
    for piece in Piece:
        challenges.add(tx, brief_of(project), project.made_by, occasion.now, project.id, piece)
    team = teammates.of_project(tx, project.id)
    for one in team:
        enter(tx, project, one, occasion)
    return tuple(one.member for one in team)


def enter(tx: Tx, project: Project, teammate: Teammate, occasion: Occasion) -> None:
    """They hand in a part from now on; who leads, the whole as well."""
    for piece in Piece:
        if piece is Piece.PART or teammate.role == project.lead:
            joined = challenges.join(tx, of(tx, project, piece).id, teammate.member, occasion.now)
            assert joined, (project.id, piece)


def quit_pieces(tx: Tx, project: Project, member: int) -> None:
    """They hand in nothing any more."""
    for piece in Piece:
        if (found := challenges.of_project(tx, project.id, piece)) is not None:
            challenges.leave(tx, found.id, member)


def of(tx: Tx, project: Project, piece: Piece) -> Challenge:
    """What that piece of a project that has begun is handed in for."""
    found = challenges.of_project(tx, project.id, piece)
    assert found is not None, project
    return found


def part_of(tx: Tx, challenge: int | None, member: int | None) -> SubmissionStanding | None:
    """How what the member has handed in there stands; None where there is nothing."""
    work = work_of(tx, challenge, member)
    return work.standing if work else None


def work_of(tx: Tx, challenge: int | None, member: int | None) -> Submission | None:
    """What the member has handed in there last, and not taken back."""
    if challenge is None or member is None:
        return None
    found = submissions.of_member(tx, challenge, member)
    return next((one for one in found if one.standing is not SubmissionStanding.WITHDRAWN), None)


def role_of(tx: Tx, project: int, member: int) -> str:
    """The role of the member in that project; empty for one who has none."""
    mine, found = teammates.of_member(tx, project, member), projects.get(tx, project)
    return found.plan.roles[mine.role].name if mine and found else ""


def require_nothing_handed_in(tx: Tx, project: Project, member: int) -> None:
    """Raise WorkHandedIn where the member has handed in a piece."""
    for piece in Piece:
        found = challenges.of_project(tx, project.id, piece)
        if work_of(tx, found.id if found else None, member) is not None:
            raise WorkHandedIn


ROLE_OF = role_of
