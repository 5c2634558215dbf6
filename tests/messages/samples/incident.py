"""What is set aside."""

from actions.operations.incident import Incidents
from rules.incident import SetAside
from tests.messages.samples.moments import at

AT = at(18, 9, 12)
ONE = SetAside(12, "a1b2c3d4", "message", "林晓", AT, AT + 169_200)
OTHER = SetAside(13, "99ff00aa", "callback_query", "", AT + 60, AT + 169_260)

SAMPLES: dict[str, object] = {
    "incident/list": Incidents((ONE, OTHER), 9, "again", 1, "77aa88bb"),
    "incident/forget_surely": ONE,
}
LABELS: dict[str, object] = {"incident/again": ONE, "incident/forget": ONE}
