"""What the messages about exports speak about."""

from actions.operations.export import TooManyRows
from handlers.operations.export import ExportedFile, WhichSheet
from messages.sheets import Length

SAMPLES: dict[str, object] = {
    "export/which": WhichSheet(""),
    "export/sent": ExportedFile("members", "2026-11-16"),
    "export/file": ExportedFile("ledger", "2026-11-16"),
    "refusals/too_many_rows": TooManyRows("ledger", 20_000),
}
MORE: dict[str, object] = {"export/which · of an unknown name": WhichSheet("夏<b>天")}
LABELS: dict[str, object] = {"export/length": Length(1, 2, 3)}
