"""Small files beside the backups, which outlive a database that is put back from an older copy."""

import os
from pathlib import Path


def put(path: Path, text: str) -> None:
    """Write the file whole or not at all, its owner's alone. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    hand_over(part, path.parent)
    part.rename(path)


def hand_over(file: Path, like: Path) -> None:
    """Root works for the bot, which runs as whoever owns what is there already, and has to open what root leaves."""
    if os.geteuid() == 0:
        owner = like.stat()
        os.chown(file, owner.st_uid, owner.st_gid)
