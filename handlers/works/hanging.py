"""How a featured work hangs in the channels: the effects that put it up, word it anew and take it down."""

from handlers.effects import Delete, Edit, Effect, Otherwise, Post, Show
from rules.works.showcase import Exhibit, name_of
from rules.works.submission import Work, batches
from storage import groups
from storage.engine.tx import Tx
from storage.works import showcases


def hang(tx: Tx, exhibit: Exhibit, work: Work) -> list[Effect]:
    """The work in every channel; its words stand below the first of its files."""
    return [effect for channel in showcases.channels(tx, exhibit.id) for effect in _hung(exhibit, work, channel)]


def reword(tx: Tx, exhibit: Exhibit) -> list[Effect]:
    """The words that stand there now; staff hear of it where they can't be changed."""
    otherwise = _otherwise(tx, exhibit, "showcase/not_reworded")
    return [
        Edit("showcase/post", exhibit, keep=name_of(exhibit.id, channel), otherwise=otherwise)
        for channel in showcases.channels(tx, exhibit.id)
    ]


def take_down(tx: Tx, exhibit: Exhibit) -> list[Effect]:
    """It goes, with all its files; staff hear of it where it can't."""
    otherwise = _otherwise(tx, exhibit, "showcase/not_deleted")
    return [
        Delete(keep=name_of(exhibit.id, channel), otherwise=otherwise) for channel in showcases.channels(tx, exhibit.id)
    ]


def _otherwise(tx: Tx, exhibit: Exhibit, template: str) -> Otherwise | None:
    staff = groups.staff(tx)
    return Otherwise(staff.id, template, "showcase/gone", exhibit) if staff else None


def _hung(exhibit: Exhibit, work: Work, channel: int) -> list[Effect]:
    name = name_of(exhibit.id, channel)
    albums = [[(file.kind, file.file_id) for file in some] for some in batches(work.files)]
    if not albums:
        return [Post(channel, "showcase/post", exhibit, keep=name)]
    first = Show(albums[0], "showcase/post", exhibit, group=channel, keep=name)
    others = (Show(some, group=channel, keep=f"{name}/album{n}") for n, some in enumerate(albums[1:], 2))
    return [first, *others]
