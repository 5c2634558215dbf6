"""What the messages about team projects speak about."""

from actions.teams.editproject import ProjectEdited
from actions.teams.project import MilestoneSeen, ProjectSeen, RoleLeft, RoleSeen, RoleTook, TeamPerson
from actions.teams.project_kept import ProjectSoon
from actions.teams.project_led import ProjectTurned, Reached
from actions.teams.team_reward import RewardShare, SharePaid, TeamReward
from handlers.kept import FormMistaken
from handlers.teams.editproject import ProjectEditPreview
from handlers.teams.newproject import ProjectPreview
from handlers.teams.project import ProjectList
from rules.audience import Reader
from rules.draft import AlreadyPublished
from rules.pages import Page
from rules.programme.projects import Undelivered
from rules.programme.trust import TrustStep
from rules.reading.amending import Overtaken
from rules.reading.flaws import Flaw, Mistake
from rules.reading.forms import Filled
from rules.reading.unreal import Slip, Unreal
from rules.teams.project import (
    ChatUnclear,
    LeadMissing,
    Milestone,
    NoRole,
    NotTheLead,
    ProjectNumberNeeded,
    ProjectOver,
    ProjectPlan,
    ProjectRole,
    ProjectState,
    ProjectStays,
    ProjectUnknown,
    RewardLess,
    RoleHeld,
    RoleTaken,
    TeamTooSmall,
)
from rules.teams.team_reward import OwnTeam, PartsWaiting, WholeMissing
from rules.values import replace
from rules.works.challenge import SkillTrack, TeamsOnly
from rules.works.submission import SubmissionStanding
from tests.messages.samples.moments import at

TITLE, ABOUT = "夏夜长途 <一>", "一条三分钟的夜路。"
PLAN = ProjectPlan(
    TITLE,
    SkillTrack.VIDEO,
    100,
    at(21, 20),
    at(28, 20),
    (ProjectRole("导演", 1, 40, "写分镜，最后合成"), ProjectRole("拍摄", 2, 60, "各拍一段夜景")),
    "导演",
    ABOUT,
    (Milestone("分镜定稿", at(24, 20)),),
    TrustStep.FRAMEWORK,
    "https://t.me/+summer",
)
READERS = (Reader(1, "星途车友会", "zh", reads=True), Reader(2, "星途上海", "zh", reads=False))
HE, LIN, ZHOU = (TeamPerson(n, name, None) for n, name in ((5, "何<b>川"), (6, "林<b>晓"), (7, "周<b>舟")))
DIRECTOR = RoleSeen(3, 0, "导演", "写分镜，最后合成", 1, 40, 0, leads=True, mine=False, people=(HE,))
CAMERA = RoleSeen(3, 1, "拍摄", "各拍一段夜景", 2, 60, 1, leads=False, mine=False, people=(LIN,))
NOBODY = replace(CAMERA, free=2, people=())
MILESTONES = (
    MilestoneSeen(3, 0, "分镜定稿", at(17, 20), done=True, late=False),
    MilestoneSeen(3, 1, "素材拍齐", at(18, 12), done=False, late=True),
    MilestoneSeen(3, 2, "粗剪", at(24, 20), done=False, late=False),
)
SEEN = ProjectSeen(
    3, TITLE, ABOUT, 100, at(21, 20), at(28, 20), ProjectState.FORMING, (DIRECTOR, NOBODY), MILESTONES,
    TrustStep.FRAMEWORK, None, late=False,
)  # fmt: skip
STANDINGS = (
    SubmissionStanding.APPROVED,
    SubmissionStanding.WAITING,
    SubmissionStanding.RETURNED,
    None,
)
PEOPLE = tuple(replace(ZHOU, part=one) for one in STANDINGS)
RUNNING = replace(
    SEEN, state=ProjectState.RUNNING, roles=(DIRECTOR, replace(CAMERA, free=0, people=PEOPLE)), trust=TrustStep.BASE
)
OPEN = replace(RUNNING, roles=(DIRECTOR, CAMERA))
LATE = replace(RUNNING, late=True)
LEADS = replace(RUNNING, role="导演", leads=True, chat="https://t.me/+summer")
ONE_OF = replace(RUNNING, role="拍摄")
DONE = replace(RUNNING, state=ProjectState.DONE)
DISSOLVED = replace(SEEN, state=ProjectState.DISSOLVED)
TURNED = ProjectTurned(3, TITLE, ProjectState.FORMING, at(24, 20), "莫莫", (5, 6))
GOES_ON = replace(TURNED, state=ProjectState.RUNNING)
OFF = replace(TURNED, state=ProjectState.DISSOLVED)
LEFT = RoleLeft(3, TITLE, 1, "拍摄", "周<b>舟", 7, gone=False, team=(5, 6))
SOON = ProjectSoon(6, 3, TITLE, at(19, 20), 0)

SHARES = (
    RewardShare(5, "何<b>川", "导演", 40, SubmissionStanding.APPROVED, suspended=False, delivered=True, points=57),
    RewardShare(6, "林<b>晓", "拍摄", 60, SubmissionStanding.FEATURED, suspended=False, delivered=True, points=43),
    RewardShare(7, "周<b>舟", "拍摄", 60, SubmissionStanding.APPROVED, suspended=True, delivered=False, points=0),
    RewardShare(8, "阿<b>木", "拍摄", 60, SubmissionStanding.RETURNED, suspended=False, delivered=False, points=0),
    RewardShare(9, "小满", "拍摄", 60, None, suspended=False, delivered=False, points=0),
)
REWARD = TeamReward(3, TITLE, 100, SHARES, 0, 0, Undelivered.SHARES)
IN_REVIEW = replace(REWARD, shares=(*SHARES, replace(SHARES[4], part=SubmissionStanding.WAITING)), waiting=1, unpaid=20)
PAID = replace(REWARD, by="莫莫")

OTHER_PLAN = replace(
    PLAN,
    title="冬夜长途 <二>",
    reward=150,
    form_by=at(22, 20),
    deadline=at(30, 20),
    track=SkillTrack.PHOTO,
    trust=TrustStep.BASE,
    chat="",
    about="一组夜路的照片。",
)
FIELDS = ("title", "track", "reward", "form_by", "deadline", "about", "trust", "chat")
EDITED = ProjectEdited(3, PLAN, OTHER_PLAN, FIELDS, (5, 6))
CHANGING = ProjectEditPreview(3, PLAN, True, 0, ())
MEANWHILE = (Overtaken("讨论群", "", "https://t.me/+summer", "https://t.me/+winter"),)

SAMPLES: dict[str, object] = {
    "project/edit_preview": CHANGING,
    "project/edited": replace(EDITED, team=()),
    "project/changed": EDITED,
    "refusals/project_stays": ProjectStays(begun=False),
    "refusals/reward_less": RewardLess(100),
    "project/form": None,
    "project/form_again": Filled("标题：夏夜长途\n赛道：视频"),
    "project/form_sent": None,
    "project/form_waits": None,
    "project/dropped": None,
    "project/preview": ProjectPreview(PLAN, READERS),
    "project/published": SEEN,
    "project/announced": SEEN,
    "project/list": ProjectList(
        (
            replace(SEEN, roles=(replace(DIRECTOR, free=1, people=()), NOBODY)),
            replace(OPEN, id=4, role="拍摄"),
            replace(LATE, id=5),
        ),
        Page(1, 1, 3, 0),
    ),
    "project/detail": SEEN,
    "project/taken": RoleTook(3, TITLE, "导演", "何<b>川", ()),
    "project/left": LEFT,
    "project/leave_surely": ONE_OF,
    "project/begun": LEADS,
    "project/freed": LEFT,
    "project/extended": TURNED,
    "project/chat": GOES_ON,
    "project/reminder": SOON,
    "project/told_dissolved": OFF,
    "project/reached": Reached("分镜定稿", done=True),
    "project/ask_chat": LEADS,
    "project/chat_kept": GOES_ON,
    "project/desk": SEEN,
    "project/dissolve_surely": SEEN,
    "project/decided": TURNED,
    "project/reward": REWARD,
    "project/paid": PAID,
    "project/split_changed": None,
    "project/told_paid": SharePaid(3, TITLE, "导演", 57, 60),
    "project/done_without": PAID,
    "project/done": PAID,
    "refusals/whole_missing": WholeMissing(TITLE),
    "refusals/parts_waiting": PartsWaiting(2),
    "refusals/own_team": OwnTeam(),
    "refusals/project_unknown": ProjectUnknown(99),
    "refusals/project_number_needed": ProjectNumberNeeded(),
    "refusals/project_over": ProjectOver(TITLE),
    "refusals/role_taken": RoleTaken("拍摄"),
    "refusals/role_held": RoleHeld("导演", again=True),
    "refusals/no_role": NoRole(TITLE),
    "refusals/teams_only": TeamsOnly(TITLE, 3),
    "refusals/lead_missing": LeadMissing("导演"),
    "refusals/team_too_small": TeamTooSmall(2),
    "refusals/not_the_lead": NotTheLead("导演"),
    "refusals/chat_unclear": ChatUnclear("在群里<b>"),
}
MORE: dict[str, object] = {
    "project/edit_preview · at work": replace(CHANGING, plan=OTHER_PLAN, forming=False, team=3, overtaken=MEANWHILE),
    "project/edited · a team": replace(EDITED, plan=PLAN, before=OTHER_PLAN),
    "project/changed · where it talks": replace(EDITED, plan=PLAN, before=OTHER_PLAN, changed=("chat",)),
    "refusals/project_stays · at work": ProjectStays(begun=True),
    "refusals/project_number_needed · to change it": ProjectNumberNeeded("editproject"),
    "project/preview · plain": ProjectPreview(replace(PLAN, chat="", trust=TrustStep.BASE, milestones=()), READERS),
    "project/announced · no points": replace(SEEN, reward=0),
    "project/announced · at work": RUNNING,
    "project/announced · a place is free": OPEN,
    "project/announced · at the end": LATE,
    "project/announced · done": DONE,
    "project/announced · dissolved": DISSOLVED,
    "project/list · nothing": ProjectList((), Page(1, 1, 0, 0)),
    "project/detail · who leads": LEADS,
    "project/detail · who leads, nowhere to talk": replace(LEADS, chat="", milestones=(), reward=0),
    "project/detail · one of the team": replace(ONE_OF, handed_in=SubmissionStanding.WAITING),
    "project/detail · the whole came back": replace(ONE_OF, handed_in=SubmissionStanding.RETURNED),
    "project/detail · the whole is approved": replace(LATE, handed_in=SubmissionStanding.APPROVED),
    "project/detail · at the end": LATE,
    "project/detail · done": DONE,
    "project/detail · dissolved": DISSOLVED,
    "project/taken · the last one": RoleTook(3, TITLE, "拍摄", "周<b>舟", (5, 6, 7)),
    "project/begun · one of the team": replace(ONE_OF, chat="https://t.me/+summer"),
    "project/begun · nowhere to talk": replace(LEADS, chat=""),
    "project/freed · gone": replace(LEFT, gone=True),
    "project/extended · at work": GOES_ON,
    "project/reminder · the whole": replace(SOON, whole=True),
    "project/reminder · a milestone": replace(SOON, milestone="分镜定稿"),
    "project/told_dissolved · by time": replace(OFF, by=None),
    "project/reached · not yet": Reached("分镜定稿", done=False),
    "project/desk · at work": RUNNING,
    "project/desk · late, in review": replace(LATE, handed_in=SubmissionStanding.WAITING),
    "project/desk · late, approved": replace(LATE, handed_in=SubmissionStanding.APPROVED),
    "project/reward · a part in review": IN_REVIEW,
    "project/reward · looked at": replace(REWARD, looked=True),
    "project/reward · the rest evenly": replace(REWARD, undelivered=Undelivered.EVENLY),
    "project/reward · the rest to nobody": replace(REWARD, undelivered=Undelivered.UNPAID, unpaid=20),
    "project/paid · some to nobody": replace(PAID, unpaid=20),
    "project/told_paid · no points": SharePaid(3, TITLE, "导演", 0, 60),
    "project/decided · at work": GOES_ON,
    "project/decided · dissolved": OFF,
    "refusals/role_held · another": RoleHeld("导演", again=False),
    "refusals/already_published · a project": AlreadyPublished("project", 3),
    "forms/wrong · roles": FormMistaken(
        "project.form",
        (
            Mistake(2, "角色", Flaw.ROLE, "导演 写分镜", (), 16, 80),
            Mistake(0, "角色", Flaw.SHARES, "90", (), 100, 100),
            Mistake(0, "拍摄", Flaw.LEAD, "2"),
            Mistake(5, "节点", Flaw.MILESTONE, "分镜定稿"),
            Mistake(6, "节点", Flaw.MILESTONE, "13-05 | 分镜定稿", unreal=Unreal(Slip.MONTH, 13)),
        ),
        (),
        "角色：\n导演 写分镜",
    ),
}
LABELS: dict[str, object] = {
    "project/take": NOBODY,
    "project/open": SEEN,
    "project/reach": MILESTONES[2],
}
