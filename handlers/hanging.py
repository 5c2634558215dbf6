"""How a featured work or discovery hangs in the channels: the effects that put it up, word it anew and take it down."""

from actions import showcase
from handlers.effects import DAY_S, Button, Delete, Edit, Effect, Keyboard, Otherwise, Post, Show
from rules.files import batches
from rules.showcase import Exhibit, Exhibited, name_of
from storage import groups, showcases
from storage.engine.tx import Tx
from storage.post import outbox

EVER_S = 3650 * DAY_S


def hang(tx: Tx, exhibit: Exhibit) -> list[Effect]:
    """It in every channel; its words stand below the first of its files."""
    return [effect for channel in _channels(tx, exhibit) for effect in _hung(exhibit, channel)]


def reword(tx: Tx, exhibit: Exhibit) -> list[Effect]:
    """The words that stand there now; staff hear of it where they can't be changed."""
    otherwise = _otherwise(tx, exhibit, "showcase/not_reworded")
    return [
        Edit("showcase/post", exhibit, keep=_name(exhibit, channel), otherwise=otherwise)
        for channel in _channels(tx, exhibit)
    ]


def take_down(tx: Tx, exhibit: Exhibit) -> list[Effect]:
    """It goes, with all its files; staff hear of it where it can't."""
    otherwise = _otherwise(tx, exhibit, "showcase/not_deleted")
    return [Delete(keep=_name(exhibit, channel), otherwise=otherwise) for channel in _channels(tx, exhibit)]


def card_message(tx: Tx, exhibit: Exhibit) -> int | None:
    """The message in the staff group that is about it."""
    found = outbox.kept(tx, exhibit.card)
    return found[1] if found else None


def channel_buttons(tx: Tx, kind: Exhibited, number: int) -> Keyboard:
    """What can be done about its post in the channel, where it has one."""
    if showcase.is_out(tx, kind, number):
        return ((_button("put_back", kind, number),),)
    if not showcase.is_up(tx, kind, number):
        return ()
    return (tuple(_button(key, kind, number) for key in ("correct", "take_out")),)


def see_button(kind: Exhibited, number: int) -> Button:
    """Where it stands in the channel, for its author."""
    data = {"kind": kind.value, "number": number}
    return Button("showcase/see", "showcase.see", data, once=False, lasts_s=EVER_S)


def _button(key: str, kind: Exhibited, number: int) -> Button:
    data = {"kind": kind.value, "number": number}
    return Button(f"showcase/{key}", f"showcase.{key}", data, anyone=True, once=False, lasts_s=EVER_S)


def _channels(tx: Tx, exhibit: Exhibit) -> list[int]:
    return showcases.channels(tx, exhibit.kind, exhibit.id)


def _name(exhibit: Exhibit, channel: int) -> str:
    return name_of(exhibit.kind, exhibit.id, channel)


def _otherwise(tx: Tx, exhibit: Exhibit, template: str) -> Otherwise | None:
    staff = groups.staff(tx)
    return Otherwise(staff.id, template, "showcase/gone", exhibit) if staff else None


def _hung(exhibit: Exhibit, channel: int) -> list[Effect]:
    name = _name(exhibit, channel)
    albums = [[(file.kind, file.file_id) for file in some] for some in batches(exhibit.files)]
    if not albums:
        return [Post(channel, "showcase/post", exhibit, keep=name)]
    first = Show(albums[0], "showcase/post", exhibit, group=channel, keep=name)
    others = (Show(some, group=channel, keep=f"{name}/album{n}") for n, some in enumerate(albums[1:], 2))
    return [first, *others]
