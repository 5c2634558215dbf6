"""What the messages about exports speak about."""

from actions.operations.export import TooManyRows
from handlers.operations.export import File

SAMPLES: dict[str, object] = {
    "export/which": None,
    "export/sent": File("members", "2026-11-16"),
    "export/file": File("ledger", "2026-11-16"),
    "refusals/too_many_rows": TooManyRows("ledger", 20_000),
}
