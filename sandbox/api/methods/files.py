"""getFile."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.world.files import MOST_DOWNLOADED_BYTES
from sandbox.world.refusals import bad_request


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
def get_user_profile_photos(_call: Call) -> object:
    """Nobody here has one."""
    return {"total_count": 0, "photos": []}
