"""What the messages about the series of small challenges speak about."""

from actions.works.series import SeriesQueued, SeriesTaskSeen
from handlers.works.announced import Announcement
from handlers.works.series import SeriesOverview
from rules.values import replace
from rules.works.challenge import Brief, ChallengeKind, SkillTrack
from rules.works.series import SeriesFull, SeriesTask, SeriesTrack, WeekTaken

BRIEF = Brief(
    "转场练习 <一>",
    ChallengeKind.STANDARD,
    SkillTrack.VIDEO,
    30,
    0,
    about="深秋和我的车",
    steps=("拍三个镜头", "剪到 30 秒"),
)
THEME = replace(BRIEF, kind=ChallengeKind.FRAMEWORK, steps=(), dos=("深秋和我的车",))
TASK = SeriesTask(3, BRIEF, 1, 2, 5)
VIDEO = SeriesTrack(SkillTrack.VIDEO, (TASK, replace(TASK, id=4)), paused=False, opened=12, title="转场练习")
PHOTO = SeriesTrack(SkillTrack.PHOTO, (), paused=True)
SEEN = SeriesTaskSeen(3, BRIEF, 0, 1, 7)
QUEUED = SeriesQueued("转场练习 <一>", SkillTrack.VIDEO, 0, paused=False)

SAMPLES: dict[str, object] = {
    "series/list": SeriesOverview((VIDEO, PHOTO), 7),
    "series/queued": QUEUED,
    "series/task": SEEN,
    "series/drop_surely": SEEN,
    "series/start_surely": SEEN,
    "series/empty": SeriesOverview((replace(PHOTO, paused=False), replace(VIDEO, tasks=())), 7),
    "refusals/series_full": SeriesFull(SkillTrack.VIDEO, 10),
    "refusals/week_taken": WeekTaken(SkillTrack.VIDEO),
}
LABELS: dict[str, object] = {"series/open": TASK, "series/pause": VIDEO, "series/resume": PHOTO}
MORE: dict[str, object] = {
    "series/list · none": SeriesOverview((), 7),
    "series/queued · behind others, paused": replace(QUEUED, before=2, paused=True),
    "series/task · on a theme, later": replace(SEEN, brief=THEME, before=1),
    "challenge/announced · of the series": Announcement(13, replace(BRIEF, deadline=1_795_500_000), 5),
}
