"""What can be wrong with the bot and its places, for /doctor to say in plain words."""

from enum import StrEnum

from msgspec import Struct

PRIVACY = "privacy"
DISK_FREE_MB = "disk_free_mb"
DISK_LOW_MB = 500
BACKUP_MADE_AT = "backup_made_at"
BACKUP_FAILED_AT = "backup_failed_at"
BACKUP_WHY = "backup_why"
CLOCK_OFF_S = 60
BACKLOG = 1_000


class Ailment(StrEnum):
    """One kind of thing that is missing or went wrong."""

    NO_COMMUNITY = "no_community"
    NO_STAFF_GROUP = "no_staff_group"
    NO_SECOND_PERSON = "no_second_person"
    NO_CORE_GROUP = "no_core_group"
    AWARD_GONE = "award_gone"
    TITLE_GONE = "title_gone"
    VOTE_TOO_FEW = "vote_too_few"
    BADGE_OUT_OF_REACH = "badge_out_of_reach"
    BADGE_WAITS = "badge_waits"
    JOB_OFF = "job_off"
    STEP_OUT_OF_REACH = "step_out_of_reach"
    CHALLENGE_CLOSED = "challenge_closed"
    COUNTED_SHORT = "counted_short"
    EVENT_NOWHERE = "event_nowhere"
    ANSWERS_WAIT = "answers_wait"
    MENTORS_NEEDED = "mentors_needed"
    QUIZ_SHORT = "quiz_short"
    QUIZ_WANTED = "quiz_wanted"
    MATERIAL_GONE = "material_gone"
    FILES_REFUSED = "files_refused"
    DESIGNS_UNSEEN = "designs_unseen"
    PRIVACY_ON = "privacy_on"
    UNCHECKED = "unchecked"
    WAITS = "waits"
    ABSENT = "absent"
    NOT_ADMIN = "not_admin"
    RIGHTS = "rights"
    NO_TOPICS = "no_topics"
    OTHER_ZONE = "other_zone"
    CLOCK = "clock"
    CLOCK_OFF = "clock_off"
    UNHEARD = "unheard"
    JOB_FAILED = "job_failed"
    JOB_SKIPPED = "job_skipped"
    JOBS_PASSED = "jobs_passed"
    JOB_UNCERTAIN = "job_uncertain"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    NOT_SILENCED = "not_silenced"
    BACKLOG = "backlog"
    SET_ASIDE = "set_aside"
    DISK = "disk"
    BACKUP = "backup"


# What is worth knowing but not wrong.
HINTS = frozenset(
    {
        Ailment.NO_TOPICS,
        Ailment.OTHER_ZONE,
        Ailment.NO_SECOND_PERSON,
        Ailment.NO_CORE_GROUP,
        Ailment.VOTE_TOO_FEW,
        Ailment.BADGE_WAITS,
        Ailment.JOB_OFF,
        Ailment.CHALLENGE_CLOSED,
        Ailment.COUNTED_SHORT,
        Ailment.ANSWERS_WAIT,
        Ailment.MENTORS_NEEDED,
        Ailment.MATERIAL_GONE,
        Ailment.UNCHECKED,
        Ailment.JOBS_PASSED,
        Ailment.UNHEARD,
    }
)


class Finding(Struct, frozen=True):
    """One finding: where (a group's title), how many, since or when (UTC seconds), and names that belong to it."""

    ailment: Ailment
    title: str = ""
    count: int = 0
    at: int = 0
    names: tuple[str, ...] = ()

    @property
    def hint(self) -> bool:
        """Whether nothing has to be mended."""
        return self.ailment in HINTS
