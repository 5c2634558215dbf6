"""What the check-in messages speak about."""

from actions.checkin import CheckedIn
from actions.grants import Grant

SAMPLES: dict[str, object] = {
    "checkin/done": CheckedIn("林晓", 6, 17, Grant(4, 86, 12, None), None),
    "checkin/milestone": CheckedIn("林晓", 7, 3, Grant(4, 98, 13, None), 10),
    "checkin/milestones": None,
}
