"""Files as Telegram knows them."""

from collections.abc import Sequence

from msgspec import Struct

MOST_IN_ALBUM = 10
# What somebody makes, and somebody else may pass off as theirs.
ORIGINALS = frozenset({"photo", "video", "document"})


class File(Struct, frozen=True):
    """A file; `unique` is the same whenever and by whomever the same file is sent."""

    kind: str
    file_id: str
    unique: str


def batches(files: Sequence[File]) -> list[list[File]]:
    """Files as Telegram takes them together: photos with videos, documents with documents, animations alone."""
    seen = [file for file in files if file.kind in ("photo", "video")]
    papers = [file for file in files if file.kind == "document"]
    alone = [[file] for file in files if file.kind not in ("photo", "video", "document")]
    groups = [some[at : at + MOST_IN_ALBUM] for some in (seen, papers) for at in range(0, len(some), MOST_IN_ALBUM)]
    return [*groups, *alone]
