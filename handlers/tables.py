"""Tables that staff send as a file, or paste."""

from handlers.call import Call
from rules.reading.tables import TableFlaw, TableUnread, flaw_of


def tabled(call: Call, written: str) -> str:
    """What stands in the file that came along, else what was written. Raises TableUnread."""
    media = call.message.media if call.message else None
    if media is None or media.kind != "document":
        return written
    flaw = TableFlaw.UNREAD if media.content is None else TableFlaw.EMPTY
    if media.content is None or not media.content.strip():
        raise TableUnread(media.name or "", flaw_of(media.name or "", media.size) or flaw)
    return media.content
