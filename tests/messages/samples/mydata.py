"""What the messages about one's own data speak about."""

from actions.operations.mydata import GivenLately
from handlers.operations.mydata import OwnFile
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "mydata/file": OwnFile("2026-11-18", 412),
    "mydata/sheets": None,
    "refusals/given_lately": GivenLately(at(18, 21, 30)),
}
