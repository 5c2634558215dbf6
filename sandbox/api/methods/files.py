"""getFile, and the profile photos that it fetches."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import person_of
from sandbox.world.files import MOST_DOWNLOADED_BYTES
from sandbox.world.people import Person
from sandbox.world.portraits import SIDES_PX, portrait
from sandbox.world.refusals import bad_request

MOST_PHOTOS = 100
PHOTO_NAME = "portrait.jpg"


@method("getFile")
def get_file(call: Call) -> object:
    """Where a file can be fetched."""
    stored = call.world.files.by_id(call.params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > MOST_DOWNLOADED_BYTES:
        raise bad_request("file is too big")
    return stored.wire() | {"file_path": stored.path}


@method("getUserProfilePhotos")
def get_user_profile_photos(call: Call) -> object:
    """The photo of somebody who has one and shows it, in each of its sizes, smallest first."""
    person = person_of(call)
    photos = [_sizes(call, person)] if person.has_photo else []
    offset = max(call.params.number("offset"), 0)
    limit = min(max(call.params.number("limit", MOST_PHOTOS), 1), MOST_PHOTOS)
    return {"total_count": len(photos), "photos": photos[offset : offset + limit]}


def _sizes(call: Call, person: Person) -> list[object]:
    stored = [call.world.files.store(portrait(person.avatar_hue, side), PHOTO_NAME, "photo") for side in SIDES_PX]
    return [file.wire() | {"width": file.width, "height": file.height} for file in stored]
