"""`/mydata`: everything that is kept about the caller, as a file, in private."""

from msgspec import Struct

from actions.operations.mydata import give
from handlers.call import Call
from handlers.effects import Document, Effects, Link, Reply
from handlers.routes import OPERATORS, Command, Press, Shelf, Where
from messages.mydata import as_file
from storage.engine.tx import Tx


class OwnFile(Struct, frozen=True):
    """The file that is sent: of which day it is, and how many rows it holds."""

    day: str
    rows: int


def answer(call: Call, tx: Tx) -> Effects:
    """Everything, to whom it is about and to nobody else."""
    data = give(tx, call.member, call.occasion)
    day = call.occasion.day.isoformat()
    file = OwnFile(day, sum(len(part.rows) for part in data.parts))
    given = Document(f"mydata-{day}.json", as_file(data, call.member.locale), "mydata/file", file)
    sheets = Reply("mydata/sheets", buttons=((Link("/export", start="export"),),))
    return (given, sheets) if call.roles & OPERATORS else given


ROUTES = (
    Command("mydata", answer, shelf=Shelf.OURS, place=15, where=Where.PRIVATE, fades=True, outside=True),
    Press("mydata.give", answer, does="mydata", outside=True),
)
