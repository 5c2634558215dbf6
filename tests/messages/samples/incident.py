"""What is set aside."""

from actions.operations.incident import Incidents
from rules.incident import SetAside
from rules.values import replace
from tests.messages.samples.moments import at

AT = at(18, 9, 12)
ONE = SetAside(12, "a1b2c3d4", "message", "林晓", AT, AT + 169_200)
OTHER = SetAside(13, "99ff00aa", "callback_query", "", AT + 60, AT + 169_260)

SAMPLES: dict[str, object] = {
    "incident/list": Incidents((ONE, OTHER), 9, "again", 1, "77aa88bb"),
    "incident/forget_surely": ONE,
}
LABELS: dict[str, object] = {"incident/again": ONE, "incident/forget": ONE}
KINDS = ("edited_message", "message_reaction", "chat_member", "my_chat_member", "poll")
MORE: dict[str, object] = {
    "incident/list · several are tried again": Incidents((ONE,), 1, "again", 3, ""),
    "incident/list · one is forgotten": Incidents((ONE,), 1, "forgotten", 1, "77aa88bb"),
    "incident/list · of every kind": Incidents(tuple(replace(ONE, kind=kind) for kind in KINDS), 5),
    "incident/list · none": Incidents((), 0),
}
