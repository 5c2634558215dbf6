"""`/export`: a sheet that some feature declares, as a file, in private."""

from msgspec import Struct

from actions.operations.export import export
from handlers.call import Call
from handlers.effects import Button, Document, Edit, Effects, Reply
from handlers.routes import OPERATORS, Command, Press, Shelf, Start, Where
from messages.sheets import called, for_people, sheet_called
from rules.reading.typed import typed
from rules.reading.visible import shortened
from rules.sheets import as_csv
from storage.engine.tx import Tx
from storage.operations.exports import sheets

NAME_SHOWN = 20


class ExportedFile(Struct, frozen=True):
    """The file that is sent."""

    sheet: str
    day: str


class WhichSheet(Struct, frozen=True):
    """What was asked for that is the name of no single sheet; nothing where none was named."""

    unknown: str


def answer(call: Call, tx: Tx) -> Effects:
    """The sheet that was named, or the choice."""
    named = sheet_called(typed(call.words), sheets())
    if named:
        return _file(call, tx, named)
    buttons = [Button(f"export/{sheet}", "export.sheet", {"sheet": sheet}) for sheet in sheets()]
    which = WhichSheet(shortened(call.words.strip(), NAME_SHOWN))
    return Reply("export/which", which, buttons=[buttons[n : n + 2] for n in range(0, len(buttons), 2)])


def pressed(call: Call, tx: Tx) -> Effects:
    """The sheet was chosen by button."""
    done = _file(call, tx, call.data["sheet"])
    return (Edit("export/sent", done.outcome), done)


def _file(call: Call, tx: Tx, sheet: str) -> Document:
    made = export(tx, call.member, sheet, call.occasion)
    file = ExportedFile(made.sheet, made.day)
    shown = for_people(made.columns, made.rows, call.member.locale, call.occasion.programme.brand.timezone)
    return Document(
        f"{called(made.sheet, call.member.locale)} {made.day}.csv", "".join(as_csv(shown)), "export/file", file
    )


ROUTES = (
    Command("export", answer, shelf=Shelf.HOUSE, place=70, who=OPERATORS, where=Where.PRIVATE, fades=True),
    Press("export.sheet", pressed, who=OPERATORS),
    Start("export", answer, who=OPERATORS),
)
