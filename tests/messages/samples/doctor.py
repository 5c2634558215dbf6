"""What the doctor speaks about: every ailment once."""

from actions.operations.doctor import Examined
from rules.operations.backup import BackupFailed
from rules.operations.clock import ClockOff
from rules.operations.doctor import Ailment, Finding
from rules.programme.awards import Awards
from rules.programme.badges import Badges
from rules.rights import Right
from rules.values import replace
from tests.messages.samples.moments import at

BADGE, OTHER_BADGE = Badges()[0].title, Badges()[1].title
NAMES: dict[Ailment, tuple[str, ...]] = {
    Ailment.NO_CORE_GROUP: ("资深玩家",),
    Ailment.AWARD_GONE: ("helper",),
    Ailment.TITLE_GONE: ("rising",),
    Ailment.NOT_ADMIN: ("core",),
    Ailment.VOTE_TOO_FEW: (Awards()[2].title, "5"),
    Ailment.BADGE_OUT_OF_REACH: ("assists", BADGE),
    Ailment.BADGE_WAITS: ("challenges", BADGE, OTHER_BADGE),
    Ailment.JOB_OFF: ("badges",),
    Ailment.STEP_OUT_OF_REACH: ("framework", "framework_featured"),
    Ailment.CHALLENGE_CLOSED: ("open",),
    Ailment.COUNTED_SHORT: ("tenure_days", "people_helped"),
    Ailment.QUIZ_SHORT: ("7", "10"),
    Ailment.QUIZ_WANTED: ("[trust] open", "certified", "0"),
    Ailment.MATERIAL_GONE: ("2",),
    Ailment.DESIGNS_UNSEEN: ("album", "cards"),
    Ailment.RIGHTS: (Right.PIN, Right.TAGS),
    Ailment.OTHER_ZONE: ("Asia/Tokyo",),
    Ailment.BACKUP: ("backup_ENOSPC",),
    Ailment.JOB_FAILED: ("seal",),
    Ailment.JOB_SKIPPED: ("weekly_board",),
    Ailment.JOB_UNCERTAIN: ("weekly_board",),
    Ailment.NOT_SILENCED: ("林晓", "right"),
    Ailment.UNCERTAIN: ("<b>本周榜单</b>\n1. 林晓 &amp; 周舟", "何川"),
}
TITLES: dict[Ailment, str] = {Ailment.FAILED: "", Ailment.VOTE_TOO_FEW: "资深玩家"}
COUNTS: dict[Ailment, int] = {Ailment.CLOCK_OFF: 400 * 86_400}
EVERY = tuple(
    Finding(ailment, TITLES.get(ailment, "星途车友会"), COUNTS.get(ailment, 3), at(18, 9), NAMES.get(ailment, ()))
    for ailment in Ailment
)

SAMPLES: dict[str, object] = {
    "doctor/backup_failed": BackupFailed("backup_EACCES", at(17, 4, 15)),
    "doctor/clock_off": ClockOff(400 * 86_400),
    "doctor/examined": Examined(tuple(f for f in EVERY if not f.hint), tuple(f for f in EVERY if f.hint), 3),
}
JOBS = (Ailment.JOB_FAILED, Ailment.JOB_SKIPPED, Ailment.JOB_UNCERTAIN)
OF_THE_BRAND = tuple(replace(finding, title="") for finding in EVERY if finding.ailment in JOBS)
NEVER = tuple(replace(finding, at=0) for finding in EVERY if finding.ailment is Ailment.BACKUP)
TRACKS = (
    Finding(Ailment.STEP_OUT_OF_REACH, count=9, names=("open", "tracks_tried")),
    Finding(Ailment.STEP_OUT_OF_REACH, count=2, names=("open", "best_assists")),
    Finding(Ailment.BADGE_OUT_OF_REACH, count=1, names=("tracks", BADGE, OTHER_BADGE)),
    Finding(Ailment.BADGE_WAITS, count=1, names=("challenges", BADGE)),
)
PARTS = tuple(Finding(Ailment.DESIGNS_UNSEEN, "夏<b>天", 3, names=(part,)) for part in ("album", "cards"))
PAGE = Finding(Ailment.MATERIAL_GONE, "夏<b>天", 3, names=("2", "page"))
WANTED = Finding(Ailment.QUIZ_WANTED, count=2, names=("[mentors] needs", "quizzes_passed", "1"))
PASSED = Finding(Ailment.JOBS_PASSED, count=1, at=at(18, 9))
MORE: dict[str, object] = {
    "doctor/backup_failed · there never was one": BackupFailed("exit code 3", 0),
    "doctor/clock_off · behind": ClockOff(-7_200),
    "doctor/clock_off · by minutes": ClockOff(-125),
    "doctor/examined · a part of it": Examined(PARTS, (PAGE,), 3),
    "doctor/examined · all is well": Examined((), (), 3),
    "doctor/examined · of the whole brand": Examined(OF_THE_BRAND, (), 3),
    "doctor/examined · one place is still looked at": Examined((), (), 3, 1),
    "doctor/examined · several places are still looked at": Examined((), (), 3, 2),
    "doctor/examined · more crafts than there are": Examined(TRACKS, (), 3),
    "doctor/examined · too few quizzes": Examined((WANTED,), (), 3),
    "doctor/examined · a single thing was passed over": Examined((), (PASSED,), 3),
    "doctor/examined · a single fault": Examined(NEVER, (), 3),
}
