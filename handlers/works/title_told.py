"""What a member hears of a title of a track."""

from actions.works.track_title import TitleChanged
from handlers.effects import Note
from rules.note import Matter


def told(done: TitleChanged, before: str) -> Note:
    """They read it in the evening, in one piece with what changed earlier that day; `before` is the key they knew."""
    return Note(done.member, Matter.ACCOUNT, f"track_title:{done.track.value}:{before}", "track_title/told", done)
