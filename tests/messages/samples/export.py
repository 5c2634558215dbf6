"""What the messages about exports speak about."""

from actions.operations.export import TooManyRows
from handlers.operations.export import File
from rules.sheets import SheetName

SAMPLES: dict[str, object] = {
    "export/which": None,
    "export/sent": File(SheetName.MEMBERS, "2026-11-16"),
    "export/file": File(SheetName.LEDGER, "2026-11-16"),
    "refusals/too_many_rows": TooManyRows("ledger", 20_000),
}
