"""Team projects, their roles and milestones."""

from typing import Any

from rules.ends import minute_of
from rules.programme.trust import TrustStep
from rules.teams.project import Milestone, Project, ProjectPlan, ProjectRole, ProjectState
from rules.works.challenge import SkillTrack
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_PLAN = "title, track, reward, form_by, deadline, lead, about, trust, chat"
_COLUMNS = f"id, {_PLAN}, state, made_by, made_at, begun_at, ended_at"
_NAMES = tuple(_PLAN.split(", "))


def _project(tx: Tx, row: Any) -> Project:
    said = row._asdict()
    plain = {name: said.pop(name) for name in _NAMES}
    plain |= {"track": SkillTrack(plain["track"]), "trust": TrustStep(plain["trust"])}
    plan = ProjectPlan(**plain, roles=_roles(tx, row.id), milestones=_milestones(tx, row.id))
    return Project(**{**said, "plan": plan, "state": ProjectState(row.state)})


def _roles(tx: Tx, project: int) -> tuple[ProjectRole, ...]:
    rows = tx.all(
        "SELECT name, places, share, what, taken FROM project_role WHERE project = :project ORDER BY nth LIMIT 20",
        project=project,
    )
    return tuple(ProjectRole(*row) for row in rows)


def _milestones(tx: Tx, project: int) -> tuple[Milestone, ...]:
    rows = tx.all(
        "SELECT title, due, done_at FROM project_milestone WHERE project = :project ORDER BY nth LIMIT 20",
        project=project,
    )
    return tuple(Milestone(*row) for row in rows)


def add(tx: Tx, plan: ProjectPlan, maker: int, now: int) -> Project:
    """Publish a project; its number is its id."""
    plain = {name: getattr(plan, name) for name in _NAMES}
    number = tx.add(
        f"INSERT INTO project ({_PLAN}, made_by, made_at) VALUES (:title, :track, :reward, :form_by, :deadline, :lead,"
        " :about, :trust, :chat, :maker, :now)",
        **{**plain, "track": plan.track.value, "trust": plan.trust.value},
        maker=maker,
        now=now,
    )
    for nth, role in enumerate(plan.roles):
        _add_role(tx, number, nth, role)
    for nth, one in enumerate(plan.milestones):
        tx.run(
            "INSERT INTO project_milestone (project, nth, title, due) VALUES (:number, :nth, :title, :due)",
            number=number,
            nth=nth,
            title=one.title,
            due=one.due,
        )
    added = get(tx, number)
    assert added is not None
    return added


def change(tx: Tx, number: int, plan: ProjectPlan) -> None:
    """It is to be something else now; its times, roles and milestones are changed by themselves."""
    tx.run(
        "UPDATE project SET title = :title, track = :track, reward = :reward, trust = :trust, chat = :chat, about = :about"
        " WHERE id = :number",
        number=number,
        title=plan.title,
        track=plan.track.value,
        reward=plan.reward,
        trust=plan.trust.value,
        chat=plan.chat,
        about=plan.about,
    )


def _add_role(tx: Tx, project: int, nth: int, role: ProjectRole) -> None:
    tx.run(
        "INSERT INTO project_role (project, nth, name, places, share, what)"
        " VALUES (:project, :nth, :name, :places, :share, :what)",
        project=project,
        nth=nth,
        name=role.name,
        places=role.places,
        share=role.share,
        what=role.what,
    )


def get(tx: Tx, number: int) -> Project | None:
    """The project of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM project WHERE id = :number", number=number)
    return _project(tx, row) if row else None


def live(tx: Tx, limit: int, skipped: int = 0) -> list[Project]:
    """Projects that are forming or running, the one that ends first before the others."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM project WHERE ended_at IS NULL ORDER BY deadline, id LIMIT :limit OFFSET :skipped",
        limit=limit,
        skipped=skipped,
    )
    return [_project(tx, row) for row in rows]


def count_live(tx: Tx) -> int:
    """How many are forming or running."""
    many: int = tx.value("SELECT count(*) FROM project WHERE ended_at IS NULL")
    return many


def unformed(tx: Tx, now: int, limit: int) -> list[Project]:
    """Projects that have not begun by the day they should have, and of which staff were not asked yet."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM project WHERE state = 'forming' AND form_by < :minute AND asked_at IS NULL"
        " ORDER BY form_by, id LIMIT :limit",
        minute=minute_of(now),
        limit=limit,
    )
    return [_project(tx, row) for row in rows]


def overdue(tx: Tx, now: int, limit: int) -> list[Project]:
    """Projects that run past their deadline, and of which staff were not asked yet; and those that never began."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM project WHERE ended_at IS NULL AND deadline < :minute"
        " AND (state = 'forming' OR asked_at IS NULL) ORDER BY deadline, id LIMIT :limit",
        minute=minute_of(now),
        limit=limit,
    )
    return [_project(tx, row) for row in rows]


def asked(tx: Tx, number: int, now: int | None) -> None:
    """Staff have been asked what becomes of it; with None they are to be asked anew."""
    tx.run("UPDATE project SET asked_at = :now WHERE id = :number", number=number, now=now)


def begin(tx: Tx, number: int, now: int) -> bool:
    """Its team is complete, with as many places as are taken; False when it had begun before."""
    sql = "UPDATE project SET state = 'running', begun_at = :now, asked_at = NULL WHERE id = :number AND state = 'forming'"
    if not tx.run(sql, number=number, now=now):
        return False
    tx.run("UPDATE project_role SET places = taken WHERE project = :number", number=number)
    return True


def end(tx: Tx, number: int, state: ProjectState, now: int) -> bool:
    """Done or dissolved; False when it was over before."""
    sql = "UPDATE project SET state = :state, ended_at = :now WHERE id = :number AND ended_at IS NULL"
    return tx.run(sql, number=number, state=state.value, now=now) > 0


def form_until(tx: Tx, number: int, until: int) -> None:
    """Its team may form until then (UTC seconds)."""
    tx.run("UPDATE project SET form_by = :until, asked_at = NULL WHERE id = :number", number=number, until=until)


def extend(tx: Tx, number: int, deadline: int) -> None:
    """It hands in until then (UTC seconds), and is reminded anew."""
    tx.run(
        "UPDATE project SET deadline = :deadline, asked_at = NULL, reminded = 0 WHERE id = :number",
        number=number,
        deadline=deadline,
    )


def take(tx: Tx, number: int, nth: int) -> bool:
    """Take a place of that role; False when none is left."""
    sql = "UPDATE project_role SET taken = taken + 1 WHERE project = :number AND nth = :nth AND taken < places"
    return tx.run(sql, number=number, nth=nth) > 0


def give_back(tx: Tx, number: int, nth: int) -> None:
    """A place of that role is free again."""
    tx.run("UPDATE project_role SET taken = taken - 1 WHERE project = :number AND nth = :nth", number=number, nth=nth)


def meet_at(tx: Tx, number: int, chat: str) -> None:
    """The team talks there."""
    tx.run("UPDATE project SET chat = :chat WHERE id = :number", number=number, chat=chat)


def reach(tx: Tx, number: int, nth: int, at: int | None) -> bool:
    """That milestone was reached at that moment (UTC seconds), or with None was not; False where that is known."""
    reached = tx.run(
        "UPDATE project_milestone SET done_at = :at WHERE project = :number AND nth = :nth"
        " AND (done_at IS NULL) <> (CAST(:at AS BIGINT) IS NULL)",
        number=number,
        nth=nth,
        at=at,
    )
    return reached > 0


def milestones_due(tx: Tx, now: int, until: int, limit: int) -> list[tuple[int, int]]:
    """Milestones of running projects that are due before `until` (UTC seconds), not reached and not reminded of."""
    rows = tx.all(
        """
        SELECT project_milestone.project, nth FROM project_milestone JOIN project ON project.id = project_milestone.project
        WHERE state = 'running' AND done_at IS NULL AND project_milestone.reminded = 0 AND due > :now AND due <= :until
        ORDER BY due, project_milestone.project, nth LIMIT :limit
        """,
        now=now,
        until=until,
        limit=limit,
    )
    return [(row.project, row.nth) for row in rows]


def milestone_reminded(tx: Tx, number: int, nth: int) -> None:
    """The team has been reminded of that milestone."""
    tx.run("UPDATE project_milestone SET reminded = 1 WHERE project = :number AND nth = :nth", number=number, nth=nth)


def ending(tx: Tx, now: int, until: int, limit: int) -> list[Project]:
    """Running projects whose deadline is before `until` (UTC seconds), not reminded of."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM project WHERE state = 'running' AND reminded = 0 AND deadline > :now"
        " AND deadline <= :until ORDER BY deadline, id LIMIT :limit",
        now=now,
        until=until,
        limit=limit,
    )
    return [_project(tx, row) for row in rows]


def reminded(tx: Tx, number: int) -> None:
    """The team has been reminded of the deadline."""
    tx.run("UPDATE project SET reminded = 1 WHERE id = :number", number=number)


def payable(tx: Tx, limit: int) -> list[int]:
    """Running projects whose whole was approved, from whoever leads them, and whose reward staff were not asked about."""
    rows = tx.all(
        """
        SELECT project.id FROM project JOIN challenge ON challenge.project = project.id AND challenge.piece = 'whole'
        WHERE state = 'running' AND reward_asked_at IS NULL AND EXISTS (SELECT 1 FROM submission
        JOIN teammate ON teammate.project = project.id AND teammate.member = submission.member AND left_at IS NULL
        JOIN project_role ON project_role.project = project.id AND project_role.nth = teammate.role
        WHERE submission.challenge = challenge.id AND project_role.name = project.lead
        AND submission.standing IN ('approved', 'featured')) ORDER BY project.id LIMIT :limit
        """,
        limit=limit,
    )
    return [row.id for row in rows]


def reward_asked(tx: Tx, number: int, now: int) -> None:
    """Staff have been asked about its reward."""
    tx.run("UPDATE project SET reward_asked_at = :now WHERE id = :number", number=number, now=now)


OWN = (Own("project", "made_by", but=("chat",), fate=STAYS),)
